"""How many people live at a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.link.differences.claims.claim import Told, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Entity, Figure

_HOME = re.compile(
    r"(?i)^(?:,? (?:which is |is )?(?:also )?home to|,? (?:which )?(?:has|with) a population of|’s population of) $"
)
_TOWN = re.compile(
    r"(?i)^(?: \([^)]{1,40}\))?, (?:a|an|the) [^,.;:\d]{1,60} of (?:about |around |some |nearly |over |more than )?$"
)
_PEOPLE = frozenset(("people", "inhabitants", "residents", "population", "citizens"))


def populations(corpus: Corpus) -> Iterator[Told]:
    """Yield the number of inhabitants that sentences give directly behind the name of a place."""
    for found in corpus.findings.values():
        for figure in found.figures:
            line = corpus.line_of(figure) if figure.kind == "count" and figure.value else None
            place = _place(line, figure) if line else None
            if line and place:
                number = float(figure.value or 0)
                asked = f"How many people live at {place.name}?"
                yield Told("inhabitants", place.id, asked, line, words_of(figure), number, figure)


def _place(line: Line, figure: Figure) -> Entity | None:
    """Return the place named directly before a figure of its inhabitants, or None."""
    start = line.sentence.span.start
    hedge = min(figure.span.start, figure.hedge.span.start) if figure.hedge else figure.span.start
    before = [(n, e) for n, e in line.names if n.span.end <= hedge and e.kind == "place" and n.form == "name"]
    if not before:
        return None
    name, place = before[-1]
    between = line.text[name.span.end - start : hedge - start]
    head = figure.measure.text.casefold().split()[-1:] if figure.measure else []
    if _HOME.match(between.replace("'", "’").rstrip() + " ") and (not head or head[0] in _PEOPLE):
        return place
    return place if _TOWN.match(between.rstrip() + " ") and head and head[0] in _PEOPLE else None
