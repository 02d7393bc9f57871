"""The table of opposite words: which two sources contradict each other with, and which tell two happenings."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from generator.lexicons import table
from generator.text import LEXICON

UNDONE = "undone"
_COMING = frozenset(("will", "would", "shall"))


@cache
def opposed() -> tuple[tuple[str, str, str], ...]:
    """Return (kind, word, opposite) of words that can't both be right."""
    return tuple(row for row in _rows() if row[0] != UNDONE)


def undoes(one: str, other: str) -> bool:
    """Tell whether one of two verbs (base forms) undoes what the other tells, or does it again: *close*, *reopen*."""
    return frozenset((one, other)) in _verbs()[0] or one == f"re{other}" or other == f"re{one}"


def excludes(one: str, other: str) -> bool:
    """Tell whether one of two verbs (base forms) undoes the other one, or says the opposite: *pass*, *reject*."""
    return undoes(one, other) or frozenset((one, other)) in _verbs()[1]


def clash(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether one text has a verb whose opposite only the other one has, or tells as coming what that one did."""
    mine, theirs = _verbs_in(one), _verbs_in(other)
    opposite = any(excludes(v, w) for v in mine - theirs for w in theirs - mine)
    return opposite or _is_coming(one, other) or _is_coming(other, one)


def _verbs_in(words: Sequence[str]) -> frozenset[str]:
    found = (LEXICON[word] for word in words)
    return frozenset(w.lemma for w in found if "verb" in w.kinds and "aux" not in w.kinds)


def _is_coming(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether one text says that something will be done, and the other one, without a *will*, that it was."""
    if _COMING.isdisjoint(mine) or not _COMING.isdisjoint(theirs):
        return False
    will = {LEXICON[v].lemma for w, v in pairwise(mine) if w in _COMING} - {"be", "have"}
    did = {w.lemma for v in theirs if "past" in (w := LEXICON[v]).kinds and "base" not in w.kinds}
    return bool(will & did)


@cache
def _verbs() -> tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]:
    """Return the pairs of verbs of which one undoes the other, and those that are opposites."""
    pairs = [(kind, LEXICON[a], LEXICON[b]) for kind, a, b in _rows()]
    verbs = [(kind, frozenset((a.lemma, b.lemma))) for kind, a, b in pairs if "verb" in a.kinds & b.kinds]
    undone, opposite = (frozenset(v for k, v in verbs if (k == UNDONE) == wanted) for wanted in (True, False))
    return undone, opposite


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (kind, one, other)
        for kind, first, second in table("link-opposites")
        for one, other in zip(first.split(), second.split(), strict=True)
    )
