"""The words that an article shows, for asking how often it says something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.text import read_text, words_of

if TYPE_CHECKING:
    from generator.model import Article

_TWICE = 2


@dataclass(frozen=True, slots=True)
class Spoken:
    """The words in lower case, whether each opens a sentence, and the places of each."""

    words: tuple[str, ...]
    opens: tuple[bool, ...]
    places: dict[str, list[int]]

    @classmethod
    def of(cls, article: Article) -> Spoken:
        """Return the words of all shown sentences."""
        words: list[str] = []
        opens: list[bool] = []
        places: dict[str, list[int]] = {}
        for sentence in read_text(article).sentences:
            for n, word in enumerate(w for w in sentence.words if w.shape in ("word", "number")):
                places.setdefault(word.low, []).append(len(words))
                words.append(word.low)
                opens.append(n == 0)
        return cls(tuple(words), tuple(opens), places)

    def recurs(self, phrase: str) -> bool:
        """Tell whether a phrase is said twice or more; a single word at least once within a sentence."""
        parts = tuple(word.low for word in words_of(phrase))
        if not parts:
            return False
        found = 0
        inside = len(parts) > 1
        for place in self.places.get(parts[0], ()):
            if self.words[place : place + len(parts)] == parts:
                found += 1
                inside = inside or not self.opens[place]
                if found >= _TWICE and inside:
                    return True
        return False
