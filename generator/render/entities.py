"""The pages of people, organisations and places, and their indexes."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.catalogue import FOLDERS, sources_of, titles_of
from generator.render.graph import neighbours_drawing
from generator.render.quotes import cards
from generator.render.worldmap import map_drawing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model import Article, Entity, Event, Evidence, Figure, Name, NameKind, Page
    from generator.render.catalogue import Catalogue
    from generator.render.press import Press

COMPANIONS = 12  # more don't fit a drawing that is read on a phone

INDEXES: Mapping[NameKind, tuple[str, str]] = {
    "person": ("People", "person"),
    "organisation": ("Organisations", "organisation"),
    "place": ("Places", "place"),
}


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity that is named in the same sentences, and in how many; ``example`` is the first of them."""

    entity: Entity
    count: int
    example: Evidence


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one article that mention an entity."""

    article: Article
    mentions: tuple[Name, ...]


def entity_pages(press: Press) -> tuple[Page, ...]:
    """Return the indexes of people, organisations and places, and a page for each entity that gets one."""
    sentences = _by_sentence(press.catalogue)
    pages = [_entity_page(press, entity, sentences) for entity in press.catalogue.entities.values()]
    return (*(_index(press, kind) for kind in FOLDERS), *pages)


def _index(press: Press, kind: NameKind) -> Page:
    entities = press.catalogue.kind(kind)
    title, _ = INDEXES[kind]
    unlisted = tuple(e for e in press.briefing.entities if e.kind == kind and not e.page)
    return press.page(
        f"{FOLDERS[kind]}/index.md",
        "entities.md",
        title,
        kind=kind,
        entities=entities,
        unlisted=unlisted,
        sources={e.id: sources_of(e) for e in entities},
        drawing=map_drawing(entities) if kind == "place" else "",
    )


def _entity_page(press: Press, entity: Entity, sentences: Sentences_) -> Page:
    briefing = press.briefing
    companions = _companions(press.catalogue, entity, sentences)
    return press.page(
        f"{FOLDERS[entity.kind]}/{entity.id}.md",
        "entity.md",
        entity.name,
        entity=entity,
        sources=sources_of(entity),
        titles=titles_of(entity),
        events=tuple(_events(briefing.events, entity)),
        said=cards(u for u in briefing.utterances if u.speaker == entity.id),
        sentences=tuple(_sentences(press.catalogue, entity)),
        figures=tuple(_figures(press, entity)),
        companions=companions,
        drawing=neighbours_drawing(entity.name, tuple((c.entity.name, c.entity.kind, c.count) for c in companions)),
        correction=_correction(entity),
    )


def _events(events: tuple[Event, ...], entity: Entity) -> Iterator[Event]:
    for event in events:
        if entity.id in (*event.people, *event.places, *event.organisations):
            yield event


def _sentences(catalogue: Catalogue, entity: Entity) -> Iterator[Sentences]:
    """Yield the sentences that mention an entity by article, each sentence once."""
    for source in sources_of(entity):
        article = catalogue.articles[source]
        first: dict[int | None, Name] = {}
        for mention in sorted((m for m in entity.mentions if m.article == source), key=lambda m: m.span):
            first.setdefault(article.sentence_at(mention.span.start), mention)
        yield Sentences(article, tuple(first.values()))


def _figures(press: Press, entity: Entity) -> Iterator[Figure]:
    """Yield the figures that stand in a sentence with the entity and are said to concern it."""
    spans = {(m.article, m.span) for m in entity.mentions}
    for findings in press.briefing.findings:
        for figure in findings.figures:
            if any((c.article, c.span) in spans for c in figure.concerns):
                yield figure


Sentences_ = dict[tuple[str, int], dict[str, "Name"]]
"""The entities that each sentence names: (article, number) → entity id → first mention."""


def _by_sentence(catalogue: Catalogue) -> Sentences_:
    found: Sentences_ = {}
    for entity in catalogue.entities.values():
        for mention in entity.mentions:
            at = catalogue.articles[mention.article].sentence_at(mention.span.start)
            if at is not None:
                found.setdefault((mention.article, at), {}).setdefault(entity.id, mention)
    return found


def _companions(catalogue: Catalogue, entity: Entity, sentences: Sentences_) -> tuple[Companion, ...]:
    """Return who and what is named in the same sentences, the most frequent first."""
    counts: Counter[str] = Counter()
    examples: dict[str, Evidence] = {}
    for key in sorted(sentences):
        if entity.id in sentences[key]:
            for other in sentences[key]:
                counts[other] += other != entity.id
                examples.setdefault(other, sentences[key][entity.id])
    ranked = sorted((k for k in counts if counts[k]), key=lambda k: (-counts[k], k))[:COMPANIONS]
    return tuple(Companion(catalogue.entities[k], counts[k], examples[k]) for k in ranked)


def _correction(entity: Entity) -> str:
    """Return what to paste into corrections.yml to change how an entity was put together."""
    name = json.dumps(entity.name, ensure_ascii=False)
    others = [
        *(json.dumps(a.text, ensure_ascii=False) for a in entity.aliases if a.text != entity.name),
        '"another name"',
    ]
    return "\n".join(
        (
            "same: # further forms of the name",
            f'  {name}: ["another form of the name"]',
            "apart: # never to be joined",
            f"  - [{name}, {others[0]}]",
            "kinds: # person, organisation, place, …, or none: not a name",
            f"  {name}: none",
        )
    )
