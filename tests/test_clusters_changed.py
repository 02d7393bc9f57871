"""Articles of the clusters beside copies of themselves: other words give no conflict, one other fact gives one."""

from __future__ import annotations

import re
import zlib
from functools import cache
from itertools import cycle, islice
from typing import TYPE_CHECKING

import judged
import pytest
from marked import article
from test_clusters import GOLD, HALVES

from generator.extract import extract
from generator.link import link
from generator.model import Corrections, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Difference

FOUND = 0.85
"""The share of changed facts that must give a conflict; it may rise. Missed are short sentences and rounded numbers."""
EVERY = 3
"""Of the articles, every third one is changed, to keep the tests short."""

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WORDS = {word: str(n) for n, word in enumerate(NUMBERS, start=2)}
DIGITS = {digits: word for word, digits in WORDS.items()}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")

REWORDED: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (rf"\b({'|'.join(WORDS)})\b(?= [a-z])", lambda m: WORDS[m[1]]),  # five days
    (r"(?<![\d.,$€P])\b([2-9]|1[0-2])\b(?= (?!million|billion|percent)[a-z])", lambda m: DIGITS[m[1]]),  # 5 days
    (r"\s?%", " percent"),
    (r" per ?cent\b", "%"),
    (r" kilograms\b", " kg"),
    (r" kilometres\b", " km"),
    (r" metric tons\b", " tonnes"),
    (r"\b([\d.,]+) (million|billion) euros", r"€\1 \2"),
    (r"\b(\d{1,3}),(\d{3})\b", r"\1 \2"),
    (r"\b(\d\d),(\d)\d\d\b", r"about \1,\g<2>00"),
    (rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b", r"\2 \1"),
    (r"\b(?:Mr|Ms|Mrs) ", ""),
    (r" said that ", " said "),
    (r", (he|she) said\b", r", \1 told reporters"),
    (r"\bmore than\b", "over"),
    (r" began ", " started "),
    (r" hurt ", " injured "),
    (r"\b(did|was|has) not\b", r"\1n’t"),
)

CHANGED: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "year": (r"\b(?:1[89]|20)\d\d\b", lambda m: str(int(m[0]) - 3)),
    "number": (
        r"(?<![\d.,:])\d{2,3}(?:[.,]\d{1,3}){0,2}(?![\d:]|[.,]\d)\b",
        lambda m: f"{int(m[0][0]) % 8 + 2}{m[0][1:]}",
    ),
    "weekday": (rf"\b(?:{'|'.join(DAYS)})\b", lambda m: DAYS[DAYS.index(m[0]) - 2]),
    "month": (rf"\b(?:{'|'.join(MONTHS)})\b", lambda m: MONTHS[MONTHS.index(m[0]) - 2]),
    "not": (r"\b(?:was|were|has|have|did|will) (not )", lambda m: m[0].replace(m[1], "")),
}


@cache
def articles() -> tuple[tuple[str, dict[str, str]], ...]:
    paths = [GOLD / f"clusters-{n:02}.md" for half in ("developed on", "held out") for n in HALVES[half]]
    return tuple(islice((a for path in paths for a in judged.told(path).values()), 0, None, EVERY))


def conflicts(one: str, other: str, stated: dict[str, str]) -> list[Difference]:
    """Return the conflicts between two texts that state the same of themselves."""
    pair = (
        article(one, "seeds/one.txt", **stated).named("one"),
        article(other, "seeds/two.txt", **stated).named("two"),
    )
    return [d for d in link(tuple(map(extract, pair)), Corrections()).differences if d.verdict == "conflict"]


def changes(text: str) -> Iterator[tuple[str, Span]]:
    """Yield copies of a text with one fact changed, one of each kind that it has, and the place of the change."""
    for kind, (pattern, change) in CHANGED.items():
        sites = list(re.compile(pattern).finditer(text, text.index("\n\n")))
        if sites:
            site = sites[zlib.crc32(f"{kind}{text}".encode()) % len(sites)]
            new = change(site)
            yield text[: site.start()] + new + text[site.end() :], Span(site.start(), site.start() + len(new))


@pytest.mark.parametrize("first", range(2))
def test_the_same_facts_in_other_words_are_no_conflict(first: int) -> None:
    for text, stated in articles():
        copy = text
        for pattern, words in islice(REWORDED, first, None, 2):
            copy = re.sub(pattern, words, copy)
        title, *rest = copy.split("\n\n")
        turned = islice(cycle(rest), 1, len(rest) + 1)
        assert conflicts(text, "\n\n".join((title, *turned)), stated) == [], text


def test_one_changed_fact_is_one_conflict_at_its_place() -> None:
    told = []
    for text, stated in articles():
        for copy, place in changes(text):
            found = conflicts(text, copy, stated)
            assert len(found) <= 1, copy
            shown = [e for d in found for r in d.readings for e in r.evidence if e.article == "two"]
            assert not found or any(e.span.meets(place) for e in shown), copy
            told.append(bool(found))
    assert sum(told) >= FOUND * len(told)
