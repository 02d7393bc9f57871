"""Which words of a sentence name or describe somebody who can speak."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.extract.quotes.wordsets import wordset
from generator.text import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.extract.quotes.tokens import Token

# a description longer than this is a clause that has been misread
LONGEST = 12
# the most words that a name has (Sheikh Mohammed bin Rashid Al Maktoum)
LONGEST_NAME = 7
# how many commas are tried, from the verb backwards, to find where an apposition begins
MOST_COMMAS = 6
_STOPS = ("prep", "conj", "sub", "aux", "pron", "obj", "wh", "adv", "det", "poss")


class Phrase(NamedTuple):
    """A noun phrase as a token range; ``head`` is the token that decides what it is."""

    first: int
    last: int  # exclusive
    kind: str  # name | description | pronoun | relative
    head: int


@cache
def persons() -> frozenset[str]:
    """Return the nouns for people who can speak, with their plurals."""
    return forms("person")


@cache
def sources() -> frozenset[str]:
    """Return the nouns for bodies and texts that can be said to speak, with their plurals."""
    return forms("source")


def is_role(token: Token) -> bool:
    """Tell whether a word is a noun for somebody or something that can speak."""
    last = last_part(token)
    return last in persons() or last in sources()


def last_part(token: Token) -> str:
    """Return a word in small letters from its last hyphen on: ``co-founder`` is a founder."""
    return token.low.rsplit("-", 1)[-1]


def content(token: Token) -> bool:
    """Tell whether a word can stand inside a noun phrase behind its determiner."""
    return token.is_word and (not token.is_a(*_STOPS) or (token.text.isupper() and len(token.text) > 1))


def name_token(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word belongs to a name: a capital, or a particle between two."""
    token = tokens[i]
    if token.named:
        return True
    if token.is_capital and token.is_word:
        plain = not token.is_a("prep", "conj", "sub", "aux", "pron", "wh", "det", "poss")
        may_name = token.text.isupper() and len(token.text) > 1
        return plain or may_name or (token.is_a("aux") and not starts(tokens, i))
    return token.low in wordset("particles") and i + 1 < len(tokens) and tokens[i + 1].is_capital


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
    if (token.is_a("pron") and not token.text.isupper()) or token.low in ("i", "this"):
        return Phrase(i, i + 1, "pronoun", i)
    j = i
    while j < end and tokens[j].is_word and tokens[j].is_a("det", "poss") and not _proper(tokens, j):
        j += 1
    body = j
    cut = _cut_behind_name if body > i and body < end and tokens[body].is_capital else _cut
    j = cut(tokens, body, _run(tokens, body, end))
    if j == body:
        return _some(tokens, i, body, end)
    j = _and_adjective(tokens, j, end)
    last = _both(tokens, j, end) if token.low == "both" else _of_whom(tokens, j, end)
    return Phrase(i, last, _kind(tokens, j - 1), j - 1)


def _some(tokens: Sequence[Token], i: int, body: int, end: int) -> Phrase | None:
    """Return ``one``, ``others``, ``some of them``."""
    if body == i or tokens[i].low not in wordset("alone"):
        return None
    last = body
    if body + 1 < end and tokens[body].low == "of":
        whom = None if tokens[body + 1].is_a("obj") else forward(tokens, body + 1, end)
        last = whom.last if whom else body + 2
    return Phrase(i, last, "description", body - 1)


def _and_adjective(tokens: Sequence[Token], j: int, end: int) -> int:
    """Return where ``federal [and state investigators]`` ends."""
    if is_role(tokens[j - 1]) or tokens[j - 1].is_capital or j + 1 >= end or tokens[j].low != "and":
        return j
    k = _cut(tokens, j + 1, _run(tokens, j + 1, end))
    return k if k > j + 1 and is_role(tokens[k - 1]) else j


