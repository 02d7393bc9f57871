"""The figures to brief with: what they measure, whose they are, for when, and how many origins give them alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.figures import Row, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Evidence, Figure
    from generator.render.home.weights import Weights

UNTELLING = ("ordinal", "rank", "share")
"""Kinds of figures that say nothing without their sentence."""
VAGUE = "vague"
"""The rule behind a number that only names a size: ``billions of dollars``, ``dozens``."""
FULL = 2
"""Of what exactly, whose and when, as much must be told by a figure that a single origin gives; one by others."""
SMALL = 10
"""Below it, a count is a detail more often than a figure."""
WHOSE = 2
"""Names of whom it concerns that a line has room for."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure, those that give the same value for the same thing, and the names of whom it concerns."""

    row: Row
    figures: tuple[Figure, ...]
    whose: tuple[Evidence, ...]
    hedge: str


def numbers(weights: Weights) -> tuple[Number, ...]:
    """Return the figures that most origins give alike, of those that tell what they measure."""
    briefing = weights.catalogue.briefing
    grouped = {(f.article, f.span) for measure in briefing.measures for f in measure.figures}
    alone = [(f,) for found in briefing.findings for f in found.figures if (f.article, f.span) not in grouped]
    groups = [*(m.figures for m in briefing.measures), *alone]
    found = (number for figures in groups for number in _alike(figures, weights))
    return tuple(sorted(found, key=lambda n: _rank(n, weights))[: weights.limits.figures])


def _alike(figures: Iterable[Figure], weights: Weights) -> Iterator[Number]:
    """Yield the value that most origins give for one thing, told by the fullest of its figures."""
    telling = [f for f in figures if f.value is not None and f.measure and f.kind not in UNTELLING and f.rule != VAGUE]
    if not telling:
        return
    backing = {f.value: weights.catalogue.backing(x for x in telling if x.value == f.value).origins for f in telling}
    value = max(telling, key=lambda f: backing[f.value]).value
    alike = tuple(f for f in telling if f.value == value)
    best = max(alike, key=lambda f: (fullness(f), bool(f.period and f.period.value)))
    if fullness(best) >= (FULL if backing[value] == 1 else 1):
        yield Number(row(best), alike, _whose(best), _hedge(best))


def fullness(figure: Figure) -> int:
    """Return how much of what exactly (two words), whose, and when a figure tells, from 0 to 3."""
    exact = figure.measure is not None and len(figure.measure.text.split()) > 1
    when = figure.period is not None and figure.period.value is not None
    return exact + bool(figure.concerns) + when


def _rank(number: Number, weights: Weights) -> tuple[bool, int, int, str, int]:
    """Put first what isn't a small count, then what most origins give, then what is told most fully."""
    figure = number.row.figure
    counted = figure.kind == "count" and (figure.value or 0) < SMALL
    return (
        counted,
        -weights.catalogue.backing(number.figures).origins,
        -fullness(figure),
        figure.article,
        figure.span.start,
    )


def _whose(figure: Figure) -> tuple[Evidence, ...]:
    """Return the first names of whom a figure concerns that stand neither in its measure nor in its period."""
    measure = figure.measure.text if figure.measure else ""
    when = figure.period.text if figure.period else ""
    return tuple(c for c in figure.concerns if c.text not in measure and c.text not in when)[:WHOSE]


def _hedge(figure: Figure) -> str:
    """Return the words that qualify a figure where they stand before it, with a space."""
    hedge = figure.hedge
    return f"{hedge.text} " if hedge and hedge.span.end <= figure.span.start else ""
