"""Which of its kind one happening is: ``her fourth visit`` in one source, ``her third visit`` in another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.differences.card import Question, card, reading, short
from generator.link.events.verbs import nouns
from generator.link.sayings import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Difference, Event, Figure

LONGEST_DAYS = 31
"""An event told no more precisely than that may be several: the third and the fourth visit of one year."""
MOST_SENTENCES = 40
"""Of an event that more sentences tell, the first so many are compared."""

# What several happenings in one event are counted by: goals of a match, statements of a day.
_INNER = frozenset(("", "statement", "figures", "work", "sport", "crime", "disaster", "accident"))
_LIMIT = re.compile(
    r"""(?xi)
    \s{1,3} (?P<limit>
        (?: this | last | in | since | as | under | during | within | by | for | of | outside | at )
        (?: \s{1,3} [^\s,.;:–—()]{1,30} ){1,5}                    # “this year”, “since taking office”
    )
    """
)
_OWNER = re.compile(r"(?i)\b(?P<owner>his|her|its|their|our|my|[\w-]{1,40}['’]s?)\s{1,3}$")


@dataclass(frozen=True, slots=True)
class _Rank:
    """A happening counted in a sentence: the ordinal, what is counted, and what limits the count."""

    line: Line
    figure: Figure
    counted: frozenset[str]
    limits: frozenset[str]
    owner: str


def ordinals(corpus: Corpus) -> Iterator[Difference]:
    """Compare how two sources count one event among its kind: the same noun, with the same words around it."""
    for event in corpus.briefing.events:
        if event.kind in _INNER or not _is_one(event):
            continue
        lines = (line for e in event.evidence[:MOST_SENTENCES] if (line := corpus.line_of(e)))
        ranks = [r for line in lines for r in _ranks(line, event.kind)]
        for one, other in combinations(ranks, 2):
            if one.figure.value != other.figure.value and _comparable(corpus, one, other, event.kind):
                yield _card(corpus, event, one, other)


def _is_one(event: Event) -> bool:
    """Tell whether an event is dated so well that it can't be two of its kind."""
    covered = edtf.bounds(event.date) if event.date else None
    if covered is None or covered.first is None or covered.last is None:
        return False
    return (covered.last - covered.first).days <= LONGEST_DAYS


def _ranks(line: Line, kind: str) -> Iterator[_Rank]:
    """Yield the ordinals of a sentence that count happenings of a kind."""
    for figure in line.figures:
        if figure.kind == "ordinal" and figure.measure and _kind(figure.measure.text) == kind:
            start = line.sentence.span.start
            limit = _LIMIT.match(line.text[max(figure.span.end, figure.measure.span.end) - start :])
            owner = _OWNER.search(line.text[: figure.span.start - start])
            yield _Rank(
                line,
                figure,
                counted=frozenset(stems_of(figure.measure.text)),
                limits=frozenset(stems_of(limit["limit"])) if limit else frozenset(),
                owner=owner["owner"].casefold() if owner else "",
            )


def _kind(measure: str) -> str:
    """Return the kind of happening that the last noun of some words tells: *visit* for ``state visit``."""
    found = [act.kind for w in measure.casefold().split() if (act := nouns().get(w))]
    return found[-1] if found else ""


def _comparable(corpus: Corpus, one: _Rank, other: _Rank, kind: str) -> bool:
    """Tell whether two ordinals count the same: of several who meet each has a count of his own."""
    if one.counted != other.counted or one.limits != other.limits:
        return False
    if kind != "visit" and one.owner != other.owner:
        return False
    return corpus.origins_of((one.line.sentence,)) != corpus.origins_of((other.line.sentence,))


def _card(corpus: Corpus, event: Event, one: _Rank, other: _Rank) -> Difference:
    one, other = sorted((one, other), key=lambda r: r.figure.value or 0)
    what = " ".join(one.figure.measure.text.split()) if one.figure.measure else ""
    question = Question(
        "figure",
        f"Which {what}, the {one.figure.text} or the {other.figure.text}: “{short(event.headline.text)}”?",
        "conflict",
        "The sources tell one happening and count it differently among its kind.",
        event.id,
    )
    return card(question, (reading(corpus, r.figure.text, (r.line.sentence,)) for r in (one, other)))
