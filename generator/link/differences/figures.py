"""Figures that measure the same thing: told apart by their numbers, or by their periods."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from generator import edtf
from generator.edtf import format_value
from generator.lexicons import table, words
from generator.link.content_words import stems_of
from generator.link.differences.asked import measured
from generator.link.differences.card import Question, card, reading
from generator.link.differences.values import agree
from generator.link.differences.windows import one_phrase, other_areas, told_alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Difference, Figure, Measure, Reading

Relation = Literal["same", "other", "unknown"]

SHARED_STEMS = 0.4
"""Share of the shorter sentence's words of meaning that must recur where no period shows that two figures compare."""
NEAR = 5
"""Words before and after a figure that say what is done with what it counts."""
SHARED_NEAR = 2
"""… and of their words of meaning those that must recur, beside what is counted."""
SHARED_SCOPE = 4
"""Words of meaning that two sentences share, so that their figures look alike although their periods differ."""
MOST = 40
"""Figures of one measure that are compared pair by pair; more are a series, not one fact."""


_SUMMED = re.compile(
    r"(?i)\b(?:so\ far|to\ date|in\ total|in\ all|altogether|all\ told|overall|until\ now|cumulative)\b"
)
"""Words of a sum over several occasions (``12 so far``): no count of a single one."""

_BOUNDS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "~": "about"}


def figures(corpus: Corpus) -> Iterator[Difference]:
    """Compare the figures of each measure across articles, where each article gives but one."""
    for measure in corpus.briefing.measures:
        if len(measure.figures) <= MOST and measure.figures[0].kind != "ordinal":
            given: dict[str, list[Figure]] = {}
            for figure in measure.figures:
                given.setdefault(figure.article, []).append(figure)
            single = [f[0] for f in given.values() if all(agree(f[0], other) for other in f[1:])]
            for one, other in combinations(single, 2):
                found = _compared(corpus, measure, one, other)
                if found:
                    yield found


def _compared(corpus: Corpus, measure: Measure, one: Figure, other: Figure) -> Difference | None:
    left, right = corpus.line_of(one), corpus.line_of(other)
    if agree(one, other) or left is None or right is None:
        return None
    if _gives(left, other) or _gives(right, one) or not _concern_one(one, other):
        return None
    pair, lines = (one, other), (left, right)
    if periods_of(one, other) == "other":
        return _scope(corpus, measure, pair, lines) if _look_alike(pair, lines) else None
    return _conflict(corpus, measure, pair, lines) if _count_one(corpus, pair, lines) else None


def _look_alike(pair: tuple[Figure, Figure], lines: tuple[Line, Line]) -> bool:
    """Tell whether two figures of two times are easily taken for one."""
    if any(_is_day(f) for f in pair) or not lines[0].entities & lines[1].entities:
        return False
    shared = {*stems_of(lines[0].text)} & {*stems_of(lines[1].text)}
    return len(shared) >= SHARED_SCOPE and (pair[0].kind == "money" or _same_deed(*zip(lines, pair, strict=True)))


def _count_one(corpus: Corpus, pair: tuple[Figure, Figure], lines: tuple[Line, Line]) -> bool:
    """Tell whether two figures count the same of one happening: in one phrase, one sentence, or one clause."""
    left, right = lines
    if not corpus.same_time(left.article, right.article) or _two_reports(left, right):
        return False
    if bool(_SUMMED.search(left.text)) != bool(_SUMMED.search(right.text)):
        return False
    sides = (left, pair[0]), (right, pair[1])
    if _other_deeds(*sides) or other_areas(*sides):
        return False
    if one_phrase(*sides) and _expected(left, "will") == _expected(right, "will"):
        return True
    if _expected(left) != _expected(right) or not left.entities & right.entities:
        return False
    return bool(_whose(*sides[0]) & _whose(*sides[1])) and _of_one_deed(corpus, *sides)


def _of_one_deed(corpus: Corpus, one: tuple[Line, Figure], other: tuple[Line, Figure]) -> bool:
    """Tell whether the same is done with what two figures count: their sentences are alike, or else their clauses."""
    sides, left, right = (one, other), one[0], other[0]
    if _same_deed(*sides) and _tell_one(corpus, left, right):
        return True
    return one[1].kind != "quantity" and _near_places(corpus, left, right) and told_alike(*sides)


def periods_of(one: Figure, other: Figure) -> Relation:
    """Tell whether two figures hold for the same period, as far as both say.

    What adds up or grows through a year is another thing for a part of it; a count of one happening is not.
    """
    if not (one.period and other.period and one.period.value and other.period.value):
        return "unknown"
    if one.kind == "count":
        return "same" if edtf.compatible(one.period.value, other.period.value) else "other"
    return "same" if edtf.bounds(one.period.value) == edtf.bounds(other.period.value) else "other"


def _whose(line: Line, figure: Figure) -> frozenset[str]:
    """Return who is named last before a figure: *Carter scored 14 points and VanDeest 13*.

    A body that counts (``the ministry has registered``) may be left out, so that nobody counts as an answer, too.
    """
    before = [e for n, e in line.names if n.span.end <= figure.span.start and e.kind in ("person", "organisation")]
    if not before:
        return frozenset(("",))
    return frozenset((before[-1].id, "") if before[-1].kind == "organisation" else (before[-1].id,))


