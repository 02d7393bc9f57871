"""How many of the differences that a reader finds between whole articles are shown, and how many conflicts are false.

Clusters 01 to 08 and 17 to 24 may be looked at while rules are made; 09 to 16 and 25 to 32 are for measuring alone.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import judged
import pytest

GOLD = Path(__file__).parent / "gold"
HALVES = {
    "developed on": range(1, 9),
    "held out": range(9, 17),
    "developed on, second series": range(17, 25),
    "held out, second series": range(25, 33),
}

SHOWN = {"developed on": 0.68, "held out": 0.2, "developed on, second series": 0.29, "held out, second series": 0.21}
"""The share of the differences that must be shown; it may rise. It was .38 and .27 with the kinds of comparison that
showed nothing true on news that nobody wrote rules for; they are gone, and what they showed here went with them; one
more of .2 went with the gates. Lists that are shorter than told, slips of one article, are asked for no more.
The second series was written by somebody who hadn't read how sources are compared. It was .3 and .22 before two values
had to stand in sentences that are alike: of real conflicts that were false a third to a half went with that. One of
.7 went with single sentences that two articles share but for a word: in 80 folders of real articles they had shown
nothing."""
FALSE = dict.fromkeys(HALVES, 0)
"""Conflicts that no reader sees; they may get fewer."""
ORIGINS = {half: 2 / 3 if half == "developed on" else 1.0 for half in HALVES}
"""The share of the groups of near-copies that are found exactly."""


@cache
def clusters(half: str) -> tuple[judged.Cluster, ...]:
    return tuple(judged.read(GOLD / f"clusters-{n:02}.md") for n in HALVES[half])


@pytest.mark.parametrize("half", HALVES)
def test_differences_between_whole_articles(half: str) -> None:
    scores = [judged.score(cluster) for cluster in clusters(half)]
    shown = [item for score in scores for item in score.shown]
    missed = [item for score in scores for item in score.missed]
    false = [line for score in scores for line in score.false]
    assert len(false) <= FALSE[half], false
    assert len(shown) >= SHOWN[half] * len(shown + missed), Counter(item.kinds[0] for item in missed)


@pytest.mark.parametrize("half", HALVES)
def test_near_copies_are_one_origin_and_nothing_else_is(half: str) -> None:
    expected = {(n, group) for n, c in enumerate(clusters(half)) for group in c.origins}
    groups = ((n, o.articles) for n, c in enumerate(clusters(half)) for o in c.briefing.origins)
    found = {(n, articles) for n, articles in groups if len(articles) > 1}
    assert found <= expected
    assert len(found) >= ORIGINS[half] * len(expected)
