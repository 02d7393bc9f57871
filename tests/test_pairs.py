"""Plain pairs of sentences behind one opening: how many that contradict are shown, and how many that don't."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Corrections

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLD = Path(__file__).parent / "gold"
_HAPPENING = re.compile(
    r"(?m)^## (?P<title>.{1,80})\npublished: (?P<published>\S{10})\n\n(?P<opening>.{1,400})\n"
    r"\n### contrary\n(?P<contrary>(?:- .{1,400}\n){1,20})\n### not contrary\n(?P<other>(?:- .{1,400}\n){1,20})"
)

SHOWN = {"pairs-dev": 0.15, "pairs-held": 0.2}
"""The share of the contradicting pairs that must be shown as a conflict; it may rise."""
FALSE = {"pairs-dev": 2, "pairs-held": 1}
"""Pairs shown as a conflict that don't contradict; they may get fewer."""


class Pair(NamedTuple):
    """A happening's title, day and opening, the two sentences behind it, and whether they contradict."""

    title: str
    published: str
    opening: str
    sentences: tuple[str, str]
    contrary: bool

    def is_shown(self) -> bool:
        """Tell whether a conflict cites both sentences."""
        one, two = (
            extract(article(f"{self.title}\n\n{self.opening}\n\n{said}\n", f"seeds/{name}.txt", **stated).named(name))
            for name, said in zip(("one", "two"), self.sentences, strict=True)
            for stated in ({"published": self.published, "publisher": f"Paper {name}"},)
        )
        conflicts = (d for d in link((one, two), Corrections()).differences if d.verdict == "conflict")
        return any({e.article for r in d.readings for e in r.evidence} == {"one", "two"} for d in conflicts)


def pairs(name: str) -> Iterator[Pair]:
    """Yield the pairs of a file."""
    for found in _HAPPENING.finditer((GOLD / f"{name}.md").read_text(encoding="utf-8")):
        for contrary in (True, False):
            for line in found["contrary" if contrary else "other"].splitlines():
                one, two = line.removeprefix("- ").split(" | ")
                yield Pair(found["title"], found["published"], found["opening"], (one, two), contrary)


@pytest.mark.parametrize("name", SHOWN)
def test_pairs_that_contradict_are_shown_and_others_are_not(name: str) -> None:
    told = list(pairs(name))
    shown = [pair for pair in told if pair.is_shown()]
    right = sum(pair.contrary for pair in shown)
    wrong = [pair.sentences for pair in shown if not pair.contrary]
    assert [sum(pair.contrary is side for pair in told) for side in (True, False)] == [20, 20]
    assert len(wrong) <= FALSE[name], wrong
    assert right >= SHOWN[name] * 20, right
