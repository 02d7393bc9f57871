"""The words of a sentence, and what stands around a verb: its auxiliaries, its clause, its subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from generator.lexicons import table
from generator.model import Span

if TYPE_CHECKING:
    from generator.model import Name

Voice = Literal["active", "perfect", "passive", "participle", ""]
"""How a past form is used; empty where it tells no act: after a modal or a negation, or as an attribute."""

_TOKEN = re.compile(
    r"""
      [^\W_]{1,60}(?:[-'’.][^\W_]{1,60}){0,6}   # signed, cease-fire, hasn't, U.S
    | [,;:()—–“”"]                               # what divides clauses
    """,
    re.VERBOSE,
)
DIVIDERS = frozenset((",", ";", ":", "(", ")", "—", "–", "“", "”", '"', "but"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word in small letters, or a sign; whether it is written with a capital; and its place in the article."""

    text: str
    capital: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence: its tokens, the names in it, and the spans of what is quoted."""

    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    spoken: tuple[Span, ...]

    def at(self, i: int) -> str:
        """Return the token at a place, empty outside of the sentence."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def any(self, name: str, start: int, end: int) -> bool:
        """Tell whether a word of a set stands between two places."""
        return any(self.at(i) in wordset(name) for i in range(max(start, 0), min(end, len(self.tokens))))


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """Return the words and dividing signs of a part of a text."""
    found = _TOKEN.finditer(text, span.start, span.end)
    return tuple(Token(m[0].casefold().replace("’", "'"), m[0][0].isupper(), Span(m.start(), m.end())) for m in found)


@cache
def wordset(name: str) -> frozenset[str]:
    """Return the words of one set of ``agreements-sets.txt``."""
    return frozenset(word for key, words in table("agreements-sets") if key == name for word in words.split())


def clause_start(words: Words, i: int) -> int:
    """Return where the clause of a token begins: behind the last sign, or ``but``, before it."""
    while i > 0 and words.at(i - 1) not in DIVIDERS:
        i -= 1
    return i


def voice(words: Words, i: int) -> Voice:
    """Return how the past form at a place is used."""
    back = _before(words, i)
    previous = words.at(back)
    if previous in ("and", "or") and words.at(back - 1) in wordset("formal"):
        return voice(words, back - 1)  # was exchanged and signed
    if previous in wordset("be"):
        return _passive(words, back)
    if previous in wordset("have"):
        return "" if _is_unreal(words, back) else "perfect"
    if previous == ",":
        return "participle" if words.at(i + 1) in wordset("when") else "active"
    if not previous or previous in wordset("article") or _is_unreal(words, i):
        return ""
    return "" if previous in wordset("document") or previous in wordset("loose") else "active"


def _passive(words: Words, be: int) -> Voice:
    """Return ``passive`` for ``was``, ``were`` and ``has been``."""
    if words.at(be) == "been":
        have = _before(words, be)
        return "passive" if words.at(have) in wordset("have") and not _is_unreal(words, have) else ""
    return "" if _is_unreal(words, be) else "passive"


def _is_unreal(words: Words, i: int) -> bool:
    """Tell whether a modal or a negation stands directly before a place."""
    previous = words.at(_before(words, i))
    return previous in wordset("modal") or previous in wordset("no")


def _before(words: Words, i: int) -> int:
    """Return the place before another one, without adverbs."""
    i -= 1
    while words.at(i) in wordset("adverb") or _is_in_ly(words, i):
        i -= 1
    return i


def _is_in_ly(words: Words, i: int) -> bool:
    """Tell whether a word is an adverb in -ly: ``definitively``, but neither ``Italy`` nor ``family``."""
    word = words.at(i)
    return word.endswith("ly") and word not in wordset("not-adverb") and not words.tokens[i].capital
