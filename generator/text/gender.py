"""What words say about men and women: titles, nouns for people, given names."""

from functools import lru_cache

from generator.lexicons import mapping, words
from generator.text.fold import plain

_FAMILY_NAMES = frozenset(plain(name) for name in words("names-family"))


@lru_cache(maxsize=1 << 14)
def gender(word: str) -> str:
    """Return what a word says of the person it stands for: ``m``, ``f``, or nothing."""
    return mapping("genders").get(plain(word.rstrip(".")), "")


def gender_alone(word: str) -> str:
    """Return what a name of one word says; nothing for a family name, which men and women bear (``Warren``)."""
    return "" if plain(word) in _FAMILY_NAMES else gender(word)
