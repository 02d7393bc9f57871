"""Claims ──▶ differences: one comparer for all that sources say of one thing; ``Attribute`` is its table."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from generator.link.differences.asked import either
from generator.link.differences.asking import about
from generator.link.differences.asking import told as clause_of
from generator.link.differences.card import Parts, Question, card, reading, short
from generator.link.differences.claims.answers import answers
from generator.link.differences.claims.claim import Found, Told, same_answer
from generator.link.differences.claims.people import ages, terms
from generator.link.differences.claims.periods import periods
from generator.link.differences.claims.series import series
from generator.link.differences.claims.speakers import speakers
from generator.link.differences.claims.verdicts import compared
from generator.link.differences.corpus import Corpus
from generator.link.sets import DisjointSets
from generator.model import Attribute, Difference, Kind

Producer = Callable[["Corpus"], "Iterator[Told]"]

QUESTIONS: tuple[Producer, ...] = (
    answers(Attribute.TOLL),
    ages,
    terms,
    answers(Attribute.DONE, Attribute.PLAN, Attribute.DATE),
    answers(Attribute.OFFICE, Attribute.HOLDER),
    speakers,
)
"""What has one answer, whatever words it is given in."""
CLAUSES: tuple[Producer, ...] = (periods,)
"""What is the same only where the clauses tell the same."""
MOST = 60
"""Answers to one question that are compared pair by pair; more articles than that tell of several happenings."""
ANSWERS = 6
"""Answers that one card shows; more are a series."""

Key = tuple["Attribute", str, str]


def answered(corpus: Corpus, producers: Iterable[Producer]) -> dict[Key, list[Told]]:
    """Return the answers that two articles or more give to one question."""
    found: defaultdict[Key, list[Told]] = defaultdict(list)
    for producer in producers:
        for told in corpus.once(producer):
            found[told.attribute, told.subject, told.asked].append(told)
    return {key: told for key, told in found.items() if len({t.article for t in told}) > 1 or key[0].row.inside}


def questions(corpus: Corpus) -> Iterator[Difference]:
    """Compare the answers that articles on one happening give to the same question."""
    yield from _claims(corpus, QUESTIONS)


def clauses(corpus: Corpus) -> Iterator[Difference]:
    """Compare the clauses that tell the same: its numbers, whether it is so, and on which day."""
    yield from _claims(corpus, CLAUSES)


def _claims(corpus: Corpus, producers: Iterable[Producer]) -> Iterator[Difference]:
    for (attribute, _, _), group in answered(corpus, producers).items():
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
        apart = one.article != other.article or one.attribute.row.inside
        verdict = compared(corpus, one, other) if apart else None
        if verdict:
            sets[verdict].join(i, j)
            differ[verdict].append((i, j))
    for verdict, pairs in differ.items():
        groups: defaultdict[int, dict[int, Told]] = defaultdict(dict)
        for pair in pairs:
            groups[sets[verdict].root(pair[0])] |= {n: found[n] for n in pair}
        for group in groups.values():
            yield from _card(corpus, [group[n] for n in sorted(group)], verdict)


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
        (reading(corpus, short(text), (t.line.sentence for t in own)) for text, own in given),
    )


def _answer(told: Told) -> object:
    if told.attribute is Attribute.DONE and told.frame:
        return told.frame.holds
    if told.what:
        return told.what[0]
    if told.attribute is Attribute.PLAN and told.frame:
        return told.frame.verb.tense == "future"
    return told.date.value if told.attribute is Attribute.DATE and told.date else told.number


def _asked(corpus: Corpus, group: Sequence[Told]) -> tuple[Kind, Parts]:
    """Return the kind of a card, and what its question is made of."""
    first, kind = group[0], group[0].attribute.row.kind
    if first.frame is None:
        asked = first.question or first.asked
        return kind, Parts(asked=asked, what=asked)
    return _told_by_clause(corpus, group)


def _told_by_clause(corpus: Corpus, group: Sequence[Told]) -> tuple[Kind, Parts]:
    """Return the kind and the question of a card about what clauses tell."""
    kind, frames = group[0].attribute.row.kind, [t.frame for t in group if t.frame]
    if kind is Kind.DENIAL and not any(f.denied for f in frames):
        kind = frames[0].asks
    yes = next((f for f in frames if f.holds), frames[0])
    sides = sorted({t.value for t in group})[:2]
    parts = Parts(beside=about(corpus, yes.line.sentence, yes.span), sides=(sides[0], sides[-1]))
    clause = clause_of(corpus, yes.line.sentence, yes.span)
    if clause is None:
        return kind, parts
    if kind in (Kind.ACT, Kind.DIRECTION):
        no = next(f for f in frames if not f.holds)
        opposite = clause_of(corpus, no.line.sentence, no.span)
        both = either(*sorted((clause, opposite), key=lambda c: c.s.low(c.verb.head))) if opposite else ""
        return kind, parts._replace(clause=both or clause.clause())
    dates = (d.span for d in clause.line.dates if d.kind == "date")
    return kind, parts._replace(clause=clause.clause(dates if kind is Kind.DATE else ()))
