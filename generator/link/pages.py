"""Which entities get a page: those that there is something to tell of; the others are a row of their index."""

from collections import defaultdict
from dataclasses import replace

from generator.model import Article, Briefing, Entity

MENTIONED = 2
"""Sentences of a story that must name it, titles and captions aside."""
SENTENCES = 3
"""As many tell enough by themselves; fewer need a happening or a statement beside."""
TOLD_IN = ("paragraph", "item", "definition")
NOTHING = "named in {} only"


def prune_pages(briefing: Briefing) -> Briefing:
    """Take the page from each entity of which nothing is told, and the link to it from its glossary entry.

    It comes last: whatever compares the articles has to know all that they name.
    """
    articles = {a.id: a for a in briefing.articles}
    acting = {i for e in briefing.events for i in (*e.people, *e.places, *e.organisations)}
    acting |= {u.speaker for u in briefing.utterances if u.speaker}
    entities = tuple(e if not e.page else _pruned(e, e.id in acting, articles) for e in briefing.entities)
    lost = {e.id for e in entities if not e.page}
    entries = tuple(replace(n, entity=None) if n.entity in lost else n for n in briefing.entries)
    return replace(briefing, entities=entities, entries=entries)


def _pruned(entity: Entity, acts: bool, articles: dict[str, Article]) -> Entity:  # noqa: FBT001 - a fact, no option
    sentences: defaultdict[str, set[int]] = defaultdict(set)
    for mention in entity.mentions:
        article = articles[mention.article]
        at = article.sentence_at(mention.span.start)
        block = article.block_at(mention.span.start)
        if at is not None and block is not None and block.kind in TOLD_IN:
            sentences[mention.article].add(at)
    number = sum(map(len, sentences.values()))
    if number >= (MENTIONED if acts else SENTENCES):
        return entity
    told = "one sentence" if number == 1 else f"{number} sentences" if number else "titles and captions"
    return replace(entity, page=False, because=NOTHING.format(told))
