"""One article ──▶ what it cites somebody as saying, and somebody else as denying."""

from collections.abc import Iterator
from functools import partial
from itertools import product
from typing import Any

from generator.cache import remembered
from generator.link.differences.card import speaker
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import Match, aligned
from generator.link.differences.slots.asked import asked_of, card_of
from generator.link.differences.slots.gates import fits, of_one
from generator.link.differences.slots.given import Given, every, key_of
from generator.link.differences.slots.same import HALF, says_same
from generator.link.differences.slots.telling import Slot
from generator.link.differences.slots.years import dated
from generator.link.likeness import Weights
from generator.link.sets import gathered
from generator.model import Difference


def voices(corpus: Corpus) -> Iterator[Difference]:
    """Yield what two whom one article cites contradict each other in."""
    for article, given in zip(corpus.keys, corpus.once(every), strict=True):
        make = partial(_denied_in, corpus, article, given)
        for asked in remembered().kept("voices", key_of(corpus, article, given), make, list[Any]):
            yield card_of(corpus, asked)


def _denied_in(corpus: Corpus, article: str, given: Given) -> list[Any]:
    """Return what is asked about two clauses of an article: what is cited as so, and as not so, of the same people."""
    every_one = dated(given.slots(), corpus.published(article))
    cited = (s for s in every_one if s.kind == "truth" and _is_cited(corpus, article, s))
    return [
        asked_of(corpus, m.one, m.other)
        for slots in gathered((s.sort, s) for s in cited).values()
        for m in aligned(slots, slots, _opposed(corpus, slots), Weights({}), related=True)
        if says_same(m) and m.cover >= HALF and fits(corpus, m.one, m.other) and not _is_one_voice(corpus, m)
    ]


def _is_one_voice(corpus: Corpus, found: Match) -> bool:
    """Tell whether one person says both: who didn't want to choose in haste wants to choose well."""
    lines = (corpus.line(s.article, s.telling.index) for s in (found.one, found.other))
    mine, theirs = ({speaker(corpus, q) for q in corpus.quotes_in(line)} - {""} for line in lines)
    return not mine.isdisjoint(theirs)


def _opposed(corpus: Corpus, slots: list[Slot]) -> Iterator[tuple[int, int]]:
    for (i, one), (j, other) in product(enumerate(slots), enumerate(slots)):
        a, b = one.telling, other.telling
        people = a.agent.ids & b.agent.ids | a.goal.ids & b.goal.ids
        if a.holds and not b.holds and a.index != b.index and people and of_one(corpus, one, other):
            yield i, j


def _is_cited(corpus: Corpus, article: str, slot: Slot) -> bool:
    """Tell whether a clause is what somebody says, reported or in quotation marks."""
    quoted = corpus.line(article, slot.telling.index).text.startswith(("“", '"', "‘"))
    return quoted or slot.telling.opener in ("said", "that")
