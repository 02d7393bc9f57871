"""The setting: sentences that tie the occasion to something else that goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.render.home.centre import CONCERNS
from generator.render.home.lines import sentence_line, tells_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.render.home.centre import Passage
    from generator.render.home.focus import Focus
    from generator.render.home.lines import Line
    from generator.render.home.weights import Weights

_TIE = re.compile(  # what ties a happening to its surroundings
    r"""
    \b(?:
        amid(?:st)? | against\ (?:the|a)\ back(?:drop|ground) | in\ (?:response|reaction)\ to | in\ the\ wake\ of
      | coincid(?:e[sd]?|ing)\ with | c(?:o|a)mes?\ (?:as|amid|at\ a\ time|after|days|weeks|months|hours)\b
      | (?:days|weeks|months|hours)\ after | under\ pressure\ from
    )\b
    """,
    re.VERBOSE,
)


ACTORS = ("person", "organisation", "place")


def setting(weights: Weights, focus: Focus) -> list[Line]:
    """Return the sentences of this kind, first those that name most besides those who take part, a figure among it."""
    ranked = sorted(_ties(weights, focus), key=lambda r: (-r[0], r[1].number, r[1].sentence.article))
    return [line for _, _, line in ranked]


def _ties(weights: Weights, focus: Focus) -> Iterator[tuple[float, Passage, Line]]:
    centre = focus.centre
    for passage in focus.passages:
        ties = _TIE.search(passage.sentence.text) and focus.closeness(passage) >= CONCERNS
        line = sentence_line(passage, weights.lookup) if ties else None
        others = _others(passage, weights, focus) if line else 0
        if line and others and tells_past(line, weights.lookup):
            told = sum(alike for alike, _ in centre.nearest(passage).values())
            yield others + told - centre.depth(passage), passage, line


def _others(passage: Passage, weights: Weights, focus: Focus) -> int:
    """Count the names in a sentence besides those who take part, and its figures."""
    lookup, span = weights.lookup, passage.sentence.span
    findings = lookup.findings[passage.sentence.article]
    present = {form.text for i in focus.named if i in lookup.entities for form in lookup.entities[i].aliases}
    named = {n.norm for n in findings.names if span.holds(n.span) and n.kind in ACTORS and n.text not in present}
    return len(named) + sum(span.holds(f.span) for f in findings.figures)
