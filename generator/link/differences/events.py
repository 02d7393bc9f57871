"""Happenings that sources date differently, or tell as coming when others date them earlier."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.differences.card import Question, card, short
from generator.link.sayings import stems_of
from generator.model import Inferred, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Difference, Event, Reading

NEAR_DAYS = 7
"""Days by which a weekday counted from the wrong day of publication is off at most."""
COPIED = 0.8
"""Share of their words of meaning from which two sentences are copies of each other."""


def disputed_events(corpus: Corpus) -> Iterator[Difference]:
    """Make a card of every event whose dates can't all be right."""
    for event in corpus.briefing.events:
        if event.status == "disputed" and len(event.readings) > 1 and not _is_copied(corpus, event):
            yield card(_question(corpus, event), event.readings)


def _question(corpus: Corpus, event: Event) -> Question:
    ahead = [r for r in event.readings if _lies_ahead(corpus, r)]
    because = "The sources tell one happening in like words, with the same people and places, and date it differently."
    if ahead:
        because += " At least one of them was published before the date that it gives, so it tells it as still to come."
    if _near(event) and any(r.basis == "relative" and _worked_out(corpus, r) for r in event.readings):
        because += " But one of the dates is counted from a day of publication that is itself only worked out."
        return Question("date", f"When did it happen: “{short(event.headline.text)}”?", "scope", because, event.id)
    return Question("date", f"When did it happen: “{short(event.headline.text)}”?", "conflict", because, event.id)


def _is_copied(corpus: Corpus, event: Event) -> bool:
    """Tell whether two readings rest on nearly the same sentence with the same dates: then one was misread."""
    sides = [[line for e in r.evidence if (line := corpus.line_of(e))] for r in event.readings]
    pairs = ((a, b) for one, other in combinations(sides, 2) for a in one for b in other)
    return any(_says_same(a, b) for a, b in pairs)


def _says_same(one: Line, other: Line) -> bool:
    mine, theirs = (" ".join(d.text.casefold() for d in line.dates) for line in (one, other))
    alike = SequenceMatcher(None, stems_of(one.text), stems_of(other.text), autojunk=False).ratio()
    absolute = any(c.isdigit() for c in mine)
    return absolute and mine == theirs and alike >= COPIED


def _near(event: Event) -> bool:
    """Tell whether all dates lie so close together that a mistaken day of publication explains them."""
    gaps = (edtf.days_between(a.value, b.value) for a in event.readings for b in event.readings)
    return all(gap is not None and gap <= NEAR_DAYS for gap in gaps)


def _worked_out(corpus: Corpus, reading: Reading) -> bool:
    """Tell whether a reading rests on articles alone whose publication no words of theirs date."""
    known = (corpus.article(e.article).published for e in reading.evidence)
    return all(isinstance(k, Unknown) or (isinstance(k, Inferred) and not k.evidence) for k in known)


def _lies_ahead(corpus: Corpus, reading: Reading) -> bool:
    published = [p for e in reading.evidence if (p := corpus.published(e.article))]
    return any((edtf.days_between(p, reading.value) or 0) > 0 for p in published)
