"""Dates counted from a happening that the article has dated before: ``two days after the talks``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.edtf import precision
from generator.extract.dates.relative import shift_of

if TYPE_CHECKING:
    from generator.extract.dates.found import Found, Passage

_WAYS = ("after", "before", "following")
_LENGTH = re.compile(r"P(?P<count>[0-9]{1,4})(?P<unit>[DWMY])")


class Told(NamedTuple):
    """A day, the number of its expression, and where the sentence that tells it begins."""

    value: str
    place: int
    sentence: int


@dataclass
class Happenings:
    """The days that the nouns of an article have been told with."""

    days: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))

    def note(self, passage: Passage, place: int, found: Found, value: str | None) -> None:
        """Remember the nouns in the sentence of a day; ``place`` is the number of the expression."""
        if value is None or precision(value) != "day" or found.rule == "event-shift":
            return
        sentence = passage.sentence
        for phrase in sentence.phrases:
            if phrase.kind == "description" and phrase.core > phrase.first:
                self.days[sentence.low(phrase.head)].append(Told(value, place, passage.start))

    def counted(self, passage: Passage, found: Found) -> tuple[Found, tuple[int, str]] | None:
        """Return a length of time before or after a noun of one day as a date, with the day that it is counted from.

        The noun must have been told in a sentence before.
        """
        offset, first = _offset(passage, found)
        phrase = next((p for p in passage.sentence.phrases if p.first == first), None) if offset else None
        if phrase is None or phrase.core == phrase.first:
            return None
        told = [t for t in self.days.get(passage.sentence.low(phrase.head), ()) if t.sentence < passage.start]
        if len({t.value for t in told}) != 1:
            return None
        end = passage.sentence.ends[phrase.head]
        date = replace(found, end=end, kind="date", duration=None, rule="event-shift", offset=f"@ {offset}")
        return date, (told[0].place, told[0].value)


def _offset(passage: Passage, found: Found) -> tuple[str | None, int]:
    """Return the offset that an expression counts, and the token at which what it is counted from begins."""
    first = bisect_left(passage.sentence.starts, found.end)
    if (found.offset or "").startswith("@event "):
        return (found.offset or "").removeprefix("@event "), first
    length = _LENGTH.fullmatch(found.duration or "") if found.kind == "duration" else None
    way = passage.sentence.low(first)
    if length is None or way not in _WAYS:
        return None, first
    return shift_of(float(length["count"]), length["unit"], "-" if way == "before" else "+"), first + 1
