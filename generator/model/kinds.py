"""The kinds of differences and their verdicts; all that any stage says of one stands in a row of ``lexicons``."""

from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Literal, cast

from generator.lexicons import table

REGISTER, IN_OTHER_WORDS = "differences.md", "differences/wording.md"
COMPARISONS = "differences/comparisons.md"


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict: what its mark says, what it means, and the page on which its cards stand."""

    name: str
    mark: str
    meaning: str
    page: str


_VERDICTS = {row[0]: VerdictRow(*row) for row in table("comparison-verdicts")}


class Verdict(StrEnum):
    """How two answers compare, in the order in which they are read."""

    CONFLICT = "conflict"
    WITHDRAWN = "withdrawn"
    REVISED = "revised"
    GROWN = "grown"
    DENIED = "denied"
    WORDING = "wording"
    COMPATIBLE = "compatible"
    SCOPE = "scope"

    @property
    def row(self) -> VerdictRow:
        """What is said of it."""
        return _VERDICTS[self.value]


Concerns = Literal["words", "figures", "occasion", "all"]


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of difference: its name in the data and for readers, its questions, and how it is compared.

    ``asks`` are questions and labels with holes: the first one counts whose holes can all be filled (``card.Parts``).
    ``plain`` asks it without words of a source. What concerns ``words`` or ``figures`` marks quotations or figures of
    its sentences, whatever its verdict; a conflict about an ``occasion`` marks neither, one of ``all`` both. ``equal``
    tells what counts as equal, ``compared`` what is compared. One sentence can hold ``several``.
    """

    name: str
    label: str
    plain: str
    concerns: Concerns
    several: bool
    compared: str
    equal: str
    asks: tuple[str, ...]


@cache
def _kinds() -> dict[str, KindRow]:
    found = {}
    for name, label, plain, concerns, several, compared, equal, *asks in table("comparison-kinds"):
        told = (cast("Concerns", concerns), several == "several", compared, equal, tuple(asks))
        found[name] = KindRow(name, label, plain, *told)
    return found


class Kind(StrEnum):
    """What a difference is about, in the order in which it is told."""

    DATE = "date"
    FIGURE = "figure"
    PERIOD = "period"
    DENIAL = "denial"
    QUOTATION = "quotation"
    DIRECTION = "direction"
    ACT = "act"
    ORDER = "order"
    NAME = "name"
    SPELLING = "spelling"
    OFFICE = "office"
    CLAIM = "claim"

    @property
    def row(self) -> KindRow:
        """What is said of it."""
        return _kinds()[self.value]


class Gate(Enum):
    """When nothing may be said, whatever was found: a lawful second reading explains it."""

    MATTER = "Articles of which neither names what the other one opens with tell of two things."
    CLOCK = "Times of day differ by zones, and by the minutes of a report."
    SUPPOSED = "A number that may be, would be or isn’t is none that is told."
