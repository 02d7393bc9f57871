"""Two texts side by side: which words of one the other doesn't have at the same place."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from generator.model import Span
from generator.render.markdown import Markdown
from generator.render.text import Mark, composed
from generator.text.fold import small

_WORD = re.compile(r"\w+(?:['’]\w+)*")  # sail, can't
MOST = 0.6  # of a text that is marked
LONGEST_COMPARED = 400  # words; two longer texts are shown without marks


def marked(mine: str, theirs: str) -> tuple[Markdown, bool]:
    """Return a text with the words marked that another one doesn't have at the same place, and whether it has any.

    Where that is most of it nothing is marked: it would show nothing.
    """
    own = own_words(mine, theirs)
    few = sum(mark.span.end - mark.span.start for mark in own) <= MOST * len(mine)
    return composed(mine, Span(0, len(mine)), own if few else ()), bool(own)


def own_words(mine: str, theirs: str) -> tuple[Mark, ...]:
    """Return marks on the words of a text that another one doesn't have at the same place, whatever their capitals."""
    words, others = list(_WORD.finditer(mine)), list(_WORD.finditer(theirs))
    if max(len(words), len(others)) > LONGEST_COMPARED:
        return ()
    matcher = SequenceMatcher(a=[small(m[0]) for m in words], b=[small(m[0]) for m in others], autojunk=False)
    ranges = [(i, j) for tag, i, j, _, _ in matcher.get_opcodes() if tag in ("replace", "delete")]
    spans = [Span(words[i].start(), words[j - 1].end()) for i, j in ranges]
    return tuple(Mark(span, Markdown("<mark>"), Markdown("</mark>")) for span in spans)
