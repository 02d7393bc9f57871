"""A sentence as the figure rules see it: tokens, quantities and the spans of dates and names in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.extract.figures.bounds import bound_before, may_bound
from generator.extract.figures.wordsets import wordset
from generator.lexicons import table, words
from generator.text.words import HYPHENS

if TYPE_CHECKING:
    from generator.extract.figures.phrases import Quantity
    from generator.model import Article, Date, Name
    from generator.text import Sentence

_PLURALS = wordset("sentence-plurals")
_NO_PLURALS = wordset("sentence-no-plurals")
_VERBS = wordset("sentence-third-person")
_SHORTEST = len("ads")
_HEDGING = frozenset(("aux", "awaited", "intends", "speech", "takes-clause"))
_VERBAL = ("verb", "inner", "base", "ing", "participle")


OWNERS = ("'", "'s")
"""The possessive mark as tokens have it, in small letters."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One sentence as the rules for figures see it: cut for numbers, with what was found in it.

    ``days`` are its tokens that lie in a temporal expression; ``all_names`` the names of the whole article.
    """

    article: Article
    tokens: Sentence
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    days: frozenset[int]
    names: tuple[Name, ...]
    all_names: tuple[Name, ...]

    def counted(self, i: int) -> bool:
        """Tell whether a token is part of a number or its unit."""
        return any(q.first <= i < q.after for q in self.quantities)

    def ties(self, i: int) -> bool:
        """Tell whether a word ties a measure to a figure: ``rose``, but not ``accounts`` where it is a noun."""
        return self.tokens.low(i) in verbs() and self.tokens.low(i + 1) not in OWNERS

    def acts(self, i: int) -> bool:
        """Tell whether a token is a verb in any form."""
        return self.tokens.parts[i] in _VERBAL

    def estimates(self, i: int) -> bool:
        """Tell whether a verb only says how sure a value is: ``is expected to reach``, ``is believed to be``."""
        kinds = self.tokens.words[i].kinds
        return bool(kinds & _HEDGING) or self.tokens.words[i].low in stops()

    def compared(self, q: Quantity) -> bool:
        """Tell whether a share only compares how much so something is: ``30 percent more likely``."""
        more = self.tokens.low(q.after) in ("more", "less")
        return more and q.after + 1 < len(self.tokens) and self.tokens.parts[q.after + 1] in ("adj", "adv")

    def text(self, q: Quantity) -> str:
        """Return the words of a quantity."""
        return self.article.text[q.start : q.end]

    def bound(self, q: Quantity) -> tuple[str, int, int] | None:
        """Return the meaning, start and end of the words that bound a quantity: those before it."""
        if not may_bound(self.tokens.low(q.first - 1)):
            return None
        return bound_before(self.article.text, q.start, self.tokens.span.start)

    def dated(self, i: int) -> bool:
        """Tell whether a token lies in a temporal expression."""
        return i in self.days


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


def run(tokens: Sentence, i: int, limit: int) -> int:
    """Return the index after the words that follow each other from ``i``, hyphens and possessive marks among them."""
    k, count = i, 0
    while count < limit and tokens.word(k).shape == "word" and (k == i or tokens.near(k)):
        if tokens.words[k].low in stops() and tokens.words[k].text != "US":
            break
        k, count = _compound(tokens, k + 1), count + 1
    return k


def _compound(tokens: Sentence, k: int) -> int:
    """Return the index after the parts that hyphens add (``year-on-year``) and a possessive mark (``firms'``)."""
    while tokens.low(k) in HYPHENS and tokens.word(k + 1).shape == "word" and tokens.near(k + 1, 0):
        k += 2
    return k + 1 if tokens.low(k) in OWNERS and tokens.near(k, 0) else k
