"""The small closed sets of words that the rules ask for by name."""

from __future__ import annotations

from functools import cache

from generator.lexicons import table


@cache
def wordset(name: str) -> frozenset[str]:
    """Return the words of one set of ``figures-sets.txt``."""
    return frozenset(word for key, words in table("figures-sets") if key == name for word in words.split())
