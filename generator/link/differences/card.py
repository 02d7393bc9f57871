"""Readings and cards, as all comparers make them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.kinds import Parts, question
from generator.model import Difference, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.link.differences.corpus import Corpus
    from generator.model import DifferenceKind, Evidence, Verdict

LONGEST = 140
"""Characters of a source's words that an answer repeats."""


class Question(NamedTuple):
    """What a card asks: its kind, what the question is made of, its verdict, and how the comparison was made."""

    kind: DifferenceKind
    parts: Parts
    verdict: Verdict
    because: str
    event: str | None = None


def reading(corpus: Corpus, value: str, evidence: Iterable[Evidence], because: str = "") -> Reading:
    """Return an answer that stands in the sources in so many words, with the sentences that give it."""
    found = tuple(dict.fromkeys(evidence))
    return Reading(value, "stated", because, found, corpus.origins_of(found))


def card(asked: Question, readings: Iterable[Reading]) -> Difference:
    """Return the difference that some readings make; its id is given when all of them are known."""
    return Difference(
        id="",
        kind=asked.kind,
        question=question(asked.kind, asked.parts),
        verdict=asked.verdict,
        because=asked.because,
        readings=tuple(readings),
        event=asked.event,
    )


def short(text: str) -> str:
    """Return some words of a source on one line, cut at a word where they are long."""
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"
