"""Text cut into numbers, words and signs, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    r"""
      (?P<num> [0-9]+ (?: [.,'’] [0-9]+ ){0,20}      # 12  1,234.5  1.234.567,89  1'234
             | (?<![\w.)]) \. [0-9]+ )               # .5
    | (?P<frac> [½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞] )                # 2½
    | (?P<word> [^\W\d_]+ (?: ['’] [^\W\d_]+ )? )    # people  nation's  Côte
    | (?P<sign> \S )                                 # $  %  -  (
    """,
    re.VERBOSE,
)

Kind = Literal["num", "frac", "word", "sign"]


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or a sign of the text; ``low`` is the text in lower case."""

    start: int
    end: int
    text: str
    low: str
    kind: str


Tokens = tuple[Token, ...]

NONE = Token(-1, -1, "", "", "none")


def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text, in order; linear in its length."""
    return tuple(
        Token(m.start(), m.end(), m.group(), m.group().lower(), str(m.lastgroup)) for m in _TOKEN.finditer(text)
    )


def at(tokens: Tokens, i: int) -> Token:
    """Return a token, or ``NONE`` beyond either end."""
    return tokens[i] if 0 <= i < len(tokens) else NONE


def glued(tokens: Tokens, i: int) -> bool:
    """Tell whether a token follows the one before it without a space."""
    return i > 0 and i < len(tokens) and tokens[i - 1].end == tokens[i].start


def near(tokens: Tokens, i: int, gap: int = 3) -> bool:
    """Tell whether at most ``gap`` characters of white space part a token from the one before it."""
    return 0 < i < len(tokens) and tokens[i].start - tokens[i - 1].end <= gap


def past_hyphen(tokens: Tokens, i: int) -> int:
    """Return the index after one hyphen at ``i`` (``two-thirds``, ``ninety - five``), else ``i``."""
    return i + 1 if at(tokens, i).text in HYPHENS and near(tokens, i) and near(tokens, i + 1) else i


HYPHENS = ("-", "‐", "‑")
