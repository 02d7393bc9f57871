"""Measures: which figures of several articles measure the same thing."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import Case, article, cases

from generator.extract import extract
from generator.link import link
from generator.model import Briefing, Corrections
from generator.text import read_text
from generator.text.befallen import label_of

SPECIFICATION = cases(Path(__file__).parent / "cases" / "measures.md")


def briefing_of(*texts: str) -> Briefing:
    found = tuple(extract(article(text, f"seeds/{n}.txt")) for n, text in enumerate(texts))
    return link(found, Corrections())


def paragraphs(case: Case) -> list[tuple[int, int]]:
    """Return where the paragraphs of a case begin and end."""
    out, start = [], 0
    for part in case.text.split("\n\n"):
        out.append((start, start + len(part)))
        start += len(part) + 2
    return out


@pytest.mark.parametrize("case", SPECIFICATION, ids=lambda c: c.title)
def test_a_case_of_the_specification_holds(case: Case) -> None:
    spans = paragraphs(case)
    briefing = briefing_of(*(case.text[start:end] for start, end in spans))
    wanted: dict[str, set[tuple[str, str]]] = {}
    for mark in case.of("measure"):
        n = next(n for n, (start, end) in enumerate(spans) if start <= mark.start < end)
        if mark.value != "-":
            wanted.setdefault(mark.value, set()).add((str(n), mark.text.split()[0]))
    got = [{(f.article, f.text.split()[0]) for f in m.figures} for m in briefing.measures]
    assert sorted(map(sorted, got)) == sorted(map(sorted, wanted.values())), case.where


def test_the_ids_of_groups_are_unique_and_their_labels_are_words_of_a_source() -> None:
    text = "Exports of Chad reached $6 billion. Imports of Chad reached $4 billion."
    briefing = briefing_of(text, text, text)
    ids = [m.id for m in briefing.measures]
    assert len(ids) == len(set(ids)) == 2
    assert all(m.label in text for m in briefing.measures)


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("In Mopti 30 people were killed when the mill burned.", "people dead"),
        ("The fire left at least 30 people dead.", "people dead"),
        ("A fire hurt 30 people and 12 goats.", "people injured"),
        ("Police have arrested 30 women in Mopti.", "women arrested"),
        ("There were two fatalities, and 30 people have been taken to hospital.", "people"),
        ("She mourned the death of a woman who had 30 children.", "children"),
        ("The poll of 30 people was published in Mopti.", "people"),
        ("In Mopti 30 millers were killed.", "millers"),
        ("A poll put trust in the council of Mopti at 30 percent.", "trust in the council of Mopti"),
        ("The poll in Mopti had a 30 percent margin of error.", "margin of error"),
    ],
)
def test_people_are_named_with_what_befalls_them(told: str, label: str) -> None:
    found = extract(article(told))
    figure = next(f for f in found.figures if f.value == 30)
    assert label_of(figure, read_text(found.article).sentence_at(figure.span.start)) == label
