"""What is counted from the day of writing or another date (``last May``), lengths (``three years``), and sets."""

import re

from generator.extract.dates.found import Found, expression
from generator.extract.dates.fragments import CALENDAR_UNITS, meaning, number

_TURN = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_CLOCK_UNITS = ("TH", "TM", "TS")
_DECADES = {"E": 10, "C": 100}  # the past decade is the ten years up to now, not the one before the turn
_DAYS_OF = {"W": 7, "F": 14}
_MONTHS_IN_YEAR = 12
_PRECISE = ("", "only", "exactly", "a full")


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
    """Read ``three months ago``, ``a year from now``: at the precision of its unit, ``a week ago today`` to the day."""
    back = match["way"].lower() in ("ago", "back")
    shifted = counted(match, back=back)
    if shifted and match["day"]:  # a week ago today, to the day
        shifted = shifted.removesuffix(" ~") if shifted.endswith(("D", "D ~")) else None
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


_CALENDAR = {
    "D": ("D", 1), "W": ("W", 1), "F": ("W", 2), "M": ("M", 1), "Q": ("M", 3), "Y": ("Y", 1), "E": ("Y", 10),
    "C": ("Y", 100), "WE": ("D", 2),
}  # fmt: skip
_CLOCK = {"TH": "H", "TM": "M", "TS": "S"}
_MINUTES_IN_HOUR = 60


def duration(count: float | None, unit: str) -> str | None:
    """Return the ISO 8601 duration of so many units, or None if it can't be told in whole ones."""
    if count is None:
        return None
    if unit in _CLOCK:
        letter = _CLOCK[unit]
        if count % 1 and letter == "H":
            count, letter = count * _MINUTES_IN_HOUR, "M"
        return f"PT{int(count)}{letter}"
    letter, factor = _CALENDAR[unit]
    count *= factor
    if count % 1 and letter == "Y":
        count, letter = count * _MONTHS_IN_YEAR, "M"
    return f"P{round(count)}{letter}"


def _length(match: re.Match[str], rule: str, found: str | None, offset: str | None = None) -> Found:
    return Found(match.start(), match.end(), rule, kind="duration", duration=found, offset=offset, vague=found is None)


def plain(match: re.Match[str]) -> Found | None:
    """Read ``nearly forty years``, ``five-year``, ``an hour and a half``."""
    count = number(match["number"])
    found = duration(count + 0.5 if count and match["half"] else count, meaning("unit", match["unit"]))
    return _length(match, "duration", found) if found else None


def between(match: re.Match[str]) -> Found:
    """Read ``two to three weeks``; the shorter length stands for both."""
    return _length(match, "duration-range", duration(number(match["low"]), meaning("unit", match["unit"])))


def recent(match: re.Match[str]) -> Found | None:
    """Read ``the past two decades``: a length that ends (or begins) when the text was written."""
    length = duration(number(match["number"]), meaning("unit", match["unit"]))
    if not length or "T" in length:
        return _length(match, "recent-length", length) if length else None
    ahead = match["which"].lower() in ("next", "coming", "following")
    return _length(match, "recent-length", length, f"0D / +{length[1:]}" if ahead else f"-{length[1:]} / 0D")


def _set(match: re.Match[str], rule: str, found: str | None) -> Found:
    return Found(match.start(), match.end(), rule, kind="set", duration=found)


def every(match: re.Match[str]) -> Found | None:
    """Read ``every year``, ``every other Friday``, ``each July``, ``every two weeks``."""
    if match["weekday"]:
        return _set(match, "every", "P2W" if match["other"] else "P1W")
    if match["yearly"]:
        return _set(match, "every", "P1Y")
    count = 2.0 if match["other"] else number(match["number"] or "one")
    found = duration(count, meaning("unit", match["unit"]))
    return _set(match, "every", found) if found else None
