"""Who: the people that most sources name, each with an office that tells where it is held."""

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass

from generator.lexicons import wordset
from generator.model import Entity
from generator.render.home.focus import Focus
from generator.render.home.weights import Weights
from generator.render.lookup import Titles, articles_of, titles_of
from generator.words import locale

KNOWN = 0.5
"""Share of origins that must name somebody of whom no office is told: a bare name tells nothing."""
PAST = ("former ", "late ", "ex-")
"""What an office begins with that somebody held who is named as the past."""
OWNED = ("his ", "her ", "their ", "its ")
"""What begins what somebody is to another: his brother."""
PLAIN = ("of", "the", "and", "for", "in")
_NO_OFFICE = re.compile(  # a minister with a speech to make, author of the book
    r"\b(?:who|whom|whose|which|with|to)\b|\bof the (?:book|report|study|film|song|company|firm|group|team|club)$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person, the title that most sources give with its country or body, and the country where no title names it."""

    entity: Entity
    title: Titles | None
    country: str


def people(weights: Weights, focus: Focus, shown: Collection[str]) -> tuple[Person, ...]:
    """Return who takes part in the occasion, then whom most of its sources name more than once; nobody ``shown``."""
    present = {p for event in focus.events for p in event.people}
    own = frozenset(focus.articles)
    people_ = (e for e in weights.lookup.briefing.entities if e.kind == "person" and e.id in present and not e.page)
    found = (*weights.lookup.kind("person"), *people_)
    known = [e for e in found if e.id in present or len(e.mentions) > 1] or found

    def is_told(one: Person) -> bool:
        entity, title = one.entity, one.title
        if entity.id in present:
            return bool(title) or " " in entity.name
        if len(own) > 1 and len(articles_of(entity.mentions)) == 1:
            return False
        if title:
            return not title.title.startswith(PAST)
        return " " in entity.name and weights.shares.get(entity.id, 0) >= KNOWN

    def rank(one: Person) -> tuple[bool, int]:
        return (one.entity.id not in present, -len(own.intersection(articles_of(one.entity.mentions))))

    ranked = sorted(filter(is_told, map(person, known)), key=rank)
    parts = [(p, set(p.entity.name.split())) for p in ranked]
    whole = (p for p, words in parts if not any(words < others for _, others in parts) and p.entity.id not in shown)
    return tuple(itertools.islice(whole, weights.quotas.people))


def person(entity: Entity, *, spoken: bool = False) -> Person:
    """Return an entity with the telling title that names where it is held, or else that most sources give.

    Beside what somebody said (``spoken``) a bare *spokesman* tells enough. What only one of several sources calls
    somebody has to name where.
    """
    named = {m.article for m in entity.mentions}
    titles = [
        t
        for t in titles_of(entity)
        if (spoken or _is_telling(t.title, entity.country))
        and (_is_placed(t.title) or len(named) == 1 or len({r.evidence.article for r in t.roles}) > 1)
    ]
    placed = next((t for t in titles if _is_placed(t.title)), None)
    country = locale().territories.get(entity.country or "", "") if titles and placed is None else ""
    return Person(entity, placed or (titles[0] if titles else None), str(country))


def _is_telling(title: str, country: str | None) -> bool:
    state = title == "President"  # before a name; a firm has *its president*
    hollow = not state and title.casefold().removeprefix("former ") in wordset("offices-hollow") and not country
    return not hollow and not _NO_OFFICE.search(title) and not title.casefold().startswith(OWNED)


def _is_placed(title: str) -> bool:
    """Tell whether a title names its country or body: ``mayor of Vigo``, ``Peruvian president``."""
    words = title.split()
    return " of " in title or any(w[0].isupper() for w in words[1:] if w.lower() not in PLAIN)
