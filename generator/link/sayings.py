"""Quotations ──▶ comparable sayings: one speaker, the words that carry meaning, how rare they are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from anyascii import anyascii

from generator.lexicons import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model import Quote

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
FEW = 50  # in fewer sayings counts say little about how rare a word is
_STEM = 3  # letters that a stem keeps at least


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation with its continuations: who said it (comparable), and its words of meaning in order.

    ``speaker`` is an entity's id, the folded words that describe the speaker, or empty.
    """

    quotes: tuple[Quote, ...]
    entity: str | None
    speaker: str
    stems: tuple[str, ...]

    @property
    def article(self) -> str:
        """Where it is quoted."""
        return self.quotes[0].article

    @property
    def attribution(self) -> str:
        """The words that name or describe the speaker, or nothing."""
        return next((q.speaker.text for q in self.quotes if q.speaker), "")

    @property
    def direct(self) -> bool:
        """Whether all of it stands in quotation marks."""
        return all(q.kind != "reported" for q in self.quotes)


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    return frozenset(words("utterances-stopwords"))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word without its ending."""
    word = word.removesuffix("'s")
    if word.endswith("ss"):
        return word  # across, process: no plural
    ending = next((e for e in words("utterances-endings") if word.endswith(e) and len(word) - len(e) >= _STEM), "")
    return word[: len(word) - len(ending)]


def stems_of(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words of meaning, in order."""
    plain = anyascii(text.translate(_APOSTROPHES)).lower()
    return tuple(stem(w) for w in _WORD.findall(plain) if w not in _stopwords())


def rarity(sayings: Sequence[Saying]) -> dict[str, float]:
    """Return the weight of every stem: its inverse document frequency among the sayings (Spärck Jones 1972)."""
    counts = Counter(s for saying in sayings for s in set(saying.stems))
    many = max(len(sayings), FEW)
    return {s: log(1 + many / n) for s, n in sorted(counts.items())}


def overlap(one: Saying, other: Saying, weights: Mapping[str, float]) -> tuple[float, int]:
    """Return how much of the shorter saying's weight the longer one has (0 to 1), and how many stems they share."""
    a, b = Counter(one.stems), Counter(other.stems)
    shared = a & b
    weight = sum(weights[s] * n for s, n in sorted(shared.items()))
    least = min(sum(weights[s] for s in one.stems), sum(weights[s] for s in other.stems))
    return (weight / least if least else 0.0), shared.total()


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest run of stems that both have (dynamic programming, O(n·m))."""
    best, before = 0, [0] * (len(other) + 1)
    for a in one:
        row = [0]
        for j, b in enumerate(other):
            row.append(before[j] + 1 if a == b else 0)
        best, before = max(best, *row), row
    return best
