"""How much speaks for a name of the gazetteer, which may be an ordinary word or somebody's name as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.names import titles
from generator.extract.names.gazetteer import LONGEST, Entry, gazetteer
from generator.extract.names.lists import common, cues, family, given
from generator.extract.names.sentence import Reading

if TYPE_CHECKING:
    from generator.extract.names.sentence import Sentence

SURE = 3.0


def known_to_the_world(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a name of the gazetteer, or None."""
    if end - start > LONGEST:
        return None
    surface = s.surface(start, end)
    entry = gazetteer().get(surface)
    if entry is None:
        return None
    strength = _strength(s, start, end, entry)
    what = entry.of if entry.of not in ("-", "") else entry.kind
    because = f"{surface} is in the gazetteer ({what})"
    return Reading(start, end, entry.kind, strength, "gazetteer", because, entry.key, entry.norm, entry.form)


def _strength(s: Sentence, start: int, end: int, entry: Entry) -> float:
    word = s.surface(start, end)
    if end - start > 1 or entry.of == "country" or entry.form == "demonym":
        return SURE
    if word.isupper():
        return _acronym(s, start, word)
    if word.lower() in common():
        return 0.6 + _place_beside(s, start, end) if entry.kind == "place" else 0.6
    if entry.kind != "place":
        return 1.9 if s.opens(start) else 2.5
    if word in given() or word in family():
        return _ambiguous(s, start, end, entry)
    return SURE


def _acronym(s: Sentence, start: int, word: str) -> float:
    if s.headline and word.lower() in common():
        return 0.0
    return 1.5 if len(word) <= 2 and word.lower() in common() else 2.6  # noqa: PLR2004


def _ambiguous(s: Sentence, start: int, end: int, entry: Entry) -> float:
    """Weigh ``Washington`` or ``Jackson``: a city, or somebody's name."""
    base = 2.2 if entry.of == "capital" or entry.of == "state" else 1.6
    if titles.honorific(s, start) or titles.before(s, start):
        return 0.5
    return min(SURE, base + _place_beside(s, start, end))


def _place_beside(s: Sentence, start: int, end: int) -> float:
    before, after = s.word(start - 1), s.word(end)
    if before in cues("preposition") or cues("before").get(s.low(start - 1)) == "place":
        return 1.3
    if after == "," and s.is_cap(end + 1) and (e := gazetteer().get(s.tokens[end + 1].text)) and e.kind == "place":
        return 1.3
    if after in cues("speech"):
        return -0.8
    return 0.0
