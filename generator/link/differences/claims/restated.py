"""The one number of a sentence ──▶ a claim, where another sentence has the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.link.content_words import stems_of
from generator.link.differences.claims.claim import Told, words_of
from generator.link.differences.facts import negations
from generator.model import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Figure

FEWEST = 4
"""Words of meaning, the number aside, from which a sentence is no formula."""


def restated(corpus: Corpus) -> Iterator[Told]:
    """Yield the figure of each sentence that holds no other one."""
    for figure in (f for found in corpus.findings.values() for f in found.figures if f.kind != "ordinal"):
        line = corpus.line_of(figure)
        told = _words(line, figure) if line and line.figures == (figure,) else frozenset()
        if line and len(told) >= FEWEST:
            subject = " ".join((*sorted(told), *(d.value or "" for d in line.dates)))
            number = float(figure.value or 0)
            yield Told(Attribute.RESTATED, subject, figure.unit, line, words_of(figure), number, figure)


def _words(line: Line, figure: Figure) -> frozenset[str]:
    start = line.sentence.span.start
    rest = f"{line.text[: figure.span.start - start]} {line.text[figure.span.end - start :]}"
    denied = {w for w in rest.casefold().split() if w in negations()}
    return frozenset(stems_of(rest)) | denied
