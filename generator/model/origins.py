"""What is copied: passages that articles share, what they credit, and which are one origin."""

from dataclasses import dataclass
from typing import Literal

from generator.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that two articles share."""

    kind: Literal["verbatim", "reworded"]
    sides: tuple[Evidence, Evidence]
    shared_words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Evidence):
    """The words in which an article says whose text or report it passes on.

    ``kind`` is ``document`` (a readout, a communiqué, …), ``agency``, ``release`` (a distributor of press releases) or
    ``source`` (another article's house); ``whose`` is the same for all articles that mean the same
    one; empty where the words don't tell.
    """

    kind: Literal["document", "agency", "release", "source"]
    whose: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An article, or several that are copies of one text: one confirmation; ``declared`` are their own credits.

    ``beside`` are the ids of the origins with which it shares text, or of which one retells the other: together they
    confirm nothing, ``shared`` are the passages. ``because`` tells how that is known.
    """

    id: str
    articles: tuple[str, ...]
    because: str
    state: Literal["copy", "shares text", "independent"] = "independent"
    beside: tuple[str, ...] = ()
    shared: tuple[Passage, ...] = ()
    declared: tuple[Credit, ...] = ()
