"""Whether a value stands in an article's news, and a length says how long something takes."""

import re
from collections.abc import Iterator

from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.telling import Slot
from generator.text.synonyms import kind_of
from generator.text.words import stem

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

_AGAIN = re.compile(
    r"(?i)\b(?:an? (?:(?:second|third|fourth|fifth)(?! (?:of|less|more)\b)|further|new (?P<noun>\w+))"
    r"|at the (?:last|previous))\b"
)
"""Words of another happening than that of the news: *a second strike*, *71 percent at the last election*."""


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


def tells_another(corpus: Corpus, slot: Slot) -> bool:
    """Tell whether a sentence speaks of another happening: *a second blast*, *a new vote*, and not *a new roof*."""
    return any(corpus.once(_others, slot.article, slot.telling.index))


def _others(corpus: Corpus, article: str, index: int) -> Iterator[bool]:
    for found in _AGAIN.finditer(corpus.line(article, index).text):
        yield not found["noun"] or kind_of(stem(found["noun"].lower())) in ("act", "event")
