"""Corpus ──▶ our own sums: what follows from the numbers of the sources, and whether their words agree."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.link.differences.gates import is_story
from generator.link.differences.sums.rises import rises
from generator.link.differences.sums.weekdays import weekdays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.link.differences.corpus import Corpus
    from generator.model import Check

# One sum a kind of arithmetic.
SUMS: tuple[Callable[[Corpus], Iterator[Check]], ...] = (rises, weekdays)
MOST_FAILING = 60
"""Sums that don't hold and are shown; on a large corpus nobody reads more."""
MOST_HOLDING = 8
"""… and that hold: they show how the sources were checked, but tell no news."""


def sums(corpus: Corpus) -> tuple[Check, ...]:
    """Return the sums to show: first those that don't hold, then a few that do, those over several sources first."""
    found: dict[tuple[str, str], Check] = {}
    for kind in SUMS:
        for check in kind(corpus):
            if not all((line := corpus.line_of(e)) and is_story(corpus, line) for e in check.evidence):
                continue
            key = (check.formula, check.because)
            found[key] = _joined(found[key], check) if key in found else check
    failing = [c for c in found.values() if not c.holds]
    holding = sorted((c for c in found.values() if c.holds), key=lambda c: not _over_several(c))
    return (*failing[:MOST_FAILING], *holding[:MOST_HOLDING])


def _joined(one: Check, other: Check) -> Check:
    """Return the check of a sentence that several articles print."""
    return replace(one, evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))))


def _over_several(check: Check) -> bool:
    return len({e.article for e in check.evidence}) > 1 and len({e.text for e in check.evidence}) > 1
