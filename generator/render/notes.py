"""What the links of a page lead to: a list at its end, from which the cards beside the links are made.

A link is written with what is to be told of its target: ``[Xi](people/xi.md "President")``, and ``#why`` where that is
a reason. No reader of a tooltip on a phone, by keyboard or by ear gets it; so the words stand in the list, once.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.render.environment import fill
from generator.render.markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    import jinja2

    from generator.model import Article
    from generator.render.links import Links

_LINK = re.compile(  # what outsiders wrote holds neither a bracket nor a quotation mark any more
    r"""
    \]\( (?P<address> [^\s()"]+ )            # ](articles/a-title.md#s2)
    (?: [ ]" (?P<words> [^"]* ) " )? \)      # ](people/a-name.md "President of Norway")
    """,
    re.VERBOSE,
)
_SENTENCE = re.compile(r"articles/(?P<article>[^/]+)\.md\#(?P<place>[sb]\d{1,6})")  # articles/a-title.md#s2
REASON = "#why"
_DIGITS = 8  # of a reason's digest: no two of a page are the same


@dataclass(frozen=True, slots=True)
class Source:
    """An article that the page cites, and the sentences of it that don't stand on the page: number and link."""

    article: Article
    places: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """What the links of a page say, each once, in the order of the page."""

    page: str
    places: dict[str, set[str]] = field(default_factory=dict)
    things: dict[str, Markdown] = field(default_factory=dict)
    reasons: dict[str, Markdown] = field(default_factory=dict)

    def moved(self, link: re.Match[str]) -> str:
        """Note what a link says of its target, and return the link without it."""
        address, words = link["address"], link["words"]
        if address == REASON:
            anchor = f"why-{int(hashlib.sha256((words or '').encode()).hexdigest()[:_DIGITS], 16)}"
            self.reasons[anchor] = Markdown(words or "")
            return f"](#{anchor})"
        path, _, fragment = address.partition("#")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(self.page), unquote(path)))
        cited = _SENTENCE.fullmatch(f"{there}#{fragment}")
        if cited and there != self.page:
            self.places.setdefault(cited["article"], set()).add(cited["place"])
        elif words:
            self.things.setdefault(address, Markdown(words))
        return f"]({address})"


def noted(text: str, links: Links, jinja: jinja2.Environment) -> str:
    """Return a page with what its links say of their targets moved to its end."""
    found = _Found(links.page)
    moved = _LINK.sub(found.moved, text)
    sources = tuple(_sources(found, moved, links))
    if not (sources or found.things or found.reasons):
        return moved
    values = {"sources": sources, "things": found.things, "reasons": found.reasons, "to": links}
    return f"{moved}\n{fill(jinja, 'parts/notes.md', values)}"


def _sources(found: _Found, text: str, links: Links) -> Iterator[Source]:
    """Yield the cited articles with those sentences that don't stand on the page already."""
    for id_ in sorted(found.places.keys() & links.lookup.articles.keys()):
        places = (p for p in found.places[id_] if f'data-at="{id_}/{p}"' not in text)
        yield Source(links.lookup.articles[id_], tuple(sorted(places, key=lambda p: (p[0], int(p[1:])))))
