"""Facts as they are and as they were accepted ──▶ which of them are the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.keys import normal
from generator.link.facts import LOOSE
from generator.link.sets import gathered
from generator.model import Fact

TELLING = 25
"""Letters from which a fact's words alone show that it is the same: "he died" may be anybody, a whole clause is not; of
a cut one, the end may say something else."""
WORDED = ("event", "statement", "definition")  # kinds that words alone can show to be the same
COMMON = 50  # a claim that more facts make ("John" alone) tells none of them; keeps the work near-linear
BOTH_SIDES = 2  # claims that a difference must share to be the same: a sentence may disagree with several others


@dataclass(frozen=True, slots=True)
class Pairs:
    """By a fact's id, the accepted ones that it goes on from, the closest first; and those that are told no more."""

    before: Mapping[str, Sequence[Fact]]
    gone: tuple[Fact, ...]


def pair(now: Iterable[Fact], then: Iterable[Fact]) -> Pairs:
    """Pair facts with accepted ones of their kind.

    Two are the same if they share a claim: several may have become one, or one several, and none of them is new or gone
    then. Entities and differences are paired one to one, for two of them may share a claim.
    """
    new, old = tuple(now), tuple(then)
    before: dict[str, Sequence[Fact]] = {}
    gone: list[Fact] = []
    for kind in sorted({f.kind for f in (*new, *old)}):
        pairing = _one_to_one if kind in LOOSE else _by_claims
        found = pairing([f for f in new if f.kind == kind], [f for f in old if f.kind == kind])
        before.update(found.before)
        gone.extend(found.gone)
    return Pairs(before, tuple(gone))


def _holders(facts: Sequence[Fact]) -> dict[str, list[int]]:
    return gathered((claim, n) for n, fact in enumerate(facts) for claim in fact.claims)


def _by_claims(now: Sequence[Fact], then: Sequence[Fact]) -> Pairs:
    """Pair what shares a claim; of what is left, whose words are the same."""
    holders = _holders(then)
    before: dict[str, Sequence[Fact]] = {}
    for fact in now:
        shared = Counter(n for claim in fact.claims for n in holders.get(claim, ()))
        before[fact.id] = tuple(then[n] for n in sorted(shared, key=lambda n: (-shared[n], then[n].id)))
    met = {old.id for found in before.values() for old in found}
    left = {(f.kind, normal(f.text)): f for f in reversed(then) if f.id not in met and _is_telling(f)}
    for fact in now:
        if not before[fact.id] and _is_telling(fact) and (old := left.pop((fact.kind, normal(fact.text)), None)):
            before[fact.id] = (old,)
            met.add(old.id)
    return Pairs({i: found for i, found in before.items() if found}, tuple(f for f in then if f.id not in met))


def _is_telling(fact: Fact) -> bool:
    return fact.kind in WORDED and len(fact.text) >= TELLING and not fact.text.endswith("…")


def _one_to_one(now: Sequence[Fact], then: Sequence[Fact]) -> Pairs:
    """Pair the closest first; what shares a claim but finds no partner is new, and gone only if no claim is left."""
    places = {(f.id, f.claims): n for n, f in enumerate(then)}
    before: dict[str, Sequence[Fact]] = {}
    taken: set[int] = set()
    for fact in now:
        if (n := places.get((fact.id, fact.claims))) is not None:
            before[fact.id] = (then[n],)
            taken.add(n)
    left = [fact for fact in now if fact.id not in before]
    for _, i, n in sorted(_candidates(left, then)):
        if left[i].id not in before and n not in taken:
            before[left[i].id] = (then[n],)
            taken.add(n)
    names = {claim for fact in now if fact.kind == "entity" for claim in fact.claims}
    gone = (f for n, f in enumerate(then) if n not in taken and names.isdisjoint(f.claims))
    return Pairs(before, tuple(gone))


def _candidates(now: Sequence[Fact], then: Sequence[Fact]) -> Iterator[tuple[tuple[int, bool, str, str], int, int]]:
    """Yield the pairs that share enough claims, by number, with how close they are."""
    holders = {claim: found for claim, found in _holders(then).items() if len(found) <= COMMON}
    for i, fact in enumerate(now):
        shared = Counter(n for claim in fact.claims for n in holders.get(claim, ()))
        for n, times in shared.items():
            if fact.kind != "difference" or times >= min(BOTH_SIDES, len(fact.claims), len(then[n].claims)):
                yield (-times, normal(fact.text) != normal(then[n].text), fact.id, then[n].id), i, n
