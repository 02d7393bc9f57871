"""Sentences of an article ──▶ what they answer, kept from one build to the next by all that it is read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import Any

from generator.link.differences.by_article import by_article, numbered, numbered_as
from generator.link.differences.claims.claim import Told
from generator.link.differences.claims.offices import offices
from generator.link.differences.claims.tolls import tolls
from generator.link.differences.corpus import Corpus
from generator.model import Attribute


def answers(*attributes: Attribute) -> Callable[[Corpus], Iterator[Told]]:
    """Return what yields the answers of some attributes that single sentences give, article by article."""
    return lambda corpus: (told for told in corpus.once(_all) if told.attribute in attributes)


def told_by_each(corpus: Corpus) -> Iterator[tuple[Told, ...]]:
    """Yield what each article answers, in order."""
    return by_article(corpus, "answers", _read, _made, _row)


def _all(corpus: Corpus) -> Iterator[Told]:
    for told in chain.from_iterable(corpus.once(told_by_each)):
        of = f"story {corpus.story(told.article)} {told.subject}".rstrip()
        yield replace(told, subject=of) if told.attribute is Attribute.HOLDER else told


def _read(corpus: Corpus, article: str) -> tuple[Told, ...]:
    held = offices(corpus, article) if corpus.story(article) is not None else ()
    return (*tolls(corpus, article), *held)


def _row(corpus: Corpus, article: str, answers: tuple[Told, ...]) -> object:
    """Return answers as JSON: sentences, figures and dates by their numbers."""
    figures, dates = numbered(corpus.findings[article])
    return [
        (
            *(t.attribute.name, t.subject, t.asked, t.line.index, t.value, t.number, t.question, t.what),
            *(figures[id(t.figure)] if t.figure else None, dates[id(t.date)] if t.date else None),
        )
        for t in answers
    ]


def _made(corpus: Corpus, article: str, kept: Any) -> tuple[Told, ...]:  # noqa: ANN401 - JSON
    """Return the answers again that ``_row`` wrote."""
    line = cache(partial(corpus.line, article))
    made = []
    for name, subject, asked, index, value, number, question, also, figure, date in kept:
        seen = numbered_as(corpus.findings[article], figure, date)
        made.append(Told(Attribute[name], subject, asked, line(index), value, number, *seen, question, tuple(also)))
    return tuple(made)
