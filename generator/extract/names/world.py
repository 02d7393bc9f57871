"""How much speaks for a name of the gazetteer, which may be an ordinary word or somebody's name as well."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.extract.names import titles
from generator.extract.names.around import next_name, title_word
from generator.extract.names.gazetteer import LONGEST, Entry, gazetteer
from generator.extract.names.lists import cues
from generator.extract.names.sentence import Reading

if TYPE_CHECKING:
    from generator.extract.names.sentence import Sentence

SURE = 3.0  # a name of the gazetteer that can hardly be anything else
_PRIOR = {"country": SURE, "capital": 2.2, "state": 2.2}
"""What a name of the gazetteer that is also a person's counts without its neighbours; 1.6 for others."""

_SHOUT = 3  # shorter words in capitals are acronyms
GOES_ON = 1.0  # what a newspaper's name counts where a capital follows: ``The National Weather Service``
_PAIR = 2  # acronyms of two letters that are also words (``IT``) say little


def known_to_the_world(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a name of the gazetteer, or None."""
    if end - start > LONGEST:
        return None
    entry = s.entry(start, end)
    if entry is None and start == 0 and s.words[0].shouted and len(surface := s.surface(0, end)) > _SHOUT:
        entry = gazetteer().get(surface.title()) if surface.isupper() else None  # a dateline: BUENOS AIRES
    if entry is None:
        return None
    surface = s.surface(start, end)
    if s.word(end) == "," and entry.kind == "place":
        entry = gazetteer().get(f"{surface}, {next_name(s, end)}", entry)  # Birmingham, Alabama
    plain = end - start > 1 or (entry.of == "country" and not s.traits[start].given) or entry.form == "demonym"
    strength = SURE if plain else _of_one_word(s, start, entry)
    if entry.of == "media" and s.word(start) == "the" and s.is_cap(end):
        strength = GOES_ON
    because = f"{surface} is in the gazetteer ({entry.of if entry.of not in ('-', '') else entry.kind})"
    return Reading(start, end, entry.kind, strength, "gazetteer", because, entry.key, entry.norm, entry.form)


def _of_one_word(s: Sentence, i: int, entry: Entry) -> float:
    """Return the strength of a single word, which may be ordinary (``Reading``) or somebody's name (``Jackson``)."""
    text, traits = s.words[i].text, s.traits[i]
    if title_word(s, i) and s.traits[i + 1].titled:
        return 0.0  # Labour Minister
    if entry.of == "team" and s.low(i - 1) in ("in", "near", "from"):
        return 0.5  # staying in Fulham
    if s.is_cap(i + 1) and traits.given and not title_word(s, i + 1) and not s.ordinary(i + 1):
        return 0.9  # Chad Smith
    ordinary, named = traits.common, traits.listed
    if ordinary and text.isupper() and s.headline:
        strength = 0.0  # WHO HAS TO PAY?
    elif text.isupper() and entry.kind != "place":
        strength = 1.5 if ordinary and len(text) <= _PAIR else 2.6
    elif entry.kind != "place":
        strength = 0.6 if ordinary else (1.6 if named else 2.5) - 0.6 * s.opens(i)
    elif ordinary:
        strength = 0.6 + _beside(s, i)
    elif named or entry.of == "town":
        strength = min(SURE, _PRIOR.get(entry.of, 1.6) + _beside(s, i))
    else:
        strength = SURE
    return strength


def shared(s: Sentence, r: Reading) -> Reading:
    """Return the reading of a town whose name somebody in the article bears: its neighbours decide."""
    entry = s.entry(r.start, r.end)
    if r.rule != "gazetteer" or entry is None or entry.kind != "place" or entry.of == "country":
        return r
    return replace(r, strength=min(r.strength, _PRIOR.get(entry.of, 1.6) + _beside(s, r.start)))


def settled(r: Reading) -> bool:
    """Tell whether nothing is surer than a reading, of which the first wins; a town may still be somebody's name."""
    town = r.rule == "gazetteer" and r.kind == "place" and not (r.key or "").startswith("country:")
    return r.strength >= SURE and not town


def _beside(s: Sentence, i: int) -> float:
    before, after = s.word(i - 1), s.word(i + 1)
    if titles.honorific(s, i) or titles.before(s, i):
        return -1.2
    if before in cues("preposition") or before in cues("inside") or cues("before").get(s.low(i - 1)) == "place":
        return 1.3
    if before == "to":
        return 0.8
    follower = s.traits[i + 2].entry if after == "," and s.is_cap(i + 2) else None
    if follower is not None and follower.kind == "place":
        return 1.3
    return -0.8 if after in cues("speech") else 0.0
