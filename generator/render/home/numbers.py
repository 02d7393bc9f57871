"""The figures to brief with, each in the sentence that gives it: that alone tells of what, whose, when and how sure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model import Evidence, Figure, value_of
from generator.render.figures import is_telling
from generator.render.home.centre import CONCERNS
from generator.render.home.focus import Focus, is_background
from generator.render.home.lines import Line, sentence_line
from generator.render.home.telling import fresh
from generator.render.home.weights import Weights
from generator.render.lookup import Lookup
from generator.render.paging import grouped
from generator.text.standing import main_verb

SMALL = 10
"""Below it, a count is a detail more often than a figure."""

OF = " of "
"""What stands before the whole of a part, which is no figure of its own: seven of ten ribs."""

SERIES = 4
"""Figures of a sentence from which it is a list of details."""

EMPLOYS = "employ"
"""What a firm does at all times."""

OLD = 730
"""Days before the news from which a figure is of the past."""


class Number(NamedTuple):
    """A figure, the sentence that gives it, all that give the value for the same thing, and the id of their measure."""

    figure: Figure
    line: Line
    figures: tuple[Figure, ...]
    group: str


def numbers(weights: Weights, about: Focus, told: Iterable[Evidence]) -> tuple[Number, ...]:
    """Return the figures that most origins give alike, then those of the best lines; none whose sentence is told.

    A label cut out of the sentence left out whose it is or of what: of 63 figures of 38 real folders an editor kept 7.
    """
    once: dict[Decimal | None, Number] = {}
    every = [number for _, number in sorted(_found(weights, about), key=lambda n: n[0])]
    days = {n.figure: value_of(weights.lookup.articles[n.figure.article].published) or "" for n in every}
    for number in latest(every, days):
        once.setdefault(number.figure.value, number)
    known = {number.line: number for number in reversed(once.values())}
    lines = dict.fromkeys(number.line for number in once.values())
    return tuple(known[line] for line in fresh(lines, told, about, weights.quotas.figures))


def latest(numbers: Sequence[Number], days: Mapping[Figure, str]) -> Iterator[Number]:
    """Yield figures without the sums of money that a later article gives otherwise: of a reward that was raised."""
    last = {_sum_of(n.figure): n.figure.value for n in sorted(numbers, key=lambda n: days[n.figure])}
    yield from (n for n in numbers if last[_sum_of(n.figure)] == n.figure.value or not _sum_of(n.figure))


def _sum_of(figure: Figure) -> tuple[str, ...]:
    """Return of what a figure is the sum, its currency and its time; nothing for one that is no money."""
    words = figure.measure.text.casefold().split() if figure.measure and figure.kind == "money" else []
    return (figure.unit or "", figure.period.text if figure.period else "", words[-1]) if words else ()


def _found(weights: Weights, about: Focus) -> Iterator[tuple[tuple[int, float], Number]]:
    """Yield figures of what concerns the news, with what sorts them: first those of several origins."""
    centre, lookup = about.centre, weights.lookup
    read = frozenset(p.sentence.article for p in about.all_passages)
    grouping = {(f.article, f.span): m.id for m in lookup.briefing.measures for f in m.figures}
    every = [f for a in read for f in lookup.findings[a].figures if _is_telling(f)]
    ids = {f: grouping.get((f.article, f.span), "") for f in every}
    alike = grouped(((ids[f], f.value), f) for f in every if ids[f])
    ends = ((a, f.span.end) for a in read for f in lookup.findings[a].figures)
    wholes = {(a, end + len(OF)) for a, end in ends if lookup.articles[a].text.startswith(OF, end)}
    for figure in every:
        passage = centre.passage(figure)
        line = sentence_line(passage, lookup) if passage else None
        same = tuple(alike.get((ids[figure], figure.value), (figure,)))
        own = (figure.article, figure.span.start) not in wholes and about.closeness(passage) >= CONCERNS
        if line and (lookup.disputed(line.words) or _is_aside(line.words, lookup)):
            continue  # it stands among the differences
        if passage and line and own and not (centre.spoken(passage) or is_background(passage, about, OLD)):
            weight = -lookup.backing(same).origins, -lookup.salience.worth(line.words)
            yield weight, Number(figure, line, same, ids[figure])


def _is_aside(words: Evidence, lookup: Lookup) -> bool:
    """Tell whether a sentence denies something of a number, or counts many things: the points of a match.

    Or tells what a firm is: *operates eleven tankers and employs 400*, which ends its releases.
    """
    sentence, found = lookup.grammar(words), lookup.findings[words.article].figures
    verb = main_verb(sentence, words.span) if sentence else None
    now = (v for v in sentence.verbs if v.finite and v.tense == "present" and not v.aspect) if sentence else ()
    if sentence and any(sentence.words[v.head].lemma == EMPLOYS for v in now):
        return True
    return (verb is not None and verb.denied) or sum(words.span.holds(f.span) for f in found) >= SERIES


def _is_telling(figure: Figure) -> bool:
    """Tell whether a figure has a value, says what it measures, and is no count of a few."""
    counted = figure.kind != "count" or (figure.value or Decimal(0)) >= SMALL
    return figure.value is not None and figure.kind != "share" and is_telling(figure) and counted
