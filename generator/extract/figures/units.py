"""Units of measurement and money, as they stand before or behind a number."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies, list_currencies

from generator.extract.figures.tokens import HYPHENS, Tokens, at, glued, near
from generator.extract.figures.wordsets import wordset
from generator.lexicons import table

TIMES = ("year", "month", "week", "day", "hour", "minute", "second", "decade", "century")
"""Units of durations, which the temporal expressions cover."""
_LONGEST_NAME = 6
"""Tokens of the longest name of a currency: *Bosnia-Herzegovina convertible marks*."""
_SINCE, _UNTIL = dt.date(1990, 1, 1), dt.date(2026, 1, 1)
"""The years whose money news speaks of; fixed, so that a result never depends on the day of the run."""
_WORDS = wordset("units-words")
"""Codes that are also English words or names in capitals; they need a number right behind or before, in capitals."""
_SAFE_LOW = wordset("units-safe-low")
_SPLIT = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[0-9]|\S")


_SYMBOL = 2
"""Letters of a symbol (``m``, ``kg``), which must end where the word ends: ``24703 L-202`` is no volume."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, the index after its last token, and what one of it is worth in the unit (0.01 for cents)."""

    id: str
    end: int
    factor: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)


@cache
def measures() -> dict[tuple[str, ...], str]:
    """Return the units of measurement by their names and symbols, cut into tokens."""
    return {tuple(_SPLIT.findall(name)): unit for unit, names in table("figures-units") for name in names.split("|")}


@cache
def codes() -> frozenset[str]:
    """Return the ISO 4217 codes."""
    return frozenset(list_currencies("en"))


@cache
def currencies() -> dict[tuple[str, ...], tuple[str, Decimal]]:
    """Return the currencies by their names and signs in lower case, cut into tokens."""
    found: dict[tuple[str, ...], tuple[str, Decimal]] = {}
    for code in (*sorted(_in_use()), *sorted(codes())):
        for count in (1, 2):
            name = get_currency_name(code, count=count, locale="en").lower()
            found.setdefault(tuple(_SPLIT.findall(name)), (code, Decimal(1)))
    for name, code, *factor in table("figures-currencies"):
        found[tuple(_SPLIT.findall(name))] = (code, Decimal(factor[0]) if factor else Decimal(1))
    return found


@cache
def _in_use() -> frozenset[str]:
    territories = get_global("territory_currencies")
    return frozenset(c for t in territories for c in get_territory_currencies(t, _SINCE, _UNTIL) if c in codes())


@cache
def candidates(noun: str) -> tuple[tuple[str, str], ...]:
    """Return the (territory, code) pairs whose money is called so: ``rupee`` → (IN, INR), (PK, PKR) and others."""
    found = []
    for territory in sorted(Locale("en").territories):
        for code in get_territory_currencies(territory, _UNTIL, _UNTIL):
            name = get_currency_name(code, count=1, locale="en").lower()
            if name.split()[-1] in _SAME_NOUN.get(noun, (noun,)):
                found.append((territory, code))
    return tuple(found)


_SAME_NOUN = {"krone": ("krone", "krona", "króna", "koruna"), "¥": ("yen", "yuan")}


@cache
def prefixes() -> frozenset[str]:
    """Return the tokens, in lower case, with which a currency before a number may begin (codes in capitals aside)."""
    return frozenset(key[0] for key in currencies() if _prefix(key)) | _SAFE_LOW | {"rmb"}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key[0] for key in currencies())


@cache
def _first_signs() -> frozenset[str]:
    return frozenset(key[0].lower() for key in measures())


def money_before(tokens: Tokens, i: int) -> Unit | None:
    """Return the currency that begins at ``i`` and stands before a number: ``US$``, ``EUR``, ``Rs.``, ``C $``."""
    for length in range(5 if at(tokens, i).low in prefixes() else 0, 0, -1):
        key = tuple(t.low for t in tokens[i : i + length])
        found = currencies().get(key)
        if found is None or len(key) < length or not _prefix(key) or not _tight(tokens, i, i + length):
            continue
        end = i + length
        end = end + 1 if at(tokens, end).text == "." and glued(tokens, end) and key[-1].isalpha() else end
        if len(key) > 1 and len(key[0]) == 1 and key[0].isalpha() and not _letter(tokens, i):
            continue
        alone = key[-1].isalpha()
        capital = at(tokens, i).text[:1].isupper() or at(tokens, i).low in _LOW_PREFIXES
        if near(tokens, end, 1) and (not alone or (capital and at(tokens, end).kind == "num")):
            return Unit(found[0], end, found[1])
    token = at(tokens, i)
    named = token.text in codes() or token.low in _SAFE_LOW or token.text == "RMB"
    after = i + 2 if at(tokens, i + 1).text in ("$", "¥", "€", "£") and glued(tokens, i + 1) else i + 1
    if named and near(tokens, after, 1) and at(tokens, after).kind == "num":
        if token.text in _WORDS and not (glued(tokens, after) or "," in tokens[after].text):
            return Unit(token.text, after) if at(tokens, after + 1).low in ("million", "billion") else None
        return Unit("CNY" if token.low == "rmb" else token.text.upper(), after)
    return None


