"""The words that an article shows, for asking how often it says something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import Article

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
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
        for sentence in article.sentences:
            for n, m in enumerate(_WORD.finditer(article.text, sentence.start, sentence.end)):
                places.setdefault(m.group().lower(), []).append(len(words))
                words.append(m.group().lower())
                opens.append(n == 0)
        return cls(tuple(words), tuple(opens), places)

    def recurs(self, phrase: str) -> bool:
        """Tell whether a phrase is said twice or more; a single word at least once within a sentence."""
        parts = tuple(m.group().lower() for m in _WORD.finditer(phrase))
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
