"""Tellings ──▶ groups of tellings of one happening; near-linear by an index over dates, acts and names."""

from collections import defaultdict
from collections.abc import Iterator

from generator import edtf
from generator.link.events.same import Weights, apart, same
from generator.link.events.telling import Telling, can_be_one_news, can_mean, width

Key = tuple[str, str]
Group = list[Telling]

# So many of the latest groups under one key are compared: beyond that the key is too common to tell anything.
MOST_COMPARED = 40
# A newcomer is compared with so many members of a group; all must allow it, one must be alike.
MOST_MEMBERS = 8


def grouped(tellings: tuple[Telling, ...], by: Weights) -> tuple[tuple[Telling, ...], ...]:
    """Join tellings of the same happening: dated ones first, the sharpest first, then those without a date."""
    index: dict[Key, list[Group]] = defaultdict(list)
    groups: list[Group] = []
    for telling in sorted(tellings, key=_order):
        home = _home(telling, index, by)
        if home is None:
            home = []
            groups.append(home)
        home.append(telling)
        for key in (*_keys(telling), *_keys(telling, dated=False)):
            if not any(home is g for g in index[key][-MOST_COMPARED:]):
                index[key].append(home)
    return tuple(tuple(g) for g in groups)


def _order(telling: Telling) -> tuple[bool, int, int, str, str]:
    """Order tellings by what they say, the fullest first: the ids of articles decide only between equal words."""
    value = telling.value
    days = width(value) if value else 0
    return (value is None, days, -len(telling.stems), telling.core, telling.article)


def _home(telling: Telling, index: dict[Key, list[Group]], by: Weights) -> Group | None:
    """Return the only group that fits; of several the one with the telling's date, or with a date, or none."""
    found = [g for g in _near(_keys(telling), index) if _fits(telling, g, by)]
    if telling.happening:
        mine = [g for g in found if any(m.happening == telling.happening for m in g)]
        open_day = telling.date is not None and telling.value is None  # "on Wednesday" is no day of the background
        others = [g for g in found if not open_day or not any(m.value for m in g)]
        found = [max(mine, key=len)] if mine else others
    if len(found) > 1 and telling.value is not None:
        found = [g for g in found if any(m.value == telling.value for m in g)]
    elif len(found) > 1:
        dated = [g for g in found if g[0].value is not None]
        found = dated if len(dated) == 1 else []
    return max(found, key=lambda g: max(by.alike(telling, m) for m in g[:MOST_MEMBERS]), default=None)


def _keys(telling: Telling, *, dated: bool = True) -> tuple[Key, ...]:
    """Return (year, feature) keys: tellings that can be the same share one; no year where there is no date."""
    covered = edtf.bounds(telling.value) if telling.value and dated else None
    years = sorted({str(end.year) for end in (covered.first, covered.last) if end}) if covered else [""]
    story = (f"*{telling.happening}",) if telling.happening else ()
    features = (*story, f"={telling.deed}", *(f"@{e}" for e in sorted(telling.named)))
    return tuple((year, what) for year in years for what in features)


def _near(keys: tuple[Key, ...], index: dict[Key, list[Group]]) -> Iterator[Group]:
    seen: list[Group] = []
    for key in keys:
        for group in reversed(index.get(key, [])[-MOST_COMPARED:]):
            if not any(group is s for s in seen):
                seen.append(group)
                yield group


def _fits(telling: Telling, group: Group, by: Weights) -> bool:
    members = group[:MOST_MEMBERS]
    dates = [m.value for m in members if m.value is not None]
    if telling.value is not None and not (dates and all(edtf.compatible(telling.value, v) for v in dates)):
        return False
    one = [m for m in members if m.happening and m.happening == telling.happening]
    if any(apart(telling, m, by) for m in one or members) or not any(same(telling, m, by) for m in members):
        return False
    if telling.value is not None:
        return True
    could_be_news = all(m.value or can_be_one_news(telling, m) for m in members)
    return could_be_news and all(can_mean(telling, v) for v in dates)
