"""Blocks ──▶ the same with what an editor keeps and removes, by its exact words."""

from collections.abc import Iterator
from dataclasses import replace

from generator.clean.notices import removed
from generator.clean.sentences import split_sentences
from generator.model import BY_EDITOR, Block, Problem, Source, Span
from generator.text.verbatim import places

KEPT = f"kept by {BY_EDITOR}"


def edit_blocks(blocks: tuple[Block, ...], source: Source) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Return the blocks as the sidecar's ``keep`` and ``remove`` want them, and the entries that fit nothing.

    ``keep`` brings back the removed blocks that hold its words; ``remove`` takes its words out, wherever they stand,
    and leaves what is around them. White space may differ from the text's.
    """
    problems: list[Problem] = []
    for how, words, line in source.sidecar:
        if how not in ("keep", "remove"):
            continue
        spans = tuple(places(source.text, words))
        if not spans:
            wrong = f"`{how}`: these words don't stand in the article: {words[:60]}; copy them from it"
            problems.append(Problem(source.sidecar_path, wrong, line))
        for span in spans:
            edit = _kept if how == "keep" else _without
            blocks = tuple(new for block in blocks for new in edit(block, span, source.text))
    return blocks, tuple(problems)


def _kept(block: Block, span: Span, text: str) -> Iterator[Block]:
    if block.kind == "removed" and block.span.meets(span):
        yield replace(block, kind="paragraph", rule=KEPT, level=0, sentences=split_sentences(text, block.span))
    else:
        yield block


def _without(block: Block, span: Span, text: str) -> Iterator[Block]:
    """Return a block in up to three: what is before the words, the words, what is after them."""
    if block.kind == "removed" or not block.span.meets(span):
        yield block
        return
    start, end = max(block.span.start, span.start), min(block.span.end, span.end)
    if before := _stripped(text, block.span.start, start):
        yield _part(block, before, text)
    label = removed("editor")
    yield replace(block, span=Span(start, end), kind=label.kind, rule=label.rule, level=0, sentences=())
    if after := _stripped(text, end, block.span.end):
        yield _part(block, after, text)


def _part(block: Block, span: Span, text: str) -> Block:
    """Return a part of a block with the parts of its sentences that lie in it."""
    inside = (_stripped(text, max(s.start, span.start), min(s.end, span.end)) for s in block.sentences)
    sentences = tuple(s for s in inside if s) or split_sentences(text, span)
    return replace(block, span=span, sentences=sentences)


def _stripped(text: str, start: int, end: int) -> Span | None:
    part = text[start:end] if start < end else ""
    if not part.strip():
        return None
    return Span(start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))
