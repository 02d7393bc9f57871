"""How firmly words are attributed, from words that a reader can be shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

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


class Firmness(NamedTuple):
    """A label of ``model.Quote.firmness`` and the words that it rests on, where they are neither speaker nor cue."""

    label: str
    ground: Span | None = None


def firmness(article: Article, around: Span, speaker: str, *, marked: bool, named: bool) -> Firmness:
    """Return how firmly words are attributed.

    ``around`` is the sentence that attributes them, ``speaker`` is as written there.
    """
    if not speaker:
        return Firmness("article's own voice")
    if hedge := _HEDGED.search(article.text, around.start, around.end):
        return Firmness("hedged", Span(*hedge.span()))
    if statement := _STATEMENT.search(article.text, around.start, around.end):
        return Firmness("official statement", Span(*statement.span()))
    if not named:
        return Firmness("unnamed source")
    return Firmness("direct quotation" if marked else "named person")
