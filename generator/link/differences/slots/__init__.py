"""Articles ──▶ differences: what independent articles give as two values for one thing, whatever words they take."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import MOST, Match, aligned, weights_of
from generator.link.differences.slots.asked import card_of
from generator.link.differences.slots.gates import equal, fits, near, of_one
from generator.link.differences.slots.given import every
from generator.link.differences.slots.pairs import pairs
from generator.link.differences.slots.same import says_same
from generator.link.differences.slots.slot import Slot
from generator.model import Difference, Verdict


def slots(corpus: Corpus) -> Iterator[Difference]:
    """Yield what two articles contradict each other in, value by value."""
    yield from (d for d in corpus.once(_cards) if d.verdict is Verdict.CONFLICT)


def changed(corpus: Corpus) -> Iterator[Difference]:
    """Yield the values of one thing that may have changed between two articles."""
    yield from (d for d in corpus.once(_cards) if d.verdict is not Verdict.CONFLICT)


def _cards(corpus: Corpus) -> Iterator[Difference]:
    for one, other in ((m.one, m.other) for m in corpus.once(matches)):
        if not equal(one, other) and near(one, other) and fits(corpus, one, other):
            yield card_of(corpus, one, other)


def matches(corpus: Corpus) -> Iterator[Match]:
    """Yield the values that two articles give for one thing, the same ones, too."""
    given = dict(zip(corpus.findings, every(corpus), strict=True))
    weights = weights_of(g.words for g in given.values())
    sorts = {article: _by_sort(found.slots) for article, found in given.items()}
    possible = partial(of_one, corpus)
    for one, other in pairs(corpus):
        for sort in sorted(sorts[one].keys() & sorts[other].keys()):
            yield from filter(says_same, aligned(sorts[one][sort], sorts[other][sort], weights, possible))


def _by_sort(slots: Iterable[Slot]) -> dict[str, list[Slot]]:
    sorts: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in slots:
        sorts[slot.sort].append(slot)
    return {sort: own for sort, own in sorts.items() if len(own) <= MOST}
