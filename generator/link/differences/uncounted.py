"""A sentence ──▶ the numbers in it that count and measure nothing."""

import re
from collections.abc import Collection

from generator.text import Sentence

_CLOCK = frozenset(("a", "p", "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "o’clock", "gmt"))
_LABELLED = frozenset(("week", "day", "game", "round", "match", "stage", "chapter", "phase", "lap", "line"))
_GROUP = re.compile(r"[0-9]{1,3}")
_LAST = re.compile(r"[0-9]{3}(?![0-9])")
_AMOUNT = ("number", "symbol", "adv", "noun", "adj", "name")
LONG = 6
"""Tokens of a value in brackets."""


def uncounted(s: Sentence, tokens: Collection[int]) -> frozenset[int]:
    """Return the tokens that count nothing: times of day, scores, labels, ages, and what stands in brackets.

    *8 p.m.*, *3 : 30*, *27-24*, *week 15*, *the #1 seed*, *a 10-year-old*, *600 metres (2,000 feet)*, and what is torn:
    *2 , 000ft*.
    """
    low = s.low
    digits = {i for i in tokens if low(i)[:1].isdigit()}
    found = {
        i
        for i in digits
        if (low(i + 1) in _CLOCK and low(i)[-1:].isdigit()) or (low(i - 1) == ":" and low(i - 2).isdigit())
    }
    for i in (i for i in tokens if low(i) in ("-", "–") and low(i - 1).isdigit() and low(i + 1).isdigit()):
        found |= {i - 1, i + 1}
    for i in (i for i in digits if low(i - 1) == "," and _GROUP.fullmatch(low(i - 2)) and _LAST.match(low(i))):
        found |= {i - 2, i}
    found |= {i for i in digits if (low(i - 1) in _LABELLED and low(i).isdigit()) or low(i - 1) == "#"}
    found |= {i for i in tokens if low(i + 1) == "-" and low(i + 2).startswith("year")}
    for first in (i for i in tokens if s.parts[i] == "open"):
        end = next((k for k in range(first + 1, min(first + LONG, len(s))) if s.parts[k] not in _AMOUNT), first)
        found |= {*range(first, end)} if s.parts[end] == "close" and "number" in s.parts[first:end] else set()
    return frozenset(found)
