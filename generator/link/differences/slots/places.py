"""Whether two slots that match can be of one place."""

from generator.link.content_words import senses, senses_of, stems_of
from generator.link.differences.corpus import Corpus, is_land
from generator.link.differences.slots.telling import Slot

FEW = 2
"""Places of one value; more are all those that it is told of."""
_LANDS = "country nation national nationwide countrywide"


def of_one_place(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two values can be of one place: neither of another town, nor of a town and of its country."""
    mine, theirs = one.places, other.places
    if one.kind != "vote" and (_of_whole_land(corpus, one, other) or _of_whole_land(corpus, other, one)):
        return False  # the National Assembly isn't of another place than its town
    if mine and theirs:
        return bool(mine & theirs)
    if not mine and not theirs:
        return True
    lead = frozenset(e.id for s in (one, other) for line in corpus.lead(s.article) for _, e in line.names)
    lead |= one.features & other.features
    known = [(p, b.article) for a, b in ((one, other), (other, one)) for p in a.places - a.telling.parties]
    whole = any if len(known) > FEW else all  # in seven countries, of which the other article names some
    return not known or whole(p in lead or corpus.is_named(corpus.index.entity(p), a) for p, a in known)


def _of_whole_land(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether one value is that of a country, and the other one that of a place: *in the country*, *in Lima*."""
    counted = {sort.split(" ")[1] for s in (one, other) for sort, _ in s.telling.numbers if "count" in sort}
    mine, theirs = (spoken_of(corpus, s) - counted for s in (one, other))  # in six countries
    if mine.isdisjoint(senses(_LANDS)) or not theirs.isdisjoint(senses(_LANDS)):
        return False
    places = (corpus.index.entity(i) for i in (theirs - mine) & corpus.ids)
    return any(e.kind == "place" and not is_land(e) for e in places)


def spoken_of(corpus: Corpus, slot: Slot) -> frozenset[str]:
    """Return the words and names of a clause, for a pronoun with those of the sentence before."""
    before = corpus.line(slot.article, slot.telling.index - 1) if slot.telling.carried and slot.telling.index else None
    return slot.features | (before.entities.union(senses_of(stems_of(before.text))) if before else frozenset())
