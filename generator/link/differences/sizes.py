"""Figures in other units of one dimension: whether they are one size."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.lexicons import table
from generator.link.differences.values import half_step

if TYPE_CHECKING:
    from generator.model import Figure

SLACK = Decimal("0.1")
"""Share by which a size in another unit may be off: *10 miles (15 km)* is rounded, *5 miles (10 km)* is wrong."""


class _Unit(NamedTuple):
    """What a unit measures, and how many of the base unit it is, from where on its scale."""

    dimension: str
    factor: Decimal
    zero: Decimal


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
    exact = (one.value - mine.zero) * mine.factor / theirs.factor + theirs.zero
    steps = half_step(one) * mine.factor / theirs.factor
    slack = Decimal(1) if mine.dimension == "temperature" else abs(exact) * SLACK
    return abs(exact - other.value) <= max(steps + half_step(other), slack)
