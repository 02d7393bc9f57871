"""What the last change to the articles did, claim by claim: page, data, feeds; and the state that was accepted."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.lexicons import labels, table
from generator.model import ACCEPTED, Accepted, Briefing, Change, FactKind, Page, Revision
from generator.render.data import changes_json
from generator.render.feeds import Item
from generator.render.page import PageMaker, Row
from generator.words import N_, NN_, _, ngettext

SHOWN = 30
"""Lines of one sort on the page and in the feeds; beyond them a list isn't read, and the data has all."""

KINDS = labels("changed-kinds")
"""The kinds of facts in the order of the page, and how they are called there."""

HEADINGS = labels("change-headings")
"""What can become of a fact, in the order of the page."""

TITLES = {
    ("added", "difference"): N_("Differences that are no contradiction"),
    ("confirmed", "entity"): N_("Names that a second origin uses"),
}
"""Where the kind's name would say too much."""

_COUNTED = tuple(
    (what, (one, many)) for what, one, many in (row[1:] for row in table("labels") if row[0] == "changes-counted")
)
ONE: Mapping[FactKind, str] = {"event": N_("happening"), "figure": N_("figure"), "statement": N_("statement")}
"""Kinds of facts of which one sentence may tell several, where a reader sees one: how each is called beside it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reader takes for one change, and what else became of the fact or is told by the same sentences."""

    change: Change
    also: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Came:
    """An article that came or was altered: what it is one text with, what it shares text with, what it changed."""

    article: str
    how: str
    copies: tuple[str, ...]
    beside: tuple[str, ...]
    counts: tuple[str, ...]


def change_pages(maker: PageMaker) -> tuple[tuple[Page, ...], tuple[Item, ...]]:
    """Return ``changes.md`` and ``data/changes.json``, and what the feeds list; nothing without an accepted state."""
    briefing, revision = maker.briefing, maker.briefing.revision
    told_before = dict(briefing.accepted.articles) if briefing.accepted else {}
    found, line = entries(briefing), partial(_line, _things(briefing), told_before)
    sections: list[Row] = []
    for what, title in HEADINGS.items():
        groups = tuple(_groups(what, [e for e in found if not e.change.read and e.change.what == what], line))
        sections += [{"id": what, "title": _(title), "groups": groups}] if groups else []
    read = tuple(_groups("read", [e for e in found if e.change.read], line))
    page = maker.page(
        "changes.md",
        "changes.md",
        _("Changes"),
        counts=counted(revision) if revision else (),
        revision=revision,
        came=tuple(arrivals(briefing)),
        things={kind: _(word) for kind, word in ONE.items()},
        sections=sections,
        read=read,
        headings={what: _(heading) for what, heading in HEADINGS.items()},
    )
    every = (*(g for s in sections for g in s["groups"]), *read)
    shown = (one["change"] for group in every for one in group["lines"])
    return (page, changes_json(briefing)), tuple(Item(anchor(c), _(HEADINGS[c.what]), c) for c in shown)


def entries(briefing: Briefing) -> tuple[Entry, ...]:
    """Return what isn't as it was accepted, one entry for each fact and for what the same sentences tell."""
    articles = {a.id: a for a in briefing.articles}
    made: list[list[Change]] = []
    by_fact: dict[str, list[Change]] = {}
    by_place: dict[tuple[str, bool, str, int | None], list[Change]] = {}
    ranks, kinds = list(HEADINGS), list(KINDS)
    changes = briefing.revision.changes if briefing.revision else ()
    ranked = ((c.read, ranks.index(c.what), kinds.index(c.fact.kind), _order(c), c) for c in changes)
    for *_rest, change in sorted(ranked, key=lambda r: r[:4]):
        cited = [(e.article, articles[e.article].sentence_at(e.span.start)) for e in change.cited]
        places = [(change.what, change.read, *place) for place in cited] if change.fact.kind in ONE else []
        there = by_place.get(places[0]) if places and all(p in by_place for p in places) else None
        entry = by_fact.get(change.fact.id, there)
        if entry is None:
            entry = []
            made.append(entry)
        entry.append(change)
        by_fact.setdefault(change.fact.id, entry)
        for place in places:
            by_place.setdefault(place, entry)
    return tuple(Entry(first, tuple(also)) for first, *also in made)


