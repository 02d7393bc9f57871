"""The arithmetic with EDTF dates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf
from generator.extract.dates import scan

DAYS = st.dates(date(1600, 1, 1), date(2100, 12, 31))
UNITS = st.sampled_from(("D", "W", "M", "Q", "Y", "E", "C"))
VALUES = st.one_of(
    st.builds(edtf.span_of, DAYS, UNITS),
    st.builds(lambda d: f"{d:%Y-%m}~", DAYS),
    st.builds(lambda d: f"{d.year}-2{d.month % 4 + 1}", DAYS),
    st.builds(lambda d, n: f"{d}/{d + timedelta(days=n)}", DAYS, st.integers(1, 900)),
    st.builds(lambda d: f"{d.year}/..", DAYS),
    st.builds(lambda d: f"../{d:%Y-%m}", DAYS),
)
STEPS = """-1D|+2W|-3M|-1Q|+1Y|-2E|<W5|>>W1|<M12|?05-03|<Q3|<S22|<WE|<easter|-1Y M8|0Y H1|-1W late|0M early|<D15|N2W1
-14D ~|-20Y / 0D|.. / >W5|2016 / .."""
OFFSETS = st.sampled_from(STEPS.replace("\n", "|").split("|"))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-04-14", "2025-04-14", "2025-04-14"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024-02~", "2024-02-01", "2024-02-29"),
        ("1974", "1974-01-01", "1974-12-31"),
        ("197X", "1970-01-01", "1979-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2024-08-18/2024-08-20", "2024-08-18", "2024-08-20"),
        ("2024-01/2024-07", "2024-01-01", "2024-07-31"),
        ("2016/..", "2016-01-01", None),
        ("../2025-04-18", None, "2025-04-18"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str | None, last: str | None) -> None:
    bounds = edtf.bounds(value)
    assert bounds is not None
    assert tuple(d and d.isoformat() for d in bounds) == (first, last)


NO_DAYS = "2025-02-31 2025-13 2025-00 2025-04-00 2023-02-29 1900-02-29 0000 2024/2023 2024-05-02/2024-05-01 ../.."
NO_FORMS = "2025-4-1 20250401 202 20245 April 20X5 2024S2 2024/ /2024 2024/2025/2026 2024~? ~2024 ２０２４"
FORMS = (
    "2024-02-29 2000-02-29 2024 2024-12 2024-05-02~ 2024? 2024-05% 2024-21~ 2024-33 2024-36 0001 9999-12-31 00XX 199X? "
    "2024-05-02/2024-05-02 2024-05/2024-05-31 ../2024 2024~/.. 198X/2001-05 19XX/20XX"
)
BEYOND = (
    # What the standard knows and nothing here makes use of: times, parts left open or marked, sets, years before 1 or
    # after 9999, seasons of a hemisphere, four months, half-years.
    "2024-05-02T10:00:00Z 2024-03-XX 2024-XX 2024-06?-11 {2024,2025} [2024..2026] -0044 Y17000 2024-25 2024-37 2024-40"
)


@pytest.mark.parametrize("value", ["", " ", " 2024", "2024 ", "2024\n", *f"{NO_DAYS} {NO_FORMS} {BEYOND}".split()])
def test_what_is_no_date_of_the_calendar_covers_nothing(value: str) -> None:
    assert edtf.bounds(value) is None
    assert not edtf.valid(value)


@pytest.mark.parametrize("value", FORMS.split())
def test_every_form_that_is_written_here_is_a_date(value: str) -> None:
    assert edtf.valid(value)


@given(st.text() | st.text("0123456789-X/.~?%T", max_size=24))
def test_no_text_is_too_odd_to_be_judged_and_what_is_a_date_can_be_told(value: str) -> None:
    assert not edtf.valid(value) or (edtf.precision(value) and edtf.format_value(value))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-04-14", "14 April 2025"),
        ("2023-12", "December 2023"),
        ("197X", "the 1970s"),
        ("18XX", "the 19th century"),
        ("2024-08-18/2024-08-20", "18–20 August 2024"),
        ("2024-07-28/2024-08-02", "28 July – 2 August 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2024-01/2024-07", "January–July 2024"),
        ("2019/2021", "2019–2021"),
        ("2016/..", "since 2016"),
        ("../2025-04-18", "until 18 April 2025"),
        ("2024-07/2024-09", "the third quarter of 2024"),
        ("2024-05~/2024-08~", "mid-2024"),
        ("1977~/1979~", "the late 1970s"),
        ("2025-04-01~/2025-04-10~", "early April 2025"),
        ("2023-22", "summer 2023"),
        ("1850~", "about 1850"),
    ],
)
def test_a_value_is_written_as_people_write_it(value: str, words: str) -> None:
    assert edtf.format_value(value) == words


@pytest.mark.parametrize(
    ("offset", "anchor", "value"),
    [
        ("-3M", "2025-04-14", "2025-01"),
        ("-1D", "2025-04-14", "2025-04-13"),
        ("<W1", "2025-04-14", "2025-04-14"),
        ("<<W1", "2025-04-14", "2025-04-07"),
        (">W5", "2025-04-14", "2025-04-18"),
        ("<<M12", "2024-08-19", "2023-12"),
        ("-1Y M8", "2025-04-14", "2024-08"),
        ("-1Y M8", "2025", "2024-08"),
        ("-1D", "2025-04", None),
        ("<M12", "2025", None),
        ("<02-29", "2025-04-14", "2024-02-29"),
        ("<easter", "2025-05-01", "2025-04-20"),
        ("<?12-07", "2024-11-02", "2024-12-07"),
        ("<?07-07", "2024-01-02", "2023-07-07"),
        ("1998 M-3", None, "1998-10/1998-12"),
        ("0Y H1", "2024-12-01", "2024-01/2024-06"),
        ("2025-02-31", None, None),
    ],
)
def test_an_offset_is_counted_from_its_anchor(offset: str, anchor: str | None, value: str | None) -> None:
    assert edtf.resolve(offset, anchor) == value


def test_dates_of_different_precision_are_compatible_and_different_days_are_not() -> None:
    assert edtf.compatible("2023-12", "2023-12-12")
    assert edtf.compatible("2023-12~", "2023-12-24/2024-01-03")
    assert edtf.compatible("2016/..", "2016-05")
    assert not edtf.compatible("2023-12-12", "2023-12-13")
    assert not edtf.compatible("2016/..", "2020")


@given(VALUES)
def test_every_value_that_we_write_is_a_date(value: str) -> None:
    assert edtf.valid(value)


@given(DAYS, UNITS)
def test_a_unit_covers_the_days_that_lie_in_it_and_no_others(day: date, unit: edtf.Unit) -> None:
    span = edtf.span_of(day, unit)
    covered = edtf.bounds(span)
    assert covered is not None
    assert covered.first is not None
    assert covered.last is not None
    assert covered.first <= day <= covered.last
    assert edtf.span_of(covered.first, unit) == span == edtf.span_of(covered.last, unit)
    outside = (covered.first - timedelta(days=1), covered.last + timedelta(days=1))
    assert span not in [edtf.span_of(neighbour, unit) for neighbour in outside]


@given(OFFSETS, DAYS)
def test_what_an_offset_gives_is_valid_and_nothing_comes_of_nothing(offset: str, anchor: date) -> None:
    value = edtf.resolve(offset, anchor.isoformat())
    assert value is None or edtf.valid(value)
    assert not edtf.is_relative(offset) or edtf.resolve(offset, None) is None


@given(st.sampled_from(("-1D", "+3D", "0D")), DAYS, st.integers(-4000, 4000))
def test_shifting_the_anchor_shifts_the_day(offset: str, anchor: date, days: int) -> None:
    value, moved = edtf.resolve(offset, anchor.isoformat()), edtf.resolve(offset, str(anchor + timedelta(days=days)))
    assert value is not None
    assert moved == str(date.fromisoformat(value) + timedelta(days=days))


@given(VALUES, VALUES)
def test_compatible_is_the_same_both_ways(a: str, b: str) -> None:
    assert edtf.compatible(a, b) == edtf.compatible(b, a)
    assert edtf.compatible(a, a)


@given(VALUES)
def test_every_value_can_be_written_for_people_and_sorted(value: str) -> None:
    assert re.search(r"[0-9]", edtf.format_value(value))
    assert edtf.sort_key(value) <= edtf.sort_key(value)
    assert edtf.precision(value)


@given(DAYS, st.integers(0, 3000))
def test_a_text_published_later_resolves_later(published: date, days: int) -> None:
    text = "The bank closed yesterday and opens tomorrow. It was robbed two days ago."
    later = published + timedelta(days=days)
    before = [r.value for _, r in scan(text, published.isoformat())]
    after = [r.value for _, r in scan(text, later.isoformat())]
    assert [date.fromisoformat(v or "") + timedelta(days=days) for v in before] == [
        date.fromisoformat(v or "") for v in after
    ]


def test_the_package_has_no_clock() -> None:
    package = Path(edtf.__file__).parent
    assert not [p for p in package.glob("*.py") if "today()" in p.read_text("utf-8") or ".now(" in p.read_text("utf-8")]
