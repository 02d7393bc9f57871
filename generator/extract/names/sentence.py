"""A sentence as the scorers see it: its words, which of them may be in a name, and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import common
from generator.lexicons import listed
from generator.text import LEXICON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import NameKind
    from generator.text import Sentence as Read
    from generator.text import Word

Case = Literal["cap", "low", "num", "mark"]
"""What the letters of a token say: a capital that may begin a name, none, a number, a mark."""

FOLLOWING = 3
"""The state or country after a comma has no more words."""

_BEYOND = 32
"""Nobody looks further beyond the ends of a sentence; behind its last word, and so before its first, stand so many
empty ones."""

TITLE_CASE_SHARE = 0.66
"""Of the words of a headline in Title Case at least this share begins with a capital; of a sentence never so many."""

_ORDINARY_END = re.compile(  # Repainted  Kindness  Increasingly
    r"(?:ed|ing|ly|tion|tions|ness|ment|ments|ity|ities|ism|ous|ive|able|ible|less|ful|ship|ships|ance|ence|ists?|ally)$"
)
_TAIL = re.compile(  # Thatcher-era  Berlin-based  Smith-led
    r"(?:era|style|led|born|run|like|wide|area|made|held|owned|only|aligned|bound|free|[a-z]{2,12}(?:ed|ing))$"
)
_ARTICLE = re.compile(  # al-Assad  el-Sisi  d'Estaing
    r"(?:a[lnrstdz]|ash|el|ul|bin|ibn)-[A-Z]|[dDlL]['’][A-Z]"
)
_INNER_CAPITAL = re.compile(r"[a-z]{1,3}[A-Z][A-Za-z]{1,12}$")  # iPhone  eBay  uMkhonto
QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''"})
_BEFORE_NEW = frozenset({"“", '"', "‘", ":", "•", "(", "[", ".", "?", "!", "—", "``", "*", "-"})
_CURRENCY = frozenset("$€£¥₹")
_SMALL = frozenset(
    {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "as", "with", "from"}
)


Claim = tuple[float, str]
"""How much something speaks for a reading, and why."""


@dataclass(frozen=True, slots=True)
class Reading:
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
            return self.words[start].text.replace("’", "'")
        raw = self.text[self.starts[start] : self.ends[end - 1]]
        return " ".join(raw.split()).replace("’", "'")

    def opens(self, i: int) -> bool:
        """Tell whether the i-th token stands where any word has a capital: first, or after a mark that begins anew."""
        return (
            i in (0, self.first)
            or self.words[i - 1].text in _BEFORE_NEW
            or (self.cases[i - 1] == "num" and i == self.first + 1)
        )

    def ordinary(self, i: int) -> bool:
        """Tell whether the i-th token is an ordinary word, its capital notwithstanding."""
        word = self.words[i]
        if word.text in listed("names-acronyms"):
            return True
        if word.low in common():
            return not word.shouted
        if "-" in word.low and not word.shouted and word.low.rsplit("-", 1)[-1] in common():
            return self.opens(i)
        return self.opens(i) and (word.low in self.lower_words or made_up(word.low))


@lru_cache(maxsize=1 << 16)
def made_up(word: str) -> bool:
    """Tell whether a word is built like an ordinary one (``Painted``, ``Kindness``)."""
    return bool(_ORDINARY_END.search(word.lower()))


def sentence(text: str, read: Read, lower_words: frozenset[str]) -> Sentence:
    """Return a sentence of an article, joint names (``Chile-Bolivia``) taken apart."""
    starts: list[int] = []
    words: list[Word] = []
    first = 0
    for n, (start, word) in enumerate(zip(read.starts, read.words, strict=True)):
        if n == read.story:
            first = len(words)
        if "-" not in word.text or not (parts := _apart(word.text)):
            starts.append(start)
            words.append(word)
            continue
        for offset, part in parts:
            starts.append(start + offset)
            words.append(LEXICON[part])
    cases = _cases(words)
    headline = read.kind in ("title", "heading") or title_case(words[first:], cases[first:])
    headline = headline and not (read.kind == "item" and _entry(words))
    beyond = [""] * _BEYOND
    return Sentence(
        text=text,
        starts=tuple(starts),
        ends=tuple([start + len(word.text) for start, word in zip(starts, words, strict=True)]),
        words=tuple(words),
        cases=cases,
        first=first,
        lows=tuple([w.low for w in words] + beyond),
        small=tuple([w.text if c == "low" else "" for w, c in zip(words, cases, strict=True)] + beyond),
        capitals=tuple([c == "cap" for c in cases] + [False] * _BEYOND),
        headline=headline,
        lower_words=lower_words,
    )


def _entry(words: Sequence[Word]) -> bool:
    """Tell whether an item of a list names somebody and a country: ``5. Ann Lee (Ghana) 69``."""
    bracket = next((i for i, w in enumerate(words) if w.text == "("), len(words))
    return 1 < bracket < len(words) and all(w.capital for w in words[:bracket]) and is_country(words, bracket + 1)


def is_country(words: Sequence[Word], i: int) -> bool:
    """Tell whether a country and a closing bracket stand there."""
    end = next((k for k in range(i, min(len(words), i + 1 + FOLLOWING)) if words[k].text == ")"), i)
    entry = gazetteer().get(" ".join(w.text for w in words[i:end]))
    return entry is not None and entry.of == "country" and entry.form == "name"


def _cases(words: Sequence[Word]) -> tuple[Case, ...]:
    """Return what the letters say; those before a currency's sign (``US$``) are part of the sign."""
    cases = [case(word.text) for word in words]
    for i, word in enumerate(words[1:]):
        if word.text in _CURRENCY and words[i].shouted:
            cases[i] = "mark"
    return tuple(cases)


@lru_cache(maxsize=1 << 16)
def case(word: str) -> Case:
    """Return what the letters of a word say."""
    first = word[0]
    if first.isdigit():
        return "num"
    if word == "&":
        return "low"
    if not first.isalpha():
        return "mark"
    if first.isupper() or _ARTICLE.match(word) or _INNER_CAPITAL.match(word):
        return "cap"
    return "low"


def title_case(words: Sequence[Word], cases: Sequence[Case]) -> bool:
    """Tell whether so many words begin with a capital, or are all capitals, that the capitals say nothing."""
    letters = [(w, c) for w, c in zip(words, cases, strict=True) if c in ("cap", "low")]
    if len(letters) > 1 and all(w.text.isupper() for w, _ in letters):
        return True
    counted = [c for w, c in letters if w.low not in _SMALL]
    ends = words[-1].text in '.?!”"' if words else True
    return len(counted) > 1 and counted.count("cap") >= TITLE_CASE_SHARE * len(counted) and not ends


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
