"""Two articles ──▶ how much of them is one text: copied, shared outside of what both quote, or told again."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from weakref import proxy

from generator.link.content_words import stems_of
from generator.link.likeness import rarity, weight_of
from generator.link.passages import WORD
from generator.link.sets import gathered
from generator.model import Findings, Span

if TYPE_CHECKING:
    Sentences = tuple[frozenset[str], ...]

RUN = 5
"""Words in a row from which they count as copied. Of the pairs of near-copies in our own clusters five in six reach the
half, and no report on the same thing by another hand; with four words one of these does nearly."""
ALIKE = 0.45
"""Share of a sentence's weight that one sentence of the other article must have, too, to tell it again."""
RETELLS, FEWEST_SENTENCES, IN_ORDER = 0.4, 8, 0.6
"""What of the shorter article the other one must tell again, in so many sentences, and the share of these that must
come in the same order. In the same clusters two good reports of one attack had .39 in 8 sentences, half of them in
order; two texts written from a third had .5 and two thirds."""
FEWEST_STEMS, FEWEST_SHARED = 5, 4
"""Words of meaning that a sentence has at least to be looked for, and that must be found in one of the other's."""

RUNS_KEPT = 512
"""Articles of which the runs of words are kept, some 50 kB each: pairs come article by article."""

_BETWEEN = re.compile(r"[\W_]")  # what stands between the words of a name
_SHOWN = ("paragraph", "item", "caption")
_MARKED = ("quotation", "fragment", "nested", "echo")
OWN_WORDS, OWN = 20, 0.12
"""Words outside of quotations that two articles have at least, and the share of them that both have, from which one may
be a copy of the other: below it they print one statement, each in a story of its own."""


class Retold(NamedTuple):
    """How many of the shorter article's sentences the other one tells, too: of all, those found, those in order.

    ``share`` is the share of the words of meaning that stands in the sentences found.
    """

    sentences: int
    found: int
    in_order: int
    share: float

    @property
    def holds(self) -> bool:
        """Tell whether it is enough, and in order."""
        return self.found >= FEWEST_SENTENCES and self.share >= RETELLS and self.in_order >= IN_ORDER * self.found


