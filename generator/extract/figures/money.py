"""The money of the world and the units of measurement, as they stand beside a number."""

import datetime as dt
import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies, list_currencies

from generator.lexicons import mapping, table, wordset
from generator.text import Sentence
from generator.text.tokens import pieces_of
from generator.text.words import HYPHENS

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
    territories = get_global("territory_currencies")
    in_use = {c for t in territories for c in get_territory_currencies(t, _SINCE, _UNTIL) if c in codes()}
    for code in (*sorted(in_use), *sorted(codes())):
        for name in _names(code):
            found.setdefault(pieces_of(name), (code, Decimal(1)))
    demonyms = mapping("names-countries", 0, 3)
    for territory, code in _of_countries():
        for name in _names(code):
            for demonym in filter(None, demonyms.get(territory, "").lower().split(";")):
                found.setdefault((*pieces_of(demonym), name.split()[-1]), (code, Decimal(1)))
    for name, code, *factor in table("figures-currencies"):
        found[pieces_of(name)] = (code, Decimal(factor[0]) if factor else Decimal(1))
    return found


def _names(code: str) -> tuple[str, ...]:
    return tuple(get_currency_name(code, count=count, locale="en").lower() for count in (1, 2))


@cache
def _of_countries() -> tuple[tuple[str, str], ...]:
    """Return the (territory, code) pairs of today."""
    territories = sorted(Locale("en").territories)
    return tuple((t, c) for t in territories for c in get_territory_currencies(t, _UNTIL, _UNTIL))


@cache
def candidates(noun: str) -> tuple[tuple[str, str], ...]:
    """Return the (territory, code) pairs whose money is called so: ``rupee`` → (IN, INR), (PK, PKR) and others."""
    same = _SAME_NOUN.get(noun, (noun,))
    return tuple((t, c) for t, c in _of_countries() if _names(c)[0].split()[-1] in same)


_SAME_NOUN = {"krone": ("krone", "krona", "króna", "koruna"), "¥": ("yen", "yuan")}
_DOLLARS = re.compile(r"(?<![A-Za-z])(?=((?:[A-Z][a-z]{2,15} ){1,2}dollars?\b|[A-Z]{1,4}\$|U\.?S\.? dollars?))")


@lru_cache(maxsize=8)  # asked for each sum of an article
def dollars_told(text: str) -> frozenset[str]:
    """Return the codes of the dollars that a text names with their country: ``A$5``, ``Fijian dollars``."""
    named = (currencies().get(pieces_of(m[1].lower())) for m in _DOLLARS.finditer(text))
    return frozenset(n[0] for n in named if n).intersection(code for _, code in candidates("dollar"))


TIMES = ("year", "month", "week", "day", "hour", "minute", "second", "decade", "century")
"""Units of durations, which the temporal expressions cover."""


class Unit(NamedTuple):
    """A unit, the index after its last token, and what one of it is worth in the unit (0.01 for cents)."""

    id: str
    end: int
    factor: Decimal = Decimal(1)


@cache
def measures() -> dict[tuple[str, ...], str]:
    """Return the units of measurement by their names and symbols, cut into tokens."""
    return {pieces_of(name): unit for unit, names in table("figures-units") for name in names.split("|")}


@cache
def _first_signs() -> frozenset[str]:
    return frozenset(key[0].lower() for key in measures())


def measure_after(tokens: Sentence, i: int) -> Unit | None:
    """Return the unit of measurement that begins at ``i``, behind a number."""
    hyphen = i + 1 if tokens.word(i).text in HYPHENS and tokens.near(i, 1) and tokens.near(i + 1, 1) else i
    bracket = tokens.word(hyphen).text in ("(", "[", "{") and tokens.near(hyphen, 1)
    k = hyphen + 1 if bracket else hyphen
    if not tokens.near(k):
        return None
    for length in range(4 if tokens.word(k).low in _first_signs() else 0, 0, -1):
        part = tokens.words[k : k + length]
        unit = measures().get(tuple(t.text for t in part))
        if unit is None and (length > 1 or len(part[0].text) > 1):  # 5g is a weight, 5G a network
            unit = measures().get(tuple(t.low for t in part))
        if unit is None or len(part) < length:
            continue
        return Unit(unit, k + length + int(bracket))
    return None


