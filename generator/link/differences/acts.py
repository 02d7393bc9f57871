"""One counted thing with two acts: ``the signing of 45 documents`` and ``the display of 45 signed documents``."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import words
from generator.link.differences.card import Question, card, reading
from generator.link.sayings import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Difference, Figure

_ACT_OF = re.compile(r"(?i)\b(?P<act>[a-z]{4,20}) of (?:(?:about|around|some|over|more than|at least|nearly) )?$")
_REACH = 40
"""Characters before a figure in which its act stands."""
MOST = 20
"""Sentences that count the same number of something; more are chance."""

Told = tuple[str, "Figure", "Line"]


def acts(corpus: Corpus) -> Iterator[Difference]:
    """Compare what is said to have been done with a counted number of things, sources two by two."""
    groups: defaultdict[tuple[str, Decimal], list[Told]] = defaultdict(list)
    for found in corpus.findings.values():
        for figure in found.figures:
            line = corpus.line_of(figure)
            act = _act(line, figure) if line else None
            if line and act and figure.value is not None and figure.kind == "count" and figure.measure:
                groups[figure.unit, figure.value].append((act, figure, line))
    for group in groups.values():
        if len(group) <= MOST:
            yield from _compared(corpus, group)


def _compared(corpus: Corpus, group: list[Told]) -> Iterator[Difference]:
    for n, one in enumerate(group):
        for other in group[n + 1 :]:
            if one[0] != other[0] and one[2].article != other[2].article and _same_thing(corpus, one, other):
                yield _card(corpus, one, other)


def _act(line: Line, figure: Figure) -> str | None:
    start = figure.span.start - line.sentence.span.start
    match = _ACT_OF.search(line.text[max(0, start - _REACH) : start])
    act = match["act"].lower() if match else None
    return act if act in _nouns() else None


@cache
def _nouns() -> frozenset[str]:
    return frozenset(words("link-acts"))


def _same_thing(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether the same is counted: the last word of what is counted agrees, and the articles tell one news."""
    mine, theirs = ({*stems_of(f.measure.text)} if f.measure else set() for _, f, _ in (one, other))
    return bool(mine & theirs) and corpus.same_time(one[2].article, other[2].article)


def _card(corpus: Corpus, one: Told, other: Told) -> Difference:
    one, other = sorted((one, other), key=lambda t: t[0])
    what = one[1].measure.text if one[1].measure else ""
    question = Question(
        "act",
        f"What was done with {' '.join(one[1].text.split())} {what}: {one[0]} or {other[0]}?",
        "wording",
        "The same number of the same things is told with two different acts.",
    )
    return card(question, (reading(corpus, f"{act} of {f.text}", (line.sentence,)) for act, f, line in (one, other)))
