"""What somebody wrote to make the comparers slow doesn't."""

from __future__ import annotations

import pytest
import timing
from test_differences import linked

from generator.link.differences.aligned import aligned
from generator.link.differences.answered import clauses, questions
from generator.link.differences.corpus import Corpus

DAY = "2024-06-10"
HOSTILE = {
    "denials": "The dam was not damaged. The dam was damaged. " * 150,
    "sentences": "Ana Lee was sentenced to 5 years and to 6 years and to " * 60,
    "prices": "Nordbank buys Kalvik Corp for $5 million, " * 100,
    "tolls": "killed 5 people and 6 people died, " * 150,
    "ages": "Ana Lee, 5, and Tom Roy (6) and " * 150,
    "copies": "One word after the other and then 5 of them. " * 150,
}
LIMIT = 3.0
"""Seconds for two texts of about 6,000 characters each."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_take_no_long_time(text: str) -> None:
    def takes(end: str) -> float:
        corpus = Corpus(linked((text + end, DAY), (text.replace("5", "7") + end, DAY)))
        return timing.seconds(lambda: [list(comparer(corpus)) for comparer in (questions, aligned, clauses)])

    assert timing.holds(lambda end: takes(end) < LIMIT)
