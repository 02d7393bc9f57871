"""Title words, made comparable: offices, and what forms of address tell."""

from __future__ import annotations

from functools import lru_cache

from generator.lexicons import table
from generator.link.entities.forms import fold
from generator.text.gender import gender

Words = tuple[str, ...]

SHORT_TITLE = 3  # words: "opposition spokeswoman", "Hollywood film actress"
_IGNORED = frozenset(("the", "a", "an", "then", "former", "current", "new", "late"))


@lru_cache(maxsize=1)
def _address() -> dict[str, str]:
    return {fold(row[0]): row[1] for row in table("entities-address")}


@lru_cache(maxsize=1 << 14)
def _words(title: str) -> tuple[str, ...]:
    return tuple(w.strip(".,") for w in fold(title).split())


def sex_of(title: str) -> frozenset[str]:
    """Return what the first word of a title says, and the last of a short one: ``m``, ``f`` or nothing.

    Other words are often somebody else's: ``owner of the Miss Harbour pageant``.
    """
    told = _words(title)
    telling = {*told[:1], *(told[-1:] if len(told) <= SHORT_TITLE else ())}
    return frozenset(s for w in telling if (s := _address().get(w, "")) in ("m", "f"))


def style_of(title: str) -> str:
    """Return the form of address that begins a title, if it says nothing about men and women."""
    first = next(iter(_words(title)), "")
    return first if _address().get(first) == "-" else ""


def sex_of_given(name: Words) -> str:
    """Return what a full name's given name says, wherever it stands: ``m``, ``f``, or nothing."""
    told = {s for w in (name[0], name[-1]) if (s := gender(w))}
    return told.pop() if len(told) == 1 else ""


def office_of(title: str) -> str:
    """Return a title in comparable words; nothing for a mere form of address (``Mr``)."""
    told = [w for w in _words(title) if w not in _IGNORED]
    return " ".join(told) if set(told) - _address().keys() else ""
