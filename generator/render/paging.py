"""On which page everything stands, in which order, and which two articles are set side by side."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from generator.lexicons import labels
from generator.model import Briefing, Difference, Measure, Passage, Utterance

K = TypeVar("K")
T = TypeVar("T")


def anchored(briefing: Briefing) -> Mapping[str, str]:
    """Return the page on which each event, measure, utterance and difference stands, by its anchor there."""
    return {
        **{f"e-{event.id}": "timeline.md" for event in briefing.events},
        **{f"f-{measure.id}": "figures.md" for measure in by_sources(briefing.measures)},
        **{f"q-{utterance.id}": "quotes.md" for utterance in briefing.utterances},
        **{f"d-{difference.id}": difference.verdict.row.page for difference in briefing.differences},
    }


def by_sources(measures: Iterable[Measure]) -> list[Measure]:
    """Return what is measured by how many sources give it, as far as it is named: 25 miles tell nothing."""
    named = (m for m in measures if any(f.measure for f in m.figures))
    return sorted(named, key=lambda m: (-len({f.article for f in m.figures}), -len(m.figures), m.label, m.id))


def by_speaker(utterances: Iterable[Utterance], speakers: Collection[str]) -> list[tuple[str | None, Utterance]]:
    """Return what was said behind each speaker's id, the most quoted first; last, behind None, what others said."""
    said = grouped((u.speaker if u.speaker and u.speaker in speakers else "", u) for u in utterances)
    ranked = sorted(said, key=lambda speaker: (not speaker, -len(said[speaker]), speaker))
    return [(speaker or None, utterance) for speaker in ranked for utterance in in_order(said[speaker])]


KINDS = labels("quote-kinds")
"""How each kind of quotation is called, whole quotations first."""


def in_order(utterances: Iterable[Utterance]) -> list[Utterance]:
    """Return utterances: whole quotations first, then parts, then what is only reported."""
    return sorted(utterances, key=lambda u: min(tuple(KINDS).index(q.kind) for q in u.versions))


def grouped(pairs: Iterable[tuple[K | None, T]]) -> Mapping[K, Sequence[T]]:
    """Return the second parts by the first, each once, without those whose first part is None."""
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        if key is not None and (key not in found or found[key][-1] is not value):
            found.setdefault(key, []).append(value)
    return found


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
    def shared(self) -> int:
        """The words that they share."""
        return sum(p.shared_words for p in self.passages)


def pairs_of(briefing: Briefing) -> Mapping[Two, Pair]:
    """Return the pairs that have a page, at most a few an article."""
    passages = grouped((two(*(side.article for side in p.sides)), p) for p in briefing.passages)
    found = [d for d in briefing.differences if d.verdict in DIFFER]
    firsts = ((d, [r.evidence[0].article for r in d.readings[:TOLD] if r.evidence]) for d in found)
    differences = grouped((two(a, b), d) for d, own in firsts for a, b in combinations(own, 2) if a != b)
    ids = {**passages, **differences}
    every = (Pair(both, tuple(passages.get(both, ())), tuple(differences.get(both, ()))) for both in ids)
    worth = (p for p in every if p.differences or p.shared >= SHARED)
    chosen, counts = dict[Two, Pair](), Counter[str]()
    for pair in sorted(worth, key=lambda p: (-len(p.differences), -p.shared, p.articles)):
        if len(chosen) < MOST and all(counts[a] < FEW for a in pair.articles):
            chosen[pair.articles] = pair
            counts.update(pair.articles)
    return chosen


def two(one: str, other: str) -> Two:
    """Return two articles in their order."""
    return (one, other) if one < other else (other, one)
