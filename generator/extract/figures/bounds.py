"""The words that bound a number: ``more than``, ``at least``, ``about``, ``or more``."""

from __future__ import annotations

import re
import sys
from functools import cache

from generator.lexicons import table

_REACH = 32
"""Characters before a number in which the words that bound it may begin; the longest take 25."""
_BEHIND = re.compile(
    r"""\s*(?:
      (?P<least> \+ | (?:or|and)\ (?:more|above|over|greater|higher|larger|bigger|upwards?|up)\b(?!\ (?:than|to))
               | upwards\b | [-‐]?\s?plus\b                                            # 300+, 20 or more
               | at\ (?:the\ )?least\b | (?:at\ )?(?:a\ )?minimum\b )
    | (?P<most> (?:or|and)\ (?:less|fewer|under|below|lower|smaller)\b(?!\ than)
               | at\ (?:the\ )?most\b | (?:at\ )?(?:a\ )?maximum\b | tops\b )                # five or fewer
    | (?P<about> or\ so\b | [-‐]odd\b )                                                 # 20 or so, 300-odd
    )""",
    re.VERBOSE,
)
_ARTICLES = ("a", "an", "the", "its", "their", "his", "her", "our", "total", "whopping", "impressive", "record")
_ARTICLE = rf"(?:(?:{'|'.join(_ARTICLES)})\s+){{0,2}}"


@cache
def _meanings() -> dict[str, str]:
    return dict(row[:2] for row in table("figures-qualifiers"))  # type: ignore[misc]


@cache
def _before() -> re.Pattern[str]:
    words = sorted(_meanings(), key=lambda w: (-len(w), w))
    pattern = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)
    return re.compile(rf"(?<![\w-])(?P<words>{pattern})\s+{_ARTICLE}$|(?P<sign>[<>≤≥~≈]\s?=?)\s*$", re.IGNORECASE)


_SIGNS = {"<": "<", ">": ">", "≤": "<=", "≥": ">=", "~": "~", "≈": "~", "<=": "<=", ">=": ">="}


@cache
def _last_words() -> frozenset[str]:
    ends = {words.rsplit(maxsplit=1)[-1] for words in _meanings()}
    return frozenset((*ends, *_ARTICLES, *_SIGNS, "=", "≈", "~"))


def may_bound(low: str) -> bool:
    """Tell whether the words that bound a number may end with a word in small letters."""
    return low in _last_words() or low.startswith(("<", ">"))


def bound_before(text: str, start: int, begin: int = 0) -> tuple[str, int, int] | None:
    """Return the meaning, start and end of the words (from ``begin`` on) that bound the number at ``start``."""
    low = max(begin, start - _REACH)
    found = _before().search(text[low:start])
    if found is None:
        return None
    group = "words" if found["words"] else "sign"
    words = " ".join(found[group].lower().split())
    meaning = _meanings()[words] if group == "words" else _SIGNS.get(words.replace(" ", ""), "~")
    return meaning, low + found.start(group), low + found.end(group)


def bound_behind(text: str, end: int, stop: int = sys.maxsize) -> tuple[str, int, int] | None:
    """Return the meaning, start and end of the words, up to ``stop``, that bound the number ending at ``end``."""
    found = _BEHIND.match(text, end, stop)
    if found is None or found.lastgroup is None:
        return None
    meaning = {"least": ">=", "most": "<=", "about": "~"}[found.lastgroup]
    return meaning, found.start(found.lastgroup), found.end(found.lastgroup)
