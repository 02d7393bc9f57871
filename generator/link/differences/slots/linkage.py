"""Two articles ──▶ the values that are of one thing, by points for what stands beside both.

It is record linkage (Fellegi and Sunter 1969): what two values have in common, and what only one has, adds to the
log-odds that they are of one thing. ``comparison-points.txt`` has the points, in tenths of a natural logarithm.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from math import fsum, inf, log, log1p
from typing import NamedTuple

from generator.edtf import days_between, precision
from generator.lexicons import mapping
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import Match, equal, is_ahead, is_slip, match
from generator.link.differences.slots.alike import OPENING
from generator.link.differences.slots.beside import FAR, Contexts, Shared, is_name, shared
from generator.link.differences.slots.gates import (
    SMALL,
    are_numbered_otherwise,
    are_of_two_weeks,
    expects,
    gives,
    is_near,
    last_for_two,
    of_one_measure,
    which,
)
from generator.link.differences.slots.lone import is_one_of_several
from generator.link.differences.slots.news import says_how_long, tells_another
from generator.link.differences.slots.one_thing import are_other_people
from generator.link.differences.slots.same import is_scored
from generator.link.differences.slots.telling import LIGHT, Slot
from generator.link.differences.slots.times import are_of_two_periods, are_of_two_times
from generator.link.likeness import Weights
from generator.link.sets import gathered
from generator.link.stories import WEEKS
from generator.text.synonyms import are_near

ENOUGH = 6
"""Points of two values that are of one thing: odds of nearly two to one, before what no two such values may have."""
LEAST = -10
"""Points of two times of day of one deed, where each article has no other left; a kick-off and a vote have fewer."""
FEWEST = 5
"""Articles that tell which words are rare."""
TELLING = 0.3
"""What one word tells that says what two values are of; without such a word nothing does."""
STRONG = 0.4
"""What one word tells that counts as rare outside of the clause."""
MOST = 60
"""Values of a unit in an article that are compared; more are a table."""
WEIGHTY, TWICE, EASED = 4, 1.5, 0.14
"""What more weight, and a rival of more than that, add nothing to; and what keeps a share of nothing finite."""
CONVERTED = 0.02
"""Share by which two sums differ that were turned into one money at two rates."""
_SIZES = ("money", "quantity", "rate")
_LONG = ("quantity", "rate", "length")
KINDS = ("count", "ordinal", "percent", "points", *_SIZES, "length", "clock", "date")
"""Sorts of values that are aligned so; votes, and what is done or not, are aligned otherwise."""


class Pair(NamedTuple):
    """Two values of one unit, and what tells whether both can be right, and what both have beside them, when asked."""

    one: Slot
    other: Slot
    equal: Callable[[], bool]
    shared: Callable[[], Sequence[Shared]]


Compared = Mapping[str, Sequence[Pair]]
"""The pairs of values of two articles, by their unit."""


def compared(corpus: Corpus, mine: Sequence[Slot], theirs: Sequence[Slot], weights: Weights) -> Compared:
    """Return the values of two articles that have one unit, pair by pair."""
    here, there = Contexts(mine), Contexts(theirs)
    own, others = (gathered((_unit(s), s) for s in slots if s.kind in KINDS) for slots in (mine, theirs))
    units = (unit for unit in sorted(own.keys() & others.keys()) if max(len(own[unit]), len(others[unit])) <= MOST)

    def pair(a: Slot, b: Slot) -> Pair:
        return Pair(a, b, cache(lambda: equal(a, b)), cache(lambda: shared(corpus, here.of(a), there.of(b), weights)))

    return {u: [pair(a, b) for a, b in product(own[u], others[u]) if _are_alike(a, b)] for u in units}


def linked(corpus: Corpus, found: Compared, weights: Weights) -> Iterator[Match]:
    """Yield the values of two articles that are of one thing, and differ: each the best match of the other."""
    for pairs in found.values():
        yield from (match(p.one, p.other, weights) for p in _best(corpus, pairs))


def are_two_hours(corpus: Corpus, found: Compared, one: Slot, other: Slot) -> bool:
    """Tell whether two times of day have too few points to be of one deed."""
    pairs = found.get(_unit(one), ()) if one.kind == "clock" else ()
    pair = next((p for p in pairs if p.one is one and p.other is other), None)
    return pair is not None and points_of(corpus, pair, _rivals(pair, pairs)) < LEAST


def _best(corpus: Corpus, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs with enough points of which no other one with a value of theirs has as many."""
    may = (p for p in pairs if _may_be_one(corpus, p) and points_of(corpus, p, ()) >= ENOUGH)  # rivals only lessen them
    points = {id(p): told for p in may if (told := points_of(corpus, p, _rivals(p, pairs))) >= ENOUGH}
    for pair in (p for p in pairs if id(p) in points):
        others = (points.get(id(p), -inf) for p in _rivals(pair, pairs) if not _gives_again(p, pair))
        if points[id(pair)] >= max(others, default=-inf):
            yield pair


