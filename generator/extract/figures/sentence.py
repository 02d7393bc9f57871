"""A sentence as the figure rules see it: tokens, quantities with their bounds, the spans of dates and names in it."""

import re
import sys
from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.extract.figures.phrases import Quantity
from generator.lexicons import any_of, compiled, listed, mapping, wordset
from generator.model import Article, Date, Evidence, Name, Span
from generator.text import Sentence, forms
from generator.text.phrases import NounPhrase
from generator.text.words import HYPHENS

_REACH = 32  # characters before a number in which the words that bound it may begin; the longest take 25
_BEHIND = compiled("bound-behind")
_ARTICLES = ("a", "an", "the", "its", "their", "his", "her", "our", "total", "whopping", "impressive", "record")
_ARTICLE = rf"(?:(?:{'|'.join(_ARTICLES)})\s+){{0,2}}"
_MEANINGS = mapping("figures-qualifiers")
_WORDS = any_of(_MEANINGS, r"\s+")
_BEFORE = re.compile(rf"(?<![\w-])(?P<words>{_WORDS})\s+{_ARTICLE}$|(?P<sign>[<>≤≥~≈]\s?=?)\s*$", re.IGNORECASE)
_SIGNS = {"<": "<", ">": ">", "≤": "<=", "≥": ">=", "~": "~", "≈": "~", "<=": "<=", ">=": ">="}
_LAST_WORDS = frozenset((*(words.rsplit(maxsplit=1)[-1] for words in _MEANINGS), *_ARTICLES, *_SIGNS, "=", "≈", "~"))
"""What the words that bound a number may end with."""


def bound_before(text: str, start: int, begin: int = 0) -> tuple[str, int, int] | None:
    """Return the meaning, start and end of the words (from ``begin`` on) that bound the number at ``start``."""
    low = max(begin, start - _REACH)
    found = _BEFORE.search(text[low:start])
    if found is None:
        return None
    group = "words" if found["words"] else "sign"
    words = " ".join(found[group].lower().split())
    meaning = _MEANINGS[words] if group == "words" else _SIGNS.get(words.replace(" ", ""), "~")
    return meaning, low + found.start(group), low + found.end(group)


def bound_behind(text: str, end: int, stop: int = sys.maxsize) -> tuple[str, int, int] | None:
    """Return the meaning, start and end of the words, up to ``stop``, that bound the number ending at ``end``."""
    found = _BEHIND.match(text, end, stop)
    if found is None or found.lastgroup is None:
        return None
    meaning = {"least": ">=", "most": "<=", "about": "~"}[found.lastgroup]
    return meaning, found.start(found.lastgroup), found.end(found.lastgroup)


_VERBS = wordset("sentence-third-person")
_SHORTEST = len("ads")
_PARTING = frozenset((";", ":", "(", ")", "—", "--", "“", "”", '"'))
_HEDGING = frozenset(("aux", "awaited", "intends", "speech", "takes-clause"))
_ACTORS = ("person", "organisation")
_VERBAL = ("verb", "inner", "base", "ing", "participle")
OWNERS = ("'", "'s")  # the possessive mark as tokens have it, in small letters
VERBS = {form: kind for kind in ("level", "down", "up") for form in forms(kind)}
"""The forms of the verbs that tie a measure to a figure, and ``up`` and ``down``, with their class."""
CHANGES = {form: way for kind, way in (("fall", "down"), ("rise", "up")) for form in forms(kind)}
"""The nouns of change with ``up`` or ``down``."""


