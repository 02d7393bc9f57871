"""Sentences of the same words, in whatever order, with another number."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from generator.link.content_words import stems_of
from generator.link.differences.asked import counted
from generator.link.differences.card import Question, card, reading
from generator.link.differences.claims.claim import words_of as told
from generator.link.differences.facts import negations
from generator.link.differences.values import agree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Difference, Figure

FEWEST = 4
"""Words of meaning, the number aside, from which a sentence is no formula."""
MOST = 12
"""Sentences of the same words; more are a formula."""

Side = tuple["Line", "Figure"]


def reordered(corpus: Corpus) -> Iterator[Difference]:
    """Compare the sentences of two articles that hold one figure each, and else the same words of meaning."""
    groups: defaultdict[tuple[str, frozenset[str]], list[Side]] = defaultdict(list)
    for found in corpus.findings.values():
        for figure in found.figures:
            line = corpus.line_of(figure) if figure.kind != "ordinal" else None
            if line and line.figures == (figure,):
                words = _words(line, figure)
                if len(words) >= FEWEST:
                    groups[figure.unit, words].append((line, figure))
    for group in groups.values():
        if 1 < len(group) <= MOST:
            for one, other in combinations(group, 2):
                if _contradict(corpus, one, other):
                    yield _card(corpus, one, other)


def _words(line: Line, figure: Figure) -> frozenset[str]:
    start = line.sentence.span.start
    rest = f"{line.text[: figure.span.start - start]} {line.text[figure.span.end - start :]}"
    denied = {w for w in rest.casefold().split() if w in negations()}
    return frozenset(stems_of(rest)) | denied


def _contradict(corpus: Corpus, one: Side, other: Side) -> bool:
    """Tell whether two numbers in sentences of the same words can't both be right."""
    (left, figure), (right, counted) = one, other
    if left.article == right.article or agree(figure, counted):
        return False
    return corpus.same_time(left.article, right.article) and [d.value for d in left.dates] == [
        d.value for d in right.dates
    ]


def _card(corpus: Corpus, one: Side, other: Side) -> Difference:
    sides = sorted(((told(figure), line) for line, figure in (one, other)), key=lambda side: side[0])
    because = "Two sentences of the same words, in articles that report the same days, give different numbers."
    parts = counted(corpus, one[0].sentence, one[1], (sides[0][0], sides[1][0]))
    days = corpus.days_apart(one[0].article, other[0].article)
    if days:
        because = f"Two sentences have the same words, but were published {days} days apart: it may have changed."
    question = Question("figure", parts, "scope" if days else "conflict", because)
    return card(question, (reading(corpus, t, (line.sentence,)) for t, line in sides))
