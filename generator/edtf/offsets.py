"""Offsets: what a temporal expression says by itself, and its value once the anchor is known.

An offset is a row of steps, applied to the anchor from left to right::

    2025-04-14     this value, whatever the anchor
    -3M  +1W  0D   so many units on: days, weeks, months, quarters, years, decades (E), centuries (C)
    <W5  >W5       the last Friday up to the anchor, the first one from it on (<< and >>: the anchor's own left out)
    <M12 <12-25 <Q3 <S22 <WE <D15 <easter    the same for months, days, quarters, seasons, weekends, the 15th, holidays
    07-15W5 D8W7   15 July and the 8th, only if it is a Friday, a Sunday
    M12  12-25  Q3  H1   W5  D15  easter         the one within the year, month or week reached so far
    ?M12 ?12-25    the nearest one; <?M12 >?M12 rather the last or the next one, unless the other is close by
    M1-7 M-3 D1-3  its months 1 to 7, its last three months, its first three days
    early mid late its first, middle, last part
    ~              approximately
    =              the same

``A / B`` is the interval from one offset to another, ``..`` an open end.
"""

import re
from functools import lru_cache
from typing import cast

from generator.edtf.calendar import nearest, part_of, pick
from generator.edtf.values import Unit, days_between, interval, precision, shift, valid

_SHIFT = re.compile(r"(?P<count> [+-]? [0-9]{1,6} ) (?P<unit> [DWMQYEC] )", re.VERBOSE)  # -3M
_SEEK = re.compile(r"(?P<way> << | >> | <\? | >\? | < | > | \? ) (?P<what> \S{1,20} )", re.VERBOSE)  # <W5
_ABSOLUTE = re.compile(r"[0-9]{4} (?: - [0-9]{2} ){0,2} | [0-9]{3}X | [0-9]{2}XX", re.VERBOSE)  # 2025-04, 197X
_WEEK = re.compile(r"(?P<count> [+-]? [01] ) W (?P<part> (?: \s (?: early | mid | late | W[1-7] ) )? )", re.VERBOSE)
_OPEN = ".."
_MARKED = "~?%"


_NEWS = 30
"""Days before a text was written that its news lies in."""


def is_relative(offset: str) -> bool:
    """Tell whether an offset needs an anchor."""
    return any(not (side.strip() == _OPEN or _ABSOLUTE.fullmatch(side.split()[0])) for side in offset.split(" / "))


@lru_cache(maxsize=4096)
def resolve(offset: str, anchor: str | None) -> str | None:
    """Return the EDTF value of an offset counted from an anchor (EDTF).

    None where the anchor is missing or too vague: ``-1D`` can't be counted from ``2025-04``, ``-1Y`` can.
    """
    if " / " in offset:
        first, last = (s if s == _OPEN else resolve(s, anchor) for s in offset.split(" / ", 1))
        return None if first is None or last is None else interval(first, last)
    value = anchor
    for step in offset.split():
        value = _step(step, value)
        if value is None:
            return None
    return value


def spoken(offset: str, anchor: str, *, ahead: bool | None = None) -> str:
    """Return the offset of a week as it is meant on its first or last day.

    On a Sunday ``last week`` may well be the one that ends that day, and ``this week`` the one that begins, if what is
    told lies ``ahead``; on a Monday ``this week`` may be the one before and that day, if it is told as past. Where
    nothing tells (None), both are meant, as one interval; ``this Friday`` is one day, the coming one unless it is told
    as past.
    """
    week, days = _WEEK.fullmatch(offset), resolve("0W", anchor) or ""
    if week is None or anchor not in days.split("/"):
        return offset
    count, part, begins = int(week["count"]), week["part"], days.startswith(anchor)
    one, other = (f"{n:+}W{part}" for n in (count - begins, count - begins + 1))
    if begins:
        return f"{one} / 0D" if count == 0 and ahead is False and "W" not in part else offset
    if count == 0 and (ahead is not None or "W" in part):
        return one if ahead is False else other
    return f"{one} / {other}"


def can_be_news(offset: str, value: str, written: str) -> bool:
    """Tell whether a day or month of no told year (``09-28``) can be one of the weeks before a text was written, too.

    ``value`` is what it means beside another date of the text. Where both are possible, nothing tells the year.
    """
    last = resolve(f"<{offset}", written) if precision(written) == "day" else None
    apart = days_between(last, written) if last else None
    return last != value and apart is not None and apart < _NEWS


def _step(step: str, value: str | None) -> str | None:
    if _ABSOLUTE.fullmatch(step):
        return step if valid(step) else None
    return None if value is None else _moved(step, value)


def _moved(step: str, value: str) -> str | None:
    if step == "=":
        return value
    if step == "~":
        return "/".join(side if side[-1] in _MARKED else f"{side}~" for side in value.split("/"))
    if step in ("early", "mid", "late"):
        return part_of(value, step)
    if match := _SHIFT.fullmatch(step):
        return shift(value, int(match["count"]), cast("Unit", match["unit"]))
    if match := _SEEK.fullmatch(step):
        return nearest(value, match["way"], match["what"])
    return pick(value, step)
