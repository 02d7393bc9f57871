"""The figures to brief with: what they measure, for when, and how many origins give them alike."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model import Evidence, Figure
from generator.render.disputes import sentences_of
from generator.render.figures import Row, is_telling, row
from generator.render.home.centre import CONCERNS
from generator.render.home.focus import Focus
from generator.render.home.weights import Weights
from generator.render.paging import grouped

SMALL = 10
"""Below it, a count is a detail more often than a figure."""
RATE = "%"


class Number(NamedTuple):
    """A figure, those that give the same value for the same thing, and the id of their measure, or nothing."""

    row: Row
    figures: tuple[Figure, ...]
    group: str


def numbers(weights: Weights, about: Focus, told: Iterable[Evidence] = ()) -> tuple[Number, ...]:
    """Return the figures of the story that most origins give alike, of those whose label tells what they measure.

    What one of several origins gives in a sentence that is ``told`` on the page already isn't told again.
    """
    briefing, articles = weights.lookup.briefing, weights.lookup.articles
    printed = {place for words in told for place in sentences_of(words, articles) if weights.origins > 1}
    measured = {(f.article, f.span) for measure in briefing.measures for f in measure.figures}
    every = (f for found in briefing.findings for f in found.figures)
    alone = (("", (f,)) for f in every if (f.article, f.span) not in measured)
    found: dict[tuple[str, Decimal | None, str], tuple[int, Number]] = {}  # a source may give a number again and again
    for group, figures in (*((m.id, m.figures) for m in briefing.measures), *alone):
        whole = [f for f in figures if f.article in (*about.story, *about.articles) and _is_whole(f, weights)]
        number = _alike(group, whole, weights) if whole else None
        origins = weights.lookup.backing(number.figures).origins if number else 0
        near = number and (origins > 1 or about.closeness(about.centre.passage(number.row.figure)) >= CONCERNS)
        if number and near and (origins > 1 or printed.isdisjoint(sentences_of(number.row.figure, articles))):
            first = number.row.figure
            found.setdefault((first.article, first.value, first.unit), (origins, number))
    ranked = sorted(found.values(), key=lambda one: (-one[0], one[1].row.figure.article, one[1].row.figure.span.start))
    return tuple(n for _, n in ranked[: weights.quotas.figures])


def _alike(group: str, figures: Sequence[Figure], weights: Weights) -> Number | None:
    """Return the value that most origins give for one thing, told by the fullest of its figures."""
    same = grouped((f.value, f) for f in figures)
    value = max(same, key=lambda v: weights.lookup.backing(same[v]).origins)
    alike = tuple(same[value])
    best = max(alike, key=lambda f: (f.period is not None and f.period.value is not None, bool(f.concerns)))
    return Number(row(best, weights.lookup), alike, group) if best.kind != "count" or (value or 0) >= SMALL else None


def _is_whole(figure: Figure, weights: Weights) -> bool:
    """Tell whether a figure's label is a phrase that tells whose or of what it is: *trade between Peru and Chile*.

    Of a rate, its name tells enough: *turnout*.
    """
    if figure.value is None or figure.measure is None or figure.kind == "share" or not is_telling(figure):
        return False
    sentence = weights.lookup.grammar(figure.measure)
    if sentence is None or sentence.verbs_in(figure.measure.span):
        return False
    if any(weights.lookup.entities[i].kind == "person" for i in weights.lookup.named_in(figure.measure)):
        return False
    parts = sentence.parts[slice(*sentence.within(figure.measure.span))]
    rate = len(parts) == 1 and figure.unit == RATE and figure.measure.span.start < figure.span.start
    return rate or next((p in ("prep", "to") for p in parts[1:] if p in ("prep", "to", "conj")), False)
