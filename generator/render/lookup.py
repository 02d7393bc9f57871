"""Where everything is found: articles, entities and entries by id, and a short label for each source."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from generator.independence import Independence
from generator.model import (
    Article,
    Briefing,
    Entity,
    Entry,
    Evidence,
    Findings,
    NameKind,
    Origin,
    Reading,
    Span,
    value_of,
)
from generator.render.brackets import Place, places_of
from generator.render.dates import readable
from generator.render.disputes import Dispute, Disputes, disputes, sentences_of
from generator.render.labels import labels_of
from generator.render.paging import Pair, Two, anchored, grouped, pairs_of
from generator.render.places import place_of, where
from generator.render.titles import cut, role, title_of
from generator.salience import Salience
from generator.text import Sentence, read_text
from generator.words import _, ngettext

TITLE_LETTERS = 120
ONE_SUBJECT = 12  # articles up to which a folder is taken to be about one thing, as it is meant to be

FOLDERS: Mapping[NameKind, str] = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "agreement": "agreements",
    "event": "events",
}
"""The folder of each kind of entity that has pages."""


@dataclass(frozen=True, slots=True)
class Backing:
    """How many sources say something, each counted once, and how many origins they have."""

    sources: int
    origins: int

    def __str__(self) -> str:
        """Return ``1 source``, or ``3 sources, 2 origins``."""
        sources = ngettext("{n} source", "{n} sources", self.sources)
        if self.sources == 1:
            return sources
        origins = ngettext("{n} origin", "{n} origins", self.origins)
        return _("{sources}, {origins}", sources=sources, origins=origins)


class Mention(NamedTuple):
    """Where an entity is named, in which form, and its id: no more, as above."""

    span: Span
    form: str
    entity: str


class Sign(NamedTuple):
    """What a link to the page of an entity shows: no more, so that no page is made again for what it doesn't show."""

    kind: NameKind
    name: str
    role: str


