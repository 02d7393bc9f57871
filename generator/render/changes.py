"""What the last change to the articles did, claim by claim: the page, the data, the feeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Inferred
from generator.render.changes_data import changes_json
from generator.render.feeds import Item, feeds
from generator.render.lookup import value_of
from generator.words import N_, NN_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Article, Briefing, Change, Fact, FactKind, Page, Revision, Web
    from generator.render.page import PageMaker

SHOWN = 30
"""Lines of one sort on the page and in the feeds; beyond them a list isn't read, and the data has all."""

KINDS: Mapping[FactKind, str] = {
    "event": N_("Happenings"),
    "figure": N_("Figures"),
    "statement": N_("Statements"),
    "definition": N_("Definitions"),
    "entity": N_("Names"),
    "difference": N_("Differences"),
}
"""The kinds of facts in the order of the page, and how they are called there."""

HEADINGS = {
    "opened": N_("Differences opened"),
    "widened": N_("Differences with a further side"),
    "closed": N_("Differences closed"),
    "confirmed": N_("Confirmed by a second origin"),
    "unconfirmed": N_("No longer confirmed by a second origin"),
    "redated": N_("Dated otherwise"),
    "reattributed": N_("Attributed otherwise"),
    "added": N_("Added"),
    "gone": N_("No longer told"),
}
"""What can become of a fact, in the order of the page."""

TITLES = {
    ("added", "difference"): N_("Other wordings, other scopes"),
    ("confirmed", "entity"): N_("Names that a second origin uses"),
}
"""Where the kind's name would say too much."""

_COUNTED = (
    ("added", NN_("{n} fact added", "{n} facts added")),
    ("confirmed", NN_("{n} confirmed", "{n} confirmed")),
    ("unconfirmed", NN_("{n} no longer confirmed", "{n} no longer confirmed")),
    ("opened", NN_("{n} difference opened", "{n} differences opened")),
    ("widened", NN_("{n} difference widened", "{n} differences widened")),
    ("closed", NN_("{n} difference closed", "{n} differences closed")),
    ("redated", NN_("{n} dated otherwise", "{n} dated otherwise")),
    ("reattributed", NN_("{n} attributed otherwise", "{n} attributed otherwise")),
    ("gone", NN_("{n} no longer told", "{n} no longer told")),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One change with what it is about: the event, utterance, entry, entity or difference, or None where it is gone."""

    id: str
    change: Change
    thing: object


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one sort: the first of them, and the number of the rest."""

    id: str
    title: str
    kind: str
    lines: tuple[Line, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class Section:
    """What became of facts, by their kinds."""

    id: str
    title: str
    groups: tuple[Group, ...]


def change_pages(maker: PageMaker, web: Web) -> tuple[Page, ...]:
    """Return ``changes.md``, ``data/changes.json`` and the two feeds; without an accepted state they list nothing."""
    briefing, revision = maker.briefing, maker.briefing.revision
    things = _things(briefing)
    changes = revision.changes if revision else ()
    sections = tuple(_sections([c for c in changes if not c.read], things))
    read = tuple(_groups("read", [c for c in changes if c.read], things))
    page = maker.page(
        "changes.md",
        "changes.md",
        _("Changes"),
        counts=counted(revision) if revision else (),
        revision=revision,
        sections=sections,
        read=read,
        headings={what: _(heading) for what, heading in HEADINGS.items()},
    )
    groups = (*(g for s in sections for g in s.groups), *read)
    items = [Item(line.id, _(HEADINGS[line.change.what]), line.change) for group in groups for line in group.lines]
    return (page, changes_json(briefing), *feeds(maker, web, items))


def since(revision: Revision | None) -> str:
    """Return in one line what isn't as it was accepted; nothing where no state has been accepted."""
    if revision is None:
        return ""
    return f"since the accepted state: {', '.join(counted(revision)) or 'nothing changed'}"


def counted(revision: Revision) -> tuple[str, ...]:
    """Return how much there is of each sort of change, in words."""
    counts = [
        (len(revision.added), NN_("{n} article added", "{n} articles added")),
        (len(revision.altered), NN_("{n} article altered", "{n} articles altered")),
        (len(revision.removed), NN_("{n} article removed", "{n} articles removed")),
        *((sum(c.what == what and not c.read for c in revision.changes), forms) for what, forms in _COUNTED),
        (len(revision.orphaned), NN_("{n} correction orphaned", "{n} corrections orphaned")),
        (sum(c.read for c in revision.changes), NN_("{n} read differently", "{n} read differently")),
    ]
    return tuple(ngettext(*forms, number) for number, forms in counts if number)


def newest_article(articles: tuple[Article, ...]) -> Article | None:
    """Return the article with the latest date of publication, an inferred one only if none is stated, or None."""
    dated = [a for a in articles if value_of(a.published)]
    sure = [a for a in dated if not isinstance(a.published, Inferred)]
    return max(sure or dated, key=lambda a: (value_of(a.published) or "", a.id), default=None)


def _things(briefing: Briefing) -> Mapping[tuple[str, str], object]:
    """Return what a fact can be about, by the fact's kind and key."""
    every: Mapping[FactKind, Iterable[object]] = {
        "event": briefing.events,
        "statement": briefing.utterances,
        "figure": briefing.measures,
        "definition": briefing.entries,
        "entity": [e for e in briefing.entities if e.page],
        "difference": briefing.differences,
    }
    return {(kind, getattr(thing, "id", "")): thing for kind, things in every.items() for thing in things}


def _sections(changes: Sequence[Change], things: Mapping[tuple[str, str], object]) -> Iterator[Section]:
    for what, title in HEADINGS.items():
        groups = tuple(_groups(what, [c for c in changes if c.what == what], things))
        if groups:
            yield Section(what, _(title), groups)


def _groups(name: str, changes: Sequence[Change], things: Mapping[tuple[str, str], object]) -> Iterator[Group]:
    for kind, title in KINDS.items():
        found = sorted((c for c in changes if c.fact.kind == kind), key=_order)
        lines = tuple(Line(f"c-{c.what}-{c.fact.id}", c, _thing(c.fact, things)) for c in found[:SHOWN])
        if lines:
            yield Group(f"{name}-{kind}", _(TITLES.get((name, kind), title)), kind, lines, len(found) - len(lines))


def _thing(fact: Fact, things: Mapping[tuple[str, str], object]) -> object:
    return things.get((fact.kind, fact.key)) if fact.sides else None


def _order(change: Change) -> tuple[int, bool, str, str, str]:
    """Sort what most origins tell first; happenings by their dates, the undated last; the rest as it is read."""
    fact = change.fact
    date = fact.value if fact.kind == "event" else ""
    place = f"{change.cited[0].article} {change.cited[0].span.start:9}" if change.cited else ""
    return (-fact.origins, not date, date, place, fact.id)
