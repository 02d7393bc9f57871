"""Findings ──▶ Findings: quotations and reported statements, with who says them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.extract.quotes.attribution import attribute
from generator.extract.quotes.compose import quotations, statements
from generator.extract.quotes.marks import Stretch, find_stretches
from generator.extract.quotes.paragraph import paragraph
from generator.extract.quotes.sequence import carry_on
from generator.extract.quotes.speakers import Discourse
from generator.extract.quotes.turns import utterances
from generator.model import Article, Block, Findings, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

# a headline repeats what the text says; a statement without marks is only looked for in running text
RUNNING = ("paragraph", "item")


class Marked(NamedTuple):
    """A block with its quoted stretches and the places of marks that never close."""

    block: Block
    stretches: tuple[Stretch, ...]
    lost: tuple[int, ...]


def find_quotes(findings: Findings) -> Findings:
    """Add the quotations and reported statements of the article, and a problem for each mark that never closes."""
    article = findings.article
    marked = [Marked(b, *find_stretches(article.text, b.span)) for b in article.blocks if b.sentences]
    marked = [_bounded(article, m, marked[i + 1 : i + 2]) for i, m in enumerate(marked)]
    names = {at: n for n in findings.names for at in range(n.span.start, n.span.end)}
    paragraphs = [paragraph(article, m.block, m.stretches, names) for m in marked]
    turns = carry_on(paragraphs, [attribute(p) for p in paragraphs])
    discourse = Discourse(paragraphs, turns)
    running = [n for n, m in enumerate(marked) if m.block.kind in RUNNING]
    quotes = (
        *quotations(article, discourse, [m.stretches for m in marked]),
        *statements(article, discourse, running),
        *utterances(article, [(m.block, p) for m, p in zip(marked, paragraphs, strict=True)]),
    )
    problems = tuple(_problem(article, at) for m in marked for at in m.lost)
    return replace(
        findings,
        quotes=tuple(sorted(quotes, key=lambda q: (q.span, q.kind))),
        problems=findings.problems + problems,
    )


def _bounded(article: Article, marked: Marked, following: Sequence[Marked]) -> Marked:
    """Keep an unclosed quotation only where the next paragraph goes on with it."""
    last = next((s for s in marked.stretches if not s.closed), None)
    if last is None:
        return marked
    goes_on = any(article.text[m.block.span.start] == last.mark for m in following)
    if goes_on:
        return marked._replace(lost=tuple(at for at in marked.lost if at != last.whole.start))
    rest = (s for s in marked.stretches if s is not last)
    return marked._replace(stretches=tuple(replace(s, inside=None) if s.inside == last.whole else s for s in rest))


def _problem(article: Article, at: int) -> Problem:
    words = " ".join(article.text[at : at + 60].split()[:6])
    message = f"the quotation mark before {words[1:]!r} is never closed; nothing is taken for a quotation there"
    return Problem(article.path, message, article.line_at(at))
