"""A sentence ──▶ how good a line of a page it is: points for its words, its place and what its story shares.

It is what trainable summaries do (Edmundson 1969; Kupiec, Pedersen and Chen 1995): features of a sentence are added up.
``line-points.txt`` has the points, in tenths of a natural logarithm of the odds.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import exp, fsum, sqrt
from typing import NamedTuple

from generator.edtf import precision
from generator.lexicons import table
from generator.model import RUNNING, Article, Briefing, Entity, Evidence, Findings, Span, value_of
from generator.text import Sentence, Word, read_text, words_of
from generator.text.standing import OWN_VOICE, described, leans, main_verb, meant, stands

TENTHS = 10
"""Points of a natural logarithm."""
SHORT = 6
"""Words by which a sentence is taken to be longer, so that no short one wins by one word alone."""
OPENING = 4
"""Sentences at the top of an article that tell its news."""
BRIEF, SHORTISH = 9, 13
"""Words from which a sentence isn't brief, and isn't short."""
MOST = 3
"""Names that count; a list of more tells no more."""
_HE = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))
_IT = frozenset(("it", "its", "itself", "they", "them", "their", "themselves"))
_THIS = frozenset(("this", "that", "these", "those", "such"))
_ENDED = re.compile(r"[.!][\"”’')\]]*\s*$")
_EXPLAINING = ("det", "number", "noun", "poss", "adj")
"""What opens words behind a name that say who that is: ``Ana Ruiz, a lawyer``."""


class Told(NamedTuple):
    """The stems of an article's title, of its first sentences, and of all of them."""

    title: frozenset[str]
    opening: frozenset[str]
    whole: frozenset[str]


class Around(NamedTuple):
    """What stands around the sentences of an article.

    ``others`` are the words that each other origin of its story has in its titles, at its top, and anywhere; ``starts``
    where its sentences begin; ``known`` the stems of the titles; ``central`` whom half of the story names.
    """

    title: frozenset[str]
    others: Sequence[Told]
    starts: Sequence[int]
    known: frozenset[str]
    named: Sequence[tuple[Span, Entity]]
    central: frozenset[str]


