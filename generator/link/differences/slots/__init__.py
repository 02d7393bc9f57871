"""Articles ──▶ differences: what independent articles of one story give as two values for one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import combinations

from generator.link.content_words import senses_of, stems_of
from generator.link.differences.asked import counted
from generator.link.differences.asking import about
from generator.link.differences.asking import told as clause_of
from generator.link.differences.card import Parts, Question, card, reading, short
from generator.link.differences.claims.counts import SCORED
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import MOST, Match, aligned, weights_of
from generator.link.differences.slots.clause import Telling, known, tellings
from generator.link.differences.slots.gates import equal, fits, near, of_one
from generator.link.differences.slots.slot import Slot, slots_of
from generator.model import SAME_TIME_DAYS, Difference, Kind, Span, Verdict

_LIGHT = frozenset(("be", "have", "do", "get", "go", "come", "take", "make", "give", "put", "set", "keep", "become", "run", "oper", "hold", "includ", "consist", "amount", "receiv", "total", "count", "see", "come", "contain", "compris", "", "employ", "own", "reach", "stand"))
_ANSWERING = frozenset(("say", "tell", "comment", "answer", "speak", "talk", "mention", "ask", "add", "write"))

_ANYBODY = frozenset(s for w in ("people", "person", "man", "woman", "child", "member", "one") for s in senses_of(stems_of(w)))
_BECAUSE = "Articles of one story tell the same of it with two values, and neither gives the other's."
_LATER = "Articles of one story tell the same with two values, {} days apart: it may have changed."


def slots(corpus: Corpus) -> Iterator[Difference]:
    """Compare what the clauses of independent articles of each story give, value by value."""
    for story in corpus.briefing.stories:
        nouns = known(corpus, story)
        told = {
            a: [t for line in corpus.lines(a) if _is_told(corpus, line) for t in tellings(corpus, line, nouns)]
            for a in story
        }
        weights = weights_of(t.features for found in told.values() for t in found)
        sorts: defaultdict[str, defaultdict[str, list[Slot]]] = defaultdict(lambda: defaultdict(list))
        for article in story:
            for t in told[article]:
                for slot in slots_of(t):
                    sorts[slot.sort][article].append(slot)
        for given in sorts.values():
            if sum(map(len, given.values())) <= MOST:
                yield from _compared(corpus, given, weights)


def _is_told(corpus: Corpus, line) -> bool:
    return corpus.is_story(line) and not line.text.rstrip().endswith("?")


def _compared(corpus: Corpus, given, weights) -> Iterator[Difference]:
    for a, b in combinations(given, 2):
        if not _are_independent(corpus, a, b):
            continue
        for found in aligned(given[a], given[b], weights, partial(of_one, corpus)):
            one, other = found.one, found.other
            if not equal(one, other) and near(one, other) and says_same(found) and fits(corpus, one, other):
                yield _card(corpus, one, other)


def _are_independent(corpus: Corpus, one: str, other: str) -> bool:
    again = corpus.one_house(one, other) and not corpus.days_apart(one, other)
    return not again and corpus.of_one_news(one, other)


def says_same(found: Match) -> bool:
    """Tell whether the clauses of two slots say the same of them."""
    one, other, _, cover, shared = found
    a, b = one.deed, other.deed
    same = a == b and a not in _LIGHT
    light = a in _LIGHT and b in _LIGHT
    beside = shared - {a} if a == b else shared
    roles = one.telling.parties & other.telling.parties
    if one.kind == "truth":
        told = not any(t.opener in ("rel", "sub") for t in (one.telling, other.telling))
        return told and a not in _LIGHT and a not in _ANSWERING and bool(beside) and cover >= 0.6
    if one.kind in ("agent", "goal", "place"):
        return same and a not in _ANSWERING and bool(beside) and cover >= 0.6
    if one.kind == "date":
        return bool(beside) and cover >= 0.4 and same and bool(roles) and a not in _ANSWERING
    if one.kind == "result":
        return bool(beside) and cover >= 0.5
    if one.kind == "count":
        if one.head in SCORED or (one.head in _ANYBODY and not same and not light):
            return False
        if a != b and a not in _LIGHT and b not in _LIGHT:
            return cover >= 0.6 and len(beside) >= 3
        return cover >= 0.25 and bool(beside or same)
    if one.head and one.head == other.head:
        return cover >= 0.25
    if one.head and other.head:
        return False
    if roles and cover >= 0.6 and (one.kind == "quantity" or len(beside) >= 2):
        return True
    topics = one.topics & other.topics
    return bool(topics) and cover >= (0.25 if same else 0.4)


def _card(corpus: Corpus, one: Slot, other: Slot) -> Difference:
    kind = one.sort.split()[0]
    days = corpus.days_apart(one.article, other.article)
    fixed = kind not in ("count",)
    if days == 0 or (fixed and days is not None and days <= SAME_TIME_DAYS) or (days is None and corpus.one_story(one.article, other.article)):
        verdict, because = Verdict.CONFLICT, _BECAUSE
    elif kind == "truth":
        verdict, because = Verdict.SCOPE, _LATER.format(days)
    else:
        verdict, because = Verdict.SCOPE, _LATER.format(days)
    return card(Question(*_asked(corpus, one, other), verdict, because), (reading(corpus, short(s.text), (s.line.sentence,)) for s in (one, other)))


def _asked(corpus: Corpus, one: Slot, other: Slot) -> tuple[Kind, Parts]:
    kind = one.sort.split()[0]
    sides = tuple(sorted((one.text, other.text)))
    at = Span(one.telling.s.starts[one.first], one.telling.s.ends[one.end - 1])
    beside = about(corpus, one.line.sentence, at)
    if kind == "truth":
        yes = one if one.telling.holds else other
        s = yes.telling.s
        span = Span(s.starts[yes.telling.tokens[0]], s.ends[yes.telling.tokens[-1]])
        clause = clause_of(corpus, yes.line.sentence, span)
        return Kind.DENIAL, Parts(clause=clause.clause() if clause else "", beside=beside, sides=sides)
    if kind == "date":
        clause = clause_of(corpus, one.line.sentence, at)
        dates = [d.span for d in clause.line.dates if d.kind == "date"] if clause else []
        return Kind.DATE, Parts(clause=clause.clause(dates) if clause else "", beside=beside, sides=sides)
    if kind in ("agent", "goal", "place"):
        return (Kind.NAME if one.value in corpus.ids else Kind.ACT), Parts(beside=beside, sides=sides)
    if one.figure:
        return Kind.FIGURE, counted(corpus, one.line.sentence, one.figure, sides)
    return Kind.FIGURE, Parts(beside=beside, sides=sides)
