"""What is cleaned: an article, and what each part of its text is."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, Self

from generator.model.evidence import Evidence, Located, Problem, Span
from generator.model.known import Edited, Field, Unknown
from generator.model.source import Supplied

BlockKind = Literal["title", "header", "heading", "paragraph", "item", "caption", "definition", "removed"]
RUNNING: tuple[BlockKind, ...] = ("paragraph", "item")
"""Kinds of blocks that tell the story in sentences: a headline repeats it."""

_UNREAD = Unknown("not read yet")
BY_EDITOR = "the editor"
"""What the rule of a block says that an editor set."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text with one function; the blocks cover every character but white space.

    ``header`` is a line of the masthead (byline, date, publisher), ``definition`` an entry of the
    article's own glossary. ``sentences`` is empty for removed blocks, ``rule`` says what
    classified the block, ``level`` is 2 to 6 for headings and the depth of list items.
    """

    span: Span
    kind: BlockKind
    rule: str
    level: int = 0
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Article:
    """A cleaned article: the source's own text, and what each part of it is."""

    id: str
    path: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    title: Field[str] = _UNREAD
    publisher: Field[str] = _UNREAD
    byline: Field[str] = _UNREAD
    published: Field[str] = _UNREAD
    """An EDTF date."""
    dateline: Field[str] = _UNREAD
    """The place and date that open an agency report, as text."""
    language: Field[str] = _UNREAD
    """An ISO 639-1 code."""
    kind: Field[str] = _UNREAD
    """The genre: news, analysis, report, press release, …"""
    url: Field[str] = _UNREAD
    house: Field[str] = Unknown("not asked yet")  # noqa: RUF009  frozen, so it can be shared
    """Whose word it is: the editor's answer, the agency that is credited, the publisher. It never confirms itself."""
    kept: bool = False
    """Whether the text isn't the seed itself, decoded, so that it has to be kept beside the data."""
    unread: str = ""
    """Why no names, dates and figures are read in it (it is in a language without word lists), or empty."""
    short: str = ""
    """The label that the editor gives it on other pages, or empty."""
    note: str = ""
    """What the editor notes about it, or empty."""
    copy_of: str = ""
    """The path of the article that the editor holds it to be a copy of, or empty."""
    supplied: tuple[Supplied, ...] = ()
    """What somebody else found in it."""
    cited_only: bool = False
    """Whether the editor wants it shown and cited, but neither read nor counted."""
    problems: tuple[Problem, ...] = ()
    written: Field[str] = Unknown("nothing in the articles tells")  # noqa: RUF009  frozen, so it can be shared
    """When an article without a date of publication was written, as far as the dates in it and in the others tell: an
    EDTF interval, possibly open."""

    def __hash__(self) -> int:
        """Return a hash without a walk over the text; equal articles have equal ids and sources."""
        return hash((self.id, self.sha256))

    def at(self, start: int, end: int) -> Located:
        """Return the fields of a finding at a span: ``Date(**article.at(3, 9), value=…)``."""
        return Located(article=self.id, span=Span(start, end), text=self.text[start:end])

    def cite(self, span: Span) -> Evidence:
        """Return the words at a span as evidence."""
        return Evidence(**self.at(span.start, span.end))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All shown sentences in reading order; the n-th (from 0) has the anchor ``s{n + 1}``."""
        return tuple(s for block in self.blocks for s in block.sentences)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(s.start for s in self.sentences)

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in re.finditer("\n", self.text)))

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the shown sentence that holds a character, or None."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.sentences[i].end else None

    def whole(self, span: Span) -> Span:
        """Return the sentence in which a span begins; outside of sentences the span itself."""
        at = self.sentence_at(span.start)
        return span if at is None else self.sentences[at]

    @property
    def opening(self) -> Evidence | None:
        """The first sentence of the story, neither a caption nor a line of the masthead; None where none is left."""
        told = (b.sentences[0] for b in self.blocks if b.kind in RUNNING and b.sentences)
        return next(map(self.cite, told), None)

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds a character, or None in white space."""
        return next((b for b in self.blocks if b.span.start <= offset < b.span.end), None)

    def line_at(self, offset: int) -> int:
        """Return the 1-based line of the seed that holds a character."""
        return bisect_right(self._lines, offset)

    @property
    def words(self) -> int:
        """The number of words shown."""
        return sum(len(self.text[b.span.start : b.span.end].split()) for b in self.blocks if b.kind != "removed")

    def known(self, name: str, field: Field[str]) -> Self:
        """Return the same article with another value of one of ``ARTICLE_FIELDS``."""
        return replace(self, **{name: field})  # type: ignore[arg-type]

    def named(self, new_id: str) -> Self:
        """Return the same article under another id; only before anything has been found in it."""

        def moved(known: Field[str]) -> Field[str]:
            if isinstance(known, Unknown | Edited):
                return known
            return replace(known, evidence=tuple(replace(e, article=new_id) for e in known.evidence))

        fields = {name: moved(getattr(self, name)) for name in (*ARTICLE_FIELDS, "written")}
        return replace(self, id=new_id, **fields)  # type: ignore[arg-type]


ARTICLE_FIELDS = ("title", "publisher", "byline", "published", "dateline", "language", "kind", "url", "house")
