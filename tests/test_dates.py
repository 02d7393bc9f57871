"""Temporal expressions: the cases, our own annotated texts, and what must always hold."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date as calendar
from itertools import pairwise
from pathlib import Path

import pytest
import timing
from hypothesis import given
from hypothesis import strategies as st
from marked import Case, article, cases

from generator import edtf
from generator.extract.dates import _blocks, find_dates, scan
from generator.extract.dates.fragments import kinds_of
from generator.extract.dates.rules import RULES
from generator.lexicons import table
from generator.model import Date, Findings, Inferred

HERE = Path(__file__).parent
CASES = [c for path in sorted((HERE / "cases").glob("dates*.md")) for c in cases(path)]


def dates(case: Case) -> tuple[Date, ...]:
    return find_dates(Findings(article(case.text, **case.settings))).dates


def answer(date: Date) -> tuple[str, str, str]:
    kind = "vague" if date.vague else date.kind
    value = date.duration if kind in ("duration", "set") else date.value
    return (date.text, kind, value or "")


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    expected = [(m.text, m.kind, m.value) for m in case.of("date", "duration", "set", "vague")]
    assert [answer(d) for d in dates(case)] == expected, case.where


def test_a_rule_that_is_not_asked_would_find_nothing() -> None:
    """Each rule names the kinds of words that it needs, and a sentence without them isn't searched."""
    searched = 0
    for case in CASES:
        for block in _blocks(article(case.text, **case.settings)):
            for passage in block:
                kinds = kinds_of(passage.sentence.words)
                for rule in RULES:
                    asked = kinds >= rule.needs
                    searched += asked
                    idle = None if asked else rule.pattern.search(passage.text, passage.start, passage.end)
                    assert idle is None, (rule.needs, idle, case.where)
    assert searched


def test_a_rule_reads_the_examples_beside_it() -> None:
    for (examples, _, told, _), rule in zip(table("dates-rules"), RULES, strict=True):
        for example in examples.split("; "):
            found = rule.pattern.search(example)
            assert found, (told, example)
            assert rule.read(found), (told, example)


GOLD = [c for path in sorted((HERE / "gold").glob("dates-*.md")) for c in cases(path)]
KINDS = ("date", "duration", "set", "vague")

# Floors of the measures below on our own texts; they may rise, and never silently fall.
STRICT_FLOOR = 0.98
RELAXED_FLOOR = 0.99
VALUE_FLOOR = 0.97


def scores(of: list[Case]) -> tuple[float, float, float]:
    """Strict, relaxed and value F1 as in TempEval-3: value F1 is relaxed F1 times the share of right values in it."""
    total = strict = relaxed = right = 0
    for case in of:
        found, marks = dates(case), case.of(*KINDS)
        total += len(found) + len(marks)
        for mark in marks:
            meets = [d for d in found if d.span.start < mark.end and mark.start < d.span.end]
            exact = [d for d in meets if (d.span.start, d.span.end) == (mark.start, mark.end)]
            strict, relaxed = strict + bool(exact), relaxed + bool(meets)
            right += any(answer(d)[1:] == (mark.kind, mark.value) for d in (exact or meets)[:1])
    return 2 * strict / total, 2 * relaxed / total, 2 * right / total


def test_our_own_texts_are_read_as_well_as_before() -> None:
    strict, relaxed, value = scores(GOLD)
    assert strict >= STRICT_FLOOR
    assert relaxed >= RELAXED_FLOOR
    assert value >= VALUE_FLOOR


# Pieces of dates and of what looks like them, put together at random.
WORDS = """May,March 3,12,1998,of,last,the,Monday,on,from,to,–,between,and,three,months,ago,a,second,31/02/2020,Q3,since
year,until,early,century,the 19th,Christmas,“,”,.,2016-02-30,half,9 p.m.,later,every,’98,fiscal,№ 1990,½,\u202e,\n\n"""
PIECES = st.lists(st.sampled_from(WORDS.split(",")), max_size=40).map(" ".join)
DAYS = st.dates().map(str)


@given(st.one_of(PIECES, st.text(max_size=200)), DAYS)
def test_whatever_the_text_values_are_valid_and_expressions_are_apart(text: str, published: str) -> None:
    found = scan(text, published)
    assert all(0 <= f.start < f.end <= len(text) for f, _ in found)
    assert all(a.end <= b.start for (a, _), (b, _) in pairwise(found))
    assert all(r.value is None or edtf.valid(r.value) for _, r in found)
    assert all((r.value is None) or r.basis != "unresolved" for _, r in found)


@given(PIECES)
def test_without_an_anchor_only_what_is_written_out_has_a_value(text: str) -> None:
    for _, reading in scan(text):
        relative = reading.offset is not None and edtf.is_relative(reading.offset)
        assert reading.value is None or not relative or reading.counted_from is not None


