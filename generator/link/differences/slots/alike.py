"""Whether two sentences tell so much of the same that their values are of one thing."""

from math import sqrt

from generator.link.content_words import stems_of
from generator.link.differences.slots.same import bodies
from generator.link.differences.slots.telling import LIGHT, Slot
from generator.link.likeness import Weights, shared, weight_of

ALIKE, OPENED = 0.4, 0.15
"""Likeness of two sentences, at least, whose values are of one thing; and of two that tell what is news.

Of 33 values wrongly set against each other in real articles that nobody wrote rules for, 30 stand in sentences that are
less alike, and 5 of 17 that do differ.
"""
SAID = 0.3
"""… and of two clauses that tell whether something is so. In 140 small folders of real articles the three pairs that
contradict each other have .4 and more, and three that don't .28 and less.
"""
OPENING = 5
"""Sentences at the beginning of an article that tell what is news there."""


def around(slot: Slot) -> frozenset[str]:
    """Return the words and names of a value's sentence that tell what it is of: all but its own, and *be* or *have*."""
    own = LIGHT | {"", *slot.sort.split(), *stems_of(slot.text)} - {slot.head}
    own |= {slot.deed, slot.value} if slot.kind == "date" else set()
    return (slot.features | slot.telling.around | {slot.head}) - own


def are_alike(one: Slot, other: Slot, weights: Weights) -> bool:
    """Tell whether two sentences tell so much of the same that their values are of one thing.

    A share of so many things, and how a body voted, tells that by itself. For all others it
    is the cosine of what their words and names tell (Salton and McGill 1983); those that a pronoun stands for count
    where the other one has them, and words of one meaning for ``MEANT``. Who denies what another one tells may say no
    more than that, so that only the clauses are compared.
    """
    if one.kind == "share" or not bodies(one).isdisjoint(bodies(other)):
        return True  # of the nine counts; the committee voted
    if one.kind == "truth":
        mine, theirs, least = one.features | {one.deed}, other.features | {other.deed}, SAID
    else:
        mine, theirs = around(one), around(other)
        least = OPENED if max(one.telling.index, other.telling.index) < OPENING else ALIKE
    both = shared(mine | (theirs & one.telling.carried), theirs | other.telling.carried, weights)
    return both >= least * sqrt(weight_of(mine, weights) * weight_of(theirs, weights))
