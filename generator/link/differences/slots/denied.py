"""What one article denies and another one tells as done, with another verb, or its noun: *no warning*, *was warned*."""

from collections.abc import Iterator, Sequence
from itertools import product

from generator.lexicons import wordset
from generator.link.differences.claims.senses import acts
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import AHEAD, Match, match
from generator.link.differences.slots.gates import ROLES, is_one, of_one_mode
from generator.link.differences.slots.places import of_one_place
from generator.link.differences.slots.same import FEW
from generator.link.differences.slots.telling import LIGHT, Slot
from generator.link.differences.slots.times import of_one_time
from generator.link.likeness import Weights

OCCUR = "occur "


def denied(corpus: Corpus, mine: Sequence[Slot], theirs: Sequence[Slot], weights: Weights) -> Iterator[Match]:
    """Yield what is denied here and told as done there, where each is by far the likest to the other one."""
    found = [
        m
        for one, other in product(filter(_is_told, mine), filter(_is_told, theirs))
        if one.telling.holds != other.telling.holds and _on_one_deed(one, other)
        for m in (match(one, other, weights),)
        if _is_anchored(corpus, m)
    ]
    for best in found:
        rivals = (m for m in found if m is not best and (m.one is best.one or m.other is best.other))
        if all(m.weight < AHEAD * best.weight for m in rivals):
            yield best


def _is_told(slot: Slot) -> bool:
    """Tell whether a clause tells of a fact of the past, or that something was not."""
    verb = slot.telling.verb
    aside = slot.telling.opener == "sub" or (slot.telling.opener == "rel" and not slot.dates)
    if slot.kind != "truth" or verb is None or aside:
        return False
    return (
        not verb.modality and (verb.tense == "past" or verb.aspect == "perfect") and slot.telling.holds != verb.denied
    )


def _on_one_deed(one: Slot, other: Slot) -> bool:
    """Tell whether the deed that is told, or what takes part in it, is what is denied."""
    yes, no = (one, other) if one.telling.holds else (other, one)
    if yes.deed == no.deed:
        return yes.deed not in LIGHT | acts("say tell") and set(yes.dates) == set(no.dates) != set()
    goal = no.telling.goal.head or no.telling.agent.head
    occurs, had, has = OCCUR in no.deed, acts(_set("held")), goal in (yes.telling.goal.head, yes.deed.split()[-1])
    if has and goal and yes.deed.split()[0] in had:
        fits = one.telling.agent.fits(other.telling.agent)
        return occurs or (fits and no.deed in had | LIGHT)  # had no permit, held a permit
    if yes.deed in LIGHT | acts("say tell"):
        return False
    if no.deed in acts(_set("empty")) | {"take place"}:
        return yes.deed in no.features or (no.deed == "use" and has and yes.deed not in acts(_set("kept")))
    return yes.deed in ({goal, no.deed.removeprefix(OCCUR)} if occurs or no.deed in LIGHT else ())  # there was no offer


def _set(name: str) -> str:
    return " ".join(wordset(f"denials-{name}"))


def _is_anchored(corpus: Corpus, found: Match) -> bool:
    """Tell whether two clauses share what takes part besides the deed, and can be of one time and place.

    Whom the deed is told of by name is spoken of where it is denied, too.
    """
    one, other = found.one, found.other
    yes, no = (one, other) if one.telling.holds else (other, one)
    deeds = {one.deed, other.deed, one.deed.removeprefix(OCCUR), other.deed.removeprefix(OCCUR)}
    beside = found.shared - deeds - LIGHT
    named = yes.telling.agent.named | yes.telling.goal.named
    spoken = no.features | no.telling.carried | no.telling.around | no.telling.parties
    return (
        bool(beside)
        and (found.cover >= FEW or not beside.isdisjoint(yes.telling.parties | no.telling.parties))
        and (not named or not named.isdisjoint(spoken))
        and of_one_mode(one, other)
        and ((no.telling.often == "never" and not no.dates) or of_one_time(corpus, one, other))
        and of_one_place(corpus, one, other)
        and (one.deed != other.deed or all(is_one(one, other, role) for role in ROLES))
    )
