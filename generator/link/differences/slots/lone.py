"""Two articles on one news ──▶ the values that each gives one of: what both are on tells what they are values of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.link.content_words import senses
from generator.link.differences.claims.senses import acts
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import Match, Weights, equal, is_ahead, match
from generator.link.differences.slots.gates import ANYBODY, is_near, of_one_measure, of_two_times
from generator.link.differences.slots.news import tells_news
from generator.link.differences.slots.places import of_one_place
from generator.link.differences.slots.same import bodies, is_scored
from generator.link.differences.slots.telling import Slot
from generator.link.differences.slots.times import of_one_time
from generator.text.synonyms import kind_of, near

APART = 0.05
"""Share by which two numbers differ that no rounding makes one."""
VOTERS = 1.25
"""How many times as many may have voted as another article tells, in one vote."""
_BARE = ("clock", "length", "vote")
"""Sorts of which an article about one thing gives one value, whatever is done."""
_SORTS = ("money", "percent", "quantity", "rate", "points", "count", *_BARE)
_PHASES = "begin end open close"
"""What happens at one time of day, whatever it is that begins."""


def lone(corpus: Corpus, mine: Iterable[Slot], theirs: Iterable[Slot], weights: Weights) -> Iterator[Match]:
    """Yield of each sort the value that each article alone gives, where it is one once those of both are set aside."""
    own, others = _by_sort(mine), _by_sort(theirs)
    for sort in own:
        called = [other for other in others if other not in own and _count_alike(sort, other)]
        found = others.get(sort) or (others[called[0]] if len(called) == 1 else [])
        left, right = _left(own[sort], found), _left(found, own[sort])
        days = frozenset(d for s in left for d in s.dates) & frozenset(d for s in right for d in s.dates)
        one, other = (next((s for s in each if tells_news(corpus, s, days)), None) for each in (left, right))
        if one and other and _are_one(left) and _are_one(right) and _are_of_one(corpus, one, other):
            yield match(one, other, weights)


def _by_sort(slots: Iterable[Slot]) -> dict[str, list[Slot]]:
    found: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in slots:
        if slot.kind in _SORTS and not is_scored(slot) and not (slot.kind == "count" and _counts_people(slot)):
            sort = f"count {slot.head}" if slot.kind == "count" else slot.sort
            found[slot.kind if slot.kind in _BARE else sort].append(slot)
    return dict(found)


def _counts_people(slot: Slot) -> bool:
    """Tell whether people are counted: what happens to them tells which of them, see ``outcomes``."""
    return slot.head == "crowd" or slot.head in senses(ANYBODY) or kind_of(slot.head) == "person"


def _count_alike(one: str, other: str) -> bool:
    """Tell whether two sorts are counts of what has two names: *houses*, *homes*."""
    (kind, _, mine), (other_kind, _, theirs) = one.partition(" "), other.partition(" ")
    return kind == other_kind == "count" and mine in near(theirs)


def _left(mine: Iterable[Slot], theirs: Iterable[Slot]) -> list[Slot]:
    return [s for s in mine if not any(equal(s, t) for t in theirs)]


def _are_one(slots: list[Slot]) -> bool:
    return all(equal(slots[0], s) for s in slots)


def _are_of_one(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two values can be of one thing, which is told as done, or as to come, by both."""
    low, high = sorted((one.number, other.number))
    rounded = one.kind not in ("clock", "vote") and high - low < APART * high
    measures = {one.measure, other.measure} - {""}
    if rounded or len(measures) > 1 or is_ahead(one) != is_ahead(other) or _count_others(one, other):
        return False
    return (
        is_near(one, other)
        and of_one_measure(one, other)
        and of_one_place(corpus, one, other)
        and (is_ahead(one) or of_one_time(corpus, one, other))
        and not (of_two_times(corpus, one, other) or _are_of_two(one, other))
        and (one.kind not in ("clock", "count") or _speak_of_one(one, other))
    )


def _count_others(one: Slot, other: Slot) -> bool:
    """Tell whether another number of both clauses differs, too: *12 magazines and three rifles*, *31 and nine*."""
    mine, theirs = (dict(s.telling.numbers) for s in (one, other))
    return any(mine[sort] != theirs[sort] for sort in mine.keys() & theirs.keys() - {one.sort, other.sort})


def _are_of_two(one: Slot, other: Slot) -> bool:
    """Tell whether other people do it, or another body votes: *the dockers*, *the teachers*."""
    if one.kind == "vote":
        named = bodies(one) and bodies(other)
        return bool(named and bodies(one).isdisjoint(bodies(other))) or not _may_have_voted(one, other)
    a, b = (s.telling.agent if s.telling.agent.head else s.telling.goal for s in (one, other))
    if a.ids and b.ids:
        return not a.fits(b)
    kinds = {kind_of(a.head), kind_of(b.head)}
    unlike = a.head != b.head and a.head not in near(b.head) and b.head not in near(a.head)
    return bool(a.head and b.head) and "person" in kinds <= {"person", ""} and unlike


def _may_have_voted(one: Slot, other: Slot) -> bool:
    """Tell whether about as many voted here and there, if both are told: of one body some abstain, or aren't there."""
    few, many = sorted(float(s.bound or 0) for s in (one, other))
    return not few or many <= VOTERS * few


def _speak_of_one(one: Slot, other: Slot) -> bool:
    """Tell whether two counts stand in sentences that share a word, or times where the same is done, or begins."""
    mine, theirs = ((s.features | s.telling.around) - {s.head} for s in (one, other))
    if one.kind == "count":
        return bool(mine & theirs) or any(not near(word).isdisjoint(theirs) for word in mine)
    deeds = ((one.deed, theirs), (other.deed, mine))
    phases = mine & theirs & acts(_PHASES)
    return bool(phases) or len(one.features & other.features) > 1 or any(near(d) & told for d, told in deeds if d)
