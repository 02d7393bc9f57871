"""What a reading is worth once all of its sentence is read: how sure one may be that it is whole, and of its kind."""

from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache

from generator.extract.names import people
from generator.extract.names.coordination import DOUBTED, side_by_side
from generator.extract.names.organisations import only_called
from generator.extract.names.places import located, told
from generator.extract.names.sentence import Reading, Sentence, title_case
from generator.extract.names.titles import addressed
from generator.text import stem
from generator.text.synonyms import kind_of

ONCE = 1.9  # what the lists alone say: enough for a page where a name is told twice
_MARKS = frozenset({'"', "“", "”"})
_SURELY_PLACES = ("country", "state", "capital", "sea", "region")


def evident(s: Sentence, r: Reading, found: Sequence[Reading]) -> float:
    """Return the strength of one of the readings of a sentence as far as more than lists and capitals speaks for it."""
    placed = r.kind == "place" and (told(s, r) or located(s, r))
    weak = r.kind == "organisation" and only_called(s, r)
    listed = s.word(r.start - 1) == "(" and s.word(r.end) == ":" and s.words[r.end + 1].shouted  # (NYSE: NGF)
    if (s.headline and not placed) or weak or listed or _in_work(s, r):
        return min(r.strength, DOUBTED)
    if r.kind == "person" and r.rule == "person" and _is_doubtful(s, r):
        return min(r.strength, DOUBTED)
    if r.kind == "person":
        alike = (one for one in found if one.kind == "person" and one is not r)
        shown = people.shown(s, r.start, r.end) or any(side_by_side(s, one, r) for one in alike)
        plain = not s.traits[r.end - 1].listed and bool(kind_of(stem(s.word(r.end - 1))))  # Marine Commandos
        return r.strength if shown else min(r.strength, DOUBTED if plain else ONCE)
    entry = s.entry(r.start, r.end) if r.end - r.start == 1 else None
    town = r.kind == "place" and r.rule == "gazetteer" and entry is not None and entry.of not in _SURELY_PLACES
    return min(r.strength, ONCE) if town and not placed else r.strength


def _is_doubtful(s: Sentence, r: Reading) -> bool:
    """Tell whether a word alone is a noun (the Grand Jury) or a given name that goes on: ``Glenn | Singer``."""
    word, noun = s.traits[r.start], "noun" in s.words[r.start].kinds
    return r.end - r.start == 1 and not addressed(s, r.start) and (noun and not word.listed)


@lru_cache(maxsize=1)
def _marks(s: Sentence) -> list[int]:
    return [i for i in range(len(s.words)) if s.word(i) in _MARKS]


def _in_work(s: Sentence, r: Reading) -> bool:
    """Tell whether a name stands in quotation marks with more words that have capitals, as a work's title does."""
    marks = _marks(s)
    at = bisect(marks, r.start)
    if not 0 < at < len(marks) or s.word(marks[at - 1]) == "”" or (s.word(marks[at - 1]) == '"' and not at % 2):
        return False
    first, last = marks[at - 1] + 1, marks[at] - (s.cases[marks[at] - 1] == "mark")  # “… Awards.”
    return (first, last) != (r.start, r.end) and title_case(s.words[first:last], s.cases[first:last])
