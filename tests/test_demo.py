"""What the demo must never say, and the little that it must: an acceptance test, not a list of its output."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from generator.pipeline import build
from generator.settings import load_settings

if TYPE_CHECKING:
    from generator.model import Briefing

ROOT = Path(__file__).parent.parent


@cache
def demo() -> Briefing:
    return build(load_settings(ROOT), dry=True).briefing


def test_a_date_that_is_called_stated_has_its_year_in_its_words() -> None:
    dates = [d for f in demo().findings for d in f.dates if d.basis == "stated" and d.value]
    assert dates
    for date in dates:
        years = re.findall(r"\d{3,4}", date.value or "")
        assert any(year[:3] in date.text or year[2:] in date.text for year in years), date


def test_no_happening_is_agreed_on_by_one_origin() -> None:
    origins = {a: o.id for o in demo().origins for a in o.articles}
    for event in demo().events:
        told = {origins.get(e.article, e.article) for e in event.evidence}
        assert event.status != "agreed" or len(told) > 1, event.headline.text


def test_what_most_sources_lead_with_is_on_the_timeline() -> None:
    days = {e.date for e in demo().events if len({x.article for x in e.evidence}) > 1}
    assert {"2025-04-14", "2024-08"} <= days


def test_the_two_years_of_one_first_visit_are_a_difference() -> None:
    conflicts = [d for d in demo().differences if d.verdict == "conflict" and d.kind == "date"]
    assert any(
        "first" in e.text.lower() and "visit" in e.text for d in conflicts for r in d.readings for e in r.evidence
    )


def test_a_vague_number_and_one_that_it_allows_never_contradict_each_other() -> None:
    for difference in demo().differences:
        words = " ".join(r.value for r in difference.readings)
        assert difference.verdict != "conflict" or not re.search(r"(?i)\b(?:dozens|more than|over|several)\b", words)


def test_no_happening_stands_twice_out_of_one_sentence() -> None:
    for one, other in combinations(demo().events, 2):
        a, b = one.headline, other.headline
        assert (a.article, one.date) != (b.article, other.date) or not a.span.meets(b.span), (a.text, b.text)
