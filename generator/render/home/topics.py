"""What the articles are about: the stories that several tell, each under a title of theirs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import edtf
from generator.model import Stated
from generator.render.catalogue import articles_of, sources_of, value_of
from generator.render.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Article, Difference, Entity, Evidence, Relation
    from generator.render.catalogue import Catalogue

Story = tuple[str, ...]
FEWEST = 2
"""Stories below which there is nothing to arrange by topic."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A story: its title (words of one of its articles), its articles, who is named, where they differ."""

    title: Evidence
    articles: Story
    origins: int
    first: str
    last: str
    named: tuple[Entity, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Topics:
    """The greatest stories, how many more there are, and how many articles tell a story of their own."""

    shown: tuple[Topic, ...]
    more: int
    alone: int


def topics(catalogue: Catalogue) -> Topics:
    """Return the stories that most origins tell; none where there are too few to choose from."""
    stories = catalogue.briefing.stories
    if len(stories) < FEWEST:
        return Topics((), 0, 0)
    backing = {s: len({catalogue.origins[a] for a in s}) for s in stories}
    ranked = sorted(stories, key=lambda s: (-backing[s], -len(s), s))
    relations: dict[str, list[Relation]] = {}
    for relation in catalogue.briefing.related:
        relations.setdefault(relation.article, []).append(relation)
    shown = tuple(_topic(s, backing[s], catalogue, relations) for s in ranked[: LIMITS.topics])
    alone = len(catalogue.articles) - sum(map(len, stories))
    return Topics(shown, max(len(stories) - LIMITS.topics, 0), alone)


def _topic(story: Story, origins: int, catalogue: Catalogue, relations: Mapping[str, list[Relation]]) -> Topic:
    days = sorted(filter(None, (value_of(catalogue.articles[a].published) for a in story)), key=edtf.sort_key)
    own = frozenset(story)
    differences = tuple(
        d
        for d in catalogue.briefing.differences
        if d.verdict == "conflict" and own.intersection(articles_of(e for r in d.readings for e in r.evidence))
    )
    central = catalogue.articles[max(story, key=lambda a: (_closeness(a, own, relations), a))]
    return Topic(
        title=_title(central, [catalogue.articles[a] for a in story]),
        articles=story,
        origins=origins,
        first=days[0] if days else "",
        last=days[-1] if days else "",
        named=_named(own, catalogue),
        differences=differences,
    )


def _closeness(article: str, story: frozenset[str], relations: Mapping[str, list[Relation]]) -> float:
    """Return how closely an article is related to the others of its story."""
    return sum(r.score for r in relations.get(article, ()) if r.to in story)


def _title(central: Article, articles: list[Article]) -> Evidence:
    """Return the title of the most central article that has one, or else the first sentence of the central one."""
    for article in (central, *articles):
        if isinstance(article.title, Stated) and article.title.evidence:
            return article.title.evidence[0]
    return central.cite(central.sentences[0] if central.sentences else central.blocks[0].span)


def _named(story: frozenset[str], catalogue: Catalogue) -> tuple[Entity, ...]:
    """Return who and what is named by half of the articles at least, by how many, and by how few others."""
    counts = {e.id: Counter(s in story for s in sources_of(e)) for e in catalogue.entities.values()}
    found = [e for e in catalogue.entities.values() if 2 * counts[e.id][True] >= len(story)]
    found.sort(key=lambda e: (-counts[e.id][True] / (1 + counts[e.id][False]), e.id))
    return tuple(found[: LIMITS.named])
