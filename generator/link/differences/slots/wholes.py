"""What a number is of: the whole that it is a share of, or what holds the things that are counted."""

from typing import NamedTuple

from generator.link.differences.known import phrase_at, sense_at
from generator.link.differences.slots.telling import Worded
from generator.text import Sentence
from generator.text.numbers import value_of

OWNED = 7
"""Tokens between a number and the whole that it is a part of: ``two of the harbour's nine cranes``."""
_OWNER = frozenset(("det", "poss", "name", "noun", "genitive", "adj"))
_INSIDE, _HOLDS = ("in", "inside", "aboard"), ("hold", "contain", "with", "carry", "of")


class Share(NamedTuple):
    """A number of a whole, the token of what is counted, and the number."""

    whole: float
    noun: int
    number: float


def share_at(t: Worded, i: int) -> Share | None:
    """Return what begins at a token as a share: ``three of the plant's eight boilers``, ``all eight boilers``."""
    s = t.s
    every, of = s.low(i) == "all", s.low(i + 1) == "of"
    if not (every or of):
        return None
    at = next((k for k in range(i + 1, min(i + OWNED, len(s) - 1)) if s.parts[k] == "number"), 0)
    whole = value_of(s.low(at)) if at else None
    part = whole if every else 0.0 if s.low(i) == "none" else value_of(s.low(i))
    owned = at and s.parts[at + 1] in ("noun", "adj") and all(s.parts[k] in _OWNER for k in range(i + 1 + of, at))
    if whole is None or part is None or not owned or not part <= whole > 1:
        return None
    phrase = phrase_at(s, at)
    return Share(whole, phrase.head if phrase else at + 1, part)


def holder_of(s: Sentence, first: int, end: int) -> str:
    """Return what holds the things that are counted: *a crate holding 40 letters*, *the 45 letters in the crate*."""
    behind = next((p for p in s.phrases if p.first == end + 1 and s.low(end) in _INSIDE), None)
    before = next((p for p in s.phrases if p.end == first - 1 and s.words[first - 1].lemma in _HOLDS), None)
    held = behind or before
    return sense_at(s, held.head) if held and s.parts[held.head] == "noun" else ""
