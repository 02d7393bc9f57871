"""What is written out: ``April 14, 2025``, ``14/04/2025``, ``the 1970s``; quarters, halves, anniversaries."""

import re

from generator.extract.dates.found import Found, expression
from generator.extract.dates.fragments import entries, full_year, is_known, meaning, number

_MONTHS_IN_YEAR = 12
_CENTURY = 100
_MAX_DAY = 31


def month_in(match: re.Match[str], group: str = "month") -> int:
    """Return the number of the month that a group names."""
    return int(meaning("month", match[group]))


def number_of_day(text: str) -> int:
    """Return the number of ``14th`` or ``fourteenth``."""
    return int("".join(c for c in text if c.isdigit()) or meaning("ordinal", text))


def date(match: re.Match[str]) -> Found:
    """Read a month and a day, with or without a year; without one it falls on the weekday beside it."""
    stem = f"{month_in(match):02}-{number_of_day(match['day']):02}"
    if stated := match.groupdict().get("year"):
        return expression(match, "day", f"{full_year(stated):04}-{stem}")
    return expression(match, "day-of-year", f"*{stem}{_weekday_in(match)}")


def _weekday_in(match: re.Match[str]) -> str:
    name = match["weekday"]
    if not name:
        return ""
    return next(f"W{meaning('weekday', w)}" for w in entries("weekday") if w.startswith(name[:3].lower()))


def days(match: re.Match[str]) -> Found:
    """Read a range of days: ``Aug. 18–20``, ``18 to 20 August 2025``, ``28 April – 3 May``."""
    first_month = month_in(match, "first") if match["first"] else month_in(match, "last")
    last_month = month_in(match, "last") if match["last"] else first_month
    first = f"{first_month:02}-{number_of_day(match['from']):02}"
    last = f"{last_month:02}-{number_of_day(match['to']):02}"
    if match["year"]:
        stated = int(match["year"])
        begin = stated - 1 if first_month > last_month else stated
        return expression(match, "days", f"{begin:04}-{first} / {stated:04}-{last}")
    return expression(match, "days-of-year", f"*{first} / *{first} >{last}")


def numeric(match: re.Match[str]) -> Found | None:
    """Read ``14/04/2025``; ``04/05/2025`` keeps both readings, for the article to settle."""
    first, second, stated = int(match["a"]), int(match["b"]), full_year(match["year"])
    day_first, month_first = f"{stated:04}-{second:02}-{first:02}", f"{stated:04}-{first:02}-{second:02}"
    if not (0 < first <= _MAX_DAY and 0 < second <= _MAX_DAY and min(first, second) <= _MONTHS_IN_YEAR):
        return None
    if first > _MONTHS_IN_YEAR or first == second:
        return expression(match, "numeric-day-first", day_first)
    if second > _MONTHS_IN_YEAR:
        return expression(match, "numeric-month-first", month_first)
    return expression(match, "numeric-ambiguous", f"{day_first} | {month_first}")


def years(match: re.Match[str]) -> Found | None:
    """Read ``2019–2021`` and ``2024/25``."""
    first, last = int(match["from"]), int(match["to"])
    if last < _CENTURY:
        last += first // _CENTURY * _CENTURY
        if last != first + 1 and match["sign"] == "/":
            return None
    return expression(match, "years", f"{first:04} / {last:04}") if last > first else None


def iso(match: re.Match[str]) -> Found:
    """Read ``2025-04-14``, ``2025/04/14``; a time of day behind it is left."""
    return Found(match.start(), match.end("date"), "iso", offset=match["date"].replace("/", "-"))


_QUARTERS_IN_YEAR = 4
_HALVES_IN_YEAR = 2


def ordinal_quarter(match: re.Match[str]) -> Found | None:
    """Read ``the third quarter``, ``fiscal second-quarter``, ``its first half``."""
    half = match["what"].lower() == "half"
    last = _HALVES_IN_YEAR if half else _QUARTERS_IN_YEAR
    ordinal = last if match["ordinal"].lower() in ("last", "final") else int(meaning("ordinal", match["ordinal"]))
    if ordinal > last:
        return None
    fiscal = match["fiscal"] or match["fiscal2"]
    if match["stated"]:
        return expression(match, "quarter-of-year", f"{match['stated']} {'H' if half else 'Q'}{ordinal}")
    if fiscal:
        return expression(match, "fiscal-quarter", None)
    return expression(match, "half" if half else "quarter", f"*{'H' if half else 'Q'}{ordinal}")


def anniversary(match: re.Match[str]) -> Found | None:
    """Read ``the 75th anniversary``: so many years before, by our sum."""
    digits = "".join(c for c in match["n"] or "" if c.isdigit())
    name = (match["n"] or match[0].split()[-1]).lower()
    kind = next((k for k in ("ordinal", "ordinal-of-years", "jubilee") if is_known(k, name)), "")
    years = int(digits or meaning(kind, name))
    return expression(match, "anniversary", f"-{years}Y") if years else None


def first_units(match: re.Match[str]) -> Found | None:
    """Read ``the first seven months``, to be completed by ``of 2024``."""
    count = number(match["number"]) or 0
    unit = match["unit"][0].upper()
    if count < 1 or count > 12 or count % 1:  # noqa: PLR2004
        return None
    last = match["end"].lower() not in ("first", "opening")
    if unit == "Q":
        what = f"Q-{int(count)}" if last else f"Q1-{int(count)}"
    elif unit == "Y":
        return Found(match.start(), match.end(), "duration", kind="duration", duration=f"P{int(count)}Y")
    else:
        what = f"{unit}-{int(count)}" if last else f"{unit}1-{int(count)}" if count > 1 else f"{unit}1"
    return Found(
        match.start(),
        match.end(),
        "first-units",
        kind="duration",
        offset=f"<<{what}",
        duration=f"P{int(count) * (3 if unit == 'Q' else 1)}{'M' if unit == 'Q' else unit}",
    )
