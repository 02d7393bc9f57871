"""Findings ──▶ Briefing: what the articles say together."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.link.abroad import find_same_names
from generator.link.anchors import anchor_articles, date_by_story
from generator.link.differences import compare
from generator.link.edits.events import edit_events
from generator.link.edits.findings import edit_findings
from generator.link.edits.occasions import edit_differences
from generator.link.edits.orphans import tell_orphans
from generator.link.edits.statements import edit_statements
from generator.link.entities import join_names
from generator.link.entities.descriptions import resolve_descriptions
from generator.link.entities.people import find_roles
from generator.link.entities.pronouns import resolve_pronouns
from generator.link.events import find_events, keep_lines
from generator.link.glossary import make_glossary
from generator.link.houses import find_houses
from generator.link.measures import group_figures
from generator.link.occasions import find_occasions
from generator.link.origins import find_origins
from generator.link.pages import prune_pages
from generator.link.passages import find_passages
from generator.link.related import relate
from generator.link.revision import tell_changes
from generator.link.stories import find_stories
from generator.link.topics import find_topics
from generator.link.utterances import group_quotes
from generator.model import Accepted, Briefing, Corrections, Findings

# Each step reads what the steps before it joined: events need the entities, differences need the events.
STEPS: tuple[Callable[[Briefing], Briefing], ...] = (
    find_houses,
    edit_findings,
    find_same_names,
    find_passages,
    find_stories,
    date_by_story,
    find_origins,
    join_names,
    find_roles,
    resolve_descriptions,
    resolve_pronouns,
    find_events,
    edit_events,
    anchor_articles,
    find_occasions,
    group_quotes,
    edit_statements,
    make_glossary,
    find_topics,
    compare,
    edit_differences,
    group_figures,
    keep_lines,
    relate,
    tell_orphans,
    tell_changes,
    prune_pages,
)


def link(
    findings: tuple[Findings, ...],
    corrections: Corrections,
    accepted: Accepted | None = None,
    steps: Iterable[Callable[[Briefing], Briefing]] = STEPS,
) -> Briefing:
    """Join what was found in the single articles, in the order of their ids; tell what isn't as it was accepted.

    What an editor only cites takes no part; of an article that isn't read, its names alone do. ``steps`` are the same
    ones where somebody wants to see how far it is.
    """
    ordered = tuple(sorted(findings, key=lambda f: f.article.id))
    wanted = (f for f in ordered if not f.article.cited_only)
    joined = tuple(replace(f, dates=(), figures=()) if f.article.unread else f for f in wanted)
    briefing = Briefing(joined, corrections, accepted=accepted)
    for step in steps:
        briefing = step(briefing)
    found = {f.article.id: f for f in briefing.findings}
    told = ((found.get(f.article.id, f), f) for f in ordered)
    whole = (replace(now, dates=f.dates, figures=f.figures) if f.article.unread else now for now, f in told)
    return replace(briefing, findings=tuple(whole))
