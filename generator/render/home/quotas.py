"""How much of each thing the front page holds."""

from __future__ import annotations

from dataclasses import dataclass

MOST_LISTED = 12
"""Sources up to which all are listed; from more on, they are arranged by story and period."""


@dataclass(frozen=True, slots=True)
class Quotas:
    """The front page fills one or two printed sheets, of about sixty lines each."""

    differences: int = 4
    cites: int = 1  # sources that a line names; how many more there are is told
    stories: int = 8
    named: int = 3  # people, places and organisations that a story names
    occasion: int = 6  # lines on the newest occasion, besides the one that tells it
    setting: int = 2
    speakers: int = 4
    statements: int = 3  # of each of them
    before: int = 6  # happenings of other days
    grown: int = 3
    events: int = 10
    fewest_events: int = 4  # that several origins tell; below that, what a single one tells is taken, too
    each_period: int = 4  # so that one year, or month, doesn't fill the list
    people: int = 6
    few: int = 3  # people, where none is named twice
    agreements: int = 4
    figures: int = 5
    quotes: int = 3
    quotes_each: int = 2  # of one speaker, so that one voice doesn't fill the list
    shortest_quote: int = 8  # words: less is a catchword
    longest_quote: int = 45  # words: more isn't read out
    longest_sentence: int = 50  # words: more can't be taken in at a glance
    longest_title: int = 20  # words of a sentence that stands for a title
    single: int = 3
    planned: int = 4
    sources: int = MOST_LISTED  # the newest


FEW = Quotas()
MANY = Quotas(
    differences=3,
    stories=6,
    events=8,
    each_period=3,
    people=5,
    agreements=4,
    planned=3,
    sources=4,
)
"""Stories, and headings for the periods, take the room that other lists leave."""


def quotas_for(sources: int) -> Quotas:
    """Return how much of each thing the front page of some sources holds."""
    return MANY if sources > MOST_LISTED else FEW
