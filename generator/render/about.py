"""What the briefing holds about each entity, looked up once for all their pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TypeVar

    from generator.model import Event, Figure, Name, Utterance
    from generator.render.page import PageMaker

    K = TypeVar("K")
    T = TypeVar("T")

Place = tuple[str, int]
"""An article and the number of one of its sentences, from 0."""


@dataclass(frozen=True, slots=True)
class About:
    """By an entity's id: its events, what it said, the figures that concern it, the sentences that name it.

    ``sentences`` has, for each sentence, the entities that it names with their first mention.
    """

    events: Mapping[str, Sequence[Event]]
    said: Mapping[str, Sequence[Utterance]]
    figures: Mapping[str, Sequence[Figure]]
    places: Mapping[str, Sequence[Place]]
    sentences: Mapping[Place, Mapping[str, Name]]


def about_entities(maker: PageMaker) -> About:
    """Look up what the briefing holds about each entity that has a page."""
    briefing = maker.briefing
    sentences = _sentences(maker)
    names = {(m.article, m.span): e.id for e in maker.lookup.entities.values() for m in e.mentions}
    concerned = (
        (names.get((c.article, c.span)), figure)
        for findings in briefing.findings
        for figure in findings.figures
        for c in figure.concerns
    )
    return About(
        events=grouped((i, e) for e in briefing.events for i in (*e.people, *e.places, *e.organisations)),
        said=grouped((u.speaker, u) for u in briefing.utterances),
        figures=grouped(concerned),
        places=grouped((i, place) for place in sorted(sentences) for i in sentences[place]),
        sentences=sentences,
    )


def grouped(pairs: Iterable[tuple[K | None, T]]) -> Mapping[K, Sequence[T]]:
    """Return the second parts by the first, each once, without those whose first part is None."""
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        if key is not None and (key not in found or found[key][-1] is not value):
            found.setdefault(key, []).append(value)
    return found


def _sentences(maker: PageMaker) -> Mapping[Place, Mapping[str, Name]]:
    found: dict[Place, dict[str, Name]] = {}
    for entity in maker.lookup.entities.values():
        for mention in entity.mentions:
            at = maker.lookup.articles[mention.article].sentence_at(mention.span.start)
            if at is not None:
                found.setdefault((mention.article, at), {}).setdefault(entity.id, mention)
    return found
