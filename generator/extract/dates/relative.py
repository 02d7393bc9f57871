"""What is counted from the day of writing (``last May``, ``three months ago``) or from another date of the text."""

import re

from generator.extract.dates.found import Found, expression
from generator.extract.dates.fragments import CALENDAR_UNITS, meaning, number

_TURN = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_CLOCK_UNITS = ("TH", "TM", "TS")
_DECADES = {"E": 10, "C": 100}  # the past decade is the ten years up to now, not the one before the turn
_DAYS_OF = {"W": 7, "F": 14}
_MONTHS_IN_YEAR = 12
_PRECISE = ("", "only", "exactly", "a full")


def weekday(match: re.Match[str]) -> Found:
    """Read a weekday; bare it is looked for in the direction that the tense gives."""
    what, which = f"W{meaning('weekday', match['weekday'])}", (match["which"] or "").lower().split()[-1:]
    if which in (["last"], ["past"]):
        return expression(match, "last-weekday", f"<<{what}")
    if which in (["next"], ["coming"]):
        return expression(match, "next-weekday", f">>{what}")
    return expression(match, "this-weekday" if which else "weekday", f"0W {what}" if which else f"*{what}")


def unit(match: re.Match[str]) -> Found | None:
    """Read ``last month``, ``this week``, ``next year``, ``the coming weekend``."""
    turn, unit = _TURN[match["which"].lower()], meaning("unit", match["unit"])
    if unit == "WE":
        return expression(match, "weekend", ("<<WE", "0W WE", ">>WE")[turn + 1])
    if unit in _CLOCK_UNITS and turn:
        return Found(match.start(), match.end(), "recent-length", "duration", duration=f"PT1{unit[1]}")
    if unit not in CALENDAR_UNITS or match["unit"].endswith("s") or (unit == "D" and turn):
        return None
    if unit in _DECADES and turn:
        length = f"{_DECADES[unit]}Y"
        offset = f"-{length} / 0D" if turn < 0 else f"0D / +{length}"
        return Found(match.start(), match.end(), "recent-length", "duration", offset, f"P{length}")
    fiscal = " ~" if match["unit"].lower().startswith(("fiscal", "financial")) else ""
    return expression(match, "unit", (f"{turn:+}{unit}" if turn else f"0{unit}") + fiscal)


def ago(match: re.Match[str]) -> Found | None:
    """Read ``three months ago``, ``a year from now``: at the precision of the unit that is counted."""
    back = match["way"].lower() in ("ago", "back")
    shifted = counted(match, back=back)
    return expression(match, "ago" if back else "from-now", shifted) if shifted else None


def counted(match: re.Match[str], *, back: bool) -> str | None:
    """Return the offset of what the fragment ``counted`` matched: approximate behind ``more than`` or ``nearly``."""
    shifted = shift_of(number(match["number"]), meaning("unit", match["unit"]), "-" if back else "+")
    hedged = " ".join(match["hedge"].lower().split()) not in _PRECISE
    return f"{shifted} ~" if hedged and shifted and shifted != "0D" and not shifted.endswith("~") else shifted


def shift_of(count: float | None, unit: str, sign: str) -> str | None:
    """Return the offset of so many units: weeks are counted in days and so approximate, hours stay on the day."""
    if unit in _CLOCK_UNITS:
        return "0D"
    if count is None or unit == "WE":
        return None
    if count % 1:
        return f"{sign}{round(count * _MONTHS_IN_YEAR)}M ~" if unit == "Y" else None
    if unit in _DAYS_OF:
        return f"{sign}{int(count) * _DAYS_OF[unit]}D ~"
    return f"{sign}{int(count)}{unit}"


def part(match: re.Match[str]) -> Found | None:
    """Read ``earlier this month``, ``later in the year``, ``late last week``, ``the end of the month``."""
    unit, which = meaning("unit", match["unit"]), (match["which"] or "this").lower()
    word = match["part"].lower()
    part = "" if word in ("earlier", "later") else meaning("part", word)
    if unit not in CALENDAR_UNITS:
        return None
    turn = {"last": "-1", "next": "+1"}.get(which, "0")
    if not match["which"]:
        return expression(match, "part-of-the-unit", f"0{unit} {part}".strip())
    if unit == "D" or not part:
        return expression(match, "within-unit", f"{turn}{unit}")
    return expression(match, "part-of-unit", f"{turn}{unit} {part}")


def shift(match: re.Match[str]) -> Found | None:
    """Read ``a day earlier``, ``two weeks later``."""
    back = match["way"].lower().startswith(("earlier", "before", "previously"))
    shifted = counted(match, back=back)
    return expression(match, "narrative-shift", f"@ {shifted}") if shifted else None