class Texts:
    """The words of articles as they are compared: the same word is the same number, and each article is read once."""

    def __init__(self, findings: Iterable[Findings]) -> None:
        """Remember what there is to read."""
        self._findings = {f.article.id: f for f in findings}
        self._numbers: dict[str, int] = {}
        self._words: dict[tuple[str, bool], tuple[int, array[int]]] = {}
        self._sentences: dict[str, Sentences] = {}
        self._held = lru_cache(RUNS_KEPT)(partial(Texts._run, proxy(self)))  # not itself: it would stay for long
        self._stems: dict[int, Mapping[str, Sequence[int]]] = {}

    def shared(self, one: str, other: str) -> tuple[float, float]:
        """Return the share of the shorter text's words that stand in the longer one, too, in runs of some length.

        First of all words: none where both only quote the same, for their own words are their own. Then outside of
        quotations, each name taken as one word: both may have heard the same speech.
        """
        own = self._share(one, other, own=True)
        fewest = min(self._runs(article, own=True)[0] for article in (one, other))
        return (0.0 if fewest >= OWN_WORDS and own < OWN else self._share(one, other, own=False)), own

    def _run(self, article: str, own: bool) -> frozenset[int]:  # noqa: FBT001 - a cache asks by position
        return frozenset(self._runs(article, own=own)[1])

    def _share(self, one: str, other: str, *, own: bool) -> float:
        shorter, longer = sorted((one, other), key=lambda article: self._runs(article, own=own)[0])
        there, (words, runs) = self._held(longer, own), self._runs(shorter, own=own)
        if there.isdisjoint(runs):
            return 0.0
        starts = (start for start, run in enumerate(runs) if run in there)
        return sum(min(RUN, after - start) for start, after in pairwise((*starts, words + RUN))) / words

    def retold(self, one: str, other: str) -> Retold | None:
        """Return how one article tells the other one again, in whatever words, outside of quotations; None if not."""
        shorter, longer = sorted((self._told(one), self._told(other)), key=lambda s: sum(map(len, s)))
        alike = [_sharing(s, self._holders(longer)) for s in shorter]
        if sum(map(bool, alike)) < FEWEST_SENTENCES:
            return None
        counts = Counter(stem for sentence in (*shorter, *longer) for stem in sentence)
        weights = rarity(counts, len(shorter) + len(longer))
        places = [_place(s, ((n, longer[n]) for n in near), weights) for s, near in zip(shorter, alike, strict=True)]
        found = [place for place in places if place is not None]
        told = sum(len(s) for s, place in zip(shorter, places, strict=True) if place is not None)
        again = Retold(len(shorter), len(found), _rising(found), told / sum(map(len, shorter)))
        return again if again.holds else None

    def _holders(self, sentences: Sentences) -> Mapping[str, Sequence[int]]:
        """Return which sentences hold a stem."""
        if id(sentences) not in self._stems:
            held = gathered((stem, n) for n, sentence in enumerate(sentences) for stem in sentence)
            self._stems[id(sentences)] = held
        return self._stems[id(sentences)]

    def _runs(self, article: str, *, own: bool) -> tuple[int, array[int]]:
        """Return how many words an article has, and a number for each run of them: the same for the same words."""
        if (article, own) not in self._words:
            found = self._findings[article]
            names = (n.span for n in found.names)  # each becomes one word
            text = found.article.text
            text = _replaced(_unquoted(found), names, lambda name: _BETWEEN.sub("x", name)) if own else text
            shown = (b.span for b in found.article.blocks if b.kind in _SHOWN)
            words = (m.group().casefold() for span in shown for m in WORD.finditer(text, span.start, span.end))
            numbers = [self._numbers.setdefault(word, len(self._numbers)) for word in words]
            runs = zip(*(numbers[n:] for n in range(RUN)), strict=False)
            self._words[article, own] = len(numbers), array("q", map(hash, runs))
        return self._words[article, own]

    def _told(self, article: str) -> Sentences:
        if article not in self._sentences:
            found = self._findings[article]
            text = _unquoted(found)
            spans = (s for b in found.article.blocks if b.kind in _SHOWN for s in b.sentences)
            stems = (frozenset(stems_of(text[s.start : s.end])) for s in spans)
            self._sentences[article] = tuple(s for s in stems if len(s) >= FEWEST_STEMS)
        return self._sentences[article]


def _unquoted(found: Findings) -> str:
    """Return the text of an article with blanks in place of what it quotes."""
    return _replaced(
        found.article.text, (q.words.span for q in found.quotes if q.kind in _MARKED), lambda s: " " * len(s)
    )


def _replaced(text: str, spans: Iterable[Span], by: Callable[[str], str]) -> str:
    """Return a text with other characters, as many, in some of its spans."""
    parts, end = [], 0
    for span in sorted(spans):
        if span.start >= end:
            parts += [text[end : span.start], by(text[span.start : span.end])]
            end = span.end
    return "".join((*parts, text[end:]))


def _sharing(sentence: frozenset[str], holders: Mapping[str, Sequence[int]]) -> list[int]:
    """Return the sentences, in order, that share enough stems with one."""
    shared = Counter(n for stem in sentence for n in holders.get(stem, ()))
    return sorted(n for n, times in shared.items() if times >= FEWEST_SHARED)


def _place(
    sentence: frozenset[str], others: Iterable[tuple[int, frozenset[str]]], weights: Mapping[str, float]
) -> int | None:
    """Return which of some sentences has most of a sentence's weight, or None where none has enough of it."""
    best, place = ALIKE * weight_of(sentence, weights), None
    for n, other in others:
        if (weight := weight_of(sentence & other, weights)) >= best:
            best, place = weight, n
    return place


def _rising(places: Iterable[int]) -> int:
    """Return the length of the longest rising sequence among some numbers (patience sorting)."""
    piles: list[int] = []
    for place in places:
        at = bisect_left(piles, place)
        piles[at : at + 1] = [place]
    return len(piles)
