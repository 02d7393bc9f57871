"""The linked corpus, looked up by sentence."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from generator import edtf
from generator.cache import digest_of, remembered
from generator.independence import Independence
from generator.link.differences.weekdays import LEAD, days, weekdays
from generator.link.index import EntityIndex
from generator.link.sets import gathered
from generator.link.stories import FEW
from generator.model import (
    SAME_TIME_DAYS,
    Article,
    Briefing,
    Date,
    Entity,
    Evidence,
    Figure,
    Findings,
    Name,
    Quote,
    Span,
    Stated,
    Unknown,
)
from generator.text.fold import letters

T = TypeVar("T")

STORY_DAYS = 21
"""Days between two reports of one story that tell of the same; later it is mostly the next of its kind."""
LONGEST = 45
"""Words of a sentence that is compared; a longer one has mostly run on from a caption, a list or a menu."""
_NO_STORY = ("caption", "heading")
"""Blocks whose words stand apart from the story: what they date or count is seldom what the sentence beside does."""


@dataclass(frozen=True, slots=True)
class Line:
    """A shown sentence and what was found in it, each in text order; ``told`` is the sentence behind its dateline."""

    sentence: Evidence
    told: Span
    index: int
    dates: tuple[Date, ...]
    figures: tuple[Figure, ...]
    names: tuple[tuple[Name, Entity], ...]

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.sentence.article

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text

    @property
    def entities(self) -> frozenset[str]:
        """The ids of everything named."""
        return frozenset(e.id for _, e in self.names)


class Corpus:
    """The findings and links of all articles by place."""

    def __init__(self, briefing: Briefing) -> None:
        """Index a briefing that is linked up to its glossary."""
        self.briefing = briefing
        self.index = EntityIndex(briefing.entities)
        self.findings: dict[str, Findings] = {f.article.id: f for f in briefing.findings}
        self.independence = Independence(briefing)
        self._found: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        self._standing: dict[str, Entity] = {}
        self._lines: dict[tuple[str, int], Line] = {}
        self.ids = frozenset(e.id for e in briefing.entities)
        self._stories = {a: n for n, story in enumerate(briefing.stories) for a in story}
        self._bodies = {letters(e.name): e for e in reversed(briefing.entities) if e.kind == "organisation"}
        people = [e for e in briefing.entities if e.kind == "person"]
        self._words = {e.id: frozenset(letters(w) for w in e.name.split()) for e in people}
        self._named = gathered((word, person.id) for person in people for word in self._words[person.id])
        self._events = gathered((e.article, event.id) for event in briefing.events for e in event.evidence)

    def once(self, find: Callable[..., Iterable[T]], *of: Hashable) -> tuple[T, ...]:
        """Return what a function finds here, of an article or a place if given; it looks the first time alone."""
        if (find, *of) not in self._found:
            self._found[find, *of] = tuple(find(self, *of))
        return self._found[find, *of]

    @cached_property
    def keys(self) -> dict[str, str]:
        """What stands for each article in the key of what is kept of it, or of it and another one.

        Whoever makes that asks for the findings and the article, for the id, kind, key, name (with its *the*) and
        country of what is named there and of whom it stands for, and whether others tell the article's story, and for
        nothing else that isn't in the key beside this; a test watches it.
        """
        keys: dict[str, str] = {}
        known: dict[str, object] = {}
        for article, found in self.findings.items():
            places = {id(name): n for n, name in enumerate(found.names)}  # what the digest holds needs no words
            mentions = []
            for name, entity in self.index.within(article, Span(0, len(found.article.text))):
                if entity.id not in known:
                    both = entity, self.one_named(entity)
                    known[entity.id] = [(e.id, e.kind, e.key, e.name, e.country, self.named(e)) for e in both]
                mentions.append((places.get(id(name), name), known[entity.id]))
            told = remembered().digest(found), mentions, self.story(article) is not None
            keys[article] = digest_of(repr(told))
        return keys

    def article(self, article: str) -> Article:
        """Return an article by its id."""
        return self.findings[article].article

    def named(self, entity: Entity) -> str:
        """Return a name, with *the* where the sources write it so: ``the South China Sea``."""
        return next(iter(self.once(_with_the, entity.id)), entity.name)

    def is_named(self, entity: Entity, article: str) -> bool:
        """Tell whether an article names an entity anywhere."""
        return any(m.article == article for m in entity.mentions)

    def line_of(self, evidence: Evidence) -> Line | None:
        """Return the sentence in which some words begin, or None outside of the shown text."""
        at = self.article(evidence.article).sentence_at(evidence.span.start)
        return None if at is None else self.line(evidence.article, at)

    def line(self, article: str, index: int) -> Line:
        """Return a sentence by its number, counted from 0."""
        if (article, index) not in self._lines:
            of = self.article(article)
            self._lines[article, index] = self.line_within(of.cite(of.sentences[index]))
        return self._lines[article, index]

    def lines(self, article: str) -> Iterator[Line]:
        """Yield the sentences of an article."""
        return (self.line(article, n) for n in range(len(self.article(article).sentences)))

    def is_story(self, line: Line, *, long: bool = False) -> bool:
        """Tell whether a sentence is one of the story, and no caption, heading or, unless it may be, run-on line."""
        block = self.article(line.article).block_at(line.sentence.span.start)
        return (long or len(line.text.split()) <= LONGEST) and block is not None and block.kind not in _NO_STORY

    def lead(self, article: str) -> tuple[Line, ...]:
        """Return the first sentences of an article, which date and place the news it tells."""
        return tuple(self.line(article, n) for n in range(min(LEAD, len(self.article(article).sentences))))

    def line_within(self, words: Evidence) -> Line:
        """Return some words of an article as a line of their own, with the number of the sentence they begin in."""
        found, span = self.findings[words.article], words.span
        at, told = found.article.sentence_at(span.start), self.told(words.article, words.span)
        return Line(
            sentence=words,
            told=told,
            index=-1 if at is None else at,
            dates=tuple(d for d in found.dates if told.holds(d.span)),
            figures=tuple(f for f in found.figures if told.holds(f.span)),
            names=self.index.within(words.article, span),
        )

    def told(self, article: str, sentence: Span) -> Span:
        """Return a sentence without the dateline that opens it: that dates and counts nothing of the story."""
        line = self.article(article).dateline
        ends = [e.span.end for e in line.evidence if sentence.holds(e.span)] if isinstance(line, Stated) else []
        return Span(min(max(ends, default=sentence.start), sentence.end - 1), sentence.end)

    def one_named(self, entity: Entity) -> Entity:
        """Return whom a name stands for: *Barta* where one Ilona Barta is known, and one body of one name."""
        if entity.id not in self._standing:
            self._standing[entity.id] = self._one_named(entity)
        return self._standing[entity.id]

    def _one_named(self, entity: Entity) -> Entity:
        words = self._words.get(entity.id)
        if words is None:
            same = self._bodies.get(letters(entity.name)) if entity.kind == "organisation" else None
            return same or entity
        longer = [i for i in self._named.get(next(iter(sorted(words))), ()) if self._words[i] >= words]
        fullest = {self._words[i] for i in longer if not any(self._words[i] < self._words[o] for o in longer)}
        if len(fullest) != 1:
            return entity
        whole = next(iter(fullest))
        return self.index.entity(min(i for i in longer if self._words[i] == whole))

    def quotes_in(self, line: Line) -> tuple[Quote, ...]:
        """Return the quotations and reported statements that begin in a sentence."""
        span = line.sentence.span
        return tuple(q for q in self.findings[line.article].quotes if span.start <= q.span.start < span.end)

    def around(self, text: Evidence, near: int) -> frozenset[str]:
        """Return the ids of what the sentence of some words names, and so many sentences before and behind it."""
        line = self.line_of(text)
        if line is None:
            return frozenset()
        last = len(self.article(text.article).sentences) - 1
        found = range(max(0, line.index - near), min(last, line.index + near) + 1)
        return frozenset().union(*(self.line(text.article, i).entities for i in found))

    def origins_of(self, evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
        """Return the independent origins of some words, in the order of articles."""
        return self.independence.origins(evidence)

    def published(self, article: str) -> str | None:
        """Return the date of publication (EDTF) as far as it is known."""
        known = self.article(article).published
        return None if isinstance(known, Unknown) else known.value

    @staticmethod
    def places(line: Line) -> frozenset[str]:
        """Return the ids of the places that a sentence names, nationalities aside."""
        return frozenset(e.id for n, e in line.names if e.kind == "place" and n.form != "demonym")

    def days_apart(self, one: str, other: str) -> int | None:
        """Return how many days lie between two publications, or None where a day isn't known."""
        first, last = self.published(one), self.published(other)
        if first is None or last is None or not all(edtf.precision(day) == "day" for day in (first, last)):
            return None
        apart = edtf.days_between(first, last)
        return None if apart is None else abs(apart)

    def same_time(self, one: str, other: str) -> bool:
        """Tell whether two articles report news of the same days, as far as their dates show.

        Without both days of publication they must date something alike: a day, a month, or a happening. Of a few that
        tell one story, one without a date is of the days of any that opens with no other day of the week.
        """
        apart = self.days_apart(one, other)
        if apart is not None:
            return apart <= SAME_TIME_DAYS
        known = self.published(one), self.published(other)
        if all(known) and not edtf.compatible(*map(str, known)):
            return False
        if None in known and self.is_small and self._tell_one(one, other):
            mine, theirs = (frozenset(self.once(weekdays, article)) for article in (one, other))
            if not (any(known) and mine.isdisjoint(theirs)):
                return True
        events, dated = zip(*((self._events.get(a, ()), self.once(days, a)) for a in (one, other)), strict=True)
        return any(not set(mine).isdisjoint(theirs) for mine, theirs in (events, dated))

    def story(self, article: str) -> int | None:
        """Return the number of the story that an article tells, if others tell it, too."""
        return self._stories.get(article)

    @property
    def is_small(self) -> bool:
        """Whether there are so few articles that all are taken to be about one subject."""
        return len(self.findings) <= FEW

    def one_story(self, one: str, other: str) -> bool:
        """Tell whether two articles tell one story, at the same time."""
        return self._tell_one(one, other) and self.same_time(one, other)

    def _tell_one(self, one: str, other: str) -> bool:
        return self.story(one) is not None and self.story(one) == self.story(other)

    def of_one_subject(self, one: str, other: str) -> bool:
        """Tell whether two articles of the same days tell one story, or are two of a few about one subject."""
        return self.same_time(one, other) and (self.is_small or self._tell_one(one, other))

    def of_one_news(self, one: str, other: str, within: int = STORY_DAYS) -> bool:
        """Tell whether two articles tell one story, of the same days or of weeks in which news of it went on."""
        days = self.days_apart(one, other)
        near = self.same_time(one, other) if days is None else days <= within
        return near and self._tell_one(one, other)

    def one_house(self, one: str, other: str) -> bool:
        """Tell whether one house, as far as it is known, published two articles."""
        houses = [None if isinstance(a.house, Unknown) else a.house.value for a in map(self.article, (one, other))]
        return houses[0] is not None and houses[0] == houses[1]

    def is_version(self, one: str, other: str) -> bool:
        """Tell whether one house published one text twice, on two days."""
        copies = one != other and self.independence.origin(one) == self.independence.origin(other)
        return copies and self.one_house(one, other) and bool(self.days_apart(one, other))


def _with_the(corpus: Corpus, name: str) -> Iterator[str]:
    entity = corpus.index.entity(name)
    bare = entity.kind == "person" or entity.name.casefold().startswith("the ")
    before = [corpus.article(m.article).text[max(0, m.span.start - 4) : m.span.start] for m in entity.mentions]
    if not bare and 2 * sum(b.casefold() == "the " for b in before) > len(before):  # once, of "the Apple store"
        yield f"the {entity.name}"


def is_land(entity: Entity) -> bool:
    """Tell whether something is a country, which may stand for its government."""
    return (entity.key or "").startswith("country:")
