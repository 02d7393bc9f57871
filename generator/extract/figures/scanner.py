"""Text ──▶ quantities: every number of a text with its unit, from left to right."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.figures.phrases import Quantity, may_begin, quantity
from generator.extract.figures.ranges import dashed_score, join
from generator.extract.figures.tokens import Tokens, at, glued, tokens_of


def scan(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text with their units, in order, without overlap.

    Everything that is written as a number is here, also what counts nothing; ``find_figures`` drops that.
    Linear in the length of the text. Shares without a finite decimal have 15 digits.
    """
    tokens = tokens_of(text)
    return tuple(q for q in _joined(tokens, _singles(tokens, text), text) if not dashed_score(tokens, q))


def _singles(tokens: Tokens, text: str) -> list[Quantity]:
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        idle = not may_begin(tokens[i]) or _inside_name(tokens, i)
        one = None if idle else quantity(tokens, i, text)
        if one is None:
            i += 1
            continue
        i = one.after
        if not _part_of_word(tokens, one):
            found.append(_aged(tokens, one))
    return found


def _inside_name(tokens: Tokens, i: int) -> bool:
    """Tell whether digits hang on letters: ``G20``, ``A380``, ``m212``."""
    return tokens[i].kind in ("num", "frac") and glued(tokens, i) and tokens[i - 1].kind == "word"


def _part_of_word(tokens: Tokens, found: Quantity) -> bool:
    """Tell whether letters that are no unit hang on the number: ``3D``, ``5G``, ``737s``."""
    after = at(tokens, found.after)
    return after.kind in ("word", "num") and glued(tokens, found.after) and tokens[found.after - 1].kind == "num"


def _aged(tokens: Tokens, found: Quantity) -> Quantity:
    if found.kind in ("count", "duration") and at(tokens, found.first - 1).low == "aged":
        return replace(found, kind="age", unit="year")
    return found


def _joined(tokens: Tokens, found: list[Quantity], text: str) -> list[Quantity]:
    out: list[Quantity] = []
    for one in found:
        both = join(tokens, out[-1], one, text) if out else None
        if both:
            out[-1] = both
        else:
            out.append(one)
    return out