def _prefix(key: tuple[str, ...]) -> bool:
    """Tell whether a name may stand before the number: signs, and the short forms of a few countries."""
    return not key[-1].isalpha() or "".join(key) in _SHORT


_LOW_PREFIXES = wordset("units-low-prefixes")
_SHORT = wordset("units-short")


def _letter(tokens: Tokens, i: int) -> bool:
    """Tell whether one letter belongs to the sign: ``C$``, ``C $``, ``c $``; not the article of ``a $4 billion``."""
    return glued(tokens, i + 1) or tokens[i].text == "C" or tokens[i].text == "c"


def _tight(tokens: Tokens, i: int, end: int) -> bool:
    return all(near(tokens, k, 1) for k in range(i + 1, end))


def money_after(tokens: Tokens, i: int, *, large: bool) -> Unit | None:
    """Return the currency that begins at ``i`` and stands behind a number; ``large`` tells of millions."""
    i = i + 1 if at(tokens, i).text in HYPHENS and glued(tokens, i) and glued(tokens, i + 1) else i
    if not near(tokens, i):
        return None
    for length in range(_LONGEST_NAME if at(tokens, i).low in _first_words() else 0, 0, -1):
        key = tuple(t.low for t in tokens[i : i + length])
        found = currencies().get(key)
        if found is None or len(key) < length or "".join(key) in _SHORT - {"rmb", "nis"}:
            continue
        if key[0] in _NEEDS_MILLIONS and not large:
            continue
        if len(key[-1]) <= _SYMBOL and key[-1].isalpha() and not (key == ("kr",) or glued(tokens, i)):
            continue
        return Unit(found[0], i + length, found[1])
    return _code_after(tokens, i)


def _code_after(tokens: Tokens, i: int) -> Unit | None:
    """Return the code of ``50 USD``, ``10 rmb``, ``30 MUSD``; not of three ``USD50`` cards."""
    token = at(tokens, i)
    if glued(tokens, i + 1) and at(tokens, i + 1).kind == "num":
        return None
    if token.text in codes() and token.text not in _WORDS:
        return Unit(token.text, i + 1)
    if token.low in _SAFE_LOW:
        return Unit("CNY" if token.low == "rmb" else token.text.upper(), i + 1)
    if token.low[:1] == "m" and token.low[1:].upper() in codes() and token.low[1:] in _SAFE_LOW:
        return Unit(token.low[1:].upper(), i + 1, Decimal(1_000_000))
    return None


_NEEDS_MILLIONS = wordset("units-needs-millions")
"""Words that mean something else (weight, a verb, a head) unless millions of them are counted."""


def measure_after(tokens: Tokens, i: int) -> Unit | None:
    """Return the unit of measurement that begins at ``i``, behind a number."""
    hyphen = i + 1 if at(tokens, i).text in HYPHENS and near(tokens, i, 1) and near(tokens, i + 1, 1) else i
    bracket = at(tokens, hyphen).text in ("(", "[", "{") and near(tokens, hyphen, 1)
    k = hyphen + 1 if bracket else hyphen
    if not near(tokens, k):
        return None
    for length in range(4 if at(tokens, k).low in _first_signs() else 0, 0, -1):
        part = tokens[k : k + length]
        unit = measures().get(tuple(t.text for t in part))
        if unit is None and (length > 1 or len(part[0].text) > 1):  # 5g is a weight, 5G a network
            unit = measures().get(tuple(t.low for t in part))
        if unit is None or len(part) < length or not _tight(tokens, k, k + length):
            continue
        if part[-1].kind == "num" and not glued(tokens, k + length - 1):
            continue  # 12 m 2 dm
        if part[-1].kind == "word" and len(part[-1].text) <= _SYMBOL and _goes_on(tokens, k + length):
            continue
        if bracket and at(tokens, k + length).text not in (")", "]", "}"):
            return None
        return Unit(unit, k + length + int(bracket))
    return None


def _goes_on(tokens: Tokens, i: int) -> bool:
    if not glued(tokens, i):
        return False
    return at(tokens, i).kind in ("word", "num") or (at(tokens, i).text in HYPHENS and at(tokens, i + 1).kind == "num")
