"""What was agreed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.lexicons import words
from generator.render.home.numbers import UNTELLING
from generator.render.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Briefing, Evidence

SAME = 0.5  # two sentences that share half of the shorter one's words tell the same

WISHING = frozenset(("should", "would", "could", "must", "no", "not", "never", "refused", "rejected"))
"""Words of a sentence that tells what ought to be agreed, or wasn't."""

_WORD = re.compile(r"\w+")


def agreements(briefing: Briefing) -> tuple[Evidence, ...]:
    """Return sentences with two words of agreeing, or one and a figure, the fullest first, each told once."""
    known = frozenset(words("agreement_words"))
    found = []
    for findings in briefing.findings:
        article = findings.article
        counted = {article.sentence_at(f.span.start) for f in findings.figures if f.kind not in UNTELLING}
        for i, span in enumerate(article.sentences):
            said = _said(article.text[span.start : span.end])
            if said & WISHING:
                continue
            weight = len(said & known) + (i in counted) if said & known else 0
            if weight > 1 and len(said) <= LIMITS.longest_sentence:
                found.append((i not in counted, -weight, article.id, span, article))
    found.sort(key=lambda f: f[:4])
    return _distinct((article.cite(span) for *_, span, article in found), LIMITS.agreements)


def _said(text: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in _WORD.findall(text))


def _distinct(evidence: Iterable[Evidence], most: int) -> tuple[Evidence, ...]:
    """Return the first findings that tell different things."""
    kept: list[tuple[frozenset[str], Evidence]] = []
    for one in evidence:
        said = _said(one.text)
        if said and all(len(said & other) < SAME * min(len(said), len(other)) for other, _ in kept):
            kept.append((said, one))
        if len(kept) == most:
            break
    return tuple(e for _, e in kept)
