"""The table of opposite words: which two sources contradict each other with, and which tell two happenings."""

from __future__ import annotations

from functools import cache

from generator.lexicons import table
from generator.text import LEXICON

UNDONE = "undone"


@cache
def opposed() -> tuple[tuple[str, str, str], ...]:
    """Return (kind, word, opposite) of words that can't both be right."""
    return tuple(row for row in _rows() if row[0] != UNDONE)


def undoes(one: str, other: str) -> bool:
    """Tell whether one of two verbs (base forms) undoes what the other tells, or does it again: *close*, *reopen*."""
    return frozenset((one, other)) in _verbs()[0] or one == f"re{other}" or other == f"re{one}"


def excludes(one: str, other: str) -> bool:
    """Tell whether one of two verbs (base forms) undoes the other one, or says the opposite: *pass*, *reject*."""
    return undoes(one, other) or frozenset((one, other)) in _verbs()[1]


@cache
def _verbs() -> tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]:
    """Return the pairs of verbs of which one undoes the other, and those that are opposites."""
    pairs = [(kind, LEXICON[a], LEXICON[b]) for kind, a, b in _rows()]
    verbs = [(kind, frozenset((a.lemma, b.lemma))) for kind, a, b in pairs if "verb" in a.kinds & b.kinds]
    undone, opposite = (frozenset(v for k, v in verbs if (k == UNDONE) == wanted) for wanted in (True, False))
    return undone, opposite


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (kind, one, other)
        for kind, first, second in table("link-opposites")
        for one, other in zip(first.split(), second.split(), strict=True)
    )
