"""A sentence ──▶ the points that it has as a line, kept from one build to the next by all of its story."""

from collections.abc import Mapping
from functools import cached_property

from generator.cache import digest_of, remembered
from generator.model import Evidence
from generator.salience import Salience


class Points(Salience):
    """The points of the sentences of a briefing, counted again only where something of their story has changed."""

    def _points(self, words: Evidence) -> tuple[float, float]:
        at, count = words.article, super()._points
        meant = [n for n in range(words.span.start, words.span.end) if (at, n) in self._told_in_place]
        key = digest_of(f"{self._keys[at]} {words.span} {words.text} {meant}")
        return remembered().kept("points of lines", key, lambda: count(words), lambda row: (row[0], row[1]))

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        """Return what stands for all else that the points of an article's lines are counted of, by article."""
        named = {i: [(span, e.id, e.kind) for span, e in self._named[i]] for i in self._findings}
        known = ((i, (remembered().digest(f), self._origins[i], named[i])) for i, f in self._findings.items())
        told = {i: digest_of(repr(one)) for i, one in known}
        return {i: digest_of(" ".join((i, *(told[o] for o in self._stories.get(i, (i,)))))) for i in told}
