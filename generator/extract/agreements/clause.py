"""What stands around a verb that may tell an act of agreeing: its voice, its clause, its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.lexicons import wordset

if TYPE_CHECKING:
    from generator.model import Name, Span
    from generator.text import Sentence

Voice = Literal["active", "perfect", "passive", "participle", ""]
"""How a past form is used; empty where it tells no act: denied, planned, merely possible, or an attribute."""

_DIVIDERS = frozenset(("comma", "break", "open", "close", "quote"))


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, the names in it, and the spans of what is quoted."""

    sentence: Sentence
    names: tuple[Name, ...]
    spoken: tuple[Span, ...]

    def at(self, i: int) -> str:
        """Return the token at a place in small letters, empty outside of the sentence."""
        return self.sentence.low(i)

    def any(self, name: str, start: int, end: int) -> bool:
        """Tell whether a word of a set stands between two places."""
        return any(w.low in wordset(f"agreements-{name}") for w in self.sentence.words[max(start, 0) : max(end, 0)])

    def denies(self, start: int, end: int) -> bool:
        """Tell whether *no*, *not* or *without* stands between two places."""
        denying = ("no", "not")
        between = self.sentence.words[max(start, 0) : max(end, 0)]
        return any(w.low == "without" or not w.kinds.isdisjoint(denying) for w in between)


def clause_start(told: Told, i: int) -> int:
    """Return where the clause of a token begins: behind the last sign, or ``but``, before it."""
    parts = told.sentence.parts
    while i > told.sentence.story and parts[i - 1] not in _DIVIDERS and told.at(i - 1) != "but":
        i -= 1
    return i


def voice(told: Told, i: int) -> Voice:
    """Return how the past form at a place is used."""
    if told.at(i - 1) in ("and", "or") and told.at(i - 2) in wordset("agreements-formal"):
        return voice(told, i - 2)  # was exchanged and signed
    if told.sentence.parts[i] == "participle":
        return "participle" if told.at(i - 1) == "," and told.at(i + 1) in wordset("agreements-when") else ""
    group = next((g for g in told.sentence.verbs if g.head == i), None)
    if group is None or not group.happened:
        return ""
    if group.voice == "passive":
        return "passive"
    return "perfect" if group.aspect else "active"
