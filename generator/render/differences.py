"""The conflict register: what the sources don't agree on, and what they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.cards import Side, card, sides
from generator.render.coverage import FIELDS, coverage, fields
from generator.render.disputes import VERDICTS

if TYPE_CHECKING:
    from generator.model import Briefing, Decision, Event, Page
    from generator.render.press import Press

PASSAGES = 100  # the longest: more aren't read; all of them are in the data


@dataclass(frozen=True, slots=True)
class Disputed:
    """An event that the sources date differently, without a card of its own."""

    event: Event
    sides: tuple[Side, ...]


def differences_page(press: Press) -> Page:
    """Return the page of all differences, by verdict."""
    briefing = press.briefing
    return press.page(
        "differences.md",
        "differences.md",
        "Differences",
        kinds={v: tuple(card(d) for d in briefing.differences if d.verdict == v) for v in VERDICTS},
        disputed=tuple(Disputed(event, sides(event.readings)) for event in disputed(briefing)),
        orphans=orphans(briefing),
        passages=sorted(briefing.passages, key=lambda p: -p.shared_words)[:PASSAGES],
        coverage=coverage(press),
        fields=fields(press),
        field_names=FIELDS,
    )


def orphans(briefing: Briefing) -> tuple[Decision, ...]:
    """Return the editor's decisions that match no difference."""
    known = {d.id for d in briefing.differences}
    return tuple(d for d in briefing.corrections.verdicts if d.difference not in known)


def disputed(briefing: Briefing) -> tuple[Event, ...]:
    """Return the events whose date is disputed and that no difference tells of."""
    told = {d.event for d in briefing.differences}
    return tuple(e for e in briefing.events if e.status == "disputed" and e.readings and e.id not in told)
