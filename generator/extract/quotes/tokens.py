"""A paragraph as tokens: words, punctuation, and each quoted stretch as one token."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.lexicons import table
from generator.text import entries, read_text

if TYPE_CHECKING:
    from generator.extract.quotes.marks import Stretch
    from generator.model import Article, Block
    from generator.text import Sentence, Text

_TOKEN = re.compile(
    r"""
      \d{1,3}(?:,\d{3}){1,6}(?!\w)                # 365,682
    | ['’]s\b                                     # Lam's: the possessive by itself
    | (?:[^\W\d_]\.){2,8}                         # U.S., J.K.
    | [^\W_]+(?:(?:(?!['’]s\b)['’&/._-]|n['’](?=t\b))[^\W_]+)*  # O'Neill, e-mail, 2.5, don't
    | \.\.\.|[^\w\s]                              # punctuation
    """,
    re.VERBOSE,
)
_ENDS = re.compile(r"[.!?…]['’\")\]]*\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,8}\Z")
CLOSERS = ")]"
# the most words that a name behind a quotation has (Sheikh Mohammed bin Rashid Al Maktoum)
LONGEST_NAME = 7
# a sentence with more tokens than this is read in parts; a list that long has no attribution to find
LONGEST_SENTENCE = 250


class Token(NamedTuple):
    """A word, a punctuation mark, or (``stretch`` ≥ 0) a whole quoted stretch.

    ``named`` words are part of a name; a verb is ``denied`` where nobody did it (``never said``).
    """

    start: int
    end: int
    text: str
    low: str
    stretch: int = -1
    named: bool = False
    denied: bool = False

    @property
    def is_word(self) -> bool:
        """Tell whether this is a word or a number."""
        return self.stretch < 0 and self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Tell whether this is a word with a capital initial."""
        return self.stretch < 0 and self.text[0].isupper()

    def is_a(self, *kinds: str) -> bool:
        """Tell whether this is a function word of one of the kinds; see ``quotes-function-words.txt``."""
        return self.stretch < 0 and not self.named and not _kinds(self.low).isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The tokens of a block outside its quotations, with its sentences as token ranges."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    stretches: tuple[Stretch, ...]
    places: tuple[int, ...]
    """Which token each stretch is."""
    caption: bool = False
    """Whether it tells what a picture shows, beside the story."""

    def sentence_of(self, i: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds a token."""
        return self.sentences[bisect_right(self.sentences, i, key=lambda s: s[0]) - 1]


@cache
def _kinds(word: str) -> frozenset[str]:
    return frozenset(kind for entry, kind in table("quotes-function-words") if entry == word)


def paragraph(
    article: Article, block: Block, stretches: tuple[Stretch, ...], named: frozenset[int] = frozenset()
) -> Paragraph:
    """Return a block as tokens; stretches inside others are part of theirs.

    ``named`` holds the offsets of words that are part of a name though they don't look it (``To`` in ``To Huu``).
    """
    outer = tuple(s for s in stretches if s.inside is None)
    starts = frozenset(s.start for s in block.sentences)
    tokens: list[Token] = []
    text = read_text(article)
    at = _story(text, block, outer)
    for n, stretch in enumerate(outer):
        tokens.extend(_tokens(article.text, at, stretch.whole.start, starts))
        whole = stretch.whole
        tokens.append(Token(whole.start, whole.end, article.text[stretch.words.start : stretch.words.end], "", n))
        at = whole.end
    tokens.extend(_tokens(article.text, at, block.span.end, starts))
    denied = _denied(text, block)
    tokens = [t._replace(named=t.start in named, denied=t.start in denied) for t in tokens]
    places = tuple(i for i, t in enumerate(tokens) if t.stretch >= 0)
    return Paragraph(tuple(tokens), tuple(_sentences(tokens, starts)), outer, places, block.kind == "caption")


def _within(text: Text, block: Block) -> tuple[Sentence, ...]:
    first, end = (bisect_left(text.starts, at) for at in (block.span.start, block.span.end))
    return text.sentences[first:end]


def _story(text: Text, block: Block, outer: tuple[Stretch, ...]) -> int:
    """Return where a block begins behind its dateline, which no quotation stands in."""
    opens = next((s.starts[s.story] for s in _within(text, block)[:1] if 0 < s.story < len(s)), block.span.start)
    return min(opens, *(s.whole.start for s in outer[:1]), block.span.end)


def _denied(text: Text, block: Block) -> frozenset[int]:
    """Return where the verbs stand that say what nobody did."""
    return frozenset(s.starts[v.head] for s in _within(text, block) for v in s.verbs if v.denied)


def _tokens(text: str, start: int, end: int, starts: frozenset[int]) -> list[Token]:
    """Return the tokens of a part; a full stop that doesn't end a sentence belongs to its word (``Sen.``)."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        token = Token(match.start(), match.end(), match.group(), match.group().lower())
        glued = found and token.text == "." and found[-1].end == token.start and found[-1].is_word
        if glued and _abbreviates(text, token, end, starts):
            last = found.pop()
            word = text[last.start : token.end]
            token = Token(last.start, token.end, word, word.lower())
        found.append(token)
    return found


def _abbreviates(text: str, stop: Token, end: int, starts: frozenset[int]) -> bool:
    follows = stop.end
    while follows < end and text[follows].isspace():
        follows += 1
    return follows < end and follows not in starts and text[follows].isalnum()


def _sentences(tokens: list[Token], starts: frozenset[int]) -> list[tuple[int, int]]:
    found = []
    first = 0
    for i in range(len(tokens)):
        if i + 1 == len(tokens) or i - first == LONGEST_SENTENCE or _ends_sentence(tokens, i, starts):
            found.append((first, i + 1))
            first = i + 1
    return found


def _ends_sentence(tokens: list[Token], i: int, starts: frozenset[int]) -> bool:
    """Tell whether a sentence ends with a token, given that another token follows."""
    token, follows = tokens[i], tokens[i + 1]
    if token.stretch >= 0:
        ends = _ENDS.search(token.text) is not None
        return ends and (follows.stretch >= 0 or (follows.is_capital and not _attributes(tokens, i)))
    if follows.text in CLOSERS:
        return False
    if token.text in CLOSERS and i:
        token = tokens[i - 1]
    if token.text in ("!", "?"):
        return True
    if token.text in (".", "...", "…"):
        return follows.stretch >= 0 or follows.start in starts or follows.is_capital
    # "... at the U.S. Capitol": the splitter says whether the stop ends the sentence, but never after an initial
    return (
        token.text.endswith(".") and follows.start in starts and not (_INITIAL.match(token.text) and follows.is_capital)
    )


def _attributes(tokens: list[Token], i: int) -> bool:
    """Tell whether ``“Really?” [Ann Lee asked].`` goes on behind a quotation that ends a sentence of its own."""
    j = i + 1
    while j < len(tokens) and j - i < LONGEST_NAME and tokens[j].is_capital:
        j += 1
    if j >= len(tokens) or tokens[j].low not in _speech():
        return False
    if tokens[i].text.rstrip("'’)\"").endswith(("?", "!")):
        return True
    return j + 1 == len(tokens) or tokens[j + 1].text in (".", ",")


@cache
def _speech() -> frozenset[str]:
    told = (verb.forms for verb in entries("speech"))
    return frozenset(form for forms in told for name in ("present", "past") for form in forms[name])
