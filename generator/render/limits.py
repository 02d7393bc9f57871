"""How much of each thing the front page holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The front page fills one or two printed sheets, of about sixty lines each."""

    many: int = 12  # from more sources on, it is arranged by topic and period: a list of more can't be taken in
    differences: int = 4
    cites: int = 3  # sources that a line names; how many more there are is told
    topics: int = 8
    named: int = 3  # people, places and organisations that a topic names
    events: int = 10
    fewest_events: int = 4  # that several origins tell; below that, what a single one tells is taken, too
    each_period: int = 4  # so that one year, or month, doesn't fill the list
    people: int = 8
    few: int = 3  # people or organisations, where none is named twice
    organisations: int = 8
    agreements: int = 5
    figures: int = 5
    quotes: int = 3
    quotes_each: int = 2  # of one speaker, so that one voice doesn't fill the list
    shortest_quote: int = 8  # words: less is a catchword
    longest_quote: int = 45  # words: more isn't read out
    longest_sentence: int = 60  # words: more can't be taken in at a glance
    single: int = 4
    planned: int = 5
    sources: int = 8  # the newest, where there are more than ``many``


LIMITS = Limits()
