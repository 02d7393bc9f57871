"""Which articles are close to each other."""

from __future__ import annotations

from dataclasses import dataclass

RELATED = 5
"""The closest related articles, which the page of an article shows; the data have ten."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Why an article is related to another, and of how many it is the closest one (``rank``, from 1).

    ``story`` is the id of the story that both tell, if they tell one.
    """

    article: str
    to: str
    rank: int
    score: float
    reasons: tuple[str, ...]
    story: str | None = None
