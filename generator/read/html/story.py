"""A page ──▶ its story as marked lines, the lines between headline and story, and all other visible lines."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from generator.read.html.markup import Visible

MASTHEAD = 16  # lines at most between a headline and its story; the same as a text's masthead has
PROSE_WORDS = 18  # of the paragraph that opens the story; names and date may stand below its standfirst
FEWEST_WORDS = 4  # of a line that is looked for within longer ones; shorter ones stand in any text by chance
Lines = tuple[str, ...]


def story(tree: HtmlElement, lines: Sequence[Visible], headline: str) -> tuple[Lines, Lines, Lines]:
    """Return the masthead of a page, its story (with the marks of Markdown), and what isn't the story, line by line.

    Trafilatura sets them apart; every visible line goes into one of the three. The tree is changed.
    """
    told = tuple(line for line in _told(tree) if _plain(line) != headline)
    whole = " ".join(_plain(line) for line in told)
    single = {_plain(line) for line in told}
    first = _first(lines, told, whole)
    head = next((i for i in range(first - 1, -1, -1) if headline and lines[i].text.endswith(headline)), None)
    above = range(head + 1, first) if head is not None and first < len(lines) else range(0)
    masthead = tuple(i for i in above if not _within(lines[i].text, whole, single))[:MASTHEAD]
    rest = (i for i in range(len(lines)) if i not in masthead and i != head)
    others = tuple(lines[i].text for i in rest if not _within(lines[i].text, whole, single))
    return tuple(lines[i].text for i in masthead), told, others


def _first(lines: Sequence[Visible], told: Sequence[str], whole: str) -> int:
    """Return the index of the line that the story opens with, or the number of lines."""
    long = max((len(line.split()) for line in told), default=0)
    opening = next((_plain(line) for line in told if len(line.split()) >= min(PROSE_WORDS, long)), "")
    exact = [i for i, line in enumerate(lines) if opening and line.text == opening]  # a teaser may say the same before
    within = (i for i, line in enumerate(lines) if _within(line.text, whole, set()))
    return exact[-1] if exact else next(within, len(lines))


def _within(line: str, whole: str, single: set[str]) -> bool:
    return line in whole if len(line.split()) >= FEWEST_WORDS else line in single


def _told(tree: HtmlElement) -> Iterator[str]:
    found = bare_extraction(tree, include_comments=False, include_formatting=False)
    if isinstance(found, Extracted) and found.body is not None:
        for element in found.body:
            yield from _marked(element)


def _marked(element: _Element) -> Iterator[str]:
    """Return the lines of an element of trafilatura's tree, with the marks of Markdown."""
    tag = element.tag
    if tag == "head":
        yield from (f"{'#' * _level(element)} {line}" for line in _lines(element))
    elif tag == "list":
        yield from (f"- {line}" for item in element.iter("item") for line in _lines(item))
    elif tag == "table":
        rows = ([" ".join(_lines(cell)) for cell in row.iter("cell")] for row in element.iter("row"))
        yield from (told for cells in rows if (told := " | ".join(filter(None, cells))))
    elif tag == "quote":
        yield from (f"> {line}" for line in _lines(element))
    else:
        yield from _lines(element)


def _level(element: _Element) -> int:
    level = str(element.get("rend", "h2"))[-1]
    return max(2, int(level)) if level.isdigit() else 2


def _lines(element: _Element) -> Iterator[str]:
    """Return the lines of an element's words: each break and each block inside it begins a new one."""
    words: list[str] = []
    for node in element.iter():
        if node.tag in ("lb", "p", "item", "row") and node is not element:
            words.append("\n")
        words.append(node.text or "")
        if node is not element:
            words.append(node.tail or "")
    for line in "".join(words).split("\n"):
        if text := " ".join(line.split()):
            yield text


def _plain(line: str) -> str:
    """Return a line without its mark."""
    return line.lstrip("#>- ")
