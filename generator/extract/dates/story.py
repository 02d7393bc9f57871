"""The dates that a text has told so far, and those of them that later expressions can refer to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.edtf import CLOSE_BY, days_between, is_relative, precision, resolve
from generator.extract.dates.found import Found, Passage
from generator.extract.dates.tense import is_of_saying

if TYPE_CHECKING:
    from generator.extract.dates.context import Anchor, Reading

_MEMORY = 6  # dates looked back; what is further off is out of the reader's mind as well
_HEAD = re.compile(r"(?:In|On|By|Early\sin|Late\sin)\s{1,3}(?P<the>the\s{1,3})?")  # In 1998, … | In the 2009 season
_SEASON = re.compile(r"\s{1,3}(?:season|campaign)\b")
_BOUNDS = frozenset(("since", "than"))  # "the worst flood since 1998" is told of no year but its own
_NO_FRAME = ("iso", "named-day")
_YEARS = ("0Y", "0E", "0C")  # that year, that decade


class Frame(NamedTuple):
    """The date of a passage, as the number of its expression and its value, and where its sentence begins."""

    place: int
    value: str
    sentence: int


@dataclass
class Story:
    """The dates read so far.

    ``frame`` is the date of the passage: what is told without a year lies in it. ``order`` says whether the day or the
    month comes first in dates of digits, where the article settles it. A date that has no value is remembered too:
    what is counted from it has none either. ``bound`` is the last one with a value, for ``since then``. ``said`` are
    those on which something was only said.
    """

    order: str = ""
    dates: list[tuple[int, str | None]] = field(default_factory=list)
    bound: tuple[int, str] | None = None
    frame: Frame | None = None
    block: int = 0
    said: set[int] = field(default_factory=set)

    def new_block(self) -> None:
        """Leave the passage at the end of a paragraph."""
        self.frame, self.block = None, len(self.dates)

    def last(self, offset: str, *, here: bool = False) -> tuple[int, str] | None:
        """Return the latest date (of this paragraph, with ``here``) to count an offset from; None if it isn't known."""
        if "=" in offset.split():
            return self.bound
        for place, value in reversed(self.dates[self.block if here else 0 :][-_MEMORY:]):
            if value and resolve(offset, value):
                return place, value
            if (value is None or precision(value) == "month") and offset not in _YEARS:
                return None  # of a month that was told since, the day is open
        return None

    def note(self, passage: Passage, index: int, found: Found, reading: Reading, anchor: Anchor | None) -> None:
        """Remember what was read."""
        if found.kind != "date" or found.vague or found.rule == "before-christ":
            return
        value = reading.value and reading.value.removeprefix("../").removesuffix("/..")
        self.bound = (index, value) if value else self.bound
        if passage.before(found.start).low in _BOUNDS or (reading.offset or "").removeprefix("@ ") == "-1Y":
            return  # what is compared with is no ground to count on
        bracketed = found.rule == "year" and passage.text[found.start - 1 : found.start] == "("  # "(2024: £44 million)"
        self.dates.append((index, None if bracketed else value))
        if is_of_saying(passage, found.start):
            self.said.add(index)
        if value:
            self.frame = self._frame(passage, (index, value), found, reading, anchor)

    def _frame(
        self, passage: Passage, dated: tuple[int, str], found: Found, reading: Reading, anchor: Anchor | None
    ) -> Frame | None:
        """Return the date of the passage after a date: a past one that isn't part of a name.

        ``On 3 May 1998 …`` and ``In 1998, …`` are told from that time on, ``the August 1998 ceasefire`` isn't.
        """
        value = dated[1]
        if reading.counted_from is not None and self.frame:
            return self.frame if "/" in value else Frame(*dated, passage.start)
        if "/" in (reading.value or "") or is_relative(reading.offset or ""):
            return None
        if anchor and not value[:4] < anchor.value[:4]:
            return None
        head = _HEAD.fullmatch(passage.text, passage.start, found.start)
        season = not (head and head["the"]) or _SEASON.match(passage.text, found.end)
        tells = (head and season) or (precision(value) == "day" and found.rule not in _NO_FRAME)
        return Frame(*dated, passage.start) if tells else None

    def holds(self, passage: Passage, value: str, anchor: Anchor | None) -> bool:
        """Tell whether a date without a year may be counted from the frame.

        An article that has no date itself may come back to its own time in any sentence: there, a date of the same
        sentence or one close by holds.
        """
        if self.frame is None or anchor or self.frame.sentence == passage.start:
            return self.frame is not None
        if precision(self.frame.value) != "day":
            return False
        apart = (days_between(self.frame.value, value), days_between(value, self.frame.value))
        return all(d is None or d <= CLOSE_BY for d in apart)
