"""Text ──▶ lines: where they begin, what marks them, and their labels while their functions are being found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from generator.lexicons import compiled
from generator.model import BlockKind, Layout, Source, Span, stripped
from generator.text.pubdate import find_dates

_LINE = re.compile(r"[^\n\r\f\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")

# a heading of Markdown, a quoted paragraph, an item
_MARK = re.compile(r"(?P<hashes>#{1,6})[ \t]+|(?P<quote>>)[ \t]?(?=\S)|(?P<bullet>[•‣▪▫●○◦·■□►▶➢➤✓✔*+–—-])[ \t]+")
_NUMBER = compiled("line-number")
_TITLE_LABEL = compiled("title-label")
CONTACT = compiled("contact", re.IGNORECASE)

_EMPHASIS = re.compile(r"(?P<stars>\*{1,3}|_{1,3})(?P<inner>[^\s*_][^*_\n]{0,400}[^\s*_])(?P=stars)")  # **By Jane Doe**


@dataclass(frozen=True)
class Line:
    """One line, or one wrapped paragraph, without the white space around it.

    ``text`` is what stands after the mark, without the stars of a line that is all emphasis, from ``body`` to ``end``;
    ``gap`` the number of empty lines before; ``hashes`` of a Markdown heading, ``bullet`` and ``number`` (``2-1.``) are
    the marks, or empty.
    """

    span: Span
    body: int
    end: int
    text: str
    gap: int = 0
    indent: int = 0
    hashes: int = 0
    bullet: str = ""
    number: str = ""

    @cached_property
    def words(self) -> int:
        """The number of words after the mark."""
        return len(self.text.split())

    @property
    def depth(self) -> int:
        """How deep the number is: 1 for ``3.``, 2 for ``2-1.``, 0 without a number."""
        return len(re.findall(r"\w+", self.number)) if self.number else 0


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that hold anything, in order; together they hold all that isn't white space."""
    lines = []
    last = 0
    for match in _LINE.finditer(text):
        if span := stripped(text, *match.span()):
            breaks = sum(1 for _ in _BREAK.finditer(text, last, span.start))
            lines.append(_line(text, span, max(breaks - 1, 0), span.start - match.start()))
            last = span.end
    return tuple(lines)


def _line(text: str, span: Span, gap: int, indent: int) -> Line:
    at = span.start
    mark = _MARK.match(text, at, span.end)
    if mark:
        at = mark.end()
    number = _NUMBER.match(text, at, span.end) if not (mark and mark["quote"]) else None
    if number:
        at = number.end()
    end = span.end
    if emphasis := _EMPHASIS.fullmatch(text, at, end):
        at, end = emphasis.span("inner")
    return Line(
        span,
        at,
        end,
        text[at:end],
        gap,
        indent,
        hashes=len(mark["hashes"] or "") if mark else 0,
        bullet=(mark["bullet"] or "") if mark else "",
        number=number["number"] if number else "",
    )


FEWEST_WRAPPED = 4  # lines; fewer could be an address or a poem
WRAPPED_AT = (45, 100)  # e-mail and plain-text editions break lines at 60 to 80 characters
_FULL_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def join_wrapped(text: str, lines: tuple[Line, ...], *, always: bool = False) -> tuple[Line, ...]:
    """Return the lines with hard-wrapped paragraphs joined: a Markdown text's always, others if they are wrapped.

    A short line, such as a byline, isn't taken for one that was broken.
    """
    wrapped = _is_wrapped(lines)
    if not always and not wrapped:
        return lines
    joined: list[Line] = []
    for before, line in zip((None, *lines), lines, strict=False):
        is_long = before is not None and not always and len(before.text) > WRAPPED_AT[1]  # a whole paragraph
        whole = before is None or line.gap > 0 or len(before.text) < WRAPPED_AT[0] or " | " in before.text
        labelled = any(d.labelled and d.start == 0 for d in find_dates(line.text)) or CONTACT.match(line.text)
        broken = before and not (whole or labelled or is_long) and _goes_on(before, line)
        joined.append(join(text, joined.pop(), line) if broken else line)
    return tuple(joined)


