"""Two facts at one place of the same words ──▶ whether they can be the same, and in what they contradict each other."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import words
from generator.link.differences.facts import is_spelling, same_fact
from generator.link.differences.values import as_precise, convertible, same_size
from generator.model import Kind
from generator.text.fold import letters

if TYPE_CHECKING:
    from generator.link.differences.facts import Fact
    from generator.model import Figure

_NUMBER = re.compile(r"[0-9][0-9.,:/-]{0,20}")
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}")
_ABSOLUTE = re.compile(
    r"(?i)[0-9]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)


def same(one: Fact, other: Fact) -> bool:
    """Tell whether two facts can be the same, in other words, another precision or another unit."""
    if one.figure and other.figure and _hedged_alike(one.figure, other.figure):
        return False
    return same_fact(one, other) or converts(one, other)


def _hedged_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two numbers differ behind one hedge, which explains nothing: *at least four*, *at least five*."""
    if one.hedge is None or other.hedge is None or letters(one.hedge.text) != letters(other.hedge.text):
        return False
    return one.unit == other.unit and as_precise(one, other) and one.value != other.value


def converts(one: Fact, other: Fact) -> bool:
    """Tell whether two figures may be one size or sum in two units: another number, whose worth only we would know."""
    if one.figure is None or other.figure is None or one.figure.unit == other.figure.unit:
        return False
    if convertible(one.figure, other.figure):
        return same_size(one.figure, other.figure)
    return one.figure.value != other.figure.value


def contradict(one: Fact, other: Fact) -> Kind | None:
    """Return what two facts at one place contradict each other in, or None where that isn't sure."""
    texts = one.text, other.text
    if one.date and other.date and one.date.duration and other.date.duration:
        return Kind.FIGURE
    if all(_YEAR.fullmatch(t) for t in texts) or (one.date and other.date and all(_ABSOLUTE.search(t) for t in texts)):
        return Kind.DATE
    if one.date and other.date:
        return None
    if all(f.figure or _NUMBER.fullmatch(f.text) for f in (one, other)):
        return Kind.FIGURE
    return Kind.NAME if _other_name(one, other) else None


def _other_name(one: Fact, other: Fact) -> bool:
    """Tell whether two names at one place are of two things, and not two forms of one name; one of them is known."""
    if not any(f.entity for f in (one, other)) or not all(f.name or f.kind == "other" for f in (one, other)):
        return False
    a, b = (letters(f.text) for f in (one, other))
    if {*a.split()} & {*b.split()} or {a, b} & _titles():
        return False
    if one.entity and other.entity and one.entity.key and other.entity.key:
        return True  # Iran and Iraq are spelt alike, but both are known
    return not _is_short_for(a, b) and not is_spelling(one.text, other.text)


def _is_short_for(one: str, other: str) -> bool:
    """Tell whether one of two folded names may be short for the other: *un*, *united nations*; *russia*, *russian*."""
    less, more = sorted((one, other), key=len)
    return more.startswith(less) or less == "".join(w[0] for w in more.split() if w)


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("names-titles"))
