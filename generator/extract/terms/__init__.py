"""Findings ──▶ Findings: what an article defines, abbreviates, or keeps speaking of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.terms.acronyms import Pair, acronyms
from generator.extract.terms.definitions import definitions
from generator.extract.terms.glossaries import own_entries
from generator.extract.terms.kinds import kind_of
from generator.extract.terms.recurring import recurring
from generator.model import Findings, Span, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Pair", "acronyms", "find_terms"]


def find_terms(findings: Findings) -> Findings:
    """Add the terms of an article, in text order; needs its names."""
    found = [*own_entries(findings), *definitions(findings), *_expanded(findings), *recurring(findings)]
    return replace(findings, terms=tuple(sorted(found, key=lambda t: (t.span, t.source))))


def _expanded(findings: Findings) -> Iterator[Term]:
    article = findings.article
    for sentence in article.sentences:
        for pair in acronyms(article.text[sentence.start : sentence.end]):
            start, end = (sentence.start + offset for offset in pair.short)
            long = Span(sentence.start + pair.long[0], sentence.start + pair.long[1])
            name = next((n for n in findings.names if n.span.meets(long) or n.span.start == start), None)
            expansion = article.cite(long)
            yield Term(
                **article.at(start, end),
                term=article.text[start:end],
                kind=kind_of(expansion.text, name=name),
                source="acronym",
                expansion=expansion,
            )
