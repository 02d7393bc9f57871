"""From what an expression says by itself to its value: the anchor, the tense, and the dates before it in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.edtf import describe_offset, format_value, is_relative, precision, resolve
from generator.extract.dates.tense import direction

if TYPE_CHECKING:
    from generator.extract.dates.found import Found

_STAR = re.compile(r"\*(?P<what>[^\s]{1,20})")


_LONGER_PERIODS = (
    "duration",
    "first-units",
)  # the nine months: what follows is compared with a year before, not a quarter


class Anchor(NamedTuple):
    """The date that relative expressions are counted from, and where it is known from, in words."""

    value: str
    name: str


class Reading(NamedTuple):
    """The value of one expression: EDTF or None, the anchor, how it is known, and the reasoning."""

    value: str | None
    basis: str
    offset: str | None
    anchor: str | None
    because: str
    counted_from: int | None = None
    """The index of the expression in the text that it is counted from."""


@dataclass
class Story:
    """What has been read so far: the dates that later expressions can refer to."""

    dates: list[tuple[int, str]] = field(default_factory=list)
    quarter: tuple[int, str] | None = None

    def note(self, index: int, value: str, *, compared: bool) -> None:
        """Remember a date; a quarter that another is compared with isn't the one that the text speaks of."""
        self.dates.append((index, value))
        if precision(value) == "quarter" and not compared:
            self.quarter = (index, value)

    def last(self, offset: str) -> tuple[int, str] | None:
        """Return the latest date that the offset can be counted from."""
        for index, value in reversed(self.dates[-6:]):
            if resolve(offset, value):
                return index, value
        return None


def read(text: str, index: int, found: Found, anchor: Anchor | None, story: Story) -> Reading:
    """Return the value of one expression, the ``index``-th of the text; the story grows by it."""
    reading = _read(text, found, anchor, story)
    if reading.value and found.kind == "date":
        story.note(
            index, reading.value, compared=found.rule == "year-earlier" or (reading.offset or "").endswith("-4Q")
        )
    elif found.rule in _LONGER_PERIODS and (found.duration or "") in ("P6M", "P9M", "P1Y"):
        story.quarter = None
    return reading


def _read(text: str, found: Found, anchor: Anchor | None, story: Story) -> Reading:
    offset = _about_a_quarter(found, story)
    if offset is None:
        because = "the text leaves it vague" if found.vague else "a length of time, not a date"
        return Reading(None, "unresolved", None, None, because)
    if "|" in offset:
        because = "the article doesn't settle the order of day and month"
        return Reading(None, "unresolved", offset, None, because)
    if offset.startswith("@"):
        return _from_before(offset, story)
    directed = _STAR.sub(lambda m: _directed(text, found, m["what"]), offset)
    return _anchored(directed, anchor)


def _about_a_quarter(found: Found, story: Story) -> str | None:
    """Take ``a year earlier`` and ``the period`` after a quarter as the quarter a year before, and that quarter."""
    year_before = found.rule == "year-earlier" or (found.offset or "").removeprefix("@ ") == "-1Y"
    if year_before and found.rule in ("year-earlier", "ago", "narrative-shift"):
        return "@ -4Q" if story.quarter else "-1Y"
    if found.rule == "this-period":
        return "@ 0Q" if story.quarter else "-1Q"
    if found.rule == "stated-period" and story.quarter:
        return f"{found.offset} Q{(int(story.quarter[1][5:7]) + 2) // 3}"
    return found.offset


def _from_before(offset: str, story: Story) -> Reading:
    reference = story.quarter if offset in ("@ -4Q", "@ 0Q") else story.last(offset[2:])
    if reference is None:
        return Reading(None, "unresolved", offset, None, "no date before it in the text to count from")
    index, value = reference
    found = resolve(offset[2:], value)
    because = f"{describe_offset(offset[2:], value)}, the date before it in the text"
    return Reading(found, "relative" if found else "unresolved", offset, value, because, index)


def _directed(text: str, found: Found, what: str) -> str:
    """Settle the direction: days and months of the year may lie on either side, weekdays lie where the verb says."""
    way = direction(text, found.start, found.end)
    kind = "month" if what[0] == "M" or "-" in what else what[0]
    if kind in "QH":
        return f"{'<' if way in ('?', '<?') else way}{what}" if way != ">?" else f"?{what}"
    if kind == "month":
        return f"{way}{what}"
    return f"{'<' if way == '?' else way[0]}{what}"


def _anchored(offset: str, anchor: Anchor | None) -> Reading:
    if not is_relative(offset):
        value = resolve(offset, None)
        return Reading(value, "stated", offset, None, "as written") if value else _impossible(offset)
    if anchor is None:
        return Reading(None, "unresolved", offset, None, "the article states no date to count from")
    value = resolve(offset, anchor.value)
    if value is None:
        return Reading(
            None, "unresolved", offset, anchor.value, f"{format_value(anchor.value)} is too vague to count from"
        )
    because = f"{describe_offset(offset, anchor.value)}, {anchor.name}"
    return Reading(value, "relative", offset, anchor.value, because)


def _impossible(offset: str) -> Reading:
    return Reading(None, "unresolved", offset, None, "there is no such day in the calendar")
