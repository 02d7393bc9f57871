"""Figures that look like a contradiction and are none: ``dozens`` and ``45``, ``more than 26,000`` and ``31,000``."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.differences.asked import measured
from generator.link.differences.card import Question, card, reading
from generator.link.differences.claims.claim import told
from generator.link.differences.values import agree
from generator.link.differences.windows import other_areas, told_alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Difference, Figure, Measure

APART = Decimal("0.1")
"""Share of the larger number by which two numbers differ so that they look like a contradiction."""
MOST, MOST_FIGURES = 8, 20
"""Cards of the kind: they show how the sources were compared, but tell no news; and figures of a measure compared."""

Side = tuple["Line", "Figure"]


def compatible_figures(corpus: Corpus) -> Iterator[Difference]:
    """Yield a few pairs of figures of independent sources of which one holds the other."""
    many = 0
    for measure in corpus.briefing.measures:
        found = _pair(corpus, measure) if len(measure.figures) <= MOST_FIGURES and many < MOST else None
        if found:
            many += 1
            yield _card(corpus, measure, *found)


def _pair(corpus: Corpus, measure: Measure) -> tuple[Side, Side] | None:
    """Return the first pair of a measure that looks like a contradiction: the looser figure, then the other."""
    sides = [(line, f) for f in measure.figures if (line := corpus.line_of(f))]
    pairs = (tuple(sorted(p, key=lambda side: not _is_loose(side[1]))) for p in combinations(sides, 2))
    return next(((a, b) for a, b in pairs if _looks_so(a[1], b[1]) and _of_one_thing(corpus, a, b)), None)


def _is_loose(figure: Figure) -> bool:
    return figure.rule == "vague" or figure.qualifier != "="


def _looks_so(one: Figure, other: Figure) -> bool:
    """Tell whether two numbers differ at first sight, and one of them allows the other."""
    a, b = (abs(f.value or Decimal(0)) for f in (one, other))
    return (
        one.kind != "quantity"
        and _is_loose(one)
        and other.rule != "vague"
        and abs(a - b) > APART * max(a, b)
        and agree(one, other)
    )


def _of_one_thing(corpus: Corpus, one: Side, other: Side) -> bool:
    """Tell whether independent sources count the same thing of one time."""
    (left, figure), (right, counted) = one, other
    a, b = left.article, right.article
    if corpus.independence.origin(a) == corpus.independence.origin(b) or not corpus.same_time(a, b):
        return False
    times = [f.period.value for f in (figure, counted) if f.period and f.period.value]
    if len(times) > 1 and not edtf.compatible(times[0], times[1]):
        return False
    places, others = _towns(corpus, left), _towns(corpus, right)
    apart = places and others and not places & others
    return not apart and not other_areas(one, other) and told_alike(one, other)


def _towns(corpus: Corpus, line: Line) -> frozenset[str]:
    """Return the places of a sentence below countries: those stand for who acts."""
    places = corpus.places(line)
    return frozenset(i for i in places if not (corpus.index.entity(i).key or "").startswith("country:"))


def _card(corpus: Corpus, measure: Measure, one: Side, other: Side) -> Difference:
    loose, exact = told(one[1]), told(other[1])
    because = f"“{loose}” is the looser word: it allows “{exact}”, so both can be right."
    if _is_loose(other[1]):
        because = f"“{loose}” and “{exact}” only give a limit: one number can keep to both."
    parts = measured(corpus, measure, *((f, ln.sentence) for ln, f in (one, other)))
    question = Question("figure", parts, "scope", because)
    return card(question, (reading(corpus, t, (ln.sentence,)) for t, (ln, _) in ((loose, one), (exact, other))))
