"""Things that turn out to belong together, by number."""

from collections import defaultdict
from collections.abc import Iterable


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
