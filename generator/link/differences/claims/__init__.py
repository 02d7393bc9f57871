"""Claims ──▶ differences: one comparer for all that sources say of one thing; ``Attribute`` is its table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.differences.asked import counted, either, measured
from generator.link.differences.asking import told as clause_of
from generator.link.differences.card import Parts, Question, card, reading, short
from generator.link.differences.claims.amounts import amounts, restated
from generator.link.differences.claims.claim import Told, claim_of, same_answer
from generator.link.differences.claims.counts import compared as counts_compared
from generator.link.differences.claims.counts import counts, harm_of
from generator.link.differences.claims.deeds import dates_fit, deeds, of_one
from generator.link.differences.claims.people import ages, terms
from generator.link.differences.claims.series import series
from generator.link.differences.claims.tolls import tolls
from generator.link.differences.facts import amends
from generator.link.sets import DisjointSets
from generator.model import Attribute, Kind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.link.differences.claims.frames import Frame
    from generator.link.differences.corpus import Corpus
    from generator.model import Claim, Difference

    Found = tuple[Verdict, str]

Producer = Callable[["Corpus"], "Iterator[Told]"]

QUESTIONS: tuple[Producer, ...] = (tolls, amounts, ages, terms, deeds)
"""What has one answer, whatever words it is given in."""
CLAUSES: tuple[Producer, ...] = (restated, counts)
"""What is the same only where the clauses tell the same."""
MOST = 60
"""Answers to one question that are compared pair by pair; more articles than that tell of several happenings."""
CLOSE = 2
"""Names that two sentences share, so that they tell of one thing in articles that tell no story known as one."""
ANSWERS = 6
"""Answers that one card shows; more are a series."""

Key = tuple["Attribute", str, str]


def asked(corpus: Corpus, producers: Iterable[Producer]) -> dict[Key, list[Told]]:
    """Return the answers that two articles or more give to one question."""
    found: defaultdict[Key, list[Told]] = defaultdict(list)
    for producer in producers:
        for told in corpus.once(producer):
            found[told.attribute, told.subject, told.asked].append(told)
    return {key: group for key, group in found.items() if len({t.article for t in group}) > 1}


def questions(corpus: Corpus) -> Iterator[Difference]:
    """Compare the answers that articles on one happening give to the same question."""
    yield from _claims(corpus, QUESTIONS)


def clauses(corpus: Corpus) -> Iterator[Difference]:
    """Compare the clauses that tell the same: its numbers, whether it is so, and on which day."""
    yield from _claims(corpus, CLAUSES)


def _claims(corpus: Corpus, producers: Iterable[Producer]) -> Iterator[Difference]:
    for (attribute, _, _), group in asked(corpus, producers).items():
        rule = attribute.row
        if rule.grows:
            yield from series(corpus, group)
        elif len(group) <= MOST:
            yield from _compared(corpus, _single(group) if rule.single else group)


def _single(found: Sequence[Told]) -> list[Told]:
    """Return the first answer of each article that gives but one."""
    given: defaultdict[str, list[Told]] = defaultdict(list)
    for told in found:
        given[told.article].append(told)
    return [own[0] for own in given.values() if all(same_answer(own[0], other) for other in own[1:])]


def _compared(corpus: Corpus, found: Sequence[Told]) -> Iterator[Difference]:
    """Yield a card for each happening on which answers differ, and for each verdict on them."""
    sets: defaultdict[Found, DisjointSets] = defaultdict(lambda: DisjointSets(len(found)))
    differ: defaultdict[Found, list[tuple[int, int]]] = defaultdict(list)
    for (i, one), (j, other) in combinations(enumerate(found), 2):
        verdict = _verdict(corpus, one, other) if one.article != other.article else None
        if verdict:
            sets[verdict].join(i, j)
            differ[verdict].append((i, j))
    for verdict, pairs in differ.items():
        groups: defaultdict[int, dict[int, Told]] = defaultdict(dict)
        for pair in pairs:
            groups[sets[verdict].root(pair[0])] |= {n: found[n] for n in pair}
        for group in groups.values():
            yield from _card(corpus, [group[n] for n in sorted(group)], verdict)


def _verdict(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Return how two answers differ, or None where they agree or nothing may be said."""
    return _COMPARED.get(one.attribute, _numbers)(corpus, one, other)


