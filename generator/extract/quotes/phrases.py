"""Which words of a sentence name or describe somebody, and whether that can speak."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.extract.quotes.tokens import Token
from generator.lexicons import wordset

# the most words that a name behind a quotation has (Sheikh Mohammed bin Rashid Al Maktoum)
LONGEST_NAME = 7
SHOUTED = 4  # letters of each of two words in capitals that are a line of their own, such as a heading, and no name
_MAY_NAME = ("", "noun", "name", "adj")  # besides a name, at the start of a sentence: Freed, but not Two, According


def can_speak(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell whether a subject is a name, a person, a body or a text, and not a time, a line in capitals or a thing."""
    if subject.kind in ("name", "description") and is_some(tokens, subject):
        return any(t.role for t in tokens[subject.first + 1 : subject.last])  # some of the guards
    if subject.kind == "description":
        whom = tokens[max(subject.first, subject.head - 1)]  # one senator familiar with the plan
        return (whom.is_kind("person") or tokens[subject.head].role) and _is_whole(tokens, subject)
    if subject.kind == "name":
        return _is_name(tokens, subject)
    if subject.kind == "relative" and tokens[subject.first].low != "who":
        return subject.first > 0 and tokens[subject.first - 1].role
    return True


def _is_whole(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell whether nothing is cut off a phrase (``Bank of [Orland expert]``), and no two have run together.

    Two have in ``the problems [Georgia prosecutors] say``; a single thing without an article is a piece: ``company``.
    """
    words, opening, head = tokens[subject.first : subject.last], tokens[subject.first], tokens[subject.head]
    behind = tokens[subject.last] if subject.last < len(tokens) else head
    torn = behind.is_capital and behind.part == "rel"
    if subject.first:
        before = tokens[subject.first - 1]
        torn = torn or (before.low == "of" and tokens[subject.first - 2].low != "words")
        torn = torn or (before.part == "name" and opening.part == "participle")
        torn = torn or (before.named and before.name is opening.name)
        behind_colon = tokens[max(subject.first - 2, 0) if before.is_a("det") else subject.first - 1].text == ":"
        torn = torn or (behind_colon and subject.kind == "name" and not any(t.named for t in words))  # Kites: The Book
    bare = subject.kind == "description" and not head.is_kind("plural")
    stated = (t for t in words if not t.low.endswith("-based"))  # The Orre, Calif.-based company
    bare = bare and not any(t.part in ("det", "poss", "number", "name", "genitive") for t in stated)
    many = (b for a, b in pairwise(words) if a.is_a("plural") and not a.is_a("person") and not a.is_capital)
    return not (torn or bare or any(b.is_capital for b in many))


def _is_name(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell whether capitals are a name's, and not those of a day, a heading, a photographer or a sentence's start."""
    words = tokens[subject.first : subject.last]
    head = tokens[subject.head]
    if not _is_whole(tokens, subject):
        return False
    if all(t.named for t in words):
        return True
    timed = all(is_time(t) or t.part == "number" for t in words)  # the samples, which on 6 June confirmed it
    if is_shouted(words) or any("/" in t.text for t in words) or timed:
        return False
    return len(words) > 1 or not starts(tokens, subject.first) or head.word.part in _MAY_NAME


def is_shouted(words: Sequence[Token]) -> bool:
    """Tell whether words hold a line of their own: ``[WORLD NEWS] Ferry engineer``."""
    loud = [t.word.shouted and len(t.text) >= SHOUTED for t in words]
    return any(a and b for a, b in pairwise(loud))


# a description longer than this is a clause that has been misread
LONGEST = 12
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


def noun_phrase(tokens: Sequence[Token], i: int, first: int, end: int) -> Phrase | None:
    """Return the noun phrase that holds a token, cut to a range; a name without its article, or what tells the time."""
    token = tokens[i]
    if token.low in wordset("quotes-pronouns") and not token.word.shouted:
        return Phrase(i, i + 1, "pronoun", i)
    start, first, last = first, max(token.phrase[0], first), min(token.phrase[1], end)
    if last <= i:
        return None
    days = (k for k in range(first + 1, last) if tokens[k].low in wordset("quotes-days"))
    core, last = first, next((k for k in days if tokens[k - 1].part in NOUNS and not tokens[k].named), last)
    while core < last and tokens[core].part in ("det", "poss"):
        core += 1
    if core == last:  # one, others, some
        some = tokens[first].low in wordset("quotes-indefinite")
        return Phrase(first, last, "description", last - 1) if some else None
    while last < end and tokens[last - 1].named and tokens[last].name is tokens[last - 1].name:
        last += 1  # the Bank of Orland is one name, with its small words
    while core > start and tokens[core].named and tokens[core - 1].name is tokens[core].name:
        core -= 1
    while core < last - 1 and tokens[core].low.endswith("-based"):
        core += 1
    titled = first < core and tokens[last - 1].is_a("person") and not any(t.named for t in tokens[core:last])
    kind = "name" if tokens[last - 1].is_capital and not titled else "description"  # but: the District Attorney
    first = _behind_time(tokens, core if kind == "name" else first, last)
    return Phrase(first, last, kind, last - 1)


def _behind_time(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a phrase begins behind what tells the time or what somebody did: ``Last month [Acme]``."""
    apart = (k for k in range(last - 1, first, -1) if tokens[k - 1].low in wordset("quotes-bare-relatives"))
    k = first = next((k for k in apart if tokens[k].is_capital or tokens[k].is_a("person")), first)  # all [Lee] said
    while k < last and not tokens[k].named and (is_time(tokens[k]) or tokens[k].low in ("last", "next")):
        k += 1
    k += 2 * (k + 2 < last and tokens[k].part == "number" and is_time(tokens[k + 1]))  # On 3 May Acme said
    return k if first < k < last and is_time(tokens[k - 1]) and tokens[k].part == "name" else first


def begins_with_verb(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether words begin with their verb: ``a plan, which Lee suggested [failed]``, not ``increased costs``."""
    word, behind = tokens[start], tokens[min(start + 1, len(tokens) - 1)].part
    return word.is_a("past") and not (word.is_a("participle") and behind in (*NOUNS, "adj", "participle"))


def is_time(token: Token) -> bool:
    """Tell whether a word is a day's, a month's or another time's."""
    return token.low in wordset("quotes-days") or token.low in wordset("quotes-times")


def forward(tokens: Sequence[Token], i: int, end: int) -> Phrase | None:
    """Return the noun phrase that begins with a token, and who or what it is of: ``said [a spokesman for Acme]``."""
    found = noun_phrase(tokens, i, i, end) if i < end else None
    if found is None or found.kind == "pronoun":
        return found
    found = _with_trait(tokens, _with_another(tokens, found, end), end)
    for _ in ("of State", "for Transport"):
        found = found._replace(last=_of_whom(tokens, found, end))
    return found


def _with_another(tokens: Sequence[Token], found: Phrase, end: int) -> Phrase:
    """Return a phrase with what *and* joins to it: ``the [founder and CEO]``, ``[businessman and blogger Ann Lee]``."""
    k = found.last
    if k + 1 >= end or tokens[k].low != "and" or not speaks(tokens, found):
        return found
    other = noun_phrase(tokens, k + 1, k + 1, end)
    if other is None or not speaks(tokens, other) or (other.last < end and tokens[other.last].part == "verb"):
        return found
    return other._replace(first=found.first)


def _with_trait(tokens: Sequence[Token], found: Phrase, end: int) -> Phrase:
    """Return a phrase with what its noun is close to: ``a source [familiar with the talks]``."""
    k = found.last if found.last < end and not tokens[found.head].is_a("adj") else found.head
    noun, trait = tokens[max(k - 1, found.first)], tokens[k].is_a("adj", "participle")
    last = tokens[k + 2].phrase[1] if k + 2 < end and tokens[k + 1].is_a("prep") else k
    close = found.kind == "description" and trait and noun.role and k + 2 < last <= end
    return found._replace(last=last, head=k - 1) if close else found


def begins_clause(tokens: Sequence[Token], k: int, first: int) -> bool:
    """Tell whether a clause may begin at a token."""
    before = tokens[k - 1]
    opened = before.is_a("conj", "sub", "adv") or before.part == "adv" or before.low == "that"
    return k == first or opened or before.stretch >= 0 or before.text in ",;:–—-("


def before(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Return the token before a phrase and its article."""
    k = max(phrase.first - 1, 0)
    return k - (tokens[k].part == "det" and k > 0)


def speaks(tokens: Sequence[Token], found: Phrase) -> bool:
    """Tell whether a phrase is a name or has a noun for somebody."""
    return found.kind == "name" or tokens[found.head].role


def is_some(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is ``one``, ``others``, ``some of them``: people without a name or a noun."""
    alone = phrase.last == phrase.first + 1 or tokens[phrase.first + 1].low == "of"
    return alone and tokens[phrase.first].low in wordset("quotes-indefinite")


def _of_whom(tokens: Sequence[Token], found: Phrase, end: int) -> int:
    """Return where a phrase ends with what it is of: ``an analyst [at Acme]``, ``some [of them]``."""
    j = found.last
    some = is_some(tokens, found)
    if not (tokens[found.head].role or some) or j + 1 >= end:
        return j
    link = tokens[j].low
    placed = link in ("at", "from", "with", "to") and tokens[j + 1].is_capital
    placed = placed or (link in ("by", "in") and tokens[found.head].is_kind("source"))  # a study by Acme
    placed = placed or (link == "in" and tokens[j + 1].low == "charge")  # Special Agent in Charge Ann Lee
    if (link not in wordset("quotes-of-whom") and not placed) or tokens[j + 1].low in wordset("quotes-days"):
        return j
    k = min(tokens[j + 1].phrase[1], end)
    if link == "in" and (is_time(tokens[k - 1]) or tokens[k - 1].is_a("source")):
        return j  # a statement in the morning, the company in a letter
    return k if k > j + 1 or (some and k == j + 2) else j


def backward(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Return the noun phrase that ends before a token and doesn't begin before ``start``: ``[the mayor] said``."""
    head = end - 1
    while head > start and tokens[head].text in ")]" and tokens[head].stretch < 0:
        head = next((k for k in range(head - 1, max(start - 1, head - 30), -1) if tokens[k].text in "(["), head) - 1
    if head < start or not tokens[head].is_word:
        return None
    if tokens[head].low in ("who", "which", "that"):
        return Phrase(head, head + 1, "relative", head)
    if tokens[head].part == "participle" and head > start and tokens[head - 1].low == "those":
        return Phrase(head - 1, head + 1, "description", head - 1)  # 60 percent of those polled
    return noun_phrase(tokens, head, start, head + 1)
