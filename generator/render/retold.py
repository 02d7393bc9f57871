"""What articles of other origins on one story tell again: in like words, or with numbers that may be the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, lru_cache

from generator.model import RUNNING, Event, Evidence, Figure
from generator.render.figures import is_telling
from generator.render.lookup import Lookup
from generator.render.paging import grouped
from generator.text import LEXICON, stem
from generator.text.befallen import deeds_counted
from generator.text.synonyms import are_near

Stems = frozenset[str]

_WORDS = re.compile(r"[0-9]+(?:[.,][0-9]+){0,4}|[^\W\d_]+")  # 8.5-tonne: 8.5, tonne

LIKE = 0.3
"""Share of a sentence's words from which another one may tell the same: at a half, a fifth of the happenings that were
said to stand in one source alone stood in another one, too."""
FEWEST_QUOTED, FEWEST = 3, 2
"""Words that must be shared: of a happening two, for a short line of which two are shared is mostly told there; of
words in quotation marks three, but of those of one speaker two, since the name isn't among them."""
SHORT = 3
"""Letters of a word that says nothing."""
ROUNDED, HEDGED, RIVAL = Decimal("0.95"), Decimal("0.8"), Decimal("0.4")
"""Shares of a figure from which another one may be of the same: *nearly 40* are *38*, *some 4,000* beside a word that
both have are *4,900*, and of money, tonnes and the like nine may be what somebody else says were fourteen."""


