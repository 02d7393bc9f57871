"""Two articles on one news ──▶ the one value that each gives of one thing, or of one deed, in whatever words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from generator.edtf import precision
from generator.link.content_words import senses
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import Match, equal, is_slip, match
from generator.link.differences.slots.denied import OCCUR
from generator.link.differences.slots.gates import ROLES, is_near, is_one, of_one
from generator.link.differences.slots.places import of_one_place
from generator.link.differences.slots.same import ANSWERING, EMPTY, MANY, RICH, is_scored, senses_in, two_reports
from generator.link.differences.slots.slot import ANYBODY
from generator.link.differences.slots.telling import LIGHT, Slot
from generator.link.likeness import Weights, weight_of

_SIZES = ("money", "quantity", "length", "rate")
SLIPPED = 4.0
"""What the words of two sentences weigh that have the same digits in another order."""
_GENERIC = "year month week day hour minute time way road trip part period meter kilometer mile foot"
"""Nouns of sizes that stand in any article, of other things …"""
_PERIODIC = "profit loss revenue sale turnover earning income output budget deficit surplus"
"""… and of what is anew in each year or quarter."""


@cache
def _said_by_itself() -> frozenset[str]:
    """Return the senses of verbs that say nothing by themselves, or are done to many."""
    return senses_in(f"{EMPTY} {ANSWERING}") | LIGHT | {""}


@cache
def _of_many_things() -> frozenset[str]:
    """Return the senses of nouns whose sizes an article gives of more than one thing."""
    return senses(ANYBODY) | senses_in(f"{_GENERIC} {_PERIODIC}")


def only(
    corpus: Corpus, mine: Sequence[Slot], theirs: Sequence[Slot], several: frozenset[str], weights: Weights
) -> Iterator[Match]:
    """Yield the values that answer one question in both articles, where each gives but one answer to it.

    What either article speaks of as ``several`` may be two things.
    """
    yield from _slips(corpus, mine, theirs, weights)
    own, others = (_answers(slots, several) for slots in (mine, theirs))
    for key in sorted(own.keys() & others.keys()):
        pairs = (match(a, b, weights) for a in own[key] for b in others[key] if not equal(a, b))
        found = (m for m in pairs if _is_of_one(corpus, key[0], m) and not two_reports(m.one, m.other))
        yield from (m for m in found if key[0] != "does" or _is_one_deed(m))


def _is_of_one(corpus: Corpus, key: str, found: Match) -> bool:
    """Tell whether two values are of one time, place and doer; of what one thing holds the place is enough."""
    one, other = found.one, found.other
    return is_near(one, other) and of_one_place(corpus, one, other) if key == "in" else of_one(corpus, one, other)


def _is_one_deed(found: Match) -> bool:
    """Tell whether one does both, and the sentences have more in common than the deed: not *he ruled*, *they ruled*."""
    more = found.shared - {found.one.deed, found.one.head} or _of_one_day(found)
    return bool(more) and all(is_one(found.one, found.other, role) for role in ROLES)


def _slips(corpus: Corpus, mine: Sequence[Slot], theirs: Sequence[Slot], weights: Weights) -> Iterator[Match]:
    """Yield large numbers with the same digits in another order, in sentences that share several rare words."""
    for a, b in product(mine, theirs):
        if a.sort == b.sort and a.kind in _SIZES and min(a.number, b.number) >= MANY and is_slip(a, b):
            found = match(a, b, weights, slip=True)
            words = (found.shared | found.around) - {*a.sort.split()}
            rich = len(words) >= RICH and weight_of(words, weights) >= SLIPPED
            if rich and not (a.measure and b.measure not in ("", a.measure)) and of_one_place(corpus, a, b):
                yield found


def _of_one_day(found: Match) -> bool:
    """Tell whether both clauses name one day."""
    return any(precision(day) == "day" for day in {*found.one.dates} & {*found.other.dates})


def _answers(slots: Iterable[Slot], several: frozenset[str]) -> Mapping[tuple[str, str, str], list[Slot]]:
    found: dict[tuple[str, str, str], list[Slot]] = {}
    for slot in slots:
        for key in _keys(slot, several):
            found.setdefault(key, []).append(slot)
    return {key: told for key, told in found.items() if all(equal(told[0], s) for s in told)}


def _keys(slot: Slot, several: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what a value may be the answer to: how much something is, or each gets, or when or how far it was done."""
    if is_scored(slot) or slot.part - {"each"}:
        return
    if slot.holder and not slot.people and not several & {slot.holder}:
        yield "in", slot.head, slot.holder
    sized, deed = slot.kind in _SIZES, slot.deed.removeprefix(OCCUR)
    if sized and "each" in slot.part:
        yield "of", slot.sort, slot.telling.agent.head or slot.telling.goal.head
    elif sized and slot.head and slot.head not in several and slot.head not in _of_many_things():
        yield "of", slot.sort, slot.head
    roles = {slot.telling.agent.head, slot.telling.goal.head}
    if slot.kind in (*_SIZES, "clock") and several.isdisjoint(roles) and deed not in _said_by_itself():
        yield "does", slot.kind if slot.kind == "clock" else slot.sort, deed
