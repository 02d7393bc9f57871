"""Source ──▶ Article: header, boilerplate, blocks, sentences."""

from __future__ import annotations

import re

from generator.clean.sentences import split_sentences
from generator.model import Article, Block, Edited, Field, Source, Span, Unknown

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def clean(source: Source) -> Article:
    """Classify every part of the source's text."""
    blocks = tuple(
        Block(span, "paragraph", "line", sentences=split_sentences(source.text, span))
        for span in (_stripped(source.text, m.start(), m.end()) for m in _LINE.finditer(source.text))
    )
    stated = {name: Edited(value, f"{source.sidecar_path}:{line}") for name, value, line in source.sidecar}

    def known(name: str) -> Field[str]:
        return stated.get(name, Unknown("the article doesn't state it"))

    return Article(
        id=source.path.rsplit("/", 1)[-1].rsplit(".", 1)[0],
        path=source.path,
        sha256=source.sha256,
        text=source.text,
        blocks=blocks,
        title=known("title"),
        publisher=known("publisher"),
        byline=known("byline"),
        published=known("published"),
        dateline=known("dateline"),
        language=known("language"),
        kind=known("kind"),
        url=known("url"),
    )


def _stripped(text: str, start: int, end: int) -> Span:
    raw = text[start:end]
    return Span(start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()))
