"""Two articles on one news ──▶ the values that each gives one of: what both are on tells what they are values of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.link.differences.claims.senses import harms
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import Match, Weights, equal, match
from generator.link.differences.slots.news import tells_news
from generator.link.differences.slots.one_thing import counts_people, may_be_of_one
from generator.link.differences.slots.same import is_scored
from generator.link.differences.slots.telling import Slot
from generator.text.synonyms import near

_BARE = ("clock", "length", "vote")
"""Sorts of which an article about one thing gives one value, whatever is done."""
_SORTS = ("money", "percent", "quantity", "rate", "points", "count", *_BARE)


def lone(corpus: Corpus, mine: Iterable[Slot], theirs: Iterable[Slot], weights: Weights) -> Iterator[Match]:
    """Yield of each sort the value that each article alone gives, where it is one once those of both are set aside."""
    own, others = _by_sort(mine), _by_sort(theirs)
    for sort in own:
        called = [other for other in others if other not in own and _count_alike(sort, other)]
        found = others.get(sort) or (others[called[0]] if len(called) == 1 else [])
        left, right = _left(own[sort], found), _left(found, own[sort])
        days = frozenset(d for s in left for d in s.dates) & frozenset(d for s in right for d in s.dates)
        one, other = (next((s for s in each if tells_news(corpus, s, days)), None) for each in (left, right))
        if one and other and _are_one(left) and _are_one(right) and may_be_of_one(corpus, one, other):
            yield match(one, other, weights)


def _by_sort(slots: Iterable[Slot]) -> dict[str, list[Slot]]:
    found: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in slots:
        kind = slot.kind
        people = kind == "count" and counts_people(slot)
        if kind in _SORTS and not is_scored(slot) and not (people and _are_harmed(slot)):
            sort = f"count {'crowd' if people else slot.head}" if kind == "count" else slot.sort
            found[kind if kind in _BARE else sort].append(slot)
    crowds = [s for s in found["count crowd"] if s.head == "crowd"]
    return {**found, "count crowd": crowds or found["count crowd"]}


def _are_harmed(slot: Slot) -> bool:
    """Tell whether something is done to those who are counted: it tells which of them, see ``outcomes``."""
    return not harms().isdisjoint((slot.deed, *slot.features))


def _count_alike(one: str, other: str) -> bool:
    """Tell whether two sorts are counts of what has two names: *houses*, *homes*."""
    (kind, _, mine), (other_kind, _, theirs) = one.partition(" "), other.partition(" ")
    return kind == other_kind == "count" and mine in near(theirs)


def _left(mine: Iterable[Slot], theirs: Iterable[Slot]) -> list[Slot]:
    return [s for s in mine if not any(equal(s, t) for t in theirs)]


def _are_one(slots: list[Slot]) -> bool:
    return all(equal(slots[0], s) for s in slots)
