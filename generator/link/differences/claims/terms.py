"""For how long somebody is sentenced."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.link.differences.claims.claim import Told
from generator.model import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Date, Entity

REACH = 300
"""Characters before a length in which the verb stands."""

_LENGTH = re.compile(r"P(?P<count>[0-9]{1,4})(?P<unit>[DWMY])")
_MONTHS = {"D": 1 / 30.0, "W": 7 / 30.0, "M": 1.0, "Y": 12.0}
_SENTENCED = re.compile(
    r"""(?xi)
    \b (?:
        (?: sentenced | sentences | jailed | jails | imprisoned | imprisons | condemned )   # sentenced Paul Okoro to
        \b [^.;:]{0,150}? \b (?: to | for ) (?: \s serve )?
        (?: \s an? \s (?: [a-z-]{1,20} \s )? (?: term | sentence ) \s of )?              # to a prison term of
      | (?: sent | sends ) \b [^.;:]{0,150}? \b to \s (?: prison | jail ) \s for          # sent him to prison for
      | (?P<got> got | gets | given | gives | handed | received | receives ) \b [^.;:]{0,60}?  # got … years in prison
    ) \s $
    """
)
_PRISON = re.compile(r"(?i)^ (?:years? )?(?:in (?:prison|jail|custody)|behind bars|imprisonment|of imprisonment)")
_NOT_YET = re.compile(
    r"(?i)\b(?:could|may|might|would|faces?|facing|if|up to|asked|demanded|sought|suspended|originally|earlier)\b"
)


def terms(corpus: Corpus) -> Iterator[Told]:
    """Yield the prison terms that sentences give the one person named before them."""
    for found in corpus.findings.values():
        for date in found.dates:
            length = _LENGTH.fullmatch(date.duration or "")
            line = corpus.line_of(date) if length else None
            person = _person(line, date) if line else None
            if length and line and person and not _NOT_YET.search(line.text):
                months = int(length["count"]) * _MONTHS[length["unit"]]
                same = corpus.one_named(person)
                asked = f"To how long was {same.name} sentenced?"
                yield Told(Attribute.TERM, same.id, asked, line, " ".join(date.text.split()), months, date=date)


def _person(line: Line, length: Date) -> Entity | None:
    """Return whom a sentence sends to prison for a time: the person behind the verb, else the last one before it."""
    start = line.sentence.span.start
    first = max(0, length.span.start - start - REACH)
    found = _SENTENCED.search(line.text, first, length.span.start - start)
    if found is None or (found["got"] and not _PRISON.match(line.text[length.span.end - start :])):
        return None
    verb = start + found.start()
    people = [(n, e) for n, e in line.names if e.kind == "person" and n.span.end <= length.span.start]
    behind = [(n, e) for n, e in people if n.span.start > verb]
    if any(" and " in line.text[a.span.end - start : b.span.start - start] for (a, _), (b, _) in pairwise(behind)):
        return None
    return (behind or people)[-1][1] if people else None
