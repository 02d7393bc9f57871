"""The briefing itself: one printable page, each section chosen by a rule that the page "About" tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Unknown
from generator.render.catalogue import value_of
from generator.render.changes import newest_article
from generator.render.differences import disputed
from generator.render.home.agreed import agreements
from generator.render.home.gaps import gaps
from generator.render.home.happenings import by_period, happenings, told_once
from generator.render.home.lines import lines
from generator.render.home.numbers import numbers
from generator.render.home.plans import plans
from generator.render.home.stories import stories
from generator.render.home.weights import Weights, as_of
from generator.render.limits import MOST_LISTED, limits_for

if TYPE_CHECKING:
    from generator.model import Article, Difference, Entity, NameKind, Page
    from generator.render.catalogue import Catalogue
    from generator.render.press import Press


def home_page(press: Press) -> Page:
    """Return the page ``index.md``."""
    briefing, catalogue = press.briefing, press.catalogue
    limits = limits_for(len(briefing.articles))
    weights = Weights(catalogue, as_of(catalogue, press.day), limits)
    periods = by_period(weights) if len(briefing.articles) > MOST_LISTED else ()
    events = tuple(e for p in periods for e in p.events) or happenings(weights)
    return press.page(
        "index.md",
        "index.md",
        press.site,
        limits=limits,
        newest=newest_article(briefing.articles),
        undated=tuple(a for a in briefing.articles if isinstance(a.published, Unknown)),
        origins=weights.origins,
        unread=sum(bool(a.unread) for a in catalogue.articles.values()),
        conflicts=_conflicts(catalogue),
        disputed=disputed(briefing),
        stories=stories(weights, limits.stories),
        events=events,
        periods=periods if len(periods) > 1 else (),
        people=_named(weights, "person", limits.people),
        organisations=_named(weights, "organisation", limits.organisations),
        agreements=agreements(weights),
        numbers=numbers(weights),
        lines=lines(weights),
        single=told_once(weights, events),
        plans=plans(weights),
        today=weights.today,
        gaps=gaps(briefing),
        sources=_sources(briefing.articles, limits.sources),
    )


def _conflicts(catalogue: Catalogue) -> tuple[Difference, ...]:
    """Return the conflicts that most origins take part in."""

    def weight(difference: Difference) -> int:
        return catalogue.backing(e for r in difference.readings for e in r.evidence).origins

    found = [d for d in catalogue.briefing.differences if d.verdict == "conflict"]
    return tuple(sorted(found, key=lambda d: (-weight(d), d.id)))


def _named(weights: Weights, kind: NameKind, most: int) -> tuple[Entity, ...]:
    """Return who most sources name; what is named a single time only if nothing is named more often, and then few."""
    found = weights.catalogue.kind(kind)
    return tuple(e for e in found if len(e.mentions) > 1)[:most] or found[: weights.limits.few]


def _sources(articles: tuple[Article, ...], most: int) -> tuple[Article, ...]:
    """Return all articles, or the newest of many."""
    if len(articles) <= most:
        return articles
    newest = sorted(articles, key=lambda a: (value_of(a.published) or "", a.id), reverse=True)
    return tuple(newest[:most])
