"""What a figure measures: the words of the sentence that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.figures.sentence import changes, plural, run
from generator.extract.figures.subject import weak
from generator.lexicons import wordset
from generator.text.words import HYPHENS

if TYPE_CHECKING:
    from generator.extract.figures.phrases import Quantity
    from generator.extract.figures.sentence import Counted
    from generator.extract.figures.subject import Words


_BEFORE_COUNTED = wordset("measure-before-counted")
_PERIODS = wordset("measure-periods")
_DETERMINERS = wordset("measure-determiners")
_SUMS_FOLLOW = frozenset(("of", "by", "from"))
"""Prepositions before a sum of something named before it: ``exports of $5 billion``."""


def after(s: Counted, q: Quantity) -> Words | None:
    """Return the noun phrase right behind a count: ``45 [bilateral cooperation documents]``."""
    tokens = s.tokens
    k = q.after
    if tokens.word(k).text in HYPHENS and tokens.word(k + 1).low in ("odd", "plus"):
        k += 2  # 300-odd guests
    elif tokens.word(k).text in HYPHENS and tokens.word(k + 1).shape == "word":
        return k + 1, k + 2  # a 300-seat hall
    while tokens.word(k).low in _BEFORE_COUNTED:
        k += 1
    if k in s.begun and tokens.word(k - 1).low == "the":
        k = s.begun[k].after
    end = _undated(s, k, run(tokens, k))
    if plural(tokens.word(end).text) and not any(plural(t.text) for t in tokens.words[k:end]):
        end += 1  # two bank checks: a number asks for a plural, whatever else the word may be
    head = next((e for e in range(end - 1, k - 1, -1) if plural(tokens.words[e].text)), None)
    if head is None or tokens.words[head].low in _PERIODS:
        return None
    return k, _with_of(s, head + 1)


def _of_verb(s: Counted, i: int) -> bool:
    """Tell whether an *of* belongs to the verb: ``was accused by two women [of] theft``."""
    verb = s.tokens.verb_of(i)
    if verb is None or s.tokens.words[verb.head].lemma not in wordset("measure-of-verbs"):
        return False
    return all(s.tokens.low(k) != "of" or s.counted(k - 1) for k in range(verb.end, i))


def _undated(s: Counted, first: int, end: int) -> int:
    return next((e for e in range(first, end) if s.dated(e)), end)


def _with_of(s: Counted, end: int) -> int:
    """Add ``of diplomatic relations`` to a head noun."""
    tokens = s.tokens
    if tokens.word(end).low != "of" or not tokens.near(end) or _of_verb(s, end):
        return end
    k = end + 1
    while tokens.word(k).low in ("the", "its", "their", "a", "an"):
        k += 1
    stop = run(tokens, k)
    if tokens.low(stop - 2) in HYPHENS and tokens.parts[stop : stop + 1] == ("ing",):
        stop = max(stop + 1, run(tokens, stop + 1))  # first-degree falsifying business records
    cut = tokens.word(stop).shape == "number" and tokens.near(stop)  # of the Apollo 17 landing
    return end if cut or stop <= k else stop


def noun(s: Counted, q: Quantity) -> Words | None:
    """Return the noun that money or a share stands before: ``a $5 million [fine]``, ``an 8% [stake]``."""
    tokens = s.tokens
    k = q.after + 1 if tokens.word(q.after).text in HYPHENS else q.after
    if not tokens.near(k):
        return None
    k = k + 1 if tokens.word(k).low == "such" else k
    end = run(tokens, k) if tokens.low(k) not in _NO_NOUNS else k
    end = end if q.kind == "ordinal" else _undated(s, k, end)  # "75th anniversary" is a date as well
    return (k, _with_of(s, end)) if end > k else None


_NO_NOUNS = wordset("measure-no-nouns")


_LINKS = {"money": ("of", "in", "for", "on"), "quantity": ("of",)}  # "205 yards in the game" measures no game


def inside(s: Counted, q: Quantity) -> Words | None:
    """Return what follows *of*, *in* or *worth of*: ``45 percent of [voters]``, ``$3 million in [damages]``."""
    tokens, k = s.tokens, q.after
    if tokens.low(k) == "(" and (other := s.begun.get(k + 1)):
        k = other.after + 1  # $7m (£5m) in funding
    if tokens.word(k).low == "worth" and tokens.word(k + 1).low == "of":
        k += 1
    link = tokens.word(k).low
    if link not in _LINKS.get(q.kind, ("of", "in", "for")):
        return None
    k += 1
    while tokens.word(k).low in _DETERMINERS | {"all", "such"}:
        k += 1
    end = run(tokens, k)
    end = _with_of(s, _undated(s, k, end))
    if end == k and tokens.low(k).endswith("ing") and tokens.word(k + 1).part in ("prep", "conj", "comma", "stop", ""):
        end = k + 1  # $7 million in funding from
    named = all(t.text[:1].isupper() for t in tokens.words[k:end] if t.shape == "word")
    named = named or (not tokens.low(k).endswith("ing") and all(weak(t.low) for t in tokens.words[k:end]))
    return None if end <= k or (link != "of" and named) else (k, end)


def changed(s: Counted, q: Quantity) -> Words | None:
    """Return what changed: ``a 21% increase in [exports]``, ``[trade] saw a 21% rise``."""
    tokens = s.tokens
    k = next((k for k in range(q.after, q.after + 5) if tokens.word(k).low in changes()), None)
    if k is None:
        return None
    link = k + 1
    if tokens.word(link).low in ("in", "of", "for"):
        begin = link + 1
        while tokens.word(begin).low in ("the", "its", "their", "his", "her", "all", "a", "an", "our"):
            begin += 1
        end = run(tokens, begin)
        end = _undated(s, begin, end)
        if end > begin:
            return begin, end
    return None


def attributive(s: Counted, q: Quantity, first: int) -> Words | None:
    """Return the noun behind a figure with an article, or a plural: ``a $5m [fine]``, ``2% [bonds]``."""
    found = noun(s, q)
    if found is None:
        return None
    if s.tokens.words[found[1] - 1].low in changes():
        return None
    before = s.tokens.word(first - 1)
    led = before.low in _DETERMINERS or (before.part == "prep" and before.low not in _SUMS_FOLLOW)
    return found if led or plural(s.tokens.words[found[1] - 1].text) else None
