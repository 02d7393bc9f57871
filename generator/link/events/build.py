"""Groups ──▶ events: the date, the headline, the status, the readings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from generator import edtf
from generator.link.events.confirms import confirms
from generator.link.events.days import width
from generator.model import Account, Event, Evidence, Reading
from generator.slug import numbered, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.independence import Independence
    from generator.link.events.telling import Mode, Telling
    from generator.model import Entity

E = TypeVar("E", bound=Evidence)

RELATIVE = 2
"""What a date that must be counted takes from a headline: as much as a verb gives it."""
_WEEKDAY = re.compile(r"W[1-7]")  # in the offset of a weekday: <W5

_BASES = ("supplied", "stated", "computed", "relative", "unresolved")
_MODES: tuple[Mode, ...] = ("cancelled", "happened", "planned", "hypothetical")


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in the order of their dates, those without one last; of those of one id, each has a number."""
    ordered = sorted(events, key=_order)
    return tuple(replace(e, id=i) for e, i in zip(ordered, numbered(e.id for e in ordered), strict=True))


def _order(event: Event) -> tuple[bool, tuple[str, str], str, int]:
    key = edtf.sort_key(event.date) if event.date else ("", "")
    return (event.date is None, key, event.headline.article, event.headline.span.start)


def event_of(group: tuple[Telling, ...], entities: Mapping[str, Entity], independence: Independence) -> Event:
    """Return the event that some tellings tell."""
    members = sorted(group, key=lambda t: (t.article, t.index, t.headline.span))
    readings = _readings(members, independence)
    chosen = _chosen(members, readings)
    best = max(members, key=lambda t: (t.stands, t.leads, _clear(t), t.value == chosen.value, -len(t.headline.text)))
    headline = best.headline
    accounts = tuple(dict.fromkeys(Account(t.sentence, t.mode, t.value, confirms(best, t)) for t in members))
    told_by = independence.origins(a.sentence for a in accounts if a.confirms)
    who = dict.fromkeys(e for t in members for e in (*sorted(t.agents), *sorted(t.actors), *sorted(t.places)))
    return Event(
        id=slug(f"{chosen.value or 'undated'} {headline.text}"),
        date=chosen.value,
        basis=chosen.basis,
        because=chosen.because,
        headline=headline,
        status="disputed" if len(readings) > 1 else "agreed" if len(told_by) > 1 else "single",
        mode=min((t.mode for t in members), key=_MODES.index),
        kind=next((t.kind for t in members if t.kind), ""),
        evidence=_once(t.sentence for t in members),
        dates=_once(t.date for t in members if t.date and t.value),
        people=tuple(e for e in who if entities[e].kind == "person"),
        places=tuple(e for e in who if entities[e].kind == "place" and any(e in t.places for t in members)),
        organisations=tuple(e for e in who if entities[e].kind == "organisation"),
        origins=told_by,
        stands=best.stands,
        readings=readings if len(readings) > 1 else (),
        accounts=accounts,
        leads=tuple(dict.fromkeys(t.article for t in members if t.leads)),
    )


def _clear(telling: Telling) -> int:
    """Return how well a headline can be read elsewhere: ``last December`` says nothing without the article's date.

    A weekday does no harm: the day stands beside the headline.
    """
    date = telling.date
    if date is None or date.basis != "relative" or _WEEKDAY.search(date.offset or ""):
        return telling.quality
    return telling.quality - RELATIVE * telling.headline.span.holds(date.span)


def _once(found: Iterable[E]) -> tuple[E, ...]:
    return tuple({(e.article, e.span): e for e in found}.values())


def _readings(members: list[Telling], independence: Independence) -> tuple[Reading, ...]:
    """Return one reading per date that can't be another: the tellings of each, the sharpest value first."""
    sides: list[list[Telling]] = []
    for telling in sorted((t for t in members if t.value), key=lambda t: width(t.value or "")):
        side = next((s for s in sides if edtf.compatible(s[0].value or "", telling.value or "")), None)
        if side is None:
            sides.append([telling])
        else:
            side.append(telling)
    if all(t.basis == "relative" for t in members) and len(independence.origins(t.sentence for t in members)) == 1:
        sides = sides and [min(sides, key=lambda side: edtf.sort_key(side[0].value or ""))]  # sent again
    return tuple(
        Reading(
            value=side[0].value or "",
            basis=side[0].basis,
            because=side[0].because,
            evidence=_once(t.sentence for t in side),
            origins=independence.origins(t.sentence for t in side),
        )
        for side in sorted(sides, key=_by_sources)
    )


def _by_sources(side: list[Telling]) -> tuple[int, tuple[str, str]]:
    return -len({t.article for t in side}), edtf.sort_key(side[0].value or "")


def _chosen(members: list[Telling], readings: tuple[Reading, ...]) -> Telling:
    """Return the telling whose date stands for the event: of the reading most sources have, the sharpest."""
    dated = [t for t in members if t.value and edtf.compatible(t.value, readings[0].value)] if readings else []
    return min(dated or members, key=lambda t: (width(t.value) if t.value else 0, _BASES.index(t.basis)))
