"""Whether a phrase stands for somebody or something that can speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.quotes import phrases
from generator.lexicons import wordset
from generator.text import LEXICON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.quotes.paragraph import Token
    from generator.extract.quotes.phrases import Phrase

# as many words all in capitals are a line of its own, such as a heading, and no name
SHOUTED = 3
# what a word at the start of a sentence may be besides a name: Freed, Story, but not According
_MAY_NAME = ("", "noun", "name", "number")


def can_speak(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell whether a subject is a name, a person, a body or a text, and not a time, a line in capitals or a thing."""
    if subject.kind == "description":
        head = tokens[subject.head]
        whom = tokens[max(subject.first, subject.head - 1)]  # one senator familiar with the plan
        if phrases.last_part(whom) in phrases.persons():
            return True
        return phrases.is_role(head) or phrases.is_some(tokens, subject)
    if subject.kind == "name":
        return _is_name(tokens, subject)
    if subject.kind == "relative" and tokens[subject.first].low != "who":
        return subject.first > 0 and phrases.is_role(tokens[subject.first - 1])
    return True


def _is_name(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell whether capitals are a name's, and not those of a day, a heading, a photographer or a sentence's start."""
    words = tokens[subject.first : subject.last]
    head = tokens[subject.head]
    if all(t.named for t in words):
        return True
    shouted = len(words) >= SHOUTED and all(t.text.isupper() for t in words)
    credit = any("/" in t.text for t in words)
    if shouted or credit or (len(words) == 1 and head.low in wordset("quotes-days")):
        return False
    if len(words) > 1 or not phrases.starts(tokens, subject.first):
        return True
    return LEXICON[head.low].part in _MAY_NAME and not head.low.endswith("ing")
