"""Words ──▶ clauses: the stretch of a sentence that one finite verb governs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.link.events.finite import between, speaks

if TYPE_CHECKING:
    from generator.link.events.words import Word


@dataclass(frozen=True, slots=True)
class Clause:
    """Words ``start`` to ``end`` of a sentence; the verb group is words ``verb`` to ``head`` (both included).

    ``opener`` is what parts it from the words before: ``""`` at the start of the sentence, else ``rel``, ``sub``,
    ``conj``, ``that``, ``comma``, ``break`` or ``said`` (speech without *that*).
    """

    start: int
    end: int
    verb: int
    head: int
    opener: str


def clauses(words: tuple[Word, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in text order; a sentence without a finite verb has none."""
    groups = _groups(words)
    cuts: list[tuple[int, str]] = [(0, "")]
    for (_, head), (verb, _) in pairwise(groups):
        cuts.append(_cut(words, head, verb))
    cuts.append((len(words), ""))
    return tuple(
        Clause(cuts[n][0], max(cuts[n + 1][0], head + 1), verb, head, cuts[n][1])
        for n, (verb, head) in enumerate(groups)
    )


def _groups(words: tuple[Word, ...]) -> tuple[tuple[int, int], ...]:
    """Return the verb groups: from the first auxiliary to the head verb."""
    found = []
    for i, word in enumerate(words):
        if word.part == "verb":
            found.append((i, _head(words, i)))
    return tuple(found)


def _head(words: tuple[Word, ...], verb: int) -> int:
    head = verb
    for i in range(verb + 1, min(verb + 8, len(words))):
        if words[i].part == "in-verb":
            head = i
        elif words[i].part not in ("adv", "not") and words[i].low != "to":
            break
    return head


# Which mark or word parts two clauses best; of equals the last counts, being nearest to the second subject.
_RANK = {"break": 6, "rel": 5, "sub": 4, "that": 4, "comma": 3, "conj": 2}


def _cut(words: tuple[Word, ...], head: int, verb: int) -> tuple[int, str]:
    """Return where the clause of the second verb begins, and what opens it."""
    coordinated = words[verb - 1].part in ("conj", "adv")
    if speaks(words[head]) and not coordinated and not _parted(words, head, verb):
        return _after_speaking(words, head, verb)
    best, rank = verb, 0
    for i in range(head + 1, verb):
        value = 0 if between(words, i) else _RANK.get(words[i].part, 0)
        if value and value >= rank and not (words[i].part == "comma" and _closes_lead(words, i, verb)):
            best, rank = i, value
    return (best, words[best].part) if rank else (verb, "conj")


def _parted(words: tuple[Word, ...], head: int, verb: int) -> bool:
    return any(words[i].part in ("that", "break") for i in range(head + 1, verb))


def _closes_lead(words: tuple[Word, ...], comma: int, verb: int) -> bool:
    """Tell whether a comma only ends what leads the second clause in (``but in Lima, prices rose``)."""
    leads = (i for i in range(max(0, comma - 6), comma - 1) if words[i].part == "conj")
    return comma + 1 < verb and any(words[i + 1].part in ("prep", "adv", "sub") for i in leads)


def _after_speaking(words: tuple[Word, ...], head: int, verb: int) -> tuple[int, str]:
    """``said on Monday the dam burst``: the clause of *burst* begins after the words of time."""
    i = head + 1
    while i < verb and words[i].part in ("date", "comma", "adv"):
        i += 1
    if i < verb and words[i].part == "prep" and i + 1 < verb and words[i + 1].part == "date":
        i += 2
    return min(i, verb), "said"
