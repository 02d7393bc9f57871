"""A sentence as the figure rules see it: tokens, quantities and the spans of dates and names in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.extract.figures.tokens import HYPHENS, Tokens, at, near
from generator.extract.figures.wordsets import wordset
from generator.lexicons import table, words

if TYPE_CHECKING:
    from generator.extract.figures.phrases import Quantity
    from generator.model import Article, Date, Name

_PLURALS = wordset("sentence-plurals")
_NO_PLURALS = wordset("sentence-no-plurals")
_VERBS = wordset("sentence-third-person")
_SHORTEST = len("its") + 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its text, where it begins in the article, and what was found in it (offsets of the sentence).

    ``all_names`` are those of the whole article.
    """

    article: Article
    start: int
    text: str
    tokens: Tokens
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    names: tuple[Name, ...]
    all_names: tuple[Name, ...]

    def counted(self, i: int) -> bool:
        """Tell whether a token is part of a number or its unit."""
        return any(q.first <= i < q.after for q in self.quantities)

    def dated(self, i: int) -> bool:
        """Tell whether a token lies in a temporal expression."""
        token = at(self.tokens, i)
        begin, end = token.start + self.start, token.end + self.start
        return any(d.span.start < end and begin < d.span.end for d in self.dates)


@cache
def stops() -> frozenset[str]:
    """Return the words that end a noun phrase."""
    return frozenset(words("figures-stops"))


@cache
def verbs() -> dict[str, str]:
    """Return the words that tie a measure to a figure, with their class (not the nouns of change)."""
    return {row[0]: row[1] for row in table("figures-verbs") if not row[1].startswith("noun")}


@cache
def changes() -> dict[str, str]:
    """Return the nouns of change with ``up`` or ``down``."""
    return {row[0]: row[1].removeprefix("noun-") for row in table("figures-verbs") if row[1].startswith("noun")}


def plural(word: str) -> bool:
    """Tell whether a word looks like a plural noun."""
    low = word.lower()
    if low in _PLURALS:
        return True
    ends = low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s"))
    return ends and len(low) >= _SHORTEST and low not in _NO_PLURALS | _VERBS | stops()


def run(tokens: Tokens, i: int, limit: int) -> int:
    """Return the index after the words that follow each other from ``i``, hyphens and possessive marks among them."""
    k, count = i, 0
    while count < limit and at(tokens, k).kind == "word" and (k == i or near(tokens, k)):
        if tokens[k].low in stops():
            break
        k, count = _compound(tokens, k + 1), count + 1
    return k


def _compound(tokens: Tokens, k: int) -> int:
    """Return the index after the parts that hyphens add (``year-on-year``) and a possessive mark (``firms'``)."""
    while at(tokens, k).text in HYPHENS and at(tokens, k + 1).kind == "word" and near(tokens, k + 1, 0):
        k += 2
    return k + 1 if at(tokens, k).text in ("'", "’") and near(tokens, k, 0) else k
