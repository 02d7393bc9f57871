"""Where the sources come from: copies, what they credit, the text that they share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.lexicons import labels
from generator.model import Briefing, Credit, Evidence, Passage
from generator.render.markdown import Markdown
from generator.render.text import marked, own_words

MOST = 400
"""Shared passages on their page, the longest: more aren't read; all of them are in the data."""

CREDITS = labels("credits")
"""What an article says with a credit."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one article says, with the words marked that another one doesn't have; None where nothing is compared."""

    evidence: Evidence
    words: Markdown | None


def shared_passages(passages: Sequence[Passage]) -> list[dict[str, Any]]:
    """Return passages side by side, the longest first; ``exact`` are those that differ in punctuation and capitals."""
    ranked = sorted(passages, key=lambda p: (-p.shared_words, *(s.article for s in p.sides), p.sides[0].span))
    found = ((passage, *compared(*passage.sides)) for passage in ranked[:MOST])
    return [{"passage": p, "sides": (left, right), "exact": exact} for p, left, right, exact in found]


def compared(left: Evidence, right: Evidence) -> tuple[Side, Side, bool]:
    """Return what two articles say, words marked that only one has, and whether there are none."""
    alone, apart = own_words(left.text, right.text)
    return Side(left, marked(left.text, alone)), Side(right, marked(right.text, apart)), not (alone or apart)


def credits_of(briefing: Briefing) -> Mapping[str, tuple[Credit, ...]]:
    """Return what each article credits, by its id: each thing once, where it says so first."""
    found: dict[str, dict[tuple[str, str], Credit]] = {}
    for credit in (c for o in briefing.origins for c in o.declared):
        found.setdefault(credit.article, {}).setdefault((credit.kind, credit.whose), credit)
    return {article: tuple(own.values()) for article, own in found.items()}
