"""Bytes of a PDF ──▶ its article: lines joined to paragraphs, what repeats on every page set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from statistics import median
from typing import TYPE_CHECKING

from generator.errors import SeedError
from generator.lexicons import compiled
from generator.model import Problem, Source, Statement
from generator.read.document import Documents, first_of_each, laid_out
from generator.read.html.days import read_day

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

INSTALL = "reading .pdf files needs another package; run: pip install 'briefing-site[pdf]'"
MOST_PAGES = 300
FEWEST_WORDS = 20  # of a text; a scan has a stamp or a page number

_LARGER = 1.15  # times the height of the text: a heading
_TITLE = 1.4  # times the height of the text: a headline
_CLOSE = 0.8  # times the height of the text: no two lines stand closer
_APART = 1.35  # times the usual distance of two lines: a new paragraph
_DOT = 7  # points: the widest dot of a list
_BESIDE = 20  # points between such a dot and its line
_MOST_DRAWN = 2_000  # shapes of a page that are looked at; a map has many more
PATH = 2  # the kind of a drawn shape (FPDF_PAGEOBJ_PATH)
_EDGE = 2  # lines at the top and foot of a page that may be its running head
_HALF = 0.5  # of the pages that show a running head

_NUMBER = re.compile(r"\d{1,4}")
_ITEM = re.compile(r"[•‣▪●○◦■–-]\s|\(?\d{1,2}[.)]\s")  # • an item, 3. an item
_SOFT = re.compile(r"[\x02\ufffe\xad]")  # how PDFium tells a hyphen at the end of a line
_BROKEN = re.compile(r"(?P<head>[^\W\d_]{2,30})-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PRINTED = re.compile(r"Skia/PDF|Quartz PDFContext|Mozilla|Chrom|WebKit|cairo|Print To PDF", re.IGNORECASE)
_FILE_NAME = compiled("name-of-file", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is printed: its words, its page (from 0), and how high it stands on it, in points from the foot.

    ``base`` and ``height`` are those of its first letter, ``foot`` is where the last one stands: PDFium may take two
    lines for one.
    """

    text: str
    page: int
    base: float
    foot: float
    height: float


def read_pdf(raw: bytes, path: str) -> Documents:
    """Return the article of a PDF.

    Raises SeedError where pypdfium2 isn't installed, the file is broken or encrypted, or it holds pictures of pages.
    """
    try:
        import pypdfium2 as pdfium  # noqa: PLC0415 - optional
    except ImportError as error:
        raise SeedError(path, INSTALL) from error
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise SeedError(
                path, "this PDF is encrypted; open it with its password and print it to a new file"
            ) from error
        raise SeedError(path, "this PDF is broken; save it again") from error
    try:
        return _article(document, path)
    except pdfium.PdfiumError as error:
        raise SeedError(path, "a page of this PDF can't be read; print it to a new file") from error
    finally:
        document.close()


def _article(document: PdfDocument, path: str) -> Documents:
    count = min(len(document), MOST_PAGES)
    lines = [line for number in range(count) for line in _lines(document[number], number)]
    if sum(len(line.text.split()) for line in lines) < FEWEST_WORDS:
        wrong = "this PDF holds pictures of pages and no text; run text recognition (OCR) on it and put the result here"
        raise SeedError(path, wrong)
    running = _running(lines, count)
    shown = [line for line in lines if line not in running]
    title, above, story = _paragraphs(shown)
    head = [Statement("title", title, "the largest line of the first page")] if title else []
    text, span = laid_out(title, story, above, rest=tuple(dict.fromkeys(line.text for line in running)))
    states = first_of_each(s for s in (*head, *_states(document.get_metadata_dict())) if s.value)
    more = f"only the first {MOST_PAGES} of its {len(document)} pages are read; split it"
    problems = (Problem(path, more),) if len(document) > MOST_PAGES else ()
    return (Source(path, "", text, "page", states=states, story=span, kept=True),), problems


# --- lines -----------------------------------------------------------------------------------------


def _lines(page: PdfPage, number: int) -> Iterator[Line]:
    words = page.get_textpage()
    dots = tuple(_dots(page))
    text = words.get_text_range()
    at = 0
    for raw in text.split("\r\n"):
        line = " ".join(_SOFT.sub("-", raw).split())
        first = at + len(raw) - len(raw.lstrip())
        last = at + len(raw.rstrip()) - 1
        at += len(raw) + 2
        if line:
            left, bottom, _, top = words.get_charbox(min(first, words.count_chars() - 1), loose=True)
            foot = words.get_charbox(min(last, words.count_chars() - 1), loose=True)[1]
            is_item = any(bottom < y < top and left - _BESIDE < x < left for x, y in dots)
            yield Line(f"• {line}" if is_item else line, number, bottom, foot, top - bottom)


