"""Text ──▶ Tokens: the words of a sentence, with what their letters say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Span

TokenKind = Literal["cap", "low", "num", "mark"]

_TOKEN = re.compile(
    r"""
      (?:[A-Z]\.){2,6}[A-Z]?                                    # U.S.  D.C.  J.R.R
    | (?:Mr|Mrs|Ms|Dr|St|Ste|Jr|Sr|Lt|Col|Gen|Maj|Capt|Sgt|Cpl|Cmdr|Adm|Rev|Hon|Prof|Gov|Sen|Rep|Inc|Corp|Co|Ltd
        |Bros|Mt|Ft|Fr|Ave|Blvd|Messrs|Mme|Mlle|Supt|Insp|Pvt|Brig)\.  # Dr.  Inc.
    | [A-Z]\.(?=\s?(?:[A-Z]|(?:van|von|de|del|di|da|du|bin|al)\b))  # J. (an initial before a name)
    | \d[\d.,]{0,30}\d(?![^\W\d_]) | \d(?![^\W_])               # 1,500  3
    | [^\W_]{1,64}(?:[-'’&.][^\W_]{1,64}){0,8}                  # words  O'Neal  Guinea-Bissau  AT&T  booking.com
    | ['’]s(?![^\W_])                                            # 's standing alone
    | \S                                                        # marks
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_ARTICLE = re.compile(  # al-Assad  el-Sisi  d'Estaing
    r"(?:a[lnrstdz]|ash|el|ul|bin|ibn)-[A-Z]|[dDlL]['’][A-Z]"
)
_INNER_CAPITAL = re.compile(r"[a-z]{1,3}[A-Z][A-Za-z]{1,12}$")  # iPhone  eBay  uMkhonto


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark at ``start:end`` of the article's text."""

    start: int
    end: int
    text: str
    kind: TokenKind

    @property
    def lower(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def shouted(self) -> bool:
        """Whether all its letters are capitals (two or more)."""
        return len(self.text) > 1 and self.text.isupper()


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """Return the tokens of ``text`` within a span, the possessive ``'s`` apart."""
    return tuple(_tokens(text, span.start, span.end))


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word, at = match[0], match.start()
        if word in ("'s", "’s"):
            yield Token(at, match.end(), word, "mark")
            continue
        tail = _POSSESSIVE.search(word)
        if tail and tail.start():
            yield token(word[: tail.start()], at)
            yield Token(at + tail.start(), match.end(), tail[0], "mark")
        else:
            yield token(word, at)


def token(word: str, at: int) -> Token:
    """Return a word as a token."""
    return Token(at, at + len(word), word, _kind(word))


def _kind(word: str) -> TokenKind:
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
