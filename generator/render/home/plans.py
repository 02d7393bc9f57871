"""What is next: stated plans, and what one source tells as coming, with whether its date has passed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import edtf
from generator.render.catalogue import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Article, Event, Evidence, Reading
    from generator.render.catalogue import Catalogue
    from generator.render.home.weights import Weights

PRECISE = ("day", "week", "month", "interval")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to come, or was: the words that tell it, who tells it, and what to add.

    ``whole`` is set where the whole sentence has to be shown, for the headline of the event tells it otherwise.
    """

    event: Event
    date: str | None
    because: str
    words: Evidence
    evidence: tuple[Evidence, ...]
    passed: bool
    whole: bool = False


def plans(weights: Weights) -> tuple[Plan, ...]:
    """Return the plans: what is still to come, then what has no date, then what has passed, the latest first.

    Of two dates in one sentence the more precise one is taken.
    """
    catalogue, today = weights.catalogue, weights.today
    told = sorted((*_planned(catalogue, today), *_told_as_coming(catalogue, today)), key=_when)
    found = {(p.words.article, p.words.span): p for p in sorted(told, key=lambda p: _precise(p.date))}.values()
    coming = sorted((p for p in found if p.date and not p.passed), key=_when)
    undated = sorted((p for p in found if not p.date), key=_when)
    passed = sorted((p for p in found if p.passed), key=_when)
    return (*coming, *undated, *reversed(passed))[: weights.limits.planned]


def _when(plan: Plan) -> tuple[str, tuple[str, str], str]:
    """Order by the last day, so that what is told for a whole year comes after what is told for a day in it."""
    covered = edtf.bounds(plan.date or "")
    last = covered.last if covered else None
    return last.isoformat() if last else "~", edtf.sort_key(plan.date or ""), plan.event.id


def _precise(date: str | None) -> bool:
    """Tell whether a date is a day, a month or some days; a bare year may only be part of a name."""
    return date is not None and edtf.precision(date) in PRECISE


def _planned(catalogue: Catalogue, today: str) -> Iterator[Plan]:
    for event in catalogue.briefing.events:
        if event.mode == "planned":
            yield Plan(event, event.date, event.because, event.headline, event.evidence, is_before(event.date, today))


def _told_as_coming(catalogue: Catalogue, today: str) -> Iterator[Plan]:
    """Yield what others tell as past, and one source dates after the day on which it appeared itself."""
    for event in catalogue.briefing.events:
        for reading in event.readings if event.mode == "happened" else ():
            coming = _coming(reading, catalogue)
            if coming:
                passed = is_before(reading.value, today)
                yield Plan(event, reading.value, reading.because, coming[0], coming, passed, whole=True)


def _coming(reading: Reading, catalogue: Catalogue) -> tuple[Evidence, ...]:
    if not _precise(reading.value):
        return ()
    return tuple(e for e in reading.evidence if is_before(_published(catalogue.articles[e.article]), reading.value))


def _published(article: Article) -> str | None:
    return value_of(article.published)


def is_before(first: str | None, second: str | None) -> bool:
    """Tell whether all of one EDTF date lies before all of another; the clock has no say in it."""
    days = edtf.days_between(first, second) if first and second else None
    return days is not None and days > 0
