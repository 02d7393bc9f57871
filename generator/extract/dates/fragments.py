"""The pieces that patterns are put together from: months, weekdays, numbers, units."""

from __future__ import annotations

import re
from functools import cache

from generator.lexicons import table


def _either(entries: list[str]) -> str:
    longest_first = sorted(entries, key=lambda e: (-len(e), e))
    return "(?:" + "|".join(re.escape(e).replace(r"\ ", r"\s{1,3}") for e in longest_first) + ")"


_WORDS = {(kind, word): value for kind, word, value in table("dates-words")}


def _of(kind: str) -> list[str]:
    return [word for k, word in _WORDS if k == kind]


def meaning(kind: str, word: str) -> str:
    """Return the value of a word in the word list: ``meaning("month", "Sept.")`` is ``9``."""
    return _WORDS[kind, " ".join(word.lower().split()).rstrip(".").replace("’", "'")]


_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})?(?:\.[0-9]{1,2})?"
_NUMBER_WORD = _either(_of("number"))
_SPELLED = rf"{_NUMBER_WORD}(?:(?:-|\s{{1,3}}(?:and\s)?){_NUMBER_WORD}){{0,4}}"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
_SPELLED_YEAR = (
    rf"(?:(?:nineteen|eighteen)\s(?:hundred|{_TENS}(?:[-\s]{_ONES})?)"  # nineteen ninety-six
    rf"|two\sthousand(?:\s(?:and\s)?{_NUMBER_WORD})?"  # two thousand and five
    rf"|twenty\s(?:ten|eleven|twelve|\w{{1,4}}teen|{_TENS}))"  # twenty sixteen
)
_FULL_MONTHS = [m for m in _of("month") if len(m) > len("sept") or m in ("may", "june", "july")]
_SHORT_MONTHS = [m for m in _of("month") if m not in _FULL_MONTHS]  # only these take a full stop
_CLOCK = r"(?:[0-9]{1,2}(?:[:.][0-9]{2})?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)|[0-9]{1,2}:[0-9]{2}|noon|midnight)"
_ZONE = r"(?:\s(?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|BST|IST|JST|ET|local\stime))?"

FRAGMENTS = {
    "_": r"\s{1,3}",
    "month": rf"(?:{_either(_FULL_MONTHS)}\b|{_either(_SHORT_MONTHS)}(?:\.|\b))",
    "weekday": _either(_of("weekday")),
    "day": r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9])",
    "year": r"(?:1[0-9]|20)[0-9]{2}",
    "short-year": r"(?:(?:1[0-9]|20)[0-9]{2}|['’][0-9]{2})",
    "spelled-year": _SPELLED_YEAR,
    "number": rf"(?:{_DIGITS}|{_SPELLED})",
    "some": _either(_of("some")),
    "unit": _either(_of("unit")),
    "season": _either(_of("season")),
    "ordinal": _either(_of("ordinal")),
    "quantity": _either(_of("quantity")),
    "part": _either(_of("part")),
    "frequency": _either(_of("frequency")),
    "holiday": _either([name for name, *_ in table("dates-holidays")]),
    "daytime": r"(?:morning|afternoon|evening|night|midday|noon|midnight|lunchtime)",
    "clock": _CLOCK + _ZONE,
}
_NAME = re.compile(r"\{ ( [a-z_] [a-z-]{0,20} | _ ) \}", re.VERBOSE)


@cache
def pattern(source: str) -> re.Pattern[str]:
    """Compile a verbose, case-blind pattern in which ``{month}`` stands for a fragment.

    It begins and ends at the edge of a word, and not after a currency sign.
    """
    body = _NAME.sub(lambda m: FRAGMENTS[m[1]], source)
    return re.compile(rf"(?<![\w$€£¥]) (?:{body}) (?!\w)", re.VERBOSE | re.IGNORECASE)


def number(text: str) -> float | None:
    """Return the value of a number in digits or words, or None if the words make none."""
    text = " ".join(text.lower().replace("-", " ").split())
    if text[:1].isdigit():
        return float(text.replace(",", ""))
    total = current = 0.0
    for word in text.split():
        if word == "and":
            continue
        value = float(_WORDS.get(("number", word), "nan"))
        if value != value:  # noqa: PLR0124 - not a number
            return None
        if value == 100:  # noqa: PLR2004
            current = (current or 1) * value
        elif value >= 1000:  # noqa: PLR2004
            total, current = total + (current or 1) * value, 0.0
        else:
            current += value
    return total + current


def year(text: str) -> int:
    """Return a year written in digits or as people say it: ``nineteen ninety-six``."""
    if text[:1].isdigit():
        return int(text)
    parts = text.lower().replace("-", " ").split()
    if parts[0] == "two":
        return 2000 + int(number(" ".join(parts[2:])) or 0) if len(parts) > 2 else 2000  # noqa: PLR2004
    rest = " ".join(parts[1:])
    return int(number(parts[0]) or 0) * 100 + (0 if rest == "hundred" else int(number(rest) or 0))
