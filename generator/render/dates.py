"""EDTF dates in words."""

from __future__ import annotations

import re

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASONS |= {33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of"}
_SEASONS |= {40: "first half of", 41: "second half of"}
_DATE = re.compile(
    r"""
    (?P<year>-?\d{1,4}X{0,3}|-?Y?\d+)   # 2024, 197X, 19XX, -0044
    (?:-(?P<month>\d\d|XX))?            # 04, or a season: 21 to 41
    (?:-(?P<day>\d\d|XX))?              # 14
    (?P<mark>[?~%]?)                    # uncertain, approximate, both
    """,
    re.VERBOSE,
)
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about ", "": ""}


def readable(edtf: str | None) -> str:
    """Return an EDTF date in English words: ``14 April 2025``, ``18–20 August 2024``, ``since 2016``, ``the 1970s``."""
    if edtf is None:
        return "undated"
    start, slash, end = edtf.partition("/")
    if not slash:
        return _single(start)
    if start in ("", ".."):
        return f"until {_single(end)}"
    if end in ("", ".."):
        return f"since {_single(start)}"
    return _range(start, end)


def _single(edtf: str) -> str:
    match = _DATE.fullmatch(edtf)
    if match is None:
        return edtf
    day = "" if match["day"] in (None, "XX") else f"{int(match['day'])} "
    return _MARKS[match["mark"]] + day + _month(match["month"]) + _year(match["year"])


def _month(number: str | None) -> str:
    if number in (None, "XX"):
        return ""
    value = int(number)
    name = _MONTHS[value - 1] if 1 <= value <= len(_MONTHS) else _SEASONS.get(value, number)
    return f"{name} "


def _year(year: str) -> str:
    if year.endswith("XX"):
        return f"the {_ordinal(int(year[:-2]) + 1)} century" if year[:-2].isdigit() else year
    if year.endswith("X"):
        return f"the {year[:-1]}0s"
    return f"{-int(year)} BC" if year.startswith("-") and year[1:].isdigit() else year


def _ordinal(number: int) -> str:
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _range(start: str, end: str) -> str:
    """Return a range with what both ends share said once."""
    first, last = _single(start), _single(end)
    shared = start[:7] == end[:7], start[:4] == end[:4]
    plain = not any(mark in start + end for mark in "?~%X")
    full = len("2024-08-18")
    if plain and shared[0] and len(start) == len(end) == full:
        return f"{int(start[8:])}–{last}"
    if plain and shared[1] and len(start) == len(end) > len("2024"):
        return f"{first.rsplit(' ', 1)[0]} – {last}"
    return f"{first} – {last}"
