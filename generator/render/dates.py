"""EDTF dates in words, whatever stands in their place."""

import re
from collections.abc import Sequence

from generator import edtf
from generator.words import _
from generator.words.dates import dated
from generator.words.reasons import perhaps

_DATED = re.compile(r"(?:\.\./)?\d{4}(?:-\d\d|/(?:\d{4}|\.\.))")  # 2024-08, 2015/2019; a bare year may be a number
_YEAR = re.compile(r"(\d{4})-01-01/\1-12-31")  # all of a year


def readable(value: str | None) -> str:
    """Return an EDTF date as people write it, what isn't one as it is, and ``undated`` for None."""
    if value is None:
        return _("undated")
    if _YEAR.fullmatch(value):
        return value[:4]
    return dated(value) if edtf.valid(value) else value


def answer(value: str) -> str:
    """Return the value of a reading: in words where it is a date, as it is where it is anything else."""
    return readable(value) if _DATED.match(value) else perhaps(value)


def span_of(dates: Sequence[str | None]) -> tuple[str, str, int]:
    """Return the first and the last day among some dates (EDTF, or empty), and how many of them are no day."""
    days = sorted((d for d in dates if d and edtf.precision(d) == "day"), key=edtf.sort_key)
    return (days[0] if days else "", days[-1] if days else "", len(dates) - len(days))
