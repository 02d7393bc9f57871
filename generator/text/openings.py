"""What stands before a story's first words: an editor's note, and the dateline."""

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

from generator.lexicons import compiled, table
from generator.model import Span
from generator.text.gender import gender
from generator.text.words import FUNCTION, LEXICON, forms

_SHORTEST = 3  # letters of a town in capitals; "A 6.1 - magnitude" is none

_BETWEEN = re.compile(r",\ |\ \(|\)\ ?/\ ")  # Oslo, Norway; Oslo (Norway) / Riga (Latvia)
_NOTE = compiled("note-above", re.IGNORECASE)
_DATELINE = compiled("dateline")


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a paragraph: its dateline (and in it place, date and agency), and where the story itself begins."""

    start: int
    line: Span | None
    place: Span | None = None
    date: Span | None = None
    agency: Span | None = None


def opening(text: str, start: int, end: int, *, first: bool = False) -> Opening | None:
    """Return what stands before the story in ``text[start:end]``, a paragraph; None where nothing does.

    Only the ``first`` paragraph may open with a town in capitals and a colon if the town isn't known: a transcript
    goes on with ``MINISTER QUIST:``.
    """
    note = _NOTE.match(text, start, end)
    begin = note.end() if note else start
    found = _DATELINE.match(text, begin, end)
    if found and _is_one(found, first=first):
        groups = ("date", "barred" if found["barred"] else "agency")
        date, agency = (Span(*found.span(g)) if found[g] else None for g in groups)
        return Opening(found.end(), Span(*found.span("line")), Span(*found.span("place")), date, agency)
    return Opening(begin, None) if note else None


def _is_one(found: re.Match[str], *, first: bool) -> bool:
    """Tell a dateline from a clause before a dash: by a date, an agency, a town in capitals, or a known one."""
    town, *region = _BETWEEN.split(found["place"].rstrip(")"))
    letters = sum(c.isalpha() for c in town)
    shouted = town.isupper() and letters >= _SHORTEST and not any(c.isdigit() for c in town)
    known = any(map(is_place, (town, *region)))
    if found["none"]:
        return known and bool(found["date"] and found["agency"])  # New Delhi, May 3 (PTI) The bank
    if found["colon"] and not (known and (found["date"] or region)):
        who = any("person" in LEXICON[w].kinds or gender(w.lower()) for w in town.split())  # MS HOLM: …
        named = who or _is_function(town)
        return shouted and (known or (first and not named))
    if not shouted and _is_function(town):
        return False  # "On May 3 – …"
    if found["date"]:
        return (found["m1"] or found["m2"]).lower() in forms("month")
    if found["barred"] or not found["agency"]:
        dashed = bool(found["dash"]) and (known or bool(region))
        return shouted or (known and bool(region or found["barred"])) or dashed
    short = found["agency"]  # or the initials of the name before it
    return known or shouted or not (short.isupper() and short[0] == town[0] and len(short) <= len(town.split()) + 1)


def _is_function(town: str) -> bool:
    """Tell whether the first word is one of grammar: ``THE FLOOD, DAY BY DAY January 13, 2009: …``."""
    return LEXICON[town.split(maxsplit=1)[0].lower()].part in FUNCTION


def is_place(name: str) -> bool:
    """Tell whether a place of that name is known, whatever its capitals."""
    return name.casefold() in _places()


@cache
def _places() -> frozenset[str]:
    listed = [name for name, *_ in (*table("names-places"), *table("names-regions"))]
    further = [name for row in table("names-countries") for name in row[4].split(";")]
    return frozenset(name.casefold() for name in (*listed, *further, *Locale("en").territories.values()))
