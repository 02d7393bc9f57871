"""EDTF values: which days they cover, how precise they are, and how they compare."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.lexicons import compiled

Unit = Literal["D", "W", "M", "Q", "Y", "E", "C"]
"""Day, week (Monday to Sunday), month, quarter, year, decade, century."""

Precision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "century", "interval", "open"]

# The part of EDTF that this program writes: level 1 without times, negative years and long years.
_POINT = compiled("edtf-point")
_UNSPECIFIED = compiled("edtf-unspecified")
_MONTHS_OF_SEASON = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}  # the northern year of ISO 8601-2
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
_MONTHS_OF_UNIT = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_DAYS_OF_UNIT = {"D": 1, "W": 7}
_DAYS_IN_WEEK = 7
_LAST_MONTH = 12


class Bounds(NamedTuple):
    """The first and the last day that a value covers; None at an open end."""

    first: date | None
    last: date | None


def valid(value: str) -> bool:
    """Tell whether a value is a date of the calendar, in the part of EDTF that this program writes."""
    return bounds(value) is not None


def plain(value: str) -> str | None:
    """Return a date that somebody else wrote in the form that this program writes, or None if it isn't a valid one.

    What EDTF leaves unspecified at the end is left out: ``2024-03-XX`` is ``2024-03``, ``2024-XX`` is ``2024``.
    """
    written = "/".join(_UNSPECIFIED.sub("", end) for end in value.split("/"))
    return written if valid(written) else None


@lru_cache(maxsize=4096)
def bounds(value: str) -> Bounds | None:
    """Return the days that an EDTF value covers, or None if it isn't a valid one.

    Marks of approximation don't widen the bounds.
    """
    first, slash, last = value.partition("/")
    if not slash:
        return _point(value)
    start = Bounds(None, None) if first == ".." else _point(first)
    end = Bounds(None, None) if last == ".." else _point(last)
    if start is None or end is None or start.first == end.last is None:
        return None
    if start.first and end.last and start.first > end.last:
        return None
    return Bounds(start.first, end.last)


def _point(value: str) -> Bounds | None:
    match = _POINT.fullmatch(value)
    if match is None:
        return None
    try:
        if match["century"]:
            return _years(int(match["century"]) * 100, 100)
        if match["decade"]:
            return _years(int(match["decade"]) * 10, 10)
        return _calendar(int(match["year"]), match["month"], match["day"])
    except ValueError:  # month 13, 31 February, year 0
        return None


def _years(first: int, count: int) -> Bounds:
    return Bounds(date(max(first, 1), 1, 1), date(first + count - 1, 12, 31))


def _calendar(year: int, month: str | None, day_of_month: str | None) -> Bounds:
    if month is None:
        return _years(year, 1)
    number = int(month)
    if day_of_month:
        only = date(year, number, int(day_of_month))
        return Bounds(only, only)
    if number in _MONTHS_OF_SEASON:
        start, end = _MONTHS_OF_SEASON[number]
        return Bounds(date(year, start, 1), last_of_month(year, end))
    if number in _QUARTERS:
        start = _QUARTERS[number]
        return Bounds(date(year, start, 1), last_of_month(year, start + 2))
    return Bounds(date(year, number, 1), last_of_month(year, number))


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month; months beyond 12 lie in the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


@lru_cache(maxsize=4096)
def precision(value: str) -> Precision:
    """Return how precise a valid value is; an interval of whole weeks or quarters is named as such."""
    first, slash, last = value.partition("/")
    if slash:
        return _precision_of_interval(first, last)
    match = _POINT.fullmatch(value)
    if match is None:
        msg = f"{value!r} isn't an EDTF date"
        raise ValueError(msg)
    if match["century"] or match["decade"]:
        return "century" if match["century"] else "decade"
    if match["day"] or not match["month"]:
        return "day" if match["day"] else "year"
    number = int(match["month"])
    return "month" if number <= _LAST_MONTH else "quarter" if number in _QUARTERS else "season"


def _precision_of_interval(first: str, last: str) -> Precision:
    if ".." in (first, last):
        return "open"
    covered = bounds(f"{first}/{last}")
    if covered is None or covered.first is None or covered.last is None or first[-1] in "~?%":
        return "interval"
    days = (covered.last - covered.first).days + 1
    if days == _DAYS_IN_WEEK and covered.first.weekday() == 0:
        return "week"
    return "quarter" if f"{first}/{last}" == span_of(covered.first, "Q") else "interval"


def span_of(moment: date, unit: Unit) -> str:
    """Return the week, month, … that a day lies in: ``2024-05-02`` and ``Q`` give ``2024-04/2024-06``."""
    iso = moment.isoformat()
    if unit == "W":
        monday = moment - timedelta(days=moment.weekday())
        return f"{monday}/{monday + timedelta(days=6)}"
    if unit == "Q":
        start = (moment.month - 1) // 3 * 3 + 1
        return f"{iso[:4]}-{start:02}/{iso[:4]}-{start + 2:02}"
    return {"D": iso, "M": iso[:7], "Y": iso[:4], "E": f"{iso[:3]}X", "C": f"{iso[:2]}XX"}[unit]


def shift(value: str, count: int, unit: Unit) -> str | None:
    """Return the unit that lies ``count`` units after the one that holds the value.

    ``shift("2025-04-14", -3, "M")`` is ``2025-01``. None where the value is too vague to lie within one unit (the
    day before ``2025-04``), or beyond the calendar.
    """
    moment = moment_in(value, unit)
    if moment is None:
        return None
    try:
        return span_of(later(moment, count, unit), unit)
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None


def closed(value: str | None) -> tuple[date, date] | None:
    """Return the first and last day of a value; None where it is unknown or open."""
    covered = bounds(value) if value else None
    return (covered.first, covered.last) if covered and covered.first and covered.last else None


def moment_in(value: str, unit: Unit) -> date | None:
    """Return the first day of a value that lies within one unit, else None."""
    first, last = closed(value) or (None, None)
    if first and last and unit == "Y" and value[4:7] == "-24":  # a winter is named by the year in which it begins
        return first
    return first if first and last and span_of(first, unit) == span_of(last, unit) else None


def later(moment: date, count: int, unit: Unit) -> date:
    """Return a day ``count`` units later; the last of the month where the day doesn't exist there."""
    if unit in _DAYS_OF_UNIT:
        return moment + timedelta(days=count * _DAYS_OF_UNIT[unit])
    months = moment.year * 12 + moment.month - 1 + count * _MONTHS_OF_UNIT[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(moment.day, monthrange(year, month)[1]))


