"""Which units are the same: groups that grow by reasons and refuse what contradicts them."""

from collections.abc import Sequence

from generator.link.entities.units import Unit
from generator.link.sets import DisjointSets


class Forest:
    """Disjoint sets of units that keep the reason of every join.

    Two groups with facts that exclude each other (``sex``, ``suffix``, an editor's ``apart``) are never joined. A
    fact is a (name, value) pair; one name with two values is a contradiction.
    """

    def __init__(self, units: Sequence[Unit], facts: Sequence[frozenset[tuple[str, str]]]) -> None:
        """Start with every unit by itself."""
        self._sets = DisjointSets(len(units))
        self.root = self._sets.root
        self.groups = self._sets.groups
        self.units = units
        self.because: list[str] = [""] * len(units)
        self.lesser: list[bool] = [False] * len(units)
        # short forms that fit the name they were joined with, but aren't explained by it
        self.guessed: set[int] = set()
        self._into = list(range(len(units)))
        self._facts = [dict(f) for f in facts]

    def fits(self, i: int, j: int) -> bool:
        """Tell whether nothing contradicts that two units are the same."""
        one, other = self._facts[self.root(i)], self._facts[self.root(j)]
        few, many = sorted((one, other), key=len)
        return all(many.get(name, value) == value for name, value in few.items())

    def whole(self, i: int) -> int:
        """Return the unit that a short form was joined with; a unit that is no short form is its own."""
        while self._into[i] != i:
            i = self._into[i]
        return i

    def fact(self, i: int, name: str) -> str:
        """Return what is known of a group, or nothing."""
        return self._facts[self.root(i)].get(name, "")

    def join(self, i: int, j: int, because: str, *, lesser: bool = False) -> bool:
        """Put two units in one group, unless they contradict each other; ``i`` keeps the reason.

        ``lesser``: ``i`` is a short form, which says nothing by itself in other articles and is joined only once.
        """
        a, b = self.root(i), self.root(j)
        if a != b and (self.lesser[i] or not self.fits(a, b)):
            return False
        if not self.because[i]:
            self.because[i] = because
        if lesser and a != b:
            self.lesser[i] = True
            self._into[i] = j
        if a != b:
            self._sets.join(a, b)
            self._facts[min(a, b)].update(self._facts[max(a, b)])
        return True
