"""Bytes of a page ──▶ its tree, its visible lines, and the address that a browser noted in it."""

import re
from dataclasses import dataclass

from lxml import etree, html

from generator.errors import SeedError
from generator.lexicons import compiled, wordset
from generator.model import Problem, Statement
from generator.read.text import decode

_HEAD = 4096  # bytes in which a page names its encoding; browsers look at 1,024
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s?=\s?[\"']?([\w:.-]{2,40})", re.IGNORECASE)
_SAVED = compiled("saved-from")
# What shows no words, and what stands within a line; all other elements begin a line.
_HIDDEN, _INLINE = wordset("html-hidden"), wordset("html-inline")
_ASIDE = re.compile(r"comment|related|sidebar|recommend")  # classes and ids of what holds other articles
_NO_DISPLAY = re.compile(r"display\s?:\s?none")


@dataclass(frozen=True, slots=True)
class Visible:
    """One visible line of a page: its words with single spaces, and the innermost block that they stand in."""

    text: str
    tag: str


def decode_page(raw: bytes, path: str, declared: str = "") -> tuple[str, tuple[Problem, ...]]:
    """Return the markup of a page in the encoding that was ``declared`` for it, or that it names itself."""
    named = _DECLARED.search(raw, 0, _HEAD)
    return decode(raw, path, declared or (named[1].decode("ascii", "replace") if named else ""))


def parse(markup: str, path: str) -> html.HtmlElement:
    """Return the tree of a page, however broken; its comments are left out.

    Raises SeedError where there is nothing in it.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError, AssertionError) as error:
        raise SeedError(path, "there is no page in this file; save the page again as HTML, complete") from error


def saved_from(markup: str) -> tuple[Statement, ...]:
    """Return the address that the browser noted when it saved the page."""
    match = _SAVED.search(markup, 0, _HEAD)
    if not match:
        return ()
    line = markup.count("\n", 0, match.start()) + 1
    return (Statement("url", match["url"], f"line {line}, noted when it was saved"),)


def visible_lines(tree: html.HtmlElement) -> tuple[Visible, ...]:
    """Return the lines that a reader of the page would see, in order."""
    lines: list[Visible] = []
    words: list[str] = []
    blocks = ["body"]

    def close() -> None:
        if text := " ".join("".join(words).split()):
            lines.append(Visible(text, blocks[-1]))
        words.clear()

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        hidden, is_block = _is_hidden(element), element.tag not in _INLINE
        if event == "start" and hidden:
            walk.skip_subtree()  # its end is still told
            continue
        if is_block and not hidden:
            close()
            blocks = [*blocks, element.tag] if event == "start" else blocks[:-1]
        words.append((element.text if event == "start" else element.tail) or "")
    close()
    return tuple(lines)


def _is_hidden(element: html.HtmlElement) -> bool:
    return element.tag in _HIDDEN or "hidden" in element.attrib or bool(_NO_DISPLAY.search(element.get("style", "")))


_MARKS = {"h1": "## ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
_MARKS |= {"li": "- ", "blockquote": "> "}


def lines_of(fragment: str, path: str) -> tuple[str, ...]:
    """Return the visible lines of a piece of markup that is all story, with the marks of Markdown."""
    if not fragment.strip():
        return ()
    return tuple(f"{_MARKS.get(line.tag, '')}{line.text}" for line in visible_lines(parse(fragment, path)))


def words_of(element: html.HtmlElement) -> str:
    """Return the text inside an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


def is_aside(element: html.HtmlElement) -> bool:
    """Tell whether an element stands in a part of the page that isn't its article: a menu, comments, other articles."""
    return any(_holds_others(ancestor) for ancestor in element.iterancestors())


def _holds_others(element: html.HtmlElement) -> bool:
    if element.tag in ("body", "html"):
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return element.tag in ("aside", "nav") or bool(_ASIDE.search(names))
