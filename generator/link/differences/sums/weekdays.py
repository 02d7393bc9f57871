"""Weekdays that don't fall on the date beside them: ``Monday, 15 April 2025``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.differences.sums.check import check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date as day

    from generator.link.differences.corpus import Corpus
    from generator.model import Check, Date

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
    falls = _day(date) if len(names) == 1 else None
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


def _day(date: Date) -> day | None:
    """Return the day of a date that states its year: a weekday that doesn't fit a year of our own shows our error."""
    if date.kind != "date" or date.value is None or date.rule not in _RULES or edtf.precision(date.value) != "day":
        return None
    covered = edtf.bounds(date.value)
    falls = covered.first if covered and date.basis == "stated" else None
    return falls if falls and falls.year >= FIRST_YEAR else None


_RULES = frozenset(("day", "day-of-year"))
"""How a date is written that is a day of a month: not ``next Monday``, ``Monday the week before 3 May``."""
