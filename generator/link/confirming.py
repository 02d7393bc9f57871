"""Places of one fact ──▶ those that say the same, so that one confirms the other."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain, combinations
from math import log
from typing import NamedTuple

from generator.cache import remembered
from generator.edtf import compatible
from generator.lexicons import table, wordset
from generator.link.content_words import senses_of, stems_of, told_of
from generator.link.differences.contrary import words_of
from generator.link.index import EntityIndex
from generator.link.likeness import Weights, rarity, shared, weight_of
from generator.link.mentions import key_of
from generator.link.opposites import clash
from generator.link.sets import gathered
from generator.model import Briefing, Evidence, FactKind, Figure, Findings, Span
from generator.text import Sentence, read_text, stem
from generator.text.befallen import deeds_counted
from generator.text.synonyms import alike, is_person, kind_of
from generator.text.words import forms

_MORE = wordset("measures-more")
"""Before a number these say that it is no part of one that another source gives."""
_REACH = 8
"""Tokens on either side of a figure among which the word stands that says what happened to those counted."""


class Measured(NamedTuple):
    """The head of what a figure measures, in its normal form, and what happens to those counted."""

    head: str
    deed: str


def measured(findings: Findings) -> tuple[Measured | None, ...]:
    """Return what is read of each figure of an article, kept from one build to the next."""
    memory = remembered()

    def read() -> tuple[Measured | None, ...]:
        return tuple(_read(figure, findings) for figure in findings.figures)

    return memory.kept("measured", memory.digest(findings), read, lambda rows: tuple(r and Measured(*r) for r in rows))


def _read(figure: Figure, findings: Findings) -> Measured | None:
    """Return what is read of a figure; None where nothing tells what it measures."""
    if figure.measure is None or figure.value is None:
        return None
    sentence = read_text(findings.article).sentence_at(figure.span.start)
    if sentence is None:
        return None
    head = _head(sentence, figure.measure)
    verb = sentence.verb_of(sentence.within(figure.span)[0])
    deed = deed_of(sentence, figure.span) or (sentence.words[verb.head].lemma if verb else "")
    return Measured(head, deed) if head else None


def deed_of(sentence: Sentence, span: Span) -> str:
    """Return what happens to those counted: the nearest of the known deeds, or nothing."""
    first, end = sentence.within(span)
    if sentence.low(first - 1) in _MORE or sentence.low(end) in _MORE:
        return "more"
    reach = min(len(sentence), end + _REACH)
    behind = next((i for i in range(end, reach) if sentence.parts[i] in ("conj", "comma")), reach)  # and injuring 5
    near = sorted(range(max(0, first - _REACH), behind), key=lambda i: abs(2 * i - first - end))
    return next((deeds_counted()[low] for i in near if (low := sentence.low(i)) in deeds_counted()), "")


def _head(sentence: Sentence, measure: Evidence) -> str:
    """Return the last word before a preposition that says what is counted; of several parts the first that does."""
    first, end = sentence.within(measure.span)
    words = [(sentence.parts[i], sentence.low(i)) for i in range(first, end) if sentence.parts[i] != "name"]
    cut = next((n for n, (part, _) in enumerate(words) if part == "prep" and n), len(words))
    told = [_normal(low) if low[:1].isalpha() else "" for _, low in words]
    return next(filter(None, (*reversed(told[:cut]), *told[cut:])), "")


@cache
def _normal(word: str) -> str:
    """Return the normal form of a word of a measure, or nothing for one that adds nothing."""
    stem = " ".join(key_of(word))
    for chief, others in table("figures-same"):
        if word in others.split() or stem in others.split():
            return "" if chief == "-" else chief
    return stem


Side = tuple[Evidence, ...]

TELLS = {"statement": 0.5, "definition": 0.4}
"""Share of a fact's words of meaning that a source must have in order to confirm it: who gives but a part doesn't."""
PLAIN = ("count", "money", "quantity", "percent", "share")
"""Kinds that sources give again; ages, ordinals, ranks and the like belong to somebody."""
LIKE = 0.22
"""Share of the shorter sentence, its words weighed by how rare they are, that another one has if both count the same.

By the labels of 1,200 pairs of real reports, 95 of 100 that have a quarter are one thing and half of the others; with
words of one meaning counted for less, .22 keeps as many. Two that name one thing that they count are nearly always one;
so few of it that anything is told of as many need the share as well.
"""
FEW = 10
"""Below so many goals, games and the like are told of a match again and again: another number has to agree, too."""
_COMMON = frozenset(map(stem, (*forms("weekday"), *forms("month"), *deeds_counted())))
"""Stems of days, months and fates, which any two happenings share."""
_HURT = frozenset(("death", "injury"))
"""Fates that many more share elsewhere: what two sentences say of as many people must agree."""
NEAR = 40
"""Letters on either side of a number, up to the next one, in which what isn't named alike shares a word at least."""
SAMPLE = 2000
"""So many sentences tell how rare a word is."""
FEWEST = 50
"""In fewer sentences counts say little about how rare a word is."""
MOST = 8
"""Voices that are compared each with each; of more, the first ones."""