@dataclass(frozen=True, eq=False)
class Lookup:
    """The briefing's parts by their ids."""

    briefing: Briefing

    def work_out(self) -> None:
        """Work out all that pages ask for, so that copies of this process needn't each do it again."""
        for name, kind in vars(type(self)).items():
            if isinstance(kind, cached_property):
                getattr(self, name)

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {a.id: a for a in self.briefing.articles}

    @cached_property
    def salience(self) -> Salience:
        """How good a line each sentence is."""
        return Salience(self.briefing)

    @cached_property
    def findings(self) -> Mapping[str, Findings]:
        """What was found in each article, by its id."""
        return {f.article.id: f for f in self.briefing.findings}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The entities that have a page, by id."""
        return {e.id: e for e in self.briefing.entities if e.page and e.kind in FOLDERS}

    @cached_property
    def namers(self) -> Mapping[str, frozenset[str]]:
        """The ids of the articles that name each entity with a page, by its id."""
        return {i: frozenset(m.article for m in e.mentions) for i, e in self.entities.items()}

    @cached_property
    def signs(self) -> Mapping[str, Sign]:
        """What links to the entities that have a page show, by their ids."""
        return {i: Sign(e.kind, e.name, role(e)) for i, e in self.entities.items()}

    @cached_property
    def named(self) -> Mapping[str, str]:
        """The names of all entities, with a page or without, by id."""
        return {e.id: e.name for e in self.briefing.entities}

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Glossary entries by id, without their uses, which are many."""
        return {e.id: replace(e, uses=()) for e in self.briefing.entries}

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[Mention]]:
        """By article, what mentions an entity with a page: in text order, the longer first."""
        every = ((m.article, Mention(m.span, m.form, i)) for i, e in self.entities.items() for m in e.mentions)
        return grouped(sorted(every, key=lambda m: (m[0], m[1].span.start, -m[1].span.end, m[1].entity)))

    @cached_property
    def people(self) -> Mapping[str, Sequence[Place]]:
        """By article, where people are told of, and what a line lacks that begins there."""
        return places_of(self.briefing)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each article on one line, as links show it, by id."""
        return {a.id: cut(title_of(a), TITLE_LETTERS) for a in self.briefing.articles}

    @cached_property
    def languages(self) -> Mapping[str, str | None]:
        """The language of each article, where it is known, by id."""
        return {a.id: value_of(a.language) for a in self.briefing.articles}

    @cached_property
    def unread(self) -> Mapping[str, str]:
        """Why articles aren't read, by id: of those that aren't."""
        return {a.id: a.unread for a in self.briefing.articles if a.unread}

    def disputed(self, words: Evidence) -> tuple[Dispute, ...]:
        """Return in which differences the sentences of some words take part."""
        return tuple(d for p in sentences_of(words, self.articles) for d in self.disputes.places.get(p, ()))

    def spot(self, words: Evidence) -> tuple[str, Span]:
        """Return the name and the span of the sentence, or of the removed part or other block, in which words begin."""
        return place_of(self.articles[words.article], words.span.start)

    def where(self, words: Evidence) -> tuple[str, str]:
        """Return the page and the anchor of the sentence, or of the removed part, in which words begin."""
        return where(self.articles[words.article], words.span.start)

    def place(self, words: Evidence) -> tuple[str, int | None]:
        """Return the article and the number of the sentence, from 0, in which words begin; None outside of any."""
        return words.article, self.articles[words.article].sentence_at(words.span.start)

    def named_in(self, words: Evidence) -> frozenset[str]:
        """Return the ids of the entities with a page that words name."""
        return frozenset(m.entity for m in self.mentions.get(words.article, ()) if words.span.holds(m.span))

    @cached_property
    def uses(self) -> Mapping[str, Sequence[tuple[Evidence, Entry]]]:
        """By article, what uses a glossary entry that has no page of another kind, likewise."""
        every = ((use, self.entries[e.id]) for e in self.briefing.entries if not e.entity for use in e.uses)
        ordered = sorted(every, key=lambda u: (u[0].article, u[0].span.start, -u[0].span.end, u[1].id))
        return grouped((use.article, (use, entry)) for use, entry in ordered)

    def grammar(self, evidence: Evidence) -> Sentence | None:
        """Return the sentence in which a finding begins, each name as one word; None where it stands in none.

        A pronoun is a name where it is known whom it means, for it is told in its place.
        """
        article, at = self.articles[evidence.article], self.place(evidence)[1]
        if at is None:
            return None
        key = (evidence.article, at)
        if key not in self._sentences:
            span = article.sentences[at]
            told = {m.span for m in self.mentions.get(article.id, ())}
            told |= {p.span for p in self.people.get(article.id, ()) if p.told}
            names = sorted(filter(span.holds, told))
            self._sentences[key] = read_text(article).sentences[at].joined((n, "name") for n in names)
        return self._sentences[key]

    @cached_property
    def _sentences(self) -> dict[tuple[str, int], Sentence]:
        return {}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """A short label by article: the editor's, the publisher, or telling words of the headline."""
        return labels_of(self.briefing.articles)

    def is_dated(self, reading: Reading) -> bool:
        """Tell whether the labels of an answer's sources end with the day on which it says that it was told."""
        days = {e.article: readable(value_of(self.articles[e.article].published)) for e in reading.evidence}
        return reading.because.startswith("told on") and all(self.labels[a].endswith(day) for a, day in days.items())

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """The id of the origin that each article comes from; an article in no group is an origin of its own."""
        own = {a.id: a.id for a in self.briefing.articles}
        return own | {a: origin.id for origin in self.briefing.origins for a in origin.articles}

    @cached_property
    def order(self) -> Mapping[str, tuple[str, int]]:
        """In which order articles are listed, by id: those of one origin together, the original before its copies."""
        own = {a.id: (a.id, 0) for a in self.briefing.articles}
        return own | {a: (min(o.articles), n) for o in self.briefing.origins for n, a in enumerate(o.articles)}

    def sharing(self, article: str) -> tuple[str, ...]:
        """Return the other articles of an article's origin, and those of origins that share text with it."""
        every, own = self._ranked, self.origins[article]
        near = {own, *every[own][1].beside} if own in every else ()
        return tuple(a for _rank, o in sorted(every[i] for i in near if i in every) for a in o.articles if a != article)

    @cached_property
    def _ranked(self) -> Mapping[str, tuple[int, Origin]]:
        """Each origin with its place in their order, by its id."""
        return {origin.id: (rank, origin) for rank, origin in enumerate(self.briefing.origins)}

    @cached_property
    def pages(self) -> Mapping[str, str]:
        """On which page each event, measure, utterance and difference stands, by anchor."""
        return anchored(self.briefing)

    @cached_property
    def pairs(self) -> Mapping[Two, Pair]:
        """The articles that are set side by side."""
        return pairs_of(self.briefing)

    @cached_property
    def disputes(self) -> Disputes:
        """Which sentences and events take part in a difference."""
        return disputes(self.briefing, self.pages)

    @cached_property
    def independence(self) -> Independence:
        """Which articles and sentences confirm each other."""
        return Independence(self.briefing)

    @cached_property
    def peers(self) -> Mapping[str, tuple[str, ...]]:
        """By article, those that tell the same story, itself among them; all of them where there are only a few."""
        every = tuple(self.articles)
        if len(every) <= ONE_SUBJECT:
            return dict.fromkeys(every, every)
        return {a: (a,) for a in every} | {a: story for story in self.briefing.stories for a in story}

    @cached_property
    def backings(self) -> Mapping[str, Backing]:
        """In how many sources each entity with a page is named, by its id."""
        return {e.id: self.backing(e.mentions) for e in self.entities.values()}

    def backing(self, evidence: Iterable[Evidence]) -> Backing:
        """Count the sources that some findings stand in, and the origins of these that don't contradict each other."""
        found = tuple(evidence)
        return Backing(len({e.article for e in found}), len(self.independence.origins(found)))

    def kind(self, kind: NameKind) -> tuple[Entity, ...]:
        """Return the entities of a kind that have pages: what most origins name, then what is named most often."""
        found = [(self.backings[e.id], e) for e in self.entities.values() if e.kind == kind]
        ranked = sorted(found, key=lambda f: (-f[0].origins, -f[0].sources, -len(f[1].mentions), f[1].name, f[1].id))
        return tuple(entity for _, entity in ranked)


def articles_of(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the ids of the articles that some findings stand in, in order."""
    return tuple(sorted({e.article for e in evidence}))


def first_of_each(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return one place of each article, in order."""
    found = {e.article: e for e in sorted(evidence, key=lambda e: (e.article, e.span), reverse=True)}
    return tuple(found[a] for a in sorted(found))
