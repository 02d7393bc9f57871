"""Lengths (``three years``, ``the past two decades``) and sets (``every Tuesday``)."""

import re

from generator.extract.dates.found import Found
from generator.extract.dates.fragments import meaning, number

_CALENDAR = {
    "D": ("D", 1), "W": ("W", 1), "F": ("W", 2), "M": ("M", 1), "Q": ("M", 3), "Y": ("Y", 1), "E": ("Y", 10),
    "C": ("Y", 100), "WE": ("D", 2),
}  # fmt: skip
_CLOCK = {"TH": "H", "TM": "M", "TS": "S"}
_MONTHS_IN_YEAR = 12
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
