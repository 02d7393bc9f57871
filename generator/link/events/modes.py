"""Whether a happening is told as past, planned, called off or merely possible."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import table

if TYPE_CHECKING:
    from generator.link.events.clauses import Clause
    from generator.link.events.phrases import Phrase
    from generator.link.events.telling import Mode
    from generator.link.events.words import Word

_BE = frozenset(("'s", "'re", "'m", "is", "are", "was", "were", "am", "be", "being", "been"))
_HAVE = frozenset(("has", "have", "had", "will"))


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(word for word, kind in table("events-modes") if kind == name)


def mode(words: tuple[Word, ...], phrase: Phrase, date: int | None) -> Mode | None:
    """Return how a phrase is told, or None where it says that something did not happen."""
    if phrase.clause is None:
        return _of_noun({w.low for w in words[phrase.start : phrase.end]})
    clause = phrase.clause
    group = [w.low for w in words[clause.verb : clause.head + 1]]
    if _is_called_off(words, clause, group, date):
        return "cancelled"
    if _class("negative") & set(group):
        return "cancelled" if words[clause.head].base in _class("unheld") else None
    return _by_tense(words, clause, group)


def _of_noun(inside: set[str]) -> Mode:
    if inside & _class("off"):
        return "cancelled"
    return "planned" if inside & _class("upcoming") else "happened"


def _by_tense(words: tuple[Word, ...], clause: Clause, group: list[str]) -> Mode:
    subject = {w.low for w in words[clause.start : clause.verb]}
    if _class("doubt") & subject or _class("modal") & set(group):
        return "hypothetical"
    if _class("future") & set(group) or _class("upcoming") & subject:
        return "planned"
    after = [w.low for w in words[clause.head + 1 : clause.head + 4]]
    if words[clause.head].base in _class("meant") and "to" in after:
        return "planned"
    return "planned" if _awaits(group, after) else "happened"


def _awaits(group: list[str], after: list[str]) -> bool:
    """Tell ``is expected to``, ``is due``, ``is to be held`` from the rest."""
    if not _BE & set(group):
        return False
    tail = [*group[1:], *after]
    expected = _class("expected")
    if "being" not in group and expected & set(group[1:]):
        return True
    return tail[:1] == ["to"] or (bool(expected & set(tail[:2])) and "to" in tail)


def _is_called_off(words: tuple[Word, ...], clause: Clause, group: list[str], date: int | None) -> bool:
    """Tell ``the concert on Friday was called off`` from ``the concert was called off on Friday``."""
    after = words[clause.head + 1].low if clause.head + 1 < len(words) else ""
    off = _class("off") & set(group) or (group[-1] == "called" and after == "off")
    passive = group[0] in _BE or group[0] in _HAVE
    return bool(off) and passive and (date is None or date < clause.verb)