def _numbers(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two numbers that articles on one happening give as their answer."""
    a, b, rule = one.article, other.article, one.attribute.row
    if same_answer(one, other) or not (corpus.of_one_news(a, b) or _is_close(corpus, one, other)):
        return None
    if rule.far and abs(one.number - other.number) >= rule.far:
        return None
    apart = corpus.days_apart(a, b)
    if rule.days is None or (apart is not None and apart <= rule.days):
        return (
            Verdict.CONFLICT,
            "Articles on one happening answer one question with numbers that no rounding makes agree.",
        )
    days = sorted({d for d in (corpus.published(a), corpus.published(b)) if d})
    when = f"told on {' and '.join(days)}" if len(days) > 1 else "it is not known which was told later"
    return Verdict.SCOPE, f"Articles on one happening count the same, but the number may have grown: {when}."


def _is_close(corpus: Corpus, one: Told, other: Told) -> bool:
    """Tell whether two sentences of the same days name so much in common that they tell one thing."""
    if not corpus.same_time(one.article, other.article):
        return False
    return bool(one.subject) and len(one.line.entities & other.line.entities) >= CLOSE


def _done(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare whether something was done: what isn't done yet may be done when the next one writes."""
    a, b = _frames(one, other)
    if (a.verb.tense == "future") != (b.verb.tense == "future"):
        return None
    if a.holds == b.holds or not a.goal.same(b.goal) or not dates_fit(corpus, a, b) or not of_one(corpus, a, b):
        return None
    if (a.denied or b.denied) and not (a.is_plain and b.is_plain):
        return None
    yes, no = (a, b) if a.holds else (b, a)
    past = no.verb.tense == yes.verb.tense == "past" and not no.verb.aspect
    near = corpus.same_time(one.article, other.article) or (past and corpus.of_one_news(one.article, other.article))
    if amends(one.line.text) or amends(other.line.text) or not near:
        return None
    if no.verb.aspect == "perfect" or no.verb.tense == "present":
        told = corpus.published(yes.line.article), corpus.published(no.line.article)
        if None in told or (told[0] or "") > (told[1] or ""):
            return None
    return Verdict.CONFLICT, "One source tells that it is so, and another that it isn't, and they report the same days."


def _dates(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare the days that sources give for what happens once."""
    a, b = _frames(one, other)
    mine, theirs = (t.date.value if t.date and t.date.value else "" for t in (one, other))
    if edtf.compatible(mine, theirs):
        return None
    if one.asked.startswith("once"):
        return Verdict.CONFLICT, "It happens but once, and the sources give two dates for it."
    return _days(corpus, one, other) if of_one(corpus, a, b) else None


def _days(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two days of one happening: a plan may have been moved since it was announced."""
    ahead = [_is_ahead(corpus, told) for told in (one, other)]
    if not corpus.same_time(one.article, other.article) and not corpus.of_one_news(one.article, other.article):
        return None
    if all(ahead) and (corpus.days_apart(one.article, other.article) or 0) > 1:
        return Verdict.SCOPE, "Sources announce one happening for two days: it may have been moved."
    if ahead[0] != ahead[1]:
        return (
            Verdict.SCOPE,
            "One source announces it for one day, another tells it of another day: it may have been moved.",
        )
    return Verdict.CONFLICT, "Sources tell one happening and give two days for it."


def _is_ahead(corpus: Corpus, told: Told) -> bool:
    published = corpus.published(told.article)
    return bool(published and told.date and (edtf.days_between(published, told.date.value or "") or 0) > 0)


def _frames(one: Told, other: Told) -> tuple[Frame, Frame]:
    if one.frame is None or other.frame is None:
        msg = "a deed has a frame"
        raise TypeError(msg)
    return one.frame, other.frame


def _same_words(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare the numbers of two sentences of the same words."""
    if same_answer(one, other) or not corpus.same_time(one.article, other.article):
        return None
    days = corpus.days_apart(one.article, other.article)
    if days:
        return (
            Verdict.SCOPE,
            f"Two sentences have the same words, but were published {days} days apart: it may have changed.",
        )
    return (
        Verdict.CONFLICT,
        "Two sentences of the same words, in articles that report the same days, give different numbers.",
    )


_COMPARED: Mapping[Attribute, Callable[[Corpus, Told, Told], Found | None]] = {
    Attribute.COUNT: counts_compared,
    Attribute.RESTATED: _same_words,
    Attribute.DONE: _done,
    Attribute.DATE: _dates,
}
"""How the answers of an attribute are compared; all others are numbers."""


def _card(corpus: Corpus, group: Sequence[Told], verdict: Found) -> Iterator[Difference]:
    answers: dict[object, list[Told]] = {}
    for told in sorted(group, key=lambda t: (t.number, t.date.value or "" if t.date else "", t.article)):
        answers.setdefault(_answer(told), []).append(told)
    if not 1 < len(answers) <= ANSWERS:
        return
    kind, parts = _asked(corpus, group)
    given = ((own[0].value, own) for own in answers.values())
    yield card(
        Question(kind, parts, *verdict),
        (reading(corpus, short(text), (t.line.sentence for t in own), _when(own)) for text, own in given),
    )


def _answer(told: Told) -> object:
    if told.attribute is Attribute.DONE and told.frame:
        return told.frame.holds
    return told.date.value if told.attribute is Attribute.DATE and told.date else told.number


def _when(own: Sequence[Told]) -> str:
    period = own[0].figure.period if own[0].attribute is Attribute.COUNT and own[0].figure else None
    return f"for {period.text}" if period else ""


def _asked(corpus: Corpus, group: Sequence[Told]) -> tuple[Kind, Parts]:
    """Return the kind of a card, and what its question is made of."""
    first, kind = group[0], group[0].attribute.row.kind
    if first.attribute is Attribute.RESTATED and first.figure:
        return kind, counted(corpus, first.line.sentence, first.figure, (group[0].value, group[-1].value))
    if first.attribute is Attribute.COUNT:
        return kind, measured(corpus, [(t.figure, t.line.sentence) for t in group if t.figure], harm_of(group))
    if first.frame is None:
        return kind, Parts(asked=first.asked)
    if kind is Kind.DENIAL and not any(t.frame and t.frame.denied for t in group):
        kind = first.frame.asks
    yes = next((t.frame for t in group if t.frame and t.frame.holds), first.frame)
    clause = clause_of(corpus, yes.line.sentence, yes.span)
    dates = () if clause is None or kind is not Kind.DATE else (d.span for d in clause.line.dates if d.kind == "date")
    sides = sorted({t.value for t in group})[:2]
    if kind in (Kind.ACT, Kind.DIRECTION) and clause:
        no = next(t.frame for t in group if t.frame and not t.frame.holds)
        opposite = clause_of(corpus, no.line.sentence, no.span)
        both = either(*sorted((clause, opposite), key=lambda c: c.s.low(c.verb.head))) if opposite else ""
        return kind, Parts(clause=both, sides=(sides[0], sides[-1]))
    return kind, Parts(clause=clause.clause(dates) if clause else "", sides=(sides[0], sides[-1]))


def told_as_data(corpus: Corpus) -> tuple[Claim, ...]:
    """Return the claims that answer questions that two articles of one story or measure answer."""
    found = dict.fromkeys(
        claim_of(corpus, t) for group in asked(corpus, (*QUESTIONS, *CLAUSES)).values() for t in group
    )
    return tuple(sorted(found, key=lambda c: (c.evidence.article, c.evidence.span, c.attribute, c.value, c.subject)))
