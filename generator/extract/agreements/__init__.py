"""Findings ──▶ agreements: the sentences that tell that something was agreed."""

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.agreements.acts import Told, act_in
from generator.model import Agreed, Findings
from generator.text import read_text

LONGEST = 90  # tokens of a sentence beyond which the beginning and the end have little to do with each other
SPOKEN = ("quotation", "nested")
"""Kinds of quotations whose words are somebody's own; what they claim isn't told by the article."""


def find_agreements(findings: Findings) -> Findings:
    """Add the sentences that tell an act of agreeing, with the words that tell it; needs the names and quotations."""
    return replace(findings, agreements=tuple(_found(findings)))


def _found(findings: Findings) -> Iterator[Agreed]:
    article = findings.article
    text = read_text(article)
    names = text.by_sentence(findings.names)
    quotes = [q for q in findings.quotes if q.kind in SPOKEN]
    for n, sentence in enumerate(text.sentences):
        if sentence.kind in ("paragraph", "item") and len(sentence) <= LONGEST:
            spoken = tuple(q.words.span for q in quotes if q.words.span.meets(sentence.span))
            cue = act_in(Told(sentence, names[n], spoken))
            if cue:
                yield Agreed(**article.at(sentence.span.start, sentence.span.end), cue=article.cite(cue))
