"""What an editor decided about occasions (title, which happenings are of one) and differences (what holds)."""

from dataclasses import replace

from generator.keys import event_keys, mark_of
from generator.link.edits.desk import desk
from generator.model import Briefing, Event


def regrouped(groups: list[list[Event]], briefing: Briefing) -> tuple[list[list[Event]], dict[str, str], Briefing]:
    """Return the happenings of each occasion joined and parted as an editor decided, and titles by their ids.

    The briefing comes back with what became of the decisions.
    """
    titles: dict[str, str] = {}
    at = desk(briefing, "occasions") if briefing.corrections.of("occasions") else None
    if at is None:
        return groups, titles, briefing
    articles = {a.id: a for a in briefing.articles}
    by_mark = {mark_of(key): e for e in briefing.events for key in event_keys(e, articles)}
    for one in briefing.corrections.of("occasions"):
        event, other = by_mark.get(mark_of(one.about)), by_mark.get(mark_of(one.get("same") or one.get("apart")))
        if event is None:
            continue
        at.on((one.about,))
        if (one.get("same") or one.get("apart")) and other is None:
            at.refuse(one, "the other key matches no happening; copy it from the timeline")
        elif one.get("same") and other:
            groups = _joined(groups, other, event)
        elif one.get("apart") and other:
            groups = _parted(groups, other, event)
        if one.get("title"):
            titles[event.id] = one["title"]
    return groups, titles, at.done()


def _joined(groups: list[list[Event]], one: Event, other: Event) -> list[list[Event]]:
    """Return the groups of happenings, those of two of them in the group of the first."""
    home = next((g for g in groups if one in g), [one])
    away = next((g for g in groups if other in g), [other])
    if home is away:
        return groups
    return [[*home, *away], *(g for g in groups if g is not home and g is not away)]


def _parted(groups: list[list[Event]], one: Event, other: Event) -> list[list[Event]]:
    """Return the groups of happenings, the second one by itself where it stood in the group of the first."""
    if not any(one in g and other in g for g in groups):
        return groups
    return [[e for e in g if e != other] for g in groups] + [[other]]


def edit_differences(briefing: Briefing) -> Briefing:
    """Put each verdict of the editor to its difference, and set aside what is dismissed.

    A verdict changes nothing of a difference, for the sources still differ. A difference's id tells its question and
    its answers: where a source brings a new answer the id changes, so that the editor looks again.
    """
    at = desk(briefing, "verdicts")
    if at is None:
        return briefing
    known = {c.about: c for c in briefing.corrections.of("verdicts")}
    kept = []
    for one in briefing.differences:
        if one.id in known:
            at.applied.add(known[one.id])
        evidence = tuple(e for r in one.readings for e in r.evidence)
        if at.keeps("difference", (one.id,), one.question, evidence):
            kept.append(replace(one, decision=known.get(one.id)))
    return at.done(differences=tuple(kept))
