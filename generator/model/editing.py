"""What an editor decided, and what became of it."""

from dataclasses import dataclass
from typing import Literal

from generator.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that an editor decided in corrections.yml.

    ``section`` is the sort of the decision and ``about`` what it is about: a name, a term, a path, or the key of
    something shown (``generator.keys``). ``says`` are its fields and their values; a decision that is one value has it
    under the empty name. ``line`` is the 1-based line of the file, 0 where there is none.
    """

    section: str
    about: str
    says: tuple[tuple[str, str], ...] = ()
    line: int = 0

    def __getitem__(self, name: str) -> str:
        """Return what a field says; KeyError where it isn't given."""
        return dict(self.says)[name]

    def get(self, name: str) -> str:
        """Return what a field says, empty where it isn't given."""
        return dict(self.says).get(name, "")


@dataclass(frozen=True, slots=True)
class Corrections:
    """What an editor decided in corrections.yml, in the order of the file; it wins over all that is extracted."""

    path: str = "corrections.yml"
    entries: tuple[Correction, ...] = ()

    def of(self, *sections: str) -> tuple[Correction, ...]:
        """Return the decisions of some sorts."""
        return tuple(c for c in self.entries if c.section in sections)

    def values(self, section: str) -> tuple[tuple[str, str], ...]:
        """Return what the decisions of a sort are about, with the one value that each of them is."""
        return tuple((c.about, c[""]) for c in self.of(section))

    def place(self, correction: Correction) -> str:
        """Return where a decision stands, for people."""
        return f"{self.path}, line {correction.line}" if correction.line else self.path


@dataclass(frozen=True, slots=True)
class Aside:
    """Something that an editor took off the pages: what it is, in whose words, where they stand, and the decision."""

    kind: Literal["event", "statement", "figure", "difference", "name"]
    text: str
    evidence: tuple[Evidence, ...]
    decision: Correction


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision of an editor that matches nothing (any more), and what to do: the nearest thing, if one is near."""

    decision: Correction
    advice: str
