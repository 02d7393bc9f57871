"""Which kinds of words a sentence holds that temporal expressions are made of: what it has none of isn't looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from generator.extract.dates.fragments import entries
from generator.lexicons import table
from generator.text import Word

_PIECE = re.compile(r"[0-9]+|[^\W\d_]+(?:['’][^\W\d_]+)?")  # mid and June, 10 and am; o'clock
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")
_SHORTEST_YEAR, _NUMBER_OF_TENS = 4, 2
_KINDS = {
    "month": ("month",),
    "weekday": ("weekday",),
    "unit": ("unit",),
    "season": ("season",),
    "ordinal": ("ordinal",),
    "frequency": ("frequency",),
    "jubilee": ("jubilee",),
    "vague": ("vague-present", "vague-past", "vague-future"),
}
_WORDS = {
    "day": "today tonight yesterday tomorrow overnight night morning afternoon evening",
    "clock": "noon midnight o'clock a.m. p.m. a.m p.m am pm",
    "quarter": "quarter half",
    "period": "quarter period",
    "century": "century centuries",
    "decade": "twenties thirties forties fifties sixties seventies eighties nineties",
    "era": "bc bce ad ce b.c. b.c.e. a.d. c.e. b.c b.c.e a.d c.e",
    "year": "eighteen nineteen twenty thousand",
    "fiscal": "fiscal financial fy",
    "q": "q h",
    "while": "time while",
    "every": "every each",
    "weekday": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "vague": "future",
    "ago": "ago",
    "then": "then",
    "previously": "previously",
    "jubilee": "anniversary",
    "slash": "/",
}


@cache
def _listed() -> dict[str, frozenset[str]]:
    """Return the kinds of a word; of an entry of several words, such as ``these days``, the last one counts."""
    found: dict[str, set[str]] = {}
    pairs = [(kind, word) for kind, lists in _KINDS.items() for name in lists for word in entries(name)]
    pairs += [("holiday", name) for name, *_ in table("dates-holidays")]
    for kind, entry in pairs:
        found.setdefault(_PIECE.findall(entry)[-1], set()).add(kind)
    for kind, words in _WORDS.items():
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=1 << 16)
def _kinds(low: str) -> frozenset[str]:
    listed, found = _listed(), set[str]()
    for piece in (low, *_PIECE.findall(low)):
        found.update(listed.get(piece, ()))
        if piece[0].isdigit():
            found.update(_numeric(piece))
    return frozenset(found)


def _numeric(digits: str) -> Iterable[str]:
    if len(digits) == _SHORTEST_YEAR and _YEAR.fullmatch(digits):
        yield "year"
    if len(digits) in (_NUMBER_OF_TENS, _SHORTEST_YEAR) and digits.endswith("0"):
        yield "tens"


def kinds_of(words: Iterable[Word]) -> frozenset[str]:
    """Return the kinds of all words of a sentence."""
    return frozenset[str]().union(*{_kinds(w.low) for w in words})
