"""What a rule reads in the text, before it is counted from an anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Found:
    """A temporal expression at a place of the text.

    ``offset`` is in the language of ``generator.edtf.offsets`` with two signs that the context settles: ``*W5`` is a
    Friday in the direction that the tense gives, ``@ -1D`` counts from another date of the text. ``vague`` expressions
    (``now``, ``in recent years``) have no value.
    """

    start: int
    end: int
    rule: str
    kind: Literal["date", "duration", "set"] = "date"
    offset: str | None = None
    duration: str | None = None
    vague: bool = False


class Rule(NamedTuple):
    """A pattern and what a match of it means; None if it isn't a temporal expression after all."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Found | None]
