"""Periods of the calendar and eras: quarters, halves, seasons, fiscal years, holidays, ``44 BC``, ``5 March 79 AD``."""

import re

from generator.extract.dates.absolute import month_in, number_of_day
from generator.extract.dates.found import Found, expression
from generator.extract.dates.fragments import full_year, is_known, meaning, number
from generator.lexicons import table

_LAST_DAY = 31  # a number up to it may as well be another day: 4 May 30


def christian(match: re.Match[str]) -> Found:
    """Read ``AD 79``, ``5 March 79 AD``."""
    year = f"{int(match['year'] or match['ce']):04}"
    return expression(match, "christian-year", f"{year}{_in_year(match)}")


def short(match: re.Match[str]) -> Found:
    """Read ``4 Jul 76`` and ``22 October 433``; of ``4 July 30`` the text doesn't settle what the number is."""
    digits = match["year"]
    if int(digits) <= _LAST_DAY:
        return expression(match, "short-year")
    year = full_year(digits) if len(digits) == len("76") else int(digits)
    return expression(match, "short-year", f"{year:04}{_in_year(match)}")


def _in_year(match: re.Match[str]) -> str:
    """Return the month and day of a match as they follow a year: ``-07-04``."""
    groups = match.groupdict()
    name = next((g for g in ("month", "month_first") if groups.get(g)), None)
    day = groups.get("day") or groups.get("day_last")
    if name is None:
        return ""
    return f"-{month_in(match, name):02}" + (f"-{number_of_day(day):02}" if day else "")


_HOLIDAYS = {name: key for name, key, _ in table("dates-holidays")}
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


def holiday(match: re.Match[str]) -> Found:
    """Read ``Christmas``, ``last Easter``, ``Thanksgiving 2023``, ``the day before Christmas 2002``."""
    key = _HOLIDAYS[" ".join(match["holiday"].lower().split())]
    way = {"last": "<<", "next": ">>", "this": "0Y "}.get((match["which"] or "").lower(), "*")
    beside = {"before": " -1D", "after": " +1D"}.get((match["beside"] or "").lower(), "")
    return expression(match, "holiday", (f"{match['year']} " if match["year"] else way) + key + beside)


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
