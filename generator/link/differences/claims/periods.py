"""The times for which a number is given ──▶ claims: one source, or two of one story, can give it for two."""

from collections.abc import Iterator
from dataclasses import replace

from generator import edtf
from generator.link.content_words import stems_of
from generator.link.differences.card import short
from generator.link.differences.claims.claim import Found, Told
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.facts import expected
from generator.model import Attribute, Date, Figure, Verdict

DIGITS, FEWER = 3, 2
"""Digits that a number must have for its return to be no chance; fewer where a first and a last year stand there."""
_KINDS = ("money", "count", "quantity", "percent")
SHARED_STEMS = 3
"""Words of meaning that two sentences share, so that the number is of the same thing."""
REACH, BESIDE = 60, 4
"""Characters and words between a figure and its time; of one further away the verb between them may have it."""


def periods(corpus: Corpus) -> Iterator[Told]:
    """Yield the times of figures, for each article and, with a first and a last year, for each story."""
    for figure in (f for found in corpus.findings.values() for f in found.figures):
        line = corpus.line_of(figure) if figure.value and figure.kind in _KINDS else None
        period = _period(line, figure) if line else None
        if line is None or period is None or figure.value is None:
            continue
        digits, story = len(figure.value.normalize().as_tuple().digits), corpus.story(line.article)
        words = _words(line, period)
        value = f"{figure.unit} {figure.value}"
        told = Told(
            Attribute.PERIOD,
            line.article,
            value,
            line,
            words,
            figure=figure,
            date=period,
            question=" ".join(figure.text.split()),
            what=(words,),
        )
        if digits >= DIGITS and _words_between(line, figure, period) <= BESIDE:
            yield told
        if digits >= FEWER and story is not None and _is_span(period):
            yield replace(told, subject=f"story {story}")


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


def _is_span(date: Date) -> bool:
    """Tell whether a time has a first and a last year: ``between 2009 and 2015``."""
    first, _, last = (date.value or "").partition("/")
    return bool(first and last and first != last) and "." not in first + last


def _words(line: Line, period: Date) -> str:
    """Return the words of a period; for a part of a year with the year that is told behind it."""
    start = period.span.start - line.sentence.span.start
    if not _is_part(period):
        return " ".join(period.text.split())
    return short(line.text[start:].replace(".", ",").replace(";", ",").split(",")[0])


def compare_periods(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two times of one number; an estimate and what came of it are two."""
    shared = {*stems_of(one.line.text)} & {*stems_of(other.line.text)}
    if len(shared) < SHARED_STEMS or expected(one.line) != expected(other.line) or not (one.date and other.date):
        return None
    if one.article == other.article:
        because = "One source gives the same number of the same thing for two different times."
        return (Verdict.CONFLICT, because) if _apart(one.date, other.date) else None
    mine, theirs = (edtf.bounds(t.date.value or "") for t in (one, other) if t.date)
    named = one.line.entities & other.line.entities  # 29 cents a share: of two firms, whose reports look like one story
    if mine == theirs or not named or one.subject == one.article or not corpus.one_story(one.article, other.article):
        return None
    return Verdict.CONFLICT, "Two sources of one story give the same number of the same thing for other years."


def _apart(one: Date, other: Date) -> bool:
    """Tell whether two temporal expressions can't mean the same time: by their days, or as a part and a whole."""
    if one.value and other.value:
        return not edtf.compatible(one.value, other.value)
    return _is_part(one) != _is_part(other) or (one.duration or "") != (other.duration or "")
