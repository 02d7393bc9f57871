"""What changed since the accepted state: claim by claim, by content alone, and with its cause."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import judged
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import article, cases
from test_mutations import CHANGES, DAY, ELECTION, FERRY, MINE

from generator.extract import extract
from generator.link import link
from generator.link.facts import FactKeys, facts_of
from generator.link.pairing import pair
from generator.link.revision import accept
from generator.model import Corrections, Fact, Revision, Stated
from generator.read.corrections import parse_corrections
from generator.render.changes import entries

if TYPE_CHECKING:
    from marked import Case

    from generator.model import Article, Briefing, Findings

CASES = cases(Path(__file__).parent / "cases" / "changes.md")
_HEAD = re.compile(r"(?m)^(?P<when>---|\+\+\+|xxx) (?P<name>[\w-]+) (?P<day>\S+)\n")
NOTHING = Revision()
WHAT = ("added", "confirmed", "unconfirmed", "opened", "widened", "closed", "redated", "reattributed", "gone")


def told(text: str, name: str, day: str | None = DAY) -> Findings:
    """Return what is found in a text of a name and a day."""
    return extract(dated(replace(article(text, f"seeds/{name}.txt"), id=name), day))


def dated(found: Article, day: str | None) -> Article:
    return replace(found, published=Stated(day, (), "its file")) if day else found


def joined(*findings: Findings, corrections: Corrections | None = None) -> Briefing:
    return link(findings, corrections or Corrections())


def since(before: Briefing, after: Briefing) -> Revision:
    """Return what the second briefing is beyond the first one."""
    state = accept(before, "accepted.jsonl")
    found = link(after.findings, after.corrections, state).revision
    assert found is not None
    return found


def of_case(case: Case) -> Revision:
    heads = list(_HEAD.finditer(case.text))
    before, after = [], []
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        text = case.text[head.end() : following.start() if following else len(case.text)]
        findings = told(text, head["name"] if head["when"] != "+++" else f"{head['name']}-new", head["day"])
        if head["when"] != "+++":
            before.append(findings)
        if head["when"] != "xxx":
            after.append(findings)
    return since(joined(*before), joined(*after))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    found = of_case(case)
    shown = [(c.what, c.fact.kind, c.fact.text) for c in found.changes]
    if case.settings.get("unchanged"):
        assert found == NOTHING, case.where
    counts = {"added": found.added, "altered": found.altered, "removed": found.removed}
    articles = ", ".join(f"{name} {len(which)}" for name, which in counts.items() if which)
    assert articles == case.settings.get("articles", ""), case.where
    for never in filter(None, (n.strip() for n in case.settings.get("never", "").split(","))):
        what, _, kind = never.partition(" ")
        assert [s for s in shown if s[0] == what and kind in ("", s[1])] == [], case.where
    for what in WHAT:
        for expected in filter(None, (e.strip() for e in case.settings.get(what, "").split(";"))):
            kind, _, words = expected.partition(" ")
            assert any(s[:2] == (what, kind) and words in s[2] for s in shown), (case.where, what, expected, shown)


# --- what may not matter ------------------------------------------------------------------------

TEXTS = (FERRY, MINE, ELECTION)
FOUND = tuple(told(text, name) for text, name in zip(TEXTS, ("ferry", "mine", "election"), strict=True))


def contents(briefing: Briefing) -> list[tuple[object, ...]]:
    """Return the facts as they are accepted."""
    return [(f.id, f.kind, f.value, f.claims, f.origins, f.articles) for f in facts_of(briefing, FactKeys(briefing))]


@settings(max_examples=12)
@given(st.permutations(FOUND), st.permutations(("a", "m", "z")))
def test_names_and_order_of_the_files_change_nothing(findings: list[Findings], names: list[str]) -> None:
    renamed = [replace(f.article, path=f"seeds/{n}.txt", id=n) for f, n in zip(findings, names, strict=True)]
    after = joined(*(extract(a) for a in renamed))
    assert contents(after) == contents(joined(*FOUND))
    assert replace(since(joined(*FOUND), after), moved=()) == NOTHING  # their pages lead from one address to another


@pytest.mark.parametrize("text", TEXTS, ids=["ferry", "mine", "election"])
def test_a_near_copy_adds_and_confirms_nothing(text: str) -> None:
    copy = told(text.replace(" and ", " & ", 1) + "\n\nAll rights reserved.", "copy")
    found = since(joined(told(text, "one")), joined(told(text, "one"), copy))
    assert found.added == ("copy",)
    assert {c.what for c in found.changes} <= {"added"}, "the sentence that was edited may tell something new"
    edited = next(s for s in text.split("\n\n") if " and " in s)
    assert all(e.text in edited.replace(" and ", " & ", 1) for c in found.changes for e in c.cited)


TOGETHER = """Ferry sinks off Orre

