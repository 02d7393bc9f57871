"""Findings ──▶ Briefing: what the articles say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.link.abroad import find_same_names
from generator.link.agreements import find_agreements
from generator.link.anchors import anchor_articles
from generator.link.decisions import decide
from generator.link.differences import compare
from generator.link.entities import join_names
from generator.link.entities.descriptions import resolve_descriptions
from generator.link.events import find_events
from generator.link.glossary import make_glossary
from generator.link.measures import group_figures
from generator.link.origins import find_origins
from generator.link.passages import find_passages
from generator.link.related import relate
from generator.link.revision import tell_changes
from generator.link.roles import find_roles
from generator.link.stories import find_stories
from generator.link.topics import find_topics
from generator.link.utterances import group_quotes
from generator.model import Briefing, Corrections, Findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Accepted

# Each step reads what the steps before it joined: events need the entities, differences need the events.
STEPS: tuple[Callable[[Briefing], Briefing], ...] = (
    find_same_names,
    find_passages,
    find_origins,
    join_names,
    find_roles,
    resolve_descriptions,
    find_events,
    anchor_articles,
    group_quotes,
    group_figures,
    find_agreements,
    make_glossary,
    find_topics,
    find_stories,
    compare,
    decide,
    relate,
    tell_changes,
)


def link(findings: tuple[Findings, ...], corrections: Corrections, accepted: Accepted | None = None) -> Briefing:
    """Join what was found in the single articles, in the order of their ids; tell what isn't as it was accepted."""
    briefing = Briefing(tuple(sorted(findings, key=lambda f: f.article.id)), corrections, accepted=accepted)
    for step in STEPS:
        briefing = step(briefing)
    return briefing