def _is_day(figure: Figure) -> bool:
    """Tell whether a figure holds for one day: what changes daily looks like no conflict."""
    return bool(figure.period and figure.period.value and edtf.precision(figure.period.value) == "day")


def _gives(line: Line, figure: Figure) -> bool:
    """Tell whether a sentence gives another figure's number as well: then they count different things."""
    return any(f.value == figure.value and f.unit == figure.unit for f in line.figures)


def _concern_one(one: Figure, other: Figure) -> bool:
    mine, theirs = ({" ".join(c.text.split()).casefold() for c in f.concerns} for f in (one, other))
    return bool(mine & theirs) or mine == theirs


def _expected(line: Line, *sure: str) -> bool:
    """Tell whether a sentence forecasts; ``sure`` are words that don't count."""
    return bool({w.strip(".,;:").casefold() for w in line.text.split()} & frozenset(words("link-forecasts")) - {*sure})


def _done_with(line: Line, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of the words around a figure, and what they say is done (``death`` for *killed*)."""
    start, end = (p - line.sentence.span.start for p in (figure.span.start, figure.span.end))
    near = [*line.text[:start].split()[-NEAR:], *line.text[end:].split()[:NEAR]]
    plain = [w.strip(".,;:“”\"'()").casefold() for w in near]
    measured = frozenset(stems_of(figure.measure.text)) if figure.measure else frozenset()
    done = frozenset(_chiefs()[w] for w in plain if w in _chiefs())
    return frozenset(stems_of(" ".join(plain))) - measured, done


@cache
def _chiefs() -> dict[str, str]:
    """Return the word that stands for others of its meaning: ``killed`` and ``died`` are ``death``."""
    rows = [row for row in table("figures-same") if row[0] != "-"]
    return {word: chief for chief, others in rows for word in (chief, *others.split())}


def _other_deeds(one: tuple[Line, Figure], other: tuple[Line, Figure]) -> bool:
    """Tell whether the words around two figures say that different things are done, or that one source says none."""
    (_, done), (_, elsewhere) = _done_with(*one), _done_with(*other)
    return bool(done or elsewhere) and not done & elsewhere


def _same_deed(one: tuple[Line, Figure], other: tuple[Line, Figure]) -> bool:
    """Tell whether the words around two figures say that the same is done with what they count."""
    (mine, done), (theirs, elsewhere) = _done_with(*one), _done_with(*other)
    if done or elsewhere:
        return bool(done & elsewhere)
    return len(mine & theirs) >= SHARED_NEAR


def _two_reports(left: Line, right: Line) -> bool:
    """Tell whether two numbers of two sentences differ and none is the same: these are two reports."""
    numbers = [{(f.value, f.unit) for f in line.figures} for line in (left, right)]
    return all(len(found) > 1 for found in numbers) and not numbers[0] & numbers[1]


def _near_places(corpus: Corpus, left: Line, right: Line) -> bool:
    """Tell whether the places of two sentences don't lie apart."""
    mine, theirs = corpus.places(left), corpus.places(right)
    return not mine or not theirs or bool(mine & theirs)


def _tell_one(corpus: Corpus, left: Line, right: Line) -> bool:
    """Tell whether two sentences report the same happening, at the same places, in much the same words."""
    if corpus.places(left) != corpus.places(right):
        return False
    mine, theirs = frozenset(stems_of(left.text)), frozenset(stems_of(right.text))
    return len(mine & theirs) >= SHARED_STEMS * min(len(mine), len(theirs))


def _conflict(corpus: Corpus, measure: Measure, pair: tuple[Figure, Figure], lines: tuple[Line, Line]) -> Difference:
    parts = measured(corpus, measure, *((f, ln.sentence) for f, ln in zip(pair, lines, strict=True)))
    days = corpus.days_apart(lines[0].article, lines[1].article)
    grows = days is None and all(_done_with(line, f)[1] for f, line in zip(pair, lines, strict=True))
    if days or grows:
        when = f"the articles were published {days} days apart" if days else "it is not known which was told later"
        because = f"The same is counted, but {when}: it may have changed."
        question = Question("figure", parts, "scope", because)
    else:
        because = "The same is measured in the same unit, for the same time, and no rounding makes the numbers agree."
        question = Question("figure", parts, "conflict", because)
    return card(question, (_reading(corpus, f, line) for f, line in zip(pair, lines, strict=True)))


def _scope(corpus: Corpus, measure: Measure, pair: tuple[Figure, Figure], lines: tuple[Line, Line]) -> Difference:
    parts = measured(corpus, measure, *((f, ln.sentence) for f, ln in zip(pair, lines, strict=True)))
    times = [format_value(f.period.value) for f in pair if f.period and f.period.value]
    because = f"Different numbers, but for different times: {' and '.join(times)}. Both can be right."
    question = Question("figure", parts, "scope", because)
    return card(question, (_reading(corpus, f, line) for f, line in zip(pair, lines, strict=True)))


def _reading(corpus: Corpus, figure: Figure, line: Line) -> Reading:
    told = f"{_BOUNDS.get(figure.qualifier, '')} {figure.text}"
    when = f"for {figure.period.text}" if figure.period else ""
    return reading(corpus, " ".join(told.split()), (line.sentence,), when)
