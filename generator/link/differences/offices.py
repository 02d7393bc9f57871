"""Offices that some sources give a person and others don't."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import table
from generator.link.differences.card import Question, card, reading
from generator.link.entities.titles import office_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus
    from generator.model import Difference, Entity, Evidence

_NOT_HELD = re.compile(r"(?i)\b(?:former|ex|vice|deputy|acting|interim|late|then|elect|designate|incoming|outgoing)\b")
Held = dict[str, dict[str, list["Evidence"]]]


@cache
def _offices() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return (rank, office, pattern), the longest first, so that a general secretary is no secretary."""
    rows = sorted(table("link-offices"), key=lambda row: -len(row[1]))
    return tuple((rank, name, re.compile(rf"(?i)\b{re.escape(name)}\b")) for rank, name in rows)


def offices(corpus: Corpus) -> Iterator[Difference]:
    """Compare the offices of each person over the sources, for articles of about the same time."""
    for entity in corpus.briefing.entities:
        if entity.kind == "person" and entity.page and entity.roles:
            yield from _compared(corpus, entity)


def _compared(corpus: Corpus, person: Entity) -> Iterator[Difference]:
    held = _held(person)
    for office in sorted({o for given in held.values() for o in given if _rank(o) == "head"}):
        having = [a for a in held if office in held[a]]
        lacking = [a for a in held if office not in held[a]]
        if lacking and any(corpus.same_time(a, b) for a in having for b in lacking):
            yield _card(corpus, person, office, held)


def _held(person: Entity) -> Held:
    """Return the offices that each article gives a person, with the words."""
    held: defaultdict[str, dict[str, list[Evidence]]] = defaultdict(dict)
    for role in person.roles:
        text = role.evidence.text
        if not _NOT_HELD.search(text):
            for office in _named(text):
                held[role.evidence.article].setdefault(office, []).append(role.evidence)
    return dict(held)


def _named(title: str) -> Iterator[str]:
    """Yield the offices that a title names: ``President and General Secretary`` names two."""
    rest = office_of(title)
    for _, name, pattern in _offices():
        if pattern.search(rest):
            rest = pattern.sub(" ", rest)
            yield name


def _rank(office: str) -> str:
    return next(rank for rank, name, _ in _offices() if name == office)


def _card(corpus: Corpus, person: Entity, office: str, held: Held) -> Difference:
    having = [e for a in held for e in held[a].get(office, ())]
    others: defaultdict[str, list[Evidence]] = defaultdict(list)
    for given in (held[a] for a in held if office not in held[a]):
        for name, evidence in given.items():
            others[name] += evidence
    silent = len({e.article for found in others.values() for e in found})
    question = Question(
        "office",
        f"Which office: {person.name}?",
        "scope",
        f"Some sources call {person.name} {office}; {silent} that give another title do not say so. "
        "One person can hold several offices, and titles are left out for shortness.",
    )
    sides = {office: having, **{f"{name} only": found for name, found in sorted(others.items())}}
    return card(question, (reading(corpus, name, _sentences(corpus, found)) for name, found in sides.items()))


def _sentences(corpus: Corpus, titles: list[Evidence]) -> tuple[Evidence, ...]:
    """Return the first sentence of each source that gives a title."""
    lines = {t.article: line.sentence for t in reversed(titles) if (line := corpus.line_of(t))}
    return tuple(lines[article] for article in sorted(lines))
