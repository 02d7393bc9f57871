"""What a source says of one thing: the data that comparisons are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.model.evidence import Evidence

Attribute = Literal["toll", "sum", "length", "age", "term", "count", "restated", "done", "date"]
"""What is said of a subject; ``generator.kinds`` has a row for each."""


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
