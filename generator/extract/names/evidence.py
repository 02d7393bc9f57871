"""What a reading is worth once all of its sentence is read: how sure one may be that it is whole, and of its kind."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from generator.extract.names import people
from generator.extract.names.around import title_word
from generator.extract.names.coordination import side_by_side
from generator.extract.names.organisations import only_called
from generator.extract.names.places import located, told
from generator.extract.names.runs import dated
from generator.extract.names.sentence import Reading, Sentence
from generator.extract.names.titles import adjective

ONCE = 1.9  # what the lists alone say: enough for a page where a name is told twice
DOUBTED = 1.0  # too little for a page: a headline's capitals, or a part of a longer name
_SURELY_PLACES = ("country", "state", "capital", "sea", "region")


def evident(s: Sentence, r: Reading, found: Sequence[Reading]) -> float:
    """Return the strength of one of the readings of a sentence as far as more than lists and capitals speaks for it."""
    taken = {i for one in found for i in range(one.start, one.end)}
    placed = r.kind == "place" and (told(s, r) or located(s, r))
    weak = r.kind == "organisation" and only_called(s, r)
    if (s.headline and not placed) or weak or _cut(s, r, taken) or _quotes(s, r):
        return min(r.strength, DOUBTED)
    if r.kind == "person":
        alike = (one for one in found if one.kind == "person" and one is not r)
        shown = people.shown(s, r.start, r.end) or any(side_by_side(s, one, r) for one in alike)
        return r.strength if shown else min(r.strength, ONCE)
    entry = s.entry(r.start, r.end) if r.end - r.start == 1 else None
    town = r.kind == "place" and r.rule == "gazetteer" and entry is not None and entry.of not in _SURELY_PLACES
    return min(r.strength, ONCE) if town and not placed else r.strength


def _quotes(s: Sentence, r: Reading) -> bool:
    """Tell whether an exchange stands before the letters of a share: ``(NYSE: NGF)``."""
    return s.word(r.start - 1) == "(" and s.word(r.end) == ":" and s.words[r.end + 1].shouted


def _cut(s: Sentence, r: Reading, taken: AbstractSet[int]) -> bool:
    """Tell whether a capital that nothing explains stands beside a name: ``Sharron | Diane Lee``, ``Vale | Street``."""
    i = r.start - 1 - (s.low(r.start - 1) in ("of", "for", "in"))
    before = _unread(s, i, taken) and not (s.opens(i) and s.ordinary(i)) and not title_word(s, i)
    return before or _goes_on(s, r.end, taken)


def _goes_on(s: Sentence, end: int, taken: AbstractSet[int]) -> bool:
    """Tell whether a name goes on with a capital that is no office, or only a part of one: ``Delta | Research``."""
    if not _unread(s, end, taken) or s.opens(end):
        return False
    while title_word(s, end) and not s.traits[end].office and s.is_cap(end + 1):
        end += 1
    return not (s.traits[end].office or s.traits[end].offices)


def _unread(s: Sentence, i: int, taken: AbstractSet[int]) -> bool:
    return s.is_cap(i) and i not in taken and not adjective(s, i) and not dated(s, i)
