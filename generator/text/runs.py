"""Two rows of words ──▶ the runs that both have, in order: the longest first, then those on its two sides.

The matching of Ratcliff and Obershelp (1988), with the results of ``difflib.SequenceMatcher`` without junk, in a
fraction of its time: where two words in a row agree is looked up once for all runs, and single words need no search.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

Row = tuple[str, ...]

KEPT = 512
"""Rows of which it is remembered where pairs of words stand: the same row is mostly compared with many, one by one."""


class Run(NamedTuple):
    """So many words in a row, from one place on in the first row and from another one on in the second."""

    one: int
    other: int
    size: int


class Gap(NamedTuple):
    """What stands between two runs: words ``one`` up to ``one_end`` of the first row, and those of the second."""

    one: int
    one_end: int
    other: int
    other_end: int


def shared_runs(one: Row, other: Row) -> list[Run]:
    """Return the runs of two words and more that two rows share, in order, none across another one."""
    found = []
    waiting = [(Gap(0, len(one), 0, len(other)), _diagonals(one, other))]
    while waiting:
        gap, runs = waiting.pop()
        inside = sorted(_inside(runs, gap))
        if all(a.one + a.size <= b.one and a.other + a.size <= b.other for a, b in pairwise(inside)):
            found += inside  # none crosses another one
            continue
        best = min(inside, key=lambda run: (-run.size, run))
        found.append(best)
        waiting.append((Gap(gap.one, best.one, gap.other, best.other), inside))
        waiting.append((Gap(best.one + best.size, gap.one_end, best.other + best.size, gap.other_end), inside))
    return sorted(found)


def shared_words(one: Row, other: Row) -> list[Run]:
    """Return the same with the single words between them, the first that fit."""
    runs = shared_runs(one, other)
    for gap in list(gaps(one, other, runs)):
        j = gap.other
        for i in range(gap.one, gap.one_end):
            if one[i] in other[j : gap.other_end]:
                j = other.index(one[i], j) + 1
                runs.append(Run(i, j - 1, 1))
    return sorted(runs)


def longest_run(one: Row, other: Row) -> int:
    """Return how many words of two rows stand in a row in both."""
    return max((run.size for run in _diagonals(one, other)), default=int(not set(one).isdisjoint(other)))


def gaps(one: Row, other: Row, runs: Sequence[Run]) -> Iterator[Gap]:
    """Yield what stands before, between and behind the runs that two rows share, where anything does."""
    i = j = 0
    for run in (*runs, Run(len(one), len(other), 0)):
        if run.one > i or run.other > j:
            yield Gap(i, run.one, j, run.other)
        i, j = run.one + run.size, run.other + run.size


def _diagonals(one: Row, other: Row) -> list[Run]:
    """Return all runs that can't be made longer on either side; they may cross."""
    pairs, found = _pairs(one), []
    for j, two in enumerate(pairwise(other)):
        for i in pairs.get(two, ()):
            if i and j and one[i - 1] == other[j - 1]:
                continue  # part of a run that began before
            size, most = 2, min(len(one) - i, len(other) - j)
            while size < most and one[i + size] == other[j + size]:
                size += 1
            found.append(Run(i, j, size))
    return found


@lru_cache(KEPT)
def _pairs(row: Row) -> Mapping[tuple[str, str], Sequence[int]]:
    """Return where two words stand in a row."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, two in enumerate(pairwise(row)):
        places[two].append(i)
    return dict(places)


def _inside(runs: Sequence[Run], gap: Gap) -> list[Run]:
    """Return what of some runs lies inside of a gap, if it is long enough."""
    found = []
    for i, j, size in runs:
        cut = max(gap.one - i, gap.other - j, 0)
        kept = min(size, gap.one_end - i, gap.other_end - j) - cut
        if kept > 1:
            found.append(Run(i + cut, j + cut, kept))
    return found
