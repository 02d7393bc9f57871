"""A sentence ──▶ how good a line of a page it is: points for its words, its place and what its story shares.

It is what trainable summaries do (Edmundson 1969; Kupiec, Pedersen and Chen 1995): features of a sentence are added up.
``line-points.txt`` has the points, in tenths of a natural logarithm of the odds.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import exp, fsum, sqrt
from typing import NamedTuple

from generator.edtf import precision
from generator.lexicons import table
from generator.model import RUNNING, Article, Briefing, Entity, Evidence, Findings, Span, value_of
from generator.text import Sentence, VerbGroup, Word, read_text, words_of
from generator.text.standing import HE, IT, OWN_VOICE, SHE, THEY, described, leans, main_verb, meant, stands

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
_THIS = frozenset(("this", "that", "these", "those", "such"))
_ENDED = re.compile(r"[.!][\"”’')\]]*\s*$")
_EXPLAINING = ("det", "number", "noun", "poss", "adj")
"""What opens words behind a name that say who that is: ``Ana Ruiz, a lawyer``."""


class Told(NamedTuple):
    """The stems of an article's title, of its first sentences, and of all of them."""

    title: frozenset[str]
    opening: frozenset[str]
    whole: frozenset[str]


class Story(NamedTuple):
    """What a story's origins tell: the stems of each, how many have each stem, and whom half of the articles name."""

    by: Mapping[str, Told]
    counts: Sequence[Counter[str]]
    central: frozenset[str]


class Around(NamedTuple):
    """What stands around the sentences of an article: its title, the words of its origin, its story, names, starts."""

    title: frozenset[str]
    own: Told
    story: Story
    starts: Sequence[int]
    named: Sequence[tuple[Span, Entity]]

    @property
    def others(self) -> int:
        """The number of other origins of the story."""
        return len(self.story.by) - 1

    def told(self, part: int, stem: str) -> int:
        """Return how many other origins have a stem in their titles (0), at their top (1), or anywhere (2)."""
        return self.story.counts[part][stem] - (stem in self.own[part])

    def knows(self, stems: Iterable[str]) -> bool:
        """Tell whether a title of the story has one of some stems."""
        return any(stem in self.title or self.told(0, stem) for stem in stems)


@dataclass(frozen=True, eq=False)
class Salience:
    """The points of the sentences of a briefing."""

    briefing: Briefing
    _read: dict[tuple[str, ...], Story] = field(default_factory=dict)
    _known: dict[str, Around] = field(default_factory=dict)
    _counted: dict[Evidence, tuple[float, float]] = field(default_factory=dict)

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
        return {i: told.get(i, i) for i in self._findings}

    def _around(self, article: str) -> Around:
        if article not in self._known:
            story, found = self._story(self._stories.get(article, (article,))), self._findings[article].article
            starts = [s.start for b in found.blocks if b.kind in RUNNING for s in b.sentences]
            own = story.by[self._origins[article]]
            self._known[article] = Around(_title(found), own, story, starts, self._named[article])
        return self._known[article]

    def _story(self, articles: tuple[str, ...]) -> Story:
        """Return what the origins of some articles tell, read once for all sentences of all of them."""
        if articles not in self._read:
            by, naming = defaultdict[str, list[Told]](list), Counter[str]()
            for article in articles:
                by[self._origins[article]].append(_told(self._findings[article].article))
                naming.update({entity.id for _, entity in self._named[article]})
            told = {origin: Told(*map(frozenset[str]().union, *one)) for origin, one in by.items()}
            counts = [Counter(stem for one in told.values() for stem in one[part]) for part in range(len(Told._fields))]
            central = frozenset(e for e, n in naming.items() if n >= max(2, len(articles) / 2))
            self._read[articles] = Story(told, counts, central)
        return self._read[articles]

    def alone(self, words: Evidence) -> float:
        """Return the points for that words can be read alone: above 0 more often than not."""
        return self._points(words)[0]

    def worth(self, words: Evidence) -> float:
        """Return how likely, from 0 to 1, an editor takes words for a page: they can be read alone, and matter."""
        alone, matters = self._points(words)
        return likely(alone) * likely(matters)

    def _points(self, words: Evidence) -> tuple[float, float]:
        if words not in self._counted:
            told = [(_table()[name], level) for name, level in self.levels(words) if name in _table()]
            alone, matters = (fsum(points[n] * level for points, level in told) for n in range(2))
            self._counted[words] = alone, matters
        return self._counted[words]

    def levels(self, words: Evidence) -> Iterator[tuple[str, float]]:
        """Yield what tells how good a line words are, by its name in the table, and how much of it there is."""
        around, found = self._around(words.article), self._findings[words.article]
        sentence = read_text(found.article).sentence_at(words.span.start)
        yield "sentence", 1
        if sentence is None:
            return
        first, end = sentence.within(words.span)
        first = max(first, sentence.story if sentence.story < len(sentence) else 0)
        span = Span(sentence.starts[first], words.span.end)
        told = [i for i in range(first, end) if (words.article, sentence.starts[i]) not in self._told_in_place]
        yield from _words(sentence, told, words.text)
        verb = main_verb(sentence, span)
        yield from _verb(sentence, span, verb)
        if verb:
            yield from _subject(sentence, span, verb, told, around)
        yield "meant", min(sum(not around.knows((stem,)) for stem in meant(sentence, span)), 2)
        yield "unended", not _ENDED.search(found.article.text, sentence.span.start, sentence.span.end)
        yield from _names(words, sentence, around)
        dates = (d for d in found.dates if span.holds(d.span))
        figures = {f.kind for f in found.figures if span.holds(f.span)}
        yield "sum", "money" in figures
        yield "count", "count" in figures
        yield "day", any(d.value and precision(d.value) in ("day", "month") for d in dates)
        yield from _place(sentence, around)
        yield from _shared(_stems(words_of(words.text)), around)


