"""Weekdays are compared with the dates beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Case, cases
from test_differences import linked

CASES = cases(Path(__file__).parent / "cases" / "weekdays.md")


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    checks = linked((case.text, case.settings["published"])).checks
    expected = [] if case.settings["expect"] == "nothing" else [case.settings["expect"]]
    assert [c.formula for c in checks if "≠" in c.formula] == expected, case.where
    assert all(c.evidence and c.because for c in checks)


@settings(max_examples=40, deadline=None)
@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2090, 12, 31)), st.integers(min_value=0, max_value=6))
def test_a_weekday_is_doubted_exactly_where_the_calendar_has_another(day: date, other: int) -> None:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    text = f"The bridge was opened on {names[other]}, {day.day} {day:%B} {day.year}, by two schoolgirls."
    checks = linked((text, None)).checks
    assert bool(checks) == (other != day.weekday())


def test_what_two_articles_print_is_told_once_with_both() -> None:
    text = "The museum reopened on Monday, 4 June 2024."
    (check,) = linked((text, None), (text, None)).checks
    assert len(check.evidence) == 2
