"""Article ──▶ Text: its language read once; every later step asks here. See docs/architecture.md."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from generator.model import RUNNING, Article, Block, Evidence
from generator.text.openings import Opening, opening
from generator.text.reading import NOTHING, Sentence
from generator.text.tokens import is_loose, tokens, words_of
from generator.text.verbs import VerbGroup
from generator.text.words import LEXICON, Word, entries, forms, lemmas, stem

__all__ = [
    "LEXICON",
    "NOTHING",
    "Opening",
    "Sentence",
    "Text",
    "VerbGroup",
    "Word",
    "entries",
    "forms",
    "lemmas",
    "opening",
    "read_text",
    "stem",
    "words_of",
]

E = TypeVar("E", bound="Evidence")

_KEPT = 2048
"""Texts that are kept, some 50 kB each: of a larger folder, every step of the comparison reads them again."""
_OPENS_WITHIN = 200
"""Characters of a paragraph among which a dateline stands; the longest have about 120."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The shown sentences of an article in reading order, as ``Article.sentences`` has them."""

    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds a character of the article, or None."""
        i = bisect_right(self.starts, offset) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].span.end else None

    def by_sentence(self, found: Iterable[E]) -> tuple[tuple[E, ...], ...]:
        """Return what was found inside each sentence, in the order given; what crosses a boundary is left out."""
        inside: list[list[E]] = [[] for _ in self.sentences]
        for one in found:
            i = bisect_right(self.starts, one.span.start) - 1
            if i >= 0 and one.span.end <= self.sentences[i].span.end:
                inside[i].append(one)
        return tuple(tuple(i) for i in inside)


@lru_cache(maxsize=_KEPT)
def read_text(article: Article) -> Text:
    """Return the language of an article: read once, and no more of it than is asked for; linear in its length."""
    shown = [block for block in article.blocks if block.sentences]
    lead = next((block for block in shown if block.kind in RUNNING), None)
    loose = is_loose(article.text)
    sentences = tuple(s for block in shown for s in _sentences(article, block, first=block is lead, loose=loose))
    return Text(sentences, tuple(s.span.start for s in sentences))


def _sentences(article: Article, block: Block, *, first: bool, loose: bool) -> Iterable[Sentence]:
    begin = block.sentences[0].start
    if block.kind in RUNNING:
        found = opening(article.text, begin, min(block.span.end, begin + _OPENS_WITHIN), first=first)
        begin = found.start if found else begin
    for span in block.sentences:
        columns = tokens(article.text, span.start, span.end, loose=loose)
        story = bisect_right(columns[0], begin - 1) if span.start < begin else 0
        yield Sentence(span, block.kind, *columns, story, loose=loose)
