"""Findings ──▶ Findings: quotations and reported statements, with who says them."""

from dataclasses import replace
from itertools import islice

from generator.extract.quotes.attribution import attribute
from generator.extract.quotes.compose import quotations, statements
from generator.extract.quotes.marks import marked_blocks
from generator.extract.quotes.paragraph import paragraph
from generator.extract.quotes.sequence import carry_on
from generator.extract.quotes.speakers import Discourse
from generator.extract.quotes.transcript import turns_of, utterance
from generator.model import RUNNING, Article, Findings, Problem
from generator.text import read_text


def find_quotes(findings: Findings) -> Findings:
    """Add the quotations and reported statements of the article, and a problem for each mark that never closes."""
    article = findings.article
    blocks = [b for b in article.blocks if b.sentences]
    marked = marked_blocks(article, blocks)
    names = {at: n for n in findings.names for at in range(n.span.start, n.span.end)}
    read = iter(read_text(article).sentences)
    within = [list(islice(read, len(m.block.sentences))) for m in marked]
    paragraphs = [paragraph(article.text, s, m.block, m.stretches, names) for m, s in zip(marked, within, strict=True)]
    told = [(p, m.block.kind == "title") for p, m in zip(paragraphs, marked, strict=True)]
    turns = carry_on(paragraphs, [(None,) * len(p.stretches) if title else attribute(p) for p, title in told])
    discourse = Discourse(paragraphs, turns)
    spoken = turns_of([(m.block, p) for m, p in zip(marked, paragraphs, strict=True)])
    running = [n for n, m in enumerate(marked) if m.block.kind in RUNNING and n not in spoken]
    quotes = (
        *quotations(article, discourse, [m.stretches for m in marked]),
        *statements(article, discourse, running),
        *(utterance(article, marked[n].block, paragraphs[n].tokens, turn) for n, turn in spoken.items()),
    )
    problems = tuple(_problem(article, at) for m in marked for at in m.lost)
    return replace(
        findings, quotes=tuple(sorted(quotes, key=lambda q: (q.span, q.kind))), problems=findings.problems + problems
    )


def _problem(article: Article, at: int) -> Problem:
    words = " ".join(article.text[at : at + 60].split()[:6])
    message = f"the quotation mark before {words[1:]!r} is never closed; nothing is taken for a quotation there"
    return Problem(article.path, message, article.line_at(at))
