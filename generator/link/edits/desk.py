"""Where the decisions on one sort of things are looked up, and what became of them is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from generator.keys import mark_of
from generator.link.sets import DisjointSets
from generator.model import Aside, Briefing, Correction, Evidence, Problem

Kind = Literal["event", "statement", "figure", "difference", "name"]


@dataclass(slots=True)
class Desk:
    """The decisions of some sections by the mark of their keys, and what they did while a step goes on."""

    briefing: Briefing
    decisions: Mapping[str, tuple[Correction, ...]]
    applied: set[Correction] = field(default_factory=set)
    aside: list[Aside] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def on(self, keys: Iterable[str]) -> tuple[Correction, ...]:
        """Return the decisions on what bears some keys; from now on they count as applied."""
        found = tuple(dict.fromkeys(c for key in keys for c in self.decisions.get(mark_of(key), ())))
        self.applied.update(found)
        return found

    def keeps(self, kind: Kind, keys: Iterable[str], text: str, evidence: tuple[Evidence, ...]) -> bool:
        """Tell whether something stays on the pages; what an editor takes off is set aside with the decision."""
        off = next((c for c in self.on(keys) if c.section == "dismiss" or c.get("none")), None)
        if off is not None:
            self.aside.append(Aside(kind, text, evidence, off))
        return off is None

    def because(self, decision: Correction, what: str) -> str:
        """Return the reason that pages give for a value."""
        return f"{what} set by an editor in {self.briefing.corrections.place(decision)}"

    def groups(self, keys: Sequence[Sequence[str]], where: str) -> list[list[int]]:
        """Return which of some things an editor calls the same, by number; what the entries name comes first.

        ``keys`` are those of each thing; ``where`` says what they are and where to copy one.
        """
        number = {mark_of(key): n for n, own in enumerate(keys) for key in own}
        sets, named = DisjointSets(len(keys)), set()
        for mark, n in number.items():
            for one in (c for c in self.decisions.get(mark, ()) if c.get("same")):
                other = number.get(mark_of(one["same"]))
                if other is None:
                    self.on((one.about,))
                    self.refuse(one, f"same: `{one['same']}` matches no {where}")
                else:
                    sets.join(n, other)
                    named.add(other)
        return [sorted(group, key=lambda n: (n not in named, n)) for group in sets.groups()]

    def refuse(self, decision: Correction, what: str) -> None:
        """Keep a decision that can't be carried out as a problem with its line."""
        message = f"{decision.section}: `{decision.about}`: {what}"
        self.problems.append(Problem(self.briefing.corrections.path, message, decision.line or None))

    def done(self, **changes: Any) -> Briefing:  # noqa: ANN401 - the fields of a briefing
        """Return the briefing with what the step changed, and what became of the decisions."""
        made = self.briefing
        return replace(
            made,
            applied=made.applied | self.applied,
            aside=(*made.aside, *self.aside),
            problems=(*made.problems, *self.problems),
            **changes,
        )


def desk(briefing: Briefing, *sections: str) -> Desk | None:
    """Return the decisions of some sections; None where there are none, so that nothing has to be looked up."""
    found: dict[str, tuple[Correction, ...]] = {}
    for one in briefing.corrections.of("dismiss", *sections):
        found[mark_of(one.about)] = (*found.get(mark_of(one.about), ()), one)
    return Desk(briefing, found) if found else None
