"""The pattern of any of some texts finds the longest of those that begin at a place, whatever is escaped in them."""

import re

import pytest

from generator.lexicons import any_of

TEXTS = ("may", "march", "mar", "st. patrick's day", "st", "a", "à la")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("march", ["march"]),
        ("mar.", ["mar"]),
        ("on st. patrick's day", ["st. patrick's day"]),
        ("st patrick", ["st", "a"]),
        ("à la may", ["à la", "may"]),
        ("the 5th", []),
    ],
)
def test_the_longest_is_found(text: str, found: list[str]) -> None:
    assert re.findall(any_of(TEXTS), text, re.VERBOSE) == found


def test_spaces_may_be_others() -> None:
    assert re.findall(any_of(TEXTS, r"\s+"), "st.\n patrick's  day", re.VERBOSE) == ["st.\n patrick's  day"]
