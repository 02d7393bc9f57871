"""What was agreed: which sentences tell it, and that two tellings of one act stand once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import timing
from hypothesis import given
from hypothesis import strategies as st
from marked import Case, article, cases
from test_differences import linked

from generator.extract import extract
from generator.extract.agreements import find_agreements
from generator.model import Findings

if TYPE_CHECKING:
    from generator.model import Span

HERE = Path(__file__).parent
DEVELOPED, HELD = (HERE / "gold" / f"agreements-{name}.md" for name in ("dev", "held"))


@dataclass(frozen=True)
class Score:
    """How many sentences were found, how many of these are right, and how many there are."""

    found: int
    right: int
    marked: int

    @property
    def precision(self) -> float:
        """The share of the sentences found that are marked."""
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        """The share of the marked sentences that were found."""
        return self.right / max(self.marked, 1)


def found(case: Case) -> set[Span]:
    text = article(case.text, **{k: v for k, v in case.settings.items() if k == "published"})
    return {a.span for a in extract(text).agreements}


def score(path: Path) -> Score:
    wrong, right, marked = 0, 0, 0
    for case in cases(path):
        spans, expected = found(case), {(m.start, m.end) for m in case.of("agreed")}
        hits = {s for s in spans if any(s.start < end and start < s.end for start, end in expected)}
        wrong, right, marked = wrong + len(spans - hits), right + len(hits), marked + len(expected)
    return Score(wrong + right, right, marked)


@pytest.mark.parametrize("case", cases(HERE / "cases" / "agreements.md"), ids=lambda c: c.title)
def test_case(case: Case) -> None:
    assert {case.text[s.start : s.end] for s in found(case)} == {m.text for m in case.of("agreed")}, case.where


DEVELOPED_FLOORS = (1.0, 1.0)
"""Precision and recall on the texts that the rules were made with."""
HELD_FLOORS = (1.0, 0.83)
"""The same on texts that were written before the rules and only measured: 15 of 18, nothing wrong, at first sight."""


@pytest.mark.parametrize(("path", "floors"), [(DEVELOPED, DEVELOPED_FLOORS), (HELD, HELD_FLOORS)], ids=["dev", "held"])
def test_the_sentences_of_our_own_texts_are_told_apart(path: Path, floors: tuple[float, float]) -> None:
    reached = score(path)
    assert (reached.precision, reached.recall) >= floors
    assert reached.recall >= floors[1]


def test_the_cue_is_the_word_that_tells_the_act() -> None:
    text = article("Before noon Chile and Peru finally signed a treaty on cables.")
    assert [a.cue.text for a in extract(text).agreements] == ["signed"]


def test_one_act_told_by_three_sources_stands_once_with_the_fullest_sentence_first() -> None:
    briefing = linked(
        ("Chile and Peru signed a treaty on deep-sea cables.", "2021-05-05"),
        ("A treaty on deep-sea cables worth $40 million was signed by Chile and Peru on 4 May 2021.", "2021-05-06"),
        ("The two governments signed a treaty on cables in the deep sea on Tuesday.", "2021-05-06"),
        ("The nurses of Arica and the hospital signed a contract that raises wages by 9 percent.", "2021-05-06"),
    )
    joined = max(briefing.agreements, key=lambda a: len(a.tellings))
    assert [t.article for t in joined.tellings][:2] == ["a1", "a0"]
    assert all("nurses" not in t.text for t in joined.tellings)
    assert joined.fullness == 3


@pytest.mark.parametrize("text", ["signed " * 20_000, "agreed, " * 20_000, "a treaty " * 20_000, "was " * 50_000])
def test_long_hostile_text_takes_no_longer_than_other_text(text: str) -> None:
    def takes(end: str) -> float:
        plain = Findings(article(text[:100_000] + end))
        return timing.seconds(lambda: find_agreements(plain))

    assert timing.holds(lambda end: takes(end) < 2)


@given(st.text(alphabet=st.sampled_from("signed agreed treaty to, .“”\n was not"), max_size=300))
def test_whatever_is_found_is_a_sentence_that_holds_its_cue(text: str) -> None:
    given_text = article(text or "x")
    for agreed in find_agreements(Findings(given_text)).agreements:
        assert agreed.span in given_text.sentences
        assert agreed.span.holds(agreed.cue.span)
