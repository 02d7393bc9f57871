"""How much something counts: by how many origins tell it, how central it is to the subject, and how recent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator import edtf
from generator.render.changes import newest_article
from generator.render.lookup import sources_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from generator.model import Event
    from generator.render.home.quotas import Quotas
    from generator.render.lookup import Lookup

MOST_CENTRAL = 3  # whoever is named beside the three best known doesn't make a happening less central
ACT = 0.5  # a sentence whose act is known tells a happening more surely than one that only holds a date
CENTRAL = 0.5  # share of origins that must name those who take part in what a single one tells
HALVED = 365  # days in which a happening loses half of what its recency counts


@dataclass(frozen=True)
class Weights:
    """What counts how much in one briefing, and how much is chosen.

    ``today`` is the EDTF day from which recency is counted, or empty.
    """

    lookup: Lookup
    today: str
    quotas: Quotas

    @cached_property
    def origins(self) -> int:
        """The number of independent origins of the articles that were read."""
        read = (a for a, article in self.lookup.articles.items() if not article.unread)
        return len(self.lookup.independence.articles(read))

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The share of origins, from 0 to 1, that name each entity with a page."""
        entities, independent = self.lookup.entities.values(), self.lookup.independence.articles
        if self.origins <= 1:  # copies of one text: what none of them cut counts
            return {e.id: len(sources_of(e)) / len(self.lookup.articles) for e in entities}
        return {e.id: min(len(independent(sources_of(e))) / self.origins, 1.0) for e in entities}  # unread ones name it

    @cached_property
    def events(self) -> Mapping[str, float]:
        """The weight of each event: its origins, its centrality, its recency and its act."""
        return {e.id: self._event(e) for e in self.lookup.briefing.events}

    def central(self, ids: Iterable[str]) -> float:
        """Return the share of origins that name the best known of some entities, on average."""
        shares = sorted((self.shares[i] for i in ids if i in self.shares), reverse=True)[:MOST_CENTRAL]
        return sum(shares) / len(shares) if shares else 0.0

    def known(self, ids: Iterable[str]) -> bool:
        """Tell whether those who take part in what a single origin tells are named by half of all, and by another."""
        named = tuple(ids)
        shared = self.origins <= 1 or any(self.shares.get(i, 0.0) * self.origins > 1 for i in named)
        return shared and self.central(named) >= CENTRAL

    def _event(self, event: Event) -> float:
        act = ACT if event.kind else 0.0
        return self.lookup.backing(event.told).origins + self.central(named(event)) + self._recent(event) + act

    def _recent(self, event: Event) -> float:
        today, told = _first(self.today), edtf.bounds(event.date or "")
        day = told and (told.last or told.first)
        if today is None or day is None:
            return 0.0
        return float(0.5 ** (max((today - day).days, 0) / HALVED))


def named(event: Event) -> tuple[str, ...]:
    """Return the ids of whom and what an event names."""
    return (*event.people, *event.places, *event.organisations)


def as_of(lookup: Lookup, day: str) -> str:
    """Return the EDTF date as of which the briefing speaks: ``day``, but never before the newest article."""
    newest = newest_article(lookup.briefing.articles)
    published = (value_of(newest.published) if newest else None) or ""
    later = _first(day)
    known = _first(published)
    return day if later and (known is None or later > known) else published


def _first(value: str) -> date | None:
    covered = edtf.bounds(value)
    return (covered.first or covered.last) if covered else None
