"""The members of a list are of one kind: ``Fiji, Tonga and X``."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.extract.names.around import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.names.sentence import Reading, Sentence

CLEAR = 1.9
"""A member of a list this strong speaks for its neighbours …"""

UNCLEAR = 1.0
"""… that are weaker than this."""

LENT = 1.2
"""The strength that a member has from its neighbours alone."""

_JOINING = frozenset({"and", "or", "&", "/"})
_BETWEEN = frozenset({",", "and", "or", "&", "/", ";"})


def coordinated(s: Sentence, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the readings, the unclear members of a list with the kind of its clear ones.

    A comma alone makes no list: it takes three members, or ``and``.
    """
    for n, r in enumerate(readings):
        if r.strength >= UNCLEAR or bare(s, r.start, r.end):
            yield r
            continue
        beside = [
            other
            for other in (*readings[max(0, n - 1) : n], *readings[n + 1 : n + 2])
            if other.strength >= CLEAR and other.form != "demonym" and _listed(s, r, other)
        ]
        if (
            beside
            and (len(beside) > 1 or _conjoined(s, r, beside[0]) or _goes_on(s, readings, n))
            and len({other.kind for other in beside}) == 1
        ):
            kind = beside[0].kind
            because = f"in a list with {s.surface(beside[0].start, beside[0].end)}"
            yield replace(r, kind=kind, strength=LENT, rule="list", because=because)
        else:
            yield r


def _conjoined(s: Sentence, one: Reading, other: Reading) -> bool:
    first, second = sorted((one, other), key=lambda r: r.start)
    return any(s.word(i) in _JOINING for i in range(first.end, second.start))


def _goes_on(s: Sentence, readings: Sequence[Reading], n: int) -> bool:
    """Tell whether at least three members follow each other around the n-th."""
    near = readings[max(0, n - 2) : n + 3]
    return sum(_listed(s, a, b) for a, b in pairwise(near)) > 1


def _listed(s: Sentence, one: Reading, other: Reading) -> bool:
    first, second = sorted((one, other), key=lambda r: r.start)
    between = [s.word(i) for i in range(first.end, second.start)]
    return 0 < len(between) <= 2 and all(w in _BETWEEN for w in between)  # noqa: PLR2004
