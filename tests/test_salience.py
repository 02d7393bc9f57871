"""Which sentences are lines: what can be read alone has more points than what hangs on something told before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import article

from generator.cache import Drawer, remembering
from generator.cache.memory import Memory
from generator.extract import extract
from generator.lexicons import table
from generator.link import link
from generator.link.events.points import Points
from generator.model import Briefing, Corrections, Evidence
from generator.salience import Salience, likely
from generator.text import read_text

if TYPE_CHECKING:
    from pathlib import Path

STORY = (
    "Quay of Vigo sinks\n\nThe quay of Vigo sank into the harbour on Friday, and 40 trucks went down with it.\n\n{}",
    "Trucks lost as quay sinks in Vigo\n\nOn Friday 40 trucks were lost when the quay in the port of Vigo gave way.",
)
"""Two reports of one happening, and room for a sentence more."""


def told(line: str) -> tuple[Briefing, Evidence]:
    """Return the briefing of both reports, the first one with a line more, and that line."""
    texts = (STORY[0].format(line), STORY[1])
    found = (extract(article(t, f"seeds/{n}.txt", published="2024-05-05")) for n, t in enumerate(texts))
    briefing = link(tuple(found), Corrections())
    first = briefing.articles[0]
    return briefing, first.cite(read_text(first).sentences[-1].span)


def points(line: str) -> float:
    """Return the points for that a line can be read alone."""
    briefing, words = told(line)
    return Salience(briefing).alone(words)


@pytest.mark.parametrize(
    ("whole", "hanging"),
    [
        ("Mayor Ana Torres of Vigo closed the harbour on Saturday.", "She closed it after that."),
        ("The harbour of Vigo was closed on Saturday.", "It was closed then."),
        ("Divers found two trucks in the harbour of Vigo on Sunday.", "They found two of them."),
        ("The builder of the quay was arrested in Vigo on Monday.", "The man was arrested there."),
        ("Vigo has asked for a new quay that costs 30 million euros.", "But that would cost a lot more, too."),
        ("A crane of the harbour of Vigo fell on a truck on Friday.", "Another one fell on us."),
    ],
)
def test_what_names_what_it_means_has_more_points_than_what_points_at_it(whole: str, hanging: str) -> None:
    assert points(whole) > points(hanging)


@pytest.mark.parametrize(
    ("news", "trifle"),
    [
        ("The quay of Vigo will be built again for 30 million euros by May 2026.", "Gulls are birds."),
        ("Two dockers of Vigo were arrested over the quay on Monday.", "Vigo is a town with a long street."),
    ],
)
def test_what_the_story_is_about_is_worth_more_than_what_is_beside_it(news: str, trifle: str) -> None:
    (one, line), (other, beside) = told(news), told(trifle)
    assert Salience(one).worth(line) > Salience(other).worth(beside)


def test_a_pronoun_that_the_page_tells_the_name_for_counts_as_a_name() -> None:
    text = "Mayor Ana Torres came to the quay of Vigo on Saturday. She closed the harbour of Vigo on Sunday."
    briefing, words = told(text)
    assert any(words.span.holds(m.span) for m in briefing.meant)
    assert Salience(briefing).alone(words) > Salience(replace(briefing, meant=())).alone(words)


def test_points_that_are_kept_are_counted_again_when_anything_of_the_story_changes(tmp_path: Path) -> None:
    briefing, words = told("Mayor Ana Torres came to the quay of Vigo on Saturday. She closed the harbour of Vigo.")
    first, other = briefing.findings
    retold = replace(other.article, text=other.article.text.replace("trucks", "swans "))
    changed = (
        replace(briefing, meant=()),
        replace(briefing, entities=briefing.entities[1:]),
        replace(briefing, stories=()),
        replace(briefing, findings=(first, replace(other, article=retold))),
        replace(briefing, findings=(replace(first, dates=(), figures=()), other)),
    )
    memory = Memory(Drawer(tmp_path, "links"))
    for one in (briefing, *changed, briefing):
        with remembering(memory):
            kept = Points(one).worth(words)
        assert kept == Salience(one).worth(words)
        memory.tidy()


def test_the_order_of_articles_changes_no_points() -> None:
    briefing, words = told("The harbour of Vigo was closed on Saturday.")
    turned = replace(briefing, findings=briefing.findings[::-1], origins=briefing.origins[::-1])
    assert Salience(turned).alone(words) == Salience(briefing).alone(words)


@given(st.text(alphabet="abcABC ,.’“”-0123456789\n", max_size=80))
def test_any_line_has_a_worth_between_none_and_one(text: str) -> None:
    made = article(f"Quay sinks\n\nThe quay sank. {text}", "seeds/any.txt")
    briefing = link((extract(made),), Corrections())
    salience = Salience(briefing)
    for sentence in read_text(made).sentences:
        assert 0 <= salience.worth(made.cite(sentence.span)) <= 1


def test_each_row_of_the_table_is_asked_for_and_says_what_it_counts() -> None:
    rows = table("line-points")
    briefing, words = told("Mayor Ana Torres of Vigo closed the harbour on Saturday.")
    asked = {name for name, _ in Salience(briefing).levels(words)}
    assert {row[0] for row in rows} <= asked
    assert all(len(row) == 4 and row[3] and all(re.fullmatch(r"-?\d+", n) for n in row[1:3]) for row in rows)
    assert likely(0) == 0.5
