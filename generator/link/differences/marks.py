"""Quotation marks around words: which were read, and which stand unread nearby."""

import re
from bisect import bisect_left
from typing import NamedTuple

from generator.lexicons import words
from generator.link.content_words import stems_of
from generator.link.differences.corpus import Corpus
from generator.model import Evidence, Quote
from generator.text.fold import small

MARKED = ("quotation", "fragment")
"""The kinds of quotations that give somebody's words in quotation marks."""
LONG = 5
"""Words of meaning from which nobody chooses the same ones by chance."""
LEAD = 20
"""Characters before a quotation in which the word stands that it depends on."""
BEFORE, AFTER = 400, 200
"""Characters around some words in which an unread quotation mark makes it unsure that they stand without marks."""
LONGEST = 10_000
"""Characters of a quotation; how far back one may begin that some words stand in."""

_MARK = re.compile(
    r"""(?x)
    [“”„‟«»"″]          # “river”, "river", «river»
    | `` | ''           # ``river''
    | (?<!\w) [‘'’]     # ‘river, 'river
    """
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+){0,3}")  # don’t, bullying


class _Sides(NamedTuple):
    marked: str = "in quotation marks"
    reported: str = "the same words, reported"
    own: str = "the same words, as the source's own"
    otherwise: str = "in other words"


SIDES = _Sides()
"""How a source can give words that another one quotes, in the order of a card."""


def is_unmarked(corpus: Corpus, text: Evidence) -> bool:
    """Tell whether some words surely stand in no quotation marks: none that was read, and none unread nearby."""
    found = corpus.findings[text.article]
    start, end = max(0, text.span.start - BEFORE), text.span.end + AFTER
    first = bisect_left(found.quotes, start - LONGEST, key=lambda q: q.span.start)
    last = bisect_left(found.quotes, end, key=lambda q: q.span.start)
    inside = [q.span for q in found.quotes[first:last] if q.kind != "reported"]
    if any(s.meets(text.span) for s in inside):
        return False
    marks = (m.start() for m in _MARK.finditer(found.article.text, start, end))
    return all(any(s.start <= at < s.end for s in inside) for at in marks)


def plain(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters."""
    return tuple(map(small, _WORD.findall(text)))


def has_link(told: tuple[str, ...]) -> bool:
    """Tell whether a small word stands inside that terms don't have: *divided by wine*, not *weapons of war*."""
    return any(w in words("quoted-links") for w in told[1:-1])


def is_phrase(corpus: Corpus, quote: Quote) -> bool:
    """Tell whether some words are more than a term: long, with a small word inside, or with a verb at the beginning."""
    if len(stems_of(quote.words.text)) >= LONG or has_link(plain(quote.words.text)):
        return True
    start = quote.span.start
    before = plain(corpus.article(quote.article).text[max(0, start - LEAD) : start])
    return any(w in words("quoted-verbs-follow") for w in before[-1:])
