"""What came first: ``A before B`` in one source, ``B before A`` in another."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator.link.differences.card import Question, card, reading, short
from generator.link.events.finite import read
from generator.link.events.telling import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.link.events.words import Word
    from generator.model import Difference

MOST = 20
"""Sentences of one actor that tell the same two acts one after the other; more are a habit."""
REACH = 8
"""Words after an act that say what it is done to."""
SUBJECT_REACH = 12
"""Words after *before* or *after* within which its own act stands."""

_WORD = re.compile(r"[^\W_]+")
_TURNED = {"before": False, "after": True}
_SAID = frozenset(("statement", "figures", "work", ""))
_ACTING = frozenset(("verb", "in-verb", "gerund", "participle"))
_PARTING = frozenset(("break", "rel", "sub", "that", "comma", "mark", "verb", "in-verb"))


@dataclass(frozen=True, slots=True)
class _Deed:
    """An act and the words and names of what it is done to."""

    act: str
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sequence:
    """Two acts of one sentence in the order of time, and who the sentence names first."""

    line: Line
    who: str
    first: _Deed
    then: _Deed


def order(corpus: Corpus) -> Iterator[Difference]:
    """Compare the order in which two sources tell the same two things."""
    yield from _copied(corpus)
    yield from _told(corpus)


def _copied(corpus: Corpus) -> Iterator[Difference]:
    """Compare sentences that are the same but for one *before* that is an *after*."""
    for passage in corpus.briefing.passages:
        lines = [line for side in passage.sides if (line := corpus.line_of(side))]
        rows = [_WORD.findall(line.text.casefold()) for line in lines]
        if len(rows) > 1 and len(rows[0]) == len(rows[1]) and corpus.same_time(lines[0].article, lines[1].article):
            unlike = [pair for pair in zip(*rows, strict=True) if pair[0] != pair[1]]
            if len(unlike) == 1 and set(unlike[0]) == set(_TURNED):
                told = sorted(zip(unlike[0], lines, strict=True), key=lambda t: t[0])
                yield _card(corpus, told)


def _told(corpus: Corpus) -> Iterator[Difference]:
    """Compare sentences that tell the same two acts of the same actor."""
    told: dict[tuple[str, frozenset[str]], list[_Sequence]] = defaultdict(list)
    for findings in corpus.findings.values():
        article = findings.article
        for index, span in enumerate(article.sentences):
            text = article.text[span.start : span.end].casefold()
            found = _sequence(corpus, corpus.line(article.id, index)) if any(w in text for w in _TURNED) else None
            if found:
                told[found.who, frozenset((found.first.act, found.then.act))].append(found)
    for group in told.values():
        for one, other in combinations(group, 2) if len(group) <= MOST else ():
            if _are_turned(one, other) and _is_one_news(corpus, one, other):
                told_so = ((f"{s.first.act} first, then {s.then.act}", s.line) for s in (one, other))
                yield _card(corpus, sorted(told_so, key=lambda t: t[0]))


def _are_turned(one: _Sequence, other: _Sequence) -> bool:
    return _same(one.first, other.then) and _same(one.then, other.first)


def _same(one: _Deed, other: _Deed) -> bool:
    return one.act == other.act and bool(one.about & other.about)


def _is_one_news(corpus: Corpus, one: _Sequence, other: _Sequence) -> bool:
    here, there = one.line, other.line
    independent = corpus.origins_of((here.sentence,)) != corpus.origins_of((there.sentence,))
    return independent and corpus.same_time(here.article, there.article)


def _sequence(corpus: Corpus, line: Line) -> _Sequence | None:
    """Return the two acts that the only *before* or *after* of a sentence puts in order, or None."""
    names = tuple(n for n, _ in line.names)
    dates = tuple(d for d in line.dates if d.kind == "date")
    words = read(corpus.article(line.article).text, line.sentence.span, names, dates)
    places = [i for i, w in enumerate(words) if w.low in _TURNED]
    if len(places) != 1 or any(w.part == "quote" for w in words):
        return None
    at = places[0]
    inner, outer = (_deed(line, words, at, inner=side) for side in (True, False))
    who = next((e.id for n, e in line.names if e.kind in ("person", "organisation")), None)
    if inner is None or outer is None or who is None or inner.act == outer.act:
        return None
    first, then = (inner, outer) if _TURNED[words[at].low] else (outer, inner)
    return _Sequence(line, who, first, then)


def _end(words: tuple[Word, ...], at: int) -> int:
    """Return where the clause that a sentence begins with ends: at its comma."""
    return next((i for i in range(at, len(words)) if words[i].part == "comma"), len(words))


def _deed(line: Line, words: tuple[Word, ...], at: int, *, inner: bool) -> _Deed | None:
    """Return the act on one side of *before* or *after*: the nearest one to it, or the main one after the comma."""
    end = min(at + SUBJECT_REACH, _end(words, at))
    before, behind = range(at - 1, -1, -1), range(_end(words, at), len(words))
    for i in range(at + 1, end) if inner else before if at else behind:
        act = words[i].act if words[i].part in _ACTING else words[i].happening
        if act and act.kind not in _SAID:
            return _Deed(act.name, frozenset(_about(line, words, i, len(words) if inner or not at else at)))
    return None


def _about(line: Line, words: tuple[Word, ...], act: int, end: int) -> Iterator[str]:
    """Yield the names (as entities) and the stems of the nouns that follow an act."""
    entities = {n.span: e.id for n, e in line.names}
    for word in words[act + 1 : min(act + 1 + REACH, end)]:
        if word.part in _PARTING or word.low in _TURNED:
            return
        if word.name is not None and word.name.span in entities:
            yield f"@{entities[word.name.span]}"
        elif word.part == "noun":
            yield stem(word.low)


def _card(corpus: Corpus, told: Iterable[tuple[str, Line]]) -> Difference:
    answers = tuple(told)
    question = Question(
        "order",
        f"What came first: “{short(answers[0][1].text)}”?",
        "conflict",
        "The sources tell the same two things of the same people, and put them in opposite order.",
    )
    return card(question, (reading(corpus, value, (line.sentence,)) for value, line in answers))
