"""Titles beside a person's name: ``Prime Minister X``, ``Ambassador to Y X``, ``X, head of the Y``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import cues, title_words, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.extract.names.sentence import Sentence

BEFORE = 14
"""A title with all its complements has no more tokens."""

APPOSITION = 24
"""A title after the name has no more tokens."""

NEAR = 6
"""The title itself stands within so many tokens of the comma."""

_LINKS = frozenset({"of", "for", "to", "the", "and", "&", "in", "at", "on", "-"})
_OPENERS = frozenset({"a", "an", "the", "its", "his", "her", "who", "is", "also", "now", "then", "another", "one"})
_MARKS = frozenset({",", ".", ";", ")", "(", "–", "—", "“", '"', ":"})
_ENDS = frozenset({"who", "which", "said", "says", "met", "held", "holds", "has", "was", "is", "told", "will", "had"})


def before(s: Sentence, start: int) -> tuple[tuple[int, int], ...]:
    """Return the token ranges of the titles that stand directly before the name at ``start``, in text order."""
    at = start - 1 if s.word(start - 1) == "," and _complement_ends(s, start - 1) else start
    first = _chain_start(s, at)
    return () if first is None else tuple(_parts(s, first, at))


def honorific(s: Sentence, start: int) -> bool:
    """Tell whether ``Mr``, ``Dr`` or the like stands directly before."""
    return s.is_cap(start - 1) and s.word(start - 1) in cues("honorific")


def after(s: Sentence, end: int) -> tuple[tuple[int, int], ...]:
    """Return the token ranges of the titles in an apposition after the name that ends at ``end``."""
    if s.word(end) not in (",", "(", "–", "—"):
        return ()
    first = end + 1
    while s.word(first) in _OPENERS:
        first += 1
    stop = _apposition_end(s, first)
    held = next((i for i in range(first, min(stop, first + NEAR)) if s.word(i) in titles()), None)
    if held is None or not all(_within_title(s, i) for i in range(first, held)):
        return ()
    if any(_another(s, i) for i in range(held + 1, stop)):
        return ()  # X, ambassador Y: a list
    return tuple(_parts(s, first, stop))


def _complement_ends(s: Sentence, comma: int) -> bool:
    """Tell whether ``… of the Party`` ends at a comma, so that ``…, X`` names who holds the office."""
    return s.is_cap(comma - 1) and any(s.word(i) == "of" for i in range(max(0, comma - BEFORE), comma))


def _chain_start(s: Sentence, end: int) -> int | None:
    """Walk left over title words, demonyms and complements; return where a chain that holds a title begins."""
    i, found = end, None
    if s.low(end - 1) in _LINKS:
        return None  # captain of the X
    while i > 0 and end - i < BEFORE:
        word = s.word(i - 1)
        if word in titles():
            found = i - 1
        elif word in title_words() or _adjective(s, i - 1):
            found = None if found is None else i - 1
        elif not _joins(s, i - 1, end, begun=found is not None):
            break
        i -= 1
    return found


def _joins(s: Sentence, i: int, end: int, *, begun: bool) -> bool:
    """Tell whether the i-th token joins two titles, or belongs to the complement of one."""
    if begun:
        return s.word(i) == "and" and s.word(i - 1) in titles()
    return (s.is_cap(i) or s.word(i) in _LINKS) and _office_before(s, i, end)


def _office_before(s: Sentence, i: int, end: int) -> bool:
    """Tell whether a title and ``of``, ``for`` or ``to`` stand to the left of a complement, in one run with it."""
    linked = False
    for k in range(i, max(-1, end - BEFORE), -1):
        word = s.word(k)
        if word in titles() and linked:
            return True
        if word in ("of", "for", "to"):
            linked = True
        elif not (s.is_cap(k) or word in _LINKS):
            return False
    return False


def _adjective(s: Sentence, i: int) -> bool:
    entry = gazetteer().get(s.words[i].text)
    return entry is not None and (entry.form == "demonym" or entry.key.startswith("country:"))


def _parts(s: Sentence, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a chain at ``and`` between titles: ``Prime Minister and Defence Minister``, ``… of Y and mayor``."""
    first = start
    for i in range(start + 1, end):
        later = any(s.word(k) in titles() for k in range(i + 1, end))
        held = any(s.word(k) in titles() for k in range(first, i))
        if s.word(i) == "and" and later and (s.word(i - 1) in titles() or (held and _title_follows(s, i + 1, end))):
            yield first, i
            first = i + 1
    yield first, end


def _title_follows(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a title stands there, with nothing before it but what belongs to one: ``Chinese president``."""
    held = next((i for i in range(start, end) if s.word(i) in titles()), None)
    return held is not None and all(s.word(i) in title_words() or _adjective(s, i) for i in range(start, held))


def _another(s: Sentence, i: int) -> bool:
    """Tell whether a name begins after a word that joins nothing: the title is that name's."""
    return s.is_cap(i) and s.low(i - 1) not in _LINKS | {""} and not _adjective(s, i)


def _within_title(s: Sentence, i: int) -> bool:
    return s.word(i) in title_words() or _adjective(s, i) or s.is_cap(i) or s.word(i) == "'s"


def _apposition_end(s: Sentence, first: int) -> int:
    last = min(len(s.words), first + APPOSITION)
    return next((i for i in range(first, last) if _ends(s, i)), last)


def _ends(s: Sentence, i: int) -> bool:
    busy = s.low(i).endswith("ing") and s.word(i - 1) in titles()  # a farmer trying to …
    return busy or s.words[i].text in _MARKS or s.word(i) in _ENDS
