"""Two numbers that are the ends of one range: ``$5-10 million``, ``between 10 and 20 percent``, ``two or three``."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.extract.figures.bounds import bound_before
from generator.extract.figures.phrases import Quantity, plain
from generator.lexicons import wordset
from generator.text.words import HYPHENS

if TYPE_CHECKING:
    from generator.text import Sentence

_DASHES = ("-", "‐", "‑", "–", "—", "~", "−")
_SMALL = Decimal(12)
"""The largest number of ``ten or twelve``: beyond it *or* names alternatives."""
_YEARS = (1000, 2100)
_CHANGES = wordset("ranges-changes")
"""Verbs after which *from A to B* is a change, two figures rather than one range."""
_REACH = 6
"""Tokens before *from* among which such a verb stands."""


_SMALLER = {("foot", "inch"): 12, ("yard", "foot"): 3, ("stone", "pound"): 14, ("pound", "ounce"): 16}
"""How many of a unit make one of the next: ``5 feet 2 inches`` is one length."""


def join(tokens: Sentence, low: Quantity, high: Quantity, text: str) -> Quantity | None:
    """Return what two neighbouring quantities are together, a range or one length, or None where they are separate."""
    unit = "inch" if low.unit == "foot" and _are_inches(tokens, low, high) else high.unit
    if (low.unit, unit) in _SMALLER and high.value < _SMALLER[low.unit, unit]:
        return _composed(tokens, low, replace(high, unit=unit, kind="quantity"))
    if high.first - low.after > 1:
        return _bounded(low, high, text, tokens.span.start)
    link = [t.low for t in tokens.words[low.after : high.first]]
    if len(link) != 1 or "ordinal" in (low.kind, high.kind) or low.low_end or high.low_end:
        return None
    before = tokens.word(low.first - 1).low
    if not _linked(tokens, link[0], before, low, high) or _from_change(tokens, low):
        return None
    ends = _ends(low, high)
    if ends is None or ends[0] >= ends[1]:
        return None
    chief = low if high.unit == "1" or low.kind == "age" else high  # $5-10 million, aged 20 to 40
    return replace(
        high,
        start=low.start,
        first=low.first,
        value=plain(ends[0]),
        high=plain(ends[1]),
        unit=chief.unit,
        kind=chief.kind,
        rule="range",
        base=low.base,
    )


def _are_inches(tokens: Sentence, low: Quantity, high: Quantity) -> bool:
    """Tell whether a bare number behind feet counts inches: ``6-foot-5``, ``5ft 10in``."""
    hyphen = tokens.word(low.after).text in HYPHENS and tokens.glued(high.first)
    named = tokens.low(high.after) == "in" and tokens.glued(high.after)
    return high.unit == "1" and (hyphen or (named and high.first == low.after))


def _composed(tokens: Sentence, low: Quantity, high: Quantity) -> Quantity | None:
    between = [t.low for t in tokens.words[low.after : high.first]]
    if between not in ([], [","], ["and"], ["-"]) or low.value != int(low.value) or low.high or high.high:
        return None
    value = low.value * _SMALLER[low.unit, high.unit] + high.value
    return replace(high, start=low.start, first=low.first, value=plain(value), base=value)


def _bounded(low: Quantity, high: Quantity, text: str, begin: int) -> Quantity | None:
    """Return the range of ``more than 20 and less than 35``, ``at most 100 and at least 20``."""
    one, other = bound_before(text, low.start, begin), bound_before(text, high.start, begin)
    if one is None or other is None or low.unit not in ("1", high.unit) or "ordinal" in (low.kind, high.kind):
        return None
    if text[low.end : other[1]].strip(" ,") not in ("and", "but", "") or one[0][0] not in "<>":
        return None
    ends = (low.value, high.value) if one[0][0] == ">" else (high.value, low.value)
    if {one[0][0], other[0][0]} != {"<", ">"} or ends[0] >= ends[1]:
        return None
    return replace(high, start=low.start, first=low.first, value=ends[0], high=ends[1], rule="range", base=low.base)


def _linked(tokens: Sentence, link: str, before: str, low: Quantity, high: Quantity) -> bool:
    """Tell whether the word or sign between the two makes a range of them."""
    if link in _DASHES:
        chain = tokens.word(high.after).text in _DASHES and tokens.glued(high.after)
        return not _years(low, high) and not chain and before not in _DASHES
    if link == "to":
        return not _years(low, low) and not _changed(tokens, low, high)
    if link == "and":
        return before == "between"
    return link == "or" and high.value <= _SMALL and high.value - low.value == 1 and _counts(tokens, high)


def _counts(tokens: Sentence, high: Quantity) -> bool:
    """Tell whether a plural follows, as in ``10-15 people``."""
    return (
        any(
            t.shape == "word" and t.low.endswith(("s", "people", "men", "women", "children", "troops"))
            for t in tokens.words[high.after : high.after + 3]
        )
        and tokens.word(high.after).shape == "word"
    )


def _years(low: Quantity, high: Quantity) -> bool:
    both = low.unit == high.unit == "1" and low.end - low.start == len("2019")
    return both and low.value == int(low.value) and _YEARS[0] <= low.value <= _YEARS[1]


def _changed(tokens: Sentence, low: Quantity, high: Quantity) -> bool:
    """Tell whether *to* leads to what a change came to: ``fell by 595,000 to 124 million``, not ``rose 5 to 10%``."""
    verb = any(t.low in _CHANGES for t in tokens.words[max(0, low.first - _REACH) : low.first])
    return verb and (low.unit != "1" or high.value > low.value * _FAR)


_FAR = 10
"""Ends of a range lie closer together than this."""


def _from_change(tokens: Sentence, low: Quantity) -> bool:
    if tokens.word(low.first - 1).low != "from":
        return False
    return any(t.low in _CHANGES for t in tokens.words[max(0, low.first - _REACH) : low.first])


def _ends(low: Quantity, high: Quantity) -> tuple[Decimal, Decimal] | None:
    """Return both values, the scale of the second lent to the first: ``5-10 million``."""
    if low.unit not in ("1", high.unit) and high.unit != "1":
        return None
    if high.unit == "1" and low.unit != "1" and low.kind not in ("money", "age"):
        return None
    if low.kind not in ("count", "share", "age", high.kind) and high.unit != "1":
        return None
    value = low.value
    if not low.scaled and high.scaled and low.base < high.base and high.base:
        value = low.value * (abs(high.value) / abs(high.base))
    return value, high.value


def dashed_score(tokens: Sentence, found: Quantity) -> bool:
    """Tell whether a bare number is half of a score or a code: ``3-2``, ``2-1.``, ``F-16``, ``14:30``."""
    before, after = tokens.word(found.first - 1), tokens.word(found.after)
    if before.text in ("#", "№") and tokens.glued(found.first):
        return True
    if found.unit != "1" or found.high is not None:
        return False
    led = before.text in (*_DASHES, ":", "/", "_", "@") and tokens.glued(found.first)
    led = led and tokens.glued(found.first - 1)
    if found.scaled:
        return led and tokens.word(found.first - 2).shouted  # the capsule TMA-11M
    trailed = after.text in (*_DASHES, ":", "/", "_") and tokens.glued(found.after) and tokens.glued(found.after + 1)
    return led or (trailed and tokens.word(found.after + 1).shape == "number")
