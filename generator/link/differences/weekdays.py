"""Which days an article names, and which of the week its opening does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from generator import edtf
from generator.model import Date

if TYPE_CHECKING:
    from generator.link.differences.corpus import Corpus

LEAD = 4
"""Sentences at the beginning of an article that date the news it tells."""
_WEEKDAY = re.compile(r"W([1-7])")


def days(corpus: Corpus, article: str) -> Iterator[str]:
    """Yield the days, weeks and months that an article names."""
    values = {d.value for d in corpus.findings[article].dates if d.value}
    return (v for v in values if edtf.precision(v) in ("day", "month", "week"))


def weekdays(corpus: Corpus, article: str) -> Iterator[str]:
    """Yield the days of the week that an article opens with, by their name or their date."""
    dates = (d for line in corpus.lead(article) for d in line.dates if d.kind == "date")
    yield from filter(None, map(weekday, dates))


def weekday(found: Date) -> str:
    """Return the day of the week of a date, from 1 to 7, by its name or its value; empty where neither tells it."""
    if told := _WEEKDAY.search(found.offset or ""):
        return told[1]
    known = found.value and edtf.precision(found.value) == "day"
    return str(date.fromisoformat(found.value or "").isoweekday()) if known else ""
