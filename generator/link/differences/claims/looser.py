"""Numbers that look like a contradiction and are none: ``dozens`` and ``45``, ``more than 26,000`` and ``31,000``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.link.differences.claims.claim import side_of
from generator.link.differences.facts import is_land
from generator.link.differences.windows import other_areas, told_alike

if TYPE_CHECKING:
    from generator.link.differences.claims.claim import Told
    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Verdict

APART = 0.1
"""Share of the larger number by which two numbers differ so that they look like a contradiction."""


def looser(corpus: Corpus, one: Told, other: Told) -> tuple[Verdict, str] | None:
    """Return that one number allows the other, where two of independent sources look like a contradiction."""
    loose, exact = sorted((one, other), key=lambda t: not _is_loose(t))
    high = max(one.number, other.number)
    looks_so = _is_loose(loose) and exact.figure and exact.figure.rule != "vague" and loose.asked != "quantity"
    if not looks_so or abs(one.number - other.number) <= APART * high:
        return None
    a, b = one.article, other.article
    if corpus.independence.origin(a) == corpus.independence.origin(b) or not corpus.same_time(a, b):
        return None
    places, others = _towns(corpus, one.line), _towns(corpus, other.line)
    apart = places and others and not places & others
    if apart or other_areas(side_of(one), side_of(other)) or not told_alike(side_of(one), side_of(other)):
        return None
    if _is_loose(exact):
        return "scope", f"“{loose.value}” and “{exact.value}” only give a limit: one number can keep to both."
    return "scope", f"“{loose.value}” is the looser word: it allows “{exact.value}”, so both can be right."


def _is_loose(told: Told) -> bool:
    return told.figure is not None and (told.figure.rule == "vague" or told.figure.qualifier != "=")


def _towns(corpus: Corpus, line: Line) -> frozenset[str]:
    """Return the places of a sentence below countries: those stand for who acts."""
    places = corpus.places(line)
    return frozenset(i for i in places if not is_land(corpus.index.entity(i)))
