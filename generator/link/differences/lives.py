"""When somebody was born or died, and when something was founded, as each source states it beside the name."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from generator import edtf
from generator.link.differences.card import Question, card, reading
from generator.link.events.finite import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.link.differences.corpus import Corpus, Line
    from generator.link.events.words import Word
    from generator.model import Date, Difference, Entity

MOST = 40
"""Statements of one fact that are compared pair by pair; the rest repeat them."""
REACH = 4
"""Words between an act, or the name after it, and its date: ``in Oslo in``."""

# What happens once to a person or to an organisation, by the kind of name that it must stand beside.
_ONCE = {"born": "person", "died": "person", "founded": "organisation", "established": "organisation"}
_ASKED = {
    "born": "When was {} born",
    "died": "When did {} die",
    "founded": "When was {} founded",
    "established": "When was {} founded",
}
_PASSED_OVER = frozenset(("was", "were", "is", "been", "has", "had", "being", ",", "first", "originally"))
_BEFORE_DATE = frozenset(("in", "on", "of", "at", ",", "as", "early", "late"))


class _Fact(NamedTuple):
    """A date that a sentence gives for something that happens once to an entity."""

    entity: Entity
    asked: str
    date: Date
    line: Line


def lives(corpus: Corpus) -> Iterator[Difference]:
    """Compare the years that sources give for births, deaths and foundings, each named beside its date.

    A source that gives two dates of its own leaves open which one it means.
    """
    called = _called(corpus)
    found: dict[tuple[str, str], list[_Fact]] = defaultdict(list)
    for findings in corpus.findings.values():
        article = findings.article
        places = dict.fromkeys(article.sentence_at(d.span.start) for d in findings.dates if d.value)
        for place in places:
            for fact in _facts(corpus, corpus.line(article.id, place), called) if place is not None else ():
                found[fact.entity.id, fact.asked].append(fact)
    for facts in found.values():
        sure = [f for f in facts[:MOST] if not _wavers(f, facts)]
        for one, other in combinations(sure, 2):
            if not edtf.compatible(one.date.value or "", other.date.value or ""):
                yield _card(corpus, *sorted((one, other), key=lambda f: edtf.sort_key(f.date.value or "")))


def _called(corpus: Corpus) -> dict[str, Entity]:
    """Return the organisations that alone bear a name of one word, for where the name wasn't seen as one."""
    bearers: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in corpus.briefing.entities:
        for mention in entity.mentions if entity.kind == "organisation" else ():
            if mention.form == "name":
                bearers[mention.text][entity.id] = entity
    return {text: next(iter(found.values())) for text, found in bearers.items() if len(found) == 1}


def _wavers(fact: _Fact, facts: list[_Fact]) -> bool:
    """Tell whether the fact's own article, or one of its origin, dates it otherwise too."""
    own = (f for f in facts if f.line.article == fact.line.article)
    return any(not edtf.compatible(fact.date.value or "", f.date.value or "") for f in own)


def _facts(corpus: Corpus, line: Line, called: Mapping[str, Entity]) -> Iterator[_Fact]:
    """Yield what a sentence states of what it names directly before or after the act."""
    if not any(act in line.text for act in _ONCE):
        return
    entities = {n.span: e for n, e in line.names if n.form in ("name", "acronym")}
    names = tuple(n for n, _ in line.names)
    dates = tuple(d for d in line.dates if d.kind == "date")
    words = read(corpus.article(line.article).text, line.sentence.span, names, dates)
    for i, word in enumerate(words):
        kind = _ONCE.get(word.low)
        if kind is None:
            continue
        after = _next_name(words, i, called)
        subject = _before(words, i) if after is None else words[after]
        entity = (entities.get(subject.name.span) if subject.name else called.get(subject.text)) if subject else None
        date = _date(words, i if after is None else after)
        if entity and entity.kind == kind and date and date.basis == "stated":
            yield _Fact(entity, _ASKED[word.low], date, line)


def _next_name(words: tuple[Word, ...], act: int, called: Mapping[str, Entity]) -> int | None:
    """Return the name that an active verb has as its object: ``founded Norvik``, ``founded the Norvik``."""
    passive = act > 0 and words[act - 1].low in _PASSED_OVER
    rest = [i for i in range(act + 1, min(act + 3, len(words))) if words[i].part != "det"]
    known = bool(rest) and (words[rest[0]].name is not None or words[rest[0]].text in called)
    return rest[0] if known and not passive else None


def _before(words: tuple[Word, ...], act: int) -> Word | None:
    """Return the last word before the act, forms of *be* and a comma aside."""
    return next((w for w in reversed(words[:act]) if w.low not in _PASSED_OVER), None)


def _date(words: tuple[Word, ...], start: int) -> Date | None:
    """Return the date that follows, with nothing but a place between."""
    for word in words[start + 1 : start + 2 + REACH]:
        if word.date:
            return word.date
        place = word.name is not None and word.name.kind == "place"
        if word.low not in _BEFORE_DATE and not place:
            return None
    return None


def _card(corpus: Corpus, one: _Fact, other: _Fact) -> Difference:
    question = Question(
        "date",
        f"{one.asked.format(one.entity.name)}?",
        "conflict",
        "Both sources state it beside the name, and the dates can't both be right.",
    )
    return card(question, (reading(corpus, f.date.value or "", (f.line.sentence,)) for f in (one, other)))