def is_some(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is ``one``, ``others``, ``some of them``: people without a name or a noun."""
    alone = phrase.last == phrase.first + 1 or tokens[phrase.first + 1].low == "of"
    return alone and tokens[phrase.first].low in wordset("alone")


def _both(tokens: Sequence[Token], j: int, end: int) -> int:
    """Return where ``both Lee [and Sato]`` ends."""
    k = j + 1
    while j < end and tokens[j].low == "and" and k < end and name_token(tokens, k):
        k += 1
    return k if k > j + 1 else j


def _run(tokens: Sequence[Token], body: int, end: int) -> int:
    """Return where a run of words ends that can belong to one noun phrase."""
    k = body
    while (
        k < end and k - body < LONGEST and (name_token(tokens, k) or content(tokens[k]) or _possessive(tokens, k, end))
    ):
        k += 1
    return k


def _of_whom(tokens: Sequence[Token], j: int, end: int) -> int:
    """Return where a description ends with what it is of: ``a spokesman [for Acme]``, ``an analyst [at Acme]``."""
    if not is_role(tokens[j - 1]) or j + 1 >= end:
        return j
    link = tokens[j].low
    if link not in wordset("of-whom") and not (link in ("at", "from", "with", "to") and tokens[j + 1].is_capital):
        return j
    k = j + 1
    while k < end and tokens[k].is_word and tokens[k].is_a("det", "poss"):
        k += 1
    body = k
    while (
        k < end and k - body < LONGEST and (name_token(tokens, k) or content(tokens[k]) or _possessive(tokens, k, end))
    ):
        k += 1
    k = _cut(tokens, body, k)
    return j if k == body or tokens[body].low in wordset("days") else k


def _possessive(tokens: Sequence[Token], j: int, end: int) -> bool:
    return tokens[j].low in wordset("possessive-marks") and j + 1 < end and content(tokens[j + 1])


def _proper(tokens: Sequence[Token], j: int) -> bool:
    """Tell whether a determiner is part of a name (``The Hague``) rather than the start of a phrase."""
    return tokens[j].is_capital and tokens[j].text.isupper() and len(tokens[j].text) > 1


def _cut(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where a phrase ends that was read forward and may have swallowed what follows it."""
    capitals = [k for k in range(first, end) if tokens[k].is_capital]
    if capitals and capitals[0] == first:
        # [Concord resident Whit Symms] yesterday, [Republican strategists]: no small letters behind the noun
        last = first
        for k in range(first, end):
            if name_token(tokens, k) or (tokens[k].low in wordset("particles") and k + 1 in capitals):
                last = k + 1
            elif is_role(tokens[k]) or tokens[k].low in ("'s", "’s"):
                last = k + 1 if is_role(tokens[k]) else last
            elif not _before_role(tokens, k, end):
                break
        return last
    roles = [k for k in range(first, end) if is_role(tokens[k])]
    if capitals and (not roles or capitals[0] < roles[0]):
        return _cut_behind_name(tokens, capitals[0], end)
    if not roles:
        return next((k for k in range(first + 1, end) if tokens[k].low.endswith("ed")), end)
    last = roles[0] + 1
    while last < end and (is_role(tokens[last]) or name_token(tokens, last) or tokens[last].low in ("'s", "’s")):
        last += 1
    return last if tokens[last - 1].low not in ("'s", "’s") else max(end if last < end else last - 1, first + 1)


def _before_role(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Tell whether a word leads on to a noun for a person: ``Democratic [presidential] candidate``."""
    if k + 1 >= end or tokens[k + 1].is_capital or not is_role(tokens[k + 1]) or not tokens[k].is_word:
        return False
    # Greek [prime] minister Eva Lee, but not: Lee [met] chancellor Sato
    title = k + 2 < end and tokens[k + 2].is_capital and tokens[k].low not in wordset("meeting")
    return tokens[k].low.endswith(tuple(sorted(wordset("adjective-endings")))) or (title and not _verbal(tokens[k].low))


def _verbal(word: str) -> bool:
    return word.endswith(("ed", "ing", "s"))


def _cut_behind_name(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where ``an angry [Lee] retaliated`` and ``the [Lee campaign] said`` end."""
    j = first
    while j < end and name_token(tokens, j):
        j += 1
    if j < end and tokens[j].low in ("'s", "’s"):
        return max(_cut(tokens, j + 1, end), first + 1)
    k = next((k for k in range(j, min(j + 3, end)) if is_role(tokens[k])), None)
    if k is not None:
        return _cut(tokens, k, end)
    return j if j == end or tokens[j].low.endswith(("ed", "s")) else j + 1


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
    if (token.is_a("pron") and not token.is_capital) or token.low in wordset("pronouns"):
        return Phrase(head, head + 1, "pronoun", head)
    if token.is_a("obj"):
        return _of_them(tokens, start, head)
    if token.is_capital and name_token(tokens, head):
        return Phrase(_name_start(tokens, start, head), head + 1, "name", head)
    return _description(tokens, start, head)


def _of_them(tokens: Sequence[Token], start: int, head: int) -> Phrase | None:
    """Return ``one of them`` from its last word."""
    some = head - 2 >= start and tokens[head - 1].low == "of" and tokens[head - 2].low in wordset("alone")
    return Phrase(head - 2, head + 1, "description", head - 2) if some else None


def _name_start(tokens: Sequence[Token], start: int, head: int) -> int:
    j = head
    while j > start and (name_token(tokens, j - 1) or _linked(tokens, start, j)):
        j -= 1
    plain = j
    while j > start and tokens[j - 1].is_word and is_role(tokens[j - 1]) and not tokens[j - 1].is_a(*_STOPS):
        j -= 1
    while plain > j > start and name_token(tokens, j - 1):
        j -= 1
    return j


def _description(tokens: Sequence[Token], start: int, head: int) -> Phrase | None:
    alone = tokens[head].low in wordset("alone")
    if not content(tokens[head]) and not alone:
        return None
    j = head
    while j > start and head - j < LONGEST and not alone and (content(tokens[j - 1]) or _linked(tokens, start, j)):
        j -= 1
    while j > start and tokens[j - 1].is_a("det", "poss") and tokens[j - 1].low != "that":
        j -= 1
    return Phrase(j, head + 1, "description", head)


def _linked(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Tell whether a phrase goes on to the left over a possessive: ``[the Guardian's editor]``."""
    return j - 1 > start and tokens[j - 1].low in wordset("possessive-marks") and content(tokens[j - 2])


def _opening(tokens: Sequence[Token], start: int, j: int) -> int:
    """Return the bracket that opens what a closing one ends, or the closing one itself."""
    for k in range(j - 1, max(start - 1, j - 30), -1):
        if tokens[k].text in "([" and tokens[k].stretch < 0:
            return k
    return j
