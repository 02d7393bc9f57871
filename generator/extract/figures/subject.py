"""What stands before a figure and says what it measures: the subject or the object of the verb that joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.figures.sentence import OWNERS, changes, phrase_at
from generator.lexicons import listed, wordset
from generator.text.words import HYPHENS

if TYPE_CHECKING:
    from generator.extract.figures.phrases import Quantity
    from generator.extract.figures.sentence import Counted
    from generator.text import Word

Words = tuple[int, int]
"""The first token of a phrase and the one after its last."""

_REACH = 10
"""Tokens between a verb and its figure (``rose by more than an estimated``)."""
_JOINERS = wordset("measure-joiners")
_TRIM = wordset("measure-trim")
_LOOSE = frozenset(("estimated", "total", "combined", "record", "whopping", "staggering"))
_SUMS = wordset("measure-sums")
_NO_MEASURE = wordset("measure-no-measure")
_DETERMINERS = wordset("measure-determiners")
_LY_WORDS = wordset("measure-ly-words")


def subject(s: Counted, first: int) -> Words | None:
    """Return what the verb before ``first`` is about: its object (``raised [its rate] by``), or its subject."""
    tokens = s.tokens
    for back in range(first - 1, max(-1, first - 1 - _REACH), -1):
        low = tokens.words[back].low
        if tokens.words[back].shape == "mark" and tokens.words[back].low not in (*HYPHENS, "–", "--", *OWNERS):
            return None
        noun = tokens.word(back - 1).low in _DETERMINERS or tokens.word(back + 1).low == "of"
        if s.ties(back) and not noun:
            return _object(s, back, first) or _left(s, back - 1)
        if s.acts(back) and not s.estimates(back):
            return None  # "was arrested for helping to steal $5,000"
        if low == "of" and back and tokens.words[back - 1].low not in _SUMS and _direct(s, back, first):
            return _summed(s, back - 1, first)
    return None


def _summed(s: Counted, noun: int, first: int) -> Words | None:
    """Return what a sum with *of* is: ``[exports] of $5 billion``, not ``the owner of``; of a change, what changed."""
    if "person" in s.tokens.words[noun].kinds:
        return None
    if s.tokens.words[noun].low not in changes():
        return _left(s, noun, nearest=True)
    return subject(s, noun) if first - noun <= _REACH else None


def _direct(s: Counted, link: int, first: int) -> bool:
    """Tell whether nothing but bounds and articles stands between *of* and the figure."""
    return all(t.low in listed("figures-stops") or t.low in _LOOSE for t in s.tokens.words[link + 1 : first])


def _object(s: Counted, verb: int, first: int) -> Words | None:
    """Return what stands between a verb and the *by*, *to*, *from* or *at* that leads to the figure."""
    links = [k for k in range(verb + 1, first) if s.tokens.words[k].low in ("by", "to", "from", "at")]
    if not links or s.tokens.words[verb + 1].shape != "word" or links[0] == verb + 1:
        return None
    begin, end = _trimmed(s, verb + 1, next((k for k in range(verb + 1, links[0]) if s.dated(k)), links[0]))
    plain = all(t.shape == "word" or t.low in (*HYPHENS, *OWNERS) for t in s.tokens.words[begin:end])
    plain = plain and end > begin and s.tokens.parts[end - 1] in ("noun", "name")
    return (begin, end) if plain else None


def _left(s: Counted, k: int, *, again: bool = False, nearest: bool = False) -> Words | None:
    """Return the noun phrase that ends at or before token ``k``; ``nearest`` begins it at its last article."""
    tokens = s.tokens
    while k >= 0 and _skippable(s, k):
        k -= 1
    if k >= 0 and tokens.words[k].low in ("which", "that", "who") and not again:
        comma = k - 2 if tokens.word(k - 1).text == "," else k - 1
        return _left(s, comma, again=True) if comma >= 0 else None
    found = phrase_at(tokens, k) if k >= 0 else None
    if found is None or s.counted(k):
        return None
    first, begin, end = found.first, found.core, k + 1
    while not nearest and tokens.low(first - 1) in _JOINERS and (above := phrase_at(tokens, first - 2)):
        first, begin = above.first, above.core
    while tokens.low(begin - 1) in HYPHENS and tokens.near(begin, 0):
        begin -= 2  # a heart-shaped cloud
    begin, end = _trimmed(s, begin, end)
    content = any(
        t.shape == "word" and t.low not in listed("figures-stops") and not weak(t.low) for t in tokens.words[begin:end]
    )
    return (begin, end) if content else None


def weak(word: str) -> bool:
    """Tell whether a word can't be a measure by itself: an adverb, a participle, the *fact* of *in fact*."""
    return word in _NO_MEASURE or (word.endswith(("ed", "ly", "ing")) and word not in _LY_WORDS)


def _trimmed(s: Counted, begin: int, end: int) -> Words:
    """Return a phrase without the articles, adverbs and signs at its ends."""
    tokens = s.tokens
    while begin < end and (_loose(tokens.words[begin]) or tokens.words[begin].low.endswith("ly")):
        begin += 1
    while end > begin and (_loose(tokens.words[end - 1]) and tokens.words[end - 1].low not in OWNERS):
        end -= 1
    return begin, end


def _loose(token: Word) -> bool:
    return token.low in _TRIM or token.shape == "mark"


_SKIPPED = wordset("measure-skipped")


def _skippable(s: Counted, k: int) -> bool:
    token = s.tokens.words[k]
    if s.dated(k) or s.ties(k) or token.low.endswith("ly"):
        return True
    return token.low in _SKIPPED


def owned(s: Counted, q: Quantity) -> Words | None:
    """Return the noun before the dash or comma of ``state visit, his fourth``."""
    k = q.first - 2
    return _left(s, k - 1) if k > 0 and s.tokens.words[k].text in (",", "—", "–", "-") else None
