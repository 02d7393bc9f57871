"""What a figure measures: the words of the sentence that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.figures.sentence import OWNERS, changes, plural, run, stops, verbs
from generator.extract.figures.wordsets import wordset
from generator.text.words import HYPHENS

if TYPE_CHECKING:
    from generator.extract.figures.phrases import Quantity
    from generator.extract.figures.sentence import Counted
    from generator.text import Word

Words = tuple[int, int]
"""The first token of a phrase and the one after its last."""

_AFTER = 6
"""Words of the longest phrase behind a number that is still one thing."""
_BEFORE = 10
"""Tokens of the longest subject before a verb."""
_REACH = 10
"""Tokens between a verb and its figure (``rose by more than an estimated``)."""
_BREAKS = wordset("measure-breaks")
_JOINERS = wordset("measure-joiners")
_TRIM = wordset("measure-trim")
_BEFORE_COUNTED = wordset("measure-before-counted")
_PERIODS = wordset("measure-periods")
_DETERMINERS = wordset("measure-determiners")
_LOOSE = frozenset(("estimated", "total", "combined", "record", "whopping", "staggering"))
_SUMS = wordset("measure-sums")


def after(s: Counted, q: Quantity) -> Words | None:
    """Return the noun phrase right behind a count: ``45 [bilateral cooperation documents]``."""
    tokens = s.tokens
    k = q.after
    if tokens.word(k).text in HYPHENS and tokens.word(k + 1).shape == "word":
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
    stop = next((e for e in range(k, stop) if tokens.words[e].low.endswith("ing")), stop)
    return stop if stop > k else end


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
    return i == first and s.tokens.words[i].low.endswith("ing")


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
    if link not in (("of", "in", "for", "on", "from") if q.kind == "money" else ("of", "in", "for")):
        return None
    k += 1
    while tokens.word(k).low in _DETERMINERS | {"all"}:
        k += 1
    end = run(tokens, k, 4)
    end = next((e for e in range(k, end) if _ends_noun(s, e)), end)
    heads = [e for e in range(k, end) if plural(tokens.words[e].text) and not _possessive(s, e)]
    end = _with_of(s, heads[0] + 1 if heads else end)
    named = all(t.text[:1].isupper() for t in tokens.words[k:end] if t.shape == "word")
    named = named or all(_weak(t.low) for t in tokens.words[k:end])
    return None if end <= k or (link != "of" and named) else (k, end)


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
        if low == "of" and back and tokens.words[back - 1].low not in _SUMS and _direct(s, back, first):
            if tokens.words[back - 1].low not in changes():
                return _left(s, back - 1, nearest=True)
            return subject(s, back - 1) if first - back < _REACH else None
    return None


def _direct(s: Counted, link: int, first: int) -> bool:
    """Tell whether nothing but bounds and articles stands between *of* and the figure."""
    return all(t.low in stops() or t.low in _LOOSE for t in s.tokens.words[link + 1 : first])


def _object(s: Counted, verb: int, first: int) -> Words | None:
    """Return what stands between a verb and the *by*, *to*, *from* or *at* that leads to the figure."""
    links = [k for k in range(verb + 1, first) if s.tokens.words[k].low in ("by", "to", "from", "at")]
    if not links or s.tokens.words[verb + 1].shape != "word" or links[0] == verb + 1:
        return None
    begin, end = _trimmed(s, verb + 1, links[0])
    plain = all(t.shape == "word" or t.low in (*HYPHENS, *OWNERS) for t in s.tokens.words[begin:end])
    return (begin, end) if end > begin and plain and not any(s.dated(k) for k in range(begin, end)) else None


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


def _left(s: Counted, k: int, *, again: bool = False, nearest: bool = False) -> Words | None:
    """Return the noun phrase that ends at or before token ``k``; ``nearest`` begins it at its last article."""
    tokens = s.tokens
    while k >= 0 and _skippable(s, k):
        k -= 1
    if k >= 0 and tokens.words[k].low in ("which", "that", "who") and not again:
        comma = k - 2 if tokens.word(k - 1).text == "," else k - 1
        return _left(s, comma, again=True) if comma >= 0 else None
    end, begin = k + 1, k + 1
    while begin > 0 and end - begin < _BEFORE and _belongs(s, begin - 1):  # the whole phrase, right to left
        begin -= 1
        if nearest and tokens.words[begin].low in _DETERMINERS:
            break
    begin, end = _trimmed(s, begin, end)
    content = any(t.shape == "word" and t.low not in stops() and not _weak(t.low) for t in tokens.words[begin:end])
    return (begin, end) if content else None


def _weak(word: str) -> bool:
    """Tell whether a word can't be a measure by itself: an adverb, a participle, the *fact* of *in fact*."""
    return word in _NO_MEASURE or (word.endswith(("ed", "ly", "ing")) and word not in _LY_WORDS)


_NO_MEASURE = wordset("measure-no-measure")


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


def _skippable(s: Counted, k: int) -> bool:
    token = s.tokens.words[k]
    if s.dated(k) or s.ties(k) or token.low.endswith("ly"):
        return True
    return token.low in {
        "has",
        "have",
        "had",
        "will",
        "would",
        "to",
        "also",
        "by",
        "alone",
        "than",
        "could",
        "may",
        "more",
        "not",
    }


def _belongs(s: Counted, k: int) -> bool:
    token = s.tokens.words[k]
    numbered = s.counted(k) and s.tokens.word(k + 1).text not in HYPHENS  # two-way trade
    if s.dated(k) or numbered or token.low in _BREAKS or s.ties(k):
        return False
    if token.low == "and":
        return s.tokens.word(k - 1).text[:1].isupper() and s.tokens.word(k + 1).text[:1].isupper()
    if token.shape == "mark":
        inner = token.low in (*HYPHENS, *OWNERS)
        return inner and k > 0 and s.tokens.near(k, 0)
    if token.shape != "word":
        return False
    return token.low in _JOINERS or token.low not in stops()


def owned(s: Counted, q: Quantity) -> Words | None:
    """Return the noun before the dash or comma of ``state visit, his fourth``."""
    k = q.first - 2
    return _left(s, k - 1) if k > 0 and s.tokens.words[k].text in (",", "—", "–", "-") else None


def attributive(s: Counted, q: Quantity, first: int) -> Words | None:
    """Return the noun behind a figure with an article, or a plural: ``a $5m [fine]``, ``2% [bonds]``."""
    found = noun(s, q)
    if found is None:
        return None
    if s.tokens.words[found[1] - 1].low in changes():
        return None
    article = s.tokens.word(first - 1).low in _DETERMINERS
    return found if article or plural(s.tokens.words[found[1] - 1].text) else None
