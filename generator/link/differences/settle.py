"""Differences found one by one ──▶ the register: one card a question, each told once."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.link.sayings import stems_of
from generator.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Difference, Reading

_VERDICTS = ("conflict", "wording", "scope")
_MARK = 6
"""Hexadecimal digits that tell two questions of the same words apart."""

Place = tuple[str, int]


def settled(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Join what asks the same of the same sentences, drop what an earlier conflict tells, and give stable ids.

    The order is conflicts, wordings, scopes, each by id.
    """
    kept: list[Difference] = []
    for one in found:
        twin = next((n for n, other in enumerate(kept) if _joins(one, other)), None)
        if twin is not None:
            kept[twin] = _joined(kept[twin], one)
        elif not any(_covers(other, one) for other in kept):
            kept.append(one)
    return _with_ids(sorted(kept, key=lambda d: (_VERDICTS.index(d.verdict), d.kind, _content(d))))


def _places(difference: Difference) -> set[Place]:
    return {(e.article, e.span.start) for r in difference.readings for e in r.evidence}


def _joins(one: Difference, other: Difference) -> bool:
    """Tell whether two cards of one kind share an answer and its sentence."""
    if (one.kind, one.verdict, one.event) != (other.kind, other.verdict, other.event):
        return False
    if one.question == other.question:
        return True
    mine = {(r.value, e.article, e.span.start) for r in one.readings for e in r.evidence}
    return any((r.value, e.article, e.span.start) in mine for r in other.readings for e in r.evidence)


def _joined(one: Difference, other: Difference) -> Difference:
    readings = {r.value: r for r in one.readings}
    for reading in other.readings:
        known = readings.get(reading.value)
        readings[reading.value] = _more(known, reading) if known else reading
    return replace(one, readings=tuple(readings.values()))


def _more(known: Reading, more: Reading) -> Reading:
    evidence = tuple(dict.fromkeys((*known.evidence, *more.evidence)))
    return replace(known, evidence=evidence, origins=tuple(dict.fromkeys((*known.origins, *more.origins))))


def _covers(earlier: Difference, later: Difference) -> bool:
    """Tell whether an earlier conflict stands in the same sentences of two articles."""
    if earlier.verdict != "conflict" or later.verdict == "wording":
        return False
    shared = _places(earlier) & _places(later)
    return len({article for article, _ in shared}) > 1


def _content(difference: Difference) -> str:
    answers = sorted(" ".join(stems_of(r.value)) or r.value.casefold() for r in difference.readings)
    return f"{difference.kind}|{' '.join(stems_of(difference.question))}|{'|'.join(answers)}"


def _with_ids(differences: list[Difference]) -> tuple[Difference, ...]:
    """Name each difference by its kind, its question and a mark of its content; numbered where even that is alike."""
    seen: defaultdict[str, int] = defaultdict(int)
    out = []
    for difference in differences:
        mark = hashlib.sha256(_content(difference).encode()).hexdigest()[:_MARK]
        name = f"{slug(f'{difference.kind} {difference.question}', 48)}-{mark}"
        seen[name] += 1
        out.append(replace(difference, id=name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return tuple(out)
