"""Neighbouring expressions that are one: ``the third quarter`` of ``last year``, ``May`` to ``July``."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.edtf import valid
from generator.extract.dates.found import Found, Passage
from generator.extract.dates.surround import alone, timed, widened

Join = Callable[[str, Found, Found], Found | None]

_REACH = 20  # characters looked back for from and between
_INSIDE = re.compile(r",?\s{1,3}(?:(?:of|in)\s{1,3}(?:the\s{1,3})?)?")  # August [of] last year
_COMMA = re.compile(r",?\s{1,3}")
_APPOSED = re.compile(r",\s{1,3}an?\s{1,3}")  # 21 November, [a Tuesday]
_TO = re.compile(r"\s{1,3}(?:to|through|until|till)\s{1,3}|\s?[-–—]\s?")
_AND = re.compile(r"\s{1,3}and\s{1,3}")
_FROM = re.compile(r"\b(?:from|between)\s{1,3}\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s{1,3}\Z", re.IGNORECASE)
_SHIFT = re.compile(r"\s{1,3}(before|after|from|following|prior\sto|since)\s{1,3}(?:the\s{1,3})?", re.IGNORECASE)
_IN_YEAR = re.compile(r"\*(?:M[0-9-]+|[01][0-9]-[0-3][0-9](?:W[1-7])?|Q[1-4]|H[12]|S2[1-4]|[a-z-]+)(?:\s[\w-]+)?")
_IN_MONTH = re.compile(r"\*?D-?[0-9]{1,2}(?:-[0-9]{1,2})?(?:\s~)?|N[1-5L]W[1-7]")
_YEAR_RULES = frozenset({"unit", "year", "same-unit", "narrative-unit", "fiscal-year"})
_MONTH_RULES = frozenset({"month", "month-of-year", "unit", "narrative-unit", "same-unit"})


def combine(passage: Passage, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Join what belongs together, from the inside out, and take in the words beside it."""
    if not found:
        return ()
    for join in (_container, _with_date, _shifted):
        found = _pairwise(passage.text, found, join)
    found = tuple(widened(passage, f) for f in found)
    found = _pairwise(passage.text, found, _range)
    return _pairwise(passage.text, tuple(_timed(passage, found)), _with_clock)


def _timed(passage: Passage, found: tuple[Found, ...]) -> Iterator[Found]:
    free = 0  # where the last day ended: its time of day isn't taken in twice
    for item in found:
        settled = alone(passage, timed(passage, item, free))
        if settled:
            yield settled
            free = free if settled.rule == "clock" else settled.end


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
    if not a.offset or not b.offset:
        return None
    if a.rule == "days-of-year" and _is_year(b) and _INSIDE.fullmatch(gap):
        sides = (f"{b.offset} {side.lstrip('*')}" for side in a.offset.split(" / "))
        return replace(a, end=b.end, offset=" / ".join(sides))
    if _holds(b, a) and _INSIDE.fullmatch(gap):
        return replace(a, end=b.end, offset=f"{b.offset} {a.offset.lstrip('*<')}", kind="date", duration=None)
    return None


def _holds(outer: Found, inner: Found) -> bool:
    if outer.kind != "date" or not outer.offset or not inner.offset or outer.vague:
        return False
    if _IN_MONTH.fullmatch(inner.offset):
        return outer.rule in _MONTH_RULES and not outer.offset.endswith(("W", "D", "Y"))
    if inner.rule == "first-units":
        return outer.rule in _YEAR_RULES | _MONTH_RULES
    if inner.rule == "weekday":
        return outer.offset.endswith("W") and outer.rule in ("unit", "narrative-unit")
    return bool(_IN_YEAR.fullmatch(inner.offset)) and _is_year(outer)


def _is_year(found: Found) -> bool:
    """Tell whether an expression is a year: ``1990``, ``last year``."""
    offset = found.offset or ""
    return found.rule in _YEAR_RULES and (offset.endswith("Y") or valid(offset))


def _with_clock(_: str, a: Found, b: Found) -> Found | None:
    """Let the day that has taken in a time of day stand for both."""
    if a.end <= b.start or "clock" not in (a.rule, b.rule):
        return None
    return b if a.rule == "clock" else a


def _with_date(text: str, a: Found, b: Found) -> Found | None:
    """Join a weekday or ``today`` with the date that it is."""
    if not b.offset or not a.offset:
        return None
    gap, dated = text[a.end : b.start], b.rule in ("day", "day-of-year")
    if b.rule == "weekday" and _APPOSED.fullmatch(gap):
        return _apposed(a, b)
    if not _COMMA.fullmatch(gap):
        return None
    if a.offset == "0D" and a.rule == "day-word" and dated:
        return replace(b, start=a.start)
    if a.rule != "weekday" or not (dated or b.rule == "iso"):
        return None
    bare = b.rule == "day-of-year" and "W" not in b.offset
    on = a.offset.split()[-1].lstrip("*<>") if bare else ""  # of last week
    return replace(b, start=a.start, offset=f"{b.offset}{on}")


def _apposed(a: Found, b: Found) -> Found | None:
    """Join a day with the weekday that it is said to be: ``21 November, a Tuesday``."""
    if a.rule not in ("day", "day-of-year"):
        return None
    on = b.offset.lstrip("*") if b.offset and a.rule == "day-of-year" and "W" not in (a.offset or "") else ""
    return replace(a, end=b.end, offset=f"{a.offset}{on}")


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
    if not (_can_bound(a) and _can_bound(b)):
        return None
    gap, before = text[a.end : b.start], text[max(0, a.start - _REACH) : a.start]
    between = _BETWEEN.search(before) and _AND.fullmatch(gap)
    same = (a.rule, b.rule) in (("year", "year"), ("month-of-year", "month"))  # January to July 2024
    free = not gap.strip().isalpha() or same
    if not between and not (_TO.fullmatch(gap) and (free or _FROM.search(before))):
        return None
    return replace(
        b, start=a.start, rule="range", offset=f"{_with_year_of(a.offset or '', b.offset or '')} / {b.offset}"
    )


def _can_bound(found: Found) -> bool:
    return (
        found.kind == "date"
        and bool(found.offset)
        and "/" not in (found.offset or "")
        and "|" not in (found.offset or "")
    )


_MONTH_OFFSET = re.compile(r"\*(?:M(?P<month>[0-9]{1,2})|(?P<month_day>[0-9]{2}-[0-9]{2}))")


def _with_year_of(first: str, last: str) -> str:
    """Give ``March`` in ``from March to May 2024`` the year of the end."""
    match = _MONTH_OFFSET.fullmatch(first)
    if match is None or not valid(last) or len(last) < len("2024-05"):
        return first
    stem = match["month_day"] or f"{int(match['month']):02}"
    year = int(last[:4]) - (stem > last[5:])
    return f"{year:04}-{stem}"
