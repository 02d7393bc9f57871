"""EDTF dates in words, whatever stands in their place."""

from __future__ import annotations

import re

from generator import edtf
from generator.words import _
from generator.words.dates import dated
from generator.words.reasons import perhaps

_DATED = re.compile(r"(?:\.\./)?\d{4}-\d\d")  # 2024-08, ../2024-08; a bare year is as well a number


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