def _title(article: Article) -> frozenset[str]:
    return _stems(words_of(value_of(article.title) or ""))


def _told(article: Article) -> Told:
    sentences = [s for s in read_text(article).sentences if s.kind in RUNNING]
    opening, whole = (_stems(w for s in some for w in s.words) for some in (sentences[:OPENING], sentences))
    return Told(_title(article), opening, whole)


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
    yield "he before a name", not (HE | SHE).isdisjoint(low[:person])
    yield "it before a noun", not (IT | THEY).isdisjoint(low[:thing])
    yield "this", any(w in _THIS and part == "det" for w, part in zip(low, parts, strict=True))
    yield "own voice", bool(OWN_VOICE.search(text))
    yield "brief", count < BRIEF
    yield "short", count < SHORTISH
    yield "number", any(sentence.words[i].text[0].isdigit() for i in inside)


def _verb(sentence: Sentence, span: Span, verb: VerbGroup | None) -> Iterator[tuple[str, float]]:
    """Yield how the main verb tells what it tells, and whether the words lean on others."""
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


def _subject(
    sentence: Sentence, span: Span, verb: VerbGroup, told: Sequence[int], around: Around
) -> Iterator[tuple[str, float]]:
    """Yield what the subject is, and whether a title speaks of it."""
    first = sentence.within(span)[0]
    before = [p for p in sentence.phrases if first <= p.first and p.end <= verb.first]
    free = [p for p in before if not p.first or sentence.parts[p.first - 1] != "prep"] or before
    for subject in free[-1:]:
        known = around.knows(sentence.words[i].stem for i in range(subject.core, subject.end))
        yield "subject pronoun", subject.kind == "pronoun" and subject.head in told
        yield "subject named", "name" in sentence.parts[subject.first : subject.end]
        yield "subject known", known
        yield "subject described", not known and described(sentence, span) is not None


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
    yield "central name", any(e.id in around.story.central for _, e in named)
    yield "family name", bool(bare)
    unknown = [(span, e, text) for span, e, text in people if not around.knows(_stems(words_of(text)))]
    yield "unknown family name", any(e.id not in full for _, e, _ in unknown)
    told = {e.id for span, e, _ in people if _is_told(sentence, span)}
    yield "unknown name", any(e.id in full and e.id not in told for _, e, _ in unknown)


def _is_told(sentence: Sentence, span: Span) -> bool:
    """Tell whether words beside a name say who bears it: ``the lawyer Ana Ruiz``, ``Ana Ruiz, a lawyer``."""
    first, end = sentence.within(span)
    behind = sentence.low(end) == "," and "".join(sentence.parts[end + 1 : end + 2]) in _EXPLAINING
    return behind or "person" in sentence.word(first - 1 - (sentence.low(first - 1) == ",")).kinds


def _place(sentence: Sentence, around: Around) -> Iterator[tuple[str, float]]:
    """Yield where in its article a sentence stands."""
    above = bisect_right(around.starts, sentence.span.start) - 1
    yield "first", above <= 0
    yield "opening", above in (2, 3)
    yield "down", above / (len(around.starts) or 1)


def _shared(told: frozenset[str], around: Around) -> Iterator[tuple[str, float]]:
    """Yield how much of what a line tells the titles, the openings and the texts of its story have, for its length."""
    length, many = sqrt(len(told) + SHORT), around.others or 1
    titles, openings, whole = (sum(around.told(n, stem) for stem in told) / many / length for n in range(3))
    yield "title", len(told & around.title) / length
    yield "titles", titles
    yield "openings", openings
    yield "shared", whole
    yield "single", not around.others
    new = sum(not around.told(2, stem) for stem in told) / (len(told) or 1)
    yield "new", new if around.others else 0
