"""Findings ──▶ Findings: what an article defines, abbreviates, or keeps speaking of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.terms.acronyms import acronyms
from generator.extract.terms.definitions import definitions
from generator.extract.terms.glossaries import own_entries
from generator.extract.terms.kinds import kind_of
from generator.extract.terms.recurring import recurring
from generator.model import Findings, Term
from generator.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def find_terms(findings: Findings) -> Findings:
    """Add the terms of an article, in text order; needs its names."""
    found = [*own_entries(findings), *definitions(findings), *_expanded(findings), *recurring(findings)]
    return replace(findings, terms=tuple(sorted(found, key=lambda t: (t.span, t.source))))


def _expanded(findings: Findings) -> Iterator[Term]:
    article = findings.article
    text = read_text(article)
    for sentence, names in zip(text.sentences, text.by_sentence(findings.names), strict=True):
        for short, long in acronyms(sentence):
            name = next((n for n in names if n.span.meets(long) or n.span.start == short.start), None)
            expansion = article.cite(long)
            yield Term(
                **article.at(short.start, short.end),
                term=article.text[short.start : short.end],
                kind=kind_of(expansion.text, name=name),
                source="acronym",
                expansion=expansion,
            )