def join(text: str, before: Line, line: Line) -> Line:
    """Return two lines as one."""
    span = Span(before.span.start, line.span.end)
    return replace(before, span=span, end=line.end, text=text[before.body : line.end])


def _goes_on(before: Line, line: Line) -> bool:
    return not (line.bullet or line.number or line.hashes or before.hashes or line.text.startswith("|"))


def _is_wrapped(lines: tuple[Line, ...]) -> bool:
    """Tell whether most lines that another follows at once are as long as a wrapped line and end amid a sentence.

    A long line or two among them, such as an address or a table, changes nothing.
    """
    inner = [a for a, b in pairwise(lines) if not b.gap and _goes_on(a, b)]
    shortest, longest = WRAPPED_AT
    amid = [a for a in inner if shortest <= len(a.text) <= longest and not _FULL_STOP.search(a.text)]
    long = sum(len(line.text) > longest for line in lines)
    return len(inner) >= FEWEST_WRAPPED and len(amid) * 2 > len(inner) and long < len(amid)


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is, and the rule that says so."""

    kind: BlockKind
    rule: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines of a text and the labels found so far; a line is labelled once.

    ``story`` is the part that a page's markup sets apart, None where all of the text may be the story; ``headline``
    what is stated beside the text, or empty; ``layout`` what it has in common with others.
    """

    text: str
    format: str
    lines: tuple[Line, ...]
    labels: tuple[Label | None, ...]
    story: Span | None = None
    headline: str = ""
    layout: Layout = field(default_factory=Layout)

    def free(self) -> Iterator[tuple[int, Line]]:
        """Return the lines without a label, with their indexes."""
        return ((i, line) for i, line in enumerate(self.lines) if self.labels[i] is None)

    def labelled(self, new: Mapping[int, Label]) -> Draft:
        """Return the draft with more labels; those that stand already stay."""
        merged = tuple(old or new.get(i) for i, old in enumerate(self.labels))
        return replace(self, labels=merged)

    def next_free(self, index: int) -> int | None:
        """Return the index of the next line that isn't removed, or None at the end."""
        after = range(index + 1, len(self.lines))
        return next((i for i in after if (label := self.labels[i]) is None or label.kind != "removed"), None)

    def can_be_title(self, index: int) -> bool:
        """Tell whether a line is short enough for a headline, and neither a sentence nor the head of a list."""
        line = self.lines[index]
        if line.words > TITLE_WORDS or len(line.text) > TITLE_CHARACTERS or line.number.startswith("("):
            return False
        below = self.next_free(index)
        if below is None or (_TURN.match(line.text) and _TURN.match(self.lines[below].text)):
            return False
        return not STOP.search(line.text) and not line.text.endswith(":") and not _NO_HEADLINE.match(line.text)


def draft(source: Source, lines: tuple[Line, ...]) -> Draft:
    """Return a draft without labels."""
    return Draft(
        source.text, source.format, lines, (None,) * len(lines), source.story, source.stated("title"), source.layout
    )


TITLE_WORDS = 32  # the longest headlines of newspapers have about 30 words
TITLE_CHARACTERS = 250
_NO_HEADLINE = compiled("no-headline")
_TURN = compiled("talk")
SENTENCE_WORDS = 8  # a standfirst may be one sentence; two of them are the story
SITE = re.compile(r"\s[|\u2013\u2014•·-]\s(?P<name>(?:(?!\s[|\u2013\u2014•·-]\s)[^|\n]){2,60})$")  # … | The Paper
STOP = re.compile(r"[.…]\s?[\"'”’`»)\]]*$")


def is_sentence(line: Line) -> bool:
    """Tell whether a line is long enough for a sentence, and ends like one."""
    return line.words >= SENTENCE_WORDS and bool(STOP.search(line.text))


def headline_parts(text: str) -> tuple[str, ...]:
    """Return a title line, and what stands in it before the last bar or dash: the site's name may follow."""
    match = SITE.search(text)
    return (text, text[: match.start()]) if match else (text,)


def title_label(text: str) -> int:
    """Return how many characters of a title line are a label such as ``Headline:``."""
    match = _TITLE_LABEL.match(text)
    dated = match and any(d.start <= match.end() and d.end == len(text) for d in find_dates(text))
    return match.end() if match and not dated else 0  # For release: March 3, 2024
