"""Figures as the numbers they allow: ``over 40`` and ``45`` agree, ``exactly 40`` and ``45`` don't."""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from babel.numbers import get_currency_name

from generator.lexicons import compiled, table
from generator.link.content_words import stems_of
from generator.model import Date, Figure

ABOUT = (Decimal("0.2"), Decimal("0.1"), Decimal("0.05"))
"""How far an approximate number may be from the exact one, by its digits before the zeros at its end.

``about 50`` allows 40 and 60, ``about 1,150`` no more than 1,207: who gives three digits means them.
"""
ROUND_ZEROS = 2
"""Zeros at the end of a number from which it is taken for rounded: 1,200 allows 1,234, but 340 doesn't allow 349."""

SLACK = Decimal("0.1")
"""Share by which a size in another unit may be off: *10 miles (15 km)* is rounded, *5 miles (10 km)* is wrong."""

_MEASURED = ("percent", "points", "money", "quantity")  # 7 percent may be 7.4, but seven people aren't
_INFINITE = Decimal("Infinity")
_HARDLY = ("just", "slightly", "a little")  # just over 4 million is no 6 million
_NUMBER = re.compile(r"[0-9][0-9,.]{0,40}")
_MAGNITUDE = compiled("magnitude")
_LENGTH = re.compile(r"P(?P<unit>(?P<clock>T?)(?P<count>[0-9]{1,4})[DWMYH])")
_DAYS = {"TM": 1 / 1440, "TH": 1 / 24, "D": 1.0, "W": 7.0, "M": 30.0, "Y": 365.0}


class Interval(NamedTuple):
    """The numbers that a figure allows. An end is excluded if it is ``strict``."""

    low: Decimal
    high: Decimal
    strict: bool = False


def interval(figure: Figure) -> Interval:
    """Return the numbers that a figure allows: all of them for one without a value."""
    value = figure.value
    if value is None:
        return Interval(-_INFINITE, _INFINITE)
    if figure.high is not None:
        return Interval(min(value, figure.high), max(value, figure.high))
    if figure.qualifier in (">", ">="):
        near = figure.hedge is not None and figure.hedge.text.casefold().startswith(_HARDLY)
        return Interval(value, value + _vague(value) if near else _INFINITE, figure.qualifier == ">")
    if figure.qualifier in ("<", "<="):
        return Interval(-_INFINITE, value, figure.qualifier == "<")
    half = _vague(value) if figure.qualifier == "~" else _resolution(figure) / 2
    return Interval(value - half, value + half)


def agree(one: Figure, other: Figure) -> bool:
    """Tell whether one number can be meant by both figures; figures without a value agree with everything."""
    if one.value == other.value and one.value is not None:
        return True
    if one.qualifier == "=" and as_precise(one, other):
        return False
    a, b = interval(one), interval(other)
    return all(x.low < y.high or (x.low == y.high and not (x.strict or y.strict)) for x, y in ((a, b), (b, a)))


def is_cut(one: Figure, other: Figure) -> bool:
    """Tell whether one number is the other one without its last digits: 13 billion for 13.9 billion."""
    exact, whole = sorted((one, other), key=_resolution)
    step = _resolution(whole)
    if exact.value is None or whole.value is None or not step > _resolution(exact) > 0:
        return False
    return exact.value // step == whole.value // step


def as_precise(one: Figure, other: Figure) -> bool:
    """Tell whether both give a number with as many digits and one hedge: then no rounding explains a difference."""
    alike = one.qualifier == other.qualifier and one.high is other.high is None
    return alike and one.value is not None and other.value is not None and _resolution(one) == _resolution(other)


def half_step(figure: Figure) -> Decimal:
    """Return by how much the exact number may be off that a figure rounds; more for one that is only about right."""
    if figure.qualifier == "~" and figure.value is not None:
        return _vague(figure.value) / 2
    return _resolution(figure) / 2


def _vague(value: Decimal) -> Decimal:
    """Return by how much the exact number may be off that somebody calls *about* so many."""
    digits = len(value.normalize().as_tuple().digits)
    return abs(value) * ABOUT[min(digits, len(ABOUT)) - 1]


def _resolution(figure: Figure) -> Decimal:
    """Return the unit of the last digit that a number is given to: 0.1 billion for ``1.5 billion``, 0 for ``45``."""
    return _last_digit(figure.value or Decimal(0), figure.text, measured=figure.kind in _MEASURED)


@lru_cache(maxsize=1 << 12)
def _last_digit(value: Decimal, text: str, *, measured: bool) -> Decimal:
    if not value:
        return Decimal(0)
    digits = _NUMBER.search(text)
    exponent = value.normalize().as_tuple().exponent
    if not isinstance(exponent, int):
        return Decimal(0)
    if _MAGNITUDE.search(text) and digits:
        number = digits.group().rstrip(".,").replace(",", "")
        whole = Decimal(number) if number.count(".") <= 1 else Decimal(0)
        shown = -len(number.partition(".")[2])
        return value / whole * Decimal(10) ** shown if whole else Decimal(0)
    if exponent < 0 or exponent >= ROUND_ZEROS:
        return Decimal(10) ** exponent
    return Decimal(1) if measured else Decimal(0)


class _Unit(NamedTuple):
    """What a unit measures, and how many of the base unit it is, from where on its scale."""

    dimension: str
    factor: Decimal
    zero: Decimal


@cache
def _units() -> dict[str, _Unit]:
    rows = table("figures-conversions")
    return {row[0]: _Unit(row[1], Decimal(row[2]), Decimal(row[3]) if row[3:] else Decimal(0)) for row in rows}


def same_size(one: Figure, other: Figure) -> bool | None:
    """Tell whether two figures are one size in two units, as far as rounding goes; None for units of two measures."""
    mine, theirs = _units().get(one.unit), _units().get(other.unit)
    if mine is None or theirs is None or mine.dimension != theirs.dimension:
        return None
    if one.value is None or other.value is None:
        return False
    exact = (one.value - mine.zero) * mine.factor / theirs.factor + theirs.zero
    steps = half_step(one) * mine.factor / theirs.factor
    slack = Decimal(1) if mine.dimension == "temperature" else abs(exact) * SLACK
    return abs(exact - other.value) <= max(steps + half_step(other), slack)


def unit_of(figure: Figure) -> str:
    """Return the unit as it is compared: of money the noun alone, which one source names with its country."""
    if figure.kind != "money" or not figure.unit:
        return figure.unit
    unit = "USD" if figure.unit == "$" else figure.unit  # of whichever country, it is dollars
    name = get_currency_name(unit, count=2, locale="en") if unit.isupper() else unit
    return " ".join(stems_of(name.split()[-1]))


def days_of(length: Date) -> float:
    """Return how many days a length of time has, or 0 for another date."""
    found = _LENGTH.fullmatch(length.duration or "")
    return float(found["count"]) * unit_days(length) if found else 0.0


def unit_days(length: Date) -> float:
    """Return how many days the unit of a length of time has, or 0 for another date."""
    found = _LENGTH.fullmatch(length.duration or "")
    return _DAYS[found["clock"] + found["unit"][-1]] if found else 0.0
