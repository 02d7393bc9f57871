"""Nearly the same words that can't both be right: a contradiction, and never a confirmation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import Case, cases
from test_differences import linked

from generator.independence import Independence
from generator.link.facts import FactKeys, facts_of
from generator.link.revision import accept, tell_changes
from generator.link.sets import DisjointSets

if TYPE_CHECKING:
    from generator.model import Briefing

CASES = cases(Path(__file__).parent / "cases" / "contrary.md")


def of_case(case: Case) -> Briefing:
    days = [case.settings.get(f"published {letter}", day) for letter, day in (("a", "2025-04-21"), ("b", "2025-04-22"))]
    return linked(*zip(case.text.split("\n\n---\n\n"), days, strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_what_is_contrary_and_what_is_one_utterance(case: Case) -> None:
    briefing = of_case(case)
    conflicts = [d.question for d in briefing.differences if d.verdict == "conflict"]
    shared = [u for u in briefing.utterances if len({q.article for q in u.versions}) > 1]
    found = "contrary" if conflicts else "same" if shared else "apart"
    assert found == case.settings["expect"], (case.where, conflicts)
    assert not (conflicts and shared), case.where


@pytest.mark.parametrize("case", [c for c in CASES if c.settings["expect"] == "contrary"], ids=lambda c: c.title)
def test_what_is_contrary_confirms_nothing(case: Case) -> None:
    briefing = of_case(case)
    facts = facts_of(briefing, FactKeys(briefing))
    assert [f.text for f in facts if f.kind not in ("entity", "difference") and f.origins > 1] == []
    assert [e.headline.text for e in briefing.events if e.status == "agreed"] == []


@pytest.mark.parametrize("case", CASES[:2], ids=lambda c: c.title)
def test_a_contrary_article_confirms_nothing_of_the_accepted_state(case: Case) -> None:
    first, second = of_case(case).findings
    state = accept(linked((first.article.text, "2025-04-21")), "accepted.jsonl")
    texts = ((first.article.text, "2025-04-21"), (second.article.text, "2025-04-22"))
    revision = tell_changes(replace(linked(*texts), accepted=state)).revision
    assert revision
    told = [(c.what, c.fact.kind) for c in revision.changes if c.fact.kind != "entity"]
    assert ("opened", "difference") in told
    assert ("confirmed", "statement") not in told


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] != p[1]), max_size=8),
)
def test_what_is_kept_apart_never_comes_into_one_set(
    joined: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    sets = DisjointSets(10, apart)
    for one, other in joined:
        assert sets.join(one, other) == (sets.root(one) == sets.root(other))
    assert all(sets.root(one) != sets.root(other) for one, other in apart)
    assert sorted(n for group in sets.groups() for n in group) == list(range(10))


def test_of_three_origins_those_that_agree_are_counted() -> None:
    told = "The lift at the Kisumu market broke down on Monday and hurt {} traders, the council said."
    briefing = linked(*((told.format(n), "2025-04-21") for n in ("four", "four", "nine")))
    sentences = [(f.article.cite(f.article.sentences[0]),) for f in briefing.findings]
    agreeing = Independence(briefing).agreeing(sentences)
    assert [e.article for (e,) in agreeing] == ["a0", "a1"]
    assert Independence(replace(briefing, differences=())).agreeing(sentences) == tuple(sentences)
