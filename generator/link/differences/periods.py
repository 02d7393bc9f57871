"""One number that a source, or two sources of one story, give for two periods."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from generator import edtf
from generator.lexicons import words
from generator.link.content_words import stems_of
from generator.link.differences.card import Parts, Question, card, reading, short
from generator.model import Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Date, Difference, Figure

DIGITS = 3
"""Digits that a number must have for its return to be no chance."""
FEWER = 2
"""… for two sources to tell of one thing, each with a first and a last year."""
SHARED_STEMS = 3
"""Words of meaning that two sentences share, so that the number is of the same thing."""
REACH = 60
"""Characters between a figure and the words that say for which time it holds."""
BESIDE = 4
"""… and words: of a date further away the verb between them may have it (``today announced … the $5 million paid``)."""
MOST = 12
"""Sentences that give one number; more are a table."""

_INSIDE = "One source gives the same number of the same thing for two different times."
_ACROSS = "Two sources of one story give the same number of the same thing for other years."
_WORD = re.compile(r"[a-z]+")

Told = tuple["Line", "Figure", "Date"]


def periods(corpus: Corpus) -> Iterator[Difference]:
    """Find a source's own figures whose periods contradict each other."""
    told = [t for f in corpus.findings.values() for figure in f.figures if (t := _told(corpus, figure))]
    yield from _contradictions(corpus, told)


def _told(corpus: Corpus, figure: Figure) -> Told | None:
    line = corpus.line_of(figure)
    if line is None or figure.value is None or figure.kind not in ("money", "count", "quantity", "percent"):
        return None
    period = _period(line, figure)
    return (line, figure, period) if period else None


def _period(line: Line, figure: Figure) -> Date | None:
    """Return the temporal expression of a figure, else the first one close behind it: a length counts, too."""
    if figure.period:
        return figure.period
    behind = (d for d in line.dates if 0 <= d.span.start - figure.span.end <= REACH and (d.value or _is_part(d)))
    return next(behind, None)


def _words_between(line: Line, figure: Figure, period: Date) -> int:
    first, last = sorted((figure.span, period.span))
    start = line.sentence.span.start
    return len(line.text[first.end - start : max(first.end, last.start) - start].split())


def _is_part(date: Date) -> bool:
    """Tell ``the first seven months``, a part of some year, from a mere length."""
    return date.duration is not None and date.rule == "first-units"


def _contradictions(corpus: Corpus, told: list[Told]) -> Iterator[Difference]:
    """Yield what one source, or two of one story, tell of two times with the same number of the same thing."""
    groups: defaultdict[tuple[str, str, Decimal], list[Told]] = defaultdict(list)
    for one in told:
        value, article = one[1].value or Decimal(0), one[0].article
        digits, story = len(value.normalize().as_tuple().digits), corpus.story(article)
        if digits >= DIGITS and _words_between(*one) <= BESIDE:
            groups[article, one[1].unit, value].append(one)
        if digits >= FEWER and story is not None and _is_span(one[2]):
            groups[f"story {story}", one[1].unit, value].append(one)
    for (where, _, _), group in groups.items():
        first, across = group[0], where.startswith("story ")
        others = [t for t in group[1 : MOST + 1] if _differ(corpus, first, t, across=across)]
        if others:
            because = _ACROSS if across else _INSIDE
            question = Question(Kind.PERIOD, Parts(what=" ".join(first[1].text.split())), Verdict.CONFLICT, because)
            same = [t for t in group if not _differ(corpus, first, t, across=across) and t not in others]
            yield card(
                question,
                (
                    reading(corpus, _words(side[0][0], side[0][2]), (ln.sentence for ln, _, _ in side))
                    for side in (same, others)
                ),
            )


def _differ(corpus: Corpus, one: Told, other: Told, *, across: bool) -> bool:
    if not _of_one_thing(one[0], other[0]):
        return False
    if not across:
        return _apart(one[2], other[2])
    mine, theirs = (edtf.bounds(t[2].value or "") for t in (one, other))
    return mine != theirs and one[0].article != other[0].article and corpus.one_story(one[0].article, other[0].article)


def _is_span(date: Date) -> bool:
    """Tell whether a time has a first and a last year: ``between 2009 and 2015``."""
    first, _, last = (date.value or "").partition("/")
    return bool(first and last and first != last) and "." not in first + last


def _words(line: Line, period: Date) -> str:
    """Return the words of a period; for a part of a year with the year that is told behind it."""
    start = period.span.start - line.sentence.span.start
    if not _is_part(period):
        return " ".join(period.text.split())
    rest = line.text[start:].replace(".", ",").replace(";", ",").split(",")[0]
    return short(rest)


def _of_one_thing(one: Line, other: Line) -> bool:
    """Tell whether two sentences speak of one thing; an estimate and what came of it are two."""
    same = len({*stems_of(one.text)} & {*stems_of(other.text)}) >= SHARED_STEMS
    return same and _is_forecast(one) == _is_forecast(other)


def _is_forecast(line: Line) -> bool:
    return not frozenset(words("link-forecasts")).isdisjoint(_WORD.findall(line.text.casefold()))


def _apart(one: Date, other: Date) -> bool:
    """Tell whether two temporal expressions can't mean the same time: by their days, or as a part and a whole."""
    if one.value and other.value:
        return not edtf.compatible(one.value, other.value)
    return _is_part(one) != _is_part(other) or (one.duration or "") != (other.duration or "")