def arrivals(briefing: Briefing) -> Iterator[Came]:
    """Yield the articles that came or were altered, and what each of them changed."""
    revision = briefing.revision
    if revision is None:
        return
    of = {a: o for o in briefing.origins for a in o.articles}
    for how, articles in (("added", revision.added), ("altered", revision.altered)):
        for article in articles:
            origin = of.get(article)
            own = tuple(c for c in revision.changes if any(e.article == article for e in c.cited) and not c.read)
            copies = tuple(a for a in origin.articles if a != article) if origin else ()
            beside = tuple(o.removeprefix("origin-") for o in origin.beside) if origin else ()
            yield Came(article, how, copies, beside, tuple(_counts(own)))


def since(revision: Revision | None) -> str:
    """Return in one line what isn't as it was accepted; nothing where no state has been accepted."""
    if revision is None:
        return ""
    return f"since the accepted state: {', '.join(counted(revision)) or 'nothing changed'}"


def counted(revision: Revision) -> tuple[str, ...]:
    """Return how much there is of each sort of change, in words."""
    articles = (
        (len(revision.added), NN_("{n} article added", "{n} articles added")),
        (len(revision.altered), NN_("{n} article altered", "{n} articles altered")),
        (len(revision.removed), NN_("{n} article removed", "{n} articles removed")),
    )
    others = (
        (len(revision.orphaned), NN_("{n} correction orphaned", "{n} corrections orphaned")),
        (sum(c.read for c in revision.changes), NN_("{n} read differently", "{n} read differently")),
    )
    own = _counts([c for c in revision.changes if not c.read])
    return (*_numbered(articles), *own, *_numbered(others))


def _counts(changes: Sequence[Change]) -> Iterator[str]:
    return _numbered((sum(c.what == what for c in changes), forms) for what, forms in _COUNTED)


def _numbered(counts: Iterable[tuple[int, tuple[str, str]]]) -> Iterator[str]:
    return (ngettext(*forms, number) for number, forms in counts if number)


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


def _line(things: Mapping[tuple[str, str], object], titles: Mapping[str, str], entry: Entry) -> Row:
    """Return an entry with the anchors of its changes, what it is about, and where that was told, if it is gone."""
    change, fact = entry.change, entry.change.fact
    return {
        "ids": [anchor(c) for c in (change, *entry.also)],
        "entry": entry,
        "change": change,
        "thing": things.get((fact.kind, fact.key)) if fact.sides else None,
        "was": () if fact.sides else tuple(filter(None, map(titles.get, fact.articles))),
    }


def anchor(change: Change) -> str:
    """Return the anchor of a change on its page."""
    return f"c-{change.what}-{change.fact.id}"


def _groups(name: str, found: Sequence[Entry], line: Callable[[Entry], Row]) -> Iterator[Row]:
    """Yield the changes of each kind of fact: the first of them, and the number of the rest."""
    for kind, title in KINDS.items():
        own = sorted((e for e in found if e.change.fact.kind == kind), key=lambda e: _order(e.change))
        if own:
            lines, shown = tuple(map(line, own[:SHOWN])), _(TITLES.get((name, kind), title))
            yield {"id": f"{name}-{kind}", "title": shown, "lines": lines, "rest": len(own) - len(lines)}


def _order(change: Change) -> tuple[int, bool, str, str, str]:
    """Sort what most origins tell first; happenings by their dates, the undated last; the rest as it is read."""
    fact = change.fact
    date = fact.value if fact.kind == "event" else ""
    place = f"{change.cited[0].article} {change.cited[0].span.start:9}" if change.cited else ""
    return (-fact.origins, not date, date, place, fact.id)


def accepted_file(accepted: Accepted) -> bytes:
    """Return the bytes of the file (see ``generator.read.accepted``); what UTF-8 has no bytes for is escaped."""
    rows = tuple(_rows(accepted))
    head = {"schema": ACCEPTED, "generator": accepted.generator, "rows": len(rows)}
    lines = (json.dumps(row, ensure_ascii=False) for row in (head, *rows))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _rows(accepted: Accepted) -> Iterator[dict[str, object]]:
    for content, title in accepted.articles:
        yield {"article": content, "title": title}
    for fact in accepted.facts:
        told = {name: getattr(fact, name) for name in ("text", "value", "origins", "id", "claims", "articles")}
        yield {"fact": fact.kind, **told}
    for address in accepted.addresses:
        yield {"address": address.id, "kind": address.kind, "about": address.about}
