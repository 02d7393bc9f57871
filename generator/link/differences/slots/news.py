"""Whether a value is one of its article's own news: of now, of all of it, and no length that says when."""

import re

from generator.link.differences.asking import joined
from generator.link.differences.claims.outcomes import is_now, is_of_now
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import is_ahead
from generator.link.differences.slots.telling import Slot
from generator.link.differences.slots.times import is_background

OPENING = 10
"""Sentences at the beginning of an article that tell its news."""
_ASIDE = re.compile(
    r"""(?xi) ^ \W* (?:
        ago | before | earlier | later | old | into | from | away | ahead | since | prior
      | after (?! \s (?:it|they) \s (?:had \s)? (?:began|begun|start))
    ) \b"""
)
"""Behind a length that only says when, or where in another one, something is: *four hours into the flight*."""
_SPAN = re.compile(
    r"(?i)\b(?:(?:the|these) last|past|next|first|within|in|every|each|another|following) (?:\w+ ){0,3}$"
)
"""Before a length that is a time, and not how long something takes: *in the past ten days*."""


def is_of_opening(slot: Slot) -> bool:
    """Tell whether a value stands among the sentences that tell an article's news."""
    return slot.telling.index < OPENING


def tells_news(corpus: Corpus, slot: Slot, days: frozenset[str]) -> bool:
    """Tell whether a value is one of the article's own news, or of a day that both tell of, and of all of it."""
    t, line = slot.telling, corpus.line(slot.article, slot.telling.index)
    s = joined(corpus, line)
    bound = s is not None and s.low(slot.first - 1) == "than"  # longer than 30 metres
    if s is None or bound or slot.part:
        return False
    several = any(sort == slot.sort and number != slot.number for sort, number in t.numbers)  # five here, four there
    denied = t.verb and t.verb.denied and slot.kind != "percent"
    some = t.copula and "among" in slot.features  # eleven of them were among the sick
    if several or denied or some or (slot.kind == "length" and not says_how_long(corpus, slot)):
        return False
    return (
        is_ahead(slot)
        or not days.isdisjoint(slot.dates)
        or _is_lasting(slot)
        or (is_now(corpus, line, s, slot.first) and is_of_now(corpus, line) and not is_background(corpus, slot))
    )


def _is_lasting(slot: Slot) -> bool:
    """Tell whether a sum or a size holds now, whatever else its sentence dates: *painted in 1657, is insured for*."""
    verb = slot.telling.verb
    present = verb is not None and verb.tense == "present" and not verb.aspect
    return present and slot.kind in ("money", "quantity") and not slot.dates


def says_how_long(corpus: Corpus, slot: Slot) -> bool:
    """Tell whether a length says how long something takes, and not when, how often, or how long before."""
    line, date = corpus.line(slot.article, slot.telling.index), slot.date
    if date is None or date.kind == "set":
        return False
    before, _, behind = line.text.partition(slot.text)
    aside = _ASIDE.search(behind) or _SPAN.search(before) or _SPAN.search(slot.text.rpartition(" ")[0] + " ")
    return not aside or before.endswith("for ")
