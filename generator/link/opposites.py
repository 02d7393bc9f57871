"""The table of opposite words: which two sources contradict each other with, and which tell two happenings."""

from collections.abc import Sequence
from itertools import pairwise

from generator.lexicons import table
from generator.text import LEXICON

UNDONE = "undone"
_COMING = frozenset(("will", "would", "shall"))
_ROWS = [
    (kind, one, other)
    for kind, first, second in table("link-opposites")
    for one, other in zip(first.split(), second.split(), strict=True)
]
OPPOSED = [row for row in _ROWS if row[0] != UNDONE]
"""Kind, word and opposite of words that can't both be right."""
_PAIRS = [(kind, LEXICON[a], LEXICON[b]) for kind, a, b in _ROWS]
_VERBS = [(kind, frozenset((a.lemma, b.lemma))) for kind, a, b in _PAIRS if "verb" in a.kinds & b.kinds]
_UNDONE, _OPPOSITE = ({v for k, v in _VERBS if (k == UNDONE) == wanted} for wanted in (True, False))


def undoes(one: str, other: str) -> bool:
    """Tell whether one of two verbs (base forms) undoes what the other tells, or does it again: *close*, *reopen*."""
    return frozenset((one, other)) in _UNDONE or one == f"re{other}" or other == f"re{one}"


def excludes(one: str, other: str) -> bool:
    """Tell whether one of two verbs (base forms) undoes the other one, or says the opposite: *pass*, *reject*."""
    return undoes(one, other) or frozenset((one, other)) in _OPPOSITE


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
