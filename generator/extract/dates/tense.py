"""Which way a weekday or a month without a year is meant: the verb of its clause says whether it lies behind or ahead."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.extract.dates.found import Passage
    from generator.text import Sentence, VerbGroup

Direction = Literal["<", ">", "<?", ">?", "?"]
"""Behind or ahead for certain; behind or ahead as far as the verb goes; not told."""

_AHEAD_BEFORE = frozenset(("until", "till", "through", "beginning", "starting", "effective", "due", "ending", "upcoming"))
_BESIDE = ("prep", "to", "adv", "det", "hyphen")
"""Parts of speech between a verb and the date that hangs on it: ``resigned late in April``."""
_EVE = frozenset(("ahead", "advance", "eve"))
_HEADLINES = ("title", "heading")


def direction(passage: Passage, start: int, end: int) -> Direction:
    """Return which way the expression at ``start`` to ``end`` is meant."""
    sentence = passage.sentence
    i, before = bisect_right(sentence.ends, start), passage.token_before(start)
    word = sentence.low(before)
    if word in _AHEAD_BEFORE:
        return ">"
    if word in ("since", "of"):
        return ">" if sentence.low(before - 1) in _EVE else "<"
    if _is_put_to(sentence, before):
        return ">"
    group = _group(sentence, i)
    if group is None:
        return ">" if word == "by" else "?"
    way = _way(sentence, group)
    if passage.after(end).part == "genitive" and group.end <= i:
        return "?"  # "the court upheld Wednesday's ruling"
    if way == "?" and word == "by":
        return ">"
    return "<" if way == "<?" and _hangs_on(sentence, group, i) else way


def _is_put_to(sentence: Sentence, before: int) -> bool:
    """Tell whether a day is what something was put to: ``moved to``, ``scheduled for``, ``a vote planned on``."""
    if sentence.low(before) not in ("to", "for", "on"):
        return False
    kinds = sentence.word(before - 1).kinds
    if sentence.low(before) == "on":
        return "awaited" in kinds and sentence.parts[before - 1] == "participle"
    return "reschedules" in kinds or "awaited" in kinds


def _group(sentence: Sentence, i: int) -> VerbGroup | None:
    """Return the verb group that a token hangs on: the last before it in its clause that tells a time, or the clause's."""
    clause = next((c for c in sentence.clauses if c.start <= i < c.end), None)
    first = clause.start if clause else 0
    last = next((g for g in reversed(sentence.verbs) if first <= g.first and g.end <= i and (g.finite or g.tense)), None)
    return last or (clause.verb if clause else None)


def _way(sentence: Sentence, group: VerbGroup) -> Direction:
    """Return which way a verb group points."""
    if group.aspect == "perfect" or (group.tense == "past" and not group.modality):
        return "<?"
    if group.modality or group.tense == "future" or group.aspect == "progressive":
        return ">?"
    if sentence.kind in _HEADLINES or "speech" in sentence.words[group.head].kinds:
        return "?"
    return ">?"  # "the shop is open", "the fair runs", "he faces the court"


def _hangs_on(sentence: Sentence, group: VerbGroup, i: int) -> bool:
    """Tell whether nothing but small words stands between a verb and a date: ``resigned in April``."""
    return group.end <= i and all(p in _BESIDE for p in sentence.parts[group.end : i])
