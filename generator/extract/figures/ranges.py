"""Two numbers that are the ends of one range: ``$5-10 million``, ``between 10 and 20 percent``, ``two or three``."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.extract.figures.phrases import Quantity, plain
from generator.extract.figures.tokens import Tokens, at, glued
from generator.extract.figures.wordsets import wordset

_DASHES = ("-", "‐", "‑", "–", "—", "~", "−")
_SMALL = Decimal(12)
"""The largest number of ``ten or twelve``: beyond it *or* names alternatives."""
_YEARS = (1000, 2100)
_CHANGES = wordset("ranges-changes")
"""Verbs after which *from A to B* is a change, two figures rather than one range."""
_REACH = 6
"""Tokens before *from* among which such a verb stands."""


def join(tokens: Tokens, low: Quantity, high: Quantity) -> Quantity | None:
    """Return the range of two neighbouring quantities, or None where they are separate."""
    link = [t.low for t in tokens[low.after : high.first]]
    if len(link) != 1 or "ordinal" in (low.kind, high.kind) or low.low_end or high.low_end:
        return None
    before = at(tokens, low.first - 1).low
    if not _linked(tokens, link[0], before, low, high) or _from_change(tokens, low):
        return None
    ends = _ends(low, high)
    if ends is None or ends[0] >= ends[1]:
        return None
    return replace(
        high, start=low.start, first=low.first, value=plain(ends[0]), high=plain(ends[1]), rule="range", base=low.base
    )


def _linked(tokens: Tokens, link: str, before: str, low: Quantity, high: Quantity) -> bool:
    """Tell whether the word or sign between the two makes a range of them."""
    if link in _DASHES:
        return not _years(low, high) and (link == "~" or high.unit != "1" or high.scaled or _counts(tokens, high))
    if link == "to":
        return before == "from" or high.unit != "1" or high.scaled or _counts(tokens, high) or before in _LEADS
    if link == "and":
        return before == "between"
    return link == "or" and high.value <= _SMALL and high.value - low.value == 1 and _counts(tokens, high)


_LEADS = ("between", "about", "of", "some", "around", "roughly", "approximately", "estimated")


def _counts(tokens: Tokens, high: Quantity) -> bool:
    """Tell whether a plural follows, as in ``10-15 people``."""
    return (
        any(
            t.kind == "word" and t.low.endswith(("s", "people", "men", "women", "children", "troops"))
            for t in tokens[high.after : high.after + 3]
        )
        and at(tokens, high.after).kind == "word"
    )


def _years(low: Quantity, high: Quantity) -> bool:
    both = low.unit == high.unit == "1" and low.high is None
    return both and low.value == int(low.value) and _YEARS[0] <= low.value <= _YEARS[1]


def _from_change(tokens: Tokens, low: Quantity) -> bool:
    if at(tokens, low.first - 1).low != "from":
        return False
    return any(t.low in _CHANGES for t in tokens[max(0, low.first - _REACH) : low.first])


def _ends(low: Quantity, high: Quantity) -> tuple[Decimal, Decimal] | None:
    """Return both values, the scale of the second lent to the first: ``5-10 million``."""
    if low.unit not in ("1", high.unit) and high.unit != "1":
        return None
    if high.unit == "1" and low.unit != "1" and low.kind != "money":
        return None
    if low.kind not in ("count", "share", high.kind):
        return None
    value = low.value
    if not low.scaled and high.scaled and low.base < high.base and high.base:
        value = low.value * (abs(high.value) / abs(high.base))
    return value, high.value


def dashed_score(tokens: Tokens, found: Quantity) -> bool:
    """Tell whether a bare number is half of a score or a code: ``3-2``, ``2-1.``, ``F-16``, ``14:30``."""
    if found.unit != "1" or found.high is not None or found.scaled:
        return False
    before, after = at(tokens, found.first - 1), at(tokens, found.after)
    led = before.text in (*_DASHES, ":", "/", "#", "№", "_", "@") and glued(tokens, found.first)
    led = led and (glued(tokens, found.first - 1) or before.text in "#№")
    trailed = after.text in (*_DASHES, ":", "/", "_") and glued(tokens, found.after) and glued(tokens, found.after + 1)
    return led or (trailed and at(tokens, found.after + 1).kind == "num")
