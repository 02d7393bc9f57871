"""Places of one fact ──▶ those that say the same, so that one confirms the other."""

from collections.abc import Sequence
from functools import cache, lru_cache

from generator.edtf import compatible
from generator.lexicons import wordset
from generator.link.content_words import deeds_counted, senses_of, stems_of, told_of
from generator.link.differences.contrary import words_of
from generator.link.index import EntityIndex
from generator.link.measured import Measured, measured
from generator.link.opposites import clash
from generator.model import Briefing, Evidence, FactKind, Figure
from generator.text import LEXICON, stem
from generator.text.synonyms import alike, are_near, kind_of
from generator.text.words import forms

Side = tuple[Evidence, ...]

TELLS = {"statement": 0.5, "definition": 0.4}
"""Share of a fact's words of meaning that a source must have in order to confirm it: who gives but a part doesn't."""
MEASURED = ("money", "quantity")
"""Kinds of figures whose unit tells much: nobody gives so many of two things by chance."""
PLAIN = ("count", "money", "quantity", "percent", "share")
"""Kinds that sources give again; ages, ordinals, ranks and the like belong to somebody."""
FEWEST = {"measured": (1, 0, 0), "thing": (2, 0, 0), "person": (2, 0, 0), "hurt": (2, 2, 0), "": (4, 3, 2)}
"""Words of meaning and names that two sentences share beside a number of one, two and more digits, by what both say of
what is counted; of one that doesn't say it, more."""
FEW = 10
"""Below so many goals, games and the like are told of a match again and again: another number has to agree, too."""
_HURT = frozenset(("death", "injury"))
"""Fates that many more share elsewhere: what two sentences say of as many people must agree."""
MOST = 8
"""Voices that are compared each with each; of more, the first ones."""


class Confirming:
    """What tells in a briefing whether two places say the same."""

    def __init__(self, briefing: Briefing) -> None:
        """Look up the names and articles of a briefing."""
        self._articles = {a.id: a for a in briefing.articles}
        self._index = EntityIndex(briefing.entities)
        read = ((f, told) for x in briefing.findings for f, told in zip(x.figures, measured(x), strict=True))
        self._figures = {f.article.id: f.figures for f in briefing.findings}
        self._told = {(f.article, f.span): told for f, told in read}

    def figures(self, sides: Sequence[Side]) -> tuple[Side, ...]:
        """Return as many voices as count the same, one of which all others agree with."""
        told = [[f for f in side if isinstance(f, Figure)][:MOST] for side in sides]

        def agree(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
            return mine is theirs or any(self.same_count(a, b) for a in mine for b in theirs)

        found: list[list[Side]] = [
            [side for n, side in enumerate(sides) if agree(mine, told[n])] for mine in told[:MOST]
        ]
        best = max(found, key=len, default=[])
        return tuple(best)

    def same_count(self, one: Figure, other: Figure) -> bool:
        """Tell whether two figures of one value count the same: told of one person, for one time, in like words."""
        (people, names, words), (others, named, said) = self._around(one), self._around(other)
        periods = [f.period.value for f in (one, other) if f.period and f.period.value]
        told = (self._told[one.article, one.span], self._told[other.article, other.span])
        what = _counted(one.kind, *told)
        if what is None or not all(compatible(p, periods[0]) for p in periods):
            return False
        what = "hurt" if what == "person" and len(periods) == 1 else what  # 29 of this year, 29 in 1976
        digits = len(f"{one.value:f}".replace(".", "").strip("0")) if one.value is not None else 0
        if people and others and people.isdisjoint(others) and (what != "person" or digits == 1):
            return False  # who tells how many people there were counts for nothing
        if digits == 1 and names and named and names.isdisjoint(named):
            return False
        if self._is_other_size(one, other) or self._is_other_size(other, one):
            return False
        if what == "" and one.value is not None and one.value < FEW and not self._numbers(one) & self._numbers(other):
            return False  # five points here, and five there
        return _shared(words, said) >= FEWEST[what][max(min(digits, 3), 1) - 1]

    def _is_other_size(self, one: Figure, other: Figure) -> bool:
        """Tell whether a size belongs to a thing of which the other sentence says nothing: *the 10-yard line*."""
        told = self._told[one.article, one.span]
        joined = one.kind == other.kind == "quantity" and "-" in one.text and other.text.endswith("s")
        return joined and told is not None and stem(told.head) not in self._around(other)[2]

    def _numbers(self, figure: Figure) -> frozenset[object]:
        """Return the other figures of a figure's sentence."""
        span = self._articles[figure.article].whole(figure.span)
        beside = (f for f in self._figures[figure.article] if span.holds(f.span) and f.span != figure.span)
        return frozenset(f.value for f in beside)

    def _around(self, figure: Figure) -> tuple[frozenset[str], ...]:
        """Return who and what the sentence of a figure names, and its names and words but for those measured."""
        article = self._articles[figure.article]
        span = article.whole(figure.span)
        named = [e for _, e in self._index.within(article.id, span)]
        measured = {*stems_of(figure.text), *stems_of(figure.measure.text if figure.measure else ""), *_common()}
        stems = [s for s in stems_of(article.text[span.start : span.end]) if s not in measured and kind_of(s) != "time"]
        names = frozenset(e.id for e in named)
        return frozenset(e.id for e in named if e.kind == "person"), names, names | frozenset(senses_of(stems))


def _counted(kind: str, one: Measured | None, other: Measured | None) -> str | None:
    """Return what two figures both count, a key of ``FEWEST``; None where they count two things, or two fates."""
    if one is None or other is None or one.head in wordset("measures-tallied"):
        return "measured" if kind in MEASURED else ""
    if one.deed != other.deed and ("more" in (one.deed, other.deed) or {one.deed, other.deed} <= _fates()):
        return None  # another 1,000 troops; nine dead, nine hurt
    if all(_is_person(m.head) for m in (one, other)):
        if one.head == other.head and one.deed == other.deed not in _fates():
            return "thing"
        return "hurt" if {one.deed, other.deed} & _HURT else "person"
    heads = [one.head, other.head]
    any_thing = any(h in wordset("measures-things") for h in heads) and not any(map(_is_person, heads))
    of_one = any_thing or alike(stem(one.head), stem(other.head), "noun")
    return "measured" if kind in MEASURED else "thing" if of_one else None


def _is_person(head: str) -> bool:
    return "person" in LEXICON[head].kinds or kind_of(stem(head)) == "person"


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    """Return how many words of one text are in the other, too, or are near to one of it."""
    return len(one & other) + sum(any(are_near(w, o) for o in other - one) for w in one - other)


@cache
def _common() -> frozenset[str]:
    """Return the stems of days, months and fates, which any two happenings share."""
    return frozenset(map(stem, (*forms("weekday"), *forms("month"), *deeds_counted())))


@cache
def _fates() -> frozenset[str]:
    return frozenset(deeds_counted().values())


def tells(kind: FactKind, words: str, side: Side) -> bool:
    """Tell whether a voice says what some words say: most of it, and nothing that excludes it."""
    least = TELLS.get(kind)
    text = " ".join(e.text for e in side)
    if least is None:
        return True
    mine, theirs = folded(words), folded(text)
    return told_of(words, text) >= least and not clash(mine, theirs)


@lru_cache(maxsize=1 << 12)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of a text, without their capitals and accents."""
    return tuple(w.folded for w in words_of(text))
