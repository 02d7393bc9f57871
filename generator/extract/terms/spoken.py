"""The words that an article shows, for asking how often it says something."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.text import read_text, words_of

if TYPE_CHECKING:
    from generator.model import Article

_TWICE = 2


@dataclass(frozen=True)
class Spoken:
    """The words that an article shows, read when first asked for."""

    article: Article

    @cached_property
    def words(self) -> tuple[tuple[str, bool], ...]:
        """The words of all shown sentences in lower case, and whether each opens a sentence."""
        shown = ([w.low for w in s.words if w.shape in ("word", "number")] for s in read_text(self.article).sentences)
        return tuple([(low, n == 0) for lows in shown for n, low in enumerate(lows)])

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The places of each word."""
        found: dict[str, list[int]] = {}
        for place, (low, _) in enumerate(self.words):
            found.setdefault(low, []).append(place)
        return found

    def recurs(self, phrase: str) -> bool:
        """Tell whether a phrase is said twice or more; a single word at least once within a sentence."""
        parts = tuple(word.low for word in words_of(phrase))
        if not parts:
            return False
        found = 0
        inside = len(parts) > 1
        for place in self.places.get(parts[0], ()):
            if tuple([low for low, _ in self.words[place : place + len(parts)]]) == parts:
                found += 1
                inside = inside or not self.words[place][1]
                if found >= _TWICE and inside:
                    return True
        return False
