"""What the comparison of two sources shows, and what it must not show.

A case with ``expect`` says what is shown, one with ``wanted`` what a reader would like to see and no comparison tells:
then that may be shown or nothing, and nothing else.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from marked import Case, article, cases

from generator.extract import extract
from generator.link import link
from generator.link.differences.card import Parts, Question, card, reading
from generator.link.differences.corpus import Corpus
from generator.link.differences.settle import settled
from generator.model import Corrections, Kind, Stated, Verdict
from generator.render.disputes import disputes

if TYPE_CHECKING:
    from generator.model import Briefing, Difference

CASES = tuple(
    case for path in sorted((Path(__file__).parent / "cases").glob("differences*.md")) for case in cases(path)
)


def linked(*texts: tuple[str, str | None]) -> Briefing:
    """Return the briefing of some texts with their days of publication."""
    articles = []
    for n, (text, published) in enumerate(texts):
        found = article(text, f"seeds/{n}.txt").named(f"a{n}")
        articles.append(replace(found, published=Stated(published, (), "its file")) if published else found)
    return link(tuple(extract(a) for a in articles), Corrections())


def of_case(case: Case) -> tuple[Difference, ...]:
    days = [case.settings.get(f"published {letter}") for letter in "ab"]
    return linked(*zip(case.text.split("\n\n---\n\n"), days, strict=True)).differences


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    differences = of_case(case)
    found = sorted(f"{d.verdict} {d.kind}" for d in differences)
    if wanted := case.settings.get("wanted"):
        assert set(found) <= {*wanted.split("; ")}, case.where
        return
    expected = [] if case.settings["expect"] == "nothing" else sorted(case.settings["expect"].split("; "))
    assert found == expected, case.where
    assert case.settings.get("question") in (None, *(d.question for d in differences)), case.where


def test_only_what_is_withdrawn_is_marked() -> None:
    case = next(c for c in CASES if c.title == "A number that a note corrects is withdrawn where another tells it")
    briefing = linked(*zip(case.text.split("\n\n---\n\n"), ("2023-05-04", "2023-05-03"), strict=True))
    (difference,) = briefing.differences
    marks = disputes(briefing, {f"d-{difference.id}": "differences.md"})
    assert {article for article, _ in marks.places} == {"a1"}
    assert {mark.style for found in marks.places.values() for mark in found} == {"withdrawn"}


def test_a_day_is_no_sentence_that_gives_the_number_of_a_correction() -> None:
    case = next(c for c in CASES if c.title == "A number that a note corrects is withdrawn where another tells it")
    one, other = case.text.split("\n\n---\n\n")
    plan = "The talks on a new dam will be held in Lima on 12 May."
    (difference,) = linked((f"{plan} {one}", "2023-05-04"), (other, "2023-05-03")).differences
    assert not [e.text for r in difference.readings for e in r.evidence if "12 May" in e.text]


def test_what_grew_stands_in_the_order_of_the_reports_each_with_its_day() -> None:
    days = ("2025-03-20", "2025-03-12", "2025-03-14")
    briefing = linked(*((f"{n} people died in the flood at Losap.", day) for n, day in zip("534", days, strict=True)))
    corpus = Corpus(briefing)
    said = (reading(corpus, f.article.text[:1], (f.article.cite(f.article.sentences[0]),)) for f in briefing.findings)
    grown = card(
        Question(Kind.FIGURE, Parts(asked="How many people died?"), Verdict.GROWN, "Later ones count more."), said
    )
    (told,) = settled(corpus, [grown])
    assert [(r.value, r.because) for r in told.readings] == [
        ("3", "told on 12 March 2025"),
        ("4", "told on 14 March 2025"),
        ("5", "told on 20 March 2025"),
    ]


HOMES = "The fire at Losap has destroyed {} homes."


@pytest.mark.parametrize(("third", "expected"), [("63", "grown"), ("41", "scope")])
def test_a_count_that_a_later_report_gives_lower_again_has_not_grown(third: str, expected: str) -> None:
    told = zip(("41", "63", third), ("2025-03-10", "2025-03-11", "2025-03-12"), strict=True)
    (found,) = linked(*((HOMES.format(n), day) for n, day in told)).differences
    assert found.verdict == expected


def test_the_families_of_some_of_the_dead_give_no_toll() -> None:
    fever = "Tesk tower was source of fever\n\nThe tower of the Tesk hall was the source of the fever that killed"
    families = "Families of three people who died of the Tesk fever will sue, their lawyer said. It killed five."
    briefing = linked(
        ("Fever in Tesk\n\nThe agency counts 37 cases of the Tesk fever and four deaths.", "2024-03-26"),
        (f"{fever} five people in Tesk, the agency said on Wednesday.", "2024-04-03"),
        (f"Families to sue Tesk\n\n{families}", "2024-04-10"),
    )
    assert [[r.value for r in d.readings] for d in briefing.differences] == [["four", "five"]]


def test_nobody_is_sentenced_for_being_named_before_he_is() -> None:
    court = "A court in Lund heard the case of a baker on Monday. Ana Lee was the victim in that case."
    terms = (
        "He was sentenced to 2 years, with 9 months to serve.",
        "He was sentenced to 3 years, with 9 months to serve.",
    )
    found = linked(*((f"{court} {told}", "2024-05-14") for told in terms))
    assert not [d.question for d in found.differences if "Ana Lee" in d.question]