@dataclass(frozen=True)
class Retold:
    """The words of the sentences of each article, and who speaks in them."""

    lookup: Lookup

    @cached_property
    def _sentences(self) -> Callable[[str], tuple[Stems, ...]]:
        """The words of the sentences of an article, looked up when they are asked for."""
        return cache(self._read)

    def _read(self, article: str) -> tuple[Stems, ...]:
        own = self.lookup.articles[article]
        return () if own.unread else tuple(_stems(own.text[s.start : s.end]) for s in own.sentences)

    @cached_property
    def _spoken(self) -> Mapping[tuple[str, str | None], Sequence[Stems]]:
        """The words of each speaker in each article."""
        said = ((u.speaker, v) for u in self.lookup.briefing.utterances for v in u.versions if u.speaker)
        return grouped(((v.article, speaker), _stems(v.words.text)) for speaker, v in said)

    def led(self, event: Event) -> bool:
        """Tell whether an event is the news of a story, which other origins tell in whatever words."""
        opened = (e.article for e in event.evidence if self._opens(e))
        return any(True for article in (*event.leads, *opened) for _ in self._others(article))

    def _opens(self, evidence: Evidence) -> bool:
        """Tell whether words stand in the first sentence of the story that an article tells."""
        blocks = self.lookup.articles[evidence.article].blocks
        return next((b.sentences[0].meets(evidence.span) for b in blocks if b.kind in RUNNING and b.sentences), False)

    def told(self, words: Iterable[Evidence], fewest: int = FEWEST, known: Stems = frozenset()) -> bool:
        """Tell whether an article of another origin on the same story has a sentence with most of some words.

        The ``known`` ones, which all articles have, count nothing.
        """
        found = ((mine, s) for e in words if (mine := _stems(e.text) - known) for s in self._beside(e))
        return any(len(mine & s) >= max(min(fewest, len(mine)), LIKE * len(mine)) for mine, s in found)

    def counted(self, figures: Iterable[Figure]) -> bool:
        """Tell whether such an article has the number, or another one of what it may count, too."""
        return any(_is_rounded(*pair) or self._may_be(*pair) for pair in self._pairs(figures))

    def _within(self, words: Evidence) -> list[Figure]:
        return [f for f in self.lookup.findings[words.article].figures if words.span.holds(f.span)]

    def _pairs(self, figures: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
        return ((f, o) for f in figures for a in self._others(f.article) for o in self.lookup.findings[a].figures)

    def _may_be(self, one: Figure, other: Figure) -> bool:
        """Tell whether two figures may be of one thing, for they count alike.

        Silence costs less than to say of what others count, too, that one source alone does.
        """
        if one.value is None or other.value is None or (one.unit, one.direction) != (other.unit, other.direction):
            return False
        few, many = sorted((abs(one.value), abs(other.value)))
        named = map(_named_by, (one, other))
        alike = is_telling(other) and (_akin(*named) if one.unit == "1" else few >= RIVAL * many)
        return alike or (few >= HEDGED * many and _akin(*map(self._around, (one, other))))

    def gives(self, words: Evidence, known: Stems = frozenset()) -> bool:
        """Tell whether such an article tells a sentence, its numbers, or how many died, were hurt or arrested, too."""
        figures = self._within(words)
        deeds = _deeds(_stems(words.text)) if figures else frozenset()
        tolled = any(deeds & _deeds(s) for s in (self._beside(words) if deeds else ()))
        return tolled or self.counted(figures) or self.told((words,), known=known)

    def said(self, speaker: str, evidence: Iterable[Evidence]) -> bool:
        """Tell whether the same speaker says something like it in an article of another origin on the same story."""
        found = ((_stems(e.text), s) for e in evidence for s in self._beside(e, speaker))
        return any(len(mine & s) >= max(FEWEST, LIKE * min(len(mine), len(s))) for mine, s in found)

    def _beside(self, evidence: Evidence, speaker: str | None = None) -> Iterator[Stems]:
        """Yield the sentences of the articles of other origins on the same story, or what a speaker says in them."""
        for other in self._others(evidence.article):
            yield from self._sentences(other) if speaker is None else self._spoken.get((other, speaker), ())

    def _around(self, words: Evidence) -> Stems:
        article = self.lookup.articles[words.article]
        return _stems(article.cite(article.whole(words.span)).text)

    def _others(self, article: str) -> Iterator[str]:
        origin = self.lookup.origins[article]
        return (a for a in self.lookup.peers.get(article, ()) if self.lookup.origins[a] != origin)


def _akin(one: Stems, other: Stems) -> bool:
    """Tell whether two texts have a word in common, or words of nearly one meaning."""
    return any(s[0].isalpha() for s in one & other) or any(are_near(s, o) for s in one for o in other)


def _is_rounded(one: Figure, other: Figure) -> bool:
    """Tell whether two numbers are one, or nearly: of like things, of people, or no number that is given by chance.

    The units needn't be: *8.5 tons*, *8.5 tonnes*; a reward in *pesos* and in *Colombian pesos*.
    """
    if one.value is None or other.value is None:
        return False
    few, many = sorted((abs(one.value), abs(other.value)))
    sure = len(f"{one.value:f}".strip("0.")) > 1 or all(map(_counts_people, (one, other)))
    return 0 < few >= ROUNDED * many and (sure or _akin(*map(_named_by, (one, other))))


def _counts_people(figure: Figure) -> bool:
    return any("person" in LEXICON[w].kinds for w in (figure.measure.text.split() if figure.measure else ()))


def _named_by(figure: Figure) -> Stems:
    return _stems(figure.measure.text) if figure.measure else frozenset()


_DEEDS = {stem(word): deed for word, deed in (*deeds_counted().items(), ("life", "death"), ("lives", "death"))}
"""What words say happened to people: ``death`` for *killed*, and for the *lives* that were lost."""


def _deeds(stems: Stems) -> Stems:
    return frozenset(_DEEDS[s] for s in stems if s in _DEEDS)


@lru_cache(maxsize=1 << 15)
def _stems(text: str) -> Stems:
    """Return the stems of the longer words and numbers of a text."""
    words = (m.group().casefold() for m in _WORDS.finditer(text))
    return frozenset(stem(w) if w[0].isalpha() else w for w in words if len(w) > SHORT or w[0].isdigit())
