"""Where quotation marks open and close in a block, in every style that news uses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.lexicons import table, words
from generator.model import Article, Block, Span, stripped

PAIRS = {opening: tuple(closing.split()) for opening, closing in table("quotes-marks")}
SINGLE = "‘’‚'"
# the deepest nesting that is followed; a hostile text can't pile up more
DEEPEST = 4
# a single mark is compared with this many following ones before it is taken for a possessive
LOOK_AHEAD = 6
# two marks behind an s this near to each other are a possessive and the closing mark: 'nations' goals'
NEXT_WORD = 30
# a single-quoted stretch longer than this is far more often two apostrophes than a quotation
LONGEST_SINGLE = 1500
# a quotation without a mark at the start of its paragraphs closes within so many: each sentence on a line of its own
LINES = 12
# and one of several paragraphs has its mark again within so many
NEXT_LINES = 3

_MARK = re.compile(r"``|(?<!')''(?!')|[“”\"„‟«»‹›「」『』〝〞〟‘’‚']")
_ELISION = re.compile(rf"(?:\d\ds?|{'|'.join(map(re.escape, words('quotes-elisions')))})\b")
_FUNCTION = re.compile(rf"\s+(?:{'|'.join(map(re.escape, words('quotes-after-close')))})\b", re.IGNORECASE)
_BEFORE_OPEN = re.compile(r"[\s(\[{/—–\-:;,…“\"„«‘']")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quoted stretch: ``whole`` with its marks, ``words`` between them.

    ``closed`` is False where the closing mark is missing; ``inside`` is the whole stretch that holds this one.
    """

    whole: Span
    words: Span
    mark: str
    closed: bool = True
    inside: Span | None = None


class Marked(NamedTuple):
    """A block with its quoted stretches and the places of marks that never close."""

    block: Block
    stretches: tuple[Stretch, ...]
    lost: tuple[int, ...]


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool
    closes: bool
    possessive: bool
    may_open: bool  # where a space is missing or too many, and nothing is open


def marked_blocks(article: Article, blocks: Sequence[Block]) -> list[Marked]:
    """Find what is quoted in each block; one without a closing mark is kept only where the blocks behind go on."""
    found: list[Marked] = []
    going_on = ""
    for n, block in enumerate(blocks):
        if block.rule == "slogan":
            found.append(Marked(block, (), ()))
            continue
        stretches, lost = find_stretches(article.text, block.span, going_on)
        last, going_on = next((s for s in stretches if not s.closed), None), ""
        if last is not None:
            behind = [b.span for b in blocks[n + 1 : n + 1 + LINES]]
            anew = bool(behind) and article.text[behind[0].start] == last.mark
            if anew or _closes(article.text, behind, last.mark):
                going_on = "" if anew else last.mark
                lost = tuple(at for at in lost if at != last.whole.start)
            else:
                rest = (s for s in stretches if s is not last)
                stretches = tuple(replace(s, inside=None) if s.inside == last.whole else s for s in rest)
        found.append(Marked(block, stretches, lost))
    return found


def find_stretches(text: str, span: Span, open_mark: str = "") -> tuple[tuple[Stretch, ...], tuple[int, ...]]:
    """Return the quoted stretches of a block in text order, and where marks open that never close.

    ``open_mark`` is that of a quotation that goes on from the block before, without a mark of its own. A stretch whose
    opening mark is never closed is returned too, to the end of the block and not ``closed``, if it opens with a double
    mark: the caller knows whether the next block goes on with the quotation.
    """
    found: list[Stretch] = []
    lost: list[_Mark] = []
    before = _Mark(span.start, span.start, open_mark, opens=True, closes=False, possessive=False, may_open=False)
    stack: list[_Mark] = [before] if open_mark else []
    marks = _marks(text, span)
    for i, mark in enumerate(marks):
        level = _closed_level(stack, mark)
        if level is not None and not (mark.possessive and _closes_later(marks, i, stack[level])):
            lost.extend(stack[level + 1 :])
            stretch = _stretch(text, stack[level], mark.start, mark.end)
            del stack[level:]
            if stretch:
                found.append(stretch)
        elif (mark.opens or (mark.may_open and all(m.text in SINGLE for m in stack))) and len(stack) < DEEPEST:
            stack.append(mark)
    lost.extend(stack)
    double = [m for m in lost if m.text not in SINGLE]
    last = _stretch(text, double[-1], span.end, span.end, closed=False) if double else None
    return _nested(found, last), tuple(m.start for m in lost if m.text not in "'’‘")


