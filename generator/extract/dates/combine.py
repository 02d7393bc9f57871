"""Neighbouring expressions that are one: ``the third quarter`` of ``last year``, ``May`` to ``July``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.edtf import valid
from generator.extract.dates.fragments import meaning, pattern
from generator.extract.dates.tense import direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.extract.dates.found import Found

    Join = Callable[[str, Found, Found], Found | None]

_REACH = 40  # characters looked back for words that belong to an expression; longer than any of them
_INSIDE = re.compile(r",?\s{1,3}(?:(?:of|in)\s{1,3}(?:the\s{1,3})?)?", re.VERBOSE)  # August [of] last year
_OF = re.compile(r"\s{1,3}(?:of|in)\s{1,3}|['’]s\s{1,3}|,?\s{1,3}")
_POSSESSIVE = re.compile(r"['’]s?\s{1,3}|\s{1,3}")  # last year['s ]third quarter
_COMMA = re.compile(r",?\s{1,3}")
_TO = re.compile(r"\s{1,3}(?:to|through|until|till)\s{1,3}|\s?[-–—]\s?")
_AND = re.compile(r"\s{1,3}and\s{1,3}")
_FROM = re.compile(r"\b(?:from|between)\s{1,3}\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s{1,3}\Z", re.IGNORECASE)
_SHIFT = re.compile(r"\s{1,3}(before|after|from|following|prior\sto|since)\s{1,3}(?:the\s{1,3})?", re.IGNORECASE)
_YEAR_WHAT = re.compile(r"\*(?:M[0-9-]+|[01][0-9]-[0-3][0-9]|Q[1-4]|H[12]|S2[1-4]|[a-z-]+)")
_PARTS = re.compile(pattern(r"(?P<part>{part})(?:{_}in{_}|{_}|-)").pattern + r"\Z", re.VERBOSE | re.IGNORECASE)
_CLOCK_BEFORE = re.compile(
    pattern(r"{clock}(?:,|{_}on)?{_}|(?:mid-|early{_}|late{_})?{daytime}(?:{_}on)?{_}").pattern.replace(r"(?!\w)", "")
    + r"\Z",
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(r"(?:,|\s{1,3}at)?\s{1,3}" + pattern(r"{clock}").pattern, re.VERBOSE | re.IGNORECASE)
_OPEN = re.compile(r"\b(?P<word>since|until|till)\s{1,3}(?:at\sleast\s{1,3})?\Z", re.IGNORECASE)

_ABOUT = re.compile(r"\b(around|about|circa|ca?\.)\s{1,3}\Z", re.IGNORECASE)
_IN = re.compile(r"\bin\s{1,3}\Z", re.IGNORECASE)
_ABOUT_RULES = frozenset({"year", "month", "month-of-year", "day", "day-of-year", "decade", "century"})
_OF_SOME = re.compile(r"\s{1,3}of\b")  # the first seven months of a recent year
_DAY_RULES = frozenset(
    {
        "weekday",
        "last-weekday",
        "next-weekday",
        "this-weekday",
        "day-word",
        "day",
        "day-of-year",
        "iso",
        "narrative-weekday",
    }
)
_YEAR_RULES = frozenset({"unit", "year", "same-unit", "narrative-unit", "fiscal-year"})


def combine(text: str, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Join what belongs together, in passes from the inside out."""
    for join in (_container, _with_date, _shifted, _range):
        found = _pairwise(text, found, join)
    found = tuple(
        replace(f, offset=None)
        if f.rule == "first-units" and f.kind == "duration" and _OF_SOME.match(text, f.end)
        else f
        for f in found
    )
    return tuple(_opened(text, _ahead(text, _timed(text, _about(text, _parted(text, f))))) for f in found)


def _pairwise(text: str, found: tuple[Found, ...], join: Join) -> tuple[Found, ...]:
    out: list[Found] = []
    for item in found:
        joined = join(text, out[-1], item) if out else None
        if joined is None:
            out.append(item)
        else:
            out[-1] = joined
    return tuple(out)


def _container(text: str, a: Found, b: Found) -> Found | None:
    """Join ``August`` with ``last year``, ``the third quarter`` with ``of 1990``, ``last year's first half``."""
    gap = text[a.end : b.start]
    if a.offset and b.offset and _holds(b, a) and _INSIDE.fullmatch(gap):
        return replace(a, end=b.end, offset=f"{b.offset} {a.offset.lstrip('*<')}", kind="date", duration=None)
    if (
        a.offset
        and b.offset
        and _holds(a, b)
        and _POSSESSIVE.fullmatch(gap)
        and b.rule in ("quarter", "half", "first-units")
    ):
        return replace(b, start=a.start, offset=f"{a.offset} {b.offset.lstrip('*<')}", kind="date", duration=None)
    return None


def _holds(outer: Found, inner: Found) -> bool:
    if outer.kind != "date" or outer.offset is None or inner.offset is None or outer.vague:
        return False
    if inner.rule == "first-units":
        return outer.rule in _YEAR_RULES or outer.rule in ("month", "month-of-year")
    if inner.rule == "weekday":
        return outer.offset.endswith("W") and outer.rule in ("unit", "narrative-unit")
    year_long = outer.offset.endswith("Y") or valid(outer.offset)
    return bool(_YEAR_WHAT.fullmatch(inner.offset)) and outer.rule in _YEAR_RULES and year_long


