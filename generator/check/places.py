"""The sentence in which something stands, and whether an address leads to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.check.built import Built
    from generator.check.data import Row

_ADDRESS = re.compile(r"(?:.*/)?(?P<name>articles/[a-z0-9-]+?)(?:--[a-z0-9-]+)?(?:\.html|/)(?:#(?P<anchor>[sb]\d+))?")


def sentence(built: Built, place: Row) -> str:
    """Return the whole sentence, or sentences, that hold a place; outside of sentences its own words."""
    start, end = place["start"], place["end"]
    for first, last in built.sentences[place["article"]]:
        if first <= place["start"] < last or first < place["end"] <= last:
            start, end = min(start, first), max(end, last)
    return built.texts[place["article"]][start:end]


def leads(built: Built, address: str, place: Row) -> bool:
    """Tell whether an address on the site is that of the sentence, or other part, that holds a place."""
    found, name = _ADDRESS.fullmatch(address), f"articles/{place['article']}"
    if found is None or found["name"] != name or name not in built.named:
        return False
    numbered = enumerate(built.sentences[place["article"]], 1)
    number = next((n for n, (first, last) in numbered if first <= place["start"] < last), 0)
    ids = built.named[name].ids
    if number:
        return found["anchor"] == f"s{number}" and found["anchor"] in ids
    return found["anchor"] is None or (found["anchor"].startswith("b") and found["anchor"] in ids)


def firsts(places: list[Row]) -> list[Row]:
    """Return the first of some places in each article, in the order of the articles' files."""
    first: dict[str, Row] = {}
    for place in sorted(places, key=lambda p: (p["source"], p["start"])):
        first.setdefault(place["article"], place)
    return list(first.values())
