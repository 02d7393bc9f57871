"""Which source has what, and which doesn't; and what could be told of each source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Unknown
from generator.render.catalogue import FOLDERS, sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Article, Entity
    from generator.render.press import Press

ROWS = 8  # of each kind: the ones that most sources have
MOST_SOURCES = 12  # a wider table can't be read
FORMS = 4  # other forms of a name that a row lists
FIELDS = ("publisher", "byline", "published", "dateline", "language", "kind")


@dataclass(frozen=True, slots=True)
class Row:
    """How often each source contains something: an entity, a term or a happening; ``searched`` are its other words."""

    label: str
    counts: tuple[int, ...]
    entity: Entity | None = None
    searched: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What several sources have (rows), by source (columns)."""

    sources: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a source: its value, or why there is none."""

    value: str
    because: str = ""


def coverage(press: Press) -> Coverage:
    """Count what two sources or more have; empty for too many sources to show."""
    sources = tuple(a.id for a in press.briefing.articles)
    if not 1 < len(sources) <= MOST_SOURCES:
        return Coverage((), ())
    return Coverage(sources, (*_entities(press, sources), *_terms(press, sources), *_events(press, sources)))


def _entities(press: Press, sources: tuple[str, ...]) -> Iterator[Row]:
    for kind in FOLDERS:
        shared = [e for e in press.catalogue.kind(kind) if len(sources_of(e)) > 1][:ROWS]
        for entity in shared:
            forms = [a.text for a in entity.aliases if a.text != entity.name][:FORMS]
            counts = Counter(m.article for m in entity.mentions)
            yield Row(entity.name, tuple(counts[s] for s in sources), entity, ", ".join(forms))


def _terms(press: Press, sources: tuple[str, ...]) -> Iterator[Row]:
    used = [(e, Counter(u.article for u in e.uses)) for e in press.briefing.entries if e.entity is None]
    shared = sorted((c for c in used if len(c[1]) > 1), key=lambda c: (-len(c[1]), -c[1].total(), c[0].id))
    for entry, counts in shared[:ROWS]:
        spelt = entry.expansion.text if entry.expansion else ""
        yield Row(entry.term, tuple(counts[s] for s in sources), None, spelt)


def _events(press: Press, sources: tuple[str, ...]) -> Iterator[Row]:
    told = [(e, Counter(x.article for x in e.evidence)) for e in press.briefing.events]
    shared = sorted((t for t in told if len(t[1]) > 1), key=lambda t: (-len(t[1]), t[0].date or "", t[0].id))
    for event, counts in shared[:ROWS]:
        yield Row(" ".join(event.headline.text.split()), tuple(counts[s] for s in sources), None, "told as a happening")


def fields(press: Press) -> tuple[tuple[Article, tuple[Cell, ...]], ...]:
    """Return what is known of each source: no cell is blank; empty for too many sources to show."""
    articles = press.briefing.articles
    if len(articles) > MOST_SOURCES:
        return ()
    return tuple((a, tuple(_cell(a, name) for name in FIELDS)) for a in articles)


def _cell(article: Article, name: str) -> Cell:
    known = getattr(article, name)
    if isinstance(known, Unknown):
        return Cell("", known.because or "nothing in the text tells it")
    return Cell(str(known.value))
