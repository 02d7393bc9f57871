"""One way to make two spellings of the same words the same."""

import re
from functools import lru_cache

from anyascii import anyascii

_LONGEST = 200  # no name is longer; keeps hostile text cheap
_LETTERS_APART = re.compile(r"(?<=\b[A-Z]) \. (?=[A-Z] \.)")  # U [.] S .
_APART = re.compile(r" (?=[.,](?: |$)|['’]s\b)")  # Jr| .  Sheriff| 's
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")


def fold(text: str) -> str:
    """Return a text in small letters, with straight apostrophes and single spaces, none at its ends."""
    return " ".join(text.translate(_APOSTROPHES).split()).lower()


def tight(text: str) -> str:
    """Return a name with single spaces and none before its marks: ``U . S . Judge Ann B . Lee``, ``Sheriff 's``."""
    joined = " ".join(text.split())
    return _APART.sub("", _LETTERS_APART.sub(".", joined)) if " " in joined else joined


def small(word: str) -> str:
    """Return a word in small letters, with a straight apostrophe."""
    return word.casefold().replace("’", "'")


def plain(text: str) -> str:
    """Return a folded text in the letters of English: ``Tô  Lâm’s`` is ``to lam's``."""
    folded = fold(text)
    return folded if folded.isascii() else anyascii(folded).lower()


@lru_cache(maxsize=1 << 15)  # mostly names, which are asked for again and again
def letters(text: str) -> str:
    """Return the beginning of a text in plain letters, without apostrophes: ``Tô Lâm’s`` is ``to lams``."""
    return plain(text[:_LONGEST]).replace("'", "")
