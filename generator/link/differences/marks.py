"""Quotation marks around words: which were read, and which stand unread nearby."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.link.differences.corpus import Corpus
    from generator.model import Evidence

MARKED = ("quotation", "fragment")
"""The kinds of quotations that give somebody's words in quotation marks."""
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


class _Sides(NamedTuple):
    marked: str = "in quotation marks"
    reported: str = "the same words, reported"
    own: str = "the same words, as the source's own"
    otherwise: str = "in other words"


SIDES = _Sides()
"""How a source can give words that another one quotes, in the order of a card."""


def is_unmarked(corpus: Corpus, words: Evidence) -> bool:
    """Tell whether some words surely stand in no quotation marks: none that was read, and none unread nearby."""
    found = corpus.findings[words.article]
    start, end = max(0, words.span.start - BEFORE), words.span.end + AFTER
    first = bisect_left(found.quotes, start - LONGEST, key=lambda q: q.span.start)
    last = bisect_left(found.quotes, end, key=lambda q: q.span.start)
    inside = [q.span for q in found.quotes[first:last] if q.kind != "reported"]
    if any(s.meets(words.span) for s in inside):
        return False
    marks = (m.start() for m in _MARK.finditer(found.article.text, start, end))
    return all(any(s.start <= at < s.end for s in inside) for at in marks)
