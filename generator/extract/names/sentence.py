"""A sentence as the scorers see it: its words, which of them may be in a name, and what stands beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from generator.extract.names.gazetteer import Entry, gazetteer
from generator.extract.names.lists import TRAITS, Case, Traits, common
from generator.lexicons import listed, wordset
from generator.model import NameKind
from generator.text import LEXICON, Word
from generator.text import Sentence as Read
from generator.text.fold import tight

FOLLOWING = 3  # the state or country after a comma has no more words
_BEYOND = 32
"""Nobody looks further beyond the ends of a sentence; behind its last word, and so before its first, stand so many
empty ones."""
_EMPTY, _NONE = ("",) * _BEYOND, (False,) * _BEYOND

TITLE_CASE_SHARE = 0.66
"""Of the words of a headline in Title Case at least this share begins with a capital; of a sentence never so many."""

_TAIL = re.compile(  # Thatcher-era  Berlin-based  Smith-led
    r"(?:era|style|led|born|run|like|wide|champion|area|made|held|owned|only|aligned|bound|free|[a-z]{2,12}(?:ed|ing)|who|which|the|that|was|said|sent|as|a|an|former|and|but)$"
)
QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''"})
_BEFORE_NEW = frozenset({"“", '"', "‘", ":", "•", "(", "[", ".", "?", "!", "—", "``", "*", "-"})
_CURRENCY = frozenset("$€£¥₹")
SCIENCES = ("logy", "graphy", "metry", "nomics")
_SMALL = wordset("names-small")


Claim = tuple[float, str]
"""How much something speaks for a reading, and why."""


class Reading(NamedTuple):
    """One way to read the tokens ``start:end`` of a sentence; ``strength`` is near 3 if sure, 0 for a guess."""

    start: int
    end: int
    kind: NameKind
    strength: float
    rule: str
    because: str
    key: str | None = None
    norm: str | None = None
    form: str = "name"


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """The words of one sentence of ``text``, joint names apart; ``headline`` when capitals say nothing in it.

    Token *i* is ``words[i]`` at ``starts[i]:ends[i]``, its letters say ``cases[i]``; the story begins at ``first``.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[Word, ...]
    cases: tuple[Case, ...]
    first: int
    lows: tuple[str, ...]
    """The words in lower case; what lies beyond the ends is an empty word, as far as anybody looks."""
    small: tuple[str, ...]
    """The same, but only those that are written so."""
    capitals: tuple[bool, ...]
    traits: tuple[Traits, ...]
    """What is true of the words wherever they stand."""
    headline: bool
    lower_words: frozenset[str]
    """Words that the article also writes in lower case: their capital is the sentence's."""

    def word(self, i: int) -> str:
        """Return the i-th token in lower case, or an empty word outside the sentence."""
        return self.lows[i]

    def low(self, i: int) -> str:
        """Return the i-th token if it is written in lower case, or an empty word."""
        return self.small[i]

    def is_cap(self, i: int) -> bool:
        """Tell whether the i-th token exists and begins with a capital."""
        return self.capitals[i]

    def surface(self, start: int, end: int) -> str:
        """Return the text of some tokens with single spaces."""
        if end - start == 1:
            return self.traits[start].surface
        raw = self.text[self.starts[start] : self.ends[end - 1]]
        return tight(raw).replace("’", "'")

    def entry(self, start: int, end: int) -> Entry | None:
        """Return what the gazetteer knows by exactly these tokens, or None."""
        if end - start == 1:
            return self.traits[start].entry
        return gazetteer().get(self.surface(start, end)) if end > start and self.traits[start].begins else None

    def opens(self, i: int) -> bool:
        """Tell whether the i-th token stands where any word has a capital: first, or after a mark that begins anew."""
        return (
            i in (0, self.first)
            or self.words[i - 1].text in _BEFORE_NEW
            or (self.cases[i - 1] == "num" and i == self.first + 1)
        )

    def ordinary(self, i: int) -> bool:
        """Tell whether the i-th token is an ordinary word, its capital notwithstanding."""
        word, traits = self.words[i], self.traits[i]
        if word.text in listed("names-acronyms"):
            return True
        if traits.common:
            return not word.shouted
        if not self.opens(i):
            return False
        if "-" in word.low and not word.shouted and word.low.rsplit("-", 1)[-1] in common():
            return True
        return word.low in self.lower_words or traits.built


