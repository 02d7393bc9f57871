"""Units of measurement, as they stand behind a number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import table
from generator.text.tokens import pieces_of
from generator.text.words import HYPHENS

if TYPE_CHECKING:
    from generator.text import Sentence

TIMES = ("year", "month", "week", "day", "hour", "minute", "second", "decade", "century")
"""Units of durations, which the temporal expressions cover."""


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
    return {pieces_of(name): unit for unit, names in table("figures-units") for name in names.split("|")}


@cache
def _first_signs() -> frozenset[str]:
    return frozenset(key[0].lower() for key in measures())


def tight(tokens: Sentence, i: int, end: int) -> bool:
    """Tell whether at most one space parts the tokens from ``i`` to ``end``."""
    return all(tokens.near(k, 1) for k in range(i + 1, end))


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
        if unit is None or len(part) < length or not tight(tokens, k, k + length):
            continue
        if part[-1].shape == "number" and not tokens.glued(k + length - 1):
            continue  # 12 m 2 dm
        if part[-1].shape == "word" and len(part[-1].text) <= SYMBOL and _goes_on(tokens, k + length):
            continue
        if bracket and tokens.word(k + length).text not in (")", "]", "}"):
            return None
        return Unit(unit, k + length + int(bracket))
    return None


def _goes_on(tokens: Sentence, i: int) -> bool:
    if not tokens.glued(i):
        return False
    return tokens.word(i).shape in ("word", "number") or (
        tokens.word(i).text in HYPHENS and tokens.word(i + 1).shape == "number"
    )
