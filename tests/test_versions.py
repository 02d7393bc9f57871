"""A later version of one text by the same house replaces what it gives otherwise: *revised*, and no contradiction."""

from __future__ import annotations

import pytest
from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Corrections

FERRY = """Ferry runs aground off Losap

The ferry Aurora ran aground off Losap on Monday night with 140 passengers on board, the coast guard said.

{}

Fishermen took the passengers to the harbour in the dark, and the village cooked rice for them.

The owner of the ferry, the Losap Line, said that its captain had crossed the reef for twenty years."""
MILL = """Mill in Kotka will close

The paper mill in Kotka will close in autumn after a hundred years, its owner, Tervo Paper, said on Monday morning.

{}

The town lives from the mill: the church and the swimming hall were built by its first owners.

The union of paper workers said that it would talk with the company before it decides on a strike."""
REVISED = [
    (FERRY, "Twelve people were hurt, said the doctor of Losap.", "Nine people were hurt, said the doctor of Losap."),
    (FERRY, "The captain was on the bridge that night.", "The captain was not on the bridge that night."),
    (FERRY, "The ferry was built in Perth in 1984.", "The ferry was built in Perth in 1994."),
    (FERRY, "Its engine failed before it came to the reef.", "Its engine failed after it came to the reef."),
    (MILL, "It has 310 workers, most of them from the town.", "It has 130 workers, most of them from the town."),
    (MILL, "The company bought the mill from the state.", "The company sold the mill to the state."),
    (MILL, "The mayor had been told of the plan.", "The mayor had not been told of the plan."),
    (MILL, "Wages will be paid until the end of October.", "Wages will be paid until the end of December."),
]
SAME = [
    (FERRY, "Twelve people were hurt, said the doctor.", "12 people were hurt, said the doctor."),
    (FERRY, "The captain was on the bridge that night.", "That night the captain was on the bridge."),
    (FERRY, "The ferry was built in Perth.", "The ferry was built in Perth in 1994."),
    (FERRY, "Its engine failed near the reef.", "Its engine stopped near the reef."),
    (MILL, "It has some 300 workers from the town.", "It has 310 workers from the town."),
    (MILL, "The company bought the mill from the state.", "The company acquired the mill from the state."),
    (MILL, "The mayor had been told of the plan.", "The mayor had known of the plan."),
    (MILL, "Wages will be paid until October.", "Wages will be paid until the end of October."),
]


def verdicts(text: str, sentences: tuple[str, str], days: tuple[str, str], houses: tuple[str, str]) -> list[str]:
    """Return the verdicts on the differences of two versions of a text."""
    found = [
        article(text.format(s), f"seeds/{n}.txt", published=day, publisher=house).named(f"a{n}")
        for n, (s, day, house) in enumerate(zip(sentences, days, houses, strict=True))
    ]
    return [d.verdict for d in link(tuple(extract(a) for a in found), Corrections()).differences]


@pytest.mark.parametrize(("text", "old", "new"), REVISED, ids=lambda v: v[:40])
def test_a_later_version_of_one_house_replaces_what_it_tells_otherwise(text: str, old: str, new: str) -> None:
    assert verdicts(text, (old, new), ("2024-06-10", "2024-06-11"), ("The Star", "The Star")) == ["revised"]


@pytest.mark.parametrize(("text", "old", "new"), SAME, ids=lambda v: v[:40])
def test_a_later_version_that_tells_the_same_replaces_nothing(text: str, old: str, new: str) -> None:
    found = verdicts(text, (old, new), ("2024-06-10", "2024-06-11"), ("The Star", "The Star"))
    assert "revised" not in found
    assert "conflict" not in found


@pytest.mark.parametrize(("text", "old", "new"), REVISED, ids=lambda v: v[:40])
def test_another_house_contradicts_what_it_copies(text: str, old: str, new: str) -> None:
    found = verdicts(text, (old, new), ("2024-06-10", "2024-06-11"), ("The Star", "The Sun"))
    assert "revised" not in found
