"""Findings ──▶ agreements: the sentences that tell that something was agreed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.agreements.acts import act_in
from generator.extract.agreements.clause import Words, tokens
from generator.model import Agreed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Article, Findings, Name

LONGEST = 80
"""Words of a sentence beyond which the beginning and the end have little to do with each other."""
SPOKEN = ("quotation", "nested")
"""Kinds of quotations whose words are somebody's own; what they claim isn't told by the article."""


def find_agreements(findings: Findings) -> Findings:
    """Add the sentences that tell an act of agreeing, with the words that tell it; needs the names and quotations."""
    return replace(findings, agreements=tuple(_found(findings)))


def _found(findings: Findings) -> Iterator[Agreed]:
    article = findings.article
    names = _by_sentence(article, findings.names)
    quotes = [q for q in findings.quotes if q.kind in SPOKEN]
    for block in article.blocks:
        for span in block.sentences if block.kind in ("paragraph", "item") else ():
            words = tokens(article.text, span)
            if len(words) <= LONGEST:
                spoken = tuple(q.words.span for q in quotes if q.words.span.meets(span))
                cue = act_in(Words(words, tuple(names.get(span.start, ())), spoken))
                if cue:
                    yield Agreed(**article.at(span.start, span.end), cue=article.cite(cue))


def _by_sentence(article: Article, names: tuple[Name, ...]) -> dict[int, list[Name]]:
    """Return the names by the beginning of the sentence that they stand in."""
    found: dict[int, list[Name]] = {}
    for name in names:
        at = article.sentence_at(name.span.start)
        if at is not None:
            found.setdefault(article.sentences[at].start, []).append(name)
    return found
