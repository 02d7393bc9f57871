"""Values of one thing are linked by points: the same whichever article comes first, by a table that has all of them."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from test_differences import CASES, linked

from generator.lexicons import table
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import weights_of
from generator.link.differences.slots.given import every
from generator.link.differences.slots.linkage import compared
from generator.link.differences.slots.linkage import linked as values
from generator.link.likeness import Weights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from marked import Case

    from generator.link.differences.slots.align import Match

OF_LINKAGE = tuple(c for c in CASES if c.where.startswith("differences-linked"))


def both_ways(case: Case) -> Iterator[tuple[set[str], set[str]]]:
    """Yield what is linked of the two articles of a case, and of the same two in the other order."""
    days = [case.settings.get(f"published {letter}") for letter in "ab"]
    corpus = Corpus(linked(*zip(case.text.split("\n\n---\n\n"), days, strict=True)))
    given = list(corpus.once(every))
    weights = Weights(weights_of(g.words for g in given))
    for one, other in combinations(given, 2):
        there, back = (compared(corpus, a.slots(), b.slots(), weights) for a, b in ((one, other), (other, one)))
        yield set(map(said, values(corpus, there, weights))), set(map(said, values(corpus, back, weights)))


def said(found: Match) -> str:
    """Return the two values of a pair, in one order."""
    return " | ".join(sorted((found.one.text, found.other.text)))


@pytest.mark.parametrize("case", OF_LINKAGE, ids=lambda c: c.title)
def test_the_order_of_articles_changes_nothing(case: Case) -> None:
    assert all(there == back for there, back in both_ways(case)), case.where
    assert case.settings["expect"] != "nothing" or not any(there for there, _ in both_ways(case)), case.where


def test_each_row_of_the_table_has_points_and_says_what_for() -> None:
    rows = table("comparison-points")
    assert all(len(row) == 3 and float(row[1]) and row[2] for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_other_values_that_share_as_much_only_take_points_away() -> None:
    points = {row[0]: float(row[1]) for row in table("comparison-points")}
    assert max(points["rival"], points["again"]) < 0


TALBERG = (
    (
        "The Talberg flower show opened on Saturday.\n\nThe parade was due to start at 4.30 p.m. Rain fell.",
        "2025-05-04",
    ),
    ("Members of the Talberg flower show meet on Saturday.\n\nVoting starts at nine. The hall is warm.", "2025-05-03"),
    ("The Talberg flower show has a new gate.\n\nIt is made of oak, said the gardener Ada Lunt.", "2025-05-02"),
    ("Roses won at the Talberg flower show.\n\nThe jury praised their scent and their thorns.", "2025-05-05"),
    (
        "The Talberg flower show is over.\n\nThe lawn will need a summer to recover, the gardener Ada Lunt said.",
        "2025-05-06",
    ),
)


def test_two_hours_of_a_folder_that_nothing_links_are_of_two_things() -> None:
    assert not [d for d in linked(*TALBERG).differences if d.verdict == "conflict"]
