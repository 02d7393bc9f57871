"""Reasons that the stages before the pages gave, in English, in the words of the pages' language.

What is put into the data is the same in every language. A reason is therefore known again here by its message: the
words as they stand, and ``{placeholders}`` for what changes. What stands in a placeholder is a reason in turn, a date,
or the words of a source, which stay.
"""

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_skeleton, get_month_names

from generator import edtf
from generator.model import Kind
from generator.words import ENGLISH, REASON, dated, language, locale, messages, stays

_MONTHS = tuple(get_month_names("wide", locale=ENGLISH).values())
_NAMES = "|".join(_MONTHS)
DAY = rf"\d{{1,2}} (?:{_NAMES}) \d{{1,4}}"  # 14 April 2025
_END = rf"(?:\d{{1,2}} )?(?:(?:{_NAMES}) )?\d{{1,4}}"  # April 2025
MOMENT = rf"(?:(?:\d{{1,2}}|{_NAMES}|\d{{1,2}} (?:{_NAMES})|{_END}) ?– ?)?{_END}"  # 28 July – 2 August 2024
_WHOLE = re.compile(rf"(?=.*[A-Z]){MOMENT}")  # a bare year is as well a number
_YEARLY = re.compile(rf"(?:(?P<weekday>[A-Z][a-z]+day) )?(?P<day>\d{{1,2}}) (?P<month>{_NAMES})")  # Friday 3 May
LEAP_YEAR = 2000  # has each day that any year has
_HOLE = re.compile(r"\{(?P<name>[a-z_]{1,20})\}")  # {day}
_PART = "[^,;]+?"  # of a reckoning: what it is counted from stands behind its comma
_HOLES = {
    "day": DAY,
    "moment": f"{MOMENT}|(?:about|mid|early|late|the)[ -].{{3,30}}?",
    "n": r"\d[\d,.]{0,15}",
    **dict.fromkeys(("count", "what", "x", "y"), _PART),
}
_OURS = frozenset(("count", "what", "x", "y"))
"""Placeholders for what is certainly words of ours, or a number: no message fits with anything else in them."""
_OFTEN = frozenset(("a", "b", "because", "day", "how", "kind", "moment", "rest"))
"""Placeholders for what is mostly words of ours; all others hold the words of a source."""
_JOINED = "; "


def told(reason: str) -> str:
    """Return a reason in the language of the pages; as it is where no message fits it."""
    return known(reason) or reason


def perhaps(value: str) -> str:
    """Return a value in the language of the pages if it is words of ours, and not of a source: a message fits it."""
    return value if language() == ENGLISH else messages(language(), REASON).get(value, value)


def known(reason: str) -> str | None:
    """Return a reason in the language of the pages, None where no message fits it."""
    if language() == ENGLISH:
        return reason
    found = _known(language(), reason)
    if found is None:
        stays(reason)
    return found


@lru_cache(maxsize=1 << 14)
def _known(code: str, reason: str) -> str | None:
    exact = messages(code, REASON).get(reason) or moment(reason) or yearly(reason)
    if exact:
        return exact
    parts = reason.split(_JOINED)
    if len(parts) > 1 and all(" " in part for part in parts) and (several := _each(code, parts)):
        return several
    for pattern, words in _patterns(code):
        if (match := pattern.fullmatch(reason)) and (filled := _filled(code, match.groupdict())) is not None:
            return words.format(**filled)
    return _each(code, parts) if len(parts) > 1 else None


def _each(code: str, parts: list[str]) -> str | None:
    """Return several reasons, None where one of them isn't known."""
    found = [_known(code, part) for part in parts]
    return None if None in found else _JOINED.join(map(str, found))


def _filled(code: str, values: dict[str, str]) -> dict[str, str] | None:
    """Return what fills a message in the language of the pages; None where it can't be that message."""
    found = {k: _known(code, v) if k in _OURS | _OFTEN else None for k, v in values.items()}
    if any(found[k] is None and not values[k].isdecimal() for k in _OURS & values.keys()):
        return None
    return {k: v or values[k] for k, v in found.items()}


@lru_cache(maxsize=4)
def _patterns(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the messages with placeholders as patterns, those first that hold more words of their own."""
    found = {k: v for k, v in messages(code, REASON).items() if _HOLE.search(k)}
    ordered = sorted(found, key=lambda k: (-len(_HOLE.sub("", k)), k))
    return tuple((_pattern(message), found[message]) for message in ordered)


def _pattern(message: str) -> re.Pattern[str]:
    pieces = _HOLE.split(message)
    texts = (re.escape(piece) for piece in pieces[::2])
    holes = (f"(?P<{name}>{_HOLES.get(name, '.+?')})" for name in pieces[1::2])
    return re.compile("".join(part for pair in zip(texts, (*holes, ""), strict=True) for part in pair), re.DOTALL)


def moment(english: str) -> str | None:
    """Return an English day, month or span of days in the language of the pages."""
    if not _WHOLE.fullmatch(english):
        return None
    first, dash, last = (part.strip() for part in english.partition("–"))
    ends = [[*first.split(), *last.split()[len(first.split()) :]], last.split()] if dash else [first.split()]
    value = "/".join(_edtf(end) for end in ends)
    return dated(value) if edtf.valid(value) else None


def yearly(english: str) -> str | None:
    """Return a day that comes each year, such as ``3 May`` or ``Friday 3 May``, in the language of the pages."""
    match = _YEARLY.fullmatch(english)
    value = f"{LEAP_YEAR}-{_MONTHS.index(match['month']) + 1:02}-{int(match['day']):02}" if match else ""
    if match is None or not edtf.valid(value):
        return None
    day = format_skeleton("MMMMd", date.fromisoformat(value), locale=locale())
    weekday = messages(language(), REASON).get(match["weekday"])
    return f"{weekday}, {day}" if weekday else str(day)


def _edtf(parts: list[str]) -> str:
    """Return the EDTF value of an English day, month or year in its words: day, month, year."""
    *day, month, year = ["", *parts] if len(parts) == 1 else parts
    value = f"{int(year):04}" + (f"-{_MONTHS.index(month) + 1:02}" if month in _MONTHS else "")
    return value + (f"-{int(day[0]):02}" if day and day[0] else "")


_OPENINGS = {"Where ": "Where was that?", "What caused ": "What was the cause?"}
"""What is asked instead of a question that opens so, where its own words have no translation."""


def asked(kind: str, question: str) -> tuple[str, bool]:
    """Return the question, and whether it is only that of its kind, so that words of a source must stand beside it."""
    if language() == ENGLISH:
        return question, question == Kind[kind.upper()].row.plain
    whole = _known(language(), question)  # its words are ours but for names and noun phrases; any other is no lack
    if whole:
        return whole, False
    bare = next((plain for opening, plain in _OPENINGS.items() if question.startswith(opening)), None)
    return told(bare or Kind[kind.upper()].row.plain), True
