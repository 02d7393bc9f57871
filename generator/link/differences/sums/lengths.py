"""How long something took, beside the dates from which to which: ``the three-day visit from August 18 to 21``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import edtf
from generator.edtf import format_value
from generator.link.differences.sums.check import check, lines_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Check, Date

DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
"""Days of a unit of time; of months and years on average (Gregorian calendar)."""
ROUNDED = {"D": 0.0, "W": 1.0, "M": 20.0, "Y": 200.0}
"""Days by which a length may be off: people count the first day or not, and round months and years."""
FAR = 3
"""Times that a length differs at most from the time between the dates; else it is the length of something else."""

_LENGTH = re.compile(r"P(?P<count>[0-9]{1,4})(?P<unit>[DWMY])")
_NAMES = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
_BEHIND = re.compile(
    r"(?i)^(?:,? (?:or|a (?:total|period|span) of|in all|altogether|lasting|which is|that is) (?:of )?| \()$"
)
_BEFORE_ADJECTIVE = re.compile(r"(?i)^(?: [^\s\d.,;:()]{1,20}){1,3},? (?:from |between )?\(?$")  # “-day visit from ”
_BEFORE = re.compile(r"(?i)^(?:,? (?:from|between) | \()$")  # “12 years, from ”


def lengths(corpus: Corpus) -> Iterator[Check]:
    """Compare lengths with the dates that a sentence gives beside them."""
    for line in lines_with(corpus, "date"):
        for date in line.dates:
            if date.kind == "date" and date.value and "/" in date.value:
                length = _length_of(line, date)
                made = _compared(line, length, date) if length else None
                if made:
                    yield made


def _length_of(line: Line, dates: Date) -> Date | None:
    """Return the one length of a sentence that stands beside its dates, or None."""
    found = [d for d in line.dates if _LENGTH.fullmatch(d.duration or "")]
    ranges = [d for d in line.dates if d.value and "/" in d.value]
    if len(found) != 1 or len(ranges) != 1 or dates not in line.dates:
        return None
    length, start = found[0], line.sentence.span.start
    if dates.span.end <= length.span.start:
        between = line.text[dates.span.end - start : length.span.start - start]
        return length if _BEHIND.match(between) else None
    if length.span.end <= dates.span.start:
        between = line.text[length.span.end - start : dates.span.start - start]
        pattern = _BEFORE_ADJECTIVE if "-" in length.text else _BEFORE
        return length if pattern.match(between) else None
    return None


def _compared(line: Line, length: Date, dates: Date) -> Check | None:
    told = _LENGTH.fullmatch(length.duration or "")
    between = _days(dates.value or "")
    if told is None or between is None:
        return None
    count, unit = int(told["count"]), told["unit"]
    said, (least, most) = count * DAYS[unit], between
    if not least / FAR <= said <= most * FAR:
        return None
    holds = least - ROUNDED[unit] <= said <= most + ROUNDED[unit]
    low, high = round(least / DAYS[unit]), round(most / DAYS[unit])
    number = str(low) if low == high else f"{low} or {high}" if high == low + 1 else f"about {(low + high) // 2}"
    worked_out = f"{number} {_NAMES[unit]}"
    formula = f"{format_value(dates.value or '')} = {worked_out}{'' if holds else f', not {count}'}"
    because = (
        f"The sentence says “{' '.join(length.text.split())}” and gives the dates “{' '.join(dates.text.split())}”."
    )
    return check("length", (formula, because), holds=holds, evidence=(line.sentence,))


def _days(value: str) -> tuple[int, int] | None:
    """Return the fewest and the most days from one date to another, the last day counted or not."""
    first, last = (edtf.bounds(end) for end in value.split("/")[:2])
    if first is None or last is None:
        return None
    if first.first is None or first.last is None or last.first is None or last.last is None:
        return None
    least = (last.first - first.last).days
    return (least, (last.last - first.first).days + 1) if least > 0 else None
