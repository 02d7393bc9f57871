"""Things that belong together: by a key, by what they share, or because pairs connect them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Return the second parts of some pairs by the first ones, in their order."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def sharing(numbers: Sequence[int], held: Iterable[Iterable[object]], most: int) -> list[tuple[tuple[int, int], int]]:
    """Return how many of the things that they hold two numbers share, without what more than ``most`` hold."""
    holders = gathered((thing, n) for n, things in zip(numbers, held, strict=True) for thing in dict.fromkeys(things))
    few = (found for found in holders.values() if 1 < len(found) <= most)
    return sorted(Counter(pair for found in few for pair in combinations(found, 2)).items())


class DisjointSets:
    """Disjoint sets of the numbers below a count (Tarjan 1975); the smallest number leads its set."""

    def __init__(self, count: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        """Start with every number by itself; some pairs never come into one set."""
        self._above = list(range(count))
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        for i, j in apart:
            self._apart[i].add(j)
            self._apart[j].add(i)

    def root(self, i: int) -> int:
        """Return the leader of a number's set."""
        while self._above[i] != i:
            self._above[i] = self._above[self._above[i]]
            i = self._above[i]
        return i

    def join(self, i: int, j: int) -> bool:
        """Make one set of the sets of two numbers, and tell whether they are one: not if that is forbidden."""
        low, high = sorted((self.root(i), self.root(j)))
        if low == high:
            return True
        if any(self.root(n) == high for n in self._apart.get(low, ())):
            return False
        self._above[high] = low
        if high in self._apart:
            self._apart[low] |= self._apart.pop(high)
        return True

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Return the sets, each in order, in the order of their leaders."""
        found: dict[int, list[int]] = {}
        for i in range(len(self._above)):
            found.setdefault(self.root(i), []).append(i)
        return tuple(tuple(members) for members in found.values())


def grouped(count: int, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Return the sets of the numbers below a count that some pairs connect."""
    sets = DisjointSets(count)
    for i, j in pairs:
        sets.join(i, j)
    return sets.groups()
