"""The best way to cut a run of capitals into names: every reading competes for the same characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.names.engine import compete
from generator.extract.names.known import explained
from generator.extract.names.lists import heads
from generator.extract.names.organisations import organisation
from generator.extract.names.people import person
from generator.extract.names.places import place
from generator.extract.names.sentence import title_word
from generator.extract.names.things import agreement, event, product, work
from generator.extract.names.world import known_to_the_world

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.extract.names.known import Known
    from generator.extract.names.sentence import Reading, Sentence

SCORERS = (known_to_the_world, person, organisation, place, event, agreement, work, product)
"""Who competes; of equally strong readings the first named wins."""

LONGEST = 14
"""No name has more tokens."""

PER_NAME = 0.35
"""What each further name costs: one long reading is better than two short ones that are as strong."""

SIDE_BY_SIDE = 1.5
"""What it costs to end one name where the next begins, with nothing between: such words are mostly one name."""

LEFT_OUT = 0.5
"""What it costs to leave a capitalised word unread that is neither ordinary nor a title."""


def cover(s: Sentence, start: int, end: int, known: Mapping[str, Known]) -> list[Reading]:
    """Return the readings, in text order and not overlapping, with the greatest total of strength times length."""
    best: list[tuple[float, Reading | None]] = [(0.0, None)] * (end - start + 1)
    for i in range(end - 1, start - 1, -1):
        at = i - start
        best[at] = (best[at + 1][0] - _cost(s, i), None)
        for stop in range(i + 1, min(end, i + LONGEST) + 1):
            reading = strongest(s, i, stop, known)
            if reading is None or reading.strength <= 0:
                continue
            value = best[stop - start][0] + reading.strength * (stop - i) - PER_NAME
            if best[stop - start][1] is not None and reading.form != "demonym" and reading.rule != "gazetteer":
                value -= SIDE_BY_SIDE
            if value > best[at][0]:
                best[at] = (value, reading)
    found = []
    i = start
    while i < end:
        chosen = best[i - start][1]
        if chosen is None:
            i += 1
        else:
            found.append(chosen)
            i = chosen.end
    return found


def _cost(s: Sentence, i: int) -> float:
    plain = s.cases[i] != "cap" or s.ordinary(i) or title_word(s, i)
    return 0.0 if plain else LEFT_OUT


def strongest(s: Sentence, start: int, end: int, known: Mapping[str, Known]) -> Reading | None:
    """Return the strongest reading of exactly these tokens, or None."""
    low_end = s.cases[end - 1] == "low" and s.words[end - 1].text not in heads("suffix")
    if s.cases[start] == "low" or low_end or s.cases[start] == "mark":
        return None
    scorers = SCORERS[:1] if s.headline or s.cases[end - 1] == "mark" else SCORERS
    readings = [*(score(s, start, end) for score in scorers), explained(s, start, end, known)]
    found = (r for r in readings if r is not None)
    return max(compete(s, start, end, found), key=lambda r: r.strength, default=None)
