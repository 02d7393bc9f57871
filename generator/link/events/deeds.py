"""Whether the verb of a telling tells what happened, or what lies ahead, rather than how something is."""

from __future__ import annotations

from generator import edtf
from generator.lexicons import wordset
from generator.link.events.attachment import is_its_date
from generator.link.events.phrases import Phrase
from generator.link.events.words import Word, has_begun

# Beside the noun of a happening these say that it lies ahead; "planned", "scheduled" are told of the past as well.
_UPCOMING = frozenset(("upcoming", "forthcoming", "imminent"))
# What opens the verbs of an open plan: "is due to", "will open", "has been set for"; "was due to" tells of the past.
_NOW = frozenset(("is", "are", "am", "'s", "'re", "'m", "will", "'ll", "shall", "has", "have"))


def is_coming(words: tuple[Word, ...], phrase: Phrase, date: int | None) -> bool:
    """Tell whether a planned phrase is announced in the present tense, and the date is the plan's own."""
    clause = phrase.clause
    if clause is None:
        return any(w.low in _UPCOMING for w in words[phrase.start : phrase.end])
    first = words[clause.verb.first]
    now = first.low in _NOW or (clause.verb.first == clause.verb.head and "present" in first.parts)
    return now and (date is None or is_its_date(words, phrase, clause, date))


def is_put_ahead(words: tuple[Word, ...], phrase: Phrase) -> bool:
    """Tell whether a verb that isn't in the future tells what lies ahead: *opens*, ``a march planned on Saturday``."""
    present = phrase.clause is not None and phrase.clause.verb.tense == "present"
    return present or any("awaited" in w.parts for w in words[phrase.start : phrase.end])


def tells(words: tuple[Word, ...], phrase: Phrase, date: int | None) -> bool:
    """Tell whether the verb of a clause tells what happened, rather than how somebody or something is or is called.

    What is going on in the past is the scene of something else: ``she was crossing the road when``. A present tense
    tells what happened only behind a day that heads it: ``the chip goes to work on Monday``.
    """
    if phrase.clause is None:
        return False
    group, head = phrase.clause.verb, words[phrase.clause.verb.head]
    behind = [w for w in words[group.end : group.end + 3] if w.part != "adv"]
    silent = "denies" in head.parts and any("speech" in w.parts for w in behind[1:2])  # "declined to answer"
    if silent or [w.low for w in behind[-2:]] == ["to", "be"]:
        return False  # "turned out to be a failure"
    held = [w for w in words[group.end : phrase.end] if w.happening]  # "had talks in Oslo", "had a heart attack"
    begun = date is not None and has_begun(words, group, date)
    state = ("be" in head.parts and not begun) or ("have" in head.parts and not held)
    lasting = group.aspect == "perfect" and "ing" in head.parts  # "anger has been mounting"
    if state or lasting or head.base in wordset("events-states"):
        return False
    if group.aspect == "progressive":  # "Nevada is staking its claim in 2016"
        return group.tense == "future" or (group.tense == "present" and date is not None and _is_day(words[date]))
    if group.tense != "present" or group.aspect or group.modality:
        return True
    return date is not None and date < phrase.clause.verb.first and _heads(words, date, phrase.clause.verb.first)


def _heads(words: tuple[Word, ...], date: int, verb: int) -> bool:
    """Tell whether a day heads what is told in the present: ``June 24: Acme raises its offer``, ``Acme today raises``.

    A bare weekday may head what lies ahead: ``Monday: Ajax play in Arica``.
    """
    if words[date + 1].part in ("break", "mark"):
        return _is_day(words[date], "stated") or (_is_day(words[date]) and words[date].low[-1:].isdigit())
    return words[date].low == "today" and date + 1 == verb


def _is_day(word: Word, *bases: str) -> bool:
    """Tell whether a date is a day, known in one of some ways, if any are given."""
    found = word.date
    known = found is not None and (not bases or found.basis in bases)
    return known and found is not None and edtf.precision(found.value or "2000") == "day"
