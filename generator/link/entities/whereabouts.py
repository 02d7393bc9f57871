"""A gazetteer's key ──▶ country and coordinates; and the words that name countries."""

from functools import cache

from babel import Locale

from generator.lexicons import table
from generator.link.entities.forms import form_of

Words = tuple[str, ...]
Place = tuple[float, float]

_CODE = 2  # letters of an ISO 3166-1 code; CLDR's longer ones are regions


@cache
def _countries() -> dict[str, Place]:
    """Return the middle of every country, by its code."""
    return {row[0]: (float(row[1]), float(row[2])) for row in table("names-countries")}


@cache
def _cities() -> dict[str, tuple[str, Place] | None]:
    """Return country and coordinates of every city's name: the capital's, or the only country's, or None."""
    rows: dict[str, dict[bool, list[tuple[str, Place]]]] = {}
    for name, code, lat, lon, rank in table("names-places"):
        place = (code.partition("-")[0], (float(lat), float(lon)))
        rows.setdefault(name, {}).setdefault(rank == "capital", []).append(place)
    chosen = ((name, ranked.get(True) or ranked[False]) for name, ranked in rows.items())
    return {name: places[0] if len({country for country, _ in places}) == 1 else None for name, places in chosen}


@cache
def _regions() -> dict[str, str]:
    return {row[0]: row[2] for row in table("names-regions") if row[2] != "-"}


def whereabouts(key: str | None) -> tuple[str | None, Place | None]:
    """Return a place's country (ISO 3166-1, or a part of it) and coordinates (latitude, longitude), as far as known."""
    sort, _, name = (key or "").partition(":")
    if sort == "country":
        return name, _countries().get(name)
    if sort == "city":
        return _cities().get(name) or (None, None)
    return _regions().get(name), None


@cache
def country_names() -> dict[Words, str]:
    """Return the keys of countries by the words of their names, adjectives and inhabitants."""
    named = {
        form_of(name).words: f"country:{code}" for code, name in Locale("en").territories.items() if len(code) == _CODE
    }
    for code, _, _, adjectives, further in table("names-countries"):
        named |= {
            form_of(text).words: f"country:{code}" for text in f"{adjectives};{further}".split(";") if text != "-"
        }
    return named