The ferry Marta Lind sank off Orre on 3 May 2021 with 143 passengers on board, said the coast guard of Sønderhavn.
"""


def test_what_one_sentence_tells_is_one_entry_and_so_is_all_that_became_of_a_fact() -> None:
    base = joined(FOUND[0])
    after = joined(FOUND[0], told(TOGETHER, "strike"))
    revision = since(base, after)
    added = [c for c in revision.changes if c.fact.kind in ("event", "figure", "statement")]
    assert len(added) > 1, "the sentence tells several facts"
    (shown,) = (e for e in entries(replace(after, revision=revision)) if e.change in added)
    assert {c.fact.id for c in (shown.change, *shown.also)} == {c.fact.id for c in added}


def test_no_change_is_lost_and_none_is_told_twice() -> None:
    for before, after in ((joined(*FOUND[:1]), joined(*FOUND)), (joined(*FOUND), joined(FOUND[2]))):
        briefing = replace(after, revision=since(before, after))
        told_once = [c for e in entries(briefing) for c in (e.change, *e.also)]
        assert briefing.revision is not None
        assert sorted(map(repr, told_once)) == sorted(map(repr, briefing.revision.changes)) != []


@pytest.mark.parametrize(("text", "old", "new", "kind"), CHANGES, ids=[f"{c[1]} - {c[2]}" for c in CHANGES])
def test_one_changed_fact_in_a_copy_opens_one_difference_and_its_removal_closes_it(
    text: str, old: str, new: str, kind: str
) -> None:
    one, other = told(text, "one"), told(text.replace(old, new), "other")
    found = since(joined(one), joined(one, other))
    assert [(c.what, c.read) for c in found.changes if c.fact.kind == "difference"] == [("opened", False)], kind
    assert "confirmed" not in {c.what for c in found.changes}
    back = since(joined(one, other), joined(one))
    assert [(c.what, c.read) for c in back.changes if c.fact.kind == "difference"] == [("closed", False)]
    assert len(back.removed) == 1


@pytest.mark.parametrize("gone", range(3))
def test_taking_an_article_away_and_putting_it_back_are_opposites(gone: int) -> None:
    rest = tuple(f for n, f in enumerate(FOUND) if n != gone)
    away, back = since(joined(*FOUND), joined(*rest)), since(joined(*rest), joined(*FOUND))
    assert {c.fact.id for c in away.changes if c.what == "gone"} == {
        c.fact.id for c in back.changes if c.what == "added"
    }
    assert {c.what for c in away.changes} == {"gone"}
    assert {c.what for c in back.changes} == {"added"}
    assert not any(c.read for c in (*away.changes, *back.changes))


def test_every_fact_that_is_told_now_is_cited() -> None:
    found = since(joined(), joined(*FOUND))
    assert all(c.cited for c in found.changes)
    assert {c.fact.kind for c in found.changes} == {"event", "figure", "statement", "entity"}


# --- the cause ----------------------------------------------------------------------------------


def test_what_another_program_read_in_the_same_articles_poses_as_no_news() -> None:
    briefing = joined(*FOUND)
    state = accept(briefing, "accepted.jsonl")
    older = replace(state, generator="briefing 0.0.1", facts=state.facts[3:])
    found = link(briefing.findings, Corrections(), older).revision
    assert found is not None
    assert [(c.what, c.read) for c in found.changes] == [("added", True)] * 3
    assert any("0.0.1" in reason for reason in found.because)
    newer = replace(state, facts=(*state.facts, replace(state.facts[0], id="event-0", claims=("0" * 16,), text="x")))
    found = link(briefing.findings, Corrections(), newer).revision
    assert found is not None
    assert [(c.what, c.read) for c in found.changes] == [("gone", True)]


def test_what_an_editor_decided_is_told_as_the_cause() -> None:
    before = joined(*FOUND)
    after = joined(*FOUND, corrections=parse_corrections("kinds: {Grace Nakato: none}"))
    found = since(before, after)
    assert found.changes
    assert all(c.read for c in found.changes)
    assert any("editor" in reason for reason in found.because)


def test_a_statement_that_is_read_as_somebody_elses_is_told_with_both_names() -> None:
    briefing = joined(*FOUND)
    state = accept(briefing, "accepted.jsonl")
    said = next(f for f in state.facts if "falling tree" in f.text)
    assert said.value == "Mele Fonua"

    def named(name: str) -> list[tuple[str, str, bool]]:
        before = replace(state, facts=tuple(replace(f, value=name) if f is said else f for f in state.facts))
        found = link(briefing.findings, Corrections(), before).revision
        assert found is not None
        return [(c.what, c.fact.value, c.read) for c in found.changes]

    assert named("Sione Taufa") == [("reattributed", "Mele Fonua", True)]
    assert named("Fonua") == named("the cook Mele Fonua") == named("") == []


def test_a_correction_that_matches_nothing_is_orphaned() -> None:
    decided = parse_corrections(
        "same: {Captain Taufa: Sione Taufa}\nkinds: {Grace Nakato: person}\nslugs: {seeds/ferry.txt: boat}\n"
    )
    before, after = joined(*FOUND, corrections=decided), joined(*FOUND[1:], corrections=decided)
    assert sorted(since(before, after).orphaned) == ["same: Sione Taufa", "slugs: seeds/ferry.txt"]
    assert since(before, before).orphaned == ()
    assert since(before, joined(*FOUND[1:])).orphaned == (), "an entry that was taken out is no orphan"


# --- pairing ------------------------------------------------------------------------------------

CLAIM = st.integers(0, 12).map(lambda n: f"{n:016x}")


@st.composite
def states(draw: st.DrawFn) -> tuple[Fact, ...]:
    """Return facts of which no two of a kind, entities and differences aside, share a claim."""
    facts = []
    for kind in ("event", "entity", "difference"):
        free = draw(st.permutations([f"{n:016x}" for n in range(12)]))
        for n in range(draw(st.integers(0, 4))):
            claims = tuple(sorted(free[3 * n : 3 * n + draw(st.integers(1, 3))] if kind == "event" else {draw(CLAIM)}))
            value = draw(st.sampled_from(("conflict", "scope"))) if kind == "difference" else ""
            facts.append(Fact(f"{kind}-{n}", kind, f"words {n}", value, claims, 1, ("a" * 16,)))  # type: ignore[arg-type]
    return tuple(facts)


@given(states())
def test_a_state_compared_with_itself_has_lost_and_gained_nothing(facts: tuple[Fact, ...]) -> None:
    pairs = pair(facts, facts)
    assert pairs.gone == ()
    assert set(pairs.before) == {f.id for f in facts}


@given(states(), states(), st.randoms(use_true_random=False))
def test_the_order_of_facts_changes_no_pair(now: tuple[Fact, ...], then: tuple[Fact, ...], chance: object) -> None:
    shuffled = [*then]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = pair(now, then), pair(reversed(now), shuffled)
    assert dict(one.before) == dict(other.before)
    assert set(one.gone) == set(other.gone)


@given(states(), states())
def test_nothing_is_both_gone_and_there(now: tuple[Fact, ...], then: tuple[Fact, ...]) -> None:
    pairs = pair(now, then)
    met = {(f.kind, f.id) for found in pairs.before.values() for f in found}
    assert met.isdisjoint((f.kind, f.id) for f in pairs.gone)
    claims = {(f.kind, c) for f in now for c in f.claims}
    for fact in pairs.gone:
        if fact.kind != "difference":
            assert claims.isdisjoint((fact.kind, c) for c in fact.claims)


# --- whole articles -----------------------------------------------------------------------------

FROM_OTHERS = 0.95
"""The share of confirmations that must come from another origin, as a reader tells origins apart; it may rise."""
READ_ANEW = 0.08
"""The share of all changes that may be told of articles that didn't change, when one article comes.

It was .055 while a timeline had a third of its lines: what an article leaves unsaid is known by what others tell, and a
plan is over once a later article has come.
"""


def test_confirmations_between_whole_articles_come_from_other_origins() -> None:
    right: list[str] = []
    wrong: list[str] = []
    read = every = 0
    for path in sorted((Path(__file__).parent / "gold").glob("clusters-*.md")):
        cluster = judged.read(path)
        findings = cluster.briefing.findings
        origin = {name: group[0] for group in cluster.origins for name in group}
        late = {group[-1] for group in cluster.origins} or {findings[-1].article.id}
        found = since(joined(*(f for f in findings if f.article.id not in late)), cluster.briefing)
        for change in found.changes:
            every, read = every + 1, read + change.read
            if change.what == "confirmed":
                told_by = {origin.get(e.article, e.article) for e in change.cited}
                (right if len(told_by) > 1 else wrong).append(f"{path.name}: {change.fact.text}")
    assert len(right) >= FROM_OTHERS * len(right + wrong), wrong
    assert read <= READ_ANEW * every, (read, every)
    assert len(right) > 12, "else nothing was measured; one that tells another deed of the same event confirms nothing"
