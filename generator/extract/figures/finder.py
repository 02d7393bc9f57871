"""Findings ──▶ Findings: the figures of every shown sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.figures import measure
from generator.extract.figures.bounds import bound_before, bound_behind
from generator.extract.figures.change import NOT_MONEY, direction, led_to
from generator.extract.figures.context import concerned, currency, period_of, rate
from generator.extract.figures.keep import keeps
from generator.extract.figures.scanner import scan
from generator.extract.figures.sentence import Sentence
from generator.extract.figures.tokens import at, tokens_of
from generator.extract.figures.wordsets import wordset
from generator.model import Evidence, Figure, Findings, Span

if TYPE_CHECKING:
    from generator.extract.figures.measure import Words
    from generator.extract.figures.phrases import Quantity

_READ = ("title", "heading", "paragraph", "item", "caption")
"""Blocks in which figures are looked for: not mastheads, nor definitions, which speak in general."""
_LISTED = re.compile(r"\s*(?:[•●▪*–-]\s*)?(?:\(?[0-9]{1,3}(?:[.-][0-9]{1,3}){0,4}[.)](?=\s)|\(?[ivx]{1,5}\)\s)")


def find_figures(findings: Findings) -> Findings:
    """Add the figures of an article; needs its dates (which are no figures) and uses its names."""
    figures = [f for s in _sentences(findings) for f in _figures(s)]
    return replace(findings, figures=tuple(figures))


def _sentences(findings: Findings) -> list[Sentence]:
    article = findings.article
    out = []
    for block in article.blocks:
        if block.kind not in _READ:
            continue
        for span in block.sentences:
            text = article.text[span.start : span.end]
            if not any(c.isdigit() for c in text) and len(text) > _LONG:
                continue
            dates = tuple(d for d in findings.dates if span.holds(d.span))
            names = tuple(n for n in findings.names if span.holds(n.span))
            out.append(Sentence(article, span.start, text, tokens_of(text), scan(text), dates, names, findings.names))
    return out


_LONG = 20_000
"""Characters of a sentence without a digit that is no sentence."""


def _figures(s: Sentence) -> list[Figure]:
    listed = _LISTED.match(s.text)
    begin = listed.end() if listed else 0
    kept = [q for q in s.quantities if q.start >= begin and keeps(s, q)]
    out: list[Figure] = []
    last: tuple[Quantity, Words | None] | None = None
    for n, q in enumerate(kept):
        words = _measure(s, q)
        reached = last is not None and led_to(s, last[0], q) is not None
        if last and reached and not _own(words, last[0]):
            words = last[1]
        if q.kind == "count" and words is None and not (q.scaled or reached or _elliptic(s, q)):
            continue
        following = kept[n + 1] if n + 1 < len(kept) else None
        out.append(_figure(s, q, words, following))
        last = (q, words)
    return out


def _own(words: Words | None, before: Quantity) -> bool:
    return words is not None and words[0] >= before.after


def _measure(s: Sentence, q: Quantity) -> Words | None:
    """Return the words that say what is measured: behind counts, around money, percentages and quantities."""
    if q.kind == "ordinal":
        return measure.noun(s, q) or measure.owned(s, q)
    if q.kind == "share":
        return measure.inside(s, q) or measure.after(s, q)
    if q.kind == "count":
        loud = q.scaled or "," in s.text[q.start : q.end] or bool(direction(s, q)) or rate(s, q) is not None
        return measure.after(s, q) or _casualties(s, q) or (measure.subject(s, q.first) if loud else None)
    return _amount(s, q, changing=bool(direction(s, q)))


def _amount(s: Sentence, q: Quantity, *, changing: bool) -> Words | None:
    """Return what money, a percentage or a quantity measures."""
    if q.kind in ("percent", "points"):
        part = measure.inside(s, q) or (measure.changed(s, q) if changing else None)
        if part:
            return part
    if changing:
        return measure.subject(s, q.first)
    first = _first(s, q)
    taken = q.kind == "money" and at(s.tokens, first - 1).low in NOT_MONEY  # who raised or lost it isn't what it is
    found = measure.attributive(s, q, first) or (None if taken else measure.subject(s, q.first))
    return found or measure.noun(s, q) or measure.inside(s, q)


def _elliptic(s: Sentence, q: Quantity) -> bool:
    """Tell whether a count without a noun stands for things just named: ``a hundred of them``, ``six were missing``."""
    after, following = at(s.tokens, q.after).low, at(s.tokens, q.after + 1).low
    if after == "of" and following in _WHOLES:
        return True
    if after == "times":
        return True
    before = at(s.tokens, q.first - 1)
    fresh = before.low in ("and", ",", ";", "", "some", "about", "another", "but") or bound_before(s.text, q.start)
    counted = any(o.kind == "count" and o.start < q.start for o in s.quantities)
    return bool(fresh) and (
        after in _ELLIPSIS or (before.low == "and" and counted and q.form == "digits" and after == "in")
    )


def _casualties(s: Sentence, q: Quantity) -> Words | None:
    """Return the word that says what happened to those counted without a noun: ``12 dead``, ``killing 14``."""
    if at(s.tokens, q.after).low in _STATES:
        return q.after, q.after + 1
    if at(s.tokens, q.after).low in ("were", "are", "remained", "was") and at(s.tokens, q.after + 1).low in _STATES:
        return q.after + 1, q.after + 2
    before = _first(s, q) - 1
    ends = at(s.tokens, q.after).kind in ("sign", "none") or at(s.tokens, q.after).low in (
        "and",
        "in",
        "on",
        "others",
        "more",
    )
    return (before, before + 1) if ends and at(s.tokens, before).low in _DEEDS else None


_WHOLES = wordset("finder-wholes")
_ELLIPSIS = wordset("finder-ellipsis")
_STATES = wordset("finder-states")
_DEEDS = wordset("finder-deeds")


def _first(s: Sentence, q: Quantity) -> int:
    """Return the first token of the figure with the words that bound it."""
    bound = bound_before(s.text, q.start)
    if bound is None:
        return q.first
    return next((i for i in range(q.first, -1, -1) if s.tokens[i].start <= bound[1]), q.first)


def _figure(s: Sentence, q: Quantity, words: Words | None, following: Quantity | None) -> Figure:
    bound = bound_before(s.text, q.start) or bound_behind(s.text, q.end)
    if bound is None and q.low_end:
        bound = (">=", q.start, q.end)
    way = direction(s, q) if q.kind != "ordinal" else ""
    target = led_to(s, q, following)
    unit, because = currency(s, q)
    phrase = words and _cite(s, s.tokens[words[0]].start, s.tokens[words[1] - 1].end)
    return Figure(
        **s.article.at(s.start + q.start, s.start + q.end),
        value=q.value,
        high=q.high,
        unit=unit,
        qualifier=bound[0] if bound else "=",
        kind=q.kind,
        measure=phrase,
        concerns=concerned(s, q, phrase),
        period=None if q.kind == "ordinal" else period_of(s, q),
        change_to=Span(s.start + target.start, s.start + target.end) if target else None,
        rule=q.rule,
        hedge=bound and _cite(s, bound[1], bound[2]),
        per=rate(s, q),
        direction=way,
        because=because,
    )


def _cite(s: Sentence, start: int, end: int) -> Evidence:
    return s.article.cite(Span(s.start + start, s.start + end))
