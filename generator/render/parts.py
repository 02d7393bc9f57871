"""A page that is too long ──▶ several, cut where its sections, lists and tables allow it.

Every page goes through here, so that none outgrows its bound, whatever it lists. Where a page is cut depends on what
stands there, not on how much stands before: one entry more moves a cut or two, and leaves the other parts as they are.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from generator.keys import hashed
from generator.lexicons import compiled
from generator.render.titles import cut as shortened
from generator.slug import numbered, slug

Fits = Callable[[str], bool]

SECTION, SUBSECTION, ENTRY = 2, 3, 4
"""How deep a cut goes: what begins there is a section, a part of one, or a paragraph, item, row or fold."""
APART = "--"
"""Stands in the name of a further part, behind that of the page; no other name has it."""
LABEL = 40  # letters of what a part begins with: two words or three of a heading
NAME = 24  # of them in its address, which every link to it repeats
MARK = 6  # digits of what tells apart the names of parts that begin alike
_MIDDLE = 0.25  # of the bytes, on both sides of the middle: there are cuts enough, and no part is a scrap

_OPAQUE = re.compile(r"<(?P<tag>pre|svg|figure|form|table|div|p|ul|ol|blockquote)\b")  # <form class="timeline-filters">
_REPEATED = re.compile(r'<(?:small class="legend"|form class="timeline-filters")')  # what each part has
_FACTS = '<small class="facts">'
"""What begins the facts of a paragraph, which stay with it."""
_ID = re.compile(r"\s*\{:[^{}]*\}\s*$")  # ## 2016 {: #y-2016}
_ANCHOR = re.compile(r'(?<=\bid=")[^"]+|(?<=\{: #)[^ }]+')  # <span id="q-1">, ## 2016 {: #y-2016}
_HEADED = re.compile(r"(?P<marks>#{2,3}) ")  # ## 2016
_MARKS = re.compile(r"\A(?:[-#|]+ |</?(?:span|details|small)\b[^<>]*>)*")  # - <span id="q-1"></span>
_FIRST = compiled("entry-name")
_TAG = compiled("entry-markup")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: its name there (empty for the first one), what it begins with, and its lines."""

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line that a part can begin with; ``before`` opens again what is open there, ``after`` closes it."""

    line: int
    depth: int
    before: tuple[str, ...] = ()
    after: str = ""


def parts(text: str, fits: Fits) -> tuple[Part, ...]:
    """Return a page, without its first line, as one part where it ``fits``, and else as several that do.

    What can't be cut (one paragraph, one drawing) stays whole, however long it is.
    """
    if fits(text):
        return (Part("", "", text),)
    lines, repeated = _without_repeated(text.split("\n"))
    cuts = _Scan(lines).cuts()
    first, *others = ((a, _text(lines, a, end, repeated)) for a, end in _halves(lines, cuts, repeated, fits))
    return Part("", "", first[1]), *_named(lines, others)


def _without_repeated(lines: Sequence[str]) -> tuple[list[str], tuple[str, str]]:
    """Return the lines without the filters and the legend, and these two, which every part has."""
    kept, taken, end = [], {"form": "", "small": ""}, ""
    for line in lines:
        found = _REPEATED.match(line)
        kind = end or (("form" if line.startswith("<form") else "small") if found else "")
        if not kind:
            kept.append(line)
            continue
        taken[kind] += f"{line}\n"
        end = "" if f"</{kind}>" in line else kind
    return kept, (taken["form"], taken["small"])


def _text(lines: Sequence[str], first: _Cut, end: _Cut, repeated: tuple[str, str]) -> str:
    """Return the lines between two cuts, with what is open at the first one, and what every part has."""
    own = "\n".join((*first.before, *lines[first.line : end.line]))
    closed = f"{own.rstrip()}\n\n{end.after}\n" if end.after else f"{own.rstrip()}\n"
    return "\n".join(part for part in (repeated[0], closed, repeated[1]) if part)


def _halves(
    lines: Sequence[str], cuts: Sequence[_Cut], repeated: tuple[str, str], fits: Fits
) -> Iterator[tuple[_Cut, _Cut]]:
    """Yield the pairs of cuts between which a part stands: a text that doesn't fit is cut near its middle, again."""
    sizes = [0]
    for line in lines:
        sizes.append(sizes[-1] + len(line.encode()) + 1)
    waiting = [(0, len(cuts) - 1)]
    while waiting:
        first, end = waiting.pop()
        if end - first < 2 or fits(_text(lines, cuts[first], cuts[end], repeated)):  # noqa: PLR2004 - nothing between
            yield cuts[first], cuts[end]
            continue
        size = sizes[cuts[end].line] - sizes[cuts[first].line]
        middle = sizes[cuts[first].line] + size / 2
        inner = range(first + 1, end)
        near = [n for n in inner if abs(sizes[cuts[n].line] - middle) <= _MIDDLE * size]
        nearest = min(inner, key=lambda n: abs(sizes[cuts[n].line] - middle))
        digests = {n: hashlib.sha256(lines[cuts[n].line].encode()).digest() for n in near or [nearest]}
        at = min(digests, key=lambda n: (cuts[n].depth, digests[n]))
        waiting += [(at, end), (first, at)]


