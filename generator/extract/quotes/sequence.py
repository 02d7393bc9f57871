"""Who goes on speaking where a quotation's own sentence doesn't say who speaks."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.quotes import subjects
from generator.extract.quotes.attribution import Attribution
from generator.extract.quotes.paragraph import ENDS, Paragraph
from generator.extract.quotes.phrases import can_speak


class Turn(NamedTuple):
    """An attribution and the paragraph (by index) in which its words stand."""

    paragraph: int
    by: Attribution


def carry_on(paragraphs: Sequence[Paragraph], own: Sequence[Sequence[Attribution | None]]) -> list[list[Turn | None]]:
    """Return who speaks each stretch of each paragraph, with what the sentences around it add."""
    found: list[list[Turn | None]] = []
    for n, paragraph in enumerate(paragraphs):
        if paragraph.caption:  # beside the story: who is named there may only be shown
            found.append([None] * len(own[n]))
            continue
        turns = [Turn(n, a) if a else None for a in own[n]]
        for s, turn in enumerate(turns):
            turns[s] = turn or _around(paragraphs, n, turns, s, found)
        found.append(turns)
    return _back(paragraphs, found)


def _back(paragraphs: Sequence[Paragraph], found: list[list[Turn | None]]) -> list[list[Turn | None]]:
    """Give an unfinished quotation the speaker that is named when it goes on in the next paragraph."""
    for n in range(len(found) - 2, -1, -1):
        if _goes_on(paragraphs[n]) and found[n + 1] and _is_open(found[n][-1]):
            found[n][-1] = _named(found[n + 1][0], "named later")
    return found


def _is_open(turn: Turn | None) -> bool:
    """Tell whether nothing but the paragraph before shows who speaks."""
    return turn is None or turn.by.rule.startswith("paragraph")


def _around(
    paragraphs: Sequence[Paragraph], n: int, turns: list[Turn | None], s: int, found: list[list[Turn | None]]
) -> Turn | None:
    paragraph = paragraphs[n]
    at = paragraph.places[s]
    first, end = paragraph.sentence_of(at)
    if s == 0 and n and _goes_on(paragraphs[n - 1]):
        before = found[n - 1][-1]
        return before if _is_open(before) else _named(before, "goes on")
    opens = all(not t.is_word or t.is_a("adv", "conj") for t in paragraph.tokens[first:at])
    led = paragraph.tokens[at - 1].text == ":" and not any(
        t.group and t.group.finite for t in paragraph.tokens[first:at]
    )
    opens = opens or (led and at > first)  # Then, with a smile: “…”
    before = turns[s - 1] if s else None
    if not opens or (before and _is_retold(paragraph, paragraph.places[s - 1], before)):
        return None
    if before:
        return _named(before, "continued")
    said = paragraph.tokens[at].text.rstrip("'’\"” ")
    ends = said.endswith(ENDS) or not paragraph.stretches[s].closed  # no small head: ‘Not a swap’
    alone = ends and not paragraph.heading and _whole(paragraph, at, first, end)
    if first:
        return _sentence_before(paragraph, n, first)
    return _paragraph_before(paragraphs, n, found) if n and alone else None


def _is_retold(paragraph: Paragraph, at: int, turn: Turn) -> bool:
    """Tell whether somebody else tells what was said: ``He said, “Go!” Lee recalled``."""
    behind = paragraph.spoken_in(at, paragraph.sentence_of(at)[1])
    return turn.by.cue[0] < at and any(c.subject and c.subject.first > at and c.verb.form != "ing" for c in behind)


def _goes_on(before: Paragraph) -> bool:
    """Tell whether a paragraph ends with a quotation that the next one goes on with."""
    return bool(before.stretches) and not before.stretches[-1].closed


def _named(turn: Turn | None, rule: str) -> Turn | None:
    return Turn(turn.paragraph, turn.by._replace(rule=rule)) if turn else None


def _whole(paragraph: Paragraph, at: int, first: int, end: int) -> bool:
    return all(not t.is_word for t in (*paragraph.tokens[first:at], *paragraph.tokens[at + 1 : end]))


def _sentence_before(paragraph: Paragraph, n: int, first: int) -> Turn | None:
    """Find ``…, the mayor added. “…”``."""
    start, end = paragraph.sentence_of(first - 1)
    for cue in reversed(paragraph.spoken_in(start, end)):
        if cue.subject and cue.verb.is_a("firm") and can_speak(paragraph.tokens, cue.subject):
            return Turn(n, Attribution(cue.subject, (cue.first, cue.last), "sentence before"))
    return None


def _paragraph_before(paragraphs: Sequence[Paragraph], n: int, found: list[list[Turn | None]]) -> Turn | None:
    before, paragraph = found[n - 1], paragraphs[n - 1]
    if before and paragraph.tokens[paragraph.places[-1]].text.rstrip("'’\"”").endswith("?"):
        return None  # and answered by somebody else
    if before and before[-1]:
        return _named(before[-1], "paragraph before")
    if not paragraph.tokens or _answers(paragraphs, n):
        return None
    if paragraph.tokens[-1].text == ":":
        return _announced(paragraph, n - 1)
    return _named(_sentence_before(paragraph, n - 1, len(paragraph.tokens)), "paragraph sentence")


def _announced(paragraph: Paragraph, n: int) -> Turn | None:
    """Find ``The mayor issued the following statement:`` and what it leads to, ``Lee said:``."""
    end = len(paragraph.tokens)
    first, _ = paragraph.sentence_of(end - 1)
    if turn := _sentence_before(paragraph, n, end):
        return _named(turn, "colon")
    told = any(t.is_a("source") and t.is_a("said") for t in paragraph.tokens[first:end])
    subject = subjects.main_subject(paragraph.tokens, first, end) if told else None
    speaks = subject and subject.kind != "relative" and can_speak(paragraph.tokens, subject)
    return Turn(n, Attribution(subject, (end - 1, end), "colon")) if subject and speaks else None


def _answers(paragraphs: Sequence[Paragraph], n: int) -> bool:
    """Tell whether a quotation stands in a dialogue: with another one by itself behind it."""
    own, behind = paragraphs[n], paragraphs[n + 1 : n + 2]
    return own.stretches[-1].closed and any(
        len(p.stretches) == 1 and p.stretches[0].closed and _whole(p, p.places[0], 0, len(p.tokens)) for p in behind
    )
