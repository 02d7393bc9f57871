"""Words of one meaning: what shares a sense, and what never may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.text import stem
from generator.text.synonyms import alike, kind_of

if TYPE_CHECKING:
    from generator.text.synonyms import Part

SAME = [
    ("verb", "die perish", "begin commence", "postpone delay", "injure hurt", "build construct", "raze destroy"),
    ("noun", "house dwelling", "ship vessel", "wound injury", "storm hurricane", "employee worker", "pact agreement"),
]
OTHER = [
    ("verb", "open close", "buy sell", "win lose", "rise fall", "arrest release", "say deny", "hire fire"),
    ("noun", "man woman", "day night", "death injury", "driver passenger", "teacher student", "village town"),
]


@pytest.mark.parametrize(("part", "pair"), [(part, pair) for part, *pairs in SAME for pair in pairs])
def test_words_of_one_meaning_are_alike(part: Part, pair: str) -> None:
    one, other = map(stem, pair.split())
    assert alike(one, other, part)
    assert alike(other, one, part)


@pytest.mark.parametrize(("part", "pair"), [(part, pair) for part, *pairs in OTHER for pair in pairs])
def test_opposites_and_neighbours_are_not(part: Part, pair: str) -> None:
    one, other = map(stem, pair.split())
    assert not alike(one, other, part)


@pytest.mark.parametrize(
    ("noun", "kind"), [("collision", "event"), ("worker", "person"), ("decision", "act"), ("committee", "group")]
)
def test_a_noun_stands_for_a_kind_of_thing(noun: str, kind: str) -> None:
    assert kind_of(stem(noun)) == kind
