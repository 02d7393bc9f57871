"""Whether another source tells a sentence in other words, so that nobody says of it that one source alone has it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from generator.text import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import Evidence, Figure
    from generator.render.lookup import Lookup

    Stems = frozenset[str]

_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+){0,4}")  # 1,126
_WORDS = re.compile(r"[0-9]+(?:[.,][0-9]+){0,4}|[^\W\d_]+")  # 8.5-tonne: 8.5, tonne

LIKE = 0.3
"""Share of a sentence's words from which another one may tell the same: at a half, a fifth of the happenings that were
said to stand in one source alone stood in another one, too."""
FEWEST_QUOTED, FEWEST = 3, 2
"""Words that must be shared: of a happening two, for a short line of which two are shared is mostly told there; of
words in quotation marks three, but of those of one speaker two, since the name isn't among them."""
SHORT = 3
"""Letters of a word that says nothing."""


@dataclass(frozen=True)
class Retold:
    """The words of the sentences of each article, and who speaks in them."""

    lookup: Lookup

    @cached_property
    def _sentences(self) -> Mapping[str, tuple[Stems, ...]]:
        return {
            i: tuple(_stems(article.text[s.start : s.end]) for s in article.sentences)
            for i, article in self.lookup.articles.items()
            if not article.unread
        }

    @cached_property
    def _spoken(self) -> Mapping[tuple[str, str], tuple[Stems, ...]]:
        """The words of each speaker in each article."""
        found: dict[tuple[str, str], list[Stems]] = {}
        for one in self.lookup.briefing.utterances:
            for version in one.versions if one.speaker else ():
                found.setdefault((version.article, one.speaker or ""), []).append(_stems(version.words.text))
        return {key: tuple(words) for key, words in found.items()}

    def told(self, words: Iterable[Evidence], fewest: int = FEWEST) -> bool:
        """Tell whether an article of another origin on the same story has a sentence with most of some words."""
        for e in words:
            mine = _stems(e.text)
            others = (s for other in self._others(e.article) for s in self._sentences.get(other, ()))
            if any(len(mine & s) >= max(min(fewest, len(mine)), LIKE * len(mine)) for s in others if mine):
                return True
        return False

    def counted(self, figures: Iterable[Figure]) -> bool:
        """Tell whether such an article has the number, beside a word that the figure's sentence has, too."""
        for f in figures:
            number, mine = _DIGITS.findall(f.text), _stems(self._sentence(f))
            others = (s for other in self._others(f.article) for s in self._sentences.get(other, ()))
            if number and any(set(number) <= s and len(mine & s) > len(number) for s in others):
                return True
        return False

    def said(self, speaker: str, evidence: Iterable[Evidence]) -> bool:
        """Tell whether the same speaker says something like it in an article of another origin on the same story."""
        for e in evidence:
            mine = _stems(e.text)
            said = (s for other in self._others(e.article) for s in self._spoken.get((other, speaker), ()))
            if any(len(mine & s) >= max(FEWEST, LIKE * min(len(mine), len(s))) for s in said):
                return True
        return False

    def _others(self, article: str) -> Iterator[str]:
        origin = self.lookup.origins[article]
        return (a for a in self.lookup.peers.get(article, ()) if self.lookup.origins[a] != origin)

    def _sentence(self, evidence: Evidence) -> str:
        article = self.lookup.articles[evidence.article]
        at = article.sentence_at(evidence.span.start)
        span = evidence.span if at is None else article.sentences[at]
        return article.text[span.start : span.end]


@lru_cache(maxsize=1 << 15)
def _stems(text: str) -> Stems:
    """Return the stems of the longer words and numbers of a text."""
    words = (m.group().casefold() for m in _WORDS.finditer(text))
    return frozenset(stem(w) if w[0].isalpha() else w for w in words if len(w) > SHORT or w[0].isdigit())
