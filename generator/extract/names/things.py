"""How much speaks for an event, an agreement, a work or a product."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.names.lists import cues, heads
from generator.extract.names.organisations import of_phrase
from generator.extract.names.sentence import Reading, bare

if TYPE_CHECKING:
    from generator.extract.names.sentence import Sentence
    from generator.model import NameKind

LONGEST = 14

_INNER = frozenset({"of", "on", "in", "for", "the", "and", "to", "against", "with", "&"})
_TELLING = frozenset(
    "Act Treaty Agreement Accord Accords Protocol Convention Pact War Wars Revolution Uprising Olympics Games Cup Championship Championships Prize Award Awards".split()
)
"""Heads that make a name even of ordinary words: ``Voting Rights Act``."""

_EDITION = re.compile(r"(?:19|20)\d\d$")


def event(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a named event (``Battle of Antietam``, ``Paris Olympics``)."""
    return _thing(s, start, end, "event")


def agreement(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a named agreement, law or initiative."""
    return _thing(s, start, end, "agreement")


def work(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as the title of a work: in quotation marks, or called one."""
    if end - start > LONGEST or s.tokens[start].kind == "low" or s.tokens[end - 1].kind not in ("cap", "num"):
        return None
    opened, closed = s.word(start - 1), s.word(end)
    if opened in _QUOTES and closed in _QUOTES | {",", ".", "!", "?"} and end - start <= LONGEST:
        return Reading(start, end, "work", 2.0, "work", "it stands in quotation marks")
    if cues("before").get(s.low(start - 1)) == "work" and not any(t.kind == "mark" for t in s.tokens[start:end]):
        return Reading(start, end, "work", 2.2, "work", f"“{opened}” stands before it")
    return None


_QUOTES = frozenset({'"', "“", "”", "‘", "’", "``", "''"})


def product(s: Sentence, start: int, end: int) -> Reading | None:
    """Return the reading of some tokens as a product: a name with a number, or called one."""
    if end - start > 4 or not s.is_cap(start):  # noqa: PLR2004
        return None
    called = cues("before").get(s.low(start - 1))
    if called == "product" and s.is_cap(end - 1):
        return Reading(start, end, "product", 1.8, "product", f"“{s.word(start - 1)}” stands before it")
    last = s.tokens[end - 1]
    if (
        last.kind == "num"
        and end - start > 1
        and s.is_cap(end - 2)
        and not _EDITION.match(last.text)
        and len(last.text) < 4
    ):  # noqa: PLR2004
        if any(s.ordinary(i) for i in range(start, end - 1)):
            return None
        return Reading(start, end, "product", 0.9, "product", "a number belongs to it")
    return None


def _thing(s: Sentence, start: int, end: int, kind: NameKind) -> Reading | None:
    if not 2 <= end - start <= LONGEST or s.tokens[start].kind == "low" or not s.is_cap(end - 1):  # noqa: PLR2004
        return None
    if any(t.kind == "mark" for t in s.tokens[start:end]) or s.word(start - 1) == "-" or bare(s, start, end):
        return None
    inner = {s.word(i) for i in range(start, end) if s.tokens[i].kind == "low"}
    if (found := of_phrase(s, start, end, kind)) is not None:
        return Reading(start, end, kind, found[0], kind, found[1])
    last, first = s.tokens[end - 1].text, s.tokens[start].text
    if kind in heads("start").get(first, ()) and not inner and end - start <= 3:  # noqa: PLR2004
        return Reading(start, end, kind, 2.4, kind, f"{first} … is what such names look like")
    if kind not in heads("end").get(last, ()) or inner - {"of", "and", "the", "&"}:
        return None
    if inner and not s.is_cap(start):
        return None
    if inner:
        return None
    plain = all(s.ordinary(i) for i in range(start, end - 1))
    if plain and (s.opens(start) or last not in _TELLING):
        return Reading(start, end, kind, 0.3, kind, f"{last} is what such names end in")
    return Reading(start, end, kind, 2.2, kind, f"{last} is what such names end in")
