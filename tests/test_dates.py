"""Temporal expressions: the cases, our own annotated texts, and what must always hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import Case, article, cases

from generator.extract.dates import find_dates
from generator.model import Date, Findings

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
