"""The lines below the story: notes, signatures, credits, and when it was first published."""

import re

from generator.clean.lines import CONTACT, Draft, Label
from generator.clean.nameplate import nameplate
from generator.clean.notices import removed
from generator.clean.pieces import Piece, read_pieces
from generator.lexicons import compiled

NOTE_WORDS = 80  # of a correction; a longer one is an article of its own
LOWEST = 8  # lines at the end in which credits stand

CREDITS = compiled("credits")
_RUNNING = compiled("running-head")
_DASHED = ("", "\u2013", "\u2014")
_ORIGIN = compiled("origin")
_NOTE = compiled("note", re.IGNORECASE)
A_NOTE = Label("header", "note")
_NOTE_HEAD = compiled("note-head", re.IGNORECASE)


def credits_below(draft: Draft, story: int) -> dict[int, Label]:
    """Label notes, dated, signed and credited lines at the end, and lines with a labelled date anywhere."""
    labels: dict[int, Label] = {}
    last = max((i for i, _ in draft.free()), default=0) + 1 - LOWEST
    for i, line in draft.free():
        headed = i > 0 and labels.get(i - 1) == A_NOTE and bool(_NOTE_HEAD.fullmatch(draft.lines[i - 1].text))
        if line.words <= NOTE_WORDS and (headed or _NOTE.match(line.text) or _NOTE_HEAD.fullmatch(line.text)):
            labels[i] = A_NOTE
        elif i >= story and draft.next_free(i) is None and line.bullet in _DASHED and nameplate(line.text):
            labels[i] = Label("header", "publisher alone")  # — The Harbour Globe
        elif i < story or line.bullet or line.number:
            continue
        elif _RUNNING.fullmatch(line.text):
            labels[i] = removed("navigation")
        elif i >= last and (CREDITS.fullmatch(line.text) or CONTACT.match(line.text)):
            labels[i] = Label("header", "credits")
        elif _ORIGIN.match(line.text):
            labels[i] = Label("header", "origin")
        elif i < last and not any(map(str.isdigit, line.text)):
            continue
        elif (pieces := read_pieces(line.text)) and (is_labelled(pieces) or (i >= last and _signs(pieces))):
            labels[i] = Label("header", rule_of(pieces))
    return labels


def is_labelled(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether a label says that a date of the line is the article's."""
    return any(p.date and p.date.labelled and p.value for p in pieces)


def _signs(pieces: tuple[Piece, ...]) -> bool:
    sure = {p.kind for p in pieces if p.sure}
    return bool(sure & {"byline", "url", "publisher"}) or (sure == {"date"} and all(p.value for p in pieces))


def rule_of(pieces: tuple[Piece, ...]) -> str:
    """Return what a masthead line is, by its most telling piece."""
    kinds = {p.kind for p in pieces}
    return next((k for k in ("byline", "date", "publisher", "url", "genre", "section") if k in kinds), "masthead")
