"""Findings ──▶ Findings: quotations and reported statements, with who says them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from generator.extract.quotes.attribution import attribute
from generator.extract.quotes.compose import quotations, statements
from generator.extract.quotes.marks import marked_blocks
from generator.extract.quotes.paragraph import Paragraph, paragraph
from generator.extract.quotes.sequence import carry_on
from generator.extract.quotes.speakers import Discourse
from generator.extract.quotes.tokens import Token
from generator.model import RUNNING, Article, Block, Findings, Problem, Quote, Span
from generator.text import read_text
from generator.text.gender import gender

ASKED = frozenset(("q", "a", "question", "answer"))
SPOKEN = ("paragraph", "item", "heading")
# words of a name with its titles, at most; its colon stands no further, if what they belong to follows in brackets
LONGEST = 5
FARTHEST = 16
# a transcript has at least so many turns, of which somebody has two
FEWEST = 3


def find_quotes(findings: Findings) -> Findings:
    """Add the quotations and reported statements of the article, and a problem for each mark that never closes."""
    article = findings.article
    blocks = [b for b in article.blocks if b.sentences]
    marked = marked_blocks(article, blocks)
    names = {at: n for n in findings.names for at in range(n.span.start, n.span.end)}
    told = iter(read_text(article).sentences)
    within = [list(islice(told, len(m.block.sentences))) for m in marked]
    paragraphs = [paragraph(article.text, s, m.block, m.stretches, names) for m, s in zip(marked, within, strict=True)]
    turns = carry_on(paragraphs, [attribute(p) for p in paragraphs])
    discourse = Discourse(paragraphs, turns)
    spoken = _turns([(m.block, p) for m, p in zip(marked, paragraphs, strict=True)])
    running = [n for n, m in enumerate(marked) if m.block.kind in RUNNING and n not in spoken]
    quotes = (
        *quotations(article, discourse, [m.stretches for m in marked]),
        *statements(article, discourse, running),
        *(_utterance(article, marked[n].block, paragraphs[n].tokens, k) for n, k in spoken.items()),
    )
    problems = tuple(_problem(article, at) for m in marked for at in m.lost)
    return replace(
        findings, quotes=tuple(sorted(quotes, key=lambda q: (q.span, q.kind))), problems=findings.problems + problems
    )


def _problem(article: Article, at: int) -> Problem:
    words = " ".join(article.text[at : at + 60].split()[:6])
    message = f"the quotation mark before {words[1:]!r} is never closed; nothing is taken for a quotation there"
    return Problem(article.path, message, article.line_at(at))


def _turns(told: Sequence[tuple[Block, Paragraph]]) -> dict[int, int]:
    """Return which blocks, by number, are turns of a transcript, and where the words of each begin."""
    people = {t.low for _, p in told for t in p.tokens if t.name and t.name.kind == "person"}
    found = {n: k for n, (b, p) in enumerate(told) if b.kind in SPOKEN and (k := _label(p.tokens, people))}
    turns = Counter(" ".join(t.text for t in told[n][1].tokens[:k]) for n, k in found.items())
    return found if len(found) >= FEWEST and max(turns.values()) > 1 else {}


def _label(tokens: Sequence[Token], people: set[str]) -> int:
    """Return the colon behind whom a line begins with, and perhaps whose they are in brackets, or 0."""
    k = next((k for k in range(1, min(FARTHEST, len(tokens) - 1)) if tokens[k].text == ":"), 0)
    end = next((i for i in range(k) if tokens[i].text == "(" and tokens[k - 1].text == ")"), k)
    who = [t for t in tokens[:end] if t.text != "."]  # MR. BERG
    if not who or end > LONGEST or not all(t.is_capital for t in who):
        return 0
    loud = all(t.text.isupper() for t in who)
    titled = loud and (who[0].low == "the" or any(t.is_kind("person") for t in who))  # THE ACCUSED: …
    known = who[-1].low in people or who[-1].is_kind("person") or titled or gender(who[0].low)
    return k if known or (end == 1 and who[0].low in ASKED) else 0


def _utterance(article: Article, block: Block, tokens: Sequence[Token], k: int) -> Quote:
    """Return a turn of a transcript as a quotation; those of ``Q`` and ``A`` are nobody's by name."""
    words = article.cite(Span(tokens[k + 1].start, block.span.end))
    named = tokens[0].low not in ASKED
    end = next((i for i in range(k) if tokens[i].text == "("), k)
    return Quote(
        **article.at(words.span.start, words.span.end),
        words=words,
        kind="quotation",
        speaker=article.cite(Span(tokens[0].start, tokens[end - 1].end)) if named else None,
        firmness="direct quotation" if named else "article's own voice",
        because="the line begins with the speaker and a colon"
        if named
        else "the text doesn't say who asks and answers",
    )