def _dots(page: PdfPage) -> Iterator[tuple[float, float]]:
    """Yield the right edge and the height of what is drawn as small as the dot of a list, as browsers print it."""
    drawn = page.get_objects(filter=[PATH], max_depth=2)
    for left, bottom, right, top in (one.get_bounds() for one in islice(drawn, _MOST_DRAWN)):
        if 1 < right - left < _DOT and abs((right - left) - (top - bottom)) < 1:
            yield right, (bottom + top) / 2


def _running(lines: Sequence[Line], pages: int) -> frozenset[Line]:
    """Return the lines at the top and foot that come again on at least half of the pages, whatever their numbers."""
    edges: list[Line] = []
    for number in range(pages):
        here = [line for line in lines if line.page == number]
        edges += {*here[:_EDGE], *here[-_EDGE:]}
    seen = Counter(_NUMBER.sub("#", line.text) for line in edges)
    return frozenset(e for e in edges if (n := seen[_NUMBER.sub("#", e.text)]) > 1 and n >= pages * _HALF)


# --- paragraphs ------------------------------------------------------------------------------------


def _paragraphs(lines: Sequence[Line]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the headline, if the first page has one, the lines above it, and the paragraphs, marked as Markdown."""
    body = median(line.height for line in lines for _ in line.text)
    step = _step(lines, body)
    known = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    groups: list[list[Line]] = []
    for before, line in zip((None, *lines), lines, strict=False):
        if before is not None and _goes_on(before, line, step):
            groups[-1].append(line)
        else:
            groups.append([line])
    largest = max((g[0].height for g in groups if g[0].page == 0), default=0.0)
    title = next((g for g in groups if g[0].height == largest and largest >= body * _TITLE), None)
    if title is groups[-1]:
        title = None  # nothing is under it
    at = groups.index(title) if title else 0
    above = tuple(line.text for group in groups[:at] for line in group)
    marks = ("## " if g[0].height >= body * _LARGER and len(g) <= _EDGE else "" for g in groups[at + bool(title) :])
    told = tuple(mark + _joined(g, known) for mark, g in zip(marks, groups[at + bool(title) :], strict=True))
    return (_joined(title, known) if title else ""), above, told


def _step(lines: Sequence[Line], body: float) -> float:
    """Return the distance of two lines of one paragraph, in points: the smallest that comes more than once."""
    steps = [
        a.foot - b.base
        for a, b in pairwise(lines)
        if a.page == b.page and _alike(a.height, body) and _alike(b.height, body)
    ]
    counted = Counter(round(2 * step) / 2 for step in steps if body * _CLOSE <= step)
    return min((step for step, n in counted.items() if n > 1), default=body)


def _alike(one: float, other: float) -> bool:
    return other / _LARGER < one < other * _LARGER


def _goes_on(before: Line, line: Line, step: float) -> bool:
    """Tell whether a line belongs to the paragraph of the one before it."""
    if not _alike(before.height, line.height) or _ITEM.match(line.text):
        return False
    if before.page != line.page or line.base > before.base:  # another page or column
        return line.text[0].islower() or before.text.endswith("-")
    return before.foot - line.base <= step * _APART


def _joined(group: list[Line], known: Counter[str]) -> str:
    text = ""
    for line in group:
        broken = _BROKEN.search(text)
        rest = _WORD.match(line.text)
        if broken and rest and rest[0][0].islower():
            whole = f"{broken['head']}{rest[0]}".lower() in known
            text = f"{text[:-1] if whole else text}{line.text}"
        else:
            text = f"{text} {line.text}" if text else line.text
    return text


# --- properties ------------------------------------------------------------------------------------


def _states(about: dict[str, str]) -> Iterator[Statement]:
    """Return what the properties state; the date is that of printing where a browser made the file."""
    title = " ".join(about.get("Title", "").split())
    if not _FILE_NAME.match(title):
        yield Statement("title", title, "the document's properties, Title")
    author = " ".join(about.get("Author", "").split())
    if len(author.split()) > 1:
        yield Statement("byline", author, "the document's properties, Author")
    made_by = f"{about.get('Creator', '')} {about.get('Producer', '')}"
    day = read_day(about.get("CreationDate", "").removeprefix("D:")[:8], "")
    if day and not _PRINTED.search(made_by):
        yield Statement("published", day.value, "the document's properties, CreationDate", "guessed")
