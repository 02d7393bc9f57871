"""Where the page may break into a line: between two sentences; and runs of words that recur there."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, pairwise

from generator.clean.lines import Line
from generator.clean.notices import REPORTED
from generator.lexicons import table
from generator.text.fold import fold

EDGES = " \t\u00a0|·•+-–—"
_REST = re.compile(rf"[{re.escape(EDGES)}]*\Z")  # nothing but marks up to the end of the line
_NEAR = 200  # characters back in which something else than marks stands
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


def stands_between(text: str, start: int, end: int) -> bool:
    """Tell whether a part of a line stands by itself."""
    return opens(text, start) and closes(text, end)


def closes(text: str, at: int) -> bool:
    """Tell whether the line ends, or another sentence begins with a word such as "The"."""
    if _REST.match(text, at):
        return True
    match = _FIRST_WORD.match(text, at)
    return match is not None and match["word"].istitle() and match["word"].lower() in function_words()


@cache
def function_words() -> frozenset[str]:
    """Return the small words with which sentences begin, in several languages."""
    return frozenset(word for row in table("clean-stopwords") for word in row[1].split())


RUN, RECURS = 4, 3  # words of a run, and places in which it must stand
LONGEST_RUN = 12  # words
LONGEST_TOKEN = 20  # characters; a guard for lines without white space

_TOKEN = re.compile(r"\S+")
_LABEL = re.compile(r"[A-Z][A-Za-z ]{2,20}:\ ")
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{3,}")


def recurring(lines: Iterable[Line]) -> frozenset[str]:
    """Return the runs of words that stand three times or more between sentences, not amid a clause."""
    found: Counter[str] = Counter()
    for line in (line for line in lines if not (line.bullet or line.number)):
        found.update(fold(line.text[start:end]) for start, end in between_sentences(line.text))
    return frozenset(run for run, count in found.items() if count >= RECURS)


def between_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs begin a sentence, and the line or another sentence follows; the longest first."""
    for at, _ in sentences(text):
        tokens = list(islice(_TOKEN.finditer(text[at : at + LONGEST_RUN * LONGEST_TOKEN]), LONGEST_RUN))
        for count in range(len(tokens), RUN - 1, -1):
            start, end = at + tokens[0].start(), at + tokens[count - 1].end()
            if _ends_run(text, start, end) and _may_recur(text[start:end]):
                yield start, end


def _may_recur(run: str) -> bool:
    """Tell whether a run can be the page's own: no sentence, no quotation, not only a name or title."""
    return (
        run[0].isupper()
        and run[-1].isalnum()
        and run.rpartition(" ")[2].lower() not in function_words()
        and not QUOTES & set(run)
        and bool(_LOWER.search(run))
        and not REPORTED.search(run)
        and len(sentences(run)) == 1
    )


def _ends_run(text: str, start: int, end: int) -> bool:
    labelled = _LABEL.match(text, start, end)  # Photos: The storm at sea ▸ Boats lie on the quay
    return closes(text, end) or (bool(labelled) and text[end:].lstrip()[:1].isupper())
