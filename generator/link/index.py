"""Entities ──▶ a look-up from places in the text to the entities named there."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from generator.link.sets import gathered
from generator.model import Entity, Evidence, Name, Span

_LONGEST = 300  # characters of a mention; how far back a mention that reaches into a span may begin

# What stands before a name that is somebody else's: "a spokesman for Xi", "Xi's aide, a friend of".
_OTHERS = re.compile(r"\b(?:for|of|to|by|from|with|at|in|on|and|or|near|against)\b", re.IGNORECASE)
# What may follow a name without naming somebody else: nothing, or an apposition; not "London-listed".
_AFTER = re.compile(r"^\s*(?:$|[,(–—]|-(?!\w))")


class EntityIndex:
    """The mentions of all entities by article and place."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Index the mentions of some entities."""
        self._entities = {e.id: e for e in entities}
        named = ((m.span, e.id, m) for e in self._entities.values() for m in e.mentions)
        ordered = sorted(named, key=lambda item: (item[0].start, item[0].end, item[1]))  # numbers, for they are many
        self._mentions = gathered((m[2].article, m) for m in ordered)
        self._starts = {a: [item[0].start for item in found] for a, found in self._mentions.items()}

    @cached_property
    def _families(self) -> frozenset[str]:
        return frozenset(e.name.rpartition(" ")[2] for e in self._entities.values() if " " in e.name)

    def is_nameless(self, entity: Entity) -> bool:
        """Tell whether somebody without a page is called by one word that nobody has as a family name."""
        return not (entity.page or entity.kind != "person" or " " in entity.name or entity.name in self._families)

    def entity(self, entity_id: str) -> Entity:
        """Return an entity; KeyError for an unknown id."""
        return self._entities[entity_id]

    def within(self, article: str, span: Span) -> tuple[tuple[Name, Entity], ...]:
        """Return the mentions that share a character with a span, in text order, with their entities."""
        starts = self._starts.get(article, [])
        first, last = bisect_left(starts, span.start - _LONGEST), bisect_left(starts, span.end)
        found = self._mentions.get(article, [])[first:last]
        return tuple((name, self._entities[i]) for where, i, name in found if where.meets(span))

    def named(self, words: Evidence) -> Entity | None:
        """Return the entity that some words name as a whole, or None.

        ``President Mary Robinson`` names her; ``Robinson’s aide`` and ``an aide to her`` name nobody; ``the Irish
        foreign ministry`` doesn’t name Ireland.
        """
        held = [(m, e) for m, e in self.within(words.article, words.span) if m.form != "demonym"]
        people = [(m, e) for m, e in held if e.kind == "person"]
        for name, entity in people or held[-1:]:
            if self._is_head(name, words, other=not people):
                return entity
        return None

    @staticmethod
    def _is_head(name: Name, words: Evidence, *, other: bool) -> bool:
        text = words.text
        start, end = max(0, name.span.start - words.span.start), name.span.end - words.span.start
        before = text[:start]
        for title in name.titles:
            at = title.span.start - words.span.start
            if 0 <= at < start:
                before = before[:at] + before[at + len(title.text) :]
        if other and before.strip().lower() not in ("", "the"):
            return False
        return not _OTHERS.search(before) and bool(_AFTER.match(text[end:]))
