"""What a source says of one thing, as data: one row for each attribute, and how two answers compare."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from generator.lexicons import table
from generator.model.evidence import Evidence
from generator.model.kinds import Kind

SAME_TIME_DAYS = 3
"""Articles published so near to each other report the same news; a weekly report is seven days away."""


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """How the answers of one attribute are compared.

    ``label`` names it for readers, ``compared`` says how, ``kind`` is the kind of their differences. What
    ``grows`` is told as a series in the order of the reports. One article can contradict itself ``inside``. ``single``:
    an article that gives two answers gives none.
    """

    name: str
    label: str
    kind: Kind
    compared: str
    grows: bool
    inside: bool
    single: bool


@cache
def _attributes() -> dict[str, AttributeRow]:
    found = {}
    for name, label, kind, compared, *told in table("comparison-attributes"):
        flags = (flag in told for flag in ("grows", "inside", "single"))
        found[name] = AttributeRow(name, label, Kind(kind), compared, *flags)
    return found


class Attribute(StrEnum):
    """What is said of a subject."""

    TOLL = "toll"
    SUM = "sum"
    LENGTH = "length"
    SHARE = "share"
    ORDINAL = "ordinal"
    AGE = "age"
    TERM = "term"
    COUNT = "count"
    DONE = "done"
    PERIOD = "period"
    PLAN = "plan"
    SPEAKER = "speaker"
    CAUSE = "cause"
    REASON = "reason"
    OFFICE = "office"
    DATE = "date"

    @property
    def row(self) -> AttributeRow:
        """How its answers are compared."""
        return _attributes()[self.value]


@dataclass(frozen=True, slots=True)
class Claim:
    """One answer of one source to one question.

    ``subject`` is an entity's id, a noun, or empty for the news of the article; ``asked`` what is asked of it,
    ``value`` the answer in the source's words. ``number`` (in ``unit``, with its ``hedge``) and ``time`` (EDTF) are
    the answer as it is compared, or what it holds for. ``denied`` tells that it is said not to be so, ``modality``
    that it may be, would be or is planned; ``speaker`` is the entity's id of whoever is cited with it. ``evidence`` is
    the sentence.
    """

    attribute: Attribute
    subject: str
    asked: str
    value: str
    evidence: Evidence
    number: float | None = None
    unit: str = ""
    hedge: str = ""
    time: str | None = None
    places: tuple[str, ...] = ()
    denied: bool = False
    modality: str = ""
    speaker: str | None = None
    house: str = ""
