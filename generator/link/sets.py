"""Things that turn out to belong together, by number."""

from __future__ import annotations


class DisjointSets:
    """Disjoint sets of the numbers below a count (Tarjan 1975); the smallest number leads its set."""

    def __init__(self, count: int) -> None:
        """Start with every number by itself."""
        self._above = list(range(count))

    def root(self, i: int) -> int:
        """Return the leader of a number's set."""
        while self._above[i] != i:
            self._above[i] = self._above[self._above[i]]
            i = self._above[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make one set of the sets of two numbers."""
        low, high = sorted((self.root(i), self.root(j)))
        self._above[high] = low

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Return the sets, each in order, in the order of their leaders."""
        found: dict[int, list[int]] = {}
        for i in range(len(self._above)):
            found.setdefault(self.root(i), []).append(i)
        return tuple(tuple(members) for members in found.values())