def sentence(text: str, read: Read, lower_words: frozenset[str]) -> Sentence:
    """Return a sentence of an article, joint names (``Chile-Bolivia``) taken apart."""
    starts, ends, words, first = list(read.starts), list(read.ends), list(read.words), read.story
    for n in [n for n, w in enumerate(words) if "-" in w.text][::-1]:
        last = TRAITS[words[n].text.rpartition("-")[2]]
        called = n > 0 and (TRAITS[words[n - 1].text].given or (words[n - 1].capital and last.listed))
        called = called and not last.function  # Ann Lee-who
        if parts := () if called else _apart(words[n].text):
            ends[n : n + 1] = [starts[n] + offset + len(part) for offset, part in parts]
            starts[n : n + 1] = [starts[n] + offset for offset, _ in parts]
            words[n : n + 1] = [LEXICON[part] for _, part in parts]
            first += len(parts) - 1 if n < read.story else 0
    traits = [TRAITS[w.text] for w in words]
    cases = _cases(words, traits)
    headline = read.kind in ("title", "heading") or title_case(words[first:], cases[first:])
    headline = headline and not (read.kind == "item" and _entry(words))
    return Sentence(
        text=text,
        starts=tuple(starts),
        ends=tuple(ends),
        words=tuple(words),
        cases=cases,
        first=first,
        lows=(*[w.low for w in words], *_EMPTY),
        small=(*[t.small for t in traits], *_EMPTY),
        capitals=(*[c == "cap" for c in cases], *_NONE),
        traits=(*traits, *(TRAITS[""],) * _BEYOND),
        headline=headline,
        lower_words=lower_words,
    )


def _entry(words: Sequence[Word]) -> bool:
    """Tell whether an item of a list names somebody and a country: ``5. Ann Lee (Ghana) 69``."""
    bracket = next((i for i, w in enumerate(words) if w.text == "("), len(words))
    i = bracket + 1
    end = next((k for k in range(i, min(len(words), i + 1 + FOLLOWING)) if words[k].text == ")"), i)
    entry = gazetteer().get(" ".join(w.text for w in words[i:end]))
    country = entry is not None and entry.of == "country" and entry.form == "name"
    return country and 1 < bracket < len(words) and all(w.capital for w in words[:bracket])


def _cases(words: Sequence[Word], traits: Sequence[Traits]) -> tuple[Case, ...]:
    """Return what the letters say; ``US$`` is a sign, ``@NASA`` and ``#MeToo`` are handles."""
    cases = [t.case for t in traits]
    for i, word in enumerate(words):
        if word.part == "symbol" and word.text in _CURRENCY and i and words[i - 1].shouted:
            cases[i - 1] = "mark"
        if word.text in ("@", "#") and i + 1 < len(words) and cases[i + 1] == "cap":
            cases[i + 1] = "mark"
    return tuple(cases)


def title_case(words: Sequence[Word], cases: Sequence[Case]) -> bool:
    """Tell whether so many words begin with a capital, or are all capitals, that the capitals say nothing."""
    if "low" not in cases and cases.count("cap") > 1 and all(w.text.isupper() for w in words if w.shape == "word"):
        return True
    if not words or words[-1].text in '.?!”"':
        return False
    counted = [c for w, c in zip(words, cases, strict=True) if c in ("cap", "low") and w.low not in _SMALL]
    return len(counted) > 1 and counted.count("cap") >= TITLE_CASE_SHARE * len(counted)


@lru_cache(maxsize=1 << 16)
def _apart(word: str) -> tuple[tuple[int, str], ...]:
    r"""Take ``Chile-Bolivia``, ``US-led``, ``Sino-Indian``, ``anti-American`` apart, but not ``Guinea-Bissau``.

    Returns where each part begins and what it is, or nothing for a word that stays whole.
    """
    parts = word.split("-")
    known = gazetteer()
    if len(parts) == 1 or word in known:
        return ()
    if not (_TAIL.match(parts[-1]) or any(p in known and known[p].kind == "place" for p in parts)):
        return ()
    found, at = [], 0
    for n, part in enumerate(parts):
        if n:
            found.append((at, "-"))
            at += 1
        if part:
            found.append((at, part))
        at += len(part)
    return tuple(found)
