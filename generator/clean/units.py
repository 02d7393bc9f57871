"""Where the page may break into a line: between two sentences."""

import re
from itertools import pairwise

from generator.lexicons import table

EDGES = " \t\u00a0|·•+-–—"
_REST = re.compile(rf"[{re.escape(EDGES)}]*\Z")  # nothing but marks up to the end of the line
_NEAR = 200  # characters back in which something else than marks stands
FUNCTION_WORDS = frozenset(word for _, row in table("clean-stopwords") for word in row.split())
"""The small words with which sentences begin, in several languages."""
QUOTES = frozenset('"“”‘«»„')

_UNIT = re.compile(r"[.!?][\"'”’»)\]]{0,2}[ \t\u00a0]+(?=[\"“‘«(]?[A-Z\u00c0-\u00de]|©)")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}[ \t\u00a0]*$")
_FIRST_WORD = re.compile(r"[ \t\u00a0|·•-]*(?P<word>[^\W\d_]+)")


def sentences(text: str, end: int | None = None) -> list[tuple[int, int]]:
    """Return roughly where the sentences of a line stand, up to an offset: a full stop and a capital."""
    stop = len(text) if end is None else end
    return list(pairwise([0, *(m.end() for m in _UNIT.finditer(text, 0, stop)), stop]))


def opens(text: str, at: int) -> bool:
    """Tell whether a line begins at an offset, or a sentence or label ends before it."""
    before = text[max(0, at - _NEAR) : at].rstrip(EDGES)
    return not before or bool(_SENTENCE_END.search(before[-8:]))


def closes(text: str, at: int) -> bool:
    """Tell whether the line ends, or another sentence begins with a word such as "The"."""
    if _REST.match(text, at):
        return True
    match = _FIRST_WORD.match(text, at)
    return match is not None and match["word"].istitle() and match["word"].lower() in FUNCTION_WORDS
