"""What an editor wants first on the front page, in the editor's order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.keys import event_keys, figure_key, mark_of, quote_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.render.lookup import Lookup

FRONT = "index.md"


@dataclass(frozen=True, slots=True)
class Pinned:
    """One line: its kind, and the event, quotation, figure or difference."""

    kind: str
    thing: object


def pinned(lookup: Lookup) -> tuple[Pinned, ...]:
    """Return what is pinned; a pin that matches nothing is an orphan, and told as such."""
    pins = [mark_of(c.about) for c in lookup.briefing.corrections.of("pin")]
    found = {mark: line for mark, line in _lines(lookup) if mark in pins} if pins else {}
    return tuple(found[mark] for mark in pins if mark in found)


def _lines(lookup: Lookup) -> Iterator[tuple[str, Pinned]]:
    briefing, articles = lookup.briefing, lookup.articles
    yield from ((mark_of(k), Pinned("event", e)) for e in briefing.events for k in event_keys(e, articles))
    yield from ((mark_of(quote_key(v, articles)), Pinned("quote", v)) for u in briefing.utterances for v in u.versions)
    yield from ((mark_of(figure_key(x, articles)), Pinned("figure", x)) for f in briefing.findings for x in f.figures)
    yield from ((mark_of(d.id), Pinned("difference", d)) for d in briefing.differences)
