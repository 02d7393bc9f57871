"""Words ──▶ where they stand in a text, whatever the white space between them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.model import Span

_GAP = r"\s{1,20}"  # a space, a line break with the margin of the next line
_SEAM = r"\s{0,20}"  # between some words and what stands beside them


def places(text: str, words: str, before: str = "", after: str = "") -> Iterator[Span]:
    """Yield where some words stand between others, in order (TextQuoteSelector of W3C's Web Annotation Data Model)."""
    return (Span(*m.span("words")) for m in _pattern(words, before, after).finditer(text))


def nearest(text: str, words: str, to: Span, inside: Span | None = None) -> Span | None:
    """Return the place of some words that is nearest to another one, in a part of the text if one is given, or None."""
    found = (p for p in places(text, words) if inside is None or inside.holds(p))
    return min(found, key=lambda p: abs(p.start - to.start), default=None)


@lru_cache(maxsize=1000)
def _pattern(words: str, before: str, after: str) -> re.Pattern[str]:
    behind = f"{_loose(before)}{_SEAM}" if before.strip() else ""
    ahead = f"(?={_SEAM}{_loose(after)})" if after.strip() else ""
    return re.compile(f"{behind}(?P<words>{_loose(words)}){ahead}")


def _loose(words: str) -> str:
    return _GAP.join(re.escape(word) for word in words.split())
