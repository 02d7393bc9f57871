"""Who goes on speaking where a quotation's own sentence doesn't say who speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.extract.quotes import cues
from generator.extract.quotes.attribution import Attribution, can_speak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.quotes.tokens import Paragraph

_FULL = re.compile(r"[.!?…,]['’)\]]?\Z")


class Turn(NamedTuple):
    """An attribution and the paragraph (by index) in which its words stand."""

    paragraph: int
    by: Attribution


def carry_on(paragraphs: Sequence[Paragraph], own: Sequence[Sequence[Attribution | None]]) -> list[list[Turn | None]]:
    """Return who speaks each stretch of each paragraph, with what the sentences around it add."""
    found: list[list[Turn | None]] = []
    for n in range(len(paragraphs)):
        turns = [Turn(n, a) if a else None for a in own[n]]
        for s, turn in enumerate(turns):
            if turn is None:
                turns[s] = _around(paragraphs, n, turns, s, found)
        found.append(turns)
    return found


def _around(
    paragraphs: Sequence[Paragraph], n: int, turns: list[Turn | None], s: int, found: list[list[Turn | None]]
) -> Turn | None:
    paragraph = paragraphs[n]
    at = paragraph.places[s]
    first, end = paragraph.sentence_of(at)
    if s == 0 and n and _goes_on(paragraphs[n - 1]):
        return _named(found[n - 1][-1], "goes on")
    if s and turns[s - 1] and _opens_sentence(paragraph, at, first):
        return _named(turns[s - 1], "continued")
    if same := _same_sentence(paragraph, turns, at, first, end):
        return same
    if not _opens_sentence(paragraph, at, first):
        return None
    if first:
        return _sentence_before(paragraph, n, first)
    return _paragraph_before(paragraphs, n, found) if n and _whole(paragraph, at, first, end) else None


def _goes_on(before: Paragraph) -> bool:
    """Tell whether a paragraph ends with a quotation that the next one goes on with."""
    return bool(before.stretches) and not before.stretches[-1].closed


def _named(turn: Turn | None, rule: str) -> Turn | None:
    return Turn(turn.paragraph, turn.by._replace(rule=rule)) if turn else None


def _opens_sentence(paragraph: Paragraph, at: int, first: int) -> bool:
    return all(not t.is_word or t.is_a("adv", "conj") for t in paragraph.tokens[first:at])


def _whole(paragraph: Paragraph, at: int, first: int, end: int) -> bool:
    return all(not t.is_word for t in (*paragraph.tokens[first:at], *paragraph.tokens[at + 1 : end]))


def _same_sentence(paragraph: Paragraph, turns: list[Turn | None], at: int, first: int, end: int) -> Turn | None:
    others = [
        t.stretch for t in paragraph.tokens[first:end] if t.stretch >= 0 and t.stretch != paragraph.tokens[at].stretch
    ]
    return next((_named(turns[o], "same sentence") for o in others if turns[o]), None)


def _sentence_before(paragraph: Paragraph, n: int, first: int) -> Turn | None:
    """Find ``…, the mayor added. “…”``."""
    start, end = paragraph.sentence_of(first - 1)
    for cue in reversed(cues.find_cues(paragraph.tokens, start, end)):
        if cue.subject and cue.verb.firm and can_speak(paragraph.tokens, cue.subject):
            return Turn(n, Attribution(cue.subject, (cue.first, cue.last), "sentence before"))
    return None


def _paragraph_before(paragraphs: Sequence[Paragraph], n: int, found: list[list[Turn | None]]) -> Turn | None:
    before = found[n - 1]
    if before and before[-1]:
        return _named(before[-1], "paragraph before")
    paragraph = paragraphs[n - 1]
    if paragraph.tokens:
        return _named(_sentence_before(paragraph, n - 1, len(paragraph.tokens)), "paragraph sentence")
    return None
