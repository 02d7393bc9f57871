"""How much the front page holds of each thing, and how much something counts: by origins, centrality and recency."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator import edtf
from generator.model import Event, Inferred, value_of
from generator.render.dates import days_of, first_day
from generator.render.lookup import Lookup

MOST_LISTED = 12
"""Sources up to which all are listed; from more on, they are arranged by story and period."""


@dataclass(frozen=True, slots=True)
class Quotas:
    """The front page fills one or two printed sheets, of about sixty lines each."""

    differences: int = 4
    cites: int = 1  # sources that a line names; how many more there are is told
    stories: int = 8
    named: int = 3  # people, places and organisations that a story names
    occasion: int = 6  # lines on the newest occasion, besides the one that tells it
    speakers: int = 4
    statements: int = 3  # of each of them
    before: int = 6  # happenings of other days
    grown: int = 3
    figures: int = 2
    quotes: int = 3
    quotes_each: int = 1  # of one speaker, so that one voice doesn't fill the list
    shortest_quote: int = 8  # words: less is a catchword
    longest_quote: int = 45  # words: more isn't read out
    longest_title: int = 20  # words of a sentence that stands for a title
    single: int = 3
    planned: int = 4
    sources: int = MOST_LISTED  # the newest


MANY = Quotas(differences=3, stories=6, planned=3, sources=4)
"""Stories, and headings for the periods, take the room that other lists leave."""


def quotas_for(sources: int) -> Quotas:
    """Return how much of each thing the front page of some sources holds."""
    return MANY if sources > MOST_LISTED else Quotas()


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
        named = self.lookup.backings
        if self.origins <= 1:  # copies of one text: what none of them cut counts
            return {i: told.sources / len(self.lookup.articles) for i, told in named.items()}
        return {i: min(told.origins / self.origins, 1.0) for i, told in named.items()}  # unread ones name it

    @cached_property
    def events(self) -> Mapping[str, float]:
        """The weight of each event: its origins, its centrality, its recency and its act."""

        def weight(event: Event) -> float:
            act = ACT if event.kind else 0.0
            return self.lookup.backing(event.told).origins + self.central(event.named) + self.recent(event) + act

        return {e.id: weight(e) for e in self.lookup.briefing.events}

    def central(self, ids: Iterable[str]) -> float:
        """Return the share of origins that name the best known of some entities, on average."""
        shares = sorted((self.shares[i] for i in ids if i in self.shares), reverse=True)[:MOST_CENTRAL]
        return sum(shares) / len(shares) if shares else 0.0

    def known(self, ids: Iterable[str]) -> bool:
        """Tell whether those who take part in what a single origin tells are named by half of all, and by another."""
        named = tuple(ids)
        shared = self.origins <= 1 or any(self.shares.get(i, 0.0) * self.origins > 1 for i in named)
        return shared and self.central(named) >= CENTRAL

    def recent(self, event: Event) -> float:
        """Return 1 for what happened with the newest news, half of it a year before; 0 without a date."""
        today, told = first_day(self.today), days_of(event.date)
        return float(0.5 ** (max((today - told[1]).days, 0) / HALVED)) if today and told else 0.0


def as_of(lookup: Lookup, day: str) -> str:
    """Return the EDTF date as of which the briefing speaks: ``day``, or a later article's, a day before a year."""
    fields = [a.published for a in lookup.briefing.articles]
    sure = (value_of(f) for f in fields if not isinstance(f, Inferred) or edtf.precision(f.value) == "day")
    published = max(filter(None, sure), default="") or max(filter(None, map(value_of, fields)), default="")
    later, known = first_day(day), first_day(published)
    return day if later and (known is None or later > known) else published