def interval(first: str, last: str) -> str | None:
    """Return the interval from one value to another, or None if there is no such interval.

    The ends may be intervals themselves, and ``..`` for an open end.
    """
    value = f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"
    return value if valid(value) else None


def within(inner: str, outer: str) -> bool:
    """Tell whether all days of one value are days of the other."""
    a, b = bounds(inner), bounds(outer)
    if a is None or b is None:
        return False
    starts = b.first is None or (a.first is not None and a.first >= b.first)
    ends = b.last is None or (a.last is not None and a.last <= b.last)
    return starts and ends


def compatible(a: str, b: str) -> bool:
    """Tell whether two values can be the same time told with different precision.

    ``2023-12`` and ``2023-12-12`` are, ``2023-12-12`` and ``2023-12-13`` aren't. Of an open interval only
    the end that is told counts. Approximate values need only overlap.
    """
    a, b = _told(a), _told(b)
    if within(a, b) or within(b, a):
        return True
    if "~" not in a + b and "%" not in a + b:
        return False
    one, other = bounds(a), bounds(b)
    if one is None or other is None:
        return False
    starts = one.first is None or other.last is None or one.first <= other.last
    return starts and (other.first is None or one.last is None or other.first <= one.last)


def _told(value: str) -> str:
    return value.replace("../", "").replace("/..", "")


def days_between(first: str, second: str) -> int | None:
    """Return the days from the end of one value to the beginning of another; None where an end is open."""
    a, b = bounds(first), bounds(second)
    if a is None or b is None or a.last is None or b.first is None:
        return None
    return (b.first - a.last).days


def is_before(first: str | None, second: str | None) -> bool:
    """Tell whether all of one date lies before all of another; of a date that isn't known, nothing does."""
    days = days_between(first, second) if first and second else None
    return days is not None and days > 0


def sort_key(value: str) -> tuple[str, str]:
    """Return a key that orders values by their first day, the more precise one first."""
    covered = bounds(value)
    if covered is None:
        return ("~", value)
    first = covered.first or covered.last or date.max
    return (first.isoformat(), (covered.last or date.max).isoformat())
