"""A sentence ──▶ the points that it has as a line, kept from one build to the next by all of its story."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.cache import digest_of, remembered
from generator.link.sets import gathered
from generator.model import Evidence
from generator.salience import Salience


@dataclass(frozen=True, eq=False)
class Points(Salience):
    """The points of the sentences of a briefing, counted again only where something of their story has changed."""

    _keys: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _meant(self) -> Mapping[str, list[int]]:
        """Return where pronouns stand that mean somebody, by article."""
        return gathered((m.article, m.span.start) for m in self.briefing.meant)

    def _points(self, words: Evidence) -> tuple[float, float]:
        key = digest_of(f"{self._key(words.article)} {words.span} {words.text}")
        count = super()._points
        return remembered().kept("points of lines", key, lambda: count(words), lambda row: (row[0], row[1]))

    def _key(self, article: str) -> str:
        """Return what stands for all that the points are counted of."""
        if article not in self._keys:
            story, memory = self._stories.get(article, (article,)), remembered()
            told = [(memory.digest(self._findings[i]), self._origins[i], self._meant.get(i)) for i in story]
            named = [[(span, e.id, e.kind) for span, e in self._named[i]] for i in story]
            key = digest_of(repr((told, named)))
            self._keys.update((one, f"{key} {n}") for n, one in enumerate(story))
        return self._keys[article]
