"""What has been read of an article so far: the dates that later expressions can refer to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.edtf import days_between, is_relative, precision, resolve

if TYPE_CHECKING:
    from generator.extract.dates.context import Anchor, Reading
    from generator.extract.dates.found import Found, Passage

_MEMORY = 6  # dates looked back; what is further off is out of the reader's mind as well
_LONGER = ("P6M", "P9M", "P1Y")  # the nine months: a year earlier after them isn't a quarter
_ADVERBIAL = frozenset(
    "in on since from until till by between to and after before around about during early late mid the".split()  # noqa: SIM905
)
_HEAD = re.compile(r"(?:^|[.!?”\"]\s{1,3})(?:In|On|By|Early\sin|Late\sin)\s{1,3}\Z")  # In 1998, …
_REACH = 20  # characters looked back for the head of a sentence


def _is_over(value: str, anchor: Anchor | None) -> bool:
    """Tell whether a quarter has ended: figures are reported of such a one, and forecast of the others."""
    return anchor is None or (days_between(value, anchor.value) or 0) >= 0


@dataclass
class Story:
    """The dates read so far.

    ``frame`` is the date of the passage: what is told without a year lies in it. ``order`` says whether the day or the
    month comes first in dates of digits, where the article settles it.
    """

    order: str = ""
    dates: list[tuple[int, str]] = field(default_factory=list)
    quarter: tuple[int, str] | None = None
    frame: tuple[int, str] | None = None

    def new_block(self, anchor: Anchor | None) -> None:
        """Leave the passage at the end of a paragraph, where the article has a date to come back to."""
        if anchor:
            self.frame = None

    def last(self, offset: str) -> tuple[int, str] | None:
        """Return the latest date that the offset can be counted from."""
        return next(((i, v) for i, v in reversed(self.dates[-_MEMORY:]) if resolve(offset, v)), None)

    def note(self, passage: Passage, index: int, found: Found, reading: Reading, anchor: Anchor | None) -> None:
        """Remember what was read."""
        if found.kind == "duration" and found.rule != "recent-length" and found.duration in _LONGER:
            self.quarter = None
        if found.kind != "date" or reading.value is None:
            return
        value = reading.value.removeprefix("../").removesuffix("/..")
        if (reading.offset or "").removeprefix("@ ") not in (
            "-1Y",
            "-4Q",
        ):  # what is compared with is no ground to count on
            self.dates.append((index, value))
        compared = found.rule == "year-earlier" or (reading.offset or "").endswith("-4Q")
        if precision(value) == "quarter" and not compared and _is_over(value, anchor):
            self.quarter = (index, value)
        self.frame = self._frame(passage, (index, value), found, reading, anchor)

    def _frame(
        self, passage: Passage, dated: tuple[int, str], found: Found, reading: Reading, anchor: Anchor | None
    ) -> tuple[int, str] | None:
        """Return the date of the passage after a date: a past one that isn't part of a name.

        ``On 3 May 1998 …`` and ``In 1998, …`` are told from that time on, ``the August 1998 ceasefire`` isn't.
        """
        value = dated[1]
        if reading.counted_from is not None and self.frame:
            return self.frame if "/" in value else dated
        if (
            "/" in (reading.value or "")
            or is_relative(reading.offset or "")
            or (anchor and not value[:4] < anchor.value[:4])
        ):
            return None
        head = _HEAD.search(passage.text, max(0, found.start - _REACH), found.start)
        if anchor is None:
            return dated if head or passage.before(found.start).low in _ADVERBIAL else self.frame
        return dated if head or (precision(value) == "day" and found.rule != "iso") else None
