"""What the articles are about: the stories that several tell, each under a title of theirs."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from generator import edtf
from generator.model import Article, Difference, Entity, Evidence, Relation, Span, Stated, value_of
from generator.render.home.weights import MOST_LISTED, Weights
from generator.render.lookup import Lookup, articles_of
from generator.render.page import Row
from generator.render.paging import grouped

_WORD = re.compile(r"\S+")
Ids = tuple[str, ...]
BODIES = ("person", "organisation")
"""Kinds of names that make stories parts of one subject, if half of the articles of each name one of them."""
FEWEST = 2
"""Stories below which there is nothing to arrange by story."""


def stories(weights: Weights, most: int, own: AbstractSet[str] = frozenset()) -> Row:
    """Return the stories that most origins tell, how many more there are, and how many articles tell one of their own.

    There are none where there are too few to choose from; the story of the articles ``own`` is told elsewhere.
    """
    lookup = weights.lookup
    groups = lookup.briefing.stories
    bodies = ({e.id for e in _named(frozenset(s), lookup) if e.kind in BODIES or _is_unlisted(e)} for s in groups)
    few = len(lookup.articles) <= MOST_LISTED
    if len(groups) < FEWEST or (few and set.intersection(*bodies)):
        return {"shown": (), "more": 0, "alone": 0}  # nothing to choose from, or all are on one subject
    alone = len(lookup.articles) - sum(map(len, groups))
    groups = tuple(s for s in groups if own.isdisjoint(s))
    backing = {s: len(lookup.independence.articles(s)) for s in groups}
    ranked = sorted(groups, key=lambda s: (-backing[s], -len(s), s))[:most]
    relations = grouped((relation.article, relation) for relation in lookup.briefing.related)
    conflicts = [(d, articles_of(d.evidence)) for d in lookup.briefing.differences if d.verdict == "conflict"]
    shown = [_story(s, weights, relations, conflicts) | {"origins": backing[s]} for s in ranked]
    return {"shown": shown, "more": len(groups) - len(ranked), "alone": alone}


def _story(
    ids: Ids, weights: Weights, relations: Mapping[str, Sequence[Relation]], conflicts: Sequence[tuple[Difference, Ids]]
) -> Row:
    """Return a story: its title (words of its most central article), its articles, who is named, where they differ."""
    lookup, own = weights.lookup, frozenset(ids)
    days = sorted(filter(None, (value_of(lookup.articles[a].published) for a in ids)), key=edtf.sort_key)
    closeness = {a: sum(r.score for r in relations.get(a, ()) if r.to in own) for a in ids}
    central = lookup.articles[max(ids, key=lambda a: (closeness[a], a))]
    return {
        "title": _title(central, [lookup.articles[a] for a in ids], weights.quotas.longest_title),
        "articles": ids,
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "named": _named(own, lookup)[: weights.quotas.named],
        "differences": tuple(d for d, articles in conflicts if not own.isdisjoint(articles)),
    }


def _is_unlisted(entity: Entity) -> bool:
    """Tell whether a place is one that no list knows: only what is about it names it."""
    return entity.kind == "place" and not entity.country


def _title(central: Article, articles: list[Article], most: int) -> Evidence:
    """Return the title of the most central article that has one, or else how the central one begins."""
    for article in (central, *articles):
        if isinstance(article.title, Stated) and article.title.evidence:
            return article.title.evidence[0]
    first = central.opening.span if central.opening else central.blocks[0].span
    words = list(_WORD.finditer(central.text, first.start, first.end))[:most]
    return central.cite(Span(first.start, words[-1].end()) if words else first)


def _named(story: frozenset[str], lookup: Lookup) -> tuple[Entity, ...]:
    """Return who and what is named by half of the articles at least, by how many, and by how few others."""
    named = {m.entity: lookup.entities[m.entity] for a in story for m in lookup.mentions.get(a, ())}
    counts = {i: (len(lookup.namers[i] & story), len(lookup.namers[i] - story)) for i in named}
    found = (e for e in named.values() if 2 * counts[e.id][0] >= len(story))
    return tuple(sorted(found, key=lambda e: (-counts[e.id][0] / (1 + counts[e.id][1]), e.id)))
