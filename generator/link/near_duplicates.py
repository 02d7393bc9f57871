"""Sentences ──▶ pairs of them that may share a passage, found in time that grows with the text.

Sentences with the same words are one *wording*. Wordings that may share something are found by MinHash with
locality-sensitive hashing (Broder 1997; Indyk and Motwani 1998) where one is an edited form of the other, and by an
index of long word runs where one is quoted inside the other. What is said many times over in the same or in like words
isn't compared each with each: every sentence is connected with the first of its like, so that the work stays linear.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import combinations, groupby, pairwise, product
from typing import TypeVar

from rensa import RMinHash, RMinHashLSH

from generator.link.sets import gathered

T = TypeVar("T")
Words = tuple[str, ...]
Pair = tuple[int, int]

SHINGLE = 3
"""Words in a shingle of the MinHash: two-word shingles pair sentences that only share names and idioms."""
PERMUTATIONS, BANDS = 96, 32
"""32 bands of 3 rows: a pair with Jaccard similarity 0.5 is found with probability 0.99, one with 0.1 with 0.03."""
SIMILAR = 0.5
"""The Jaccard similarity that the bands are made for."""
RUN = 8
"""Words in a row that make two sentences candidates although the rest of them differs."""
COMMON = 30
"""A run in more wordings than this is a formula of the trade; of more copies than this not all pairs are compared."""
FEW = 3
"""Of more than ``COMMON`` wordings that are like another, so many of the first and of the closest are compared."""
CROWD = 200
"""A wording that so many others are like isn't looked for any more: what is like it is like them, too."""


def candidates(sentences: Sequence[Words], articles: Sequence[int]) -> list[Pair]:
    """Return the pairs of sentences of different articles that may share a passage, in order, the smaller number first.

    ``articles`` says which article each sentence stands in.
    """
    members = gathered((words, i) for i, words in enumerate(sentences))
    wordings, copies = list(members), list(members.values())
    found = {pair for group in copies for pair in _copied(group)}
    for one, other in {*_similar(wordings), *_sharing_runs(wordings)}:
        found.update(_crossed(copies[one], copies[other]))
    return sorted((i, j) for i, j in found if articles[i] != articles[j])


def _copied(group: Sequence[int]) -> Iterator[Pair]:
    """Yield all pairs of sentences with the same words; of very many, each with the one before it and the first."""
    if len(group) <= COMMON:
        yield from combinations(group, 2)
    else:
        yield from pairwise(group)
        yield from ((group[0], i) for i in group[2:])


def _crossed(one: Sequence[int], other: Sequence[int]) -> Iterator[Pair]:
    """Yield all pairs of the copies of two wordings; of very many, those of the rarer one with the first other."""
    rarer, common = sorted((one, other), key=len)
    pairs = product(rarer, common if len(one) + len(other) <= COMMON else common[:1])
    yield from ((i, j) if i < j else (j, i) for i, j in pairs)


def _similar(wordings: Sequence[Words]) -> Iterator[Pair]:
    index = RMinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS, num_bands=BANDS)
    for i, words in enumerate(wordings):
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update(list(map(" ".join, _runs(words, SHINGLE))))
        near = sorted(index.query(signature))
        yield from ((j, i) for j in (near if len(near) <= COMMON else _nearest(i, near, wordings)))
        if len(near) < CROWD:
            index.insert(i, signature)


def _nearest(i: int, near: Sequence[int], wordings: Sequence[Words]) -> Iterable[int]:
    """Return the first of many wordings, which connect those of one text, and those with most words in common."""
    mine = frozenset(wordings[i])
    closest = nsmallest(FEW, near, key=lambda j: (-len(mine.intersection(wordings[j])) / len(wordings[j]), j))
    return dict.fromkeys((*near[:FEW], *closest))


def _sharing_runs(wordings: Sequence[Words]) -> Iterator[Pair]:
    """Yield the pairs that have a run of words in common; two runs of one mark (one in 10^19) would only cost time."""
    numbers = {word: n for n, word in enumerate(dict.fromkeys(word for words in wordings for word in words))}
    rows = ([numbers[word] for word in words] for words in wordings)  # hashes of numbers are the same everywhere
    # One number for a mark and a wording: a tuple for each of millions takes more than twice the memory.
    bits = len(wordings).bit_length()
    places = sorted(mark << bits | i for i, row in enumerate(rows) for mark in set(map(hash, _runs(row, RUN))))
    for _, group in groupby(places, key=lambda place: place >> bits):
        holders = [place & (1 << bits) - 1 for place in group]
        if 1 < len(holders) <= COMMON:
            yield from combinations(holders, 2)


def _runs(row: Sequence[T], length: int) -> Iterable[tuple[T, ...]]:
    return zip(*(row[n:] for n in range(length)), strict=False)
