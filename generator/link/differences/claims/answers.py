"""Sentences of an article ──▶ what they answer, kept from one build to the next by all that it is read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import chain
from typing import Any

from generator.link.differences.by_article import by_article, numbered, numbered_as
from generator.link.differences.claims.claim import Told
from generator.link.differences.claims.deeds import claims_of, is_told
from generator.link.differences.claims.frame import Frame, Part
from generator.link.differences.claims.frames import frames, joined_of, named
from generator.link.differences.claims.offices import offices
from generator.link.differences.claims.tolls import tolls
from generator.link.differences.corpus import Corpus
from generator.model import Attribute, Kind, Span
from generator.text import VerbGroup


def answers(*attributes: Attribute) -> Callable[[Corpus], Iterator[Told]]:
    """Return what yields the answers of some attributes that single sentences give, article by article."""
    return lambda corpus: (told for told in corpus.once(_all) if told.attribute in attributes)


def _all(corpus: Corpus) -> Iterator[Told]:
    kept = by_article(corpus, "answers", _read, _made, _row)
    for told in chain.from_iterable(kept):
        of = f"story {corpus.story(told.article)} {told.subject}".rstrip()
        yield replace(told, subject=of) if told.attribute is Attribute.HOLDER else told


def _read(corpus: Corpus, article: str) -> tuple[Told, ...]:
    held = offices(corpus, article) if corpus.story(article) is not None else ()
    return (*tolls(corpus, article), *held, *_clauses(corpus, article))


def _clauses(corpus: Corpus, article: str) -> Iterator[Told]:
    """Yield what clauses tell as a fact, or a plan as one."""
    whole = joined_of(corpus, article)
    for line in corpus.lines(article):
        told = corpus.is_story(line) and not line.text.rstrip().endswith("?")
        for frame in frames(corpus, line, whole) if told else ():
            s = whole(line.index)
            if s and is_told(frame):
                yield from claims_of(frame, s)


def _row(corpus: Corpus, article: str, answers: tuple[Told, ...]) -> object:
    """Return answers as JSON: sentences, figures and dates by their numbers, each frame once."""
    figures, dates = numbered(corpus.findings[article])
    clauses = list({id(t.frame): t.frame for t in answers if t.frame}.values())
    at = {id(frame): n for n, frame in enumerate(clauses)}
    rows = [
        (
            *(t.attribute.name, t.subject, t.asked, t.line.index, t.value, t.number, t.question, t.what),
            *(figures[id(t.figure)] if t.figure else None, dates[id(t.date)] if t.date else None),
            *(at[id(t.frame)] if t.frame else None, bool(t.frame and t.frame.line is t.line)),
        )
        for t in answers
    ]
    return rows, [_framed(frame) for frame in clauses]


def _framed(frame: Frame) -> tuple[object, ...]:
    parts = [(sorted(part.ids), part.head, part.bare) for part in (frame.agent, frame.goal)]
    which = frame.line.index, frame.span.start, frame.span.end, frame.opener, frame.verb, frame.lemma, frame.plain
    told = frame.holds, sorted(frame.senses), frame.to[0], sorted(frame.to[1]), frame.asks.name, frame.denied
    return *which, frame.deed, *parts, *told


def _made(corpus: Corpus, article: str, kept: Any) -> tuple[Told, ...]:  # noqa: ANN401 - JSON
    """Return the answers again that ``_row`` wrote."""
    rows, framed = kept
    line = cache(partial(corpus.line, article))
    of_clause = cache(lambda index: named(corpus, line(index)))
    clauses = []
    for (
        index,
        start,
        end,
        opener,
        verb,
        lemma,
        plain,
        deed,
        agent,
        goal,
        holds,
        senses,
        to,
        what,
        asks,
        denied,
    ) in framed:
        which = of_clause(index), Span(start, end), opener, VerbGroup(*verb), lemma, plain
        by, to_whom = (Part(frozenset(ids), head, bare) for ids, head, bare in (agent, goal))
        told = holds, frozenset(senses), (to, frozenset(what)), Kind[asks], denied
        clauses.append(Frame(*which, deed, by, to_whom, *told))
    made = []
    for name, subject, asked, index, value, number, question, also, figure, date, frame, whole in rows:
        of = None if frame is None else clauses[frame]
        sentence = of.line if of and whole else line(index)
        seen = numbered_as(corpus.findings[article], figure, date)
        made.append(Told(Attribute[name], subject, asked, sentence, value, number, *seen, of, question, tuple(also)))
    return tuple(made)