@pytest.mark.parametrize(
    "piece", ["1", "1/", "1,", '"A ', "twenty-", "May 1 - ", "Q1 ", "12:", " ", "a few ", "the last "]
)
def test_any_text_is_scanned_in_time_linear_in_its_length(piece: str) -> None:
    def takes(length: int, end: str) -> float:
        return timing.seconds(lambda: scan((piece * length)[:length] + end, "2020-01-01"))

    assert timing.holds(lambda end: takes(40_000, end) < 12 * takes(10_000, end) + 0.1)


def test_an_impossible_day_is_a_problem_with_its_line() -> None:
    findings = find_dates(Findings(article("The lease.\n\nIt ended on 31 February 2020.", "seeds/lease.txt")))
    assert [str(p) for p in findings.problems] == [
        "seeds/lease.txt:3: there is no '31 February 2020' in the calendar; check the source"
    ]
    assert [d.value for d in findings.dates] == [None]


def test_without_a_date_of_publication_the_dateline_is_the_anchor() -> None:
    undated = article("The mill closed yesterday.")
    dated = replace(undated, dateline=Inferred("LIMA, May 27, 2011", "the story opens with it"))
    assert [(d.value, d.because) for d in find_dates(Findings(dated)).dates] == [
        ("2011-05-26", "one day before 27 May 2011, the dateline")
    ]


def test_a_dateline_without_a_year_lies_in_the_year_of_publication() -> None:
    dated = replace(article("It closed yesterday.", published="2011"), dateline=Inferred("LIMA, May 27", "so it opens"))
    assert [d.value for d in find_dates(Findings(dated)).dates] == ["2011-05-26"]


MONTHS = ("January", "May", "Sept.", "December")
YEARS = st.one_of(st.integers(100, 2099).map(str), st.integers(32, 99).map(str), st.integers(32, 99).map("’{}".format))
ERAS = st.sampled_from(("", " BC", " AD", " BCE"))
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FORMS = (
    "{day} {month} {year}{era}",
    "{month} {day}, {year}{era}",
    "{weekday} {day} {month} {year}{era}",
    "{month} {year}{era}",
)


@given(st.sampled_from(FORMS), st.integers(1, 28), st.sampled_from(MONTHS), YEARS, ERAS)
def test_no_date_is_followed_by_an_unread_year(form: str, day: int, month: str, year: str, era: str) -> None:
    written = form.format(day=day, month=month, year=year, era=era, weekday="Friday")
    text = f"The fort of Gondar was taken on {written}."
    for date in dates(Case("", "", {"published": "2024-05-03"}, text, ())):
        assert date.value is None or date.text.rstrip().endswith((year, era.strip() or year))


@given(PIECES, DAYS)
def test_a_stated_date_has_its_year_in_its_words(text: str, published: str) -> None:
    for found, reading in scan(text, published):
        if found.kind == "date" and reading.basis == "stated" and reading.value and "X" not in reading.value:
            words = text[found.start : found.end]
            years = re.findall(r"[0-9]{4}(?=-|/|$|~)", reading.value)
            assert all(y[2:] in words or y.lstrip("0") in words for y in years), (words, reading.value)


@given(st.sampled_from(NAMES), st.integers(1, 28), st.sampled_from(MONTHS), DAYS, st.sampled_from(("was", "will be")))
def test_no_value_contradicts_the_weekday_in_its_words(
    name: str, day: int, month: str, published: str, verb: str
) -> None:
    for written in (f"{name}, {month} {day}", f"{name} {day} {month}", f"{name} {day}"):
        for found, reading in scan(f"The bridge of Gondar {verb} opened on {written}.", published):
            if reading.value and found.kind == "date":
                assert NAMES[calendar.fromisoformat(reading.value).weekday()] == name


FARES = "Bus fares go up in Lima\n\n{line}\n\nThe council raised the fares today, it said."


def read_on(line: str, **sidecar: str) -> str | None:
    found = find_dates(Findings(article(FARES.format(line=line), **sidecar))).dates
    return next(d.value for d in found if d.text == "today")


def test_relative_dates_are_counted_from_the_text_s_own_date_line_if_the_sidecar_gives_another_day() -> None:
    assert read_on("May 7, 2010", published="2010-06-07") == "2010-05-07"
    assert read_on("May 7, 2010", published="2010-05-08") == "2010-05-08"


def test_when_a_text_was_changed_is_not_its_own_date() -> None:
    assert read_on("Updated May 7, 2010", published="2010-05-03") == "2010-05-03"


def test_a_line_of_copyright_is_no_day_to_count_from() -> None:
    text = (
        "Bus fares go up in Lima\n\nThe council raised them last year.\n\nCopyright 2019 The Post. All rights reserved."
    )
    assert [d.value for d in find_dates(Findings(article(text))).dates if d.text == "last year"] == [None]
