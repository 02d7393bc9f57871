"""Which way a bare weekday or month is meant: the nearest verb says whether it lies behind or ahead."""

from __future__ import annotations

import re
from functools import cache

from generator.extract.dates.guards import previous_word
from generator.lexicons import table, words

_WORD = re.compile(r"[A-Za-z’']{1,30}|[;:.!?]")
_REACH = 200  # characters looked back and ahead for a verb; a long clause
_NEAR_BY = 20  # characters: a few words
_NEAR = 8  # words looked ahead: beyond them another clause has begun
_AHEAD_OF = re.compile(r"\b(?:ahead|advance|eve)\s{1,3}of\s{1,3}\Z", re.IGNORECASE)
_IS_ON = re.compile(r"\b(?:is|are)\s{1,3}(?:on\s{1,3})?\Z", re.IGNORECASE)  # the parade is on Wednesday
_PASSIVE = frozenset({"be", "being", "is", "are"})  # to be completed: the verb before it tells


@cache
def _kind(kind: str) -> frozenset[str]:
    return frozenset(word for k, word in table("dates-tense") if k == kind)


@cache
def _past() -> frozenset[str]:
    return frozenset(words("dates-past"))


def direction(text: str, start: int, end: int) -> str:
    """Return ``<`` for behind and ``>`` for ahead, ``<?`` and ``>?`` where only a verb tells, else ``?``."""
    before = previous_word(text, start).lower()
    if before in _kind("before"):
        return ">"
    if before in ("since", "of"):
        return ">" if _AHEAD_OF.search(text, max(0, start - _NEAR_BY), start) else "<"
    if _IS_ON.search(text, max(0, start - _NEAR_BY), start):
        return ">?"
    behind = _WORD.findall(text, max(0, start - _REACH), start)
    if before in ("to", "for") and any(w in _kind("scheduling") for w in behind[-_NEAR:]):
        return ">"
    way = _cue_before(behind[::-1]) or _cue_after(_WORD.findall(text, end, end + _REACH)[:_NEAR])
    if way is None and before == "by":
        return ">"
    return f"{way}?" if way else "?"


def _cue_before(tokens: list[str]) -> str | None:
    """Return the direction that the nearest verb before a date gives; the words come in backward order.

    An infinitive tells nothing by itself: *agreed to meet on Friday* is ahead, *used the gap to flee on Friday* isn't.
    """
    infinitive, right = False, ""
    for word, before in zip(tokens, [*tokens[1:], ""], strict=False):
        if word in ";!?.":
            return None
        plain = word.replace("’", "'")
        if plain in _kind("ahead") or (infinitive and plain in _kind("ahead-to")):
            return ">"
        if _is_past(plain.lower()) and before.lower() not in _PASSIVE:
            return "<"
        if plain == "to":
            infinitive = right.islower() and right not in _kind("determiner")
        right = plain
    return None


def _cue_after(tokens: list[str]) -> str | None:
    for word in tokens:
        if word in ";!?":
            return None
        if word in _kind("ahead"):
            return ">"
        if _is_past(word):
            return "<"
    return None


def _is_past(word: str) -> bool:
    return word in _past() or (word.endswith("ed") and word not in _kind("not-past") and not word.startswith("un"))
