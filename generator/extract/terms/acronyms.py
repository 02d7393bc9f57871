"""Acronyms with their expansions, in both orders (Schwartz and Hearst, PSB 2003, with stricter letters)."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from generator.lexicons import listed
from generator.model import Span
from generator.text import Sentence

_SMALL = listed("terms-small")
_LONGEST, _LETTERS = 10, 2  # characters of the longest acronym (Schwartz and Hearst) and letters of the shortest
_INNER = 3  # letters of an acronym that one word may give: the D and N of *deoxyribonucleic*
_SKIPPED = 1  # words of the long form, function words aside, that may have no letter in the acronym
_ASIDE = 12  # tokens that may follow an acronym in its bracket: ``(FAO, founded in 1945)``
_FURTHEST = 20  # tokens among which a long form behind its acronym ends
_QUOTES = frozenset("\"“”‘’'")
_BREAKS = frozenset(".;:()?!")
_NAMING = (("or",), ("also", "known", "as"), ("known", "as"), ("called",), ("abbreviated", "as"), ("abbreviated", "to"))
"""What stands between a comma behind a long form and its acronym."""
_INSIDE = ((), ("short", "for"), ("stands", "for"), ("or",))  # what may open the bracket that spells an acronym out …
_BESIDE = (("short", "for"), ("which", "stands", "for"), ("an", "acronym", "for"), ("or",), ())
"""… and what a comma before the long form; the last needs an article."""
_SPELLING = (("stands", "for"), ("short", "for"), ("is", "short", "for"))


class Pair(NamedTuple):
    """An acronym and its long form in an article."""

    short: Span
    long: Span


class _Piece(NamedTuple):
    """A word of a long form, or a part of one that hyphens join: where it stands, and in small letters."""

    start: int
    end: int
    low: str
    capital: bool


@lru_cache(maxsize=1 << 10)
def acronyms(sentence: Sentence) -> tuple[Pair, ...]:
    """Return the acronyms that a sentence expands, in text order; linear in its length."""
    found = []
    for i, short in [(i, w.text) for i, w in enumerate(sentence.words) if w.text != w.low]:
        if _is_acronym(short) and (long := _before(sentence, i, short) or _behind(sentence, i, short)):
            found.append(Pair(Span(sentence.starts[i], sentence.starts[i] + len(short)), long))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _is_acronym(short: str) -> bool:
    """Tell whether a word looks like an acronym: short, with two capitals (or a capital and a digit)."""
    letters = short if short.isupper() else short.removesuffix("s")
    capitals = sum(c.isupper() for c in letters)
    return _LETTERS <= len(letters) <= _LONGEST and capitals >= _LETTERS and capitals * 2 > len(letters)


def _letters(short: str) -> str:
    bare = short if short.isupper() else short.removesuffix("s")
    return "".join(c for c in bare.lower() if c.isalnum())


def _follows(sentence: Sentence, end: int, phrases: Sequence[tuple[str, ...]]) -> int | None:
    """Return where the longest of some phrases begins that ends at a token, or None."""
    lows = tuple([sentence.low(i) for i in range(end - 3, end)])
    return next((end - n for n in (3, 2, 1, 0) if lows[3 - n :] in phrases), None)


def _before(sentence: Sentence, i: int, short: str) -> Span | None:
    """Return the long form before an acronym: ``long form (LF)``, ``long form, or LF,``."""
    k = i - (sentence.low(i - 1) in _QUOTES)
    k -= sentence.low(k - 1) in ("the", "or")
    if sentence.low(k - 1) == "(":
        return _spelt_before(sentence, k - 1, short) if _shut(sentence, i + 1) else None
    k = i - (sentence.low(i - 1) in _QUOTES)
    k -= sentence.low(k - 1) == "the"
    comma = _follows(sentence, k, _NAMING)
    named = comma is not None and comma < k and sentence.low(comma - 1) == "," and short.replace("-", "").isupper()
    return _spelt_before(sentence, comma - 1, short) if named and comma else None


def _shut(sentence: Sentence, k: int) -> bool:
    """Tell whether a bracket ends behind an acronym, with or without an aside."""
    k += sentence.low(k) in _QUOTES
    if sentence.low(k) == ")":
        return True
    aside = [sentence.low(n) for n in range(k, k + _ASIDE)]
    return aside[0] in (",", ";") and ")" in aside and "(" not in aside


def _spelt_before(sentence: Sentence, end: int, short: str) -> Span | None:
    """Return the long form that ends at a token: the shortest by initials, else the shortest with inner letters."""
    letters = _letters(short)
    found = list(_backwards(sentence, end, min(len(letters) + 5, 2 * len(letters)) + 1))[::-1]
    for most in (1, _INNER):
        for first in range(len(found) - 2, -1, -1):
            if _spelt(letters, [p.low for p in found[first:]], most):
                return Span(found[first].start, found[-1].end)
    return None


def _backwards(sentence: Sentence, end: int, most: int) -> Iterator[_Piece]:
    """Yield the pieces before a token up to where a clause begins, the nearest first."""
    while sentence.low(end - 1) in _QUOTES:
        end -= 1
    count = 0
    for i in range(end - 1, -1, -1):
        pieces = list(_pieces(sentence, i))
        if (not pieces and i == end - 1) or not _BREAKS.isdisjoint(sentence.words[i].text[:1]):
            return
        for piece in reversed(pieces):
            yield piece
            count += 1
            if count == most:
                return


def _pieces(sentence: Sentence, i: int) -> Iterator[_Piece]:
    if sentence.words[i].shape not in ("word", "number"):
        return
    at = sentence.starts[i]
    for part in sentence.words[i].text.split("-"):
        if part:
            yield _Piece(at, at + len(part), part.lower(), part[0].isupper())
        at += len(part) + 1


def _behind(sentence: Sentence, i: int, short: str) -> Span | None:
    """Return the long form behind an acronym: ``LF (long form)``, ``LF, short for long form,``, ``LF stands for …``."""
    if not short.replace("-", "").removesuffix("s").isupper():
        return None
    mark = "(" if sentence.low(i - 1) == "(" and sentence.low(i + 1) == ":" else sentence.low(i + 1)
    phrases = _INSIDE if mark == "(" else _BESIDE if mark == "," else _SPELLING
    first = i + 2 if mark in ("(", ",") else i + 1
    n = next((n for n in (3, 2, 1, 0) if tuple(sentence.low(first + k) for k in range(n)) in phrases), None)
    if n is None:
        return None
    article = sentence.low(first + n) == "the"
    if mark == "," and n == 0 and not article:
        return None
    return _spelt_behind(sentence, first + n + article, short, bracket=mark == "(")


def _spelt_behind(sentence: Sentence, first: int, short: str, *, bracket: bool) -> Span | None:
    """Return the long form that begins at a token and of which nothing follows."""
    letters, lows, begin = _letters(short), list[str](), -1
    for i in range(first, min(first + _FURTHEST, len(sentence))):
        if sentence.low(i) in ("(", ")", ".", ";", ":", ","):
            return None
        for piece in _pieces(sentence, i):
            begin = piece.start if begin < 0 else begin
            lows.append(piece.low)
        after = sentence.word(i + 1)
        whole = after.text in (")", ",", ";", "–", "—", "") or (not bracket and not after.capital)
        if whole and len(lows) > 1 and _spelt(letters, lows, _INNER):
            return Span(begin, sentence.ends[i])
    return None


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
