"""Whose text or report an article says that it passes on."""

from __future__ import annotations

from pathlib import Path

import pytest
import timing
from marked import Case, article, cases

from generator.link.credits import credits_of

CASES = cases(Path(__file__).parent / "cases" / "credits.md")
SECONDS = 2.0
"""For 100,000 characters of what a pattern begins with; a quadratic one takes minutes."""


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    found = [(c.text, c.kind, c.whose) for c in credits_of(article(case.text))]
    assert found == [(m.text, m.kind, m.value) for m in case.marks], case.where


@pytest.mark.parametrize(
    "part", ["according to a ", "in the a a a a ", "A ", "published in ", "Reuters ", "(", "readout of the ", "/", "-"]
)
def test_hostile_text_takes_linear_time(part: str) -> None:
    def takes(end: str) -> float:
        made = article("Somebody said this. " + part * (100_000 // len(part)) + end)
        return timing.seconds(lambda: credits_of(made))

    assert timing.holds(lambda end: takes(end) < SECONDS)


def test_a_last_line_of_names_credits_the_house_in_it_by_its_name_or_its_initials() -> None:
    body = "Rain fell on Orre for nine days, the council said. The river stands at four metres."
    houses = ("Northern Coast News Agency", "The Orre Ledger")
    for line, whose in (("NCNA, with Beacon staff", houses[0]), ("Beacon staff and the Orre Ledger", houses[1])):
        assert [c.whose for c in credits_of(article(f"{body}\n\n{line}"), houses)] == [whose]
    assert not credits_of(article(f"{body}\n\nReaders of the Orre Ledger wept."), houses), "a sentence is no such line"
