"""A number that a sentence gives for a question with one answer, and when two of them can't both be it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import table
from generator.link.content_words import stems_of
from generator.link.differences.values import agree

if TYPE_CHECKING:
    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Entity, Figure

LEAD = 4
"""Sentences at the beginning of an article that tell its news."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer to a question: ``asked`` is asked of ``subject`` (an entity's id, or empty for the article's news).

    ``number`` is the answer, ``figure`` its finding if there is one. It holds for some ``days``, until later news
    (None: for good). ``far`` is from where two answers are about different things, ``slack`` what they may differ by.
    ``lead`` tells that it is the article's news; else only sentences that share more words answer the same. What
    ``grows`` while it is reported, as a toll, is compared in the order of the reports.
    """

    asked: str
    subject: str
    line: Line
    text: str
    number: float
    figure: Figure | None = None
    days: int | None = None
    slack: float = 0.0
    far: float = 0.0
    lead: bool = True
    grows: bool = False


def told(figure: Figure) -> str:
    """Return the words of a figure with those that bound it: ``at least 40``."""
    hedge = figure.hedge.text if figure.hedge and figure.hedge.text not in figure.text else ""
    return " ".join(f"{hedge} {figure.text}".split())


def same_answer(one: Claim, other: Claim) -> bool:
    """Tell whether two answers can both be right."""
    if one.figure and other.figure and agree(one.figure, other.figure):
        return True
    return abs(one.number - other.number) <= max(one.slack, other.slack)


def of_one_thing(one: Claim, other: Claim) -> bool:
    """Tell whether two answers are near enough to be about the same person or thing."""
    return not one.far or abs(one.number - other.number) < one.far


def context(claim: Claim) -> frozenset[str]:
    """Return the words of meaning of a claim's sentence, without what many claims of its kind say."""
    return frozenset(stems_of(claim.line.text)) - frozenset(stems_of(" ".join(_common())))


@cache
def _common() -> tuple[str, ...]:
    forms = (word for row in table("figures-deeds") for word in row[1].split())
    return ("people", "person", "others", "said", "police", "officials", *forms)


def lead_places(corpus: Corpus, article: str) -> frozenset[str]:
    """Return the places below countries that the first sentences of an article name."""
    many = range(min(LEAD, len(corpus.article(article).sentences)))
    named = (n_e for line in (corpus.line(article, n) for n in many) for n_e in line.names)
    return frozenset(e.id for n, e in named if e.kind == "place" and n.form == "name" and not _is_land(e))


def _is_land(place: Entity) -> bool:
    return (place.key or "").startswith("country:")
