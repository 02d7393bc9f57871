"""What the pages of articles tell of each, looked up once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.about import grouped
from generator.render.lookup import articles_of
from generator.render.margin import facts_of
from generator.render.origins import credits_of
from generator.render.single_source import SingleSource, single_source_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model import Credit, Difference, Event, Origin, Page, Relation
    from generator.render.disputes import Place
    from generator.render.margin import Fact
    from generator.render.page import PageMaker


@dataclass(frozen=True, slots=True)
class Citations:
    """By an article's id: its conflicts and relations, what it alone says, its origin and credits.

    ``told`` holds what it tells, alone or not, in the order of the timeline; ``facts`` what is known of each sentence.
    """

    conflicts: Mapping[str, Sequence[Difference]]
    related: Mapping[str, Sequence[Relation]]
    told: Mapping[str, Sequence[Event]]
    alone: Mapping[str, SingleSource]
    origins: Mapping[str, Origin]
    credits: Mapping[str, Sequence[Credit]]
    facts: Mapping[Place, Sequence[Fact]]


def cite_articles(maker: PageMaker, front: Page) -> Citations:
    """Look up what is told of each article; ``front`` is the draft of the front page, which cites some."""
    briefing, lookup = maker.briefing, maker.lookup
    conflicts = [d for d in briefing.differences if d.verdict == "conflict"]
    related = sorted(briefing.related, key=lambda r: (r.article, r.rank))
    return Citations(
        conflicts=grouped((i, d) for d in conflicts for i in articles_of(e for r in d.readings for e in r.evidence)),
        related=grouped((r.article, r) for r in related if r.to in lookup.articles),
        told=grouped((i, e) for e in briefing.events for i in articles_of(e.evidence)),
        alone=single_source_of(lookup),
        credits=credits_of(briefing),
        origins={a: o for o in briefing.origins for a in o.articles},
        facts=facts_of(lookup, front),
    )
