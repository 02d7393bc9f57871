"""Whether the only values that two articles on one news give of a sort may be of one thing."""

import re

from generator.link.content_words import senses
from generator.link.differences.claims.senses import acts
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import is_ahead
from generator.link.differences.slots.gates import FAR, SMALL, is_near, last_for_two, of_one_measure
from generator.link.differences.slots.places import of_one_place
from generator.link.differences.slots.same import bodies, two_reports
from generator.link.differences.slots.slot import ANYBODY
from generator.link.differences.slots.telling import LIGHT, Role, Slot
from generator.link.differences.slots.times import of_one_time
from generator.link.differences.values import as_precise
from generator.text.synonyms import are_near, kind_of, near

LONG = 50
"""Times that two lengths differ at most: minutes here, and days there."""
APART = 0.05
"""Share by which two numbers differ that no rounding makes one."""
VOTERS = 1.25
"""How many times as many may have voted as another article tells, in one vote."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PHASES = ("begin start open", "end close finish over")
"""What happens at one time of day, whatever it is that begins."""


def are_of_one_sort(one: Slot, other: Slot) -> bool:
    """Tell whether two values are sizes of one sort, or counts of people, or of what may have two names."""
    return one.kind != "count" or bool(one.people and other.people) or are_near(one.head, other.head)


def are_counted_alike(one: Slot, other: Slot) -> bool:
    """Tell whether no value can be of some of what the other counts: 43 workers aren't some of 31 people."""
    if not are_of_one_sort(one, other):
        return False
    few = min(one, other, key=lambda s: s.number)
    return not one.people or are_near(one.head, other.head) or few.people == "people"


def may_be_of_one(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two values can be of one thing, which is told as done, or as to come, by both."""
    low, high = sorted((one.number, other.number))
    exact = one.figure and other.figure and as_precise(one.figure, other.figure)
    rounded = one.kind not in ("clock", "vote") and not exact and high - low < APART * high
    measures = {one.measure, other.measure} - {""}
    changes = {s.figure.direction for s in (one, other) if s.figure and s.kind != "count"}  # rose by 7 metres
    if (
        rounded
        or len(measures) > 1
        or len(changes) > 1
        or (is_ahead(one) != is_ahead(other) and not _are_estimates(one, other, measures))
        or (one.kind != "vote" and two_reports(one, other))
    ):
        return False
    return (
        ("crowd" in (one.head, other.head) or is_near(one, other, LONG if one.kind == "length" else FAR))
        and of_one_measure(one, other)
        and of_one_place(corpus, one, other)
        and (is_ahead(one) or of_one_time(corpus, one, other))
        and not (_are_of_two(one, other) or last_for_two(corpus, one, other))
        and not (one.people and _are_apart(one, other))
    )


def _are_estimates(one: Slot, other: Slot, measures: set[str]) -> bool:
    """Tell whether both say on one day what something costs: *will cost*, *put the bill at*."""
    return "price" in measures and any(map(_DAY.fullmatch, one.telling.around & other.telling.around))


def are_told_alike(one: Slot, other: Slot) -> bool:
    """Tell whether two values of a sort of which an article gives many are of what one word tells.

    Such are small numbers, lengths, distances and times of day.
    """
    small = one.kind == "count" and not one.people and max(one.number, other.number) <= SMALL
    if small or one.kind == "clock":
        return are_near(one.deed, other.deed)
    if one.kind not in ("length", "quantity"):
        return True
    measured = one.measure == other.measure != ""
    if (one.head and are_near(one.head, other.head)) or (measured and one.kind == "quantity"):
        return True
    alike = one.deed not in LIGHT and are_near(one.deed, other.deed)
    return alike and (measured or one.kind == "quantity")


def tell_alike(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two values are of one thing, if no others of their sort stand in what two articles open with."""
    if "crowd" in (one.head, other.head):
        return _are_of_one_day(corpus, one, other) or _do_alike(one, other)
    sure = one.kind != "clock" and (one.kind != "length" or is_near(one, other))
    return not (one.people or other.people) and (sure or _speak_of_one(one, other))


def _are_of_two(one: Slot, other: Slot) -> bool:
    """Tell whether other people do it, or another body votes: *the dockers*, *the teachers*."""
    if one.kind == "vote":
        named = bodies(one) and bodies(other)
        return bool(named and bodies(one).isdisjoint(bodies(other))) or not _may_have_voted(one, other)
    a, b = one.telling.agent, other.telling.agent
    if a.ids and b.ids:
        return not a.fits(b)
    if one.kind == "clock" and any(r.named and q.head and kind_of(q.head) != "person" for r, q in ((a, b), (b, a))):
        return True  # a guest who comes, an alarm that comes
    if not (a.whom.isdisjoint(other.features) and b.whom.isdisjoint(one.features)):
        return False
    if one.deed != other.deed and all(s.kind == "count" and s.head == s.telling.goal.head for s in (one, other)):
        return (
            bool(a.head and b.head) and not are_near(a.head, b.head) and one.head != "crowd"
        )  # police found what men took
    return are_other_people(a, b)


def are_other_people(one: Role, other: Role) -> bool:
    """Tell whether two nouns stand for other people: *the dockers*, *the teachers*."""
    kinds = {kind_of(one.head), kind_of(other.head)}
    anybody = not senses(ANYBODY).isdisjoint((one.head, other.head))
    both = bool(one.head and other.head) and not anybody and not are_near(one.head, other.head)
    return both and "person" in kinds <= {"person", ""}


def _are_apart(one: Slot, other: Slot) -> bool:
    """Tell whether two crowds are in, or at, two things: *gathered in the theatre*, *stood at the station*."""
    mine, theirs = ({w for w in s.features if kind_of(w) in ("artifact", "location")} for s in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _are_of_one_day(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two articles are of one day, or of two that follow each other: their news is one."""
    days = corpus.days_apart(one.article, other.article)
    return days is not None and days <= 1


def _do_alike(one: Slot, other: Slot) -> bool:
    """Tell whether two crowds do the same, or have another word in common; who set up isn't who gathered."""
    return are_near(one.deed, other.deed) or bool((one.features & other.features) - {one.head})


def _may_have_voted(one: Slot, other: Slot) -> bool:
    """Tell whether about as many voted here and there, if both are told: of one body some abstain, or aren't there."""
    few, many = sorted(float(s.bound or 0) for s in (one, other))
    return not few or many <= VOTERS * few


def _speak_of_one(one: Slot, other: Slot) -> bool:
    """Tell whether at two times of day, or for two lengths of time, the same is done, or begins, or ends."""
    mine, theirs = (s.features | s.telling.around | {s.deed} for s in (one, other))
    phases = any(mine & acts(phase) and theirs & acts(phase) for phase in _PHASES)
    deeds = near(one.deed) | {one.deed} if one.deed else frozenset()
    return phases or len(one.features & other.features) > 1 or bool(deeds & theirs or near(other.deed) & mine)
