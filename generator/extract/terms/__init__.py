"""Findings ──▶ Findings: what an article defines or abbreviates."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.extract.terms.acronyms import acronyms
from generator.extract.terms.definitions import SURE, definitions
from generator.extract.terms.kinds import kind_of
from generator.lexicons import compiled
from generator.model import Article, Block, Findings, Name, Span, Term
from generator.text import read_text

_ENTRY = compiled("glossary-entry", re.DOTALL)


def find_terms(findings: Findings) -> Findings:
    """Add the terms of an article, in text order; needs its names."""
    found = [*own_entries(findings), *definitions(findings), *_expanded(findings)]
    return replace(findings, terms=tuple(sorted(found, key=lambda t: (t.span, t.source))))


def _expanded(findings: Findings) -> Iterator[Term]:
    article = findings.article
    text = read_text(article)
    for sentence, names in zip(text.sentences, text.by_sentence(findings.names), strict=True):
        for short, long in acronyms(sentence):
            told = (n for n in names if n.support >= SURE and (n.span.holds(long) or n.span == short))
            name = next(told, None)
            expansion = article.cite(long)
            yield Term(
                **article.at(short.start, short.end),
                term=article.text[short.start : short.end],
                kind=kind_of(expansion.text, name=name),
                source="acronym",
                expansion=expansion,
            )


def own_entries(findings: Findings) -> Iterator[Term]:
    """Yield the entries of the article's own glossary, which are blocks of kind *definition*."""
    named = {n.span: n for n in findings.names}
    blocks = (block for block in findings.article.blocks if block.kind == "definition")
    return (term for block in blocks if (term := _entry(findings.article, block, named)))


def _entry(article: Article, block: Block, named: Mapping[Span, Name]) -> Term | None:
    m = _ENTRY.match(article.text, block.span.start, block.span.end)
    if m is None:
        return None
    words = m["term"].strip()
    start, end = m.start("term"), m.start("term") + len(m["term"].rstrip())
    definition = Span(m.start("definition"), m.start("definition") + len(m["definition"].rstrip()))
    return Term(
        **article.at(start, end),
        term=words,
        kind=kind_of(words, article.cite(definition).text, named.get(Span(start, end))),
        source="glossary",
        definition=article.cite(definition),
    )
