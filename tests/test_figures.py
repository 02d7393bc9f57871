"""Figures: the specification in cases/figures.md, the gold texts with their floors, and what always holds."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Case, Mark, article, cases

from generator.extract.figures import find_figures, scan
from generator.model import Figure, Findings

HERE = Path(__file__).parent
SPECIFICATION = cases(HERE / "cases" / "figures.md")


def figures_of(text: str) -> tuple[Figure, ...]:
    return find_figures(Findings(article(text))).figures


def value_of(mark: Mark) -> tuple[Decimal, Decimal | None, str]:
    value, unit = mark.value.rsplit(" ", 1)
    low, _, high = value.partition("..")
    return Decimal(low), Decimal(high) if high else None, unit


def matches(mark: Mark, figure: Figure) -> bool:
    """Tell whether a figure is the marked one, with its value, unit and whatever else the mark states."""
    words = mark.more.get("only", mark.text)
    if (figure.value, figure.high, figure.unit) != value_of(mark) or figure.text not in (words, mark.text):
        return False
    if not mark.start <= figure.span.start < figure.span.end <= mark.end:
        return False
    stated = {
        "q": figure.qualifier,
        "measure": figure.measure.text if figure.measure else "",
        "way": figure.direction,
        "per": figure.per.text if figure.per else "",
    }
    return all(stated[key] == mark.more[key] for key in stated if key in mark.more)


@pytest.mark.parametrize("case", SPECIFICATION, ids=lambda c: c.title)
def test_a_case_of_the_specification_holds(case: Case) -> None:
    found = figures_of(case.text)
    marks = case.of("figure")
    assert len(found) == len(marks), (case.where, [(f.text, str(f.value), f.unit) for f in found])
    for figure, mark in zip(found, marks, strict=True):
        assert matches(mark, figure), (case.where, figure)
        if "to" in mark.more:
            assert figure.change_to is not None, case.where
            assert case.text[figure.change_to.start : figure.change_to.end] == mark.more["to"]


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_every_figure_is_cut_from_the_text(text: str) -> None:
    for quantity in scan(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
    for figure in figures_of(text):
        assert figure.text == text[figure.span.start : figure.span.end]


@given(st.integers(min_value=0, max_value=10**15))
@settings(max_examples=100, deadline=None)
def test_a_value_survives_being_written_with_groups(number: int) -> None:
    assert [q.value for q in scan(f"worth {number:,} in all")] == [Decimal(number)]


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["USD", "EUR", "JPY", "KES", "BRL"]))
@settings(max_examples=100, deadline=None)
def test_money_survives_being_written_with_its_code(amount: Decimal, code: str) -> None:
    for text in (f"{code} {amount:,f}", f"{amount:,f} {code}"):
        assert [(q.value, q.unit) for q in scan(text)] == [(amount.normalize(), code)]


HOSTILE = {
    "digits": "9" * 100_000,
    "commas": "1," * 50_000,
    "spaces": "1 " * 50_000,
    "groups": "111 " * 25_000,
    "dollars": "$" * 100_000,
    "words": "one hundred and " * 8_000,
    "thousands": "thousand " * 12_000,
    "hyphens": "two-" * 25_000,
    "slashes": "1/2" * 30_000,
    "ranges": "5-" * 50_000,
    "halves": "half a " * 14_000,
}
LIMIT = 6.0
"""Seconds for 100,000 characters on a busy machine; a quadratic rule would take hours."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_scanning_hostile_text_takes_linear_time(text: str) -> None:
    begin = time.process_time()
    scan(text)
    assert time.process_time() - begin < LIMIT
