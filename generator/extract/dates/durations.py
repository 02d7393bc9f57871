"""Lengths (``three years``), sets (``every Tuesday``) and vague times (``now``, ``recent years``, ``the future``)."""

import re
from functools import partial

from generator.extract.dates.found import Found, Rule, expression
from generator.extract.dates.fragments import meaning, number, pattern

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


def _plain(match: re.Match[str]) -> Found | None:
    """Read ``nearly forty years``, ``five-year``, ``an hour and a half``."""
    count = number(match["number"])
    found = duration(count + 0.5 if count and match["half"] else count, meaning("unit", match["unit"]))
    return _length(match, "duration", found) if found else None


def _between(match: re.Match[str]) -> Found:
    """Read ``two to three weeks``; the shorter length stands for both."""
    return _length(match, "duration-range", duration(number(match["low"]), meaning("unit", match["unit"])))


def _recent(match: re.Match[str]) -> Found | None:
    """Read ``the past two decades``: a length that ends (or begins) when the text was written."""
    length = duration(number(match["number"]), meaning("unit", match["unit"]))
    if not length or "T" in length:
        return _length(match, "recent-length", length) if length else None
    ahead = match["which"].lower() in ("next", "coming", "following")
    return _length(match, "recent-length", length, f"0D / +{length[1:]}" if ahead else f"-{length[1:]} / 0D")


def _set(match: re.Match[str], rule: str, found: str | None) -> Found:
    return Found(match.start(), match.end(), rule, kind="set", duration=found)


def _every(match: re.Match[str]) -> Found | None:
    """Read ``every year``, ``every other Friday``, ``each July``, ``every two weeks``."""
    if match["weekday"]:
        return _set(match, "every", "P2W" if match["other"] else "P1W")
    if match["yearly"]:
        return _set(match, "every", "P1Y")
    count = 2.0 if match["other"] else number(match["number"] or "one")
    found = duration(count, meaning("unit", match["unit"]))
    return _set(match, "every", found) if found else None


def _previously(match: re.Match[str]) -> Found | None:
    """Read ``Previously`` at the head of a sentence; ``a previously announced plan`` tells no time."""
    return expression(match, "vague-past", vague=True) if match[0][0].isupper() else None


_QUANTITY = r"(?:(?:an?{_}additional|another|{quantity}){_}){0,2}"
_MORE = r"(?:{_}(?:more|consecutive|straight|successive|additional|full|whole|long|other))?"
_UNITS = r"(?:days|weeks|months|quarters|years|decades|centuries)"
_ADJECTIVE = r"(?!{_}(?!of\b|for\b|and\b|or\b|is\b|was\b|will\b|to\b|in\b|as\b|but\b|with\b|that\b)[a-z])"
_VAGUE = partial(_length, rule="vague-length", found=None)
_BARE = partial(_length, rule="bare-length", found=None)
_WHOLE = partial(_length, rule="whole-year", found="P1Y")
_WEEKLY = partial(_set, rule="every", found="P1W")

RULES: tuple[Rule, ...] = (
    # the nine months, the 50 years
    Rule("unit", pattern(r"the{_}(?P<number>{number}){_}(?P<unit>{unit})(?P<half>{_}and{_}a{_}half(?!-))?"), _plain),
    # the year (ended 31 March), the fiscal year
    Rule(
        "unit ended", pattern(r"the{_}(?:(?:(?:fiscal|financial){_})?year(?={_}end(?:ed|ing)\b)|fiscal{_}year)"), _WHOLE
    ),
    # nearly forty years, more than 20 consecutive years, five-year, 8-month-old, a year or two, an hour and a half
    Rule(
        "unit",
        pattern(
            _QUANTITY + r"(?P<number>{number})" + _MORE + r"(?:-|{_})(?P<unit>{unit})"
            r"(?:-(?:old|long)|{_}or{_}(?:so|two|more)|(?P<half>{_}and{_}a{_}half(?!-)))?"
        ),
        _plain,
    ),
    # two to three weeks, the next 12 to 18 months
    Rule(
        "unit",
        pattern(
            _QUANTITY + r"(?:(?:the{_})?(?:past|last|next|coming){_})?(?P<low>{number})"
            r"(?:{_}(?:to|or){_}|-to-|\s?[-–]\s?){number}(?:-|{_})(?P<unit>{unit})"
        ),
        _between,
    ),
    # the past two decades, the last twenty-four hours, the next four years or so
    Rule(
        "unit near",
        pattern(
            r"(?:the{_})?(?P<which>past|last|next|coming|previous|following|latest|preceding){_}"
            r"(?P<number>{number}){_}(?P<unit>{unit})(?:{_}or{_}(?:so|two|more))?"
        ),
        _recent,
    ),
    # for centuries, within weeks, months of talks
    Rule("unit", pattern(r"days|weeks|months|years|decades|centuries|hours|minutes"), _BARE),
    # recent years, the past few weeks
    Rule("unit near", pattern(r"(?:the{_})?(?:recent|past|coming|last|next){_}(?:{some}{_})?" + _UNITS), _VAGUE),
    # several years, the next few days, a few hours
    Rule(
        "unit some",
        pattern(r"(?:the{_})?(?:(?:past|last|next|coming){_})?{some}{_}(?:more{_})?(?:" + _UNITS + r"|hours|minutes)"),
        _VAGUE,
    ),
    # the years, the early years
    Rule("unit", pattern(r"the{_}(?:(?:early|later|intervening|ensuing){_})?(?:years|decades|centuries)"), _VAGUE),
    # some time, a while, a long time
    Rule("while", pattern(r"some{_}time|a{_}while|a{_}long{_}time"), _VAGUE),
    # daily, annually
    Rule(
        "frequency",
        pattern(r"(?P<frequency>{frequency})"),
        lambda m: _set(m, "frequency", meaning("frequency", m["frequency"])),
    ),
    # every year, each July, every other Friday, every two weeks
    Rule(
        "every",
        pattern(
            r"(?:every|each)(?:{_}(?P<other>other))?{_}"
            r"(?:(?:(?P<number>{number}){_})?(?P<unit>{unit})|(?P<weekday>{weekday})|(?P<yearly>{season}|{month}))"
        ),
        _every,
    ),
    # Sundays, Tuesday evenings
    Rule("weekday", pattern(r"{weekday}(?:s|{_}(?:mornings|afternoons|evenings|nights))"), _WEEKLY),
    # per year, once a week, three times a day
    Rule(
        "unit per",
        pattern(r"(?:(?:once|twice|[a-z]{3,6}{_}times){_}(?:an?|every|per){_}|per{_})(?P<unit>{unit})"),
        lambda m: _set(m, "per", duration(1, meaning("unit", m["unit"]))),
    ),
    # now, these days; recently, the past; soon, one day
    Rule(
        "vague",
        pattern(
            r"(?P<present>{vague-present})|(?P<past>{vague-past})"
            r"|(?<!as\s)(?P<future>{vague-future}|the{_}future" + _ADJECTIVE + r")"
        ),
        lambda m: expression(m, f"vague-{m.lastgroup}", vague=True),
    ),
    Rule("previously", pattern(r"previously"), _previously),
)
