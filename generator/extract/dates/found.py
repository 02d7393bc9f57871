"""What a rule reads in the text, before it is counted from an anchor; and the sentence that it is read in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter
from typing import Literal, NamedTuple

from generator.extract.dates.fragments import full_year, meaning
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


class Rule(NamedTuple):
    """A pattern and what a match of it means; None if it isn't a temporal expression after all.

    ``needs`` are the kinds of words that every match holds (see ``fragments.py``): a sentence that lacks one isn't
    searched.
    """

    needs: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Found | None]


def expression(match: re.Match[str], rule: str, offset: str | None = None, *, vague: bool = False) -> Found:
    """Return a match as a date."""
    return Found(match.start(), match.end(), rule, offset=offset, vague=vague)


def always(rule: str, offset: str | None = None, *, vague: bool = False) -> Callable[[re.Match[str]], Found]:
    """Return what reads every match as a date of one offset: ``noon`` is on the day that the text speaks of."""
    return lambda match: expression(match, rule, offset, vague=vague)


_READ: dict[str, Callable[[str], int | str]] = {
    "year": full_year,
    "month": lambda name: int(meaning("month", name)),
    "season": lambda name: meaning("season", name),
    "unit": lambda name: meaning("unit", name),
}


def filled(rule: str, offset: str) -> Callable[[re.Match[str]], Found]:
    """Return what reads every match as a date whose offset names groups of it: ``{year:04}-{month:02}``."""
    names = [name for _, name, _, _ in Formatter().parse(offset) if name]
    return lambda match: expression(match, rule, offset.format(**{n: _READ[n](match[n]) for n in names}))


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