def _with_date(text: str, a: Found, b: Found) -> Found | None:
    """Join a weekday with the date that it is."""
    if a.rule == "weekday" and b.rule in ("day", "day-of-year", "iso") and _COMMA.fullmatch(text[a.end : b.start]):
        return replace(b, start=a.start)
    return None


def _shifted(text: str, a: Found, b: Found) -> Found | None:
    """Join ``two weeks`` with ``before Christmas``."""
    gap = _SHIFT.fullmatch(text[a.end : b.start])
    if gap is None or a.kind != "duration" or not a.duration or "T" in a.duration or b.kind != "date" or not b.offset:
        return None
    if b.rule == "year-earlier" or "/" in b.offset:
        return None
    sign = "-" if gap[1].lower().startswith(("before", "prior")) else "+"
    count = a.duration[1:]
    step = f"{sign}{int(count[:-1]) * 7}D" if count.endswith("W") else f"{sign}{count}"
    return replace(b, start=a.start, rule="shifted", offset=f"{b.offset} {step}")


def _range(text: str, a: Found, b: Found) -> Found | None:
    """Join ``from Sept. 14 to Thursday``, ``between 2019 and 2021``, ``2019–2021``."""
    if (
        a.kind != "date"
        or b.kind != "date"
        or not a.offset
        or not b.offset
        or "/" in a.offset + b.offset
        or "|" in a.offset + b.offset
    ):
        return None
    gap, before = text[a.end : b.start], text[max(0, a.start - _REACH) : a.start]
    between = _BETWEEN.search(before) and _AND.fullmatch(gap)
    if not (between or (_TO.fullmatch(gap) and (_FROM.search(before) or not gap.strip().isalpha()))):
        return None
    return replace(b, start=a.start, rule="range", offset=f"{_with_year_of(a.offset, b.offset)} / {b.offset}")


_MONTH_OFFSET = re.compile(r"\*(?:M(?P<month>[0-9]{1,2})|(?P<month_day>[0-9]{2}-[0-9]{2}))")


def _with_year_of(first: str, last: str) -> str:
    """Give ``March`` in ``from March to May 2024`` the year of the end."""
    match = _MONTH_OFFSET.fullmatch(first)
    if match is None or not valid(last) or len(last) < len("2024-05"):
        return first
    stem = match["month_day"] or f"{int(match['month']):02}"
    year = int(last[:4]) - (stem > last[5:])
    return f"{year:04}-{stem}"


def _parted(text: str, found: Found) -> Found:
    """Add ``early``, ``mid-``, ``the end of`` before a period."""
    if found.kind != "date" or not found.offset or found.vague or found.rule in _DAY_RULES or "/" in found.offset:
        return found
    before = _PARTS.search(text, max(0, found.start - _REACH), found.start)
    if before is None:
        return found
    return replace(found, start=before.start(), offset=f"{found.offset} {meaning('part', before['part'])}")


def _timed(text: str, found: Found) -> Found:
    """Take in the time of day beside a day."""
    if found.rule not in _DAY_RULES:
        return found
    before = _CLOCK_BEFORE.search(text, max(0, found.start - _REACH), found.start)
    start = before.start() if before else found.start
    after = _CLOCK_AFTER.match(text, found.end)
    return replace(found, start=start, end=after.end() if after else found.end)


def _about(text: str, found: Found) -> Found:
    """Take in ``around``, ``circa`` before a date: it is approximate."""
    if found.rule not in _ABOUT_RULES or not found.offset:
        return found
    before = _ABOUT.search(text, max(0, found.start - _REACH), found.start)
    if before is None or (found.rule == "year" and before[1].lower() == "about"):
        return found
    return replace(found, start=before.start(), offset=f"{found.offset} ~")


def _ahead(text: str, found: Found) -> Found:
    """Read ``will close in two months`` as a date, not as a length of time."""
    if (
        found.rule != "duration"
        or not found.duration
        or "T" in found.duration
        or not _IN.search(text, max(0, found.start - 4), found.start)
    ):
        return found
    if direction(text, found.start, found.end)[0] != ">":
        return found
    count, unit = found.duration[1:-1], found.duration[-1]
    return replace(
        found,
        kind="date",
        duration=None,
        rule="from-now",
        offset=f"+{int(count) * 7}D ~" if unit == "W" else f"+{count}{unit}",
    )


def _opened(text: str, found: Found) -> Found:
    """Open the end of the interval after ``since`` and before ``until``; the word stays outside."""
    if found.kind != "date" or not found.offset or found.vague or "/" in found.offset or "|" in found.offset:
        return found
    before = _OPEN.search(text, max(0, found.start - _REACH), found.start)
    if before is None:
        return found
    since = before["word"].lower() == "since"
    return replace(found, offset=f"{found.offset} / .." if since else f".. / {found.offset}")