def _rivals(pair: Pair, pairs: Iterable[Pair]) -> list[Pair]:
    """Return the other pairs that have one of the two values."""
    return [p for p in pairs if (p.one is pair.one) != (p.other is pair.other)]


def _unit(slot: Slot) -> str:
    return slot.kind if slot.kind == "count" else slot.sort.partition(" per ")[0].strip()


def _are_alike(one: Slot, other: Slot) -> bool:
    """Tell whether two values are as precise, if they are dates."""
    return one.kind != "date" or (one.bound == other.bound and precision(one.value) == precision(other.value))


def _gives_again(rival: Pair, pair: Pair) -> bool:
    """Tell whether a rival has the same two values: it is none."""
    told = (rival.other, pair.other) if rival.one is pair.one else (rival.one, pair.one)
    return len({(s.number, s.value) for s in told}) == 1


def _may_be_one(corpus: Corpus, pair: Pair) -> bool:
    """Tell whether nothing says that two values are of two things: another size, part, place, person, period, time."""
    one, other = pair.one, pair.other
    return (
        (one.kind in ("date", "clock") or is_near(one, other))
        and one.text.casefold() != other.text.casefold()
        and is_ahead(one) == is_ahead(other)
        and of_one_measure(one, other)
        and len({s.figure.direction if s.figure else "" for s in (one, other)}) == 1
        and not (one.places and other.places and one.places.isdisjoint(other.places))
        and not (one.kind != "money" and one.measure and other.measure and one.measure != other.measure)
        and (one.kind != "money" or abs(one.number - other.number) > CONVERTED * one.number)
        and not pair.equal()
        and any(s.told >= TELLING and s.far < FAR for s in pair.shared())
        and (one.kind != "length" or all(says_how_long(corpus, s) for s in (one, other)))
        and (one.kind not in _LONG or _tell_of_one(one, other))
        and not any((s.kind in ("count", "points") and is_scored(s)) or is_one_of_several(s) for s in (one, other))
        and all(len({ask(corpus, s) for s in (one, other)}) == 1 for ask in (which, expects, tells_another))
        and not (are_of_two_times(corpus, one, other) or are_of_two_periods(one, other))
        and not _act_apart(one, other)
        and not (last_for_two(corpus, one, other) or are_of_two_weeks(corpus, one, other))
        and not are_numbered_otherwise(corpus, one, other)
        and not (gives(corpus, one, other) or gives(corpus, other, one))
    )


def _act_apart(one: Slot, other: Slot) -> bool:
    """Tell whether other people act, or others who are named, or two do the same."""
    a, b = one.telling.agent, other.telling.agent
    named = bool(a.named and b.named) and a.named.isdisjoint(b.named)
    return are_other_people(a, b) or named or (_act_as_two(one, other) and _do_one(one, other))


