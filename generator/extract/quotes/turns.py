"""Transcripts and interviews: what stands behind ``MINISTER QUIST:`` or ``Q:`` is said by who stands in front."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model import Article, Block, Quote, Span
from generator.text.gender import gender

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.extract.quotes.paragraph import Paragraph
    from generator.extract.quotes.tokens import Token

ASKED = frozenset(("q", "a", "question", "answer"))
SPOKEN = ("paragraph", "item", "heading")
# words of a name with its titles, at most
LONGEST = 5
# a transcript has at least so many turns, of which somebody has two
FEWEST = 3


def utterances(article: Article, told: Sequence[tuple[Block, Paragraph]]) -> Iterator[Quote]:
    """Yield the turns of a transcript as quotations; those of ``Q`` and ``A`` are nobody's by name."""
    people = {t.low for _, p in told for t in p.tokens if t.name and t.name.kind == "person"}
    found = [(block, p.tokens, k) for block, p in told if block.kind in SPOKEN and (k := _label(p.tokens, people))]
    turns = Counter(" ".join(t.text for t in tokens[:k]) for _, tokens, k in found)
    if len(found) >= FEWEST and max(turns.values()) > 1:
        yield from (_utterance(article, block, tokens, k) for block, tokens, k in found)


def _label(tokens: Sequence[Token], people: set[str]) -> int:
    """Return the colon behind whom a line begins with, or 0."""
    k = next((k for k in range(1, min(LONGEST + 1, len(tokens) - 1)) if tokens[k].text == ":"), 0)
    who = [t for t in tokens[:k] if t.text != "."]  # MR. BERG
    if not who or not all(t.is_capital for t in who):
        return 0
    titled = all(t.text.isupper() for t in who) and any(t.is_kind("person") for t in who)
    known = who[-1].low in people or who[-1].is_kind("person") or titled or gender(who[0].low)
    return k if known or (k == 1 and who[0].low in ASKED) else 0


def _utterance(article: Article, block: Block, tokens: Sequence[Token], k: int) -> Quote:
    words = article.cite(Span(tokens[k + 1].start, block.span.end))
    named = tokens[0].low not in ASKED
    return Quote(
        **article.at(words.span.start, words.span.end),
        words=words,
        kind="quotation",
        speaker=article.cite(Span(tokens[0].start, tokens[k - 1].end)) if named else None,
        firmness="direct quotation" if named else "article's own voice",
        because="the line begins with the speaker and a colon"
        if named
        else "the text doesn't say who asks and answers",
    )
