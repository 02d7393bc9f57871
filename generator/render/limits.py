"""How much of each thing the front page holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The front page fills one or two printed sheets, of about fifty lines each."""

    differences: int = 5
    events: int = 10
    fewest_events: int = 4  # that two sources tell; below that, what a single one tells is taken too
    people: int = 8
    organisations: int = 8
    agreements: int = 5
    figures: int = 5
    quotes: int = 5
    quotes_each: int = 2  # of one speaker, so that one voice doesn't fill the list
    shortest_quote: int = 8  # words: less is a catchword
    longest_quote: int = 45  # words: more isn't read out
    single: int = 5
    planned: int = 5


LIMITS = Limits()
