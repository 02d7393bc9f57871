"""An editor's decision stands beside the difference, signed; the difference stays."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from test_differences import linked

from generator.link.edits.occasions import edit_differences
from generator.link.edits.orphans import tell_orphans
from generator.model import Briefing, Correction, Corrections, Difference, Reading, Span
from generator.model.kinds import Kind, Verdict
from generator.read.corrections import parse_corrections
from generator.render import render
from generator.render.data import as_data

TEMPLATES = (Path(__file__).parent.parent / "templates",)

ONE = "The tunnel under the Sava cost 310 million euros, the ministry of transport said."
TWO = "It opened late, and at 340 million euros the tunnel cost more than the bridge beside it."


def conflicting() -> Briefing:
    """Return two articles and one difference, as a comparer makes it."""
    briefing = linked((ONE, "2020-02-02"), (TWO, "2020-02-03"))
    readings = tuple(
        Reading(value, "stated", "", (article.cite(Span(at, at + len(value))),), (article.id,))
        for article, value in zip(briefing.articles, ("310 million euros", "340 million euros"), strict=True)
        for at in [article.text.index(value)]
    )
    question = "How much: the cost of the tunnel?"
    one = Difference("figure-how-much-the-cost-1a2b3c", Kind.FIGURE, question, Verdict.CONFLICT, "Same unit.", readings)
    return replace(briefing, differences=(one,))


def decided(*decisions: Correction) -> Briefing:
    return tell_orphans(edit_differences(replace(conflicting(), corrections=Corrections(entries=decisions))))


def decision(difference: str) -> Correction:
    signed = (("because", "The audit of *2021* says so."), ("by", "B. Editor"), ("on", "2024-06-01"))
    return Correction("verdicts", difference, (("holds", "310 million euros"), *signed), 7)


def page(briefing: Briefing, path: str) -> str:
    return next(p for p in render(briefing, TEMPLATES, "Test") if p.path == path).content.decode()


def test_a_decision_is_shown_signed_and_the_difference_stays() -> None:
    (difference,) = conflicting().differences
    briefing = decided(decision(difference.id))
    assert briefing.problems == conflicting().problems
    for path in ("differences.md", "index.md"):
        text = page(briefing, path)
        assert "Decided by B. Editor" in text, path
        assert "1 June 2024" in text, path
        assert "The audit of &#42;2021&#42; says so." in text, path
        assert difference.question in text, path
    (row,) = as_data(briefing)["differences"]
    assert row["verdict"] == "conflict"
    assert row["decision"]["by"] == "B. Editor"


def test_the_reading_that_the_editor_holds_is_marked() -> None:
    (difference,) = conflicting().differences
    text = page(decided(decision(difference.id)), "differences.md")
    assert [line.split("**")[1] for line in text.splitlines() if "held by the editor" in line] == ["310 million euros"]


def test_the_program_decides_nothing_by_itself() -> None:
    briefing = conflicting()
    assert "Decided by" not in page(briefing, "differences.md")
    assert [d["decision"] for d in as_data(briefing)["differences"]] == [None]


def test_every_card_has_the_lines_to_paste() -> None:
    (difference,) = conflicting().differences
    pasted = page(conflicting(), "data/corrections/differences.yml")
    written = re.sub(r"(holds|because|by): .*", r"\1: x", pasted).replace("on: #", "on: 2025-05-02 #")
    says = (("holds", "x"), ("because", "x"), ("by", "x"), ("on", "2025-05-02"))
    assert parse_corrections(written).entries == (Correction("verdicts", difference.id, says, 3),)
    assert all(r.value in pasted for r in difference.readings)


def test_a_decision_on_no_difference_is_a_problem_with_its_line_and_stays_visible() -> None:
    briefing = decided(decision("figure-how-high-the-tower-0a0a0a"))
    problem = briefing.problems[-1]
    assert str(problem).startswith("corrections.yml:7: verdicts: `figure-how-high-the-tower-0a0a0a` matches nothing")
    assert "figure-how-high-the-tower-0a0a0a" in page(briefing, "editors.md")


def test_a_decision_on_older_answers_to_the_same_question_is_told_where_they_are() -> None:
    (difference,) = conflicting().differences
    briefing = decided(decision(difference.id[:-6] + "000000"))
    assert f"did you mean `{difference.id}`?" in briefing.problems[-1].message
    assert briefing.differences[0].decision is None


def test_a_disputed_event_keeps_its_dates_on_the_timeline_beside_the_decision() -> None:
    briefing = linked(("Mayor Ana Torres opened the Kalvik tunnel on 4 May 2019.", "2020-02-02"))
    (event,) = briefing.events
    readings = tuple(Reading(day, "stated", "", event.evidence) for day in ("2019-05-04", "2019-05-06"))
    disputed = replace(event, status="disputed", readings=readings)
    difference = Difference(
        "date-when-1a2b3c", Kind.DATE, "When did it open?", Verdict.CONFLICT, "", readings, event.id
    )
    made = Corrections(entries=(decision(difference.id),))
    text = page(
        edit_differences(replace(briefing, events=(disputed,), differences=(difference,), corrections=made)),
        "timeline.md",
    )
    assert "Decided by B. Editor" in text
    assert "4 May 2019" in text
    assert "6 May 2019" in text
