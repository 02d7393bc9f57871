"""Which source mentions whom and what, and which doesn't."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.catalogue import FOLDERS, sources_of

if TYPE_CHECKING:
    from generator.model import Entity
    from generator.render.press import Press

ROWS = 8  # of each kind: the ones that most sources mention
MOST_SOURCES = 12  # a wider table can't be read


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often each source (a column) mentions each entity (a row)."""

    sources: tuple[str, ...]
    rows: tuple[tuple[Entity, tuple[int, ...]], ...]


def coverage(press: Press) -> Coverage:
    """Count the mentions of the entities that two sources or more name; empty for too many sources to show."""
    sources = tuple(a.id for a in press.briefing.articles)
    if not 1 < len(sources) <= MOST_SOURCES:
        return Coverage((), ())
    shared = (e for kind in FOLDERS for e in [x for x in press.catalogue.kind(kind) if len(sources_of(x)) > 1][:ROWS])
    return Coverage(
        sources, tuple((e, tuple(sum(m.article == s for m in e.mentions) for s in sources)) for e in shared)
    )
