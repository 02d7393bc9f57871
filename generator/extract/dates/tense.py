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
_NEAR_BY = 20  # characters: a few words
_AHEAD_OF = re.compile(r"\b(?:ahead|advance|eve)\s{1,3}of\s{1,3}\Z", re.IGNORECASE)
_IS_ON = re.compile(r"\b(?:is|are)\s{1,3}(?:on\s{1,3})?\Z", re.IGNORECASE)  # the parade is on Wednesday
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
_MODALS = frozenset({"will", "would", "could", "may", "might", "should", "must", "shall"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "one", "two"})
_PASSIVE = frozenset({"be", "being", "is", "are"})  # to be completed: the verb before it tells


@cache
def _past() -> frozenset[str]:
    return frozenset(words("dates-past"))


@cache
def _ahead() -> frozenset[str]:
    return frozenset(words("dates-ahead"))


def direction(text: str, start: int, end: int) -> str:
    """Return ``<`` for behind and ``>`` for ahead, ``<?`` and ``>?`` where only a verb tells, else ``?``."""
    before = previous_word(text, start).lower()
    if before in _AHEAD:
        return ">"
    if before in ("since", "of"):
        return ">" if _AHEAD_OF.search(text, max(0, start - _NEAR_BY), start) else "<"
    if _IS_ON.search(text, max(0, start - _NEAR_BY), start):
        return ">?"
    behind = _WORD.findall(text, max(0, start - _REACH), start)
    if way := _first_cue(list(reversed(behind)), reverse=True):
        return f"{way}?"
    way = _first_cue(_WORD.findall(text, end, end + _REACH)[:_NEAR], reverse=False)
    return f"{way}?" if way else "?"


def _first_cue(tokens: list[str], *, reverse: bool) -> str | None:
    words_ = [t.lower().replace("’", "'") for t in tokens]
    for word, neighbour in zip(words_, [*words_[1:], ""], strict=False):
        if word in ";!?" or (word == "." and reverse):
            return None
        if word in _ahead() or (reverse and _is_ahead(word, neighbour)):
            return ">"
        if _is_past(word) and not (reverse and neighbour in _PASSIVE):
            return "<"
    return None


def _is_ahead(word: str, before: str) -> bool:
    """Tell whether a word is an infinitive or stands after a modal verb."""
    infinitive = before == "to" and word.isalpha() and not word.endswith(("ing", "ed")) and word not in _DETERMINERS
    return infinitive or before in _MODALS


def _is_past(word: str) -> bool:
    return word in _past() or (word.endswith("ed") and word not in _NOT_PAST and not word.startswith("un"))
