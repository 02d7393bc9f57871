"""corrections.yml ──▶ differences: what an editor decided about them, and decisions that match none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model import Problem

if TYPE_CHECKING:
    from generator.model import Briefing, Decision


def decide(briefing: Briefing) -> Briefing:
    """Put each decision of the editor to its difference; one that matches none becomes a problem with its line.

    A difference's id tells its question and its answers. Where a source brings a new answer the id changes, so that
    the editor looks again before the decision holds for it, too.
    """
    given = {d.difference: d for d in briefing.corrections.verdicts}
    differences = tuple(replace(d, decision=given.get(d.id)) for d in briefing.differences)
    known = {d.id for d in differences}
    orphans = tuple(d for d in briefing.corrections.verdicts if d.difference not in known)
    problems = tuple(_problem(briefing, orphan, known) for orphan in orphans)
    return replace(briefing, differences=differences, problems=(*briefing.problems, *problems))


def _problem(briefing: Briefing, orphan: Decision, known: set[str]) -> Problem:
    alike = min((i for i in known if _question(i) == _question(orphan.difference)), default="")
    advice = (
        f"the same question now has other answers, as {alike}: look at them, and change the id"
        if alike
        else "copy the id from the difference's card, or remove the entry"
    )
    message = f"verdicts: `{orphan.difference}` matches no difference; {advice}"
    return Problem(briefing.corrections.path, message, orphan.line or None)


def _question(difference: str) -> str:
    """Return a difference's id without the mark of its answers."""
    return difference.rpartition("-")[0]
