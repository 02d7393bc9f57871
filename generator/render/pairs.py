"""Which two articles are set side by side: those that share text, or that answer a question differently."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.model import Briefing, Difference, Passage
from generator.render.paging import grouped

FEW = 3
"""Pages that set one article beside another: its nearest copies, and who contradicts it most."""
MOST = 150
"""Such pages of a site: whoever has thousands of articles looks at the strongest, and all of it is in the data."""
SHARED = 30
"""Words that two articles share, from which it is worth seeing where."""
TOLD = 3
"""Readings of a question whose first sources are compared with each other."""
DIFFER = ("conflict", "grown", "withdrawn")
"""The verdicts that make it worthwhile to read both."""

Two = tuple[str, str]
"""The ids of two articles, in the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, what they share, and the questions that they answer differently."""

    articles: Two
    passages: tuple[Passage, ...]
    differences: tuple[Difference, ...]

    @property
    def page(self) -> str:
        """Where they stand side by side, below ``docs/``."""
        return f"compare/{self.articles[0]}/{self.articles[1]}.md"

    @property
    def weight(self) -> tuple[int, int, Two]:
        """Rank questions before words."""
        return -len(self.differences), -sum(p.shared_words for p in self.passages), self.articles


def pairs_of(briefing: Briefing) -> Mapping[Two, Pair]:
    """Return the pairs that have a page, at most a few an article."""
    passages = grouped((two(*(side.article for side in p.sides)), p) for p in briefing.passages)
    differences = grouped((both, d) for d in briefing.differences if d.verdict in DIFFER for both in _between(d))
    both = {**passages, **differences}
    every = (Pair(two, tuple(passages.get(two, ())), tuple(differences.get(two, ()))) for two in both)
    worth = (p for p in every if p.differences or sum(x.shared_words for x in p.passages) >= SHARED)
    chosen: dict[Two, Pair] = {}
    counts: Counter[str] = Counter()
    for pair in sorted(worth, key=lambda p: p.weight):
        if len(chosen) < MOST and all(counts[a] < FEW for a in pair.articles):
            chosen[pair.articles] = pair
            counts.update(pair.articles)
    return chosen


def two(one: str, other: str) -> Two:
    """Return two articles in their order."""
    return (one, other) if one < other else (other, one)


def _between(difference: Difference) -> Iterator[Two]:
    firsts = [reading.evidence[0].article for reading in difference.readings[:TOLD] if reading.evidence]
    yield from (two(a, b) for a, b in combinations(firsts, 2) if a != b)
