"""Quotation marks around words: which were read, which stand unread nearby, and what the words are about."""

import re
from bisect import bisect_left
from typing import NamedTuple

from generator.lexicons import compiled, words
from generator.link.content_words import stems_of
from generator.link.differences.asking import LOOSE, OPENING, POINTING, STOPS, lowered, read, spelt
from generator.link.differences.corpus import Corpus
from generator.model import Evidence, Quote
from generator.text.fold import small
from generator.text.words import gerund

MARKED = ("quotation", "fragment")
"""The kinds of quotations that give somebody's words in quotation marks."""
LONG = 5
"""Words of meaning from which nobody chooses the same ones by chance."""
LEAD = 20
"""Characters before a quotation in which the word stands that it depends on."""
BEFORE, AFTER = 400, 200
"""Characters around some words in which an unread quotation mark makes it unsure that they stand without marks."""
LONGEST = 10_000
"""Characters of a quotation; how far back one may begin that some words stand in."""

_MARK = compiled("quotation-mark")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+){0,3}")  # don’t, bullying


class _Sides(NamedTuple):
    marked: str = "in quotation marks"
    reported: str = "the same words, reported"
    otherwise: str = "in other words"


SIDES = _Sides()
"""How a source can give words that another one quotes, in the order of a card."""


def is_unmarked(corpus: Corpus, text: Evidence) -> bool:
    """Tell whether some words surely stand in no quotation marks: none that was read, and none unread nearby."""
    found = corpus.findings[text.article]
    start, end = max(0, text.span.start - BEFORE), text.span.end + AFTER
    first = bisect_left(found.quotes, start - LONGEST, key=lambda q: q.span.start)
    last = bisect_left(found.quotes, end, key=lambda q: q.span.start)
    inside = [q.span for q in found.quotes[first:last] if q.kind != "reported"]
    if any(s.meets(text.span) for s in inside):
        return False
    marks = (m.start() for m in _MARK.finditer(found.article.text, start, end))
    return all(any(s.start <= at < s.end for s in inside) for at in marks)


def plain(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters."""
    return tuple(map(small, _WORD.findall(text)))


def has_link(told: tuple[str, ...]) -> bool:
    """Tell whether a small word stands inside that terms don't have: *divided by wine*, not *weapons of war*."""
    return any(w in words("quoted-links") for w in told[1:-1])


def is_phrase(corpus: Corpus, quote: Quote) -> bool:
    """Tell whether some words are more than a term: long, with a small word inside, or with a verb at the beginning."""
    if len(stems_of(quote.words.text)) >= LONG or has_link(plain(quote.words.text)):
        return True
    start = quote.span.start
    before = plain(corpus.article(quote.article).text[max(0, start - LEAD) : start])
    return any(w in words("quoted-verbs-follow") for w in before[-1:])


def topic(corpus: Corpus, quote: Quote) -> str:
    """Return what some words are about, by the noun phrase or the bare verb that they open with, or their opening."""
    found = read(corpus, quote.words)
    if found is None:
        return ""
    line, s = found
    first, end = s.within(quote.words.span)
    while first < end and s.parts[first] in ("quote", "open"):
        first += 1
    kinds = s.word(first).kinds
    phrase = next((p for p in s.phrases if p.first == first and p.end <= end), None)
    stop = next((i for i in range(first + 1, end) if s.parts[i] in STOPS | {"prep", "conj"}), end)
    if {"base", "verb"} <= kinds and "noun" not in kinds and s.parts[first] != "name" and stop > first + 1:
        return f"about {gerund(s.low(first))} {spelt(s, list(range(first + 1, stop)))}"
    if phrase and phrase.kind in ("name", "description") and s.parts[phrase.head] in ("noun", "name"):
        owned = s.parts[first] == "poss" or s.low(first) in POINTING
        text = spelt(s, list(range(phrase.core if owned else first, phrase.end)))
        return f"about the {text}" if owned else f"about {lowered(line, s, text, first)}"
    opening = [i for i in range(first, min(first + OPENING, end)) if s.parts[i] != "quote"]
    while opening and s.parts[opening[-1]] in LOOSE | STOPS:
        opening.pop()
    words = spelt(s, opening)
    return f"{words} …" if words else ""
