"""The same words of two persons: in quotation marks in one source, quoted or reported in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.link.differences.asking import topic
from generator.link.differences.card import Parts, Question, card, reading
from generator.model import Kind, Verdict

if TYPE_CHECKING:
    from generator.link.differences.corpus import Corpus
    from generator.model import Difference, Entity, Evidence, Quote

NEAR = 2
"""Sentences on both sides of a quotation in which its speaker is named."""
_TOLD = "Two sources of the same days give the same words, and each names another person as their speaker."


def two_speakers(corpus: Corpus, one: Quote, other: Quote) -> Difference | None:
    """Return the card of the same words in two articles, if each names a person of its own who said them.

    A body and its head, or a spokesman and whom he speaks for, are no two speakers; neither is one whom both name
    near the words, nor one who is only meant by a pronoun.
    """
    first, second = _person(corpus, one), _person(corpus, other)
    if first is None or second is None or first.id == second.id or not corpus.same_time(one.article, other.article):
        return None
    if {*first.name.split()} & {*second.name.split()}:
        return None
    if second.id in corpus.around(one, NEAR) or first.id in corpus.around(other, NEAR):
        return None  # “of Trend Micro, Paul Ferguson said”: the one may stand for the other
    told = sorted(((first.name, one), (second.name, other)), key=lambda t: t[0])
    about = topic(corpus, one)
    asked = f"Who spoke {about}?" if about.startswith("about") else ""
    parts = Parts(asked=asked, sides=tuple(name for name, _ in told))
    question = Question(Kind.SPEAKER, parts, Verdict.CONFLICT, _TOLD)
    return card(question, (reading(corpus, name, _sentence(corpus, quote)) for name, quote in told))


def _person(corpus: Corpus, quote: Quote) -> Entity | None:
    """Return who says some words, if they are named beside them."""
    if quote.speaker is None or quote.pronoun is not None:
        return None
    line, place = corpus.line_of(quote), corpus.line_of(quote.speaker)
    if line is None or place is None or abs(line.index - place.index) > 1:
        return None
    entity = corpus.index.named(quote.speaker)
    return entity if entity and entity.kind == "person" else None


def _sentence(corpus: Corpus, quote: Quote) -> tuple[Evidence, ...]:
    line = corpus.line_of(quote)
    return (line.sentence if line else corpus.article(quote.article).cite(quote.span),)
