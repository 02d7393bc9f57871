"""The cards of differences: each reading with its sentences, and the lines that an editor may paste."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.catalogue import cut
from generator.render.dates import answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model import Decision, Difference, Evidence, Reading

MEANINGS = {
    "conflict": "Both can’t be true.",
    "grown": "Later reports count more: each number stands with the day on which it was told.",
    "wording": "The same thing, told in different words.",
    "scope": "Both can be true: they speak of different times, subjects or places, or one tells less than the other.",
}
"""What each class of differences means."""

BASES = {"relative": "worked out", "computed": "worked out"}
"""How a value is known, where the words don't simply give it."""

CONTENTS_LETTERS = 48  # of a question in the table of contents: two lines of it
SHOWN = 4  # sentences of one reading, each of another source; what follows repeats them
OPTION_LETTERS = 60  # of an answer in the lines to paste, where it only reminds


@dataclass(frozen=True, slots=True)
class Side:
    """One reading: ``shown`` are sentences of as many sources as possible, ``more`` are the others."""

    reading: Reading
    shown: tuple[Evidence, ...]
    more: tuple[Evidence, ...]
    basis: str
    held: bool
    """Whether it is what an editor holds to be true."""


@dataclass(frozen=True, slots=True)
class Card:
    """One difference as it is shown."""

    difference: Difference
    short: str
    meaning: str
    sides: tuple[Side, ...]
    paste: str


def card(difference: Difference) -> Card:
    """Return a difference's card."""
    decision = difference.decision
    return Card(
        difference,
        cut(difference.question, CONTENTS_LETTERS),
        MEANINGS[difference.verdict],
        sides(difference.readings, decision),
        _paste(difference),
    )


def sides(readings: Iterable[Reading], decision: Decision | None = None) -> tuple[Side, ...]:
    """Return the sides of readings, in their order."""
    return tuple(_side(reading, decision) for reading in readings)


def _side(reading: Reading, decision: Decision | None) -> Side:
    firsts = list({e.article: e for e in reversed(reading.evidence)}.values())[::-1]
    shown = tuple(e for e in reading.evidence if e in firsts)[:SHOWN]
    more = tuple(e for e in reading.evidence if e not in shown)
    held = decision is not None and decision.holds.casefold() in (
        reading.value.casefold(),
        str(answer(reading.value)).casefold(),
    )
    return Side(reading, shown, more, BASES.get(reading.basis, ""), held)


def _paste(difference: Difference) -> str:
    """Return the entry of corrections.yml that decides a difference, with a place for each thing that it must say."""
    options = ", ".join(_quoted(cut(str(answer(r.value)), OPTION_LETTERS)) for r in difference.readings)
    return "\n".join(
        (
            "verdicts:",
            f"  {difference.id}:",
            f"    holds: # such as {options}, or neither",
            "    because: # what shows it",
            "    by: # your name",
            "    on: # the day, such as 2025-05-02",
        )
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def by_event(differences: Iterable[Difference]) -> Mapping[str, Difference]:
    """Return the differences that ask when an event was, by its id."""
    return {d.event: d for d in differences if d.event}
