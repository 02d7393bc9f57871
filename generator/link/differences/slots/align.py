"""Slots of two articles ──▶ those that say the same of one thing: each the other's best match, clearly."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator import edtf
from generator.link.differences.slots.clock import Clock, are_of_one_moment
from generator.link.differences.slots.telling import Slot
from generator.link.differences.values import agree, is_cut, unit_days
from generator.link.likeness import Weights, rarity, weight_of

AHEAD = 0.75
"""A second best match may have at most this share of the best one's score."""
BESIDE = 0.5
"""What a word tells that stands in the sentence, in another clause."""
MOST = 60
"""Slots of one sort in a story that are compared; more are a table, or many happenings."""
FEWEST = 12
"""In a story of fewer clauses than that counts say little about how rare a word is."""
DIGITS = 5
"""Binary digits of such a count that matter: those up to 32 are taken as they are."""

ROUNDED = 0.15
"""Share by which two lengths of time may differ: *90 days*, *three months*."""
LONG = 60
"""Years between two dates of one thing; a number that looks like a year is further away."""
_PLANS = frozenset(("agree", "plan", "decide", "intend", "want", "seek", "demand", "ask"))
"""Lemmas of what says of a deed or a sum that it lies ahead, as *will* does: who wants 9 percent has won none."""
_LASTING = ("remain", "stay", "keep")  # will stay open
SLIP = 4.0
"""What digits in another order weigh: as much as a rare word."""
Words = tuple[int, Mapping[str, int]]
"""How many clauses an article has, and how many of them each word or name stands in."""


class Match(NamedTuple):
    """What two slots share: its weight, its share of what the one with less has, and what it is.

    They are a ``slip`` where one number has the digits of the other one in another order.
    """

    one: Slot
    other: Slot
    weight: float
    cover: float
    shared: frozenset[str]
    around: frozenset[str]
    slip: bool = False


def weights_of(articles: Iterable[Words]) -> dict[str, float]:
    """Return how much each word or name of all clauses tells: less the more clauses have it."""
    every, counts = 0, Counter[str]()
    for clauses, words in articles:
        every += clauses
        counts.update(words)
    return rarity({word: _rounded(n) for word, n in counts.items()}, _rounded(max(every, FEWEST)))


def _rounded(count: int) -> int:
    """Return a count in few digits, so that one article more doesn't change how much all words tell."""
    below = max(count.bit_length() - DIGITS, 0)
    return (count + (1 << below >> 1)) >> below << below


def match(one: Slot, other: Slot, weights: Weights, *, slip: bool = False) -> Match:
    """Return what two slots share; what a pronoun stands for counts where the other one has it."""
    a, b = (s.features | {s.head} - {o.head, ""} for s, o in ((one, other), (other, one)))
    shared = (a & b) | (a & other.telling.carried) | (b & one.telling.carried)
    total = weight_of(shared, weights)
    least = min(weight_of(a, weights), weight_of(b, weights))
    around = (one.telling.around & other.telling.around) - shared
    weight = total + BESIDE * weight_of(around, weights)
    return Match(
        one,
        other,
        SLIP * slip + weight or float(not (a or b)),
        min(total / least, 1.0) if least else float(a == b),
        shared,
        around,
        slip,
    )


FEWEST_DIGITS = 3
"""Digits of a number that stand in another order by a slip; of two any number may be made: 13 and 31."""


def is_slip(one: Slot, other: Slot) -> bool:
    """Tell whether one number has the digits of another one in another order: *1,212* and *1,122*."""
    mine, theirs = (f"{s.number:.12g}".replace(".", "").strip("0") if s.figure else "" for s in (one, other))
    return (
        mine != theirs
        and len(mine) >= FEWEST_DIGITS
        and sorted(mine) == sorted(theirs)
        and one.number < 10 * other.number
    )


def aligned(
    mine: Sequence[Slot],
    theirs: Sequence[Slot],
    possible: Iterable[tuple[int, int]],
    weights: Weights,
    *,
    related: bool,
) -> Iterator[Match]:
    """Yield the slots of two articles that match each other best, clearly ahead of any other with another value.

    Articles that are ``related`` are on one subject.
    """
    pairs = ((i, j, mine[i], theirs[j]) for i, j in possible)
    found = {(i, j): match(a, b, weights, slip=related and is_slip(a, b)) for i, j, a, b in pairs}
    for (i, j), best in found.items():
        rivals = (
            m
            for (x, y), m in found.items()
            if (x == i) != (y == j) and not equal(*((m.one, best.one) if y == j else (m.other, best.other)))
        )
        if best.weight > 0 and all(m.weight <= AHEAD * best.weight for m in rivals):
            yield best


def meet(one: Slot, other: Slot) -> bool:
    """Tell whether two slots share anything; what shares nothing is no match, and no rival of one."""
    mine, theirs = one.telling, other.telling
    if not (one.features.isdisjoint(other.features) and mine.around.isdisjoint(theirs.around)):
        return True
    a, b = one.features | {one.head} - {""}, other.features | {other.head} - {""}
    return not (a.isdisjoint(b) and a.isdisjoint(theirs.carried) and b.isdisjoint(mine.carried) and (a or b))


def equal(one: Slot, other: Slot) -> bool:
    """Tell whether two values can both be right."""
    if (kind := one.kind) == "date":
        return _dates_agree(one, other)
    if kind in ("length", "clock"):
        return _are_near(one, other)
    votes = kind == "vote" and one.bound and other.bound
    if votes or one.value or other.value or kind == "truth":
        return len({(s.value, s.number, is_ahead(s), votes and s.bound) for s in (one, other)}) == 1
    if one.number == other.number or not (one.figure and other.figure):
        return one.number == other.number
    return agree(one.figure, other.figure) or is_cut(one.figure, other.figure)


def _are_near(one: Slot, other: Slot) -> bool:
    if one.kind == "clock":
        return are_of_one_moment(*(Clock(s.first, s.end, int(s.number), bool(s.bound)) for s in (one, other)))
    off, units = abs(one.number - other.number), {unit_days(s.date) for s in (one, other) if s.date}
    return off <= ROUNDED * max(one.number, other.number) or (len(units) > 1 and off < max(units) / 2)


def _dates_agree(one: Slot, other: Slot) -> bool:
    """Tell whether two dates, or bounds, can both be right; of another precision or sort they are of other things."""
    if {one.bound, other.bound} == {"on", "before"}:
        day, bound = (one, other) if one.bound == "on" else (other, one)
        known = edtf.bounds(day.value), edtf.bounds(bound.value)
        first, last = (k.first if n == 0 else k.last for n, k in enumerate(known) if k) if all(known) else (None, None)
        return first is None or last is None or first <= last
    alike = one.bound == other.bound and edtf.precision(one.value) == edtf.precision(other.value)
    if not alike or edtf.compatible(one.value, other.value):
        return True
    return abs((edtf.days_between(one.value, other.value) or 0) // 365) > LONG


def is_ahead(slot: Slot) -> bool:
    """Tell whether a deed is still to come; a value is as good where one says *has agreed to*, and not *will*."""
    t = slot.telling
    if t.verb is None or (t.lemma in _LASTING and slot.kind == "truth"):
        return False
    return t.verb.tense == "future" or (t.lemma in _PLANS and slot.kind not in ("truth", "vote"))
