"""Acronyms and what they stand for: in brackets beside each other, or by the initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.lexicons import words

if TYPE_CHECKING:
    from collections.abc import Sequence

Words = tuple[str, ...]

FEWEST_INITIALS = 3  # two initials fit too many names
# What stands between a name and its acronym when one explains the other.
_OPENS = re.compile(
    r"""^(?:
        [’']?s?\s?[(\[]["“]?(?:the\s|or\s|hereafter\s|formerly\s|an?\s)?   # World Health Organization (WHO
      | ,\s                                                              # Japan Exploration Agency, JEA,
      | ,?\s(?:or|known\sas|abbreviated(?:\sas|\sto)?|called)\s(?:the\s)?  # World Health Organization, or WHO
    )$""",
    re.VERBOSE,
)
_CLOSES = re.compile(r"^[\"”]?[)\],;.]|^\s[–—-]|^,")


def opens(between: str) -> bool:
    """Tell whether the text between two names says that one is the other's acronym."""
    return bool(_OPENS.match(between))


def closes(after: str) -> bool:
    """Tell whether the text after the second name ends the explanation."""
    return bool(_CLOSES.match(after))


def abbreviates(letters: str, name: Sequence[str]) -> bool:
    """Tell whether letters abbreviate a name (Schwartz and Hearst 2003).

    Every letter occurs in the name, in order from its end, and the first one begins its first word.
    """
    text = " ".join(name)
    if not name or not letters or letters[0] != text[0]:
        return False
    at = len(text)
    for letter in reversed(letters[1:]):
        at = text.rfind(letter, 1, at)
        if at < 0:
            return False
    return len(letters) < len(text.replace(" ", ""))


def initials(name: Sequence[str]) -> tuple[str, ...]:
    """Return the initials of a name, with and without those of its small words; empty for too few."""
    every = "".join(w[0] for w in name)
    great = "".join(w[0] for w in name if w not in words("entities-small"))
    return tuple(dict.fromkeys(i for i in (great, every) if len(i) >= FEWEST_INITIALS))
