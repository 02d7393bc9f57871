"""Findings ──▶ figures: numbers that count or measure something in a shown sentence, with what they measure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.figures import measure
from generator.extract.figures.candidates import is_count
from generator.extract.figures.change import NOT_MONEY, direction, leads_to, modifier, rate
from generator.extract.figures.context import concerned, currency, period_of
from generator.extract.figures.measure import Words, subject
from generator.extract.figures.phrases import Quantity
from generator.extract.figures.scanner import has_number, scan, scan_tokens
from generator.extract.figures.sentence import CHANGES, Counted, agrees, bound_before, bound_behind, plural
from generator.lexicons import compiled, wordset
from generator.model import Figure, Findings, Span
from generator.text import Sentence, read_text
from generator.text.words import HYPHENS

__all__ = ["Quantity", "bound_before", "bound_behind", "find_figures", "scan"]

_READ = ("title", "heading", "paragraph", "item", "caption")
"""Blocks in which figures are looked for: not mastheads, nor definitions, which speak in general."""
_COLUMN = re.compile(r"\t|[ \u00a0]{2}|\|")  # 22,018   $ 31,806
_COLUMNS = 2
_CROWD = 20  # more numbers than this, and fewer words than numbers, are a table that was run into one line
_LISTED = compiled("numbered-line")


def find_figures(findings: Findings) -> Findings:
    """Add the figures of an article; needs its dates (which are no figures) and uses its names."""
    figures = [f for s in _sentences(findings) for f in _figures(s)]
    return replace(findings, figures=tuple(figures))


def _sentences(findings: Findings) -> Iterator[Counted]:
    article = findings.article
    text = read_text(article)
    dates, names = text.by_sentence(findings.dates), text.by_sentence(findings.names)
    for n, sentence in enumerate(text.sentences):
        if sentence.kind not in _READ or not has_number(sentence) or _is_row(sentence, article.text):
            continue
        tokens = sentence.pieces
        days = frozenset(i for d in dates[n] for i in range(*tokens.within(d.span)))
        begin = sentence.starts[sentence.story] if sentence.story < len(sentence) else sentence.span.end
        told = tuple(d for d in dates[n] if d.span.start >= begin)  # a dateline dates nothing, and concerns nobody
        near = tuple(name for name in names[n] if name.span.start >= begin)
        yield Counted(article, tokens, scan_tokens(tokens, article.text, days), told, days, near, findings.names)


def _is_row(sentence: Sentence, text: str) -> bool:
    """Tell whether a line is a row of a table: what its numbers mean only the head of the table says."""
    shapes = [word.shape for word in sentence.words]
    if shapes.count("number") > max(_CROWD, shapes.count("word")):
        return True
    columns = 0
    for i, word in enumerate(sentence.words):
        if word.shape == "number" and i:
            sign = i - (sentence.words[i - 1].part == "symbol")
            gap = text[sentence.ends[sign - 1] : sentence.starts[sign]] if sign else ""
            columns += bool(_COLUMN.search(gap))
    return columns >= _COLUMNS


def _figures(s: Counted) -> list[Figure]:
    span = s.tokens.span
    listed = _LISTED.match(s.article.text, span.start, span.end)
    begin = listed.end() if listed else span.start
    kept = [q for q in s.quantities if q.start >= begin and is_count(s, q)]
    out: list[Figure] = []
    last: tuple[Quantity, Words | None] | None = None
    for found in kept:
        q, words = found, _whole(s, found, _measure(s, found))
        reached = last is not None and leads_to(s, last[0], q)
        if last and (reached or _is_same(s, last[0], q)) and not (words and words[0] >= last[0].after):
            words = last[1]
        if q.kind in ("count", "ordinal") and words is None and not reached:
            continue
        out.append(_figure(s, q, words))
        last = (q, words)
    return out


_SAME = re.compile(r"(?:\ (?:an?|per)\ [a-z]{1,12})?,?\ (?:or\ |\()(?:about\ |some\ )?")  # $70 a share, or …


def _is_same(s: Counted, before: Quantity, q: Quantity) -> bool:
    """Tell whether a sum is said again in other terms: ``$70 a share, or [$105 billion]``, ``$7m ([£5m])``."""
    return q.kind == before.kind == "money" and _SAME.fullmatch(s.article.text, before.end, q.start) is not None


def _whole(s: Counted, q: Quantity, words: Words | None) -> Words | None:
    """Return what is measured, unless it is a piece of a clause, or another number stands in it: ``models start``."""
    if words is None or q.kind == "ordinal":
        return words
    begin, last = words[0], words[1] - 1
    sized = s.tokens.low(begin + 1) in HYPHENS  # four 100-catch seasons
    if (s.tokens.words[begin].text[:1].isdigit() and not sized) or s.tokens.words[last].text.isdigit():
        return None
    end = last + (not plural(s.tokens.low(last)))  # 21 of 25 club fights
    acts = any(v.finite and begin < v.first < end and agrees(s.tokens, v.first) for v in s.tokens.verbs)
    starts = begin < last and plural(s.tokens.low(last - 1)) and s.tokens.words[last].kinds >= {"base", "verb"}
    return None if acts or starts else words


def _measure(s: Counted, q: Quantity) -> Words | None:
    """Return the words that say what is measured: behind counts, around money, percentages and quantities."""
    if q.kind == "share":
        return measure.inside(s, q) or measure.after(s, q)
    if q.kind == "ordinal":
        return measure.noun(s, q)
    if s.tokens.low(q.after) == "times":
        return None
    if q.kind == "count":
        loud = q.scaled or "," in s.text(q) or bool(direction(s, q)) or rate(s, q) is not None
        counted = measure.after(s, q) or _casualties(s, q)
        before = subject(s, q.first) if loud and not counted else None
        named = before and (s.is_actor(before) or s.tokens.parts[s.head(before)] == "name")
        return counted or (None if named and not direction(s, q) else before)  # Acme puts thousands on
    return _amount(s, q, changing=bool(direction(s, q)))


def _amount(s: Counted, q: Quantity, *, changing: bool) -> Words | None:
    """Return what money, a percentage or a quantity measures."""
    if q.kind in ("percent", "points"):
        if s.compared(q):
            return None
        part = measure.inside(s, q)
        if part:
            return part
    if changing:
        risen = (modifier(s, k) for k in range(q.after, q.after + 3) if s.tokens.low(k) in CHANGES)
        grown = subject(s, q.first) or next(risen, None)  # a 4 percent [pay] rise
        person = grown and (s.is_actor(grown, ("person",)) or "person" in s.tokens.words[s.head(grown)].kinds)
        return None if person else grown  # who grows plums on 12 hectares isn't 12
    if q.kind == "quantity":
        if _is_away(s, q):
            return None
        if part := measure.inside(s, q):
            return part  # the recall covers 14 tonnes of cheese
    first = _first(s, q)
    taken = q.kind == "money" and s.tokens.word(first - 1).low in NOT_MONEY  # who raised or lost it isn't what it is
    before = None if taken else _unless_doer(s, subject(s, q.first))
    found = _unless_doer(s, measure.attributive(s, q, first)) or before  # who posted $7,500 isn't what it is
    told = q.kind == "percent" and s.tokens.word(first - 1).lemma == "be"  # it is 100 percent safe
    return found or (None if told else _unless_doer(s, measure.noun(s, q))) or measure.inside(s, q)


def _is_away(s: Counted, q: Quantity) -> bool:
    """Tell whether a length is from one thing to another: ``25 miles (40 km) east``, ``within 80 metres of``."""
    low = s.tokens.low
    closed = (k + 1 for k in range(q.after, len(s.tokens)) if low(k) == ")")
    k = next(closed, q.after) if low(q.after) == "(" else q.after
    return low(k) in wordset("measure-away") or low(_first(s, q) - 1) == "within"


def _unless_doer(s: Counted, words: Words | None) -> Words | None:
    """Return what is measured, unless it is somebody who only has, gets or does that: ``the company earned``."""
    if words is None or s.is_actor(words):
        return None
    kinds, verb = s.tokens.words[s.head(words)].kinds, s.tokens.verb_of(words[1])
    gets = verb is not None and verb.first >= words[1] and s.tokens.words[verb.head].lemma in wordset("measure-getting")
    return None if "person" in kinds or ("source" in kinds and gets) else words


def _casualties(s: Counted, q: Quantity) -> Words | None:
    """Return the word that says what happened to those counted without a noun: ``12 dead``, ``killing 14``."""
    if s.tokens.low(q.first - 1) == "of" and "person" in s.tokens.word(q.first - 2).kinds:
        return None  # a mother of two dead
    if s.tokens.word(q.after).low in _STATES:
        return q.after, q.after + 1
    first = _first(s, q)
    acts = q.value >= _SEVERAL and s.tokens.parts[q.after : q.after + 1] == ("verb",) and s.tokens.near(q.after)
    if acts and (first == 0 or s.tokens.parts[first - 1] in ("comma", "break")) and not s.tokens.word(q.after).closed:
        return q.after, q.after + 1  # Six hundred queued
    state = q.after + 1 + (s.tokens.low(q.after + 1) == "left")
    if s.tokens.word(q.after).low in ("were", "are", "remained", "was") and s.tokens.word(state).low in _STATES:
        return state, state + 1
    before = first - 1
    ends = s.tokens.word(q.after).shape in ("mark", "") or s.tokens.low(q.after) in _BEHIND_DEEDS
    return (before, before + 1) if ends and s.tokens.word(before).low in wordset("finder-deeds") else None


_STATES = wordset("finder-states")
_SEVERAL = 10  # fewer without a noun are rather some of those named before
_BEHIND_DEEDS = ("and", "in", "on", "others", "more")


def _first(s: Counted, q: Quantity) -> int:
    """Return the first token of the figure with the words that bound it."""
    bound = s.bound(q)
    if bound is None:
        return q.first
    return next((i for i in range(q.first, -1, -1) if s.tokens.starts[i] <= bound[1]), q.first)


def _figure(s: Counted, q: Quantity, words: Words | None) -> Figure:
    bound = s.bounded(q)
    if bound is None and q.low_end:
        bound = (">=", q.start, q.end)
    way = direction(s, q) if q.kind != "ordinal" else ""
    unit, because = currency(s, q)
    phrase = words and s.cite(*words)
    return Figure(
        **s.article.at(q.start, q.end),
        value=q.value,
        high=q.high,
        unit=unit,
        qualifier=bound[0] if bound else "=",
        kind=q.kind,
        measure=phrase,
        concerns=concerned(s, q, phrase),
        period=None if q.kind == "ordinal" else period_of(s, q, words),
        rule="range" if q.high is not None else "vague" if q.low_end else q.kind,
        hedge=bound and s.article.cite(Span(bound[1], bound[2])),
        per=rate(s, q),
        direction=way,
        because=because,
    )
