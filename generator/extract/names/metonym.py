"""A capital's name where it stands for a government: ``Ankara said``, ``talks between Paris and Rome``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import cues

if TYPE_CHECKING:
    from generator.extract.names.sentence import Reading, Sentence

_SEATS = frozenset(
    {"Kremlin", "White House", "Downing Street", "Pentagon", "Westminster", "Whitehall", "Blue House", "Zhongnanhai"}
)


def government(s: Sentence, r: Reading) -> str | None:
    """Return why a capital stands for its government here, or None where it is the city."""
    entry = gazetteer().get(s.surface(r.start, r.end))
    if r.kind != "place" or r.key is None or entry is None:
        return None
    if entry.of != "capital" and s.surface(r.start, r.end) not in _SEATS:
        return None
    after, before = s.word(r.end), s.word(r.start - 1)
    if after in cues("government") and before not in cues("preposition"):
        return f"it does what governments do (“{after}”)"
    if before in cues("relations") and s.word(r.start - 2) in cues("relations"):
        return f"it is party to relations (“{s.word(r.start - 2)} {before}”)"
    return None
