"""Readings and cards, as all comparers make them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.model import Difference, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.link.differences.corpus import Corpus
    from generator.model import Evidence, Measure

LONGEST = 140
"""Characters of a sentence that a question repeats."""


class Question(NamedTuple):
    """What a card asks: its kind, the words of the question, its verdict, and how the comparison was made."""

    kind: str
    words: str
    verdict: Literal["conflict", "grown", "wording", "scope"]
    because: str
    event: str | None = None


def reading(corpus: Corpus, value: str, evidence: Iterable[Evidence], because: str = "") -> Reading:
    """Return an answer that stands in the sources in so many words, with the sentences that give it."""
    found = tuple(dict.fromkeys(evidence))
    return Reading(value, "stated", because, found, corpus.origins_of(found))


def card(question: Question, readings: Iterable[Reading]) -> Difference:
    """Return the difference that some readings make; its id is given when all of them are known."""
    return Difference(
        id="",
        kind=question.kind,
        question=question.words,
        verdict=question.verdict,
        because=question.because,
        readings=tuple(readings),
        event=question.event,
    )


def how_many(measure: Measure) -> str:
    """Return the question after what some figures measure."""
    return f"How {'many' if measure.figures[0].kind == 'count' else 'much'}: {measure.label}?"


def short(text: str) -> str:
    """Return some words of a source on one line, cut at a word where they are long."""
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"
