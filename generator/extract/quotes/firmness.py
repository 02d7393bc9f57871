"""How firmly words are attributed, from words that a reader can be shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.model import Span

if TYPE_CHECKING:
    from generator.model import Article

_STATEMENT = re.compile(
    r"""\b(?:
        (?:written\ |joint\ |official\ |prepared\ |press\ |news\ )?
        (?:statement|communiqu[eé]|readout|press\ release|declaration|news\ release|transcript)   # in a statement
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_HEDGED = re.compile(
    r"""\b(?:
        reportedly | allegedly | purportedly | supposedly | apparently | rumou?red                # reportedly told
      | is\ (?:said|believed|thought|understood)\ to | are\ (?:said|believed|thought|understood)\ to
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


Standing = Literal["named person", "named body", "unnamed source"]


class Firmness(NamedTuple):
    """A label of ``model.Quote.firmness`` and the words that it rests on, where they are neither speaker nor cue."""

    label: str
    ground: Span | None = None


def firmness(article: Article, around: Span, standing: Standing, *, marked: bool) -> Firmness:
    """Return how firmly words are attributed, in the sentence ``around`` that attributes them."""
    if hedge := _HEDGED.search(article.text, around.start, around.end):
        return Firmness("hedged", Span(*hedge.span()))
    if statement := _STATEMENT.search(article.text, around.start, around.end):
        return Firmness("official statement", Span(*statement.span()))
    return Firmness("direct quotation" if marked and standing != "unnamed source" else standing)
