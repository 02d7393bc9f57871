"""Tellings ──▶ groups of tellings of one happening; near-linear by an index over dates, acts and names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.events.anchored import possible, width
from generator.link.events.same import apart, same
from generator.link.events.telling import NEWS_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.link.events.same import Weights
    from generator.link.events.telling import Telling

# So many of the latest groups under one key are compared: beyond that the key is too common to tell anything.
MOST_COMPARED = 40
# A newcomer is compared with so many members of a group; all must allow it, one must be alike.
MOST_MEMBERS = 8
# A weekday without a date can be a day of a month; every year holds fifty of it.
MONTH_DAYS = 31


@dataclass(slots=True)
class Group:
    """Tellings of one happening while they are gathered."""

    members: list[Telling] = field(default_factory=list)


def grouped(tellings: tuple[Telling, ...], by: Weights) -> tuple[tuple[Telling, ...], ...]:
    """Join tellings of the same happening: dated ones first, the sharpest first, then those without a date."""
    index: dict[tuple[str, str], list[Group]] = defaultdict(list)
    groups: list[Group] = []
    for telling in sorted(tellings, key=_order):
        home = _home(telling, index, by)
        if home is None:
            home = Group()
            groups.append(home)
        home.members.append(telling)
        for key in (*_keys(telling), *_keys_without_time(telling)):
            if not any(home is g for g in index[key][-MOST_COMPARED:]):
                index[key].append(home)
    return tuple(tuple(g.members) for g in groups)


def _order(telling: Telling) -> tuple[bool, int, str, int, int]:
    value = telling.value
    days = width(value) if value else 0
    return (value is None, days, telling.article, telling.index, telling.headline.span.start)


def _home(telling: Telling, index: dict[tuple[str, str], list[Group]], by: Weights) -> Group | None:
    """Return the only group that fits; of several the one with the telling's date, or with a date, or none."""
    keys = _keys_without_time(telling) if telling.value is None else _keys(telling)
    found = [g for g in _near(keys, index) if _fits(telling, g, by)]
    if telling.happening:
        mine = [g for g in found if any(m.happening == telling.happening for m in g.members)]
        open_day = telling.date is not None and telling.value is None  # "on Wednesday" is no day of the background
        others = [g for g in found if not open_day or not any(m.value for m in g.members)]
        found = [max(mine, key=lambda g: len(g.members))] if mine else others
    if len(found) > 1 and telling.value is not None:
        found = [g for g in found if any(m.value == telling.value for m in g.members)]
    elif len(found) > 1:
        dated = [g for g in found if g.members[0].value is not None]
        found = dated if len(dated) == 1 else []
    return max(found, key=lambda g: max(by.alike(telling, m) for m in g.members[:MOST_MEMBERS]), default=None)


def _keys(telling: Telling) -> tuple[tuple[str, str], ...]:
    """Return (year, feature) keys: tellings that can be the same share one."""
    return tuple((year, what) for year in _years(telling.value) for _, what in _keys_without_time(telling))


def _keys_without_time(telling: Telling) -> tuple[tuple[str, str], ...]:
    story = (("", f"*{telling.happening}"),) if telling.happening else ()
    return (*story, ("", f"={telling.deed}"), *(("", f"@{e}") for e in sorted(telling.actors | telling.things)))


def _years(value: str | None) -> tuple[str, ...]:
    covered = edtf.bounds(value) if value else None
    if covered is None:
        return ()
    ends = (covered.first, covered.last)
    return tuple(dict.fromkeys(str(end.year) for end in ends if end))


def _near(keys: tuple[tuple[str, str], ...], index: dict[tuple[str, str], list[Group]]) -> Iterator[Group]:
    seen: list[Group] = []
    for key in keys:
        for group in reversed(index.get(key, [])[-MOST_COMPARED:]):
            if not any(group is s for s in seen):
                seen.append(group)
                yield group


def _fits(telling: Telling, group: Group, by: Weights) -> bool:
    members = group.members[:MOST_MEMBERS]
    dates = [m.value for m in members if m.value is not None]
    if telling.value is not None and not (dates and all(edtf.compatible(telling.value, v) for v in dates)):
        return False
    one = [m for m in members if m.happening and m.happening == telling.happening]
    if any(apart(telling, m, by) for m in one or members) or not any(same(telling, m, by) for m in members):
        return False
    if telling.value is not None:
        return True
    # Asked last: finding the days on which "last Friday" can mean a date means trying two years of them.
    could_be_news = all(m.value or _can_be_one_news(telling, m) for m in members)
    return could_be_news and all(_can_mean(telling, v) for v in dates)


def _can_mean(telling: Telling, value: str) -> bool:
    """Tell whether a telling without a value can tell what happened then: its words and its article's date allow it."""
    if telling.date is not None and (width(value) > MONTH_DAYS or not possible(telling.date, value)):
        return False
    covered, news = edtf.bounds(value), recently(telling)
    if covered is None or covered.first is None or covered.last is None or news is None:
        return telling.date is not None
    before = telling.date is None and covered.last < news[0]
    after = telling.mode == "happened" and covered.first > news[1]
    return not before and not after


def _can_be_one_news(a: Telling, b: Telling) -> bool:
    """Tell whether two articles can tell one happening as news, by the days on which they may have been written."""
    one, two = recently(a), recently(b)
    return one is None or two is None or (one[0] <= two[1] and two[0] <= one[1])


def recently(telling: Telling) -> tuple[date, date] | None:
    """Return the days that what an article tells as news may lie in."""
    written = edtf.bounds(telling.written) if telling.written else None
    if written is None or written.first is None or written.last is None:
        return None
    wide = written.last - written.first > timedelta(days=NEWS_DAYS)
    return written.first if wide else written.first - timedelta(days=NEWS_DAYS), written.last
