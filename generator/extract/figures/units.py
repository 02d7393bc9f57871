"""Units of measurement, as they stand behind a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from generator.extract.figures.tokens import HYPHENS, Tokens, at, glued, near
from generator.lexicons import table

TIMES = ("year", "month", "week", "day", "hour", "minute", "second", "decade", "century")
"""Units of durations, which the temporal expressions cover."""
_SPLIT = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[0-9]|\S")


SYMBOL = 2
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
def _first_signs() -> frozenset[str]:
    return frozenset(key[0].lower() for key in measures())


def tight(tokens: Tokens, i: int, end: int) -> bool:
    """Tell whether at most one space parts the tokens from ``i`` to ``end``."""
    return all(near(tokens, k, 1) for k in range(i + 1, end))


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
        if unit is None or len(part) < length or not tight(tokens, k, k + length):
            continue
        if part[-1].kind == "num" and not glued(tokens, k + length - 1):
            continue  # 12 m 2 dm
        if part[-1].kind == "word" and len(part[-1].text) <= SYMBOL and _goes_on(tokens, k + length):
            continue
        if bracket and at(tokens, k + length).text not in (")", "]", "}"):
            return None
        return Unit(unit, k + length + int(bracket))
    return None


def _goes_on(tokens: Tokens, i: int) -> bool:
    if not glued(tokens, i):
        return False
    return at(tokens, i).kind in ("word", "num") or (at(tokens, i).text in HYPHENS and at(tokens, i + 1).kind == "num")
