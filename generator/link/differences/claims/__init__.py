"""Questions with one answer: how many were killed, how old somebody is, and so on."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from generator.kinds import Parts
from generator.link.differences.card import Question, card, reading
from generator.link.differences.claims.ages import ages
from generator.link.differences.claims.amounts import amounts
from generator.link.differences.claims.claim import context, lead_places, of_one_thing, same_answer
from generator.link.differences.claims.populations import populations
from generator.link.differences.claims.series import series
from generator.link.differences.claims.terms import terms
from generator.link.differences.claims.tolls import tolls
from generator.link.sets import DisjointSets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.link.differences.claims.claim import Claim
    from generator.link.differences.corpus import Corpus
    from generator.model import Difference

QUESTIONS: tuple[Callable[[Corpus], Iterator[Claim]], ...] = (tolls, amounts, ages, populations, terms)
MOST = 60
"""Answers to one question that are compared pair by pair; more articles than that tell of several happenings."""
SHARED = 3
"""Words of meaning that two sentences share that are not an article's news, so that they tell the same."""
ANSWERS = 6
"""Answers that one card shows; more are a series."""


def claims(corpus: Corpus) -> Iterator[Difference]:
    """Compare the answers that independent articles on one happening give to the same question."""
    asked: defaultdict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    for question in QUESTIONS:
        for claim in question(corpus):
            asked[claim.asked, claim.subject, claim.lead].append(claim)
    for found in asked.values():
        if found[0].grows:
            yield from series(corpus, found)
            continue
        single = _single(found) if found[0].lead else found
        if 1 < len(single) <= MOST:
            yield from _compared(corpus, single)


def _single(found: list[Claim]) -> list[Claim]:
    """Return the first answer of each article that gives but one."""
    given: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in found:
        given[claim.line.article].append(claim)
    return [own[0] for own in given.values() if all(same_answer(own[0], other) for other in own[1:])]


def _compared(corpus: Corpus, found: list[Claim]) -> Iterator[Difference]:
    """Yield a card for each happening on which answers differ."""
    leads = {a: lead_places(corpus, a) for a in dict.fromkeys(c.line.article for c in found)}
    sets = DisjointSets(len(found))
    differ: list[tuple[int, int]] = []
    for (i, one), (j, other) in combinations(enumerate(found), 2):
        if _comparable(corpus, leads, one, other):
            sets.join(i, j)
            if not same_answer(one, other) and of_one_thing(one, other):
                differ.append((i, j))
    groups: defaultdict[int, list[Claim]] = defaultdict(list)
    for i, j in differ:
        for n in (i, j):
            if found[n] not in groups[sets.root(i)]:
                groups[sets.root(i)].append(found[n])
    for group in groups.values():
        yield from _card(corpus, group)


def _comparable(corpus: Corpus, leads: dict[str, frozenset[str]], one: Claim, other: Claim) -> bool:
    """Tell whether two articles answer one question about one happening."""
    a, b = one.line.article, other.line.article
    if a == b or not corpus.one_story(a, b):
        return False
    if one.subject:
        return True
    if corpus.days_apart(a, b) is None and not corpus.events_of(one.line) & corpus.events_of(other.line):
        return False
    mine, theirs = leads[a], leads[b]
    if not one.lead:
        mine, theirs = corpus.places(one.line) or mine, corpus.places(other.line) or theirs
        if len(context(one) & context(other)) < SHARED:
            return False
    return not mine or not theirs or bool(mine & theirs)


def _card(corpus: Corpus, group: list[Claim]) -> Iterator[Difference]:
    answers: dict[str, list[Claim]] = {}
    for claim in sorted(group, key=lambda c: (c.number, c.line.article)):
        known = next((text for text, own in answers.items() if own[0].number == claim.number), claim.text)
        answers.setdefault(known, []).append(claim)
    if not 1 < len(answers) <= ANSWERS:
        return
    question = Question("figure", Parts(asked=group[0].asked), *_verdict(corpus, group))
    yield card(question, (reading(corpus, t, (c.line.sentence for c in own)) for t, own in answers.items()))


def _verdict(corpus: Corpus, group: list[Claim]) -> tuple[Literal["conflict", "scope"], str]:
    """Tell whether answers contradict each other, or may have been right one after the other."""
    articles = sorted({c.line.article for c in group})
    apart = [corpus.days_apart(articles[0], a) for a in articles[1:]]
    holds = group[0].days
    if holds is None or all(d is not None and d <= holds for d in apart):
        return "conflict", "Articles on one happening answer one question with numbers that no rounding makes agree."
    days = {corpus.published(a) for a in articles}
    told = sorted(d for d in days if d)
    when = f"told on {' and '.join(told)}" if len(told) > 1 else "it is not known which was told later"
    return "scope", f"Articles on one happening count the same, but the number may have grown: {when}."
