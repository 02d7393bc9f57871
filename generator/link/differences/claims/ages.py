"""How old somebody is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.lexicons import words
from generator.link.differences.claims.claim import Told
from generator.model import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Name

YOUNGEST, OLDEST = 1, 115
"""Years of an age."""

_BEHIND = re.compile(
    r"""(?x)
    ^ \ ?,\ ? (?: aged\ | age\ )? (?P<age> [0-9]{1,3} ) \ ? (?= [,.;)] | $ )               # , 54,
    | ^ \ ?\( \ ? (?P<bracket> [0-9]{1,3} ) \ ?\)                                          # (54)
    | ^ \ ?,\ an?\ (?: [a-z-]{1,20}\ ){1,3} (?: of | aged )\ (?P<of> [0-9]{2} ) (?= \ ?[,.;)] )  # , a teacher of 54,
    """
)
_IS = re.compile(r"^ ?,? (?:who )?is (?P<age>[0-9]{1,3})(?: ?[,.;]| years old\b)")
_BEFORE = re.compile(
    r"\b(?P<age>[0-9]{1,3}) ?- ?years? ?- ?old(?: [^\s,.;:]{1,20}){0,4} $"
)  # “the 54-year-old actress ”


def ages(corpus: Corpus) -> Iterator[Told]:
    """Yield the age that each article gives a person, beside the name."""
    for entity in corpus.briefing.entities:
        if entity.kind == "person":
            for mention in entity.mentions:
                line = corpus.line_of(mention) if mention.form == "name" else None
                found = _age(line, mention) if line else None
                if line and found and YOUNGEST <= int(found) <= OLDEST:
                    same = corpus.one_named(entity)
                    yield Told(Attribute.AGE, same.id, f"How old is {same.name}?", line, found, float(found))


def _age(line: Line, mention: Name) -> str | None:
    """Return the digits of an age directly behind a name, or before it, or None."""
    start = line.sentence.span.start
    behind = line.text[mention.span.end - start :]
    title = min((t.span.start for t in mention.titles), default=mention.span.start)
    before = line.text[: max(0, min(mention.span.start, title) - start)]
    found = _BEHIND.match(behind) or _IS.match(behind) or _BEFORE.search(before[-120:])
    if found is None or (found.re is _BEFORE and _names_between(line, mention, found)):
        return None
    return next(g for g in found.groups() if g)


def _names_between(line: Line, mention: Name, found: re.Match[str]) -> bool:
    """Tell whether another person is named between an age and a name: ``the 12-year-old son of Ana Silva``."""
    between = found.group().casefold().split()
    return any(w in words("utterances-stopwords") for w in between) or any(
        n.span.end <= mention.span.start and e.kind == "person" and mention.span.start - n.span.end < len(found.group())
        for n, e in line.names
        if n is not mention
    )
