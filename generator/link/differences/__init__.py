"""Briefing ──▶ differences: what the sources answer differently, or seem to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.independence import Independence
from generator.link.differences.aligned import aligned
from generator.link.differences.answered import clauses, questions, supplied, told_as_data
from generator.link.differences.corpus import Corpus
from generator.link.differences.denials import denials
from generator.link.differences.events import disputed_events
from generator.link.differences.gates import lawful
from generator.link.differences.happening import of_happening
from generator.link.differences.misquoted import misquoted
from generator.link.differences.quoted import quoted
from generator.link.differences.refuted import refuted
from generator.link.differences.settle import settled
from generator.link.differences.slots import changed, slots
from generator.link.differences.slots.voices import voices
from generator.link.differences.spelt import spelt
from generator.link.differences.withdrawn import withdrawn
from generator.model import Briefing, Difference, Event

# One comparer a kind of question. What two of them find in the same sentences is told by the first alone.
COMPARERS: tuple[Callable[[Corpus], Iterator[Difference]], ...] = (
    withdrawn,
    disputed_events,
    slots,
    refuted,
    voices,
    questions,
    aligned,
    changed,
    clauses,
    misquoted,
    quoted,
    denials,
    spelt,
    supplied,
)


def compare(briefing: Briefing) -> Briefing:
    """Add the differences between the sources to those inside of one; needs all that is linked before."""
    corpus = Corpus(briefing)
    found = (of_happening(corpus, d) for comparer in COMPARERS for d in comparer(corpus) if lawful(corpus, d))
    differences = (*briefing.differences, *settled(corpus, found))
    told = replace(briefing, differences=differences, claims=told_as_data(corpus))
    vars(corpus).clear()  # some of what it has found holds it, and all of that would stay for long
    independence = Independence(told)
    return replace(told, events=tuple(_as_agreed(event, independence) for event in told.events))


def _as_agreed(event: Event, independence: Independence) -> Event:
    """Return an event that sources agree on, or, where their sentences contradict each other, that each tells alone."""
    if event.status != "agreed":
        return event
    origins = independence.origins(event.told)
    return replace(event, origins=origins, status="agreed" if len(origins) > 1 else "single")
