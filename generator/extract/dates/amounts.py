"""Durations (``three years``), sets (``every Tuesday``, ``annual``) and vague times (``now``, ``recent years``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.dates.found import Found, Rule
from generator.extract.dates.fragments import meaning, number, pattern

if TYPE_CHECKING:
    import re

_CALENDAR = {
    "D": ("D", 1),
    "W": ("W", 1),
    "F": ("W", 2),
    "M": ("M", 1),
    "Q": ("M", 3),
    "Y": ("Y", 1),
    "E": ("Y", 10),
    "C": ("Y", 100),
    "WE": ("D", 2),
}
_CLOCK = {"TH": "H", "TM": "M", "TS": "S"}
_MONTHS_IN_YEAR = 12


def duration(count: float | None, unit: str) -> str | None:
    """Return the ISO 8601 duration of so many units, or None if it can't be told in whole ones."""
    if count is None:
        return None
    if unit in _CLOCK:
        letter = _CLOCK[unit]
        if count % 1 and letter == "H":
            count, letter = count * 60, "M"
        return f"PT{int(count)}{letter}"
    letter, factor = _CALENDAR[unit]
    count *= factor
    if count % 1 and letter == "Y":
        count, letter = count * _MONTHS_IN_YEAR, "M"
    return f"P{round(count)}{letter}"


def _plain(match: re.Match[str]) -> Found | None:
    """Read ``nearly forty years``, ``five-year``, ``two-day``."""
    found = duration(number(match["number"]), meaning("unit", match["unit"]))
    return Found(match.start(), match.end(), "duration", kind="duration", duration=found) if found else None


def _between(match: re.Match[str]) -> Found:
    return Found(
        match.start(),
        match.end(),
        "duration-range",
        kind="duration",
        duration=duration(number(match["low"]), meaning("unit", match["unit"])),
    )


def _past(match: re.Match[str]) -> Found | None:
    """Read ``the past two decades``: a length that ends (or begins) when the text was written."""
    count, unit = number(match["number"]), meaning("unit", match["unit"])
    length = duration(count, unit)
    if not length:
        return None
    offset = None
    if length[-1] in "DWMY" and "T" not in length:
        ahead = match["which"].lower() in ("next", "coming", "following")
        offset = f"0D / +{length[1:]}" if ahead else f"-{length[1:]} / 0D"
    return Found(match.start(), match.end(), "recent-length", kind="duration", duration=length, offset=offset)


def _vague_length(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), "vague-length", kind="duration", vague=True)


def _set(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), "frequency", kind="set", duration=meaning("frequency", match["word"]))


def _every(match: re.Match[str]) -> Found | None:
    """Read ``every year``, ``each Tuesday``, ``every two weeks``, ``a year`` as a rate."""
    groups = match.groupdict()
    if groups.get("weekday"):
        return Found(match.start(), match.end(), "every-weekday", kind="set", duration="P1W")
    if groups.get("month") or groups.get("season"):
        return Found(match.start(), match.end(), "every-month", kind="set", duration="P1Y")
    count = number(groups.get("number") or "1")
    if groups.get("other"):
        count = 2.0
    found = duration(count, meaning("unit", match["unit"]))
    return Found(match.start(), match.end(), "every", kind="set", duration=found) if found else None


def _now(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), "vague-present", vague=True)


def _then(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), "vague-past", vague=True)


def _soon(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), "vague-future", vague=True)


_Q = r"(?:(?:an?{_}additional|another|{quantity}){_}){0,2}"
_MORE = r"(?:{_}(?:more|consecutive|straight|successive|additional|full|whole|long|other))?"

RULES: tuple[Rule, ...] = (
    # nearly forty years, more than 20 consecutive years, five-year, 8-month-old
    Rule(pattern(_Q + r"(?P<number>{number})" + _MORE + r"(?:-|{_})(?P<unit>{unit})(?:-(?:old|long))?"), _plain),
    # two to three weeks, 12 to 18 months
    Rule(
        pattern(_Q + r"(?P<low>{number})(?:{_}(?:to|or){_}|-to-|\s?[-–]\s?){number}(?:-|{_})(?P<unit>{unit})"), _between
    ),
    # the past two decades, the last twenty-four hours, the next four years
    Rule(
        pattern(
            r"(?:the{_})?(?P<which>past|last|next|coming|previous|following|latest|preceding){_}(?P<number>{number}){_}(?P<unit>{unit})(?:{_}or{_}(?:so|two|more))?"
        ),
        _past,
    ),
    # recent years, the past few weeks, several years, a few days, the years
    Rule(
        pattern(
            r"(?:the{_})?(?:recent|past|coming|last|next){_}(?:(?:{some}){_})?(?:days|weeks|months|years|decades|quarters|centuries)"
        ),
        _vague_length,
    ),
    Rule(
        pattern(
            r"(?:the{_})?(?:(?:(?:past|last|next|coming){_})?(?:{some}){_}(?:more{_})?)(?:days|weeks|months|years|decades|centuries|hours|minutes)"
        ),
        _vague_length,
    ),
    Rule(
        pattern(
            r"the{_}(?:(?:early|later|intervening|ensuing){_})?(?:years|decades|centuries)|some{_}time|a{_}while|a{_}long{_}time"
        ),
        _vague_length,
    ),
    # daily, annually
    Rule(
        pattern(r"(?P<word>{frequency})"),
        _set,
    ),
    # every year, each July, every other Friday, every two weeks
    Rule(
        pattern(
            r"(?:every|each)(?:{_}(?P<other>other))?{_}(?:(?:(?P<number>{number}){_})?(?P<unit>{unit})|(?P<weekday>{weekday})|(?P<season>{season})|(?P<month>{month}))"
        ),
        _every,
    ),
    # per year, once a week
    Rule(pattern(r"(?:(?:once|twice|[a-z]{3,6}{_}times){_}(?:an?|every|per){_}|per{_})(?P<unit>{unit})"), _every),
    # now, currently, these days
    Rule(
        pattern(
            r"(?:right{_})?now|currently|at{_}present|at{_}the{_}moment|nowadays|these{_}days|at{_}this{_}time|current|present-day|for{_}the{_}time{_}being"
        ),
        _now,
    ),
    # recently, the past, previously
    Rule(
        pattern(
            r"(?:(?:more|most){_})?recently|recent|the{_}(?:recent{_}|distant{_})?past|previously|lately|formerly|earlier{_}on|long{_}since|past{_}years"
        ),
        _then,
    ),
    # soon, the near future
    Rule(
        pattern(
            r"soon|the{_}(?:(?:near|foreseeable|immediate|distant|not-too-distant){_})?future|shortly|one{_}day|someday|in{_}the{_}(?:coming|long|short|medium){_}term|a{_}later{_}date"
        ),
        _soon,
    ),
)
