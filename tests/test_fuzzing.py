"""Hostile input ends nothing and hangs nothing; what longer runs of ``make fuzz`` found is kept here as cases."""

from __future__ import annotations

import pytest
import timing
from fuzzing import TARGETS, hostile
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import article

from generator.clean.sentences import LONGEST
from generator.extract import extract

SEEDS = st.integers(0, 1 << 32)
PROSE = "The minister, Ann Lee, said on Monday that the bank had not been told of its plan to raise $5 million. "
SLOW = {  # a line that took quadratic time, and more than a second a kilobyte
    "percentages": "5%5%",
    "sums": "$5 million to ",
    "speakers": "Ann said Bo said ",
}


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=15)  # `make fuzz` tries thousands
@given(seed=SEEDS)
def test_what_outsiders_and_editors_write_raises_nothing_that_they_cant_mend(name: str, seed: int) -> None:
    TARGETS[name](hostile(seed))


@given(st.binary(max_size=400))
def test_no_bytes_end_the_reading_of_a_file_or_of_corrections(data: bytes) -> None:
    TARGETS["reading"](data)
    TARGETS["corrections"](data)


def seconds(text: str) -> float:
    """Return what cleaning and extraction take."""
    return timing.seconds(lambda: extract(article(text)))


@pytest.mark.parametrize("shape", SLOW.values(), ids=SLOW)
def test_a_line_without_an_end_takes_time_that_grows_as_it_does(shape: str) -> None:
    seconds(PROSE)  # word lists are loaded when they are first asked for

    def grows(end: str) -> bool:
        one, two = (seconds(shape * (size // len(shape)) + end) for size in (6_000, 12_000))
        return two <= 3 * one + 0.05  # 2, but for other work of the machine; it was 4

    assert timing.holds(grows)


def test_a_sentence_without_an_end_is_cut_at_white_space_and_nothing_of_it_is_lost() -> None:
    text = "and the talks went on " * 1000
    spans = article(text).sentences
    assert max(s.end - s.start for s in spans) <= LONGEST
    assert " ".join(text[s.start : s.end] for s in spans) == text.strip()
