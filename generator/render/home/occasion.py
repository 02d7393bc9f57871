"""The occasions and the articles that the front page is about: the newest told by most, and the largest story."""

from collections.abc import Iterable

from generator import edtf
from generator.model import Occasion, Unknown, value_of
from generator.render.lookup import Lookup
from generator.render.paging import grouped

TOLD = 0.5
"""Share of the origins of the most told occasion from which a newer one goes before it."""
OPENING = 4
"""Sentences at the top of an article among which its news stands."""
NEWS = 60
"""Days after which an article tells an occasion as the past."""
AROUND = 3
"""Days around an occasion in which another one of the same people belongs beside it."""


def story_of(lookup: Lookup, read: tuple[str, ...]) -> tuple[str, ...]:
    """Return those that were read of the largest story, or of all."""
    largest = max(lookup.briefing.stories, key=len, default=read)
    return tuple(a for a in read if a in largest)


def newest(lookup: Lookup, story: tuple[str, ...]) -> Occasion | None:
    """Return the newest occasion that at least half as many origins tell as the most told one, and as the story.

    Where all are copies of one text, articles count.
    """
    occasions = lookup.briefing.occasions
    on = grouped((o.date, o) for o in occasions)
    origins = {o.id: _origins(o, on.get(o.date or "", (o,)), lookup) for o in occasions}
    most = max(origins.values(), default=0)
    least = max(TOLD * max(most, len({lookup.origins[a] for a in story})), min(most, 2))
    few = TOLD * len(story) if least <= 1 else 0
    told = [o for o in occasions if origins[o.id] >= least and len(o.articles) >= few and _is_news(o, lookup)]
    return next((o for o in told if o.mode == "happened"), told[0] if told else None)


def _origins(occasion: Occasion, same_day: Iterable[Occasion], lookup: Lookup) -> int:
    """Return how many origins tell an occasion, or something of the same people on the same day."""
    people = set(occasion.people)
    told = {lookup.origins[a] for o in same_day if o is occasion or people.intersection(o.people) for a in o.articles}
    return max(len(told), len(occasion.origins))


def _is_news(occasion: Occasion, lookup: Lookup) -> bool:
    """Tell whether an article that tells an occasion may be of its days; else it is the past of what is told.

    So is a year or a month where no article that tells it has a day.
    """
    published = [value_of(lookup.articles[a].published) for a in occasion.articles]
    if occasion.date and edtf.precision(occasion.date) != "day" and not any(published):
        return False
    days = [edtf.days_between(occasion.date, day) if occasion.date and day else None for day in published]
    return any(d is None or d <= NEWS for d in days)


def may_report(article: str, occasion: Occasion, lookup: Lookup) -> bool:
    """Tell whether an article may report an occasion: not if it bears a date before it."""
    known = lookup.articles[article].published
    if isinstance(known, Unknown) or not occasion.date:
        return True
    days = edtf.days_between(known.value, occasion.date)
    return days is None or days <= 1


def together(occasion: Occasion, lookup: Lookup) -> tuple[Occasion, ...]:
    """Return an occasion, and others of the same people on its day, or in the days around it by the same articles."""
    people, articles = set(occasion.people), set(occasion.articles)
    found = [occasion]
    for other in lookup.briefing.occasions:
        if other is not occasion and people.intersection(other.people):
            days = edtf.days_between(other.date, occasion.date) if other.date and occasion.date else None
            near = days is not None and abs(days) <= AROUND and edtf.precision(other.date or "") == "day"
            found += [other] if near and (days == 0 or articles.intersection(other.articles)) else []
    return tuple(found)
