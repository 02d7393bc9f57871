"""Acronyms with their expansions, in both orders (Schwartz and Hearst, PSB 2003, with stricter letters)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.lexicons import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = r"[^\W\d_][^\W_]*(?:[-/&.][^\W_]+){0,3}s?"
_CAPITALS = r"[A-Z][A-Z0-9-]{1,9}"
_OPEN, _SHUT = "[\"“‘']?", "[\"”’']?"
_LONG_SHORT = re.compile(
    rf"""
      \( \s? (?:the\ |or\ )? {_OPEN} (?P<short>{_SHORT}) {_SHUT} \s?
      (?: [;,] [^()\n]{{0,60}} )? \)                                                          # long form (LF)
    | ,\ (?:or|also\ known\ as|abbreviated\ (?:as|to)|known\ as|called)\ (?:the\ )?      # long form, or LF,
      {_OPEN} (?P<named>{_CAPITALS}) {_SHUT} (?=[\s,.;)])
    """,
    re.VERBOSE,
)
_SHORT_LONG = re.compile(
    rf"""
    (?<![\w-]) (?P<short>{_SHORT}) \s? (?:
      \( \s? (?:the\ |or\ the\ |short\ for\ (?:the\ )?|stands\ for\ )?
      (?P<inside> [^()\n]{{5,90}} ) \)                                                     # LF (long form)
    | ,\ (?:short\ for|which\ stands\ for|an\ acronym\ for|or|the)\ (?:the\ )?
      (?P<beside> [^(),.;:\n]{{5,90}} )                                                    # LF, short for long form,
    | \ (?:stands|short|is\ short)\ for\ (?:the\ )? (?P<stands> [^(),.;:\n]{{5,90}} )      # LF stands for long form
    )
    """,
    re.VERBOSE,
)
_TWO_CAPITALS = re.compile(r"[^\Wa-z_]\S{0,20}?[^\Wa-z_]")  # NATO  U.N.  CO2: nothing else is an acronym
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = listed("terms-small")
_LONGEST, _LETTERS = 10, 2
"""Characters of the longest acronym (Schwartz and Hearst) and letters of the shortest."""
_REACH = 160
"""Characters before a bracket in which the long form may begin."""
_INNER = 3
"""Letters of an acronym that one word may give: the D and N of *deoxyribonucleic*."""
_SKIPPED = 1
"""Words of the long form, function words aside, that may have no letter in the acronym."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An acronym and its long form, as offsets of the text."""

    short: tuple[int, int]
    long: tuple[int, int]


@lru_cache(maxsize=1 << 10)
def acronyms(text: str) -> tuple[Pair, ...]:
    """Return the acronyms that a sentence expands, in text order; linear in its length."""
    found: dict[int, Pair] = {}
    if not _TWO_CAPITALS.search(text):
        return ()
    for m in _LONG_SHORT.finditer(text):
        group = "short" if m["short"] else "named"
        if _acronym(m[group]) and (long := _before(text, m.start(), m[group])):
            found[m.start(group)] = Pair(m.span(group), long)
    for m in _SHORT_LONG.finditer(text):
        group = next(g for g in ("inside", "beside", "stands") if m[g])
        if m.start("short") not in found and _acronym(m["short"], strict=True) and (long := _within(m, group)):
            found[m.start("short")] = Pair(m.span("short"), long)
    return tuple(found[start] for start in sorted(found))


def _acronym(short: str, *, strict: bool = False) -> bool:
    """Tell whether a word looks like an acronym: short, with two capitals (or a capital and a digit)."""
    letters = short.removesuffix("s") if not short.isupper() else short
    capitals = sum(c.isupper() for c in letters)
    if not _LETTERS <= len(letters) <= _LONGEST or capitals < _LETTERS:
        return False
    return capitals * 2 > len(letters) if not strict else letters.replace("-", "").isupper()


def _letters(short: str) -> str:
    bare = short if short.isupper() else short.removesuffix("s")
    return "".join(c for c in bare.lower() if c.isalnum())


def _before(text: str, end: int, short: str) -> tuple[int, int] | None:
    """Return the long form that ends at ``end``: the shortest by initials, else the shortest with inner letters."""
    found = list(_WORD.finditer(text, max(0, end - _REACH), end))
    if not found or text[found[-1].end() : end].strip(" \"”’'"):
        return None
    letters = _letters(short)
    begins = list(_beginnings(text, found, letters))
    for most in (1, _INNER):
        for first in begins:
            if _spelt(letters, [m.group().lower() for m in found[first:]], most):
                cut = most > 1 and first > 0 and _goes_before(text, found[first - 1], found[first])
                return None if cut else (found[first].start(), found[-1].end())
    return None


def _goes_before(text: str, word: re.Match[str], first: re.Match[str]) -> bool:
    """Tell whether a name begins before a loosely spelt long form: *Swiss* Financial Market … (FINMA)."""
    named = word.group()[0].isupper() and word.group().lower() not in _SMALL | {"the", "a", "an"}
    return named and first.group()[0].isupper() and text[word.end() : first.start()] == " "


def _beginnings(text: str, found: list[re.Match[str]], letters: str) -> Iterator[int]:
    """Yield where a long form may begin, the nearest first: within one clause, not too many words for the letters."""
    longest = min(len(letters) + 5, 2 * len(letters))
    for first in range(len(found) - 1, max(-1, len(found) - 1 - longest), -1):
        if first < len(found) - 1 and _breaks(text[found[first].end() : found[first + 1].start()]):
            return
        if first < len(found) - 1:
            yield first


def _breaks(between: str) -> bool:
    return any(c in ".;:()?!\n" for c in between)


def _within(m: re.Match[str], group: str) -> tuple[int, int] | None:
    """Return the long form that begins where the acronym's bracket (or *short for*) does."""
    found = list(_WORD.finditer(m[group]))
    letters = _letters(m["short"])
    for last in range(1, min(len(found), len(letters) + 5)):
        part = found[: last + 1]
        if _spelt(letters, [w.group().lower() for w in part], _INNER) and _whole(m[group], part[-1].end(), group):
            return m.start(group) + part[0].start(), m.start(group) + part[-1].end()
    return None


def _whole(inner: str, end: int, group: str) -> bool:
    """Tell whether nothing of the name follows: the bracket ends there, or a comma or semicolon parts the rest."""
    rest = inner[end:].strip()
    return not rest or rest[0] in ",;–—" or (group != "inside" and not rest[:1].isupper())


def _spelt(letters: str, long: list[str], most: int) -> bool:
    """Tell whether the words spell the letters, each giving at most ``most``; the first begins the first word."""
    if long[0][0] != letters[0] or long[-1] in _SMALL:
        return False
    return _fits(letters, tuple(long), _SKIPPED, most)


@cache
def _fits(letters: str, long: tuple[str, ...], skips: int, most: int) -> bool:
    """Match letters to words from left to right; a word gives its first letters, or is skipped."""
    if not long:
        return not letters
    word, rest = long[0], long[1:]
    if letters and word[0] == letters[0]:
        for take in range(1, min(len(letters), most) + 1):
            if _scattered(letters[:take], word) and _fits(letters[take:], rest, skips, most):
                return True
    if word in _SMALL:
        return _fits(letters, rest, skips, most)
    return skips > 0 and bool(rest) and _fits(letters, rest, skips - 1, most)


def _scattered(letters: str, word: str) -> bool:
    """Tell whether the letters occur in the word in order, the first at its beginning (``XML``: eXtensible doesn't)."""
    at = 0
    for letter in letters:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return True
