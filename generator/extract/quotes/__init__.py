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
# who asks in at least two turns and in one of so many, asks for others to answer
ASKS = 3


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
    spoken = _turns([(m.block, p) for m, p in zip(marked, paragraphs, strict=True)])
    running = [n for n, m in enumerate(marked) if m.block.kind in RUNNING and n not in spoken]
    quotes = (
        *quotations(article, discourse, [m.stretches for m in marked]),
        *statements(article, discourse, running),
        *(_utterance(article, marked[n].block, paragraphs[n].tokens, *turn) for n, turn in spoken.items()),
    )
    problems = tuple(_problem(article, at) for m in marked for at in m.lost)
    return replace(
        findings, quotes=tuple(sorted(quotes, key=lambda q: (q.span, q.kind))), problems=findings.problems + problems
    )


def _problem(article: Article, at: int) -> Problem:
    words = " ".join(article.text[at : at + 60].split()[:6])
    message = f"the quotation mark before {words[1:]!r} is never closed; nothing is taken for a quotation there"
    return Problem(article.path, message, article.line_at(at))


def _turns(told: Sequence[tuple[Block, Paragraph]]) -> dict[int, tuple[int, bool]]:
    """Return which blocks, by number, are turns of a transcript, where their words begin, and whether they ask."""
    people = {t.low for _, p in told for t in p.tokens if t.name and t.name.kind == "person"}
    labels = {n: k for n, (b, p) in enumerate(told) if b.kind in SPOKEN and (k := _label(p.tokens))}
    called = {n: " ".join(t.text for t in told[n][1].tokens[:k]) for n, k in labels.items()}
    turns = Counter(called.values())
    known = [n for n, k in labels.items() if _is_somebody(told[n][1].tokens[:k], people)]
    if len(known) < FEWEST or max(turns[called[n]] for n in known) == 1:
        return {}
    asked = Counter(called[n] for n in labels if told[n][1].tokens[-1].text == "?")
    who = {label for label, times in asked.items() if times > 1 and times * ASKS >= turns[label]}
    return {n: (k, called[n] in who) for n, k in labels.items() if turns[called[n]] > 1 or n in known}


def _label(tokens: Sequence[Token]) -> int:
    """Return the colon behind whom a line may begin with, and perhaps whose they are in brackets, or 0."""
    k = next((k for k in range(1, min(FARTHEST, len(tokens) - 1)) if tokens[k].text == ":"), 0)
    who = [t for t in tokens[: _named(tokens, k)] if t.text != "."]  # MR. BERG
    return k if who and len(who) <= LONGEST and all(t.is_capital for t in who) else 0


def _named(tokens: Sequence[Token], k: int) -> int:
    """Return where who stands before a colon ends: with the bracket that tells whose they are."""
    return next((i for i in range(k) if tokens[i].text == "(" and tokens[k - 1].text == ")"), k)


def _is_somebody(label: Sequence[Token], people: set[str]) -> bool:
    """Tell whether a label is a name of the article's, a title or *Q*."""
    who = [t for t in label[: _named(label, len(label))] if t.text != "."]
    loud = all(t.text.isupper() for t in who)
    titled = loud and (who[0].low == "the" or any(t.is_kind("person") for t in who))  # THE ACCUSED: …
    known = who[-1].low in people or (len(who) > 1 and who[-1].is_kind("person")) or titled  # but: Guest: Ann Lee
    return known or bool(gender(who[0].low)) or (len(label) == 1 and who[0].low in ASKED)


def _utterance(article: Article, block: Block, tokens: Sequence[Token], k: int, asks: bool) -> Quote:  # noqa: FBT001 - a fact
    """Return a turn of a transcript as a quotation; who asks states nothing, and ``Q`` and ``A`` are nobody's name."""
    words = article.cite(Span(tokens[k + 1].start, block.span.end))
    named = not asks and tokens[0].low not in ASKED
    unknown = "who asks makes no statement" if asks else "the text doesn't say who asks and answers"
    return Quote(
        **article.at(words.span.start, words.span.end),
        words=words,
        kind="quotation",
        speaker=article.cite(Span(tokens[0].start, tokens[_named(tokens, k) - 1].end)) if named else None,
        firmness="direct quotation" if named else "article's own voice",
        because="the line begins with the speaker and a colon" if named else unknown,
    )
