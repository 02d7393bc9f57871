"""For how long somebody is sentenced."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.link.differences.claims.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Date, Entity

_LENGTH = re.compile(r"P(?P<count>[0-9]{1,4})(?P<unit>[DWMY])")
_MONTHS = {"D": 1 / 30.0, "W": 7 / 30.0, "M": 1.0, "Y": 12.0}
_SENTENCED = re.compile(
    r"""(?xi)
    \b (?: sentenced | jailed | imprisoned ) (?: \ on\ [a-z]{1,10} )? (?: \ to | \ for )?   # sentenced on Monday to
    (?: \ serve )? (?: \ an?\ (?: [a-z-]{1,20}\ )? (?: term | sentence )\ of )? \ $       # to a prison term of
    """
)
_NOT_YET = re.compile(
    r"(?i)\b(?:could|may|might|would|faces?|facing|if|up to|asked|demanded|sought|suspended|originally|earlier)\b"
)


def terms(corpus: Corpus) -> Iterator[Claim]:
    """Yield the prison terms that sentences give the one person named before them."""
    for found in corpus.findings.values():
        for date in found.dates:
            length = _LENGTH.fullmatch(date.duration or "")
            line = corpus.line_of(date) if length else None
            person = _person(line, date) if line else None
            if length and line and person and not _NOT_YET.search(line.text):
                months = int(length["count"]) * _MONTHS[length["unit"]]
                asked = f"To how long was {person.name} sentenced?"
                yield Claim(asked, person.id, line, " ".join(date.text.split()), months)


def _person(line: Line, length: Date) -> Entity | None:
    before = line.text[: length.span.start - line.sentence.span.start]
    if not _SENTENCED.search(before):
        return None
    people = {e.id: e for n, e in line.names if e.kind == "person" and n.span.end <= length.span.start}
    return next(iter(people.values())) if len(people) == 1 else None
