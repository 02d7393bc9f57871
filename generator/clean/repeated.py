"""Lines that recur in the texts of a house ──▶ what is furniture of them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.clean.lines import CONTACT, Draft, Label
from generator.clean.linklists import is_head
from generator.clean.nameplate import nameplate
from generator.clean.notices import is_prose, removed
from generator.clean.pieces import read_pieces
from generator.clean.signoffs import CREDITS, REACHED

RELATED = 1 / 3  # of the names of one or the other
_NAME = re.compile(r"(?<=[^\s.!?:\"“”])\s+(?P<name>[A-Z\u00c0-\u00de][^\W\d_]{2,})")  # no first word of a sentence


def repeated(draft: Draft) -> Draft:
    """Remove the lines that recur in the texts of the house, and what stands between two of them below the story.

    A sentence is kept if it shares names with the rest of its text: the background of a story recurs, too. Amid the
    story, a line that is no sentence stays where none goes beside it.
    """
    free = [i for i, _ in draft.free()]
    texts = [draft.lines[i].text for i in free]
    flags = [draft.lines[i].span in draft.layout.shared for i in free]
    told = [n for n, (text, flag) in enumerate(zip(texts, flags, strict=True)) if is_prose(text) and not flag]
    name = draft.layout.name
    if not any(flags) or not told:
        return draft
    site = _names([f"– {draft.text[name.start : name.end]}"]) if name else set()
    own = _names(text for text, flag in zip(texts, flags, strict=True) if not flag) - site
    gone: set[int] = set()
    for first, last in _runs(texts, flags, told[0]):
        run = range(first, last + 1)
        prose = [texts[n] for n in run if is_prose(texts[n])]
        amid = told[0] < first and last < told[-1]
        if not _is_related(own, _names(prose) - site) and (prose or not amid):
            gone.update(free[n] for n in run)
    below = free[told[0]]
    labels = {i: removed("repeated") for i in gone if not _is_told(draft, i, below)}
    above = {i for i in gone if i < below and nameplate(draft.lines[i].text)}
    plates = (i for i in gone if name and (draft.lines[i].body == name.start or i in above))
    labels |= dict.fromkeys(plates, Label("header", "publisher alone"))
    return draft.labelled(labels | dict.fromkeys(_dated(draft), Label("header", "date")))


def _dated(draft: Draft) -> list[int]:
    """Return the line of which the layout tells that it dates the text, where its words don't."""
    day = draft.layout.day
    held = (i for i, line in draft.free() if day and line.body <= day.start < line.end)
    return [i for i in held if not read_pieces(draft.lines[i].text)]


def _is_told(draft: Draft, index: int, story: int) -> bool:
    """Tell whether a line says something of its text, or heads a list that goes with it."""
    line = draft.lines[index]
    called = CONTACT.match(line.text) or REACHED.search(line.text) or CREDITS.fullmatch(line.text)
    everywhere = index > story and line.span in draft.layout.shared
    pieces = (p for p in read_pieces(line.text) if not everywhere or (p.kind == "publisher" and p.sure))
    return bool(called) or any(pieces) or is_head(line.text)


def _runs(texts: Sequence[str], flags: Sequence[bool], story: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last of the lines in a row that recur; below, a headline between two is one of their list."""
    first = last = -1
    for n, (text, flag) in enumerate(zip(texts, flags, strict=True)):
        if flag:
            first, last = (n if first < 0 else first), n
        elif first >= 0 and (n <= story or is_prose(text)):
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _names(texts: Iterable[str]) -> set[str]:
    """Return the capital words amid sentences, folded."""
    return {m["name"].casefold() for text in texts for m in _NAME.finditer(text)}


def _is_related(one: set[str], other: set[str]) -> bool:
    """Tell whether two sets of names are of one story."""
    fewer = min(len(one), len(other))
    return bool(fewer) and len(one & other) >= RELATED * fewer
