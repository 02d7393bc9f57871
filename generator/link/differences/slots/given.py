"""Articles ──▶ the values that each gives, kept from one build to the next by all that they are read from."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from inspect import signature
from sys import intern
from typing import Any, NamedTuple, TypeVar

from generator.cache import digest_of, remembered
from generator.link.differences.claims.causes import causes
from generator.link.differences.claims.claim import Told
from generator.link.differences.claims.offices import offices
from generator.link.differences.claims.outcomes import outcomes
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.known import known, sense_at
from generator.link.differences.slots.align import Words
from generator.link.differences.slots.clause import tellings
from generator.link.differences.slots.places import spoken_of
from generator.link.differences.slots.reasons import reasons
from generator.link.differences.slots.slot import slots_of
from generator.link.differences.slots.telling import NOBODY, Role, Slot, Telling
from generator.link.differences.weekdays import named_days
from generator.model import Attribute, Date, Figure, Findings, Kind
from generator.text import VerbGroup

T = TypeVar("T")


class Given(NamedTuple):
    """The words of an article's clauses, all that is asked of them, and what single sentences answer.

    ``asked`` has the words and names of which is asked whether they name something: *turkey*, where another article
    names Turkey; ``several`` the senses of which it speaks as of more than one. The values, clause by clause, are
    ``rows`` until they are asked for.
    """

    words: Words
    several: tuple[str, ...]
    asked: tuple[str, ...]
    told: tuple[Told, ...]
    rows: str
    slots: Callable[[], tuple[Slot, ...]]


def every(corpus: Corpus) -> Iterator[Given]:
    """Yield what each article gives, in order."""
    memory = remembered()
    for article, key in corpus.keys.items():
        yield memory.kept("slots", key, *(partial(do, corpus, article) for do in (_read, _made, _row)))


def key_of(corpus: Corpus, article: str, given: Given) -> str:
    """Return what stands for an article and what it gives, with which of its words name something, and what it is."""
    named = sorted((word, corpus.index.entity(word).kind) for word in corpus.ids.intersection(given.asked))
    return digest_of(f"{corpus.keys[article]} {named}")


def _read(corpus: Corpus, article: str) -> Given:
    about = known(corpus, article)
    lines = [n for n in corpus.lines(article) if corpus.is_story(n) and not n.text.rstrip().endswith("?")]
    told = [t for line in lines for t in tellings(corpus, line, about)]
    clauses = (t for t in told if t.verb or not t.copula)  # no aside
    words = Counter(f for t in clauses for f in sorted(t.features))
    words.update(day for line in lines for day in sorted(named_days(line.dates)))
    slots = tuple(slot for t in told for slot in slots_of(t))
    answers = (*outcomes(corpus, article), *offices(corpus, article), *causes(corpus, article), *reasons(corpus, told))
    asked = sorted({*words}.union(*(_asked(corpus, s) for s in slots)))
    rows = _rows(corpus, article, slots)
    many = {sense_at(t.s, i) for t in told for i in t.tokens if "plural" in t.s.words[i].kinds} - {""}
    return Given((len(told), words), tuple(sorted(many)), tuple(asked), answers, rows, _later(corpus, article, rows))


def _asked(corpus: Corpus, slot: Slot) -> frozenset[str]:
    t = slot.telling
    return spoken_of(corpus, slot) | t.parties | t.carried | t.around | {slot.value, slot.head, slot.deed, t.deed}


def _row(corpus: Corpus, _: str, given: Given) -> object:
    """Return what is given as JSON."""
    return given.words, given.several, given.asked, [row_of(corpus, t) for t in given.told], given.rows


def _made(corpus: Corpus, article: str, kept: Any) -> Given:  # noqa: ANN401 - JSON
    """Return again what ``_row`` wrote."""
    (clauses, words), several, asked, answers, rows = kept
    told = tuple(told_of(corpus, article, row) for row in answers)
    shared = {intern(word): many for word, many in words.items()}
    later = _later(corpus, article, rows)
    return Given((clauses, shared), tuple(several), tuple(map(intern, asked)), told, rows, later)


def _rows(corpus: Corpus, article: str, slots: Sequence[Slot]) -> str:
    """Return values as JSON, each clause once: a tenth of what they are in memory."""
    clauses = [*{id(s.telling): s.telling for s in slots}.values()]
    code = _Code(corpus, article, clauses)
    return json.dumps([[code.row(Telling, t) for t in clauses], [code.row(Slot, s) for s in slots]])


def _later(corpus: Corpus, article: str, rows: str) -> Callable[[], tuple[Slot, ...]]:
    """Return what reads values when they are asked for, and once."""

    @cache
    def slots() -> tuple[Slot, ...]:
        tellings, values = json.loads(rows)
        code = _Code(corpus, article, [_Code(corpus, article).made(Telling, row) for row in tellings])
        return tuple(code.made(Slot, row) for row in values)

    return slots


def row_of(corpus: Corpus, told: Told) -> str:
    """Return an answer as JSON."""
    return json.dumps(_Code(corpus, told.article).row(Told, told))


def told_of(corpus: Corpus, article: str, row: str) -> Told:
    """Return again the answer of an article of which ``row_of`` made a row."""
    return _Code(corpus, article).made(Told, json.loads(row))


@dataclass(frozen=True, slots=True)
class _Code:
    """Turns what is read of an article into JSON and back: findings, sentences and clauses by their numbers."""

    corpus: Corpus
    article: str
    clauses: Sequence[Telling] = ()

    @property
    def found(self) -> Findings:
        """What was found in the article."""
        return self.corpus.findings[self.article]

    def row(self, kind: Callable[..., object], record: object) -> list[object]:
        """Return the fields of a record."""
        return [self._plain(getattr(record, name)) for name in _fields(kind)]

    def _plain(self, value: object) -> object:
        if isinstance(value, frozenset):
            return sorted(value)
        if isinstance(value, Role):
            return value != NOBODY and self.row(Role, value)
        if isinstance(value, Line):
            return value.index
        among = _NUMBERED.get(type(value))
        return value if among is None else next(n for n, one in enumerate(among(self)) if one is value)

    def made(self, kind: Callable[..., T], row: Sequence[Any]) -> T:
        """Return a record again; its words are those of many."""
        return kind(*(self._again(name, row[n], empty) for n, (name, empty) in enumerate(_fields(kind).items())))

    def _again(self, name: str, value: Any, empty: object) -> object:  # noqa: ANN401 - JSON
        if name in _READ:
            return None if value is None else _READ[name](self, value)
        if isinstance(value, list):
            return _set(*value) if isinstance(empty, frozenset) else tuple(value)
        return value


_NUMBERED: Mapping[type, Callable[[_Code], Sequence[object]]] = {
    Figure: lambda code: code.found.figures,
    Date: lambda code: code.found.dates,
    Telling: lambda code: code.clauses,
}
_READ: Mapping[str, Callable[[_Code, Any], object]] = {
    "figure": lambda code, n: code.found.figures[n],
    "date": lambda code, n: code.found.dates[n],
    "telling": lambda code, n: code.clauses[n],
    "line": lambda code, n: code.corpus.line(code.article, n),
    "verb": lambda _, row: VerbGroup(*row),
    "asks": lambda _, name: Kind(name),
    "attribute": lambda _, name: Attribute(name),
    "numbers": lambda _, rows: tuple(map(tuple, rows)),
    **dict.fromkeys(("agent", "goal", "beside"), lambda code, row: code.made(Role, row) if row else NOBODY),
}


@lru_cache(maxsize=1 << 14)  # seven of eight are asked for again, and are large
def _set(*words: str) -> frozenset[str]:
    return frozenset(map(intern, words))


@cache
def _fields(kind: Callable[..., object]) -> Mapping[str, object]:
    """Return the names of the fields of a record, each with what it is where nothing is given."""
    return {field.name: field.default for field in signature(kind).parameters.values()}
