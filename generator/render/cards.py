"""The cards of differences: each reading with its sentences, and the lines that an editor may paste."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.dates import answer
from generator.render.lookup import cut
from generator.render.questions import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model import Briefing, Correction, Difference, Evidence, Reading

BASES = {"supplied": "supplied", "relative": "worked out", "computed": "worked out"}
"""How a value is known, where the words don't simply give it."""

CONTENTS_LETTERS = 48  # of a question in the table of contents: two lines of it
SHOWN = 4  # sentences of one reading, each of another source; what follows repeats them


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


def card(difference: Difference, briefing: Briefing) -> Card:
    """Return a difference's card."""
    decision = difference.decision
    return Card(
        difference,
        cut(str(ask(difference, briefing)), CONTENTS_LETTERS),
        difference.verdict.row.meaning,
        sides(difference.readings, decision),
    )


def sides(readings: Iterable[Reading], decision: Correction | None = None) -> tuple[Side, ...]:
    """Return the sides of readings, in their order."""
    return tuple(_side(reading, decision) for reading in readings)


def _side(reading: Reading, decision: Correction | None) -> Side:
    firsts = list({e.article: e for e in reversed(reading.evidence)}.values())[::-1]
    shown = tuple(e for e in reading.evidence if e in firsts)[:SHOWN]
    more = tuple(e for e in reading.evidence if e not in shown)
    held = decision is not None and decision["holds"].casefold() in (
        reading.value.casefold(),
        str(answer(reading.value)).casefold(),
    )
    return Side(reading, shown, more, BASES.get(reading.basis, ""), held)


def by_event(differences: Iterable[Difference]) -> Mapping[str, Difference]:
    """Return the differences that ask when an event was, by its id."""
    return {d.event: d for d in differences if d.event}
