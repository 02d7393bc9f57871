"""A sentence as the scorers see it: its tokens, which of them may be in a name, and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.extract.names.gazetteer import gazetteer
from generator.extract.names.lists import (
    common,
    cues,
    function_words,
    heads,
    plain_acronyms,
    title_words,
    titles,
)
from generator.extract.names.tokens import Token, token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model import NameKind, Span

_FOLLOWING = 3
"""The state or country after a comma has no more words."""

TITLE_CASE_SHARE = 0.66
"""Of the words of a headline in Title Case at least this share begins with a capital; of a sentence never so many."""

_SPACE = re.compile(r"\s+")
_ORDINARY_END = re.compile(  # Repainted  Kindness  Increasingly
    r"(?:ed|ing|ly|tion|tions|ness|ment|ments|ity|ities|ism|ous|ive|able|ible|less|ful|ship|ships|ance|ence|ists?|ally)$"
)
_TAIL = re.compile(  # Thatcher-era  Berlin-based  Smith-led
    r"(?:era|style|led|born|run|like|wide|area|made|held|owned|only|aligned|bound|free|[a-z]{2,12}(?:ed|ing))$"
)
QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''"})
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence of ``text``; ``headline`` when capitals say nothing in it."""

    text: str
    tokens: tuple[Token, ...]
    headline: bool
    lower_words: frozenset[str]
    """Words that the article also writes in lower case: their capital is the sentence's."""
    heard: Mapping[tuple[int, int], NameKind] = field(default_factory=dict)
    """The tokens that an engine reads as a name, and its kind; see ``engine``."""

    def word(self, i: int) -> str:
        """Return the i-th token in lower case, or an empty word outside the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def low(self, i: int) -> str:
        """Return the i-th token if it is written in lower case, or an empty word."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) and self.tokens[i].kind == "low" else ""

    def is_cap(self, i: int) -> bool:
        """Tell whether the i-th token exists and begins with a capital."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "cap"

    def surface(self, start: int, end: int) -> str:
        """Return the text of some tokens with single spaces."""
        raw = self.text[self.tokens[start].start : self.tokens[end - 1].end]
        return _SPACE.sub(" ", raw).replace("’", "'")

    def opens(self, i: int) -> bool:
        """Tell whether the i-th token stands where any word has a capital: first, or after a mark that begins anew."""
        return (
            i == 0
            or self.tokens[i - 1].text in {"“", '"', "‘", ":", "•", "(", "[", ".", "?", "!", "—", "``", "*", "-"}
            or (self.tokens[i - 1].kind == "num" and i == 1)
        )

    def ordinary(self, i: int) -> bool:
        """Tell whether the i-th token is an ordinary word, its capital notwithstanding."""
        word = self.tokens[i].lower
        if self.tokens[i].text in plain_acronyms():
            return True
        if word in common():
            return not self.tokens[i].shouted
        if "-" in word and not self.tokens[i].shouted and word.rsplit("-", 1)[-1] in common():
            return self.opens(i)
        if not self.opens(i):
            return False
        return word in self.lower_words or bool(_ORDINARY_END.search(word))


def made_up(word: str) -> bool:
    """Tell whether a word is built like an ordinary one (``Painted``, ``Kindness``)."""
    return bool(_ORDINARY_END.search(word.lower()))


def sentence(text: str, span: Span, *, heading: bool, lower_words: frozenset[str]) -> Sentence:
    """Return a sentence of an article, joint names (``Chile-Bolivia``) taken apart."""
    found = tuple(part for t in tokens(text, span) for part in _apart(t))
    return Sentence(text, found, heading or title_case(found), lower_words)


def title_case(found: tuple[Token, ...]) -> bool:
    """Tell whether so many words begin with a capital, or are all capitals, that the capitals say nothing."""
    letters = [t for t in found if t.kind in ("cap", "low")]
    if len(letters) > 1 and all(t.text.isupper() for t in letters):
        return True
    counted = [t for t in found if t.kind in ("cap", "low") and t.lower not in _SMALL]
    capitals = sum(t.kind == "cap" for t in counted)
    ends = found[-1].text in '.?!”"' if found else True
    return len(counted) > 1 and capitals >= TITLE_CASE_SHARE * len(counted) and not ends


def _apart(t: Token) -> Iterator[Token]:
    r"""Take ``Chile-Bolivia``, ``US-led``, ``Sino-Indian``, ``anti-American`` apart, but not ``Guinea-Bissau``."""
    parts = t.text.split("-")
    known = gazetteer()
    placed = any(p in known and known[p].kind == "place" for p in parts)
    if len(parts) == 1 or t.text in known or not (placed or _TAIL.match(parts[-1])):
        yield t
        return
    at = t.start
    for n, part in enumerate(parts):
        if n:
            yield Token(at, at + 1, "-", "mark")
            at += 1
        if part:
            yield token(part, at)
        at += len(part)


def bare(s: Sentence, start: int, end: int) -> bool:
    """Tell whether some tokens are no name by themselves: titles and ordinary words, or a function word at an end."""
    if s.word(start) in function_words() - {"the"} or s.word(end - 1) in function_words():
        return True
    if s.word(start) == "the" and (s.opens(start) or end - start == 1):
        return True
    return all(title_word(s, i) or s.word(i) == "and" for i in range(start, end))


def possessive(s: Sentence, i: int, owner: str) -> bool:
    """Tell whether a possessive stands inside a name: ``People’s Party``, ``Fishermen’s Federation``."""
    return s.tokens[i].text in ("'s", "’s", "'", "’") and owner in heads("generic")


def subjects(s: Sentence, i: int) -> bool:
    """Tell whether a comma stands between the subjects of an office: ``Ministry of Trade, Industry and Energy``."""
    listed = s.word(i) == "," and s.is_cap(i + 1) and s.word(i + 2) == "and" and s.is_cap(i + 3)
    office = s.low(i - 2) in ("of", "for") and s.tokens[i - 3].text in heads("of")
    return listed and office and not any(s.tokens[k].text in gazetteer() for k in (i - 1, i + 1, i + 3))


def broken(s: Sentence, start: int, end: int) -> bool:
    """Tell whether a mark parts the tokens, other than the possessive of ``People's Party`` or ``Workers' Union``."""
    for i in range(start, end):
        if i > start and s.is_cap(i) and s.word(i) in function_words() - {"of"} and not s.tokens[i].shouted:
            return True  # X Goes On The Road
        if s.tokens[i].text == "," and i + 2 == end and s.tokens[i + 1].text in heads("suffix"):
            continue  # Name, Inc.
        if s.tokens[i].kind == "mark":
            owner = s.tokens[i - 1].text if i > start else ""
            if not (possessive(s, i, owner) or subjects(s, i)) or i == end - 1:
                return True
    return s.word(start - 1) == "-"


def said_to_be(s: Sentence, end: int, kind: NameKind) -> str | None:
    """Return the noun of ``X is a small village``, ``X, a retailer,`` if it is one of a kind, or None."""
    article = s.word(end + 1)
    opened = s.word(end) in ("is", "was", "are", "were", ",", "(", "–", "—", "became")
    if not opened or article not in ("a", "an", "the", "one"):
        return None
    if kind == "organisation" and s.word(end) == "," and article == "the":
        return None  # near X, the company said
    noun, found = next(_nouns(s, end + 2), ("", None))
    return noun if found == kind else None


def _nouns(s: Sentence, first: int) -> Iterator[tuple[str, str | None]]:
    """Yield the nouns that show a kind, up to the end of the noun group."""
    for i in range(first, min(len(s.tokens), first + 6)):
        word, after = s.low(i), s.low(i + 1)
        found = "person" if word in titles() else cues("before").get(word)
        if found is not None and after not in titles() and after not in cues("before"):
            yield word, found
        if (s.tokens[i].kind == "mark" and s.tokens[i].text != "-") or word in (
            "of",
            "in",
            "for",
            "that",
            "which",
            "who",
        ):
            return


def ending(s: Sentence, start: int, end: int) -> tuple[str, tuple[str, ...]]:
    """Return the head noun that a name ends in, of two words or one, and the kinds that it shows."""
    known = heads("end")
    if title_word(s, end - 1) and s.is_cap(end) and s.word(end) in titles():
        return "", ()  # the X District Attorney
    for first in (end - 2, end - 1):
        if first > start and (kinds := known.get(head := s.surface(first, end))):
            return head, kinds
    return "", ()


def next_name(s: Sentence, comma: int) -> str:
    """Return the capitalised words after a comma: ``Ohio`` in ``Toledo, Ohio``."""
    end = comma + 1
    while s.is_cap(end) and end - comma <= _FOLLOWING:
        end += 1
    return s.surface(comma + 1, end) if end > comma + 1 else ""


def title_word(s: Sentence, i: int) -> bool:
    """Tell whether the i-th token may stand in a title."""
    return s.word(i) in title_words()
