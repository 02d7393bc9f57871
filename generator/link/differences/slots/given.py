"""Articles ──▶ the values that each gives, kept from one build to the next by all that they are read from."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from sys import intern
from typing import Any, NamedTuple

from generator.cache import remembered
from generator.link.differences.asking import told as clause_of
from generator.link.differences.claims.claim import Told
from generator.link.differences.claims.offices import offices
from generator.link.differences.claims.outcomes import outcomes
from generator.link.differences.corpus import Corpus
from generator.link.differences.known import known
from generator.link.differences.slots.align import Words
from generator.link.differences.slots.clause import tellings
from generator.link.differences.slots.places import spoken_of
from generator.link.differences.slots.slot import slots_of
from generator.link.differences.slots.telling import NOBODY, Role, Slot, Telling
from generator.model import Attribute, Date, Figure, Findings, Kind
from generator.text import VerbGroup

_ONCE = frozenset(("found", "establish", "bear", "die", "bury", "marry", "execute"))
"""Lemmas of what happens to one thing once, whenever it is told."""


class Given(NamedTuple):
    """The words of an article's clauses, all that is asked of them, and what single sentences answer.

    ``asked`` has the words and names of which is asked whether they name something, and how rare they are: *turkey*,
    where another article names Turkey. The slots of all clauses are read when they are asked for.
    """

    words: Words
    asked: tuple[str, ...]
    told: tuple[Told, ...]
    slots: Callable[[], tuple[Slot, ...]]


def every(corpus: Corpus) -> Iterator[Given]:
    """Yield what each article gives, in order."""
    memory = remembered()
    for article, key in corpus.keys.items():
        yield memory.kept("slots", key, *(partial(do, corpus, article) for do in (_read, _made, _row)))


def _once(corpus: Corpus, slots: Iterable[Slot]) -> Iterator[Told]:
    """Yield on which day something happened that happens to one thing but once, whatever else is told of it."""
    for slot, date in ((s, s.date) for s in slots if s.telling.lemma in _ONCE):
        if date and date.basis == "stated" and slot.bound == "on" and slot.telling.holds:
            line = corpus.line(slot.article, slot.telling.index)
            clause = clause_of(corpus, line.sentence, date.span)
            when = clause.clause([d.span for d in line.dates]) if clause else ""
            asked = f"When {when}?" if when else Attribute.DATE.row.kind.row.plain
            for whom in sorted(slot.telling.goal.ids or slot.telling.agent.ids):
                yield Told(Attribute.DATE, whom, slot.sort, line, slot.text, date=date, question=asked)


def _read(corpus: Corpus, article: str) -> Given:
    about = known(corpus, article)
    lines = (n for n in corpus.lines(article) if corpus.is_story(n) and not n.text.rstrip().endswith("?"))
    told = [t for line in lines for t in tellings(corpus, line, about)]
    clauses = (t for t in told if (t.verb or not t.copula) and t.opener != "until")  # no aside
    words = Counter(f for t in clauses for f in sorted(t.features))
    slots = tuple(slot for t in told for slot in slots_of(t))
    answers = (*outcomes(corpus, article), *_once(corpus, slots), *offices(corpus, article))
    asked = sorted({*words}.union(*(_asked(corpus, s) for s in slots)))
    return Given((len(told), words), tuple(asked), answers, lambda: slots)


def _asked(corpus: Corpus, slot: Slot) -> frozenset[str]:
    t = slot.telling
    return spoken_of(corpus, slot) | t.parties | t.carried | t.around | {slot.value, slot.head}


def _row(corpus: Corpus, article: str, given: Given) -> object:
    """Return what is given as JSON: figures and dates by their numbers, each clause once."""
    figures, dates = _numbered(corpus.findings[article])
    slots = given.slots()
    told = {id(s.telling): s.telling for s in slots}
    at = {id(t): n for n, t in enumerate(told.values())}
    rows = [
        (
            *(s.sort, at[id(s.telling)], s.first, s.end, s.text, s.number, s.value, s.head),
            *(figures[id(s.figure)] if s.figure else None, s.bound, dates[id(s.date)] if s.date else None),
            *(sorted(s.part), s.deed, sorted(s.features), s.dates, sorted(s.places), s.measure),
        )
        for s in slots
    ]
    clauses = [_told(t) for t in told.values()]
    return given.words, given.asked, [row_of(corpus, t) for t in given.told], clauses, rows


def row_of(corpus: Corpus, t: Told) -> tuple[object, ...]:
    """Return an answer as JSON, without its article."""
    figures, dates = _numbered(corpus.findings[t.article])
    places = figures[id(t.figure)] if t.figure else None, dates[id(t.date)] if t.date else None
    asked = t.attribute.name, t.subject, t.asked, t.line.index, t.value, t.number, t.question, t.what
    return *asked, *places, t.denied, t.modality


def told_of(corpus: Corpus, article: str, row: Any) -> Told:  # noqa: ANN401 - JSON
    """Return again the answer of which ``row_of`` made a row."""
    name, subject, asked, index, text, number, question, what, figure, date, denied, modality = row
    says = subject, asked, corpus.line(article, index), text, number
    places = _numbered_as(corpus.findings[article], figure, date)
    return Told(Attribute[name], *says, *places, question, tuple(what), denied, modality)


def _told(t: Telling) -> tuple[object, ...]:
    roles = [
        r != NOBODY and (r.first, r.end, sorted(r.ids), r.head, sorted(r.named), sorted(r.whose))
        for r in (t.agent, t.goal, t.beside)
    ]
    done = t.index, t.verb, t.opener, t.deed, t.holds, t.asks.name
    return *done, *roles, t.lemma, t.copula, t.plain, t.often, sorted(t.carried), sorted(t.around), t.numbers


def _made(corpus: Corpus, article: str, kept: Any) -> Given:  # noqa: ANN401 - JSON
    """Return again what ``_row`` wrote."""
    (clauses, words), asked, answers, *read = kept
    told = tuple(told_of(corpus, article, row) for row in answers)
    return Given((clauses, words), tuple(asked), told, cache(partial(_slots, corpus, article, *read)))


def _slots(corpus: Corpus, article: str, told: Any, rows: Any) -> tuple[Slot, ...]:  # noqa: ANN401 - JSON
    at = [_telling(article, row) for row in told]
    slots = []
    for sort, n, first, end, text, number, value, head, figure, bound, date, part, *beside in rows:
        deed, features, dates, places, measure = beside
        size, day = _numbered_as(corpus.findings[article], figure, date)
        value_at = sort, at[n], first, end, text, number, value, head
        held = frozenset(part), deed, _set(features), tuple(dates), _set(places), measure
        slots.append(Slot(*value_at, size, bound, day, *held))
    return tuple(slots)


def _telling(article: str, row: Any) -> Telling:  # noqa: ANN401 - JSON
    index, verb, opener, deed, holds, asks, *roles, lemma, copula, plain, often, carried, around, numbers = row
    agent, goal, beside = (_role(role) for role in roles)
    done = VerbGroup(*verb) if verb else None, opener, deed, holds, Kind[asks]
    held = _set(carried), _set(around), tuple((sort, number) for sort, number in numbers)
    return Telling(article, index, *done, agent, goal, beside, lemma, copula, plain, often, *held)


def _role(row: Any) -> Role:  # noqa: ANN401 - JSON
    if not row:
        return NOBODY
    first, end, ids, head, named, whose = row
    return Role(first, end, _set(ids), head, _set(named), _set(whose))


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(map(intern, words))  # many articles have the same ones


def _numbered(found: Findings) -> tuple[dict[int, int], dict[int, int]]:
    """Return the numbers of an article's figures and of its dates, by the ``id`` of each, for a row."""
    figures, dates = ({id(one): n for n, one in enumerate(each)} for each in (found.figures, found.dates))
    return figures, dates


def _numbered_as(found: Findings, figure: int | None, date: int | None) -> tuple[Figure | None, Date | None]:
    """Return the figure and the date that a row has by their numbers."""
    return None if figure is None else found.figures[figure], None if date is None else found.dates[date]
