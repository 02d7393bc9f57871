"""Facts that another house confirms, and what is so alike that only a reader sees that it doesn't."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from marked import article, cases

from generator.extract import extract
from generator.link import link
from generator.link.facts import FactKeys, facts_of
from generator.model import Corrections

if TYPE_CHECKING:
    from marked import Case

    from generator.model import Fact

CASES = cases(Path(__file__).parent / "cases" / "confirmed.md")
TOLD = ("event", "figure", "statement", "definition")
_HEAD = re.compile(r"(?m)^--- (?P<name>\w+) (?P<day>\S+)\n")


def facts(*rows: tuple[str, str, str]) -> tuple[Fact, ...]:
    """Return what some texts tell: (name of the house, day or ``-``, text)."""
    read = []
    for name, day, text in rows:
        stated = {"publisher": f"The {name.title()}"} | ({} if day == "-" else {"published": day})
        read.append(article(text, f"seeds/{name}.txt", **stated).named(name))
    briefing = link(tuple(extract(a) for a in read), Corrections())
    return facts_of(briefing, FactKeys(briefing))


def confirmed(case: Case) -> list[tuple[str, str]]:
    """Return the kind and the words of what the reports of a case confirm."""
    _, *parts = _HEAD.split(case.text)
    found = facts(*zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    return [(f.kind, f.text) for f in found if f.origins > 1 and f.kind in TOLD]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_only_the_same_is_confirmed(case: Case) -> None:
    found = confirmed(case)
    expected = [e.strip().split(" ", 1) for e in case.settings.get("confirmed", "").split(";") if e.strip()]
    for kind, words in expected:
        assert any(k == kind and words in text for k, text in found), (case.where, found)
    assert expected or not found, (case.where, found)


WATER = "The company delivered 1.9 million litres by tanker during the six days in Nyasi, where the taps ran dry."


@pytest.mark.parametrize(
    ("told", "origins"),
    [
        ("Tankers delivered 1.9 million litres to the hill of Nyasi, according to Tembea Water Company.", 1),
        ("Tankers delivered 1.9 million litres to the hill of Nyasi, the company said.", 1),
        ("Tankers delivered 1.9 million litres to the hill of Nyasi, the scales at the gate of the yard show.", 2),
    ],
    ids=["by its name", "as the company", "from elsewhere"],
)
def test_what_others_report_the_issuer_of_a_release_to_say_confirms_nothing_of_it(told: str, origins: int) -> None:
    head = "Tembea Water Company\nPRESS RELEASE\n9 October 2025\n\nWater is back\n\nTembea Water Company did it."
    read = [
        extract(article(f"{head} {WATER}", "seeds/a.txt").named("a")),
        extract(article(f"Taps run dry\n\nThe taps of Nyasi ran dry. {told}", "seeds/b.txt").named("b")),
    ]
    briefing = link(tuple(read), Corrections())
    found = facts_of(briefing, FactKeys(briefing))
    assert max(f.origins for f in found if f.kind == "figure" and "1.9 million" in f.text) == origins


def test_what_two_sources_quote_in_part_is_named_for_the_part_that_both_have() -> None:
    both = "High walls alone won't keep the sea out of Tarlac"
    first = f'"{both}. The whole region must move its schools uphill before the rains of next winter come," said Silva.'
    second = f'Fishermen repaired their boats all week. Mayor Ana Silva told them in the harbour: "{both}."'
    dawn = f"The council of Tarlac met on Friday. It heard Mayor Ana Silva. {first}"
    found = facts(("dawn", "2019-03-02", dawn), ("ledger", "2019-03-02", second))
    assert [f.text.rstrip(".") for f in found if f.kind == "statement" and f.origins > 1] == [both]
