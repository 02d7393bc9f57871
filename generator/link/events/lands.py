"""In which country a place lies: by its entity, by the list of cities, or by ``town, country`` in a text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.lexicons import table

if TYPE_CHECKING:
    from generator.model import Briefing, Entity


@cache
def cities() -> dict[str, str]:
    """Return the country (ISO 3166-1) of every city in the list whose name stands for one country's alone."""
    found: dict[str, set[str]] = {}
    for name, code, *_ in table("names-places"):
        found.setdefault(name, set()).add(code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


def lands(briefing: Briefing) -> dict[str, str]:
    """Return the country of every place that has a known one, by the place's id."""
    places = [e for e in briefing.entities if e.kind == "place"]
    known = {e.id: land for e in places if (land := e.country or cities().get(e.name))}
    for inner, outer in _beside(briefing, places):
        if inner not in known and outer in known:
            known[inner] = known[outer]
    return known


def _beside(briefing: Briefing, places: list[Entity]) -> list[tuple[str, str]]:
    """Return the pairs of places that stand as ``Machala, Ecuador`` in an article."""
    texts = {a.id: a.text for a in briefing.articles}
    mentions = sorted((m.article, m.span, e.id) for e in places for m in e.mentions if m.form == "name")
    return [
        (one, two)
        for (article, first, one), (other, second, two) in pairwise(mentions)
        if article == other and one != two and texts[article][first.end : second.start] == ", "
    ]
