"""What a figure measures: the words of the sentence that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.figures.sentence import OWNERS, changes, plural, run, verbs
from generator.extract.figures.subject import weak
from generator.extract.figures.wordsets import wordset
from generator.text.words import HYPHENS

if TYPE_CHECKING:
    from generator.extract.figures.phrases import Quantity
    from generator.extract.figures.sentence import Counted
    from generator.extract.figures.subject import Words


_AFTER = 6
"""Words of the longest phrase behind a number that is still one thing."""
_BEFORE_COUNTED = wordset("measure-before-counted")
_PERIODS = wordset("measure-periods")
_DETERMINERS = wordset("measure-determiners")
_SUMS_FOLLOW = frozenset(("of", "by", "from"))
"""Prepositions before a sum of something named before it: ``exports of $5 billion``."""


def after(s: Counted, q: Quantity) -> Words | None:
    """Return the noun phrase right behind a count: ``45 [bilateral cooperation documents]``."""
    tokens = s.tokens
    k = q.after
    if tokens.word(k).text in HYPHENS and tokens.word(k + 1).low == "odd":
        k += 2  # 300-odd guests
    elif tokens.word(k).text in HYPHENS and tokens.word(k + 1).shape == "word":
        return k + 1, k + 2  # a 300-seat hall
    while tokens.word(k).low in _BEFORE_COUNTED:
        k += 1
    k = next((q.after for q in s.quantities if q.first == k and tokens.word(k - 1).low == "the"), k)
    if tokens.word(k).low == "what" and tokens.word(k - 1).low == "of":
        end = k + 1
        while tokens.word(end).shape == "word" and end < k + 3:
            end += 1
        return k, end
    end = run(tokens, k, _AFTER)
    end = next((e for e in range(k, end) if s.dated(e)), end)
    head = next((e for e in range(k, end) if plural(tokens.words[e].text) and not _possessive(s, e)), None)
    if head is None:
        return None
    if tokens.words[head].low in _PERIODS:
        return None
    while (
        head + 1 < end
        and plural(tokens.words[head + 1].text)
        and tokens.words[head + 1].low not in _ALSO_VERBS | verbs().keys()
    ):
        head += 1
    return k, _with_of(s, head + 1)


def _possessive(s: Counted, i: int) -> bool:
    """Tell whether an apostrophe behind a plural owns what follows, rather than closes a quotation."""
    quoted = any(t.text in ("'", "‘") for t in s.tokens.words[max(0, i - _AFTER) : i])
    return s.tokens.low(i + 1) in OWNERS and s.tokens.near(i + 1, 0) and not quoted


def _with_of(s: Counted, end: int) -> int:
    """Add ``of diplomatic relations`` to a head noun."""
    tokens = s.tokens
    if tokens.word(end).low != "of" or not tokens.near(end):
        return end
    k = end + 1
    while tokens.word(k).low in ("the", "its", "their", "a", "an"):
        k += 1
    stop = run(tokens, k, 4)
    stop = next((e for e in range(k, stop) if _is_doing(s, e) or _is_done(s, e)), stop)
    cut = tokens.word(stop).shape == "number" and tokens.near(stop)  # of the Apollo 17 landing
    return end if cut or stop <= k else stop


_OBJECT = ("noun", "name", "adj", "det", "poss", "pron", "number")


def _is_doing(s: Counted, i: int) -> bool:
    """Tell whether a word in -ing is a verb with its object: ``files [covering] trade``, not ``money laundering``."""
    following = s.tokens.parts[i + 1] if i + 1 < len(s.tokens) else "stop"
    return s.tokens.words[i].low.endswith("ing") and following in _OBJECT


def _is_done(s: Counted, i: int) -> bool:
    """Tell whether a participle begins what is told of the noun before it: ``dunes [formed] by wind``."""
    kinds = s.tokens.words[i].kinds
    return "participle" in kinds and "base" not in kinds and s.tokens.parts[i - 1] in ("noun", "name")


def noun(s: Counted, q: Quantity) -> Words | None:
    """Return the noun that money or a share stands before: ``a $5 million [fine]``, ``an 8% [stake]``."""
    tokens = s.tokens
    k = q.after + 1 if tokens.word(q.after).text in HYPHENS else q.after
    if not tokens.near(k):
        return None
    k = k + 1 if tokens.word(k).low == "such" else k
    end = run(tokens, k, 3)
    dated = q.kind != "ordinal"  # "75th anniversary" is a date as well
    end = next((e for e in range(k, end) if _ends_noun(s, e, dated=dated) and not _gerund(s, e, k)), end)
    return (k, _with_of(s, end)) if end > k else None


def _gerund(s: Counted, i: int, first: int) -> bool:
    return i == first and s.tokens.words[i].low.endswith("ing") and s.tokens.parts[i] != "ing"


def _ends_noun(s: Counted, i: int, *, dated: bool = True) -> bool:
    low = s.tokens.words[i].low
    return (
        (dated and s.dated(i))
        or (low.endswith(("ly", "ed", "ing")) and low not in _LY_WORDS)
        or (s.ties(i) and low not in _VERB_NOUNS)
        or low in _NO_NOUNS
    )


_NO_NOUNS = wordset("measure-no-nouns")
_LY_WORDS = wordset("measure-ly-words")
_ALSO_VERBS = wordset("measure-also-verbs")
_VERB_NOUNS = wordset("measure-verb-nouns")


def inside(s: Counted, q: Quantity) -> Words | None:
    """Return what follows *of*, *in* or *worth of*: ``45 percent of [voters]``, ``$3 million in [damages]``."""
    tokens, k = s.tokens, q.after
    if tokens.word(k).low == "worth" and tokens.word(k + 1).low == "of":
        k += 1
    link = tokens.word(k).low
    if link not in (("of", "in", "for", "on") if q.kind == "money" else ("of", "in", "for")):
        return None
    k += 1
    while tokens.word(k).low in _DETERMINERS | {"all", "such"}:
        k += 1
    end = run(tokens, k, 4)
    end = next((e for e in range(k, end) if _ends_noun(s, e)), end)
    heads = [e for e in range(k, end) if plural(tokens.words[e].text) and not _possessive(s, e)]
    end = _with_of(s, heads[0] + 1 if heads else end)
    named = all(t.text[:1].isupper() for t in tokens.words[k:end] if t.shape == "word")
    named = named or all(weak(t.low) for t in tokens.words[k:end])
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
        end = run(tokens, begin, 4)
        end = next((e for e in range(begin, end) if _ends_noun(s, e)), end)
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