class Confirming:
    """What tells in a briefing whether two places say the same."""

    def __init__(self, briefing: Briefing) -> None:
        """Look up the names and articles of a briefing."""
        self._articles = {a.id: a for a in briefing.articles}
        self._index = EntityIndex(briefing.entities)
        read = ((f, told) for x in briefing.findings for f, told in zip(x.figures, measured(x), strict=True))
        self._read = tuple(read)
        self._figures = {f.article.id: f.figures for f in briefing.findings}
        self._told = {(f.article, f.span): told for f, told in self._read}
        self._near: dict[tuple[str, Span], tuple[frozenset[str], ...]] = {}

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
        a, b = (self._told[f.article, f.span] for f in (one, other))
        digits = f"{one.value or 0:f}".replace(".", "").strip("0")
        crowds = a is not None and b is not None and is_person(a.head) and is_person(b.head)
        if _are_apart(a, b) or self._is_of_another(one, other, few=len(digits) == 1, crowds=crowds):
            return False
        like = self._share(self._around(one)[2], self._around(other)[2]) >= LIKE
        if a is not None and b is not None and a.head == b.head and (a.deed == b.deed or not crowds):
            return like or not (len(digits) == 1 or a.deed in _HURT or a.head in wordset("measures-tallied"))
        if a is not None and b is not None and not self._are_one(a.head, b.head, few=len(digits) == 1):
            return False
        return like and self._share(self._beside(one), self._beside(other)) > 0

    def _is_of_another(self, one: Figure, other: Figure, *, few: bool, crowds: bool) -> bool:
        """Tell whether two figures hold for two times, people, things or turns of a game: five points and five."""
        (people, names, _), (others, named, _) = self._around(one), self._around(other)
        periods = [f.period.value for f in (one, other) if f.period and f.period.value]
        told = self._told[one.article, one.span]
        tallied = told is not None and told.head in wordset("measures-tallied") and (one.value or 0) < FEW
        return (
            not all(compatible(p, periods[0]) for p in periods)
            or bool(people and others and people.isdisjoint(others) and (few or not crowds))
            or bool(few and names and named and names.isdisjoint(named))
            or (tallied and self._numbers(one).isdisjoint(self._numbers(other)))
        )

    def _numbers(self, figure: Figure) -> frozenset[object]:
        """Return the other figures of a figure's sentence."""
        whole = self._whole(figure)
        beside = (f for f in self._figures[figure.article] if whole.holds(f.span) and f.span != figure.span)
        return frozenset(f.value for f in beside)

    def _are_one(self, head: str, other: str, *, few: bool) -> bool:
        """Tell whether two nouns may stand for one thing: near in meaning, or one for anybody, or for many people.

        Not if a sentence counts both.
        """
        if frozenset((head, other)) in self._counted:
            return False
        people = is_person(head) and is_person(other)
        anybody = not few or not wordset("measures-people").isdisjoint((head, other))
        return (people and anybody) or alike(stem(head), stem(other), "noun")

    def _share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the share of the shorter sentence's weight that the other one has, too, or something near to it."""
        least = min(weight_of(words, self._weights) for words in (one, other))
        return shared(one, other, self._weights) / least if least else 0.0

    @cached_property
    def _weights(self) -> Weights:
        """Return how much words tell; one that no sentence of the sample has tells most."""
        figures = [f for figures in self._figures.values() for f in figures if f.kind in PLAIN]
        sample = figures[:: max(1, len(figures) // SAMPLE)]
        told = {(f.article, self._whole(f)): self._around(f)[2] for f in sample}.values()
        counts, many = Counter(chain.from_iterable(told)), max(len(told) + 1, FEWEST)
        return Weights(rarity(counts, many), log(1 + many))

    @cached_property
    def _counted(self) -> frozenset[frozenset[str]]:
        """Return the pairs of nouns of which one sentence counts both: they are two things."""
        told = gathered(((f.article, self._whole(f)), t.head) for f, t in self._read if t is not None)
        return frozenset(frozenset(pair) for heads in told.values() for pair in combinations(sorted({*heads}), 2))

    def _beside(self, figure: Figure) -> frozenset[str]:
        """Return the words of meaning close by a figure, up to the next one on either side."""
        text, whole = self._articles[figure.article].text, self._whole(figure)
        others = [f.span for f in self._figures[figure.article] if whole.holds(f.span)]
        low = max([whole.start, figure.span.start - NEAR, *(o.end for o in others if o.end <= figure.span.start)])
        high = min([whole.end, figure.span.end + NEAR, *(o.start for o in others if o.start >= figure.span.end)])
        told = (*stems_of(text[low : figure.span.start]), *stems_of(text[figure.span.end : high]))
        return frozenset(senses_of(told))

    def _whole(self, figure: Figure) -> Span:
        return self._articles[figure.article].whole(figure.span)

    def _around(self, figure: Figure) -> tuple[frozenset[str], ...]:
        """Return who and what the sentence of a figure names, and its names and words but for those measured."""
        place = (figure.article, figure.span)
        if place not in self._near:
            self._near[place] = self._read_around(figure)
        return self._near[place]

    def _read_around(self, figure: Figure) -> tuple[frozenset[str], ...]:
        article, span = self._articles[figure.article], self._whole(figure)
        named = [e for _, e in self._index.within(article.id, span)]
        measured = {*stems_of(figure.text), *stems_of(figure.measure.text if figure.measure else ""), *_COMMON}
        stems = [s for s in stems_of(article.text[span.start : span.end]) if s not in measured and kind_of(s) != "time"]
        names = frozenset(e.id for e in named)
        return frozenset(e.id for e in named if e.kind == "person"), names, names | frozenset(senses_of(stems))


def _are_apart(one: Measured | None, other: Measured | None) -> bool:
    """Tell whether what happens to those counted is two fates: ``another 1,000 troops``; ``nine dead, nine hurt``."""
    if one is None or other is None or one.deed == other.deed:
        return False
    hurt = is_person(one.head) and is_person(other.head) and not _HURT.isdisjoint((one.deed, other.deed))
    return hurt or "more" in (one.deed, other.deed)


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
