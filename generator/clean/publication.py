"""Labelled lines ──▶ when an article was published, and how that is known."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from babel import Locale

from generator.clean.fields import front, headers, pieces_of
from generator.clean.pieces import Piece, set_off_day
from generator.clean.units import QUOTES
from generator.edtf import compatible
from generator.model import Article, Evidence, Field, Inferred, Span, Stated, Unknown, value_of
from generator.text.pubdate import find_dates, writes_day_first

TODAY = "the text says what day today is"
_ALIKE = "it stands at the like place in other texts of its house"
_SEVERAL = "several days stand {} the story, and nothing says which is that of publication"
_TODAY = re.compile(r"\b[Tt]oday(?:,| \()\s?")  # effective today, October 24, 2024
_PLATE = ("kicker", "slogan", "section", "credits")

Dated = tuple[Piece, Evidence]


def published(article: Article, spoken: Field[str], day: Span | None) -> Field[str]:
    """Return the date of publication as EDTF; never one of the story itself.

    ``spoken`` is the article's language, which may tell whether 04/05/2025 is of April or of May; ``day`` stands at the
    like place in all texts of the house.
    """
    if front := _front_date(article):
        return front
    found = [(p, e) for p, e in (*pieces_of(article, "date"), *_origins(article)) if p.date]
    dated = [(p, e) for p, e in found if p.value]
    if known := _stated(article, [(p, e) for p, e in dated if p.date and not p.date.updated], day):
        return known
    for piece, evidence in dated:
        return Inferred(piece.value, "the article states only when it was last changed", (evidence,))
    for piece, evidence in found:
        return _day_first(evidence, spoken) or Unknown(piece.date.because if piece.date else "")
    story = _story(article)
    plate = [article.cite(b.span) for b in article.blocks if b.rule in _PLATE and b.span.end < story]
    for line, alone in ((e, alone) for e in plate if (alone := set_off_day(e.text))):
        return Inferred(alone, "it stands in the masthead", (line,))
    return _today(article) or Unknown("the article doesn't say when it was published")


def _front_date(article: Article) -> Stated[str] | None:
    known = front(article, "published", "date", "publication date", "pubdate", "date published")
    dates = find_dates(known.value) if known else ()
    return replace(known, value=dates[0].value) if known and dates and dates[0].value else None


def _story(article: Article) -> int:
    return next((b.span.start for b in article.blocks if b.kind == "paragraph"), len(article.text))


def _stated(article: Article, dated: list[Dated], day: Span | None) -> Field[str] | None:
    """Return the date that the lines around the story give.

    One above the story comes before one below, which may be another article's; a labelled one before that of the
    layout, and this before others. Others that differ are of nobody knows what, unless one stands beside the headline.
    """
    story = _story(article)
    for where, lines in (
        ("above", [d for d in dated if d[1].span.start <= story]),
        ("below", [d for d in dated if d[1].span.start > story]),
    ):
        labelled = [d for d in lines if d[0].date and d[0].date.labelled]
        placed = [d for d in lines if day and d[1].span.meets(day)]
        chosen = sorted(labelled or placed or lines, key=lambda d: -len(d[0].value))
        slot = day and (day.start <= story) == (where == "above")
        if day and slot and not (labelled or placed):
            return next(
                (Inferred(d.value, _ALIKE, (article.cite(day),)) for d in find_dates(article.cite(day).text)), None
            )
        if not (labelled or placed) and not all(compatible(chosen[0][0].value, p.value) for p, _ in chosen[1:]):
            chosen = [d for d in chosen if where == "above" and _is_beside_title(article, d[1])]
            if not chosen or any(p.value != chosen[0][0].value for p, _ in chosen):
                return Unknown(_SEVERAL.format(where))
        for piece, evidence in chosen:
            because = piece.date.because if piece.date else ""
            return Inferred(piece.value, because, (evidence,)) if because else Stated(piece.value, (evidence,))
    return None


def _is_beside_title(article: Article, line: Evidence) -> bool:
    """Tell whether a line stands directly above or below the headline."""
    shown = [b for b in article.blocks if b.kind != "removed"]
    pairs = (pair if pair[0].kind == "title" else pair[::-1] for pair in pairwise(shown))
    return any(head.kind == "title" and other.span.meets(line.span) for head, other in pairs)


def _origins(article: Article) -> Iterator[tuple[Piece, Evidence]]:
    """Yield the days on which a line below the story says that it was first published."""
    for block in headers(article, "origin"):
        text, start = article.text[block.span.start : block.span.end], block.span.start
        for d in (d for d in find_dates(text) if d.labelled):
            yield Piece("date", d.start, d.end, d.value, d), article.cite(Span(start + d.start, start + d.end))


def _day_first(evidence: Evidence, spoken: Field[str]) -> Inferred[str] | None:
    """Return a date of which only the language tells whether its day or its month stands first."""
    code = value_of(spoken) or ""
    found = find_dates(evidence.text, day_first=True) if writes_day_first(code) else ()
    name = Locale("en").languages.get(code, code)
    values = (d.value for d in found if d.value)
    return next((Inferred(value, f"the day is read first, as in {name}", (evidence,)) for value in values), None)


def _today(article: Article) -> Inferred[str] | None:
    """Infer the day of a text that says itself which day it calls today, outside of quotation marks."""
    for block in (b for b in article.blocks if b.kind == "paragraph"):
        text, start = article.text[block.span.start : block.span.end], block.span.start
        match = None if QUOTES & set(text) else _TODAY.search(text)
        found = next((d for d in find_dates(text) if d.start == match.end()), None) if match else None
        if found and len(found.value) == len("2025-04-14"):
            return Inferred(found.value, TODAY, (article.cite(Span(start + found.start, start + found.end)),))
    return None
