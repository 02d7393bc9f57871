"""Which source has what, and which doesn't; what could be told of each source, and what it alone says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Edited, Inferred, Unknown
from generator.render.forms import forms_of
from generator.render.lookup import Backing, in_words
from generator.render.origins import credits_of
from generator.render.single_source import SingleSource, single_source_of
from generator.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import Article, Credit, Event, Evidence, Topic
    from generator.render.lookup import Lookup

COLUMNS = 6
"""Sources that a table can have as columns: with more of them no line can be read."""
NAMED = 5
"""Sources that are named where few have something, or few lack it; more are counted only."""
EXPECTED = 0.5
"""Share of the sources on the same story that have a topic, from which it is worth telling that one lacks it."""
FORMS = 6
"""Words searched for one topic that are printed."""

FIELDS = (
    ("publisher", N_("Published by")),
    ("byline", N_("Written by")),
    ("published", N_("Published on")),
    ("dateline", N_("Sent from")),
    ("language", N_("Language")),
    ("kind", N_("Kind of text")),
)
"""What is looked for in each article, and what the tables call it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A topic, the other words searched for it, how often each source has any, and who has it.

    ``searched`` are some of the words besides the topic's label, ``more`` tells whether there are others; ``counts`` is
    in the order of the articles, ``having`` and ``lacking`` hold the ids of all of them.
    """

    topic: Topic
    searched: tuple[str, ...]
    more: bool
    counts: tuple[int, ...]
    having: tuple[str, ...]
    lacking: tuple[str, ...]
    backing: Backing
    event: Event | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of a source: its value with how it is known and where it stands, or why there is none."""

    name: str
    value: str
    because: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One article: what could be told of it, what it credits, what it alone says, and which topics it lacks."""

    article: Article
    cells: tuple[Cell, ...]
    credits: tuple[Credit, ...]
    copies: tuple[str, ...]
    alone: SingleSource
    lacks: tuple[Topic, ...]

    @property
    def page(self) -> str:
        """The page of the article, below ``docs/``."""
        return f"articles/{self.article.id}.md"


def coverage(lookup: Lookup) -> tuple[Row, ...]:
    """Return a row for each topic."""
    events = {e.id: e for e in lookup.briefing.events}
    return tuple(_row(topic, events.get(topic.event or ""), lookup) for topic in lookup.briefing.topics)


def _row(topic: Topic, event: Event | None, lookup: Lookup) -> Row:
    known = dict(topic.counts)
    counts = tuple(known.get(a, 0) for a in lookup.articles)
    having = tuple(a for a in lookup.articles if a in known)
    lacking = tuple(a for a, article in lookup.articles.items() if a not in known and not article.unread)
    backing = Backing(len(having), len(lookup.independence.articles(having)))
    others = tuple(words for words in topic.searched if words != topic.label)
    return Row(topic, others[:FORMS], len(others) > FORMS, counts, having, lacking, backing, event)


def sources(lookup: Lookup) -> tuple[Source, ...]:
    """Return what there is to say of each source by itself, in the order of the articles."""
    own = single_source_of(lookup)
    lacking = lacks(lookup)
    credited = credits_of(lookup.briefing)
    origins = {a: o for o in lookup.briefing.origins for a in o.articles}
    found = []
    for article in lookup.briefing.articles:
        origin = origins.get(article.id)
        copies = tuple(a for a in origin.articles if a != article.id) if origin else ()
        cells = tuple(_cell(article, name, _(label)) for name, label in FIELDS)
        found.append(
            Source(article, cells, credited.get(article.id, ()), copies, own[article.id], lacking.get(article.id, ()))
        )
    return tuple(found)


def lacks(lookup: Lookup) -> Mapping[str, tuple[Topic, ...]]:
    """Return the topics that an article doesn't contain, though most of those on the same story do.

    What it may name in another form isn't lacking: by a part of the name, by initials, or as its own publisher.
    """
    searched = [(t, frozenset(a for a, _ in t.counts)) for t in lookup.briefing.topics if t.searched]
    common: dict[tuple[str, ...], list[tuple[Topic, frozenset[str]]]] = {}
    for story in dict.fromkeys(lookup.peers.values()):
        common[story] = [(t, has) for t, has in searched if len(has.intersection(story)) >= EXPECTED * len(story)]
    read = {a: story for a, story in lookup.peers.items() if not lookup.articles[a].unread}
    lacking = {a: [t for t, has in common[story] if a not in has] for a, story in read.items()}
    return {a: tuple(_unnamed(topics, lookup.articles[a])) for a, topics in lacking.items()}


def _unnamed(topics: Iterable[Topic], article: Article) -> Iterator[Topic]:
    forms = forms_of(article)
    return (t for t in topics if not t.entity or not forms.may_name((t.label, *t.searched)))


def _cell(article: Article, name: str, label: str) -> Cell:
    known = getattr(article, name)
    if isinstance(known, Unknown):
        return Cell(label, "", known.because or _("nothing in the text tells it"))
    value = in_words(name, str(known.value))
    if isinstance(known, Edited):
        return Cell(label, value, known.because)
    because = known.because if isinstance(known, Inferred) else ""
    return Cell(label, value, because, known.evidence[:1])
