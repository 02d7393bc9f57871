"""Lines ──▶ labels ──▶ blocks: the steps that find what each line is."""

from bisect import bisect_left
from collections.abc import Callable

from generator.clean.broken import join_labels
from generator.clean.captions import captions, unstopped_captions
from generator.clean.frontmatter import front_matter, front_matter_lines
from generator.clean.furniture import cut_furniture
from generator.clean.headings import empty_heads, headings
from generator.clean.lines import Draft, Label, Line, draft, is_sentence, join_wrapped, split_lines
from generator.clean.linklists import contents, link_lists, menus, teasers
from generator.clean.masthead import masthead
from generator.clean.notices import bare, notices, removed
from generator.clean.repeated import repeated
from generator.clean.sentences import split_sentences
from generator.lexicons import compiled, words
from generator.model import Block, Source, Span

_ENTRY = compiled("entry")
_INDENT = 2  # columns of one level of a list


def definitions(draft: Draft) -> Draft:
    """Label the entries under a heading such as ``Glossary``."""
    heads = frozenset(words("clean-glossary-heads"))
    labels: dict[int, Label] = {}
    inside = False
    for i, line in draft.free():
        if bare(line.text) in heads:
            inside = True
            labels[i] = Label("heading", "glossary heading", max(2, line.hashes))
        elif inside and _ENTRY.match(line.text):
            labels[i] = Label("definition", "glossary entry")
        else:
            inside = False
    return draft.labelled(labels)


def items(draft: Draft) -> Draft:
    """Label the lines with a bullet or a number."""
    found = ((i, line) for i, line in draft.free() if line.bullet or line.number)
    kinds = ((i, "numbered" if line.number else "bullet", 1 + line.indent // (2 * _INDENT)) for i, line in found)
    return draft.labelled({i: Label("item", rule, level) for i, rule, level in kinds})


def paragraphs(draft: Draft) -> Draft:
    """Label everything else."""
    return draft.labelled({i: Label("paragraph", "text") for i, _ in draft.free()})


def below_story(draft: Draft) -> Draft:
    """Remove what a page shows besides its story, and a mail below it."""
    end = draft.story.end if draft.story else len(draft.text)
    return draft.labelled({i: removed("beside") for i, line in draft.free() if line.span.start >= end})


def above_story(draft: Draft) -> Draft:
    """Remove what stands between headline and story and is neither masthead nor a sentence: a standfirst is one."""
    start = draft.story.start if draft.story else 0
    above = (i for i, line in draft.free() if line.span.end <= start and not is_sentence(line))
    return draft.labelled(dict.fromkeys(above, removed("beside")))


# What is not the story goes first, then what can be told by its own form, then what needs its neighbours.
STEPS: tuple[Callable[[Draft], Draft], ...] = (
    front_matter,
    below_story,
    repeated,
    contents,
    link_lists,
    teasers,
    notices,
    captions,
    menus,
    masthead,
    above_story,
    definitions,
    unstopped_captions,
    headings,
    items,
    paragraphs,
    empty_heads,
)


def structure(source: Source) -> tuple[Block, ...]:
    """Return the blocks of a source's text in order; they hold all that isn't white space."""
    text = source.text
    split = split_lines(text)
    front = front_matter_lines(text, split) if source.format == "md" else 0
    joined = _joined(source, split, front)
    end = bisect_left(joined, source.story.end, key=lambda line: line.span.start) if source.story else len(joined)
    lines, cuts = cut_furniture((*joined[:front], *join_labels(text, joined[front:end])))
    found = draft(source, (*lines, *joined[end:])).labelled(cuts)
    for step in STEPS:
        found = step(found)
    labels = (label for label in found.labels if label)
    return tuple(_block(text, line, label) for line, label in zip(found.lines, labels, strict=True))


def _joined(source: Source, lines: tuple[Line, ...], front: int) -> tuple[Line, ...]:
    """Return the lines with wrapped paragraphs joined, behind the front matter; those of a page are whole."""
    if source.format == "page":
        return lines
    return (*lines[:front], *join_wrapped(source.text, lines[front:], always=source.format == "md"))


_ONE_SENTENCE = frozenset({"title", "heading", "header"})


def _block(text: str, line: Line, label: Label) -> Block:
    if label.kind == "removed":
        return Block(line.span, label.kind, label.rule)
    body = Span(line.body, line.end)
    sentences = (body,) if label.kind in _ONE_SENTENCE else split_sentences(text, body)
    return Block(line.span, label.kind, label.rule, label.level, sentences)
