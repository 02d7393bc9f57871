"""Who: the people that most sources name, each with an office that tells where it is held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.catalogue import ENGLISH, titles_of

if TYPE_CHECKING:
    from generator.model import Entity
    from generator.render.catalogue import Titles
    from generator.render.home.focus import Focus
    from generator.render.home.weights import Weights

PLAIN = ("of", "the", "and", "for", "in")


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
    people_ = (e for e in weights.catalogue.briefing.entities if e.kind == "person" and e.id in present and not e.page)
    found = (*weights.catalogue.kind("person"), *people_)
    known = [e for e in found if e.id in present or len(e.mentions) > 1] or list(found[: weights.limits.few])

    def rank(entity: Entity) -> tuple[bool, int]:
        return (entity.id not in present, -len({m.article for m in entity.mentions} & own))

    return tuple(_person(e) for e in sorted(known, key=rank)[: weights.limits.people])


def _person(entity: Entity) -> Person:
    titles = titles_of(entity)
    placed = next((t for t in titles if _is_placed(t.title)), None)
    country = ENGLISH.territories.get(entity.country or "", "") if titles and placed is None else ""
    return Person(entity, placed or (titles[0] if titles else None), str(country))


def _is_placed(title: str) -> bool:
    """Tell whether a title names its country or body: ``mayor of Vigo``, ``Peruvian president``."""
    words = title.split()
    return " of " in title or any(w[0].isupper() for w in words[1:] if w.lower() not in PLAIN)
