"""Differences found one by one ──▶ the register: one card a question, each told once."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.link.content_words import stems_of
from generator.link.differences.card import folded, told_on
from generator.link.differences.corpus import Corpus
from generator.link.differences.gates import revised
from generator.link.differences.growth import judged
from generator.link.sets import DisjointSets
from generator.model import Difference, Kind, Reading, Verdict
from generator.slug import numbered, slug

_ORDER = tuple(Verdict)
_MARK = 6
"""Hexadecimal digits that tell two questions of the same words apart."""

Place = tuple[str, int]


def settled(corpus: Corpus, found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Join what gives one answer in one sentence, drop what an earlier conflict tells, and give stable ids.

    The order is conflicts, wordings, scopes, each by kind and content.
    """
    told: defaultdict[Place, list[int]] = defaultdict(list)
    kept: list[Difference] = []
    asked: dict[tuple[str, str], int] = {}
    for one in (revised(corpus, judged(corpus, d)) for d in _groups(tuple(found))):
        n = asked.get((one.kind, one.question))
        if n is not None and {r.value for r in one.readings} <= {r.value for r in kept[n].readings}:
            kept[n] = _joined(kept[n], one)
            continue
        if one.verdict is Verdict.WORDING or not _is_told(one, kept, told):
            for place in _places(one):
                told[place].append(len(kept))
            if one.verdict is Verdict.CONFLICT:
                asked.setdefault((one.kind, one.question), len(kept))
            kept.append(one)
    kept = [_in_time(corpus, d) if d.verdict is Verdict.GROWN else d for d in kept]
    return _with_ids(sorted(kept, key=lambda d: (_ORDER.index(d.verdict), d.kind, _content(d))))


def _in_time(corpus: Corpus, difference: Difference) -> Difference:
    """Return what grew with its answers in the order of the reports, each with the days on which it was told."""
    dated = [(r, sorted({corpus.published(e.article) or "" for e in r.evidence})) for r in difference.readings]
    ordered = [r for r, _days in sorted(dated, key=lambda one: one[1])]
    told = (replace(r, because=told_on(corpus, (e.article for e in r.evidence))) for r in ordered)
    return replace(difference, readings=tuple(told))


def _groups(found: tuple[Difference, ...]) -> list[Difference]:
    """Join cards of one kind and verdict that share an answer and its sentence, in the order of their first."""
    sets = DisjointSets(len(found))
    first: dict[tuple[str, ...], int] = {}
    for n, one in enumerate(found):
        for reading in one.readings:
            for e in reading.evidence:
                key = (one.kind, one.verdict, one.event or "", reading.value, e.article, str(e.span.start))
                sets.join(first.setdefault(key, n), n)
    joined: dict[int, Difference] = {}
    for n, one in enumerate(found):
        leader = sets.root(n)
        joined[leader] = _joined(joined[leader], one) if leader in joined else one
    return list(joined.values())


def _places(difference: Difference) -> set[Place]:
    return {(e.article, e.span.start) for r in difference.readings for e in r.evidence}


def _is_told(one: Difference, kept: list[Difference], told: Mapping[Place, list[int]]) -> bool:
    """Tell whether an earlier conflict or count on the same stands in the same sentences of two articles.

    A series that goes on in a third article is told beside the conflict that it begins with; a denial isn't told
    beside the conflict that it is one side of.
    """
    many = len({place[0] for place in _places(one)}) if one.verdict is Verdict.GROWN else 2
    many = 1 if one.verdict is Verdict.DENIED else many
    articles: defaultdict[int, set[str]] = defaultdict(set)
    for place in _places(one):
        for n in told.get(place, ()):
            if _is_settled(kept[n], one) and _on_one_thing(kept[n], one):
                articles[n].add(place[0])
    return any(len(found) >= many for found in articles.values())


def _is_settled(told: Difference, other: Difference) -> bool:
    """Tell whether a card says enough of its sentences: a conflict, or a count beside another card on figures."""
    return told.verdict in (Verdict.CONFLICT, Verdict.WITHDRAWN, Verdict.REVISED) or (
        told.verdict is not Verdict.WORDING and told.kind is other.kind is Kind.FIGURE
    )


def _on_one_thing(one: Difference, other: Difference) -> bool:
    """Tell whether two cards of the same sentences ask the same; numbers and days in them can differ each."""
    if one.verdict is Verdict.WITHDRAWN:
        return one.kind == other.kind
    if not (one.kind.row.several and other.kind.row.several):
        return True
    mine, theirs = ({r.value.casefold() for r in d.readings} for d in (one, other))
    alike = any(f" {a} " in f" {b} " or f" {b} " in f" {a} " for a in mine for b in theirs)
    return one.kind == other.kind and (alike or one.kind is not Kind.FIGURE)


def _joined(one: Difference, other: Difference) -> Difference:
    readings = {folded(r.value): r for r in one.readings}
    for reading in other.readings:
        known = readings.get(folded(reading.value))
        readings[folded(reading.value)] = _more(known, reading) if known else reading
    asked = other.question if one.question == one.kind.row.plain else one.question
    return replace(one, question=asked, readings=tuple(readings.values()))


def _more(known: Reading, more: Reading) -> Reading:
    evidence = tuple(dict.fromkeys((*known.evidence, *more.evidence)))
    return replace(known, evidence=evidence, origins=tuple(dict.fromkeys((*known.origins, *more.origins))))


def _content(difference: Difference) -> str:
    answers = sorted(" ".join(stems_of(r.value)) or r.value.casefold() for r in difference.readings)
    return f"{difference.kind}|{' '.join(stems_of(difference.question))}|{'|'.join(answers)}"


def _with_ids(differences: list[Difference]) -> tuple[Difference, ...]:
    """Name each difference by its kind, its question and a mark of its content; numbered where even that is alike."""
    marks = (hashlib.sha256(_content(d).encode()).hexdigest()[:_MARK] for d in differences)
    names = (f"{slug(f'{d.kind} {d.question}', 48)}-{mark}" for d, mark in zip(differences, marks, strict=True))
    return tuple(replace(d, id=i) for d, i in zip(differences, numbered(names), strict=True))
