"""What an editor decided about differences, sums and agreements: what holds, and what is set aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.link.edits.desk import desk

if TYPE_CHECKING:
    from generator.model import Briefing


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
    sums = (c for c in briefing.checks if at.keeps("sum", (c.id,), c.formula, c.evidence))
    agreed = (a for a in briefing.agreements if at.keeps("agreement", (a.id,), a.tellings[0].text, a.tellings))
    return at.done(differences=tuple(kept), checks=tuple(sums), agreements=tuple(agreed))
