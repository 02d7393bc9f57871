"""Which sentences are compared: all that may share something, and never so many that the work grows with its square."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import article

from generator.link.origins import find_origins
from generator.link.passages import COMMON, candidates, find_passages
from generator.model import Briefing, Findings

REPORT = (
    "The dam above the old town has held back three floods since the winter began, the engineers of the province say. "
    "Two of its seven gates have not moved for years, because nobody paid for the grease, the rope and the watchman. "
    "“We have written eleven letters and had one answer, and it was about the stamps,” said the keeper of the gates."
)


def words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().split())


@given(st.lists(st.lists(st.sampled_from("abcde"), min_size=8, max_size=12).map(tuple), max_size=25), st.data())
@settings(max_examples=40, deadline=None)
def test_pairs_are_ordered_once_each_and_of_two_articles(sentences: list[tuple[str, ...]], data: st.DataObject) -> None:
    articles = data.draw(st.lists(st.integers(0, 4), min_size=len(sentences), max_size=len(sentences)))
    found = candidates(sentences, articles)
    assert found == sorted(set(found))
    assert all(i < j and articles[i] != articles[j] for i, j in found)
    same = {(i, j) for i, j in combinations(range(len(sentences)), 2) if sentences[i] == sentences[j]}
    assert {(i, j) for i, j in same if articles[i] != articles[j]} <= set(found)


@pytest.mark.parametrize("count", [COMMON, 20 * COMMON])
def test_copies_are_connected_and_many_of_them_not_each_with_each(count: int) -> None:
    found = candidates([words(REPORT)] * count, range(count))
    assert len(found) <= min(count * (count - 1) // 2, max(2 * count, COMMON**2 // 2))
    assert {j for _, j in found} == set(range(1, count)), "each is connected with one before it"


def test_edited_copies_are_connected_and_many_of_them_not_each_with_each() -> None:
    count = 8 * COMMON
    found = candidates([(*words(REPORT), f"x{n}", f"y{n}") for n in range(count)], range(count))
    assert {j for _, j in found} == set(range(1, count))
    assert len(found) < COMMON * count


def test_of_many_sentences_of_one_form_those_that_share_more_than_the_form_are_compared() -> None:
    form = [
        words(f"shares of company{n} fell by {n} percent to {n} dollars as the market in city{n} closed")
        for n in range(90)
    ]
    twin = tuple("lower" if w == "fell" else w for w in form[70])
    assert (70, 90) in candidates([*form, twin], range(91))


def test_a_sentence_quoted_inside_another_is_found_however_often_it_was_copied() -> None:
    quoted = words(
        f"at the inquest a clerk read aloud that {REPORT[:112]} before he sat down without looking at anyone"
    )
    found = candidates([*[words(REPORT[:112])] * 40, quoted], range(41))
    assert 40 in {j for _, j in found}, "beside one of the copies, which are connected with each other"


def test_a_report_copied_very_often_is_one_origin_with_few_passages() -> None:
    count = 10 * COMMON
    found = (replace(article(REPORT, f"seeds/{n}.txt"), id=f"a{n:04}") for n in range(count))
    linked = find_origins(find_passages(Briefing(tuple(map(Findings, found)))))
    assert [len(o.articles) for o in linked.origins] == [count]
    assert len(linked.passages) <= 3 * 2 * count