@dataclass(frozen=True, eq=False)
class Salience:
    """The points of the sentences of a briefing."""

    briefing: Briefing
    _read: dict[str, Told] = field(default_factory=dict)
    _known: dict[str, Around] = field(default_factory=dict)

    @cached_property
    def _articles(self) -> Mapping[str, Article]:
        return {a.id: a for a in self.briefing.articles}

    @cached_property
    def _findings(self) -> Mapping[str, Findings]:
        return {f.article.id: f for f in self.briefing.findings}

    @cached_property
    def _named(self) -> Mapping[str, Sequence[tuple[Span, Entity]]]:
        found = defaultdict[str, list[tuple[Span, Entity]]](list)
        for entity in self.briefing.entities:
            for mention in entity.mentions:
                found[mention.article].append((mention.span, entity))
        return found

    @cached_property
    def _told_in_place(self) -> frozenset[tuple[str, int]]:
        """Where pronouns stand that a page tells the name for."""
        return frozenset((m.article, m.span.start) for m in self.briefing.meant)

    @cached_property
    def _stories(self) -> Mapping[str, tuple[str, ...]]:
        return {i: story for story in self.briefing.stories for i in story}

    @cached_property
    def _origins(self) -> Mapping[str, str]:
        """Return the first article of the origin of each; each is its own where none are known yet."""
        told = {i: origin.articles[0] for origin in self.briefing.origins for i in origin.articles}
        return {i: told.get(i, i) for i in self._articles}

    def _told(self, article: str) -> Told:
        """Return the stems of the title of an article, of its first sentences, and of all that it tells; read once."""
        if article not in self._read:
            self._read[article] = _told(self._articles[article])
        return self._read[article]

    def _around(self, article: str) -> Around:
        if article not in self._known:
            self._known[article] = self._looked(article)
        return self._known[article]

    def _looked(self, article: str) -> Around:
        story, own = self._stories.get(article, (article,)), self._told(article)
        by = defaultdict[str, list[Told]](list)
        for other in story:
            if self._origins[other] != self._origins[article]:
                by[self._origins[other]].append(self._told(other))
        others = [Told(*map(frozenset[str]().union, *one)) for one in by.values()]
        naming = defaultdict[str, set[str]](set)
        for other in story:
            for _, entity in self._named[other]:
                naming[entity.id].add(other)
        return Around(
            own.title,
            others,
            [s.start for b in self._articles[article].blocks if b.kind in RUNNING for s in b.sentences],
            own.title.union(*(o.title for o in others)),
            self._named[article],
            frozenset(e for e, told in naming.items() if len(told) >= max(2, len(story) / 2)),
        )

    def alone(self, words: Evidence) -> float:
        """Return the points for that words can be read alone: above 0 more often than not."""
        return self._points(words)[0]

    def worth(self, words: Evidence) -> float:
        """Return how likely, from 0 to 1, an editor takes words for a page: they can be read alone, and matter."""
        alone, matters = self._points(words)
        return likely(alone) * likely(matters)

    def _points(self, words: Evidence) -> tuple[float, float]:
        told = [(_table()[name], level) for name, level in self.levels(words) if name in _table()]
        return fsum(points[0] * level for points, level in told), fsum(points[1] * level for points, level in told)

    def levels(self, words: Evidence) -> Iterator[tuple[str, float]]:
        """Yield what tells how good a line words are, by its name in the table, and how much of it there is."""
        around, sentence = self._around(words.article), self._sentence(words)
        yield "sentence", 1
        if sentence is None:
            return
        first, end = sentence.within(words.span)
        first = max(first, sentence.story if sentence.story < len(sentence) else 0)
        span = Span(sentence.starts[first], words.span.end)
        told = [i for i in range(first, end) if (words.article, sentence.starts[i]) not in self._told_in_place]
        yield from _words(sentence, told, words.text)
        yield from _verb(sentence, span)
        yield from _things(sentence, span, around.known, told)
        yield "unended", not _ENDED.search(self._articles[words.article].text, sentence.span.start, sentence.span.end)
        yield from _names(words, sentence, around)
        dates = (d for d in self._findings[words.article].dates if span.holds(d.span))
        figures = {f.kind for f in self._findings[words.article].figures if span.holds(f.span)}
        yield "sum", "money" in figures
        yield "count", "count" in figures
        yield "day", any(d.value and precision(d.value) in ("day", "month") for d in dates)
        yield from _place(sentence, around)
        yield from _shared(_stems(words_of(words.text)), around)

    def _sentence(self, words: Evidence) -> Sentence | None:
        return read_text(self._articles[words.article]).sentence_at(words.span.start)


def _told(article: Article) -> Told:
    sentences = [s for s in read_text(article).sentences if s.kind in RUNNING]
    opening, whole = (_stems(w for s in some for w in s.words) for some in (sentences[:OPENING], sentences))
    return Told(_stems(words_of(value_of(article.title) or "")), opening, whole)


