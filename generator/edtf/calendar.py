"""The calendar inside a value: its weekdays, months, quarters, seasons, holidays, parts."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import cast

from generator.edtf.values import Unit, bounds, closed, last_of_month, moment_in, precision, shift, span_of, valid
from generator.lexicons import compiled, mapping

_WHAT = compiled("offset")
_LEAP_REACH = 8  # the longest way to the next 29 February: eight years, around 1900 or 2100


def pick(value: str, what: str) -> str | None:
    """Return the weekday, month, quarter, … of that name within a value, or None if there is no such one in it.

    The value must lie within one week, month or year, as the case may be.
    """
    match = _WHAT.fullmatch(what)
    if match is None or match.lastgroup is None:
        return None
    group = "nth" if match["nth"] else match.lastgroup
    name = match[group] if group != "nth" else match["nth"] + match["nth_weekday"]
    name, _, weekday = name.partition("W") if group in ("month_day", "days") else (name, "", "")
    found = _PICKS[group](value, name)
    if not found or not valid(found) or (weekday and date.fromisoformat(found).isoweekday() != int(weekday)):
        return None
    return found


def _weekday(value: str, number: str) -> str | None:
    monday = moment_in(value, "W")
    if monday is None:
        return None
    return (monday + timedelta(days=int(number) - 1 - monday.weekday())).isoformat()


def _weekend(value: str, _: str) -> str | None:
    saturday = _weekday(value, "6")
    return saturday and f"{saturday}/{date.fromisoformat(saturday) + timedelta(days=1)}"


def _in_year(value: str, part: str) -> str | None:
    start = moment_in(value, "Y")
    return f"{start.year:04}-{part}" if start else None


def _months(value: str, numbers: str) -> str | None:
    start = moment_in(value, "Y")
    return _numbered(f"{start.year:04}", numbers) if start else None


def _days(value: str, numbers: str) -> str | None:
    start = moment_in(value, "M")
    return _numbered(f"{start.year:04}-{start.month:02}", numbers) if start else None


def _numbered(whole: str, numbers: str) -> str:
    """Return a part of a year or month, or several as one interval, by their numbers: ``3`` or ``1-7``."""
    return "/".join(f"{whole}-{int(number):02}" for number in numbers.split("-"))


def _quarters(value: str, numbers: str) -> str | None:
    first, _, last = numbers.partition("-")
    return _months(value, f"{int(first) * 3 - 2}-{int(last or first) * 3}")


def _half(value: str, number: str) -> str | None:
    stem = value.rstrip("X")
    years = {"century": ("00/{}49", "50/{}99"), "decade": ("0/{}4", "5/{}9")}.get(precision(value))
    if years:
        return stem + years[int(number) - 1].format(stem)
    return _months(value, "1-6" if number == "1" else "7-12")


def _nth(value: str, numbers: str) -> str | None:
    start = moment_in(value, "M")
    if start is None:
        return None
    weekday = int(numbers[1])
    if numbers[0] == "L":
        last = last_of_month(start.year, start.month)
        return (last - timedelta(days=(last.weekday() + 1 - weekday) % 7)).isoformat()
    nth = int(numbers[0])
    first = date(start.year, start.month, 1)
    found = first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + (nth - 1) * 7)
    return found.isoformat() if found.month == start.month else None


def _last(value: str, what: str) -> str | None:
    """Return the last so many months or days of a value: ``M-3`` of ``2024`` is ``2024-10/2024-12``."""
    days, unit = closed(value), cast("Unit", what[0])
    end = span_of(days[1], unit) if days else ""
    start = shift(end, 1 - int(what[2:]), unit) if end else None
    if start is None:
        return None
    return f"{start.partition('/')[0]}/{end.rpartition('/')[2]}" if start != end else end


def _holiday(value: str, name: str) -> str | None:
    start = moment_in(value, "Y")
    found = holiday(name, start.year) if start else None
    return found.isoformat() if found else None


_PICKS: dict[str, Callable[[str, str], str | None]] = {
    "weekday": _weekday,
    "weekend": _weekend,
    "month_day": _in_year,
    "months": _months,
    "last": _last,
    "quarters": _quarters,
    "half": _half,
    "season": _in_year,
    "days": _days,
    "nth": _nth,
    "holiday": _holiday,
}
_FRAME: dict[str, Unit] = {"weekday": "W", "weekend": "W", "days": "M"}
_FINENESS: dict[str, Unit] = {"months": "M", "season": "M", "quarters": "Q", "half": "Q"}


def nearest(value: str, way: str, what: str) -> str | None:
    """Return the nearest weekday, month, … of that name before, after or around a value.

    ``<`` and ``>`` count the one that holds the value itself, ``<<`` and ``>>`` don't, ``?`` takes the nearer one,
    ``<?`` and ``>?`` take the other direction where that one is close by.
    None where the value is too vague to tell.
    """
    match = _WHAT.fullmatch(what)
    group = match.lastgroup if match else None
    if group is None or moment_in(value, _FINENESS.get(group, "D")) is None:
        return None
    if way in ("<?", ">?"):
        return _rather(value, way[0], what)
    first, last = _first(value), _last_day(value)
    around = tuple(_around(value, what, _FRAME.get(group, "Y")))
    if way == "?":
        return min(around, key=lambda v: (abs((_first(v) - first).days), v), default=None)
    if way[0] == "<":
        return max((v for v in around if (_first(v) <= last if way == "<" else _last_day(v) < first)), default=None)
    return min((v for v in around if (_last_day(v) >= first if way == ">" else _first(v) > last)), default=None)


CLOSE_BY = 60  # days; nobody writes "on 20 November" for one that lies almost a year off


def _rather(value: str, way: str, what: str) -> str | None:
    near = nearest(value, "?", what)
    if near is None:
        return None
    away = (_first(near) - _last_day(value)).days if way == "<" else (_first(value) - _last_day(near)).days
    return near if 0 < away <= CLOSE_BY else nearest(value, way, what)


def _around(value: str, what: str, frame: Unit) -> Iterator[str]:
    reach = _LEAP_REACH if what == "02-29" else 1
    for count in range(-reach, reach + 1):
        moved = shift(value, count, frame)
        found = moved and pick(moved, what)
        if found:
            yield found


def _first(value: str) -> date:
    covered = bounds(value)
    return (covered and covered.first) or date.min


def _last_day(value: str) -> date:
    covered = bounds(value)
    return (covered and covered.last) or date.max


_THIRDS = {
    "year": {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")},
    "decade": {"early": ("0", "3"), "mid": ("4", "6"), "late": ("7", "9")},
    "century": {"early": ("00", "33"), "mid": ("34", "66"), "late": ("67", "99")},
}


def part_of(value: str, part: str) -> str | None:
    """Return the first, middle or last part of a year, decade, century, season, quarter, month or week.

    ``mid`` of ``2024`` is ``2024-05~/2024-08~``. A day stays a day: its hours aren't dates.
    """
    kind = precision(value)
    if kind == "day":
        return value
    stem = value.rstrip("~?%")
    if kind in _THIRDS:
        first, last = _THIRDS[kind][part]
        stem = f"{stem}-" if kind == "year" else stem.rstrip("X")
        return f"{stem}{first}~/{stem}{last}~"
    days = closed(value)
    if days is None:
        return None
    first_day, last_day = days
    if kind in ("season", "quarter"):
        month = {"early": first_day, "mid": first_day + timedelta(days=31), "late": last_day}[part]
        return f"{span_of(month, 'M')}~"
    return _third_of_days(first_day, last_day, part)


def _third_of_days(first: date, last: date, part: str) -> str:
    third = max(((last - first).days + 1) // 3, 1)
    starts = {"early": first, "mid": first + timedelta(days=third), "late": first + timedelta(days=2 * third)}
    ends = {"early": starts["mid"], "mid": starts["late"], "late": last + timedelta(days=1)}
    return f"{starts[part]}~/{ends[part] - timedelta(days=1)}~"


def holiday(name: str, year: int) -> date | None:
    """Return the day of a holiday in a year, or None if the calendar doesn't settle it.

    A rule is a fixed day ``12-25``, days from Easter ``easter-2``, the n-th weekday of a month ``11N4W4``, or the last
    one ``05NLW1``; ``11N4W4+1`` is a day after.
    """
    rule = mapping("dates-holidays", 1, 2).get(name, "")
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    month = int(rule[:2] or 0)
    if "N" in rule:
        found = _nth(f"{year:04}-{month:02}", rule[3] + rule[5])
        return date.fromisoformat(found) + timedelta(days=int(rule[6:] or 0)) if found else None
    return date(year, month, int(rule[3:])) if month else None


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm; Meeus, Astronomical Algorithms)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shifted = (golden + 11 * epact + 22 * weekday) // 451
    month, last = divmod(epact + weekday - 7 * shifted + 114, 31)
    return date(year, month, last + 1)
