"""Runs of words that recur in one article between its sentences."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from generator.clean.notices import REPORTED
from generator.clean.units import QUOTES, closes, function_words, sentences
from generator.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.clean.lines import Line

RUN, RECURS = 4, 3  # words of a run, and places in which it must stand
LONGEST_RUN = 12  # words
LONGEST_WORD = 20  # characters; a guard for lines without white space

_WORD = re.compile(r"\S+")
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
        tokens = list(islice(_WORD.finditer(text[at : at + LONGEST_RUN * LONGEST_WORD]), LONGEST_RUN))
        for count in range(len(tokens), RUN - 1, -1):
            start, end = at + tokens[0].start(), at + tokens[count - 1].end()
            if _may_recur(text[start:end]) and _ends_run(text, start, end):
                yield start, end


def _may_recur(run: str) -> bool:
    """Tell whether a run can be the page's own: no sentence, no quotation, not only a name or title."""
    return (
        run[0].isupper()
        and run[-1].isalnum()
        and not QUOTES & set(run)
        and len(sentences(run)) == 1
        and bool(_LOWER.search(run))
        and not REPORTED.search(run)
        and run.rpartition(" ")[2].lower() not in function_words()
    )


def _ends_run(text: str, start: int, end: int) -> bool:
    labelled = _LABEL.match(text, start, end)  # Photos: The storm at sea ▸ Boats lie on the quay
    return closes(text, end) or (bool(labelled) and text[end:].lstrip()[:1].isupper())
