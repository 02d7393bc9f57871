"""Articles ──▶ differences: what independent articles give as two values for one thing, whatever words they take."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.slots.align import MOST, Match, aligned, weights_of
from generator.link.differences.slots.asked import card_of
from generator.link.differences.slots.clause import Telling, known, tellings
from generator.link.differences.slots.gates import equal, fits, near, of_one
from generator.link.differences.slots.pairs import pairs
from generator.link.differences.slots.same import says_same
from generator.link.differences.slots.slot import Slot, slots_of
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
    told = {article: _told(corpus, article) for article in corpus.findings}
    weights = weights_of(t.features for found in told.values() for t in found)
    given = {article: _by_sort(found) for article, found in told.items()}
    possible = partial(of_one, corpus)
    for one, other in pairs(corpus):
        for sort in sorted(given[one].keys() & given[other].keys()):
            yield from filter(says_same, aligned(given[one][sort], given[other][sort], weights, possible))


def _told(corpus: Corpus, article: str) -> tuple[Telling, ...]:
    nouns = known(corpus, article)
    return tuple(t for line in corpus.lines(article) if _is_told(corpus, line) for t in tellings(corpus, line, nouns))


def _by_sort(found: Iterable[Telling]) -> dict[str, list[Slot]]:
    sorts: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in (slot for t in found for slot in slots_of(t)):
        sorts[slot.sort].append(slot)
    return {sort: own for sort, own in sorts.items() if len(own) <= MOST}


def _is_told(corpus: Corpus, line: Line) -> bool:
    return corpus.is_story(line) and not line.text.rstrip().endswith("?")
