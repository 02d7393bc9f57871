"""Briefing ──▶ differences: what the sources answer differently, or seem to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.contradictions import Contradictions
from generator.link.differences.acts import acts
from generator.link.differences.aligned import aligned
from generator.link.differences.claims import claims
from generator.link.differences.coming import coming
from generator.link.differences.copies import copies
from generator.link.differences.corpus import Corpus
from generator.link.differences.denials import denials
from generator.link.differences.events import disputed_events
from generator.link.differences.exclusive import exclusive
from generator.link.differences.figures import figures
from generator.link.differences.fragments import fragments
from generator.link.differences.lives import lives
from generator.link.differences.moved import moved
from generator.link.differences.naming import naming
from generator.link.differences.offices import offices
from generator.link.differences.order import order
from generator.link.differences.ordinals import ordinals
from generator.link.differences.periods import periods
from generator.link.differences.polarity import polarities
from generator.link.differences.quoted import quoted
from generator.link.differences.renewals import renewals
from generator.link.differences.reordered import reordered
from generator.link.differences.settle import settled
from generator.link.differences.spelling import spelling
from generator.link.differences.sums import sums
from generator.link.differences.terms import terms
from generator.link.differences.vaguer import vaguer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Briefing, Difference, Event, Evidence

# One comparer a kind of question. What two of them find in the same sentences is told by the first alone.
COMPARERS: tuple[Callable[[Corpus], Iterator[Difference]], ...] = (
    disputed_events,
    fragments,
    coming,
    moved,
    lives,
    ordinals,
    order,
    aligned,
    copies,
    reordered,
    figures,
    claims,
    periods,
    denials,
    polarities,
    exclusive,
    offices,
    quoted,
    acts,
    renewals,
    naming,
    terms,
    spelling,
    vaguer,
)


def compare(briefing: Briefing) -> Briefing:
    """Add the differences between the sources to those inside of one, and our sums; needs all that is linked before."""
    corpus = Corpus(briefing)
    found = (difference for comparer in COMPARERS for difference in comparer(corpus))
    told = replace(briefing, differences=(*briefing.differences, *settled(found)), checks=sums(corpus))
    contradictions = Contradictions(told)
    return replace(told, events=tuple(_as_agreed(corpus, event, contradictions) for event in told.events))


def _as_agreed(corpus: Corpus, event: Event, contradictions: Contradictions) -> Event:
    """Return an event that sources agree on, or, where their sentences contradict each other, that each tells alone."""
    if event.status != "agreed":
        return event
    origins: defaultdict[str, list[Evidence]] = defaultdict(list)
    for e in event.evidence:
        origins[corpus.origins[e.article]].append(e)
    agreeing = contradictions.agreeing([tuple(found) for found in origins.values()])
    return event if len(agreeing) > 1 else replace(event, status="single")
