"""Which sentences differ in what they tell in nearly the same words: they don't confirm each other in anything."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from generator.model import Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Article, Briefing, Evidence

Place = tuple[str, int]
"""An article and the number of one of its sentences, from 0."""
Group = tuple["Evidence", ...]

ALIKE = 0.6
"""Share of the shorter sentence's words that the other one has, too: the differences between others are about one thing
that they tell, and what else they tell may agree."""


class Contradictions:
    """The sentences of a briefing of nearly the same words that are on different sides of a difference."""

    def __init__(self, briefing: Briefing) -> None:
        """Look up the differences of a briefing; other words for the same are none."""
        self._articles: Mapping[str, Article] = {a.id: a for a in briefing.articles}
        self._against: defaultdict[Place, set[Place]] = defaultdict(set)
        for difference in briefing.differences:
            sides = [r.evidence for r in difference.readings if difference.verdict != "wording"]
            pairs = (pair for two in combinations(sides, 2) for pair in product(*two))
            for one, other in ((a, b) for a, b in pairs if _alike(a.text, b.text)):
                for mine, theirs in product(self._places([one]), self._places([other])):
                    self._against[mine].add(theirs)
                    self._against[theirs].add(mine)
        self._known = frozenset(article for article, _ in self._against)

    def agreeing(self, groups: Sequence[Group]) -> tuple[Group, ...]:
        """Return the groups of evidence without those that contradict others: what contradicts most goes first.

        A name is the same name whatever else its sentence tells.
        """
        telling = [[e for e in group if e.article in self._known and not isinstance(e, Name)] for group in groups]
        if not any(telling):
            return tuple(groups)
        places = [self._places(found) for found in telling]
        against = [frozenset().union(*(self._against.get(p, ()) for p in held)) for held in places]
        foes = {n: {m for m, held in enumerate(places) if m != n and held & against[n]} for n in range(len(groups))}
        while worst := max((n for n in foes if foes[n]), key=lambda n: (len(foes[n]), n), default=None):
            foes = {n: found - {worst} for n, found in foes.items() if n != worst}
        return tuple(groups[n] for n in foes)

    def _places(self, evidence: Iterable[Evidence]) -> frozenset[Place]:
        found = ((e.article, self._articles[e.article].sentence_at(e.span.start)) for e in evidence)
        return frozenset((article, at) for article, at in found if at is not None)


def _alike(one: str, other: str) -> bool:
    a, b = (Counter(text.casefold().split()) for text in (one, other))
    return (a & b).total() >= ALIKE * min(a.total(), b.total())
