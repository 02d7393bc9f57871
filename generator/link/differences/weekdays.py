"""Which days an article names, and which of the week its opening does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from generator import edtf
from generator.model import Date

if TYPE_CHECKING:
    from generator.link.differences.corpus import Corpus

LEAD = 4
"""Sentences at the beginning of an article that date the news it tells."""
_BESIDE = ("header", "heading", "caption")
_WEEKDAY = re.compile(r"W([1-7])")


def days(corpus: Corpus, article: str) -> Iterator[str]:
    """Yield the days, weeks and months that an article names."""
    values = {d.value for d in corpus.findings[article].dates if d.value}
    return (v for v in values if edtf.precision(v) in ("day", "month", "week"))


def named_days(dates: Iterable[Date]) -> frozenset[str]:
    """Return those of some dates that are days."""
    told = (d.value for d in dates if d.kind == "date" and d.value)
    return frozenset(value for value in told if edtf.precision(value) == "day")


def weekdays(corpus: Corpus, article: str) -> Iterator[str]:
    """Yield the day of the week of a publication, and those that the article opens with behind its nameplate."""
    of = corpus.article(article)
    beside = [b.span for b in of.blocks if b.kind in _BESIDE]
    told = (n for n, s in enumerate(of.sentences) if not any(b.holds(s) for b in beside))
    dates = (d for n in islice(told, LEAD) for d in corpus.line(article, n).dates if d.kind == "date")
    yield from filter(None, (*map(weekday, dates), weekday_of(corpus.published(article))))


def weekday(found: Date) -> str:
    """Return the day of the week of a date, from 1 to 7, by its name or its value; empty where neither tells it."""
    if told := _WEEKDAY.search(found.offset or ""):
        return told[1]
    return weekday_of(found.value)


def weekday_of(day: str | None) -> str:
    """Return the day of the week of a day, or nothing."""
    known = edtf.bounds(day) if day and edtf.precision(day) == "day" else None
    return str(known.first.isoweekday()) if known and known.first else ""