def _act_as_two(one: Slot, other: Slot) -> bool:
    """Tell whether it is known of both who acts, and that they are two."""
    a, b = one.telling.agent, other.telling.agent
    return bool(a.ids and b.ids) and not a.fits(b)


def _are_of_two_people(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether both clauses name people, and no one of them in both."""
    people = [{word for word in s.features if is_name(corpus, word)} for s in (one, other)]
    return all(people) and people[0].isdisjoint(people[1])


def points_of(corpus: Corpus, pair: Pair, rivals: Sequence[Pair]) -> float:
    """Return the points of two values, besides other pairs that have one of them."""
    best = max((_weight(p) for p in rivals if not _gives_again(p, pair)), default=0.0)
    again = max((_weight(p) for p in rivals if p.equal()), default=0.0)
    return fsum(_points()[name] * level for name, level in _levels(corpus, pair, best, again))


def _weight(pair: Pair) -> float:
    return fsum(s.weight for s in pair.shared())


@cache
def _points() -> Mapping[str, float]:
    return {name: float(points) for name, points in mapping("comparison-points").items()}


def _levels(corpus: Corpus, pair: Pair, best: float, again: float) -> Iterator[tuple[str, float]]:
    """Yield what speaks for two values or against them, by its name in the table, and how much of it there is."""
    one, other, weight = pair.one, pair.other, _weight(pair)
    told = log1p(2 * min(weight, WEIGHTY))
    yield "two values", 1
    yield "shared", told
    yield "rival", min(best / (weight + EASED), TWICE)
    yield "again", min(again / (weight + EASED), TWICE)
    yield from _of_kind(one, other, told)
    yield "another noun", bool(one.head and other.head) and not are_near(one.head, other.head)
    yield "one day", not {*one.dates}.isdisjoint(other.dates)
    yield "measure", one.measure == other.measure != ""
    yield "two people", _are_of_two_people(corpus, one, other)
    yield "two doers", _act_as_two(one, other)
    yield "one news", corpus.of_one_news(one.article, other.article, WEEKS)
    yield "slip", is_slip(one, other)
    yield "opening", sum(s.telling.index < OPENING for s in (one, other))
    yield "elsewhere", sum(s.far > 1 and s.told >= STRONG for s in pair.shared())


def _of_kind(one: Slot, other: Slot, told: float) -> Iterator[tuple[str, float]]:
    """Yield what speaks for or against values of one kind."""
    kind = one.kind
    if kind == "clock":
        yield "hours", min(abs(one.number - other.number), 720) / 60
    elif kind == "date":
        yield "date", 1
        yield "date shared", told
        yield "days", min(abs(days_between(one.value, other.value) or 0), 60)
        yield "date of another deed", all(_deeds(one)) and all(_deeds(other)) and not _do_one(one, other)
    else:
        yield "ratio", abs(log((abs(one.number) or EASED) / (abs(other.number) or EASED)))
        yield "length", kind == "length"
        yield "count shared", told * (kind == "count")
        yield "size shared", told * (kind in _SIZES)
        yield "small count", kind == "count" and max(one.number, other.number) <= SMALL


def _deeds(slot: Slot) -> set[str]:
    return {deed if deed not in LIGHT else "" for deed in (slot.deed, slot.telling.deed)}


def _do_one(one: Slot, other: Slot) -> bool:
    """Tell whether both verbs mean the same, and something."""
    return any(a and are_near(a, b) for a, b in product(_deeds(one), _deeds(other)))


def _tell_of_one(one: Slot, other: Slot) -> bool:
    """Tell whether the same is done, or one takes part in both: else two distances are of two things."""
    roles = product(*((s.telling.agent, s.telling.goal) for s in (one, other)))
    return _do_one(one, other) or any(a.ids & b.ids or (a.head and are_near(a.head, b.head)) for a, b in roles)
