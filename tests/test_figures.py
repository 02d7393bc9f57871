"""Figures: the specification in cases/figures.md, the gold texts with their floors, and what always holds."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
import timing
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Case, Mark, article, cases

from generator.extract import extract
from generator.extract.figures import find_figures, scan
from generator.model import Figure, Findings
from generator.render.dates import worded

HERE = Path(__file__).parent
SPECIFICATION = cases(HERE / "cases" / "figures.md")
GOLD = tuple(case for path in sorted((HERE / "gold").glob("figures-*.md")) for case in cases(path))

RECALL, PRECISION = 0.93, 0.94
"""Marked figures that are found with value, range and unit; found figures that are marked."""
QUALIFIERS, MEASURES, DIRECTIONS = 0.98, 0.92, 0.85
"""Right ones among those of the found figures."""


def figures_of(text: str) -> tuple[Figure, ...]:
    return extract(article(text)).figures


def value_of(mark: Mark) -> tuple[Decimal, Decimal | None, str]:
    value, unit = mark.value.rsplit(" ", 1)
    low, _, high = value.partition("..")
    return Decimal(low), Decimal(high) if high else None, unit


def same_value(mark: Mark, figure: Figure) -> bool:
    """Tell whether a figure stands at a mark with its value and unit."""
    meets = mark.start < figure.span.end and figure.span.start < mark.end
    return meets and (figure.value, figure.high, figure.unit) == value_of(mark)


def stated(figure: Figure) -> dict[str, str]:
    """Return what a mark may say of a figure besides its value."""
    return {
        "q": figure.qualifier,
        "measure": figure.measure.text if figure.measure else "",
        "way": figure.direction,
        "per": figure.per.text if figure.per else "",
        "period": figure.period.text if figure.period else "none",
    }


def matches(mark: Mark, figure: Figure) -> bool:
    """Tell whether a figure is the marked one, with its words and whatever else the mark states."""
    words = mark.more.get("only", mark.text)
    held = mark.start <= figure.span.start < figure.span.end <= mark.end
    right = all(value == mark.more[key] for key, value in stated(figure).items() if key in mark.more)
    return same_value(mark, figure) and held and figure.text in (words, mark.text) and right


@pytest.mark.parametrize("case", SPECIFICATION, ids=lambda c: c.title)
def test_a_case_of_the_specification_holds(case: Case) -> None:
    found = figures_of(case.text)
    marks = case.of("figure")
    assert len(found) == len(marks), (case.where, [(f.text, str(f.value), f.unit) for f in found])
    for figure, mark in zip(found, marks, strict=True):
        assert matches(mark, figure), (case.where, figure)


def test_the_gold_texts_are_enough_and_varied() -> None:
    assert len(GOLD) >= 15


def test_figures_of_the_gold_texts_stay_above_their_floors() -> None:
    right, found, marked = Counter[str](), 0, 0
    asked = Counter[str]()
    for case in GOLD:
        figures = extract(article(case.text, **case.settings)).figures
        marks = case.of("figure")
        found, marked = found + len(figures), marked + len(marks)
        for mark in marks:
            figure = next((f for f in figures if same_value(mark, f)), None)
            if figure:
                right["value"] += 1
                for key, value in stated(figure).items():
                    asked[key] += key in mark.more or key == "q"
                    right[key] += value == mark.more.get(key, "=") if key in mark.more or key == "q" else 0
    assert right["value"] / marked >= RECALL
    assert right["value"] / found >= PRECISION
    assert right["q"] / asked["q"] >= QUALIFIERS
    assert right["measure"] / asked["measure"] >= MEASURES
    assert right["way"] / asked["way"] >= DIRECTIONS


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_every_figure_is_cut_from_the_text(text: str) -> None:
    for quantity in scan(text):
        assert 0 <= quantity.start < quantity.end <= len(text)
    for figure in find_figures(Findings(article(text))).figures:
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
    "coins": "1 yuan 1 jiao " * 7_000,
    "dozens": "tens of thousands of " * 5_000,
}
LIMIT = 6.0
"""Seconds for 100,000 characters on a busy machine; a quadratic rule would take hours."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_scanning_hostile_text_takes_linear_time(text: str) -> None:
    assert timing.holds(lambda end: timing.seconds(lambda: scan(text + end)) < LIMIT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill sold 38,000 tonnes of flour.", "38,000 tonnes"),
        ("It lies 40 kilometres from Orre.", "40 kilometers"),
        ("The mast is 1 metre high.", "1 meter"),
        ("It blew at 90 km/h.", "90 kilometers per hour"),
        ("It was 30 degrees Celsius.", "30 celsius"),
        ("The wall is 12 feet high.", "12 feet"),
    ],
)
def test_a_value_is_told_with_its_unit_in_the_plural(text: str, expected: str) -> None:
    assert [worded(f) for f in figures_of(text)] == [expected]
