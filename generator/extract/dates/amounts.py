"""Sets of times (``every Tuesday``, ``annual``) and vague times (``now``, ``recently``, ``the future``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.dates.durations import duration
from generator.extract.dates.found import Found, Rule
from generator.extract.dates.fragments import meaning, number, pattern

if TYPE_CHECKING:
    import re


def _set(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), "frequency", kind="set", duration=meaning("frequency", match["frequency"]))


def _every(match: re.Match[str]) -> Found | None:
    """Read ``every year``, ``every other Friday``, ``each July``, ``every two weeks``."""
    if match["weekday"]:
        return Found(match.start(), match.end(), "every", kind="set", duration="P2W" if match["other"] else "P1W")
    if match["yearly"]:
        return Found(match.start(), match.end(), "every", kind="set", duration="P1Y")
    count = 2.0 if match["other"] else number(match["number"] or "one")
    found = duration(count, meaning("unit", match["unit"]))
    return Found(match.start(), match.end(), "every", kind="set", duration=found) if found else None


def _weekly(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), "every", kind="set", duration="P1W")


def _per(match: re.Match[str]) -> Found | None:
    found = duration(1, meaning("unit", match["unit"]))
    return Found(match.start(), match.end(), "per", kind="set", duration=found)


def _vague(match: re.Match[str]) -> Found:
    return Found(match.start(), match.end(), f"vague-{match.lastgroup}", vague=True)


def _previously(match: re.Match[str]) -> Found | None:
    """Read ``Previously`` at the head of a sentence; ``a previously announced plan`` tells no time."""
    return Found(match.start(), match.end(), "vague-past", vague=True) if match[0][0].isupper() else None


_ADJECTIVE = r"(?!{_}(?!of\b|for\b|and\b|or\b|is\b|was\b|will\b|to\b|in\b|as\b|but\b|with\b|that\b)[a-z])"

RULES: tuple[Rule, ...] = (
    # daily, annually
    Rule("frequency", pattern(r"(?P<frequency>{frequency})"), _set),
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
    Rule("weekday", pattern(r"{weekday}(?:s|{_}(?:mornings|afternoons|evenings|nights))"), _weekly),
    # per year, once a week, three times a day
    Rule("unit", pattern(r"(?:(?:once|twice|[a-z]{3,6}{_}times){_}(?:an?|every|per){_}|per{_})(?P<unit>{unit})"), _per),
    # now, these days; recently, the past; soon, one day
    Rule(
        "vague",
        pattern(
            r"(?P<present>{vague-present})|(?P<past>{vague-past})"
            r"|(?<!as\s)(?P<future>{vague-future}|the{_}future" + _ADJECTIVE + r")"
        ),
        _vague,
    ),
    Rule("previously", pattern(r"previously"), _previously),
)
