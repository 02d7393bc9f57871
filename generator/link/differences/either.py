"""A clause of a source with both answers in it, for what no shorter question asks."""

from generator.link.differences.asking import LONGEST, STOPS, Told, spelt
from generator.link.differences.card import inside
from generator.model import Span

_DOES = {"has": "does", "have": "do", "had": "did"}  # has to pay: does it have to pay
_SCALES = frozenset(("million", "billion", "trillion", "bn", "m", "bln"))


def alternatives(found: Told, inside: Span, sides: tuple[str, str]) -> str:
    """Return a clause with two answers at the place of one: ``does the offer run until May or June``; or nothing."""
    s, (auxiliary, verb) = found.s, found.asks
    first, end = s.within(inside)
    kept = [s.low(i) for i in range(found.verb.first + 1, found.verb.end) if s.parts[i] not in ("adv", "not")]
    if kept and "have" in s.words[found.verb.first].kinds and found.verb.voice == "active":
        has = s.low(found.verb.first)
        auxiliary, verb = (_DOES[has], " ".join(("have", *kept))) if kept[0] == "to" else (has, " ".join(kept))
    before, rest = list(range(found.verb.end, first)), found.rest(end)
    torn = any(s.parts[i] in STOPS for i in before)
    if rest is None or first < found.verb.end or len(before) > LONGEST or torn:
        return ""
    return " ".join(f"{auxiliary} {found.subject} {verb} {spelt(s, before)} {either_of(*sides)} {rest}".split())


def either_of(one: str, other: str) -> str:
    """Return two answers with *or*: ``15 or 25 years``."""
    one, other = inside(one), inside(other)
    ours, theirs = one.split(), other.split()
    same = ours[1:] == theirs[1:] and ours[1:2] and ours[0].isalnum() and not _SCALES & set(ours)
    return f"{ours[0]} or {other}" if same else f"{one} or {other}"