@dataclass(frozen=True)
class Counted:
    """One sentence as the rules for figures see it: cut for numbers, with what was found in it.

    ``days`` are its tokens that lie in a temporal expression; ``all_names`` the names of the whole article.
    """

    article: Article
    tokens: Sentence
    quantities: tuple[Quantity, ...]
    dates: tuple[Date, ...]
    days: frozenset[int]
    names: tuple[Name, ...]
    all_names: tuple[Name, ...]

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The tokens of numbers and their units; not of a *five-year deal*, whose length says of what sort it is."""
        counted = (
            q for q in self.quantities if q.kind != "ordinal" and not (q.kind == "duration" and "-" in self.text(q))
        )
        return frozenset(i for q in counted for i in range(q.first, q.after))

    @cached_property
    def begun(self) -> Mapping[int, Quantity]:
        """The quantities by their first token."""
        return {q.first: q for q in reversed(self.quantities)}

    @cached_property
    def parted(self) -> tuple[int, ...]:
        """The tokens that part clauses, whatever stands between them: semicolons, brackets, dashes."""
        return tuple(i for i, token in enumerate(self.tokens.words) if token.text in _PARTING)

    def ties(self, i: int) -> bool:
        """Tell whether a word ties a measure to a figure: ``rose``, but not ``accounts`` where it is a noun."""
        return self.tokens.low(i) in VERBS and self.tokens.parts[i] not in ("noun", "name")

    def acts(self, i: int) -> bool:
        """Tell whether a token is a verb in any form."""
        return self.tokens.parts[i] in _VERBAL

    def estimates(self, i: int) -> bool:
        """Tell whether a verb only says how sure a value is: ``is expected to reach``, ``is believed to be``."""
        kinds = self.tokens.words[i].kinds
        return bool(kinds & _HEDGING) or self.tokens.words[i].low in listed("figures-stops")

    def compared(self, q: Quantity) -> bool:
        """Tell whether a share only compares: ``30 percent more likely``, ``40% larger battery``, ``5% fewer cars``."""
        word, behind = self.tokens.word(q.after), self.tokens.parts[q.after + 1 : q.after + 2]
        more = word.low in ("more", "less", "fewer") or (word.part == "adj" and word.low.endswith("er"))
        return more and behind in (("adj",), ("adv",), ("noun",), ("name",))

    def text(self, q: Quantity) -> str:
        """Return the words of a quantity."""
        return self.article.text[q.start : q.end]

    def cite(self, first: int, end: int) -> Evidence:
        """Return the words of some tokens."""
        return self.article.cite(Span(self.tokens.starts[first], self.tokens.ends[end - 1]))

    def bound(self, q: Quantity) -> tuple[str, int, int] | None:
        """Return the meaning, start and end of the words that bound a quantity: those before it."""
        last = self.tokens.low(q.first - 1)
        if last not in _LAST_WORDS and not last.startswith(("<", ">")):
            return None
        if last == "passed" and q.kind == "count" and plural(self.tokens.word(q.after).text):
            return None  # passed two inspections
        return bound_before(self.article.text, q.start, self.tokens.span.start)

    def bounded(self, q: Quantity) -> tuple[str, int, int] | None:
        """Return the same of those before it or, where these only say *about*, behind it: ``about 500 or less``."""
        before, behind = self.bound(q), bound_behind(self.article.text, q.end, self.tokens.span.end)
        return behind if behind and (before is None or before[0] == "~") else before

    def is_actor(self, words: tuple[int, int], kinds: Collection[str] = _ACTORS) -> bool:
        """Tell whether some words are, or end with, the name of a person or a body: ``chief executive Ann Lee``."""
        head = self.tokens.starts[self.head(words)]
        return any(n.span.start <= head < n.span.end and n.kind in kinds for n in self.names)

    def head(self, words: tuple[int, int]) -> int:
        """Return the word that tells what a phrase is: the last before a preposition, ``[shares] in Acme``."""
        return next(
            (k - 1 for k in range(words[0] + 1, words[1]) if self.tokens.parts[k] in ("prep", "to")), words[1] - 1
        )


@lru_cache(maxsize=1 << 14)
def plural(word: str) -> bool:
    """Tell whether a word looks like a plural noun."""
    low = word.lower()
    if low in wordset("sentence-plurals") or low.endswith(("people", "folk", "women", "children")):
        return True
    other = low in wordset("sentence-no-plurals") or low in _VERBS or low in listed("figures-stops")
    return (
        low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s")) and len(low) >= _SHORTEST and not other
    )


def run(tokens: Sentence, i: int) -> int:
    """Return the end of the noun phrase that goes on with a token, or the token itself.

    What looks like a verb may be its participle or its noun: ``[underexposed shots]``, ``[money laundering]``, and is a
    noun where it doesn't agree with the one before it.
    """
    last = i
    while tokens.low(last + 1) in HYPHENS and tokens.word(last + 2).shape == "word" and tokens.near(last + 2, 0):
        last += 2  # frequently-charged offences
    end = _end_of_phrase(tokens, last)
    while end < len(tokens) and tokens.words[end].shape == "word" and not tokens.words[end].capital:
        further = end
        word, part = tokens.words[end], tokens.parts[end]
        if word.low.endswith("ed") and "calls" not in word.kinds and part != "verb":
            further = max(end, _end_of_phrase(tokens, end + 1))
            further = further if further > end + 1 else end
        elif word.low.endswith("ing") and end > i:
            further = end + (tokens.parts[end + 1 : end + 2] not in _OBJECTS and tokens.low(end + 1) not in _MOTION)
        elif part == "verb" and end > i and not agrees(tokens, end):
            further = end + (tokens.parts[end + 1 : end + 2] not in _OBJECTS)
        if further == end:
            break
        end = further
    return end


def agrees(tokens: Sentence, i: int) -> bool:
    """Tell whether a word may be a verb whose subject is the noun before it: not *traffic* in ``internet traffic``."""
    word = tokens.words[i]
    return (
        not word.kinds >= {"verb", "base"}
        or word.lemma != word.low
        or "past" in word.kinds
        or plural(tokens.low(i - 1))
    )


_MOTION = ("to", "from", "into")
_OBJECTS = tuple((part,) for part in ("noun", "name", "adj", "det", "poss", "pron", "number"))


def with_another(tokens: Sentence, end: int) -> int:
    """Add what *and* joins to a plural noun, if no number or article parts them: ``eleven [cups and crowns]``."""
    stop = run(tokens, end + 1) if tokens.low(end) == "and" else end
    own = tokens.parts[end + 1 : end + 2] in (("noun",), ("adj",)) and tokens.low(end + 1) not in ("other", "others")
    return stop if own and stop > end + 1 and plural(tokens.words[stop - 1].text) else end


def phrase_at(tokens: Sentence, i: int) -> NounPhrase | None:
    """Return the noun phrase that holds a token."""
    at = bisect_right(tokens.phrases, i, key=lambda p: p.first) - 1
    return tokens.phrases[at] if at >= 0 and i < tokens.phrases[at].end else None


def _end_of_phrase(tokens: Sentence, i: int) -> int:
    found = phrase_at(tokens, i)
    return found.end if found and found.core <= i and found.kind != "pronoun" else i
