"""Which way a bare weekday or month is meant: the nearest verb says whether it lies behind or ahead."""

from __future__ import annotations

import re
from functools import cache

from generator.extract.dates.guards import previous_word
from generator.lexicons import words

_WORD = re.compile(r"[A-Za-z’']{1,30}|[;:.!?]")
_BEHIND = frozenset({"since", "after", "last", "ended", "of", "late"})
_AHEAD = frozenset(
    {
        "until",
        "till",
        "by",
        "before",
        "next",
        "ending",
        "upcoming",
        "through",
        "starting",
        "beginning",
        "due",
        "effective",
    }
)
_REACH = 200  # characters looked back and ahead for a verb; a long clause
_NEAR = 8  # words looked ahead: beyond them another clause has begun
_NOT_PAST = frozenset(
    {
        "red",
        "bed",
        "need",
        "feed",
        "seed",
        "speed",
        "hundred",
        "united",
        "indeed",
        "exceed",
        "proceed",
        "fed",
        "embed",
        "shed",
        "ed",
        "led",
    }
)
_INFINITIVE_MIN = 2


@cache
def _past() -> frozenset[str]:
    return frozenset(words("dates-past"))


@cache
def _ahead() -> frozenset[str]:
    return frozenset(words("dates-ahead"))


def direction(text: str, start: int, end: int) -> str:
    """Return ``<`` for behind, ``>`` for ahead, ``?`` where neither a word nor the tense of a verb tells."""
    before = previous_word(text, start).lower()
    if before in _AHEAD:
        return ">"
    if before == "since":
        return "<"
    behind = _WORD.findall(text, max(0, start - _REACH), start)
    if way := _first_cue(list(reversed(behind)), reverse=True):
        return way
    return _first_cue(_WORD.findall(text, end, end + _REACH)[:_NEAR], reverse=False) or "?"


def _first_cue(tokens: list[str], *, reverse: bool) -> str | None:
    for i, token in enumerate(tokens):
        word = token.lower().replace("’", "'")
        if word in ".;!?" and (word != "." or reverse):
            return None
        neighbour = tokens[i + 1].lower() if reverse and i + 1 < len(tokens) else ""
        if reverse and neighbour == "to" and len(word) > _INFINITIVE_MIN and not word.endswith(("ing", "ed")):
            return ">"
        if reverse and neighbour in ("will", "would", "could", "may", "might", "should", "must", "shall"):
            return ">"
        if word in _ahead():
            return ">"
        if word in _past() or (word.endswith("ed") and word not in _NOT_PAST):
            return "<"
    return None
