"""Terms: acronyms, definitions, the article's own glossary."""

from __future__ import annotations

from pathlib import Path

import pytest
import timing
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Case, article, cases

from generator.extract import extract
from generator.extract.terms import find_terms
from generator.model import Findings, Term

HERE = Path(__file__).parent
SPECIFICATION = cases(HERE / "cases" / "terms.md")
GOLD = tuple(case for path in sorted((HERE / "gold").glob("terms-*.md")) for case in cases(path))

MARKS = {"acronym": ("short", "long"), "definition": ("term", "said"), "glossary": ("entry", "meaning")}
FLOORS = {"acronym": (0.97, 0.95), "definition": (0.95, 0.9), "glossary": (1.0, 1.0)}
"""Precision and recall of the pairs that the gold texts mark."""


def terms_of(text: str) -> tuple[Term, ...]:
    return find_terms(Findings(article(text))).terms


def pairs(terms: tuple[Term, ...], source: str) -> set[tuple[str, str]]:
    """Return what is found: (acronym, long form) or (term, its definition)."""
    return {
        (t.term, e.text)
        for t in terms
        if t.source == source and (e := t.expansion if source == "acronym" else t.definition)
    }


def expected(case: Case, kind: str) -> set[tuple[str, str]]:
    """Return the pairs that marks with the same value make: ``[BRI](short: a)`` and ``[Belt …](long: a)``."""
    firsts, seconds = MARKS[kind]
    second = {m.value: m.text for m in case.of(seconds)}
    return {(m.text, second[m.value]) for m in case.of(firsts)}


@pytest.mark.parametrize("case", SPECIFICATION, ids=lambda c: c.title)
def test_a_case_of_the_specification_holds(case: Case) -> None:
    for kind in ("acronym", "definition", "glossary"):
        assert pairs(terms_of(case.text), kind) == expected(case, kind), (case.where, kind)
    kinds = {t.term: t.kind for t in terms_of(case.text)}
    for mark in case.of("entry", "term"):
        if "kind" in mark.more:
            assert kinds[mark.text] == mark.more["kind"], case.where


def test_the_gold_texts_are_enough_and_varied() -> None:
    assert len(GOLD) >= 15


@pytest.mark.parametrize("source", FLOORS)
def test_terms_of_the_gold_texts_stay_above_their_floors(source: str) -> None:
    right = found = marked = 0
    for case in GOLD:
        terms = extract(article(case.text, **case.settings)).terms
        got, want = pairs(terms, source), expected(case, source)
        right, found, marked = right + len(got & want), found + len(got), marked + len(want)
    precision, recall = FLOORS[source]
    assert right / found >= precision
    assert right / marked >= recall


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_every_term_is_cut_from_the_text(text: str) -> None:
    for term in terms_of(text):
        for part in (term, term.definition, term.expansion):
            assert part is None or part.text == text[part.span.start : part.span.end]


HOSTILE = {
    "brackets": "(" * 100_000,
    "pairs": "(AB) " * 20_000,
    "capitals": "A" * 100_000,
    "names": "Alpha " * 16_000,
    "commas": "Alpha, a bank, " * 7_000,
    "known": "a known as " * 9_000,
    "sentences": "Alpha Beta is a bank. " * 4_500,
    "glossary": "Glossary\n" + "• Word [Type]: " * 6_000,
}
LIMIT = 6.0
"""Seconds for 100,000 characters on a busy machine; a quadratic rule would take hours."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_looking_for_terms_in_hostile_text_takes_linear_time(text: str) -> None:
    def takes(end: str) -> float:
        whole = Findings(article(text + end))
        return timing.seconds(lambda: find_terms(whole))

    assert timing.holds(lambda end: takes(end) < LIMIT)
