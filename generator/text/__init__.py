"""Article ──▶ Text: its language read once; every later step asks here. See docs/architecture.md."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar, overload

from generator.model import RUNNING, Article, Block, Evidence, Span
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

    article: Article
    sentences: "_Sentences"

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds a character of the article, or None."""
        at = self.article.sentence_at(offset)
        return None if at is None else self.sentences[at]

    def begun(self, at: int) -> int:
        """Return where a sentence begins, behind a dateline that opens it; it is read for that where one does."""
        block, span = self.sentences.places[at]
        if span.start >= self.sentences.begin(block):
            return span.start
        read = self.sentences[at]
        return read.starts[read.story] if read.story < len(read) else span.start

    def by_sentence(self, found: Iterable[E]) -> tuple[tuple[E, ...], ...]:
        """Return what was found inside each sentence, in the order given; what crosses a boundary is left out."""
        spans = self.article.sentences
        inside: list[list[E]] = [[] for _ in spans]
        for one in found:
            at = self.article.sentence_at(one.span.start)
            if at is not None and one.span.end <= spans[at].end:
                inside[at].append(one)
        return tuple(tuple(i) for i in inside)


class _Sentences(Sequence[Sentence]):
    """The sentences of an article, each read when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.places = tuple((block, span) for block in article.blocks for span in block.sentences)
        self._made: dict[int, Sentence] = {}
        self._begins: dict[int, int] = {}  # by where a block begins: its hash would read all of its sentences

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, i: int) -> Sentence: ...

    @overload
    def __getitem__(self, i: slice) -> tuple[Sentence, ...]: ...

    def __getitem__(self, i: int | slice) -> Sentence | tuple[Sentence, ...]:
        if isinstance(i, slice):
            return tuple(self[n] for n in range(*i.indices(len(self))))
        made = self._made.get(i)
        if made is None:
            made = self._made[i] = self._read(*self.places[i])
        return made

    @cached_property
    def _loose(self) -> bool:
        return is_loose(self._article.text)

    @cached_property
    def _lead(self) -> Block | None:
        return next((block for block, _ in self.places if block.kind in RUNNING), None)

    def _read(self, block: Block, span: Span) -> Sentence:
        columns = tokens(self._article.text, span.start, span.end, loose=self._loose)
        begin = self.begin(block)
        story = bisect_right(columns[0], begin - 1) if span.start < begin else 0
        return Sentence(span, block.kind, *columns, story, loose=self._loose)

    def begin(self, block: Block) -> int:
        """Return where the story of a block begins, behind a dateline."""
        if block.span.start not in self._begins:
            self._begins[block.span.start] = self._begin(block)
        return self._begins[block.span.start]

    def _begin(self, block: Block) -> int:
        first, text = block.sentences[0].start, self._article.text
        if block.kind not in RUNNING:
            return first
        found = opening(text, first, min(block.span.end, first + _OPENS_WITHIN), first=block is self._lead)
        return found.start if found else first


@lru_cache(maxsize=_KEPT)
def read_text(article: Article) -> Text:
    """Return the language of an article: read once, and no more of it than is asked for; linear in its length."""
    return Text(article, _Sentences(article))
