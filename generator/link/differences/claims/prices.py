"""Sums that a verb governs: what somebody paid for something, was fined, offered, raised."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import table
from generator.link.differences.claims.claim import Told, words_of
from generator.link.differences.claims.frames import frames
from generator.link.differences.gates import is_story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.claims.frames import Frame
    from generator.link.differences.corpus import Corpus

_PART = frozenset(("cash", "shares", "stock", "advance", "more", "extra"))
"""What follows a sum that is only a part of the price."""


def prices(corpus: Corpus) -> Iterator[Told]:
    """Yield the one sum of a clause that its verb governs, for what is named as bought, giver or receiver."""
    for article, found in corpus.findings.items():
        money = [
            f for f in found.figures if f.kind == "money" and f.value is not None and not f.direction and not f.per
        ]
        for index in dict.fromkeys(found.article.sentence_at(f.span.start) for f in money):
            line = corpus.line(article, index) if index is not None else None
            if line and is_story(corpus, line):
                for frame in frames(corpus, line):
                    yield from _governed(frame)


def _governed(frame: Frame) -> Iterator[Told]:
    inside = [f for f in frame.figures if f.kind == "money"]
    deed = _deeds().get(frame.lemma)
    told = frame.verb.modality in ("", "planned", "conditional") and not frame.verb.denied
    if deed is None or not told or len(inside) != 1:
        return
    figure, s = inside[0], frame.sentence
    _, end = s.within(figure.span)
    if figure.value is None or _PART & {s.low(end), s.low(end + 1)}:
        return
    for subject in sorted(_named(frame, deed)):
        asked = f"{deed} {figure.unit}"
        yield Told("price", subject, asked, frame.line, words_of(figure), float(figure.value), figure, frame=frame)


def _named(frame: Frame, deed: str) -> frozenset[str]:
    """Return the ids of what a sum is paid for, else of whom it concerns: the object, or who acts."""
    if deed == "pay":
        s, line = frame.sentence, frame.line
        behind = (e.id for n, e in line.names if frame.span.holds(n.span) and s.low(s.within(n.span)[0] - 1) == "for")
        return frozenset(behind) or (frame.goal.ids if frame.lemma != "pay" else frozenset())
    return frame.goal.ids or frame.agent.ids


@cache
def _deeds() -> dict[str, str]:
    return {verb: deed for deed, verbs in table("deeds-sums") for verb in verbs.split()}
