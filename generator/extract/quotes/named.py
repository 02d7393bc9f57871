"""Words that look like function words but are part of a name: ``To`` in ``To Huu``, ``Will`` in ``Will Hay``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extract.quotes.wordsets import function_words

if TYPE_CHECKING:
    from generator.model import Name

_WORD = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(
    r"""
    (?<![^\W_])(?P<first>[A-Z][a-z]{1,9})    # To
    [ ]
    (?P<second>[A-Z][^\W\d_]{1,20})          # Lam
    """,
    re.VERBOSE,
)
_INSIDE = re.compile(r"[a-z0-9,;)][ \n]\Z")  # met with |To Huu: a capital that no sentence start explains


def named_words(text: str, names: tuple[Name, ...]) -> frozenset[int]:
    """Return the offsets of the words that names hold: of those found before, and of pairs seen inside a sentence.

    A pair of capitals that begins with a function word counts everywhere once it stands where no sentence starts.
    """
    found = {n.span.start + m.start() for n in names if n.form == "name" for m in _WORD.finditer(n.text)}
    pairs = [m for m in _PAIR.finditer(text) if m["first"].lower() in function_words()]
    sure = {m.groups() for m in pairs if _INSIDE.search(text, max(0, m.start() - 2), m.start())}
    return frozenset(found | {m.start() for m in pairs if m.groups() in sure})
