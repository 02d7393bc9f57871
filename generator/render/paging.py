"""On which page everything stands: on the one of its kind, or in a large corpus on one of several."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from generator import edtf
from generator.kinds import REGISTER, VERDICTS, WORDING
from generator.words import N_

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from generator.model import Briefing, Difference, Event, Measure, Utterance

T = TypeVar("T")

PAGE_ITEMS = 500
"""Entries on one page, of which each has a few hundred bytes: more take a phone seconds to open."""

Said = tuple[str | None, "Utterance"]
"""An utterance behind its speaker's id, or None for somebody without a page."""


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """A page, by its path below ``docs/``, and what stands on it."""

    path: str
    items: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Paging:
    """The pages of events, of figures that are given more than once, of what was said, and of differences."""

    events: tuple[Paged[Event], ...]
    measures: tuple[Paged[Measure], ...]
    said: tuple[Paged[Said], ...]
    differences: tuple[Paged[Difference], ...]

    @property
    def pages(self) -> Mapping[str, str]:
        """The page of each thing by its anchor there."""
        return {
            **{f"e-{e.id}": shelf.path for shelf in self.events for e in shelf.items},
            **{f"f-{m.id}": shelf.path for shelf in self.measures for m in shelf.items},
            **{f"q-{u.id}": shelf.path for shelf in self.said for _, u in shelf.items},
            **{f"d-{d.id}": shelf.path for shelf in self.differences for d in shelf.items},
        }


def paging_of(briefing: Briefing, speakers: Collection[str]) -> Paging:
    """Return on which page each thing of a briefing stands; ``speakers`` are the ids of those that have a page."""
    return Paging(
        _by_year(briefing.events),
        paged("figures.md", _by_sources(briefing.measures)),
        paged("quotes.md", _by_speaker(briefing.utterances, speakers)),
        tuple(
            Paged(p, tuple(d for d in briefing.differences if VERDICTS[d.verdict].page == p))
            for p in (REGISTER, WORDING)
        ),
    )


def paged(path: str, items: Iterable[T]) -> tuple[Paged[T], ...]:
    """Return items on a page and, where they are too many, on further ones: ``figures.md``, ``figures/2.md``."""
    every = tuple(items)
    parts = [every[i : i + PAGE_ITEMS] for i in range(0, len(every), PAGE_ITEMS)] or [()]
    stem = path.removesuffix(".md")
    return tuple(Paged(f"{stem}/{n}.md" if n > 1 else path, part) for n, part in enumerate(parts, 1))


def _by_year(events: Sequence[Event]) -> tuple[Paged[Event], ...]:
    """Return the events on the timeline, or where they are too many on a page for each year."""
    if len(events) <= PAGE_ITEMS:
        return paged("timeline.md", events)
    years: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        years[str(year_of(event)) if event.date else "undated"].append(event)
    return tuple(shelf for year in sorted(years) for shelf in paged(f"timeline/{year}.md", years[year]))


def _by_sources(measures: Iterable[Measure]) -> list[Measure]:
    """Return what is measured, by what most sources give."""
    groups = [m for m in measures if len(m.figures) > 1]
    return sorted(groups, key=lambda m: (-len({f.article for f in m.figures}), -len(m.figures), m.label, m.id))


def _by_speaker(utterances: Iterable[Utterance], speakers: Collection[str]) -> list[Said]:
    """Return what was said, by speaker, the most quoted first; last what nobody with a page said."""
    said: defaultdict[str, list[Utterance]] = defaultdict(list)
    for utterance in utterances:
        speaker = utterance.speaker or ""
        said[speaker if speaker in speakers else ""].append(utterance)
    ranked = sorted(said, key=lambda speaker: (not speaker, -len(said[speaker]), speaker))
    return [(speaker or None, utterance) for speaker in ranked for utterance in in_order(said[speaker])]


KINDS = {
    "quotation": N_("quoted"),
    "nested": N_("quoted inside a quotation"),
    "fragment": N_("words quoted"),
    "reported": N_("reported"),
    "scare": N_("in quotation marks, not as speech"),
    "title": N_("a title"),
    "echo": N_("repeated"),
}
"""How each kind of quotation is called, whole quotations first."""


def in_order(utterances: Iterable[Utterance]) -> list[Utterance]:
    """Return utterances: whole quotations first, then parts, then what is only reported."""
    order = list(KINDS)
    return sorted(utterances, key=lambda u: min(order.index(q.kind) for q in u.versions))


def year_of(event: Event) -> int:
    """Return the year in which a dated event begins, or ends if it has no beginning."""
    return start_of(event) // 10_000


def start_of(event: Event) -> int:
    """Return the first day of a dated event (the last of one without a beginning) as a number: 20250414."""
    covered = edtf.bounds(event.date or "")
    first = (covered.first or covered.last) if covered else None
    return first.year * 10_000 + first.month * 100 + first.day if first else 0
