"""The place of something in a row: her fourth visit, the Rovers' fifth cup; and the strength of a quake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.link.differences.claims.claim import Told
from generator.link.differences.claims.counts import SCORED, head_of
from generator.link.differences.gates import is_story
from generator.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Figure

LOW = 3
"""What is told as the first or second of something is mostly one of a list."""
_TIMED = SCORED | {
    "day",
    "week",
    "month",
    "quarter",
    "half",
    "centuri",
    "round",
    "floor",
    "place",
    "person",
    "district",
}
"""Stems of what has a number of its own wherever it is told."""
_BEFORE = ("poss", "genitive")
_MAGNITUDE = re.compile(
    r"(?i)\b(?:magnitude[- –](?:of )?(?P<behind>[1-9]\.[0-9])|(?P<before>[1-9]\.[0-9])[- ]magnitude)\b"
)  # magnitude of 6.4, 6.1-magnitude
_OTHER = re.compile(r"(?i)\b(?:after|fore)shocks?\b|\b(?:earlier|previous|another|second|later)\b")


def ranks(corpus: Corpus) -> Iterator[Told]:
    """Yield which one of its kind sentences call something, for each person and body named beside it."""
    for found in corpus.findings.values():
        for figure in found.figures:
            line = corpus.line_of(figure) if figure.kind == "ordinal" and (figure.value or 0) >= LOW else None
            head = head_of(figure)
            if line and head and head not in _TIMED and is_story(corpus, line) and _is_owned(corpus, line, figure):
                named = (corpus.one_named(e) for _, e in line.names if e.kind in ("person", "organisation"))
                for subject in sorted({e.id for e in named}):
                    kind = " ".join(figure.measure.text.casefold().split()) if figure.measure else head
                    yield Told("rank", subject, kind, line, figure.text, float(figure.value or 0), figure)


def _is_owned(corpus: Corpus, line: Line, figure: Figure) -> bool:
    s = read_text(corpus.article(line.article)).sentences[line.index]
    first, _ = s.within(figure.span)
    return first > 0 and s.parts[first - 1] in _BEFORE


def magnitudes(corpus: Corpus) -> Iterator[Told]:
    """Yield how strong the quake is that an article reports: the first magnitude that it gives."""
    for article, found in corpus.findings.items():
        match = _MAGNITUDE.search(found.article.text)
        at = found.article.sentence_at(match.start()) if match else None
        if match and at is not None and not _OTHER.search(corpus.line(article, at).text):
            value = match["behind"] or match["before"]
            line = corpus.line(article, at)
            yield Told("magnitude", "", "Which magnitude did the quake have?", line, value, float(value))
