"""Periods of the calendar: quarters, halves, holidays, anniversaries, the first months of a year."""

import re

from generator.extract.dates.found import Found, expression
from generator.extract.dates.fragments import is_known, meaning, number
from generator.lexicons import table

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
