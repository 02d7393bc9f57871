"""The gazetteer: names of the world that are known beforehand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from babel import Locale

from generator.lexicons import table
from generator.model import NameKind

LONGEST = 8  # no entry has more words; bounds the look-up at each word
_NO_PLACE = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a known name stands for; ``of`` tells more (``capital``, ``media``, ``party``)."""

    kind: NameKind
    key: str
    norm: str
    form: Literal["name", "acronym", "demonym"] = "name"
    of: str = ""
    country: str | None = None


@cache
def gazetteer() -> dict[str, Entry]:
    """Return all known names; the first list that has a name decides."""
    found: dict[str, Entry] = {}
    for source in (_countries(), _adjectives(), _cities(), _regions(), _organisations(), _things()):
        for name, entry in source:
            if entry.of == "capital" and found.get(name, entry).kind == "place" and found.get(name, entry).of == "-":
                found[name] = entry
            found.setdefault(name, entry)
    return found


@cache
def country_names() -> dict[str, str]:
    """Return the usual English name of each country or territory, by its code."""
    names = {
        code: name.replace(" & ", " and ")
        for code, name in Locale("en").territories.items()
        if len(code) == len("XX") and code not in _NO_PLACE
    }
    return names | {row[0]: row[1] for row in table("names-usual")}


def _countries() -> Iterator[tuple[str, Entry]]:
    known = {
        code: Entry("place", f"country:{code}", name, of="country", country=code)
        for code, name in country_names().items()
    }
    yield from ((entry.norm, entry) for entry in known.values())
    for code, _, _, adjectives, further in table("names-countries"):
        yield from ((form, replace(known[code], form="demonym")) for form in _cells(adjectives))
        yield from ((form.removeprefix("the "), known[code]) for form in _cells(further))
    yield from ((f"Republic of {entry.norm}", entry) for entry in known.values())


def _adjectives() -> Iterator[tuple[str, Entry]]:
    names = country_names()
    for form, sort, place in table("names-adjectives"):
        norm = names[place] if sort == "country" else place
        yield form, Entry("place", f"{sort}:{place}", norm, "demonym", sort, place if sort == "country" else None)


def _cities() -> Iterator[tuple[str, Entry]]:
    first: dict[tuple[str, str, str], str] = {}
    for name, country, lat, lon, of in table("names-places"):
        norm = first.setdefault((country, lat, lon), name)
        code = country.split("-")[0] if country.startswith("GB") else country
        yield name, Entry("place", f"city:{norm}", norm, of=of, country=code)


def _regions() -> Iterator[tuple[str, Entry]]:
    for name, sort, country in table("names-regions"):
        yield name, Entry("place", f"{sort}:{name}", name, of=sort, country=None if country == "-" else country)


def _organisations() -> Iterator[tuple[str, Entry]]:
    rows = table("names-organisations")
    full = {_letters(name): short_for for name, _, short_for in reversed(rows) if short_for != "-"}
    first = {_letters(name): name.removeprefix("The ") for name, *_ in reversed(rows)}
    for name, sort, _ in rows:
        norm = full.get(_letters(name), first[_letters(name)])
        entry = Entry("organisation", f"org:{norm}", norm, _form(name), sort)
        dotted = (f"{mark.join(name)}." for mark in (".", ". ") if entry.form == "acronym" and name.isalpha())
        ours = (name.replace("U.S. ", "US ", 1),) if name.startswith("U.S. ") else ()
        yield from ((form, entry) for form in (name, *dotted, *ours))  # FBI, F.B.I., F. B. I.
        yield name.replace(" & ", " and "), entry


def _letters(name: str) -> str:
    """Return what the ways to write a name have in common: ``U.N.`` and ``UN``, ``NATO`` and ``Nato``."""
    return name.removeprefix("The ").replace(".", "").casefold()


def _things() -> Iterator[tuple[str, Entry]]:
    for name, kind, short_for in table("names-events"):
        norm = name if short_for == "-" else short_for
        yield name, Entry(kind, f"{kind}:{norm}", norm, _form(name))  # type: ignore[arg-type]


def _form(name: str) -> Literal["name", "acronym"]:
    return "acronym" if name.isupper() and " " not in name else "name"


def _cells(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split(";"))
