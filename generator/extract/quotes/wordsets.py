"""The small closed sets of words that the rules name; see ``quotes-sets.txt``."""

from __future__ import annotations

from functools import cache

from generator.lexicons import table, words


@cache
def wordset(name: str) -> frozenset[str]:
    """Return one of the sets."""
    return frozenset(next(row[1] for row in table("quotes-sets") if row[0] == name).split())


@cache
def wordlist(name: str) -> frozenset[str]:
    """Return the entries of a word list as a set."""
    return frozenset(words(name))
