"""Words ──▶ clauses: what one finite verb governs, and whether it happened, is planned, called off or possible."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import table, wordset
from generator.link.events.telling import Mode
from generator.link.events.words import Word
from generator.text import VerbGroup
from generator.text.clauses import Clause, clauses_of
from generator.text.verbs import groups_of

if TYPE_CHECKING:
    from generator.link.events.phrases import Phrase


def clauses(words: tuple[Word, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in text order; a sentence without a finite verb has none."""
    tokens, tags = [w.token for w in words], [w.tag for w in words]
    groups = groups_of(tokens, tags)
    return clauses_of(tokens, tags, [_with_infinitive(words, group, groups) for group in groups])


def _with_infinitive(words: tuple[Word, ...], group: VerbGroup, groups: tuple[VerbGroup, ...]) -> VerbGroup:
    """Join ``is`` and ``to be finished`` into one group."""
    if not group.finite or "be" not in words[group.head].parts:
        return group
    to_be = next((g for g in groups if not g.finite and g.first == group.end and g.tense), None)
    return to_be._replace(first=group.first, finite=True) if to_be else group


def is_due(words: tuple[Word, ...], start: int, clause: Clause) -> bool:
    """Tell whether a clause states a deadline: ``the deadline for bids is 15 May``, ``bids are due on Monday``."""
    subject = (w.low for w in words[start : clause.verb.first])
    return "deadline" in subject or [w.low for w in words[clause.verb.head + 1 : clause.verb.head + 2]] == ["due"]


# --- how it is told -------------------------------------------------------------------------------


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(word for word, kind in table("events-modes") if kind == name)


def mode(words: tuple[Word, ...], phrase: Phrase, date: int | None) -> Mode | None:
    """Return how a phrase is told, or None where it says that something did not happen."""
    if phrase.clause is None:
        return _of_noun({w.low for w in words[phrase.start : phrase.end]})
    clause = phrase.clause
    if clause.verb.modality and clause.verb.aspect == "perfect":
        return None  # "it would have been a shame"
    held = _can_be_held(words[clause.start : clause.verb.first])
    if (held and _is_called_off(words, clause, date)) or _calls_off(words, clause, date):
        return "cancelled"
    if clause.verb.denied:
        return "cancelled" if held and words[clause.verb.head].base in _class("unheld") else None
    return _by_tense(words, clause, date)


def _can_be_held(subject: tuple[Word, ...]) -> bool:
    """Tell whether a subject can be called off: not *a clerk*, who was suspended or did not go."""
    persons = (w for w in subject if "person" in w.token.kinds or (w.name and w.name.kind == "person"))
    return not any(persons) or any(w.happening for w in subject)


def _of_noun(inside: set[str]) -> Mode:
    if inside & _class("off"):
        return "cancelled"
    return "planned" if inside & _class("upcoming") else "happened"


def _by_tense(words: tuple[Word, ...], clause: Clause, date: int | None) -> Mode:
    subject = {w.low for w in words[clause.start : clause.verb.first]}
    group, ahead = clause.verb, date is not None and date > clause.verb.head
    if (
        ahead
        and (group.tense, group.aspect) == ("present", "")
        and words[group.head].base in wordset("events-scheduled")
    ):
        return "planned"  # "The tour starts on 3 March"
    doubted = _class("doubt") & subject and group.tense != "future"  # "if all goes well, it will" is a plan
    if doubted or group.modality in ("possible", "required"):
        return "hypothetical"
    if group.tense == "future" or group.modality or _class("upcoming") & subject:
        return "planned"
    return "planned" if _awaits(words, clause) else "happened"


def _awaits(words: tuple[Word, ...], clause: Clause) -> bool:
    """Tell ``is expected to``, ``is due to``, ``is to be held``, ``plans to`` from the rest."""
    kinds, after = words[clause.verb.head].parts, words[clause.verb.head + 1 : clause.verb.head + 4]
    leads = any(w.low == "to" for w in after)
    if "intends" in kinds and ("present" in kinds or (leads and clause.verb.tense != "past")):
        return True
    if "be" in kinds:
        return [w.low for w in after[:1]] == ["to"] or (leads and any("awaited" in w.parts for w in after[:2]))
    going = clause.verb.aspect == "progressive" and words[clause.verb.head].base == "go"
    up = [w.low for w in after[:1]] == ["up"]  # "was set up in May"
    return going or (clause.verb.voice == "passive" and "awaited" in kinds and not up)


def _calls_off(words: tuple[Word, ...], clause: Clause, date: int | None) -> bool:
    """Tell ``officials cancelled a vote scheduled for Friday`` from ``officials cancelled the vote on Friday``."""
    put = date is not None and any("awaited" in w.parts for w in words[max(clause.verb.head + 1, date - 2) : date])
    return put and words[clause.verb.head].low in _class("off") and clause.verb.voice == "active"


def _is_called_off(words: tuple[Word, ...], clause: Clause, date: int | None) -> bool:
    """Tell ``the concert on Friday was called off`` from ``the concert was called off on Friday``."""
    head = words[clause.verb.head].low
    after = words[clause.verb.head + 1].low if clause.verb.head + 1 < len(words) else ""
    off = head in _class("off") or (head == "called" and after == "off")
    return off and clause.verb.first != clause.verb.head and (date is None or date < clause.verb.first)
