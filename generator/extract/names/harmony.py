"""The members of a list are of one kind: ``Fiji, Tonga and Xyz``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.names.sentence import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.names.sentence import Reading, Sentence

CLEAR = 2.2
"""A member of a list this strong speaks for its neighbours …"""

UNCLEAR = 1.0
"""… that are weaker than this."""

LENT = 1.2
"""The strength that a member has from its neighbours alone."""

_BETWEEN = frozenset({",", "and", "or", "&", "/", ";"})


def harmonise(s: Sentence, readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the readings, the unclear members of a list with the kind of its clear ones."""
    for n, r in enumerate(readings):
        if r.strength >= UNCLEAR or bare(s, r.start, r.end):
            yield r
            continue
        beside = [
            other
            for other in (*readings[max(0, n - 1) : n], *readings[n + 1 : n + 2])
            if other.strength >= CLEAR and other.form != "demonym" and _listed(s, r, other)
        ]
        if beside and len({other.kind for other in beside}) == 1:
            kind = beside[0].kind
            because = f"in a list with {s.surface(beside[0].start, beside[0].end)}"
            yield replace(r, kind=kind, strength=LENT, rule="list", because=because)
        else:
            yield r


def _listed(s: Sentence, one: Reading, other: Reading) -> bool:
    first, second = sorted((one, other), key=lambda r: r.start)
    between = [s.word(i) for i in range(first.end, second.start)]
    return 0 < len(between) <= 2 and all(w in _BETWEEN for w in between)  # noqa: PLR2004
