"""English days, months and spans, as the stages tell them, in the language of the pages."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_skeleton, get_month_names

from generator import edtf
from generator.words import ENGLISH, REASON, language, locale, messages
from generator.words.dates import dated

_MONTHS = tuple(get_month_names("wide", locale=ENGLISH).values())
_NAMES = "|".join(_MONTHS)
DAY = rf"\d{{1,2}} (?:{_NAMES}) \d{{1,4}}"  # 14 April 2025
_END = rf"(?:\d{{1,2}} )?(?:(?:{_NAMES}) )?\d{{1,4}}"  # April 2025
MOMENT = rf"(?:(?:\d{{1,2}}|{_NAMES}|\d{{1,2}} (?:{_NAMES})|{_END}) ?– ?)?{_END}"  # 28 July – 2 August 2024
_WHOLE = re.compile(rf"(?=.*[A-Z]){MOMENT}")  # a bare year is as well a number
_YEARLY = re.compile(rf"(?:(?P<weekday>[A-Z][a-z]+day) )?(?P<day>\d{{1,2}}) (?P<month>{_NAMES})")  # Friday 3 May
LEAP_YEAR = 2000  # has each day that any year has


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
