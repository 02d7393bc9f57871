"""Which words of a sentence name or describe somebody, and whether that can speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.lexicons import wordset
from generator.text import LEXICON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.quotes.tokens import Token

# the most words that a name behind a quotation has (Sheikh Mohammed bin Rashid Al Maktoum)
LONGEST_NAME = 7
# as many words all in capitals are a line of its own, such as a heading, and no name
SHOUTED = 3
# what a word at the start of a sentence may be besides a name: Freed, Story, but not According
_MAY_NAME = ("", "noun", "name", "number")


def can_speak(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell whether a subject is a name, a person, a body or a text, and not a time, a line in capitals or a thing."""
    if subject.kind == "description":
        head = tokens[subject.head]
        whom = tokens[max(subject.first, subject.head - 1)]  # one senator familiar with the plan
        if whom.is_kind("person"):
            return True
        return head.role or is_some(tokens, subject)
    if subject.kind == "name":
        return _is_name(tokens, subject)
    if subject.kind == "relative" and tokens[subject.first].low != "who":
        return subject.first > 0 and tokens[subject.first - 1].role
    return True


def _is_name(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell whether capitals are a name's, and not those of a day, a heading, a photographer or a sentence's start."""
    words = tokens[subject.first : subject.last]
    head = tokens[subject.head]
    if all(t.named for t in words):
        return True
    shouted = len(words) >= SHOUTED and all(t.text.isupper() for t in words)
    credit = any("/" in t.text for t in words)
    if shouted or credit or (len(words) == 1 and head.low in wordset("quotes-days")):
        return False
    if len(words) > 1 or not starts(tokens, subject.first):
        return True
    return LEXICON[head.low].part in _MAY_NAME and not head.low.endswith("ing")


# a description longer than this is a clause that has been misread
LONGEST = 12
# how many commas are tried, from the verb backwards, to find where an apposition begins
MOST_COMMAS = 6
NOUNS = ("noun", "name")
_NO_NAME = frozenset(("prep", "conj", "sub", "aux", "not", "subject", "wh", "det", "poss"))
_STOPS = ("prep", "conj", "sub", "aux", "not", "subject", "object", "wh", "adv", "det", "poss")


class Phrase(NamedTuple):
    """A noun phrase as a token range; ``head`` is the token that decides what it is."""

    first: int
    last: int  # exclusive
    kind: str  # name | description | pronoun | relative
    head: int


def content(token: Token) -> bool:
    """Tell whether a word can stand inside a noun phrase behind its determiner."""
    return token.is_word and (not token.is_a(*_STOPS) or (token.text.isupper() and len(token.text) > 1))


def name_token(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word belongs to a name: a capital, or a particle between two."""
    token = tokens[i]
    if token.named:
        return True
    if token.word.capital and token.is_word:
        plain = token.word.kinds.isdisjoint(_NO_NAME)
        may_name = token.text.isupper() and len(token.text) > 1
        return plain or may_name or (token.is_a("aux", "not") and not starts(tokens, i))
    return token.word.low in wordset("quotes-particles") and i + 1 < len(tokens) and tokens[i + 1].is_capital


def starts(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word may have its capital because a sentence starts there."""
    if i == 0:
        return True
    before = tokens[i - 1]
    return (
        not before.text.endswith(",")
        if before.stretch >= 0
        else before.text in (".", ":", "!", "?", "…", "...", "•", "-", "–", "—", "(")
    )


def forward(tokens: Sequence[Token], i: int, end: int) -> Phrase | None:
    """Return the noun phrase that begins with a token: ``said [the mayor] on Monday``."""
    if i >= end:
        return None
    token = tokens[i]
    if (token.is_a("subject") and not token.text.isupper()) or token.low in ("i", "this"):
        return Phrase(i, i + 1, "pronoun", i)
    j = min(token.phrase[1] or i + (token.part == "adj"), end)
    j = next((k for k in range(i + 1, j) if tokens[k].low in wordset("quotes-days") and tokens[k - 1].part in NOUNS), j)
    body = next((k for k in range(i, j) if not tokens[k].is_a("det", "poss")), j)
    if body >= j:
        return _some(tokens, i, j, end) if j > i else None
    if (named := _and_title(tokens, j, end)) is not None:
        return named
    j = _and_adjective(tokens, j, end)
    if tokens[j - 1].part == "adj" and token.part == "adj":
        return None
    last = _both(tokens, j, end) if token.low == "both" else _of_whom(tokens, j, end)
    return Phrase(i, last, _kind(tokens, j - 1), j - 1)


def _some(tokens: Sequence[Token], i: int, body: int, end: int) -> Phrase | None:
    """Return ``one``, ``others``, ``some of them``."""
    if body == i or tokens[i].low not in wordset("quotes-indefinite"):
        return None
    last = body
    if body + 1 < end and tokens[body].low == "of":
        whom = None if tokens[body + 1].is_a("object") else forward(tokens, body + 1, end)
        last = whom.last if whom else body + 2
    return Phrase(i, last, "description", body - 1)


def _and_title(tokens: Sequence[Token], j: int, end: int) -> Phrase | None:
    """Return the name behind two titles: ``said businessman and [blogger Ann Lee]``."""
    titled = j + 1 < end and tokens[j - 1].role and tokens[j].low == "and" and not tokens[j + 1].is_capital
    k = min(tokens[j + 1].phrase[1], end) if titled else j
    return Phrase(j + 1, k, "name", k - 1) if k > j + 1 and tokens[k - 1].is_capital else None


def _and_adjective(tokens: Sequence[Token], j: int, end: int) -> int:
    """Return where ``federal [and state investigators]`` ends."""
    if tokens[j - 1].role or tokens[j - 1].is_capital or j + 1 >= end or tokens[j].low != "and":
        return j
    k = min(tokens[j + 1].phrase[1], end)
    return k if k > j + 1 and tokens[k - 1].role else j


def is_some(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is ``one``, ``others``, ``some of them``: people without a name or a noun."""
    alone = phrase.last == phrase.first + 1 or tokens[phrase.first + 1].low == "of"
    return alone and tokens[phrase.first].low in wordset("quotes-indefinite")


def _both(tokens: Sequence[Token], j: int, end: int) -> int:
    """Return where ``both Lee [and Sato]`` ends."""
    k = j + 1
    while j < end and tokens[j].low == "and" and k < end and name_token(tokens, k):
        k += 1
    return k if k > j + 1 else j


def _of_whom(tokens: Sequence[Token], j: int, end: int) -> int:
    """Return where a description ends with what it is of: ``a spokesman [for Acme]``, ``an analyst [at Acme]``."""
    if not tokens[j - 1].role or j + 1 >= end:
        return j
    link = tokens[j].low
    if link not in wordset("quotes-of-whom") and not (
        link in ("at", "from", "with", "to") and tokens[j + 1].is_capital
    ):
        return j
    k = min(tokens[j + 1].phrase[1], end)
    return j if k <= j + 1 or tokens[j + 1].low in wordset("quotes-days") else k


def _kind(tokens: Sequence[Token], head: int) -> str:
    return "name" if tokens[head].is_capital else "description"


def backward(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Return the noun phrase that ends before a token and doesn't begin before ``start``: ``[the mayor] said``."""
    head = end - 1
    while head > start and tokens[head].text in ")]" and tokens[head].stretch < 0:
        head = _opening(tokens, start, head) - 1
    if head < start or not tokens[head].is_word:
        return None
    token = tokens[head]
    if token.low in ("who", "which", "that"):
        return Phrase(head, head + 1, "relative", head)
    if (token.is_a("subject") and not token.is_capital) or token.low in wordset("quotes-pronouns"):
        return Phrase(head, head + 1, "pronoun", head)
    if token.is_a("object"):
        return _of_them(tokens, start, head)
    return _noun_phrase(tokens, start, head)


def _noun_phrase(tokens: Sequence[Token], start: int, head: int) -> Phrase | None:
    """Return the noun phrase up to a token; a name without its article."""
    token = tokens[head]
    if token.low in wordset("quotes-indefinite"):
        return Phrase(head, head + 1, "description", head)
    first, last = token.phrase
    if last <= head or token.part in ("det", "poss"):
        return None
    first = max(first, start)
    while token.is_capital and tokens[first].part in ("det", "poss"):
        first += 1
    if token.role and not token.is_capital and first < head and tokens[first].is_capital:
        first = _list_of(tokens, start, first)
    return Phrase(first, head + 1, _kind(tokens, head), head)


def _list_of(tokens: Sequence[Token], start: int, first: int) -> int:
    """Return where the list begins whose last member a word opens: ``[former Acme, Bolt and] Core employees``."""
    if first - 2 < start or tokens[first - 1].low != "and" or tokens[first - 2].part != "name":
        return first
    k = first - 2
    while k - 2 >= start and tokens[k - 1].text == "," and tokens[k - 2].part == "name":
        k -= 2
    return max(start, tokens[k].phrase[0])


def _of_them(tokens: Sequence[Token], start: int, head: int) -> Phrase | None:
    """Return ``one of them`` from its last word."""
    some = head - 2 >= start and tokens[head - 1].low == "of" and tokens[head - 2].low in wordset("quotes-indefinite")
    return Phrase(head - 2, head + 1, "description", head - 2) if some else None


def _opening(tokens: Sequence[Token], start: int, j: int) -> int:
    """Return the bracket that opens what a closing one ends, or the closing one itself."""
    for k in range(j - 1, max(start - 1, j - 30), -1):
        if tokens[k].text in "([" and tokens[k].stretch < 0:
            return k
    return j
