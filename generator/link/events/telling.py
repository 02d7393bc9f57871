"""One happening as one sentence tells it, and the stems that it is compared by."""

from dataclasses import dataclass
from typing import Literal

from generator.model import Date, Evidence

Mode = Literal["happened", "planned", "cancelled", "hypothetical"]
Basis = Literal["stated", "supplied", "relative", "computed", "unresolved"]


@dataclass(frozen=True, slots=True)
class Telling:
    """One happening as one sentence tells it.

    ``value`` is the EDTF date or None; ``date`` the expression it comes from. ``verb`` (or noun) tells it, ``act`` is
    what is told, ``deeds`` are the stems of all verbs of the headline that say something, ``acts`` all acts that the
    words name. ``actors`` are the ids of ``people`` and organisations,
    ``agents`` those named before the act, ``doers`` those of them that are said to do it, ``places`` and ``things`` the
    ids of places and of all else, ``goals`` the places after *to*, *in*, *at*, ``objects`` whom or what the act hits.
    ``stems`` are the content words and numbers, ``context`` the ids of what the sentence and the one before it name,
    ``written`` when the article was written (EDTF), as far as it is known. ``quality`` says how well the headline
    stands alone. ``coming`` tells a plan that the words announce as still open, ``stands`` that the
    headline is a line of its own. ``leads`` says how much of its story
    the main happening of an article tells (0 for any other), ``happening`` is the same for all that tell one of them.
    """

    headline: Evidence
    sentence: Evidence
    index: int
    date: Date | None
    value: str | None
    basis: Basis
    because: str
    mode: Mode
    verb: str
    act: str
    deeds: frozenset[str]
    acts: frozenset[str]
    kind: str
    stems: frozenset[str]
    people: frozenset[str]
    actors: frozenset[str]
    agents: frozenset[str]
    doers: frozenset[str]
    places: frozenset[str]
    goals: frozenset[str]
    objects: frozenset[str]
    things: frozenset[str]
    context: frozenset[str]
    ordinals: frozenset[str]
    quality: int
    written: str | None
    coming: bool = False
    stands: bool = False
    leads: float = 0.0
    happening: str = ""

    @property
    def named(self) -> frozenset[str]:
        """The ids of everybody, everywhere and everything that the telling names."""
        return self.actors | self.agents | self.places | self.things

    @property
    def deed(self) -> str:
        """The act; figures that rise, fall, reach are one, since sources turn the same number either way."""
        return "figures" if self.kind == "figures" else self.act

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.sentence.article
