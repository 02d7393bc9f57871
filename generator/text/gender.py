"""What words say about men and women: titles, nouns for people, given names."""

from functools import cache, lru_cache

from generator.lexicons import table, words
from generator.text.fold import plain


@lru_cache(maxsize=1 << 14)
def gender(word: str) -> str:
    """Return what a word says of the person it stands for: ``m``, ``f``, or nothing."""
    return _genders().get(plain(word.rstrip(".")), "")


def gender_alone(word: str) -> str:
    """Return what a name of one word says; nothing for a family name, which men and women bear (``Warren``)."""
    return "" if plain(word) in _family_names() else gender(word)


@cache
def _genders() -> dict[str, str]:
    return {row[0]: row[1] for row in table("genders")}


@cache
def _family_names() -> frozenset[str]:
    return frozenset(plain(name) for name in words("names-family"))