def _closes(text: str, lines: Sequence[Span], mark: str) -> bool:
    """Tell whether the first double mark in some blocks closes a quotation, or opens one of the next blocks with it."""
    doubles = ((n, m) for n, span in enumerate(lines) for m in _marks(text, span) if m.text not in SINGLE)
    n, first = next(doubles, (0, None))
    if first is None:
        return False
    anew = n < NEXT_LINES and first.start == lines[n].start and first.text == mark
    return anew or (not first.opens and first.closes and first.text in PAIRS[mark])


def _marks(text: str, span: Span) -> list[_Mark]:
    return [m for match in _MARK.finditer(text, span.start, span.end) if (m := _judged(text, span, match))]


def _judged(text: str, span: Span, match: re.Match[str]) -> _Mark | None:
    """Tell what a mark can do where it stands, or that it is an apostrophe, a foot or an inch."""
    start, end, mark = match.start(), match.end(), match.group()
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    if mark in SINGLE and _apostrophe(text, start, before, after):
        return None
    opens = mark in PAIRS and _may_open(mark, before, after)
    closes = _may_close(text, span, start, before, after)
    possessive = mark in "'’" and before in "sSzx" and not opens and after.isspace() and not _FUNCTION.match(text, end)
    possessive = possessive and end < span.end
    if mark in "‘„‚«‹「『〝``" and not (mark == "‘" and not opens):
        closes = closes and mark == "«"
    may_open = mark == "“" or (mark == '"' and before in ".!?,:;" and not after.isspace())
    return _Mark(start, end, mark, opens, closes, possessive, may_open)


def _apostrophe(text: str, start: int, before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    if before.isdigit() and text[start] == "'":
        return not after.isspace() and after not in ".,;:!?)”\"'’"
    return not before.isalnum() and _ELISION.match(text, start + 1) is not None


def _may_open(mark: str, before: str, after: str) -> bool:
    if mark in "«»":
        return bool(_BEFORE_OPEN.match(before))
    if mark == "”":
        return before.isspace() and after.isalnum()
    return (bool(_BEFORE_OPEN.match(before)) and not after.isspace()) or (mark in "“「『〝" and not after.isspace())


def _may_close(text: str, span: Span, start: int, before: str, after: str) -> bool:
    mark = text[start]
    if mark in "”»」』〞〟›":
        return True
    if mark in SINGLE and after.isalnum():
        return False
    if mark == "“" and before.isspace() and text[start - 2 : start - 1] in (",", ".", "?", "!"):
        following = text.find("“", start + 1, span.end)
        return "”" not in text[start + 1 : following if following > 0 else span.end]  # “It is safe, “the mayor said.
    if before.isspace():
        # 'six goals, ' which: a space has slipped in before the closing mark
        return (after.isspace() and start - 2 >= span.start and text[start - 2] in ",.?!;") or (
            mark == '"' and after.isspace()
        )
    return not (mark == "“" and not after.isspace() and after not in ".,;:!?)")


def _closed_level(stack: list[_Mark], mark: _Mark) -> int | None:
    """Return which open mark this one closes, the innermost first."""
    if not mark.closes:
        return None
    for level in range(len(stack) - 1, -1, -1):
        opener = stack[level]
        if mark.text in PAIRS[opener.text]:
            too_long = opener.text in SINGLE and mark.start - opener.end > LONGEST_SINGLE
            return None if too_long or mark.start == opener.end else level
        if opener.text not in SINGLE and mark.text in SINGLE:
            return None
    return None


def _closes_later(marks: list[_Mark], i: int, opener: _Mark) -> bool:
    """Tell whether a mark behind an s is better read as a possessive, since a surer closing mark follows."""
    for mark in marks[i + 1 : i + 1 + LOOK_AHEAD]:
        if mark.text not in "'’" or mark.opens:
            return False
        if mark.closes and mark.text in PAIRS[opener.text]:
            return mark.start - opener.end <= LONGEST_SINGLE and (
                not mark.possessive or mark.start - marks[i].start < NEXT_WORD
            )
    return False


def _stretch(text: str, opener: _Mark, start: int, end: int, *, closed: bool = True) -> Stretch | None:
    words = stripped(text, opener.end, start)
    return Stretch(Span(opener.start, end), words, opener.text, closed) if words else None


def _nested(closed: list[Stretch], unclosed: Stretch | None) -> tuple[Stretch, ...]:
    """Say for each stretch which one holds it; an unclosed stretch that others follow holds nothing."""
    last = max((s.whole.start for s in closed if s.mark not in SINGLE), default=-1)
    every = [*closed, unclosed] if unclosed and unclosed.whole.start > last else closed
    found = sorted(every, key=lambda s: (s.whole.start, -s.whole.end))
    out: list[Stretch] = []
    outer: list[Span] = []
    for s in found:
        while outer and outer[-1].end <= s.whole.start:
            outer.pop()
        out.append(replace(s, inside=outer[-1] if outer else None))
        outer.append(s.whole)
    return tuple(out)
