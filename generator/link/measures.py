"""Figures of all articles ──▶ groups that measure the same thing: one value told again, or set against another one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise

from generator.independence import Independence
from generator.link.confirming import PLAIN, Confirming
from generator.link.sets import DisjointSets, gathered, grouped
from generator.link.stories import FEW
from generator.model import Briefing, Figure, Kind, Measure
from generator.slug import numbered, slug
from generator.text import read_text
from generator.text.befallen import label_of

VAGUE = "vague"
_MOST = 20
"""So many figures of one value in a story are compared each with each: what more give tells nothing."""
_SMALL = frozenset(map(Decimal, range(4)))
"""Numbers that are found everywhere."""


def group_figures(briefing: Briefing) -> Briefing:
    """Add the groups of two and more figures: those of one value that count the same, and those of one difference."""
    told = (f for found in briefing.findings for f in found.figures)
    figures = [f for f in told if f.kind in PLAIN and f.value is not None and f.rule != VAGUE]
    pairs = (*_again(figures, briefing), *_differing(figures, briefing))
    groups = [[figures[n] for n in numbers] for numbers in grouped(len(figures), pairs) if len(numbers) > 1]
    measures, articles = [], {a.id: a for a in briefing.articles}
    for group in groups:
        labels = Counter(label_of(f, read_text(articles[f.article]).sentence_at(f.span.start)) for f in group)
        label = min(labels, key=lambda t: (-labels[t], len(t), t))
        measures.append(Measure("", label, tuple(group)))
    measures.sort(key=lambda m: (m.label.casefold(), m.figures[0].unit, m.figures[0].article))
    ids = numbered(slug(m.label) for m in measures)
    return replace(briefing, measures=tuple(replace(m, id=i) for m, i in zip(measures, ids, strict=True)))


def _again(figures: Sequence[Figure], briefing: Briefing) -> Iterator[tuple[int, int]]:
    """Yield the pairs, by number, of one value that two articles on one story give of the same thing.

    What a copy gives again needs a noun: it tells nothing new of the number.
    """
    independent, confirming = cache(Independence(briefing).articles), Confirming(briefing)
    every = [tuple(a.id for a in briefing.articles)]
    stories = {a: n for n, s in enumerate(every if len(every[0]) <= FEW else briefing.stories) for a in s}
    told = ((f, n) for n, f in enumerate(figures) if f.article in stories and f.value not in _SMALL)
    alike = gathered(((stories[f.article], f.value, f.high, f.unit, f.direction, f.kind), n) for f, n in told)
    known = DisjointSets(len(figures))
    for i, j in (pair for numbers in alike.values() if len(numbers) <= _MOST for pair in combinations(numbers, 2)):
        one, other = figures[i], figures[j]
        named = one.measure and other.measure and one.article != other.article
        new = known.root(i) != known.root(j) and (named or len(independent((one.article, other.article))) > 1)
        if new and confirming.same_count(one, other):
            known.join(i, j)
            yield i, j


def _differing(figures: Sequence[Figure], briefing: Briefing) -> Iterator[tuple[int, int]]:
    """Yield the pairs that a difference sets against each other: an answer is one number of its sentence."""
    of = gathered((f.article, (f, n)) for n, f in enumerate(figures))
    for difference in (d for d in briefing.differences if d.kind is Kind.FIGURE):
        told = ((r.value, e) for r in difference.readings for e in r.evidence)
        given = [[n for f, n in of.get(e.article, ()) if e.span.holds(f.span) and f.text in v] for v, e in told]
        yield from pairwise(numbers[0] for numbers in given if len(numbers) == 1)  # votes, four to three, are two
