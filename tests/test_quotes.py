"""Quotations: the specification, the invariants, and how good they are on texts of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Case, article, cases

from generator.extract.quotes import find_quotes
from generator.model import Findings, Quote

HERE = Path(__file__).parent
SPECIFICATION = cases(HERE / "cases" / "quotes.md")
STATEMENTS = cases(HERE / "cases" / "quotes-reported.md")
MARKED = ("quotation", "fragment", "scare", "title", "echo", "nested")


def found_in(text: str) -> tuple[Quote, ...]:
    return find_quotes(Findings(article(text))).quotes


def shown(quote: Quote) -> tuple[int, int, str, str]:
    return quote.span.start, quote.span.end, quote.kind, quote.speaker.text if quote.speaker else ""


@pytest.mark.parametrize("case", SPECIFICATION, ids=lambda case: case.where)
def test_specification(case: Case) -> None:
    expected = [(m.start, m.end - (m.text.endswith("\n\n") and 2), m.kind, m.value) for m in case.of(*MARKED)]
    assert [shown(q) for q in found_in(case.text) if q.kind != "reported"] == expected, case.title


@pytest.mark.parametrize("case", STATEMENTS, ids=lambda case: case.where)
def test_statements(case: Case) -> None:
    found = [q for q in found_in(case.text) if q.kind == "reported"]
    expected = case.of("reported")
    words = [(q.words.span.start, q.words.span.end, q.speaker.text if q.speaker else "") for q in found]
    assert words == [(m.start, m.end, m.value) for m in expected], case.title
    assert [q.negative for q in found] == ["negative" in m.more for m in expected], case.title
    for quote, mark in zip(found, expected, strict=True):
        assert quote.firmness == mark.more.get("firmness", quote.firmness), case.title


def test_a_mark_that_never_closes_is_a_problem_with_its_line() -> None:
    found = find_quotes(
        Findings(article("The rain began.\n\n“The road is closed, the police said.\n\nIt opened at noon."))
    )
    (problem,) = map(str, found.problems)
    assert problem.startswith(
        "seeds/case.txt:3: the quotation mark before 'The road is closed, the police' is never closed;"
    )


PIECES = st.sampled_from(
    ["“", "”", '"', "'", "’", "‘", "«", "»", "„", " ", "\n\n", ", ", ". ", "said", "Ann Reyes", "he", "s", "to", "90s"]
)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_quotations_are_verbatim_and_in_order(text: str) -> None:
    quotes = found_in(text)
    for quote in quotes:
        for cited in (quote, quote.words, quote.speaker, quote.cue, quote.pronoun, quote.ground):
            assert cited is None or cited.text == text[cited.span.start : cited.span.end]
        assert quote.span.holds(quote.words.span)
    assert [q.span.start for q in quotes] == sorted(q.span.start for q in quotes)
