"""Two articles on one news ──▶ the values left once those of both are set aside, aligned by what is told beside.

Where each article has but one of a sort left, what both are on tells what they are values of.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import AHEAD, MOST, Match, equal, match
from generator.link.differences.slots.beside import FAR, Contexts, Shared, shared
from generator.link.differences.slots.news import is_of_opening
from generator.link.differences.slots.one_thing import (
    are_counted_alike,
    are_of_one_sort,
    are_told_alike,
    may_be_of_one,
    tell_alike,
)
from generator.link.differences.slots.same import is_scored
from generator.link.differences.slots.telling import Slot
from generator.link.likeness import Weights

_BARE = ("clock", "length", "vote")
"""Sorts of which an article about one thing gives one value, whatever is done."""
_SORTS = ("money", "percent", "quantity", "rate", "points", "count", *_BARE)
ANCHORS, TELLING = 2, 0.9
"""Words and names that the sentences of two values share, besides the values' own, and what these weigh together."""
MEASURED = 0.67
"""What it tells that both measure the same, such as a price, and what one rare word tells: enough for values that have
no other to stand beside."""


def lone(corpus: Corpus, mine: Iterable[Slot], theirs: Iterable[Slot], weights: Weights) -> Iterator[Match]:
    """Yield the values of a sort that only one article gives, each with the one that the other gives of the same."""
    own, others = _by_sort(mine), _by_sort(theirs)
    for sort in own.keys() & others.keys():
        left, right = _left(own[sort], others[sort]), _left(others[sort], own[sort])
        if max(len(left), len(right)) <= MOST:
            yield from _aligned(corpus, left, right, weights)


def _by_sort(slots: Iterable[Slot]) -> dict[str, list[Slot]]:
    found: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in slots:
        if slot.kind in _SORTS and not is_scored(slot) and (slot.number or slot.kind != "count"):
            sort = "people" if slot.people else slot.kind if slot.kind in ("count", *_BARE) else slot.sort
            found[sort.replace("degree", "celsius")].append(slot)
    return found


def _left(mine: Iterable[Slot], theirs: Sequence[Slot]) -> list[Slot]:
    return [s for s in mine if not any(equal(s, t) and are_counted_alike(s, t) for t in theirs)]


def _aligned(corpus: Corpus, left: Sequence[Slot], right: Sequence[Slot], weights: Weights) -> Iterator[Match]:
    """Yield the values that share most of what is told beside them, clearly ahead of any other."""
    every = (*left, *right)
    left, right = ([s for s in each if not (s.part or is_one_of_several(s))] for each in (left, right))
    context = Contexts([*left, *right])
    pairs = [(a, b) for a, b in product(left, right) if are_of_one_sort(a, b)]
    beside = (((a, b), shared(corpus, context.of(a), context.of(b), weights)) for a, b in pairs)
    told = {(id(a), id(b)): [w for w in words if w.far < FAR] for (a, b), words in beside}
    weighed = {key: _weight(a, b, told[key]) for a, b in pairs for key in ((id(a), id(b)),)}
    for one, other in ((a, b) for a, b in pairs if are_counted_alike(a, b)):
        weight = weighed[id(one), id(other)]
        rivals = [
            weighed[id(a), id(b)]
            for a, b in pairs
            if ((a is one and not equal(b, other)) or (b is other and not equal(a, one)))
            and (a.head == b.head or one.head != other.head)
        ]
        alone = all(
            equal(s, one) or equal(s, other) or not are_of_one_sort(s, one) for s in every if _vies(s, one, other)
        )
        first = alone and is_of_opening(one) and is_of_opening(other) and tell_alike(corpus, one, other)
        many = len(told[id(one), id(other)]) >= ANCHORS
        sure = many and weight >= TELLING and max(rivals, default=0) <= AHEAD * weight
        only = weight >= MEASURED and max(rivals, default=0) == 0
        if (first or ((sure or only) and are_told_alike(one, other))) and may_be_of_one(corpus, one, other):
            yield match(one, other, weights)


def _weight(one: Slot, other: Slot, told: Iterable[Shared]) -> float:
    """Return what stands beside two values, and what they measure, where it is the same."""
    measures = {s.sort.partition(" per ")[2] or s.measure for s in (one, other)}
    return sum(s.weight for s in told) + MEASURED * (len(measures) == 1 and "" not in measures)


def is_one_of_several(slot: Slot) -> bool:
    """Tell whether its clause gives another number of the sort: *five here, four there*."""
    return any(sort == slot.sort and number != slot.number for sort, number in slot.telling.numbers)


def _vies(slot: Slot, one: Slot, other: Slot) -> bool:
    """Tell whether a value may be of what two others are; of a crowd only that of another one."""
    return one.head != other.head or one.head != "crowd" or slot.head == "crowd"
