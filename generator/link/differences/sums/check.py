"""A sum as all of its kinds make it."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.model import Check
from generator.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Evidence

MOST_NUMBERS = 30
"""Numbers, dates included, of a sentence that is read for sums; more are a table."""


def lines_with(corpus: Corpus, *kinds: str) -> Iterator[Line]:
    """Yield the sentences that hold a figure of one of some kinds, or with ``date`` a date; no tables."""
    for found in corpus.findings.values():
        numbers = found.dates if "date" in kinds else tuple(f for f in found.figures if f.kind in kinds)
        places = dict.fromkeys(found.article.sentence_at(n.span.start) for n in numbers)
        for place in places:
            line = None if place is None else corpus.line(found.article.id, place)
            if line and len(line.figures) + len(line.dates) <= MOST_NUMBERS:
                yield line


def check(kind: str, told: tuple[str, str], *, holds: bool, evidence: Iterable[Evidence]) -> Check:
    """Return a check; ``told`` is its formula and the reasoning. Its id is made of the words that it rests on."""
    formula, because = told
    found = tuple(dict.fromkeys(evidence))
    words = " ".join(" ".join(e.text.casefold().split()) for e in found)
    mark = hashlib.sha256(f"{kind}|{formula}|{words}".encode()).hexdigest()[:6]
    return Check(f"{slug(f'{kind} {formula}', 40)}-{mark}", formula, because, holds, found)


def plain(number: Decimal) -> str:
    """Return a number as people write it: ``1,200`` and ``3.5``."""
    shown = number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    return f"{shown:,f}"
