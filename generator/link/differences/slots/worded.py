"""Slots of one article ──▶ in the words of another one, where it has others of one meaning for them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.link.differences.slots.telling import Role, Slot
from generator.link.opposites import undoes
from generator.text.synonyms import near

_TOLD = ("date", "clock", "truth")
"""Sorts of values that the deed of their clause belongs to: *date begin*."""

Words = Mapping[str, str]


def words_for(mine: Iterable[str], theirs: Iterable[str]) -> Words:
    """Return for a word that one article alone has the word that only the other one has for it, where that is sure.

    Where an article has both, it tells two things with them; and what undoes something is another deed.
    """
    ours, others = frozenset(mine), frozenset(theirs)
    alone, beside = ours - others, others - ours
    found: defaultdict[str, set[str]] = defaultdict(set)
    pairs = [(word, own) for word in beside for own in near(word) & alone]
    pairs += [(word, own) for own in alone for word in near(own) & beside]
    for word, own in pairs:
        if not undoes(word, own):
            found[word].add(own)
    taken = Counter(own for owns in found.values() for own in owns)
    only = {word: next(iter(owns)) for word, owns in found.items() if len(owns) == 1}
    return {word: own for word, own in sorted(only.items()) if taken[own] == 1}


def worded(slot: Slot, words: Words) -> Slot:
    """Return a slot with other words for what it tells, its value aside."""
    t, own = slot.telling, words.keys()
    single = {slot.deed, slot.sort.rpartition(" ")[2], t.deed, t.agent.head, t.goal.head, t.beside.head}
    if all(map(own.isdisjoint, (single, slot.features, t.around, t.carried))):
        return slot

    def told(features: frozenset[str]) -> frozenset[str]:
        return frozenset(words.get(f, f) for f in features) if not features.isdisjoint(words) else features

    def role(one: Role) -> Role:
        return one._replace(head=words[one.head]) if one.head in words and not one.ids else one

    deeds = {} if t.copula else words  # those of one meaning are verbs and nouns: who was ignorant had no knowledge
    telling = replace(
        t,
        deed=deeds.get(t.deed, t.deed),
        agent=role(t.agent),
        goal=role(t.goal),
        beside=role(t.beside),
        carried=told(t.carried),
        around=told(t.around),
    )
    deed = deeds.get(slot.deed, slot.deed)
    *kind, last = slot.sort.split(" ")
    sort = " ".join((*kind, deeds.get(last, last))) if slot.kind in _TOLD else slot.sort
    return slot._replace(sort=sort, telling=telling, deed=deed, features=told(slot.features))
