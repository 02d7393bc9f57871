"""The figures to brief with: what they measure, for when, and how many origins give them alike."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.model import Evidence, Figure
from generator.render.disputes import sentences_of
from generator.render.figures import Row, is_telling, row
from generator.render.home.weights import Weights

FULL = 2
"""Of what exactly, whose and when, as much must be told by a figure that a single origin gives, all by a count; several
origins that give one, such as a turnout, have told enough."""
SMALL = 10
"""Below it, a count is a detail more often than a figure."""


class Number(NamedTuple):
    """A figure, those that give the same value for the same thing, and the id of their measure, or nothing."""

    row: Row
    figures: tuple[Figure, ...]
    group: str


def numbers(weights: Weights, told: Iterable[Evidence] = ()) -> tuple[Number, ...]:
    """Return the figures that most origins give alike, of those that tell what they measure.

    What one of several origins gives in a sentence that is ``told`` on the page already isn't told again.
    """
    briefing, articles = weights.lookup.briefing, weights.lookup.articles
    printed = {place for words in told for place in sentences_of(words, articles) if weights.origins > 1}
    grouped = {(f.article, f.span) for measure in briefing.measures for f in measure.figures}
    every = (f for found in briefing.findings for f in found.figures)
    alone = sorted((f for f in every if (f.article, f.span) not in grouped and fullness(f) >= FULL), key=_rank)
    singles = (n for f in alone if (n := _alike("", (f,), weights)))  # most are never looked at
    groups = (n for m in briefing.measures if (n := _alike(m.id, m.figures, weights)))

    def is_new(number: Number) -> bool:
        return printed.isdisjoint(sentences_of(number.row.figure, articles))

    backed = ((weights.lookup.backing(n.figures).origins, n) for n in groups)
    found = [(origins, n) for origins, n in backed if origins > 1 or is_new(n)]
    firsts: dict[tuple[str, Decimal | None, str], Number] = {}  # a source may give a number again and again
    while len(firsts) < weights.quotas.figures and (n := next(filter(is_new, singles), None)):
        firsts.setdefault((n.row.figure.article, n.row.figure.value, n.row.figure.unit), n)
    found += ((1, n) for n in firsts.values())
    found.sort(key=lambda one: (-one[0], _rank(one[1].row.figure)))
    return tuple(n for _, n in found[: weights.quotas.figures])


def _rank(figure: Figure) -> tuple[int, str, int]:
    """Return what sorts figures: the fullest first."""
    return -fullness(figure), figure.article, figure.span.start


def _alike(group: str, figures: Iterable[Figure], weights: Weights) -> Number | None:
    """Return the value that most origins give for one thing, told by the fullest of its figures."""
    telling = [f for f in figures if _is_telling(f, weights)]
    if not telling:
        return None
    values = dict.fromkeys(f.value for f in telling)
    backing = {v: weights.lookup.backing(f for f in telling if f.value == v).origins for v in values}
    value = max(telling, key=lambda f: backing[f.value]).value
    alike = tuple(f for f in telling if f.value == value)
    best = max(alike, key=lambda f: (fullness(f), bool(f.period and f.period.value)))
    counted = best.kind == "count" and ((value or 0) < SMALL or not _is_exact(best))
    least = 0 if backing[value] > 1 else FULL + (best.kind == "count")
    if counted or fullness(best) < least or (backing[value] == 1 and not _is_of_subject(best, weights)):
        return None
    return Number(row(best, weights.lookup), alike, group)


def fullness(figure: Figure) -> int:
    """Return how much of what exactly (two words), whose, and when a figure tells, from 0 to 3."""
    exact = _is_exact(figure)
    when = figure.period is not None and figure.period.value is not None
    return exact + bool(figure.concerns) + when


def _is_telling(figure: Figure, weights: Weights) -> bool:
    """Tell whether a figure has a value and a measure that is a phrase, not a run of words with a verb in it."""
    if figure.value is None or figure.measure is None or figure.kind == "share" or not is_telling(figure):
        return False
    sentence = weights.lookup.grammar(figure.measure)
    named = any(weights.lookup.entities[i].kind == "person" for i in weights.lookup.named_in(figure.measure))
    return not named and (sentence is None or not sentence.verbs_in(figure.measure.span))


def _is_of_subject(figure: Figure, weights: Weights) -> bool:
    """Tell whether the sentence of a figure names something that several origins name, where there are several."""
    sentence = weights.lookup.grammar(figure)
    if weights.origins == 1 or sentence is None:
        return True
    named = weights.lookup.named_in(weights.lookup.articles[figure.article].cite(sentence.span))
    return any(weights.shares[i] * weights.origins > 1 for i in named)


def _is_exact(figure: Figure) -> bool:
    return figure.measure is not None and len(figure.measure.text.split()) > 1
