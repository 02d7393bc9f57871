"""Findings ──▶ Findings with names: people, organisations, places, events, agreements, works, products."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.names import titles
from generator.extract.names.coordination import coordinated
from generator.extract.names.datelines import dateline
from generator.extract.names.known import learn
from generator.extract.names.metonym import government
from generator.extract.names.runs import runs
from generator.extract.names.segmentation import segment
from generator.extract.names.sentence import sentence
from generator.extract.names.whole import whole
from generator.model import Evidence, Name
from generator.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.extract.names.known import Known
    from generator.extract.names.sentence import Reading, Sentence
    from generator.model import Article, Findings

LISTED = 0.6
"""A weaker reading is noise; from here on a name is listed, at least as a candidate."""


def find_names(findings: Findings) -> Findings:
    """Return the findings with the names of the article's shown blocks, in text order and not overlapping."""
    article = findings.article
    sentences = tuple(_sentences(article))
    first = _readings(sentences, {})
    known = learn([(s, r) for s, r in first if not s.headline])
    found = _readings(sentences, known)
    people: dict[int, list[tuple[int, int]]] = {}
    for s, r in found:
        if r.kind == "person":
            people.setdefault(s.starts[0], []).append((r.start, r.end))
    names = (_name(article, s, r, people.get(s.starts[0], ())) for s, r in found)
    return replace(findings, names=tuple(names))


def _sentences(article: Article) -> Iterator[Sentence]:
    read = read_text(article).sentences
    lower_words = frozenset(w.low for s in read for w in s.words if w.text[0].islower())
    for s in read:
        yield sentence(article.text, s, lower_words)


def _readings(sentences: tuple[Sentence, ...], known: Mapping[str, Known]) -> list[tuple[Sentence, Reading]]:
    found = []
    for s in sentences:
        readings = [r for start, end in runs(s) for r in segment(s, start, end, known)]
        found += [
            (s, r) for r in (*dateline(s), *whole(s, [r for r in coordinated(s, readings) if r.strength >= LISTED]))
        ]
    return found


def support(strength: float) -> float:
    """Return a strength as support from 0 to 1 (a logistic curve: 1 → .5, 2 → .86, 3 → .97)."""
    return round(1 / (1 + math.exp(-1.8 * (strength - 1))), 2)


def _name(article: Article, s: Sentence, r: Reading, people: Sequence[tuple[int, int]]) -> Name:
    start, end = s.starts[r.start], s.ends[r.end - 1]
    others = [p for p in people if p != (r.start, r.end)]
    beside = _titles(article, s, r, others) if r.kind == "person" else ()
    rule, because = r.rule, r.because
    if (ruled := government(s, r)) is not None:
        rule, because = "metonym", f"{because}; {ruled}"
    return Name(
        **article.at(start, end),
        kind=r.kind,
        form=r.form,  # type: ignore[arg-type]
        norm=r.norm or s.surface(r.start, r.end),
        key=r.key,
        titles=beside,
        support=support(r.strength),
        rule=rule,
        because=because,
    )


def _titles(article: Article, s: Sentence, r: Reading, others: Sequence[tuple[int, int]]) -> tuple[Evidence, ...]:
    ranges = titles.beside(s, r.start, r.end, others)
    return tuple(Evidence(**article.at(s.starts[a], s.ends[b - 1])) for a, b in ranges if b > a)
