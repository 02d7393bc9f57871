"""A sentence ──▶ the tokens of each clause, where another one stands between them."""

from collections.abc import Iterator

from generator.text import Sentence
from generator.text.clauses import Clause

_ENDS = ((), ("comma",), ("break",), ("stop",))


def held_by_clauses(s: Sentence) -> Iterator[tuple[Clause, tuple[int, ...]]]:
    """Yield clauses with their tokens; one that only says when the next one was, *it was noon when*, has none."""
    held = [[*range(max(c.start, s.story), c.end)] for c in s.clauses]
    for n in range(1, len(held)):
        if _only_dates(s, n - 1):
            held[n - 1 : n + 1] = [], held[n - 1] + held[n]
        cut = _behind_relative(s, s.clauses[n])
        held[n - 1 : n + 1] = [*held[n - 1], *(i for i in held[n] if i >= cut)], [i for i in held[n] if i < cut]
    yield from zip(s.clauses, map(tuple, held), strict=True)


def _only_dates(s: Sentence, n: int) -> bool:
    clause, following = s.clauses[n : n + 2]
    bare = clause.verb.first - 1 <= max(clause.start, s.story) and s.low(clause.verb.first - 1) == "it"
    return bare and s.words[clause.verb.head].lemma == "be" and s.low(following.start) in ("when", "that")


def _behind_relative(s: Sentence, clause: Clause) -> int:
    """Return where the clause goes on that a relative one interrupts: *met Tom Rui, who leads it,* **on Monday**."""
    apart = clause.opener == "rel" and s.parts[clause.start - 1] == "comma"
    behind = range(clause.verb.end, clause.end - 2) if apart else ()
    dated = (i for i in behind if s.parts[i : i + 3] == ("comma", "prep", "date") and s.parts[i + 3 : i + 4] in _ENDS)
    return next(dated, clause.end)
