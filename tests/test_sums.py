"""Our own sums: what they must show and what not, and that they stay few."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from marked import Case, cases
from test_differences import linked

from generator.link.differences.corpus import Corpus
from generator.link.differences.sums import MOST_FAILING, MOST_HOLDING, sums

CASES = cases(Path(__file__).parent / "cases" / "sums.md")
DAY = "2024-06-10"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    checks = linked(*((text, DAY) for text in case.text.split("\n\n---\n\n"))).checks
    formulas = [c.formula for c in checks]
    if "wanted" in case.settings:
        assert set(formulas) <= {case.settings["wanted"]}, case.where
        return
    expected = [] if case.settings["expect"] == "nothing" else [case.settings["expect"]]
    assert formulas == expected, case.where


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_a_sum_that_does_not_hold_says_so(case: Case) -> None:
    for check in linked(*((text, DAY) for text in case.text.split("\n\n---\n\n"))).checks:
        assert check.holds == not_contradicted(check.formula)
        assert check.evidence
        assert check.because


def not_contradicted(formula: str) -> bool:
    return not any(word in formula for word in ("≠", ", not ", "more than all"))


def test_one_sum_printed_by_two_articles_is_told_once_with_both() -> None:
    text = "The museum reopened on Monday, 4 June 2024."
    (check,) = linked((text, DAY), (text, DAY)).checks
    assert len(check.evidence) == 2


def test_sums_that_do_not_hold_come_first_and_those_that_hold_stay_few() -> None:
    rise = "Sales of plant {n} rose from {n} tonnes to {twice} tonnes, a rise of {percent} percent."
    told = {
        percent: "\n\n".join(rise.format(n=n, twice=2 * n, percent=percent) for n in range(31, 31 + many))
        for percent, many in ((100, MOST_HOLDING + 5), (170, MOST_FAILING + 5))
    }
    good, bad = told[100], told[170]
    checks = linked((good, DAY), (bad, DAY)).checks
    assert [c.holds for c in checks] == [False] * MOST_FAILING + [True] * MOST_HOLDING


HOSTILE = {
    "commas": "five things: " + "a, " * 2_000,
    "brackets": "five things (" * 500,
    "parts": "12 people: " + "two men and " * 500,
    "marks": "four reasons: " + "(1) a " * 500,
    "percent": "of the vote 5%, " * 500,
    "people": "Ana Lee, 5, " * 500,
}
LIMIT = 2.0
"""Seconds for a text of about 6,000 characters that somebody wrote to make rules slow."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_lists_take_no_long_time(text: str) -> None:
    corpus = Corpus(linked((text, DAY)))
    begin = time.process_time()
    sums(corpus)
    assert time.process_time() - begin < LIMIT
