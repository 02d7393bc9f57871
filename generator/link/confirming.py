"""Places of one fact ──▶ those that say the same, so that one confirms the other."""

from collections.abc import Sequence
from functools import lru_cache

from generator.link.content_words import senses_of, stems_of, told_of
from generator.link.differences.contrary import words_of
from generator.link.index import EntityIndex
from generator.link.opposites import clash
from generator.model import Briefing, Evidence, FactKind, Figure
from generator.text.runs import gaps, shared_words

Side = tuple[Evidence, ...]

TELLS = {"statement": 0.5, "definition": 0.4}
"""Share of a fact's words of meaning that a source must have in order to confirm it: who gives but a part doesn't."""
TELLING_DIGITS = 3
"""Digits of a number that nobody gives of two things by chance."""
BESIDE = 2
"""Words of meaning and names that two sentences share beside a number of fewer digits."""
NEARLY = 0.75
"""Share of the words of the shorter text, in order, from which another word in a place is another word said."""
PLACE = 2
"""Words that such a place holds at most."""
MOST = 8
"""Voices that are compared each with each; of more, the first ones."""


class Confirming:
    """What tells in a briefing whether two places say the same."""

    def __init__(self, briefing: Briefing) -> None:
        """Look up the names and articles of a briefing."""
        self._articles = {a.id: a for a in briefing.articles}
        self._index = EntityIndex(briefing.entities)

    def figures(self, sides: Sequence[Side]) -> tuple[Side, ...]:
        """Return as many voices as count the same, one of which all others agree with."""
        told = [[f for f in side if isinstance(f, Figure)][:MOST] for side in sides]

        def agree(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
            return mine is theirs or any(self._same_count(a, b) for a in mine for b in theirs)

        found: list[list[Side]] = [
            [side for n, side in enumerate(sides) if agree(mine, told[n])] for mine in told[:MOST]
        ]
        best = max(found, key=len, default=[])
        return tuple(best)

    def _same_count(self, one: Figure, other: Figure) -> bool:
        """Tell whether two figures of one measure and value count the same: told of one person, in like words."""
        (people, words), (others, said) = self._around(one), self._around(other)
        if people and others and people.isdisjoint(others):
            return False
        digits = f"{one.value:f}".replace(".", "").strip("0") if one.value is not None else ""
        return len(digits) >= TELLING_DIGITS or len(words & said) >= BESIDE

    def _around(self, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
        """Return whom the sentence of a figure names, and its names and words of meaning but for those measured."""
        article = self._articles[figure.article]
        span = article.whole(figure.span)
        named = [e for _, e in self._index.within(article.id, span)]
        measured = {*stems_of(figure.text), *stems_of(figure.measure.text if figure.measure else "")}
        stems = [s for s in stems_of(article.text[span.start : span.end]) if s not in measured]
        return frozenset(e.id for e in named if e.kind == "person"), frozenset(
            (*(e.id for e in named), *senses_of(stems))
        )


def tells(kind: FactKind, words: str, side: Side) -> bool:
    """Tell whether a voice says what some words say: most of it, nothing that excludes it, and no word for another."""
    least = TELLS.get(kind)
    text = " ".join(e.text for e in side)
    if least is None:
        return True
    mine, theirs = folded(words), folded(text)
    return told_of(words, text) >= least and not clash(mine, theirs) and not _replaces(mine, theirs)


def _replaces(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two texts have the same words but for one of meaning: *slow* for *silent*, *lose* for *keep*."""
    runs = shared_words(one, other)
    if sum(run.size for run in runs) < NEARLY * min(len(one), len(other)):
        return False
    places = ((one[g.one : g.one_end], other[g.other : g.other_end]) for g in gaps(one, other, runs))
    meant = ((stems_of(" ".join(a)), stems_of(" ".join(b))) for a, b in places if max(len(a), len(b)) <= PLACE)
    return any(a and b and a != b for a, b in meant)


@lru_cache(maxsize=1 << 12)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of a text, without their capitals and accents."""
    return tuple(w.folded for w in words_of(text))
