"""Dates counted from a happening that the article has dated before: ``two days after the talks``."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.edtf import precision
from generator.extract.dates.relative import shift_of

if TYPE_CHECKING:
    from generator.extract.dates.found import Found

_NAMED = re.compile(
    r"\b(?:the|an?|their|his|her|its)\s{1,3}(?P<noun>[a-z]{4,20})\b(?:\s{1,3}(?P<next>[a-z]{4,20})\b)?", re.IGNORECASE
)  # the talks, the peace talks
_AFTER = re.compile(
    r"\s{1,3}(?P<way>after|before|following)\s{1,3}(?:the|those|these|their|his|her|its)\s{1,3}(?P<noun>[a-z]{4,20})\b"
)
_EVENT = re.compile(r"\s{1,3}(?:the|those|these|their|his|her|its)\s{1,3}(?P<noun>[a-z]{4,20})\b")
_ENDS = ".;!?\n"
_SENTENCE = 200  # characters on either side; a long sentence
_LENGTH = re.compile(r"P(?P<count>[0-9]{1,4})(?P<unit>[DWMY])")


class Told(NamedTuple):
    """A day, the number of its expression, and the sentence that tells it: its block and where it ends."""

    value: str
    place: int
    block: int
    end: int


@dataclass
class Happenings:
    """The days that the nouns of an article have been told with."""

    days: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))

    def note(self, text: str, place: tuple[int, int], found: Found, value: str | None) -> None:
        """Remember the nouns in the sentence of a day; ``place`` is the number of the block and of the expression."""
        if value is None or precision(value) != "day" or found.rule == "event-shift":
            return
        first = max(0, found.start - _SENTENCE)
        start = max(first, *(text.rfind(e, first, found.start) + 1 for e in _ENDS))
        ends = (text.find(e, found.end, found.end + _SENTENCE) for e in _ENDS)
        end = min((e for e in ends if e >= 0), default=found.end + _SENTENCE)
        for match in _NAMED.finditer(text, start, end):
            for noun in filter(None, match.groups()):
                self.days[noun.lower()].append(Told(value, place[1], place[0], end))

    def counted(self, text: str, block: int, found: Found) -> tuple[Found, tuple[int, str]] | None:
        """Return a length of time before or after a noun of one day as a date, with the day that it is counted from.

        The noun must have been told in a sentence before.
        """
        offset, match = _offset(text, found)
        told = [t for t in self.days.get(match["noun"], ()) if t.block < block or t.end <= found.start] if match else []
        if match is None or len({t.value for t in told}) != 1:
            return None
        end, offset = match.end(), f"@ {offset}"
        date = replace(found, end=end, kind="date", duration=None, rule="event-shift", offset=offset)
        return date, (told[0].place, told[0].value)


def _offset(text: str, found: Found) -> tuple[str | None, re.Match[str] | None]:
    if (found.offset or "").startswith("@event "):
        return (found.offset or "").removeprefix("@event "), _EVENT.match(text, found.end)
    length = _LENGTH.fullmatch(found.duration or "") if found.kind == "duration" else None
    match = _AFTER.match(text, found.end) if length else None
    if length is None or match is None:
        return None, None
    return shift_of(float(length["count"]), length["unit"], "-" if match["way"] == "before" else "+"), match
