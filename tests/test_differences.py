"""What the comparison of two sources shows, and what it must not show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from marked import Case, article, cases

from generator.extract import extract
from generator.link import link
from generator.model import Corrections, Stated

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
        articles.append(replace(found, published=Stated(published, ())) if published else found)
    return link(tuple(extract(a) for a in articles), Corrections())


def of_case(case: Case) -> tuple[Difference, ...]:
    days = [case.settings.get(f"published {letter}") for letter in "ab"]
    return linked(*zip(case.text.split("\n\n---\n\n"), days, strict=True)).differences


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    found = sorted(f"{d.verdict} {d.kind}" for d in of_case(case))
    expected = [] if case.settings["expect"] == "nothing" else sorted(case.settings["expect"].split("; "))
    assert found == expected, case.where


def test_an_anniversary_is_counted_back_and_compared_with_the_year_that_another_source_states() -> None:
    one = "This year marks the 50th anniversary of the establishment of diplomatic relations between Peru and Laos."
    other = "Diplomatic relations between Peru and Laos were established in 1975, in a room of a hotel."
    (check,) = linked((one, "2025-06-06"), (other, "2025-06-08")).checks
    assert (check.formula, check.holds) == ("2025 − 50 = 1975", True)


LISTS = {
    "The minister named four towns: Puno, Juliaca, Ilave and Moho.": ("4 listed = 4 announced", True),
    "The minister named five towns: Puno, Juliaca, Ilave and Moho.": ("4 listed ≠ 5 announced", False),
    "She has two rules: never sail alone; never trust a calm sea.": ("2 listed = 2 announced", True),
}


@pytest.mark.parametrize("text", LISTS)
def test_a_list_is_counted(text: str) -> None:
    (check,) = linked((text, None)).checks
    assert (check.formula, check.holds) == LISTS[text]


@pytest.mark.parametrize(
    "text",
    [
        "He was convicted seven times on a long array of charges: arson, theft and fraud.",
        "She gave three reasons: the wages, which nobody had paid, and the roof, and that nobody listened at all.",
        "At 10:30 the train left with 12 waggons: nobody saw it again.",
    ],
)
def test_what_is_no_list_is_not_counted(text: str) -> None:
    assert linked((text, None)).checks == ()
