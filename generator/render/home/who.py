"""Who: the people that most sources name, each with an office that tells where it is held."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.lookup import ENGLISH, titles_of

if TYPE_CHECKING:
    from generator.model import Entity
    from generator.render.home.focus import Focus
    from generator.render.home.weights import Weights
    from generator.render.lookup import Titles

PLAIN = ("of", "the", "and", "for", "in")
HOLLOW = frozenset(
    (
        "president",
        "adviser",
        "advisor",
        "executive",
        "co-founder",
        "cofounder",
        "founder",
        "member",
        "leader",
        "chief",
        "official",
        "head",
        "director",
        "chairman",
        "chairwoman",
        "chair",
        "manager",
        "partner",
        "owner",
        "investor",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "representative",
    )
)
"""Offices that say nothing without their body."""
_NO_OFFICE = re.compile(r"\b(?:who|whom|whose|which|with|to)\b")  # a minister with a speech to make


@dataclass(frozen=True, slots=True)
class Person:
    """A person, the title that most sources give with its country or body, and the country where no title names it."""

    entity: Entity
    title: Titles | None
    country: str


def people(weights: Weights, focus: Focus) -> tuple[Person, ...]:
    """Return who takes part in the occasion, then whom most of its sources name more than once."""
    present = {p for event in focus.events for p in event.people}
    own = frozenset(focus.articles)
    people_ = (e for e in weights.lookup.briefing.entities if e.kind == "person" and e.id in present and not e.page)
    found = (*weights.lookup.kind("person"), *people_)
    known = [e for e in found if e.id in present or len(e.mentions) > 1] or list(found[: weights.quotas.few])

    def rank(entity: Entity) -> tuple[bool, int]:
        return (entity.id not in present, -len({m.article for m in entity.mentions} & own))

    return tuple(person(e) for e in sorted(known, key=rank)[: weights.quotas.people])


def person(entity: Entity) -> Person:
    """Return an entity with the telling title that names where it is held, or else that most sources give."""
    titles = [t for t in titles_of(entity) if _is_telling(t.title, entity.country)]
    placed = next((t for t in titles if _is_placed(t.title)), None)
    country = ENGLISH.territories.get(entity.country or "", "") if titles and placed is None else ""
    return Person(entity, placed or (titles[0] if titles else None), str(country))


def _is_telling(title: str, country: str | None) -> bool:
    hollow = title.casefold().removeprefix("former ") in HOLLOW and not country
    return not hollow and not _NO_OFFICE.search(title)


def _is_placed(title: str) -> bool:
    """Tell whether a title names its country or body: ``mayor of Vigo``, ``Peruvian president``."""
    words = title.split()
    return " of " in title or any(w[0].isupper() for w in words[1:] if w.lower() not in PLAIN)
