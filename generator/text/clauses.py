"""Verb groups ──▶ clauses: the stretch of a sentence that one finite verb governs."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.text.verbs import VerbGroup
from generator.text.words import Word


class Clause(NamedTuple):
    """The tokens ``start`` to ``end`` (exclusive) of a clause and its finite verb group.

    ``opener`` is what parts it from the words before: ``""`` at the start of the sentence, else ``rel``, ``sub``,
    ``conj``, ``that``, ``comma``, ``break`` or ``said`` (what is said, without *that*).
    """

    start: int
    end: int
    verb: VerbGroup
    opener: str


# Which mark or word parts two clauses best; of equals the last counts, being nearest to the second subject.
_RANK = {"break": 6, "rel": 5, "sub": 4, "that": 4, "comma": 3, "conj": 2}
_CLOCK = ("number", "break", "number")
"""A time of day, 10:25, whose colon parts nothing."""
_SUBJECT = frozenset(("pron", "name"))
"""Parts of a subject that begins a clause by itself, where nothing else does."""


def clauses_of(
    words: Sequence[Word], parts: Sequence[str], groups: Sequence[VerbGroup], story: int = 0
) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in text order; a sentence without a finite verb has none."""
    finite = [g for g in groups if g.finite]
    cuts = [(story, ""), *(_cut(words, parts, one, other) for one, other in pairwise(finite)), (len(parts), "")]
    return tuple(
        Clause(cuts[n][0], max(cuts[n + 1][0], group.end), group, cuts[n][1]) for n, group in enumerate(finite)
    )


def _cut(words: Sequence[Word], parts: Sequence[str], one: VerbGroup, other: VerbGroup) -> tuple[int, str]:
    """Return where the clause of the second verb begins, and what opens it."""
    joint = other.first - 1
    while joint > one.end and parts[joint] == "adv":
        joint -= 1
    if parts[joint] == "conj" and joint >= one.end:
        return joint, "conj"  # "opened a port in Lima, in May[,] and [signed]": the subject is the same
    before = parts[other.first - 1]
    commas = parts[one.end : other.first].count("comma")
    coordinated = before in ("conj", "adv") or (before == "comma" and commas == 1)  # "added a pier, cut fares"
    speaks = "takes-clause" in words[one.head].kinds
    if speaks and not coordinated and not any(p in ("that", "break") for p in parts[one.end : other.first]):
        return _behind_saying(parts, one.end, other.first), "said"
    best, rank = other.first, 0
    for i in range(one.end, other.first):
        value = 0 if (*parts[i - 1 : i + 2],) == _CLOCK else _RANK.get(parts[i], 0)
        if value and value >= rank:
            best, rank = i, value
    while not rank and best > one.end and parts[best - 1] in _SUBJECT:
        best -= 1  # the night [she was killed]
    return (best, parts[best]) if rank else (best, "conj")


def _behind_saying(parts: Sequence[str], i: int, verb: int) -> int:
    """``said on Monday the dam burst``: the clause of *burst* begins after the words of time."""
    while i < verb and parts[i] in ("date", "comma", "adv"):
        i += 1
    if i + 1 < verb and parts[i] == "prep" and parts[i + 1] == "date":
        i += 2
    return min(i, verb)
