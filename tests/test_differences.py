"""What the comparison of two sources shows, and what it must not show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from marked import Case, article, cases

from generator.clean import clean, identify
from generator.extract import extract
from generator.link import link
from generator.model import Corrections, Stated
from generator.read import read

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


DEMONSTRATION = (
    ("conflict", "date", "embarked on his first state visit to China"),
    ("conflict", "denial", "South China Sea"),
    ("conflict", "own-date", "An Insight into the Upcoming Vietnam-China Diplomatic Visit"),
    ("conflict", "period", "USD 145 billion"),
    ("wording", "act", "45 signed bilateral cooperation documents: display or signing"),
    ("wording", "naming", "community of shared destiny with strategic significance"),
    ("wording", "naming", "comprehensive strategic partnership of cooperation"),
    ("wording", "quotation", "connected by mountains and rivers"),
    ("wording", "quotation", "more in-depth cooperation at a higher level"),
    ("wording", "quotation", "oppose unilateral bullying practices"),
    ("wording", "quotation", "A small boat and a lone sail"),
    ("scope", "act", "1950 or 1991: diplomatic relations"),
    ("scope", "figure", "agreements"),
    ("scope", "figure", "bilateral trade"),
    ("scope", "office", "To Lam"),
)
SUMS = (("5 listed ≠ 6 announced", False), ("2025 − 75 = 1950", True))


def test_the_register_of_the_demonstration_is_as_a_careful_reader_lists_it() -> None:
    root = Path(__file__).parent.parent
    sources, _ = read(root / "seeds", root)
    articles = identify(tuple(clean(s) for s in sources), Corrections())
    found = link(tuple(extract(a) for a in articles), Corrections())
    shown = [(d.verdict, d.kind, d.question) for d in found.differences]
    assert len(shown) == len(DEMONSTRATION), shown
    for verdict, kind, words in DEMONSTRATION:
        assert [s for s in shown if s[:2] == (verdict, kind) and words in s[2]], words
    assert tuple((c.formula, c.holds) for c in found.checks) == SUMS
