"""Lines that head a section."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from generator.clean.lines import Draft, Label, Line
from generator.clean.notices import bare, removed
from generator.lexicons import compiled, words

MOST_WORDS = 14  # section headings of our own collection have up to 13
MOST_CHARACTERS = 110
COLON_WORDS = 2  # "Key points:"; longer ones are sentences that lead to a list
DEEPEST = 6
FEWEST_TURNS = 3  # lines that begin with the same words and a colon: of an interview

_STOP = re.compile(r"[.!…,;:]\s?[\"'”’`»)\]]*$")
_DIGITS = re.compile(r"\d{1,3}")
_CAPITAL = re.compile(r"[\"'“‘«¿¡(\[]*(?:[^\W\d_]|\d)")
_TALK = compiled("talk")
_SPEECH = re.compile(r"^[\"“«„—–]|[\"”»]$")


def headings(draft: Draft) -> Draft:
    """Label Markdown, numbered and short lines that head what follows them."""
    is_marked = draft.format == "page" and any(line.hashes > 1 for line in draft.lines)
    begun = Counter(line.text.partition(": ")[0] for line in draft.lines if ": " in line.text)  # Mercado: And then?
    heads = (
        (i, line)
        for i, line in draft.free()
        if line.hashes or not (is_marked or begun[line.text.partition(": ")[0]] >= FEWEST_TURNS)
    )
    return draft.labelled({i: label for i, line in heads if (label := _heading(draft, i, line))})


def empty_heads(draft: Draft) -> Draft:
    """Remove headings at the end of the text that have nothing under them."""
    labels: dict[int, Label] = {}
    for i in reversed(range(len(draft.lines))):
        label = draft.labels[i]
        if label and label.kind == "heading":
            labels[i] = removed("empty-head") if _heads_nothing(draft, i) else Label("paragraph", "last line")
        elif label is None or label.kind != "removed":
            break
    return replace(draft, labels=tuple(labels.get(i, old) for i, old in enumerate(draft.labels)))


def _heads_nothing(draft: Draft, index: int) -> bool:
    """Tell whether a last line is a heading without text, not a name: by its words, or because there are others."""
    is_named = bare(draft.lines[index].text) in words("clean-last-heads")
    return is_named or any(label and label.kind == "heading" for label in draft.labels[:index])


def _heading(draft: Draft, index: int, line: Line) -> Label | None:
    if line.hashes:
        return Label("heading", "markdown heading", max(2, line.hashes))
    if not _is_short(line):
        return None
    after = draft.next_free(index)
    if line.number:
        deeper_list = line.depth == 1 and line.bullet
        level = min(1 + line.depth, DEEPEST)
        return None if deeper_list or _is_listed(draft, index, after) else Label("heading", "numbered line", level)
    cells = [draft.lines[i].text.count("|") for i in (index, max(index - 1, 0))]
    is_row = index > 0 and cells[0] > 0 and cells[0] == cells[1]  # of the table above: 2024 | 17 | 390
    if line.bullet or is_row or not _heads_something(draft, index, after):
        return None
    return Label("heading", "short line", 2)


def _is_short(line: Line) -> bool:
    if line.words > MOST_WORDS or len(line.text) > MOST_CHARACTERS or not _CAPITAL.match(line.text):
        return False
    if _TALK.search(line.text) or line.text[:2].islower():  # (b) built a harbour; but iPhone sales fall
        return False
    if line.text.endswith(":"):
        return line.words <= COLON_WORDS or line.text.istitle() or line.text.isupper()
    return not _STOP.search(line.text)


def _is_listed(draft: Draft, index: int, after: int | None) -> bool:
    """Tell whether a numbered line stands beside another of the same depth, so that both are items of a list."""
    beside = (i for i in (index - 1, index, after) if i is not None and i >= 0)
    free = (draft.lines[i] for i in beside if draft.labels[i] is None)
    return any(_follows(line, before) for before, line in pairwise(free))


def _follows(line: Line, before: Line) -> bool:
    """Tell whether two lines are alike and the number of the first is the next after the other's."""
    alike = (
        _is_short(line)
        and _is_short(before)
        and line.depth == before.depth
        and bool(line.bullet) == bool(before.bullet)
    )
    here, there = _DIGITS.findall(line.number), _DIGITS.findall(before.number)
    return alike and bool(line.number) and (not here or not there or int(here[-1]) == int(there[-1]) + 1)


def _heads_something(draft: Draft, index: int, after: int | None) -> bool:
    """Tell whether text follows: a paragraph, an item or a deeper heading, not another line of the same kind."""
    line = draft.lines[index]
    if after is None:  # behind prose the line doesn't belong to a list of short lines
        is_prose = any(not _is_short(above) for above in draft.lines[:index])
        return index > 0 and line.gap > 0 and not _SPEECH.search(line.text) and is_prose
    below = draft.lines[after]
    if below.text[:2].islower() and not (below.bullet or below.number):
        return False  # a sentence that the page has broken
    if line.text.endswith(":"):
        return bool(below.bullet or below.number) or below.words > MOST_WORDS
    if _SPEECH.search(line.text) and not line.gap:
        return False
    if below.bullet or below.number or below.hashes:
        return True
    return not _is_short(below) or draft.labels[after] is not None
