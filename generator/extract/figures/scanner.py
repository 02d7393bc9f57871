"""Text ──▶ quantities: every number of a text with its unit, from left to right."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.extract.figures.currencies import codes
from generator.extract.figures.money import prefixes
from generator.extract.figures.numerals import numerals
from generator.extract.figures.phrases import FEW, PLURALS, Quantity, quantity
from generator.extract.figures.ranges import dashed_score, join
from generator.model import Span
from generator.text import Sentence
from generator.text.tokens import pieces_of, tokens
from generator.text.words import LEXICON

if TYPE_CHECKING:
    from generator.text import Word


def scan(text: str) -> tuple[Quantity, ...]:
    """Return the numbers of a text with their units; see ``scan_tokens``."""
    return (
        scan_tokens(Sentence(Span(0, len(text)), "paragraph", *tokens(text, 0, len(text))).pieces, text) if text else ()
    )


def scan_tokens(tokens: Sentence, text: str, days: frozenset[int] = frozenset()) -> tuple[Quantity, ...]:
    """Return the numbers of a sentence of a text with their units, in order, without overlap.

    Digits of a date (the tokens ``days``) are no number, but that of an anniversary. Everything else that is written as
    a number is here, also what counts nothing; ``find_figures`` drops that.
    Linear in the length of the sentence. Shares without a finite decimal have 15 digits.
    """
    return tuple(q for q in _joined(tokens, _singles(tokens, text, days), text) if not dashed_score(tokens, q))


def _singles(tokens: Sentence, text: str, days: frozenset[int]) -> list[Quantity]:
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        idle = not _begins(tokens, i) or _inside_name(tokens, i) or (i in days and _is_bare(tokens, i))
        one = None if idle else quantity(tokens, i, text)
        if one is None:
            i += 1
            continue
        i = one.after
        if not _part_of_word(tokens, one) and not _is_model(tokens, one):
            found.append(_aged(tokens, one))
    return found


def _begins(tokens: Sentence, i: int) -> bool:
    """Tell whether a quantity may begin at a token: ``a`` and ``-`` only lead to one that may."""
    word = tokens.words[i]
    return _may_begin(word) and (word.low not in _LEADS or _may_begin(tokens.word(i + 1)))


def _inside_name(tokens: Sentence, i: int) -> bool:
    """Tell whether digits hang on letters or a percent sign: ``G20``, ``A380``, ``m212``, ``X1.6``, ``%20``."""
    k = i - 2 if tokens.low(i - 1) == "." and tokens.glued(i) and tokens.glued(i - 1) and i > 1 else i
    before = tokens.words[k - 1]
    hangs = before.shape == "word" or before.text == "%"
    return hangs and tokens.glued(k) and tokens.words[k].shape in ("number", "fraction")


def _part_of_word(tokens: Sentence, found: Quantity) -> bool:
    """Tell whether letters that are no unit hang on the number: ``3D``, ``5G``, ``737s``."""
    after = tokens.word(found.after)
    return (
        after.shape in ("word", "number")
        and tokens.glued(found.after)
        and tokens.words[found.after - 1].shape == "number"
    )


def _is_bare(tokens: Sentence, i: int) -> bool:
    return tokens.words[i].shape == "number" and not (tokens.glued(i + 1) and tokens.word(i + 1).shape == "word")


def _is_model(tokens: Sentence, found: Quantity) -> bool:
    """Tell whether one letter behind digits is no unit: the rocket ``Long March 4C``, a screen of ``1080p``."""
    last = tokens.words[found.after - 1]
    if found.after - found.first != len(("4", "C")) or len(last.text) > 1 or not tokens.glued(found.after - 1):
        return False
    named = tokens.parts[found.first - 1] == "name" if found.first else False
    return last.shape == "word" and (named or (last.text == "p" and tokens.words[found.first].text in _SCREENS))


_SCREENS = ("240", "360", "480", "576", "720", "1080", "1440", "2160")


def _aged(tokens: Sentence, found: Quantity) -> Quantity:
    if found.kind in ("count", "duration") and tokens.word(found.first - 1).low == "aged":
        return replace(found, kind="age", unit="year")
    return found


def _joined(tokens: Sentence, found: list[Quantity], text: str) -> list[Quantity]:
    out: list[Quantity] = []
    for one in found:
        both = join(tokens, out[-1], one, text) if out else None
        if both:
            out[-1] = both
        else:
            out.append(one)
    return out


def has_number(sentence: Sentence) -> bool:
    """Tell whether a sentence may have a number; most sentences are passed over by this one look-up a word."""
    return any(map(_is_number, [w.text for w in sentence.words]))


@lru_cache(maxsize=1 << 16)
def _is_number(word: str) -> bool:
    """Tell whether a piece of a word says that there is a number, which an article or a minus may stand before."""
    return any(_may_begin(LEXICON[p]) and LEXICON[p].low not in _LEADS for p in pieces_of(word))


@lru_cache(maxsize=1 << 16)
def _may_begin(token: Word) -> bool:
    return token.shape in ("number", "fraction") or token.low in _beginnings() or token.text in codes()


_LEADS = ("a", "an", "minus", "negative", "point", "-", "−")


@cache
def _beginnings() -> frozenset[str]:
    numbers = {w for kind in ("unit", "scale", "group", "part", "ordinal") for w in numerals(kind)}
    return frozenset(numbers | set(PLURALS) | set(FEW) | prefixes() | {"tens", *_LEADS})
