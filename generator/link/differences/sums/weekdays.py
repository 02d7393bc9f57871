"""Weekdays that don't fall on the date beside them: ``Monday, 15 April 2025``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.differences.sums.check import check
from generator.model import Edited, Stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date as day

    from generator.link.differences.corpus import Corpus
    from generator.model import Check, Date

NEAR_DAYS = 92
"""Days from publication within which a date without a year is of the year that was worked out for it."""
FIRST_YEAR = 1930
"""Before it some countries still counted by the Julian calendar."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"(?i)\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b")


def weekdays(corpus: Corpus) -> Iterator[Check]:
    """Yield a sum for each date whose weekday is that of another day; the calendar is the Gregorian one."""
    for found in corpus.findings.values():
        for date in found.dates:
            made = _check(corpus, date)
            if made:
                yield made


def _check(corpus: Corpus, date: Date) -> Check | None:
    names = {m.lower() for m in _WEEKDAY.findall(date.text)}
    falls = _day(corpus, date) if len(names) == 1 else None
    if falls is None:
        return None
    said = next(d for d in _DAYS if d[:3].lower() in names)
    is_ = _DAYS[falls.weekday()]
    if said == is_:
        return None
    when = edtf.format_value(falls.isoformat())
    because = f"The text says “{' '.join(date.text.split())}”; {when} is a {is_}."
    line = corpus.line_of(date)
    shown = line.sentence if line else corpus.article(date.article).cite(date.span)
    return check("weekday", (f"{when} ≠ {said}", because), holds=False, evidence=(shown,))


def _day(corpus: Corpus, date: Date) -> day | None:
    """Return the day that a date names for certain: with its year, or near a day of publication that is stated."""
    if date.kind != "date" or date.value is None or date.rule not in _RULES or edtf.precision(date.value) != "day":
        return None
    covered = edtf.bounds(date.value)
    falls = covered.first if covered else None
    if falls is None or falls.year < FIRST_YEAR:
        return None
    if date.basis == "stated":
        return falls
    known = corpus.article(date.article).published
    days = edtf.days_between(known.value, date.value) if isinstance(known, Stated | Edited) else None
    return falls if days is not None and abs(days) <= NEAR_DAYS else None


_RULES = frozenset(("day", "day-of-year"))
"""How a date is written that is a day of a month: not ``next Monday``, ``Monday the week before 3 May``."""
