"""Whether a value stands in an article's news, and a length says how long something takes."""

import re

from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.telling import Slot

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


def says_how_long(corpus: Corpus, slot: Slot) -> bool:
    """Tell whether a length says how long something takes, and not when, how often, or how long before."""
    line, date = corpus.line(slot.article, slot.telling.index), slot.date
    if date is None or date.kind == "set":
        return False
    before, _, behind = line.text.partition(slot.text)
    aside = _ASIDE.search(behind) or _SPAN.search(before) or _SPAN.search(slot.text.rpartition(" ")[0] + " ")
    return not aside or before.endswith("for ")
