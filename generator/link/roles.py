"""Titles beside a person's mentions ──▶ roles: who calls them what, and of when the text speaks."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.link.entities.people import office_of
from generator.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model import Briefing, Evidence, Findings, Name


def find_roles(briefing: Briefing) -> Briefing:
    """Give every person the titles that the sources give them."""
    found = {f.article.id: f for f in briefing.findings}
    entities = tuple(
        replace(e, roles=_roles(e.mentions, found)) if e.kind == "person" else e for e in briefing.entities
    )
    return replace(briefing, entities=entities)


def _roles(mentions: Sequence[Name], findings: Mapping[str, Findings]) -> tuple[Role, ...]:
    """Return every title of a person, with its place in the source.

    ``Role.title`` is the commonest writing of the title in the sources, so that equal titles can be grouped by it;
    ``Role.evidence`` holds the words of this source. Forms of address (``Mr``) are no roles. ``Role.date`` is the
    date that the sentence names, if it names exactly one.
    """
    titles = {(t.article, t.span): t for m in mentions for t in m.titles if office_of(t.text)}
    writings: dict[str, Counter[str]] = defaultdict(Counter)
    for t in titles.values():
        writings[office_of(t.text)][" ".join(t.text.split())] += 1
    common = {office: min(texts, key=lambda t: (-texts[t], t)) for office, texts in writings.items()}
    return tuple(
        Role(common[office_of(t.text)], t, _date(t, findings[t.article]))
        for _, t in sorted(titles.items(), key=lambda item: item[0])
    )


def _date(title: Evidence, found: Findings) -> str | None:
    """Return the date of the title's sentence; two dates leave it open which one holds."""
    at = found.article.sentence_at(title.span.start)
    if at is None:
        return None
    sentence = found.article.sentences[at]
    values = {d.value for d in found.dates if d.kind == "date" and d.value and sentence.holds(d.span)}
    return values.pop() if len(values) == 1 else None