@dataclass(slots=True)
class _Scan:
    """Goes through the lines of a page and notes where it can be cut, and what is open there."""

    lines: Sequence[str]
    section: str = ""
    subsection: str = ""
    fold: tuple[str, ...] = ()
    table: tuple[str, ...] = ()
    opaque: str = ""
    fresh: bool = True
    """Whether nothing stands yet below a heading, the summary of a fold or the head of a table."""

    def cuts(self) -> tuple[_Cut, ...]:
        """Return the start, the cuts, and the end."""
        found = [cut for n, line in enumerate(self.lines) for cut in self._at(n, line)]
        return (_Cut(0, SECTION), *found, _Cut(len(self.lines), SECTION))

    def _at(self, n: int, line: str) -> Iterator[_Cut]:
        blank_before = n == 0 or not self.lines[n - 1]
        if self.opaque or not line:
            self.opaque = "" if self.opaque and f"</{self.opaque}>" in line else self.opaque
            self.table = self.table if line else ()
        elif headed := _HEADED.match(line):
            yield from self._heading(n, line, len(headed["marks"]))
        elif line.startswith("<details"):
            yield from self._entry(n)
            self.fold, self.fresh = tuple(self._until_blank(n)), True
        elif line.startswith("</details>"):
            self.fold = ()
        elif line.startswith("|"):
            yield from self._row(n, line)
        elif line.startswith("- ") or (blank_before and not line.startswith((" ", _FACTS))):
            yield from self._entry(n)
            opens = _OPAQUE.match(line)
            self.opaque = opens["tag"] if opens and f"</{opens['tag']}>" not in line else ""

    def _heading(self, n: int, line: str, depth: int) -> Iterator[_Cut]:
        self.section, self.subsection = (line, "") if depth == SECTION else (self.section, line)
        if not self.fresh:
            yield _Cut(n, depth, self._open(SECTION) if depth == SUBSECTION else ())
        self.fresh = True

    def _row(self, n: int, line: str) -> Iterator[_Cut]:
        if line.startswith("| ---"):
            return
        yield from self._entry(n)
        if not self.table:
            self.table, self.fresh = tuple(self.lines[n : n + 2]), True

    def _entry(self, n: int) -> Iterator[_Cut]:
        if not self.fresh:
            yield _Cut(n, ENTRY, self._open(SUBSECTION), "</details>" if self.fold else "")
        self.fresh = False

    def _until_blank(self, n: int) -> Iterator[str]:
        for line in self.lines[n:]:
            if not line or line.startswith("<pre"):
                return
            yield line

    def _open(self, depth: int) -> tuple[str, ...]:
        """Return what is open: the headings down to a depth, the fold, the head of the table."""
        above = ((self.section, "h-continued"), (self.subsection, "h-continued-here"))[: depth - 1]
        headings = tuple(f"{_ID.sub('', line)} {{: #{id_}}}\n" for line, id_ in above if line)
        fold = (*self.fold, "") if self.fold else ()
        return headings if depth == SECTION else (*headings, *fold, *self.table)


def _named(lines: Sequence[str], made: Sequence[tuple[_Cut, str]]) -> Iterator[Part]:
    """Yield the further parts, known by the heading or the words that they begin with, or by the fold that goes on.

    In the names of those that begin as one before does stands what they begin with, and no number: one part more would
    move it, and with it all links to the others.
    """
    folds = (next((line for line in a.before if "<summary>" in line), lines[a.line]) for a, _ in made)
    labels = [shortened(_plain(line), LABEL) or "…" for line in folds]
    slugs = [slug(label, NAME) for label in labels]
    began = [(_ANCHOR.search(lines[a.line]) or [lines[a.line]])[0] for a, _ in made]
    both = enumerate(zip(slugs, began, strict=True))
    own = (f"{name}-{hashed(line)[:MARK]}" if name in slugs[:n] else name for n, (name, line) in both)
    for name, label, (_, text) in zip(numbered(own), numbered(labels, "{} ({})"), made, strict=True):
        yield Part(name, label, text)


def _plain(line: str) -> str:
    """Return the first words of a line without its markup: what is in bold, a link's label, a table's first cell."""
    words = _ID.sub("", _MARKS.sub("", line))
    first = _FIRST.match(words)
    named = next(filter(None, first.groups())) if first else words
    return unescape(" ".join(_TAG.sub(" ", named).split()))
