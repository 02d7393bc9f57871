"""Words of one family: *cooperation* and *cooperative*, *strategy* and *strategic*."""

from __future__ import annotations

from functools import cache, lru_cache

from generator.lexicons import table

LEAST = 4
"""Letters that the root of a word keeps at least."""
LEAST_PLURAL = 3
"""… and the singular of a plural: skies, sky."""


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(((kind, ending) for kind, ending in table("naming-endings")), key=lambda row: (-len(row[1]), row))
    )


@lru_cache(maxsize=1 << 16)
def singular(word: str) -> str:
    """Return a word in lower-case letters without the ending of a plural or possessive."""
    plain = word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")
    if plain.endswith("ies") and len(plain) > LEAST:
        return f"{plain[:-3]}y"
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and len(plain) > LEAST_PLURAL:
        return plain[:-1]
    return plain


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[str, bool]:
    """Return the root of a singular, and whether an ending that makes another word was cut from it."""
    root, derived = word, False
    while cut := next(((k, e) for k, e in _endings() if e and root.endswith(e) and len(root) - len(e) >= LEAST), None):
        root, derived = root[: len(root) - len(cut[1])], derived or cut[0] == "word"
    return root, derived


def root_of(word: str) -> str:
    """Return the root of a word; the same for all words of a family."""
    return _parts(singular(word))[0]


def is_derived(word: str) -> bool:
    """Tell whether a word has an ending that makes it from another word: cooperation, cooperative, not cooperating."""
    return _parts(singular(word))[1]
