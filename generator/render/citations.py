"""Where each article is cited, and what it alone tells, looked up once for all their pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.about import grouped
from generator.render.lookup import articles_of
from generator.render.origins import credits_of
from generator.render.single_source import SingleSource, single_source_of
from generator.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Credit, Difference, Event, Evidence, Origin, Relation
    from generator.render.page import PageMaker

Section = tuple[str, str]
"""A page below ``docs/``, and its name."""


@dataclass(frozen=True, slots=True)
class Citations:
    """By an article's id: its conflicts and relations, what it alone says, its origin and credits, who cites it.

    ``told`` holds what it tells, alone or not, in the order of the timeline; ``lines`` holds for each section how many
    of its lines cite the article.
    """

    conflicts: Mapping[str, Sequence[Difference]]
    related: Mapping[str, Sequence[Relation]]
    told: Mapping[str, Sequence[Event]]
    alone: Mapping[str, SingleSource]
    origins: Mapping[str, Origin]
    credits: Mapping[str, Sequence[Credit]]
    lines: Mapping[str, Sequence[tuple[Section, int]]]


def cite_articles(maker: PageMaker) -> Citations:
    """Look up where each article is cited."""
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
        lines=_lines(maker),
    )


def _lines(maker: PageMaker) -> Mapping[str, Sequence[tuple[Section, int]]]:
    found: dict[str, dict[Section, int]] = {}
    for section, evidence in _cited(maker):
        for article in articles_of(evidence):
            counts = found.setdefault(article, {})
            counts[section] = counts.get(section, 0) + 1
    return {article: tuple(counts.items()) for article, counts in found.items()}


def _cited(maker: PageMaker) -> Iterator[tuple[Section, Iterable[Evidence]]]:
    """Yield every line of the sections with what it cites, section by section."""
    briefing, kind = maker.briefing, maker.lookup.kind
    yield from ((("timeline.md", _("Timeline")), e.evidence) for e in briefing.events)
    yield from ((("quotes.md", _("Quotes")), u.versions) for u in briefing.utterances)
    yield from ((("figures.md", _("Figures")), m.figures) for m in briefing.measures)
    yield from ((("glossary.md", _("Glossary")), e.uses) for e in briefing.entries)
    yield from ((("people/index.md", _("People")), e.mentions) for e in kind("person"))
    yield from ((("organisations/index.md", _("Organisations")), e.mentions) for e in kind("organisation"))
    yield from ((("places/index.md", _("Places")), e.mentions) for e in kind("place"))
    yield from ((("agreements/index.md", _("Agreements")), e.mentions) for e in kind("agreement"))
    yield from ((("events/index.md", _("Named events")), e.mentions) for e in kind("event"))
