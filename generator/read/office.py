"""Bytes of a word processor's file ──▶ its article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from generator.errors import SeedError
from generator.model import Source, Statement
from generator.read.archive import unpack_all
from generator.read.document import Documents, first_of_each, laid_out
from generator.read.html.days import read_day
from generator.read.html.page import language_code
from generator.read.text import decode

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

INSTALL = "reading {kind} files needs another package; run: pip install 'briefing-site[office]'"

KICKERS = 3  # lines above the title of a document: the sender, a section, a date

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = f"{{{_OFFICE}text:1.0}}"
_META = f"{{{_OFFICE}meta:1.0}}"
_STYLE = f"{{{_OFFICE}style:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ASIDE = frozenset((f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{{{_OFFICE}office:1.0}}annotation"))
_SPACES = frozenset((f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"))
_HEADING = re.compile(r"Heading_20_(?P<level>\d)")


# --- .docx -----------------------------------------------------------------------------------------


def read_docx(raw: bytes, path: str) -> Documents:
    """Return the article of a Word file; raises SeedError where it can't be read or python-docx isn't installed."""
    try:
        import docx  # noqa: PLC0415 - optional
        from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    except ImportError as error:
        raise SeedError(path, INSTALL.format(kind=".docx")) from error
    unpack_all(raw, path)  # an archive that is broken or unpacks to too much is refused before anything is read
    try:
        word = docx.Document(BytesIO(raw))
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise SeedError(path, "this Word file is broken or encrypted; open it and save it again") from error
    return _made(_parted(_word_lines(word)), _word_states(word), path), ()


def _word_lines(word: WordDocument) -> Iterator[tuple[int, str]]:
    """Return the paragraphs as (level, words): 1 for a title, 2 to 6 for headings, 0 for text."""
    for block in word.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                # a cell over two columns comes twice
                cells = dict.fromkeys(" ".join(c.text.split()) for c in row.cells)
                yield 0, " | ".join(c for c in cells if c)
            continue
        style = (block.style.name or "") if block.style is not None else ""
        words = " ".join(block.text.split())
        if style == "Title":
            yield 1, words
        elif style.startswith("Heading") and style[-1:].isdigit():
            yield min(int(style[-1]) + 1, 6), words
        else:
            about = block.paragraph_format.element.pPr
            is_item = style.startswith("List") or (about is not None and about.numPr is not None)
            yield 0, f"- {words}" if is_item and words else words


def _word_states(word: WordDocument) -> Iterator[Statement]:
    about = word.core_properties
    created = about.created.date().isoformat() if about.created else ""
    return _properties(about.title or "", about.author or "", about.language or "", created)


# --- .odt ------------------------------------------------------------------------------------------


def read_odt(raw: bytes, path: str) -> Documents:
    """Return the article of an OpenDocument text (ISO/IEC 26300)."""
    files = unpack_all(raw, path)
    if "content.xml" not in files:
        raise SeedError(path, "this is no OpenDocument text; open it and save it again")
    content = _xml(files["content.xml"], path)
    about = _xml(files["meta.xml"], path) if "meta.xml" in files else None
    states = _odt_states(about) if about is not None else iter(())
    return _made(_parted(_odt_lines(content)), states, path), ()


def _xml(raw: bytes, path: str) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise SeedError(path, "this document is broken or encrypted; open it and save it again") from error


def _odt_lines(content: _Element) -> Iterator[tuple[int, str]]:
    parents = {
        s.get(f"{_STYLE}name", ""): s.get(f"{_STYLE}parent-style-name", "") for s in content.iter(f"{_STYLE}style")
    }
    for element in content.iter(f"{_TEXT}h", f"{_TEXT}p"):
        above = [a.tag for a in element.iterancestors()]
        if any(tag in _ASIDE for tag in above):
            continue
        words = " ".join("".join(_odt_words(element)).split())
        style = element.get(f"{_TEXT}style-name", "")
        level = _odt_level(element, style) or _odt_level(element, parents.get(style, ""))
        yield level, f"- {words}" if words and not level and f"{_TEXT}list-item" in above else words


def _odt_level(element: _Element, style: str) -> int:
    """Return 1 for a title, 2 to 6 for a heading, 0 for text."""
    if style == "Title":
        return 1
    heading = _HEADING.fullmatch(style)
    outline = element.get(f"{_TEXT}outline-level", "") if element.tag == f"{_TEXT}h" else ""
    level = heading["level"] if heading else outline
    return min(int(level) + 1, 6) if level.isdigit() else 0


def _odt_words(element: _Element) -> Iterator[str]:
    """Return the words of a paragraph, without its notes and comments."""
    yield element.text or ""
    for node in element:
        if node.tag in _SPACES:
            yield " "
        elif node.tag not in _ASIDE:
            yield from _odt_words(node)
        yield node.tail or ""


def _odt_states(about: _Element) -> Iterator[Statement]:
    def said(tag: str) -> str:
        found = next(about.iter(tag), None)
        return " ".join((found.text or "").split()) if found is not None else ""

    author = said(f"{_META}initial-creator") or said(f"{_DC}creator")
    created = read_day(said(f"{_META}creation-date"), "")
    return _properties(said(f"{_DC}title"), author, said(f"{_DC}language"), created.value if created else "")


# --- .rtf ------------------------------------------------------------------------------------------


def read_rtf(raw: bytes, path: str) -> Documents:
    """Return the article of a Rich Text file; raises SeedError where it can't be read or striprtf isn't installed."""
    try:
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - optional
    except ImportError as error:
        raise SeedError(path, INSTALL.format(kind=".rtf")) from error
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise SeedError(path, "this is no Rich Text file; open it and save it again")
    text = str(rtf_to_text(raw.decode("latin-1"), errors="ignore"))  # type: ignore[no-untyped-call]
    lines = tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())
    if not lines:
        raise SeedError(path, "there is no text in this file; put the article's text in, or delete it")
    plain, problems = decode("\n\n".join(lines).encode(), path)
    return (Source(path, "", plain, "txt", kept=True),), problems


# --- all -------------------------------------------------------------------------------------------

Parts = tuple[str, tuple[str, ...], tuple[str, ...]]
"""The title, the lines above it, and those below."""


def _parted(lines: Iterable[tuple[int, str]]) -> Parts:
    """Return the title, if one heading stands above all others near the top, what is above it, and the text below."""
    shown = [(level, words) for level, words in lines if words]
    highest = min((level for level, _ in shown if level), default=0)
    tops = [i for i, (level, _) in enumerate(shown) if level == highest > 0]
    at = tops[0] if tops and tops[0] <= KICKERS and (highest == 1 or len(tops) == 1) else None
    above = tuple(words for _, words in shown[: at or 0])
    below = shown if at is None else shown[at + 1 :]
    story = tuple(f"{'#' * max(level, 2)} {words}" if level else words for level, words in below)
    return "" if at is None else shown[at][1], above, story


def _made(parts: Parts, states: Iterator[Statement], path: str) -> tuple[Source, ...]:
    title, above, told = parts
    if not told:
        raise SeedError(path, "there is no text in this file; put the article's text in, or delete it")
    known = [Statement("title", title, "the document's heading")] if title else []
    text, story = laid_out(title, told, above)
    said = first_of_each(s for s in (*known, *states) if s.value)
    return (Source(path, "", text, "page", states=said, story=story, kept=True),)


def _properties(title: str, author: str, language: str, created: str) -> Iterator[Statement]:
    """Yield what a document's properties state; an author that reads like a program or an account is nobody."""
    person = author.strip() if len(author.split()) > 1 and "python" not in author.lower() else ""
    yield Statement("title", title, "the document's properties, title")
    yield Statement("byline", person, "the document's properties, author")
    yield Statement("language", language_code(language), "the document's properties, language")
    yield Statement("published", created, "the document's properties, date of creation", "guessed")
