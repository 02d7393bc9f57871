"""The word lists that names are recognised by, in the form that the scorers ask for."""

from __future__ import annotations

from functools import cache

from generator.lexicons import listed, table, words, wordset
from generator.text import forms

PARTICLES = listed("names-particles")
"""Lower-case words inside personal names of many languages."""

CONNECTORS = frozenset({"of", "for", "and", "the", "&", "on", "in", "to", "at", "with", "against"})
"""Lower-case words inside names of organisations, agreements and events."""

SUFFIXES = wordset("names-suffixes")
"""Words after a personal name."""


@cache
def given() -> frozenset[str]:
    """Return given names."""
    return listed("names-given")


@cache
def family() -> frozenset[str]:
    """Return family names."""
    return listed("names-family")


@cache
def common() -> frozenset[str]:
    """Return ordinary words, in lower case."""
    return function_words() | listed("names-common")


@cache
def function_words() -> frozenset[str]:
    """Return articles, pronouns, prepositions and their kin, in lower case."""
    return frozenset[str]().union(*map(forms, wordset("names-function"))) - {"long", "worth"}


@cache
def calendar() -> frozenset[str]:
    """Return weekdays, months, time zones and currency codes, in lower case."""
    return forms("month") | forms("weekday") | listed("names-calendar")


@cache
def titles() -> frozenset[str]:
    """Return the single words that end a title (``president``), in lower case."""
    return frozenset(title.rsplit(" ", 1)[-1] for title in words("names-titles") if " of " not in title)


@cache
def long_titles() -> frozenset[str]:
    """Return the titles of several words (``district attorney``), in lower case."""
    return frozenset(title for title in words("names-titles") if " " in title)


@cache
def title_words() -> frozenset[str]:
    """Return every word that may stand in a title, in lower case."""
    inside = {w for title in words("names-titles") for w in title.split()}
    return frozenset((inside | set(words("names-titlemods"))) - CONNECTORS)


@cache
def heads(position: str) -> dict[str, tuple[str, ...]]:
    """Return the head nouns for a position (``end``, ``of``, ``start``), each with the kinds that it shows."""
    found: dict[str, list[str]] = {}
    for word, kind, where in table("names-heads"):
        if where == position:
            found.setdefault(word, []).append(kind)
    return {word: tuple(kinds) for word, kinds in found.items()}


@cache
def cues(sort: str) -> dict[str, str]:
    """Return the cue words of a sort, each with the kind that it speaks for."""
    return {word: kind for word, kind, where in table("names-cues") if where == sort}
