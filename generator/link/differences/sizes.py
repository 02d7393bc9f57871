"""Sizes that a source gives in two units: ``5 miles (10 km)``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.lexicons import table
from generator.link.differences.sums.check import check, lines_with, plain
from generator.link.differences.values import half_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Check, Figure

SLACK = Decimal("0.1")
"""Share by which a size in another unit may be off: *10 miles (15 km)* is rounded, *5 miles (10 km)* is wrong."""

_OPENS = re.compile(r"^[- ]?(?:[a-z]{1,12} )? ?[(\[] ?(?:about |around |some |roughly )?$|^, or (?:about |around )?$")


class _Unit(NamedTuple):
    """What a unit measures, and how many of the base unit it is, from where on its scale."""

    dimension: str
    factor: Decimal
    zero: Decimal


def units(corpus: Corpus) -> Iterator[Check]:
    """Convert sizes that are followed by the same in another unit; only what doesn't fit is told."""
    for line in lines_with(corpus, "quantity"):
        for one, other in pairwise(line.figures):
            if one.unit != other.unit and one.unit in _units() and other.unit in _units():
                made = _converted(line, one, other)
                if made:
                    yield made


@cache
def _units() -> dict[str, _Unit]:
    rows = table("figures-conversions")
    return {row[0]: _Unit(row[1], Decimal(row[2]), Decimal(row[3]) if row[3:] else Decimal(0)) for row in rows}


def convertible(one: Figure, other: Figure) -> bool:
    """Tell whether the units of two figures measure the same and it is known how."""
    mine, theirs = _units().get(one.unit), _units().get(other.unit)
    return mine is not None and theirs is not None and mine.dimension == theirs.dimension


def same_size(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are one size in two units, as far as rounding goes."""
    mine, theirs = _units().get(one.unit), _units().get(other.unit)
    if mine is None or theirs is None or mine.dimension != theirs.dimension or one.value is None or other.value is None:
        return False
    exact, steps = _in_unit(one, mine, theirs)
    slack = Decimal(1) if mine.dimension == "temperature" else abs(exact) * SLACK
    return abs(exact - other.value) <= max(steps + half_step(other), slack)


def _in_unit(figure: Figure, unit: _Unit, other: _Unit) -> tuple[Decimal, Decimal]:
    """Return a size in another unit, and by how much its rounding may have it off."""
    value = figure.value or Decimal(0)
    exact = (value - unit.zero) * unit.factor / other.factor + other.zero
    return exact, half_step(figure) * unit.factor / other.factor


def _converted(line: Line, one: Figure, other: Figure) -> Check | None:
    mine, theirs = _units()[one.unit], _units()[other.unit]
    between = line.text[one.span.end - line.sentence.span.start : other.span.start - line.sentence.span.start]
    if mine.dimension != theirs.dimension or not _OPENS.match(between) or one.value is None or other.value is None:
        return None
    if one.high is not None or other.high is not None:
        return None
    if same_size(one, other):
        return None
    exact, _ = _in_unit(one, mine, theirs)
    name = other.unit.replace("-", " ")
    formula = f"{' '.join(one.text.split())} = {plain(round(exact, 1))} {name}, not {plain(other.value)}"
    because = "The source gives one size in two units, which are not the same size."
    return check("unit", (formula, because), holds=False, evidence=(line.sentence,))
