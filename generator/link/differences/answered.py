"""Answers to one question ──▶ differences: ages, terms, tolls, offices, …; ``Attribute`` is the table."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from generator.keys import normal
from generator.link.differences.card import Parts, Question, card, reading, short
from generator.link.differences.claims.causes import compare_causes
from generator.link.differences.claims.claim import Found, Told, claim_of, same_answer
from generator.link.differences.claims.offices import compare_offices
from generator.link.differences.claims.outcomes import of_one_kind
from generator.link.differences.claims.people import ages, compare_ages, compare_speakers, speakers
from generator.link.differences.claims.periods import compare_periods, periods
from generator.link.differences.claims.series import series, was_news
from generator.link.differences.claims.terms import compare_terms, terms
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots import given_twice
from generator.link.differences.slots.given import every
from generator.link.differences.slots.reasons import compare_reasons
from generator.link.sets import DisjointSets, gathered
from generator.model import Answer, Attribute, Claim, Difference, Kind, Reading, Verdict

Producer = Callable[["Corpus"], "Iterator[Told]"]


def answers(*attributes: Attribute) -> Producer:
    """Return what yields the answers of some attributes that single sentences give, article by article."""
    return lambda corpus: (told for told in corpus.once(_answers) if told.attribute in attributes)


def _answers(corpus: Corpus) -> Iterator[Told]:
    for told in (told for given in corpus.once(every) for told in given.told):
        of = f"story {corpus.story(told.article)} {told.subject}"
        yield replace(told, subject=of) if told.attribute in (Attribute.CAUSE, Attribute.REASON) else told


def tolls(corpus: Corpus) -> Iterator[Told]:
    """Yield to how many something happened, with one question for those whom articles call otherwise."""
    stories: defaultdict[int | None, list[Told]] = defaultdict(list)
    for told in filter(partial(was_news, corpus), answers(Attribute.TOLL)(corpus)):
        stories[None if corpus.is_small else corpus.story(told.article)].append(told)
    return (told for story in stories.values() for told in of_one_kind(story))


QUESTIONS: tuple[Producer, ...] = (
    tolls,
    ages,
    terms,
    answers(Attribute.OFFICE),
    answers(Attribute.CAUSE),
    answers(Attribute.REASON),
    speakers,
)
"""What has one answer, whatever words it is given in."""
CLAUSES: tuple[Producer, ...] = (periods,)
"""What is the same only where the clauses tell the same."""
MOST = 60
"""Answers to one question that are compared pair by pair; more articles than that tell of several happenings."""
ANSWERS = 6
"""Answers that one card shows; more are a series."""

_TOLD = "Two sources of one story answer a question differently, as somebody else read them; the program only compares."

Key = tuple["Attribute", str, str]


def answered(corpus: Corpus, producers: Iterable[Producer]) -> dict[Key, list[Told]]:
    """Return the answers that two articles or more give to one question."""
    every = (told for producer in producers for told in corpus.once(producer))
    found = gathered(((told.attribute, told.subject, told.asked), told) for told in every)
    return {key: told for key, told in found.items() if len({t.article for t in told}) > 1 or key[0].row.inside}


def questions(corpus: Corpus) -> Iterator[Difference]:
    """Compare the answers that articles on one happening give to the same question."""
    yield from _claims(corpus, QUESTIONS)


def clauses(corpus: Corpus) -> Iterator[Difference]:
    """Compare for which times one number is given."""
    yield from _claims(corpus, CLAUSES)


def supplied(corpus: Corpus) -> Iterator[Difference]:
    """Compare what was claimed as the answer to the same question."""
    every = (claim for found in corpus.briefing.findings for claim in found.claims)
    for claims in gathered((normal(claim.asked), claim) for claim in every).values():
        apart = (c for c in claims if any(_differ(corpus, c, other) for other in claims))
        answers = gathered((_plain(claim), claim) for claim in apart)
        if len(answers) > 1:
            question = Question(Kind.CLAIM, Parts(asked=claims[0].asked), Verdict.CONFLICT, _TOLD)
            yield card(question, (_reading(corpus, found) for found in answers.values()))


def _differ(corpus: Corpus, one: Answer, other: Answer) -> bool:
    apart = one.article != other.article and _plain(one) != _plain(other)
    return apart and corpus.one_story(one.article, other.article)


def _plain(claim: Answer) -> str:
    return "".join(normal(claim.value).split())


def _reading(corpus: Corpus, claims: list[Answer]) -> Reading:
    by = " and ".join(sorted({c.supplied for c in claims}))
    return replace(reading(corpus, claims[0].value, claims, f"supplied by {by}"), basis="supplied")


def told_as_data(corpus: Corpus) -> tuple[Claim, ...]:
    """Return as claims what two articles of one story or measure answer, and the values that two give for one thing."""
    told = (t for group in answered(corpus, (*QUESTIONS, *CLAUSES)).values() for t in group)
    found = {
        (t.article, t.line.sentence.span, t.attribute, t.value, t.subject): t for t in (*given_twice(corpus), *told)
    }
    return tuple(claim_of(corpus, found[place]) for place in sorted(found))


def _claims(corpus: Corpus, producers: Iterable[Producer]) -> Iterator[Difference]:
    for (attribute, _, _), group in answered(corpus, producers).items():
        rule = attribute.row
        if rule.grows:
            yield from series(corpus, group)
        elif len(group) <= MOST:
            yield from _compared(corpus, _single(group) if rule.single else group)


def _single(found: Sequence[Told]) -> list[Told]:
    """Return the first answer of each article that gives but one."""
    given = gathered((told.article, told) for told in found)
    return [own[0] for own in given.values() if all(same_answer(own[0], other) for other in own[1:])]


def _compared(corpus: Corpus, found: Sequence[Told]) -> Iterator[Difference]:
    """Yield a card for each happening on which answers differ, and for each verdict on them."""
    sets: defaultdict[Found, DisjointSets] = defaultdict(lambda: DisjointSets(len(found)))
    differ: defaultdict[Found, list[tuple[int, int]]] = defaultdict(list)
    for (i, one), (j, other) in combinations(enumerate(found), 2):
        apart = one.article != other.article or one.attribute.row.inside
        verdict = _COMPARED[one.attribute](corpus, one, other) if apart else None
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
        answers.setdefault(told.what[0] if told.what else told.number, []).append(told)
    if 1 < len(answers) <= ANSWERS:
        given = ((own[0].value, own) for own in answers.values())
        asked = next((t.question for t in group if t.question), group[0].asked)
        yield card(
            Question(group[0].attribute.row.kind, Parts(asked=asked, what=asked), *verdict),
            (reading(corpus, short(text), (t.line.sentence for t in own)) for text, own in given),
        )


_COMPARED: Mapping[Attribute, Callable[[Corpus, Told, Told], Found | None]] = {
    Attribute.AGE: compare_ages,
    Attribute.TERM: compare_terms,
    Attribute.PERIOD: compare_periods,
    Attribute.SPEAKER: compare_speakers,
    Attribute.CAUSE: compare_causes,
    Attribute.REASON: compare_reasons,
    Attribute.OFFICE: compare_offices,
}
"""How the answers of an attribute are compared."""
