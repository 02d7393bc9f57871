"""Whether a quoted stretch is a quotation, a part of one, or no quotation at all."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple

from generator.extract.quotes.attribution import Attribution
from generator.extract.quotes.paragraph import Paragraph
from generator.extract.quotes.tokens import Token
from generator.lexicons import listed, wordset
from generator.text import Word, words_of

Class = Literal["quotation", "fragment", "scare", "title", "echo", "nested"]
# up to this many words a stretch that nobody is said to have spoken is a word held at arm's length
SCARE_WORDS = 4
# a title of a work is seldom longer
TITLE_WORDS = 9
# a sentence that is quoted whole has at least this many words, unless its attribution says that it is spoken
SENTENCE_WORDS = 4
# and where nobody is named, with a capital, a full stop of its own, and at least this many
SHORTEST_SENTENCE = 3
# attributions that stand right beside the words: they can introduce nothing but speech
SPOKEN = frozenset(
    {"introduced", "inverted", "follows", "continued", "sentence before", "colon", "goes on", "named later"}
)

_SENTENCE = re.compile(r"[\[(…. ]*[A-Z\d\u00c0-\u00de\u0391-\u042f]")
_CALLED = frozenset(("call", "calls", "called", "named", "dubbed"))
_OF_WORK = frozenset(("of", "in", "on", "from", "with"))  # the making of “Night Train”
_TITLED = frozenset(("titled", "entitled", "headlined"))


class Judged(NamedTuple):
    """The class of a stretch, and the reason where it isn't a quotation."""

    kind: Class
    because: str = ""
    key: str = ""
    """The words for comparison: small letters, single spaces, no punctuation."""


def classify(paragraph: Paragraph, at: int, said: str, by: Attribution | None, earlier: Iterable[str]) -> Judged:
    """Return the class of the words quoted at a token, given who speaks them and the words quoted before."""
    words = words_of(said)
    count = len(words)
    first = paragraph.sentence_of(at)[0] == at
    key = " ".join(w.low for w in words)
    if _is_title(paragraph.tokens, at, words, by):
        return Judged("title", "it is the title of a work", key)
    if by is None and count and any(f" {key} " in f" {e} " for e in earlier):
        return Judged("echo", "the same words are quoted before", key)
    sentence = _SENTENCE.match(said) is not None
    ends = said.endswith((".", "?", "!", "…"))
    alone = by is None and sentence and ends and (count >= SHORTEST_SENTENCE or first)
    named = not first and count > 1 and _has_capitals(words)  # starred in “The Big Wave.”
    if by is None and (named or (count <= SCARE_WORDS and not alone)):
        return Judged("scare", "nobody is said to have spoken it, and it is no sentence", key)
    spoken = by is not None and by.rule in SPOKEN
    whole = alone or (by is not None and sentence and (count >= SENTENCE_WORDS or spoken or first))
    return Judged("quotation" if whole or (spoken and count >= SENTENCE_WORDS) else "fragment", "", key)


def _has_capitals(words: Sequence[Word]) -> bool:
    """Tell whether words are written as a title has them: ``Night of the Hunter``."""
    small = wordset("quotes-small-in-titles")
    rest = (w.text[0].isupper() or w.text[0].isdigit() or w.low in small for w in words)
    return words[0].text[0].isupper() and all(rest)


def _is_title(tokens: Sequence[Token], at: int, words: Sequence[Word], by: Attribution | None) -> bool:
    """Tell whether words that all have capitals are called a work's name, by what stands before or behind them."""
    if not 0 < len(words) <= TITLE_WORDS or not _has_capitals(words):
        return False
    k = max(at - 1 - (at > 1 and tokens[at - 1].text == ","), 0)
    before = tokens[k]
    several = len(words) > 1
    called = before.low in _CALLED and (several or before.is_capital)  # Called “Clean Water,” the plan …
    work = (
        several and tokens[at - 1].text == "," and before.low in listed("quotes-works")
    )  # wrote a book, “Night Train,”
    held = several and at and by is not None and tokens[at - 1].named  # told the Lower House “Committee on Peace”
    if before.low in _TITLED or called or work or held:
        return True
    behind = tokens[at + 1 : at + 3]  # “Night Train” director Ann Lee
    makers = len(behind) > 1 and behind[0].is_kind("person") and not behind[0].is_capital and behind[1].is_capital
    if several and (before.low in _OF_WORK or before.part == "genitive" or makers):
        return True
    noun = tokens[k - 1].low if before.low in _CALLED and k else before.low
    aside = at + 2 < len(tokens) and tokens[at + 1].text == "," and tokens[at + 2].is_a("det", "poss")
    told = takewhile(lambda t: t.is_word, tokens[at + 2 : at + 6]) if aside else ()
    return any(word in listed("quotes-works") for word in (noun, *(t.low for t in told)))
