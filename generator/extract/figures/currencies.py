"""The money of the world: its codes (ISO 4217), names (Unicode CLDR) and signs, and which countries use it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies, list_currencies

from generator.lexicons import table
from generator.text.tokens import pieces_of

_SINCE, _UNTIL = dt.date(1990, 1, 1), dt.date(2026, 1, 1)
"""The years whose money news speaks of; fixed, so that a result never depends on the day of the run."""


@cache
def codes() -> frozenset[str]:
    """Return the ISO 4217 codes."""
    return frozenset(list_currencies("en"))


@cache
def currencies() -> dict[tuple[str, ...], tuple[str, Decimal]]:
    """Return the currencies by their names and signs in lower case, cut into tokens, with the worth of one.

    The names are those of CLDR, then the same nouns with every demonym (``Israeli shekels``), then the everyday ones of
    ``figures-currencies.txt``; a code ``?rupee`` says that the country decides.
    """
    found: dict[tuple[str, ...], tuple[str, Decimal]] = {}
    for code in (*sorted(_in_use()), *sorted(codes())):
        for name in _names(code):
            found.setdefault(pieces_of(name), (code, Decimal(1)))
    for territory, code in _of_countries():
        for name in _names(code):
            for demonym in _demonyms().get(territory, ()):
                found.setdefault((*pieces_of(demonym), name.split()[-1]), (code, Decimal(1)))
    for name, code, *factor in table("figures-currencies"):
        found[pieces_of(name)] = (code, Decimal(factor[0]) if factor else Decimal(1))
    return found


def _names(code: str) -> tuple[str, ...]:
    return tuple(get_currency_name(code, count=count, locale="en").lower() for count in (1, 2))


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    """Return the adjectives of each territory in lower case."""
    return {row[0]: tuple(row[3].lower().split(";")) for row in table("names-countries")}


@cache
def _of_countries() -> tuple[tuple[str, str], ...]:
    """Return the (territory, code) pairs of today."""
    territories = sorted(Locale("en").territories)
    return tuple((t, c) for t in territories for c in get_territory_currencies(t, _UNTIL, _UNTIL))


@cache
def _in_use() -> frozenset[str]:
    territories = get_global("territory_currencies")
    return frozenset(c for t in territories for c in get_territory_currencies(t, _SINCE, _UNTIL) if c in codes())


@cache
def candidates(noun: str) -> tuple[tuple[str, str], ...]:
    """Return the (territory, code) pairs whose money is called so: ``rupee`` → (IN, INR), (PK, PKR) and others."""
    same = _SAME_NOUN.get(noun, (noun,))
    return tuple((t, c) for t, c in _of_countries() if _names(c)[0].split()[-1] in same)


_SAME_NOUN = {"krone": ("krone", "krona", "króna", "koruna"), "¥": ("yen", "yuan")}
