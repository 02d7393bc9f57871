"""Words ──▶ clauses: the stretch of a sentence that one finite verb governs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.text.clauses import clauses_of
from generator.text.verbs import groups_of

if TYPE_CHECKING:
    from generator.link.events.words import Word
    from generator.text import VerbGroup


@dataclass(frozen=True, slots=True)
class Clause:
    """Words ``start`` to ``end`` of a sentence; the verb group is words ``verb`` to ``head`` (both included).

    ``opener`` is what parts it from the words before: ``""`` at the start of the sentence, else ``rel``, ``sub``,
    ``conj``, ``that``, ``comma``, ``break`` or ``said`` (speech without *that*). ``group`` tells how the verb is meant.
    """

    start: int
    end: int
    verb: int
    head: int
    opener: str
    group: VerbGroup


def clauses(words: tuple[Word, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in text order; a sentence without a finite verb has none."""
    tokens, tags = [w.token for w in words], [w.tag for w in words]
    groups = groups_of(tokens, tags)
    found = clauses_of(tokens, tags, [_with_infinitive(words, group, groups) for group in groups])
    return tuple(Clause(c.start, c.end, c.verb.first, c.verb.head, c.opener, c.verb) for c in found)


def _with_infinitive(words: tuple[Word, ...], group: VerbGroup, groups: tuple[VerbGroup, ...]) -> VerbGroup:
    """Join ``is`` and ``to be finished`` into one group."""
    if not group.finite or "be" not in words[group.head].parts:
        return group
    to_be = next((g for g in groups if not g.finite and g.first == group.end and g.tense), None)
    return to_be._replace(first=group.first, finite=True) if to_be else group


def is_due(words: tuple[Word, ...], start: int, clause: Clause) -> bool:
    """Tell whether a clause states a deadline: ``the deadline for bids is 15 May``, ``bids are due on Monday``."""
    subject = (w.low for w in words[start : clause.verb])
    return "deadline" in subject or [w.low for w in words[clause.head + 1 : clause.head + 2]] == ["due"]
