"""EDTF dates as days, and in words, whatever stands in their place; figures in words."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from generator import edtf
from generator.lexicons import labels, table
from generator.model import Figure
from generator.words import _, dated, number
from generator.words.reasons import perhaps

_DATED = re.compile(r"(?:\.\./)?\d{4}(?:-\d\d|/(?:\d{4}|\.\.))")  # 2024-08, 2015/2019; a bare year may be a number
_YEAR = re.compile(r"(\d{4})-01-01/\1-12-31")  # all of a year

_ODD = {"foot": "feet", "inch": "inches"}

QUALIFIERS = labels("qualifiers")


def days_of(value: str | None) -> tuple[date, date] | None:
    """Return the first and the last day that an EDTF date may mean; of an open one the day that is known."""
    covered = edtf.bounds(value) if value else None
    known = [day for day in covered or () if day]
    return (known[0], known[-1]) if known else None


def first_day(value: str | None) -> date | None:
    """Return the first day that an EDTF date may mean, or the last of one without a beginning."""
    days = days_of(value)
    return days[0] if days else None


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


def worded(figure: Figure) -> str:
    """Return a figure's value in digits: ``more than 260,000,000,000 USD``, ``3–5 %``."""
    if figure.value is None:
        return ""
    high = f"–{_digits(figure.high)}" if figure.high is not None else ""
    one = figure.value == 1 and figure.high is None
    unit = "" if figure.unit == "1" else f" {figure.unit if one else _plurals().get(figure.unit, figure.unit)}"
    value = f"{_digits(figure.value)}{high}{unit}"
    return _(QUALIFIERS[figure.qualifier], value=value) if figure.qualifier in QUALIFIERS else value


@cache
def _plurals() -> Mapping[str, str]:
    """Return how several of a unit are called, by its identifier: ``square kilometers``, ``feet``; not ``celsius``."""
    found: dict[str, str] = {}
    for unit, forms in table("figures-units"):
        first, *rest = unit.replace("-", " ").partition(" per ")
        several = f"{_ODD.get(first, f'{first}s')}{''.join(rest)}"
        found.update((unit, form) for form in forms.split("|") if form == several)
    return found


def hedge(figure: Figure) -> str:
    """Return what qualifies a figure, to stand before its words: ``more than ``; nothing where they say it."""
    told = figure.rule == "vague" or (figure.hedge and figure.hedge.text in figure.text)
    return "" if told or figure.qualifier not in QUALIFIERS else _(QUALIFIERS[figure.qualifier], value="")


def _digits(value: Decimal) -> str:
    """Return a number with separators and without an exponent."""
    plain = value.normalize() if value == value.to_integral_value() and value.adjusted() > 0 else value
    return number(plain)
