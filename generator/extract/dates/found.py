"""What a rule reads in the text, before it is counted from an anchor; and the sentence that it is read in."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.text import LEXICON, NOTHING, Sentence, Word


@dataclass(frozen=True, slots=True)
class Found:
    """A temporal expression at a place of the text.

    ``offset`` is in the language of ``generator.edtf.offsets`` with two signs that the context settles: ``*W5`` is a
    Friday in the direction that the tense gives, ``@ -1D`` counts from another date of the text. ``vague`` expressions
    (``now``, ``in recent years``) have no value.
    """

    start: int
    end: int
    rule: str
    kind: Literal["date", "duration", "set"] = "date"
    offset: str | None = None
    duration: str | None = None
    vague: bool = False


def expression(match: re.Match[str], rule: str, offset: str | None = None, *, vague: bool = False) -> Found:
    """Return a match as a date."""
    return Found(match.start(), match.end(), rule, offset=offset, vague=vague)


_PASSED_OVER = frozenset("([“\"'‘’–—-")
_MOST_PASSED_OVER = 3
"""Marks between an expression and the word before it: ``from (“May``."""


class Passage(NamedTuple):
    """A sentence, and the text of the article that its offsets count in."""

    text: str
    sentence: Sentence

    @property
    def start(self) -> int:
        """Return where the sentence begins."""
        return self.sentence.span.start

    @property
    def end(self) -> int:
        """Return where the sentence ends."""
        return self.sentence.span.end

    def token_before(self, start: int) -> int:
        """Return the number of the token right before an offset, brackets and quotation marks passed over; or -1."""
        i = bisect_left(self.sentence.starts, start) - 1
        for _ in range(_MOST_PASSED_OVER):
            if i < 0 or self.sentence.words[i].text not in _PASSED_OVER:
                break
            i -= 1
        return i

    def before(self, start: int) -> Word:
        """Return the word right before an offset, or ``NOTHING`` where a mark or nothing stands there.

        Of ``mid-August`` it is *mid*.
        """
        i = self.token_before(start)
        word = self.sentence.word(i)
        if i >= 0 and self.sentence.ends[i] > start:
            word = LEXICON[self.text[self.sentence.starts[i] : start].rstrip("-‐‑–") or "-"]
        return word if word.text[:1].isalnum() or word.part == "genitive" else NOTHING

    def after(self, end: int) -> Word:
        """Return the word that begins right behind an offset, or ``NOTHING``; of ``45-day-old`` it is *-old*."""
        i = bisect_right(self.sentence.ends, end)
        if i < len(self.sentence) and self.sentence.starts[i] < end:
            return LEXICON[self.text[end : self.sentence.ends[i]]]
        word = self.sentence.word(i)
        return word if word.text[:1].isalnum() or word.part == "genitive" else NOTHING
