"""What a page says of itself inside a line, and what many pages of one site say."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import Case, article, cases
from test_clean import check_partition

HERE = Path(__file__).parent
CASES = cases(HERE / "cases" / "clean-furniture.md")
HEADLINE = "Something happened on the coast\n\n"
LEAD = HEADLINE + "The coast of the northern island was closed on Sunday after a storm, its mayor told us at night.\n"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    made = article(HEADLINE + case.text)
    check_partition(made)
    found = [
        (made.text[b.span.start : b.span.end], b.kind, b.rule.split(":")[0] if b.kind == "removed" else "")
        for b in made.blocks
        if b.kind in ("removed", "caption")
    ]
    assert found == [(m.text, m.kind, m.value) for m in case.marks], case.where


GLUED = [m.text for case in CASES for m in case.of("removed")]
STORY = [
    "The ferry to the northern island was cancelled on Monday.",
    "Three hundred passengers slept in the hall, the harbour master said.",
    "Nobody was hurt.",
]


@given(st.lists(st.sampled_from(GLUED) | st.sampled_from(STORY) | st.text(max_size=20), max_size=12))
def test_whatever_is_glued_together_is_a_partition(parts: list[str]) -> None:
    check_partition(article(HEADLINE + " ".join(parts)))


@given(st.lists(st.sampled_from(GLUED) | st.sampled_from(STORY), max_size=8))
def test_what_is_shown_of_a_line_is_cleaned_already(parts: list[str]) -> None:
    once = article(LEAD + " ".join(parts))
    shown = [once.text[b.span.start : b.span.end] for b in once.blocks if b.kind in ("paragraph", "item")]
    again = article(HEADLINE + "\n".join(shown))
    assert [again.text[b.span.start : b.span.end] for b in again.blocks if b.kind in ("paragraph", "item")] == shown


GOLD = [
    p
    for kind in ("dates", "entities", "events", "figures", "names", "quotes", "terms")
    for p in (HERE / "gold").glob(f"{kind}-*.md")
]


def test_no_part_of_a_line_is_cut_from_our_own_texts() -> None:
    cut = []
    for made in (article(case.text) for path in sorted(GOLD) for case in cases(path)):
        spans = [b.span for b in made.blocks if b.kind == "removed"]
        cut += [made.cite(s).text for s in spans if made.text[: s.start].rpartition("\n")[2].strip(" \t#>*•-–—")]
    assert cut == []


@pytest.mark.parametrize(
    "piece",
    [
        "Share ",
        "Sign Up ",
        "Invalid Email ",
        "Read more ",
        "1 of 2 ",
        "Get a ",
        "× ",
        "The A The B. ",
        "Photos: ",
        "Story continues Skip advertisement ",
    ],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    text = HEADLINE + piece * (50_000 // len(piece))
    started = process_time()
    check_partition(article(text))
    assert process_time() - started < 5  # 1 s for the slowest when this was written