_LONGEST_NAME = 6  # tokens of the longest name of a currency: *Bosnia-Herzegovina convertible marks*
_WORDS = wordset("units-words")
"""Codes that are also English words or names in capitals; they need a number right behind or before, in capitals."""
_SAFE_LOW = wordset("units-safe-low")
_SHORT = wordset("units-short")
_NEEDS_MILLIONS = wordset("units-needs-millions")
"""Words that mean something else (weight, a verb, a head) unless millions of them are counted."""


@cache
def prefixes() -> frozenset[str]:
    """Return the tokens, in lower case, with which a currency before a number may begin (codes in capitals aside)."""
    return frozenset(key[0] for key in currencies() if _prefix(key)) | _SAFE_LOW | {"rmb"}


def _prefix(key: tuple[str, ...]) -> bool:
    """Tell whether a name may stand before the number: signs, and the short forms of a few countries."""
    return not key[-1].isalpha() or "".join(key) in _SHORT


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key[0] for key in currencies())


def money_before(tokens: Sentence, i: int) -> Unit | None:
    """Return the currency that begins at ``i`` and stands before a number: ``US$``, ``EUR``, ``Rs.``, ``C $``."""
    for length in range(5 if tokens.word(i).low in prefixes() else 0, 0, -1):
        key = tuple(t.low for t in tokens.words[i : i + length])
        found = currencies().get(key)
        if found is None or len(key) < length or not _prefix(key):
            continue
        end = i + length
        end = end + 1 if tokens.word(end).text == "." and tokens.glued(end) and key[-1].isalpha() else end
        sign = tokens.glued(i + 1) or tokens.words[i].text in ("C", "c")  # C$, C $; no article of a $4 billion
        if len(key) > 1 and len(key[0]) == 1 and key[0].isalpha() and not sign:
            continue
        alone = key[-1].isalpha()
        capital = tokens.word(i).text[:1].isupper() or tokens.word(i).low in wordset("units-low-prefixes")
        if tokens.near(end, 1) and (not alone or (capital and tokens.word(end).shape == "number")):
            return Unit(found[0], end, found[1])
    token = tokens.word(i)
    named = token.text in codes() or token.low in _SAFE_LOW or token.text == "RMB"
    after = i + 2 if tokens.word(i + 1).text in ("$", "¥", "€", "£") and tokens.glued(i + 1) else i + 1
    if named and tokens.near(after, 1) and tokens.word(after).shape == "number":
        if token.text in _WORDS and not (tokens.glued(after) or "," in tokens.words[after].text):
            return Unit(token.text, after) if tokens.word(after + 1).low in ("million", "billion") else None
        return Unit("CNY" if token.low == "rmb" else token.text.upper(), after)
    return None


def money_after(tokens: Sentence, i: int, *, large: bool) -> Unit | None:
    """Return the currency that begins at ``i`` and stands behind a number; ``large`` tells of millions."""
    i = i + 1 if tokens.word(i).text in HYPHENS and tokens.glued(i) and tokens.glued(i + 1) else i
    if not tokens.near(i):
        return None
    for length in range(_LONGEST_NAME if tokens.word(i).low in _first_words() else 0, 0, -1):
        key = tuple(t.low for t in tokens.words[i : i + length])
        found = currencies().get(key)
        if found is None or len(key) < length or "".join(key) in _SHORT - {"rmb", "nis"}:
            continue
        if not key[-1].isalnum() and tokens.near(i + length) and tokens.word(i + length).shape == "number":
            continue  # nine $2,500 donations
        if key[0] in _NEEDS_MILLIONS and not large:
            continue
        return Unit(found[0], i + length, found[1])
    return _code_after(tokens, i)


def _code_after(tokens: Sentence, i: int) -> Unit | None:
    """Return the code of ``50 USD``, ``10 rmb``; not of three ``USD50`` cards."""
    token = tokens.word(i)
    if tokens.glued(i + 1) and tokens.word(i + 1).shape == "number":
        return None
    if token.text in codes() and token.text not in _WORDS:
        return Unit(token.text, i + 1)
    return None
