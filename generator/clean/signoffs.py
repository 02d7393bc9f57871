"""The lines below the story: notes, signatures, credits, and when it was first published."""

import re
from itertools import groupby

from generator.clean.lines import CONTACT, STOP, Draft, Label
from generator.clean.nameplate import nameplate
from generator.clean.notices import removed
from generator.clean.pieces import Piece, read_pieces
from generator.lexicons import compiled

NOTE_WORDS = 80  # of a correction; a longer one is an article of its own
CONTACT_WORDS = 8
LOWEST = 8  # lines at the end in which credits stand

CREDITS = compiled("credits")
REACHED = compiled("reached", re.IGNORECASE)
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
        elif _ORIGIN.match(line.text) and not line.bullet:
            labels[i] = Label("header", "origin")
        elif i < story or line.bullet or line.number:
            continue
        elif _RUNNING.fullmatch(line.text):
            labels[i] = removed("navigation")
        elif i >= last and (CREDITS.fullmatch(line.text) or CONTACT.match(line.text)):
            labels[i] = Label("header", "credits")
        elif i < last and not any(map(str.isdigit, line.text)):
            continue
        elif (pieces := read_pieces(line.text)) and (is_labelled(pieces) or (i >= last and _signs(pieces))):
            labels[i] = Label("header", rule_of(pieces))
    return _contacts(draft, story) | labels


def _contacts(draft: Draft, story: int) -> dict[int, Label]:
    """Label the lines of two or more without a sentence that tell whom to call: a name, a post, a number."""
    lines = [(i, line) for i, line in enumerate(draft.lines) if i >= story and line.words <= CONTACT_WORDS]
    short = [i for i, line in lines if not (STOP.search(line.text) or line.bullet or line.number)]
    runs = [[i for _, i in run] for _, run in groupby(enumerate(short), lambda pair: pair[1] - pair[0])]
    last = [max((i for i in run if REACHED.search(draft.lines[i].text)), default=run[0]) for run in runs]
    within = [i for run, end in zip(runs, last, strict=True) if run[0] < end for i in run if i <= end]
    return dict.fromkeys(within, Label("header", "credits"))


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