def _stems(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(w.stem for w in words if not w.closed and w.text[0].isalnum())


@cache
def _table() -> Mapping[str, tuple[float, float]]:
    return {name: (float(alone), float(matters)) for name, alone, matters, _ in table("line-points")}


@cache
def _acts() -> frozenset[str]:
    return frozenset(verb for row in table("events-acts") for verb in row[2].split())


def likely(points: float) -> float:
    """Return the probability that points are the odds of."""
    return 1 / (1 + exp(-points / TENTHS))


def _words(sentence: Sentence, inside: Sequence[int], text: str) -> Iterator[tuple[str, float]]:
    """Yield what the words of a line tell: what they point at, how many there are, how they end."""
    low, parts = [sentence.low(i) for i in inside], [sentence.parts[i] for i in inside]
    count = sum(sentence.words[i].text[0].isalnum() for i in inside)
    person = next(
        (n for n, i in enumerate(inside) if parts[n] == "name" or "person" in sentence.words[i].kinds), len(low)
    )
    thing = next((n for n, part in enumerate(parts) if part in ("name", "noun")), len(low))
    yield "he before a name", not _HE.isdisjoint(low[:person])
    yield "it before a noun", not _IT.isdisjoint(low[:thing])
    yield "this", any(w in _THIS and part == "det" for w, part in zip(low, parts, strict=True))
    yield "own voice", bool(OWN_VOICE.search(text))
    yield "brief", count < BRIEF
    yield "short", count < SHORTISH
    yield "number", any(sentence.words[i].text[0].isdigit() for i in inside)


def _verb(sentence: Sentence, span: Span) -> Iterator[tuple[str, float]]:
    """Yield how the main verb tells what it tells, and whether the words lean on others."""
    verb = main_verb(sentence, span)
    yield "leans", leans(sentence, span)
    yield "clause", stands(sentence, span)
    shown = (i for i in range(*sentence.within(span)) if sentence.low(i) in ("there", "here"))
    yield "there", any(not verb or i != verb.first - 1 for i in shown)
    if verb is None:
        return
    yield "is", sentence.words[verb.head].lemma in ("be", "have")
    yield "passive", verb.voice == "passive"
    yield "perfect", verb.aspect == "perfect"
    yield "past", verb.tense == "past" and not verb.modality
    yield "act", sentence.words[verb.head].lemma in _acts()
    yield "modal", verb.modality in ("possible", "conditional", "required")
    yield "ahead", verb.tense == "future" or verb.modality == "planned"


def _things(sentence: Sentence, span: Span, known: frozenset[str], told: Sequence[int]) -> Iterator[tuple[str, float]]:
    """Yield what the subject is, and how much is spoken of as known that no title names."""
    verb, first = main_verb(sentence, span), sentence.within(span)[0]
    before = [p for p in sentence.phrases if verb and first <= p.first and p.end <= verb.first]
    free = [p for p in before if not p.first or sentence.parts[p.first - 1] != "prep"] or before
    for subject in free[-1:]:
        stems = {sentence.words[i].stem for i in range(subject.core, subject.end)}
        yield "subject pronoun", subject.kind == "pronoun" and subject.head in told
        yield "subject named", "name" in sentence.parts[subject.first : subject.end]
        yield "subject known", not known.isdisjoint(stems)
        yield "subject described", described(sentence, span) is not None and known.isdisjoint(stems)
    yield "meant", min(sum(stem not in known for stem in meant(sentence, span)), 2)


def _names(words: Evidence, sentence: Sentence, around: Around) -> Iterator[tuple[str, float]]:
    """Yield how many names a line has, whether they are those of the story, and whether it tells who bears them."""
    named = [(span, e) for span, e in around.named if words.span.holds(span)]
    people = [
        (span, e, words.text[span.start - words.span.start : span.end - words.span.start])
        for span, e in named
        if e.kind == "person"
    ]
    full = {e.id for _, e, text in people if " " in text.strip()}
    bare = [text for _, e, text in people if e.id not in full]
    yield "names", min(len({e.id for _, e in named}), MOST)
    yield "central name", any(e.id in around.central for _, e in named)
    yield "family name", bool(bare)
    unknown = [(span, e, text) for span, e, text in people if around.known.isdisjoint(_stems(words_of(text)))]
    yield "unknown family name", any(e.id not in full for _, e, _ in unknown)
    told = {e.id for span, e, _ in people if _is_told(sentence, span)}
    yield "unknown name", any(e.id in full and e.id not in told for _, e, _ in unknown)


def _is_told(sentence: Sentence, span: Span) -> bool:
    """Tell whether words beside a name say who bears it: ``the lawyer Ana Ruiz``, ``Ana Ruiz, a lawyer``."""
    first, end = sentence.within(span)
    behind = (
        sentence.low(end) == "," and sentence.parts[end + 1 : end + 2] != () and sentence.parts[end + 1] in _EXPLAINING
    )
    return (
        behind
        or "person" in sentence.word(first - 1).kinds
        or (first > 1 and sentence.low(first - 1) == "," and "person" in sentence.word(first - 2).kinds)
    )


def _place(sentence: Sentence, around: Around) -> Iterator[tuple[str, float]]:
    """Yield where in its article a sentence stands."""
    above = bisect_right(around.starts, sentence.span.start) - 1
    yield "first", above <= 0
    yield "opening", above in (2, 3)
    yield "down", above / (len(around.starts) or 1)


def _shared(told: frozenset[str], around: Around) -> Iterator[tuple[str, float]]:
    """Yield how much of what a line tells the titles, the openings and the texts of its story have, for its length."""
    many = len(around.others) or 1
    length = sqrt(len(told) + SHORT)
    titles, openings, whole = (sum(len(told & one[n]) for one in around.others) / many / length for n in range(3))
    yield "title", len(told & around.title) / length
    yield "titles", titles
    yield "openings", openings
    yield "shared", whole
    yield "single", not around.others
    new = sum(all(stem not in one[2] for one in around.others) for stem in told) / (len(told) or 1)
    yield "new", new if around.others else 0
