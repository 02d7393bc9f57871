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
    """Tell whether one of two verbs (base forms) undoes what the other tells: *close*, *reopen*."""
    return frozenset((one, other)) in _undone()


@cache
def _undone() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((LEXICON[a].lemma, LEXICON[b].lemma)) for kind, a, b in _rows() if kind == UNDONE)


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (kind, one, other)
        for kind, first, second in table("link-opposites")
        for one, other in zip(first.split(), second.split(), strict=True)
    )
