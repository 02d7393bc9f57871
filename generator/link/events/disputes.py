"""Groups that tell one happening with dates that can't both be right."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.events.same import apart, features, same, same_cast

if TYPE_CHECKING:
    from datetime import date

    from generator.link.events.same import Weights
    from generator.link.events.telling import Telling

Group = tuple["Telling", ...]

# Things that happen once: two years for the founding of one thing are a contradiction, two for its fairs are not.
_ONCE = frozenset(("establish", "bear", "die", "bury", "sever", "normalise", "dissolve"))
# Two reports whose days lie so near are taken for one happening if nearly all of their words agree.
NEAR_DAYS = 3
ALIKE_NEAR = 0.55
FEWEST_SHARED = 2
# A plan and what came of it lie so near; beyond that it may be the next of its kind.
MOVED_DAYS = 62
ALIKE_MOVED = 0.4
# Beyond this many groups of one act the act is too common for its dates to be compared pair by pair.
MOST_GROUPS = 60
_REPEATED = frozenset(("statement", "figures", "sport", "", "work"))


def disputed(groups: tuple[Group, ...], by: Weights) -> tuple[Group, ...]:
    """Join groups of different sources that date one happening differently."""
    merged: dict[int, list[Telling]] = {n: list(g) for n, g in enumerate(groups)}
    for one, other in _pairs(groups):
        if one in merged and other in merged and _conflict(tuple(merged[one]), tuple(merged[other]), by):
            merged[one] += merged.pop(other)
    return tuple(tuple(g) for g in merged.values())


def _pairs(groups: tuple[Group, ...]) -> list[tuple[int, int]]:
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        if any(t.value for t in group):
            for key in sorted({(t.act, who) for t in group for who in t.actors | t.places}):
                index[key].append(n)
    found = {
        (a, b)
        for key in sorted(index)
        if len(index[key]) <= MOST_GROUPS
        for i, a in enumerate(index[key])
        for b in index[key][i + 1 :]
    }
    return sorted(found)


def _conflict(one: Group, other: Group, by: Weights) -> bool:
    sources = {t.article for t in one} & {t.article for t in other}
    if sources or any(apart(a, b, by) for a in one for b in other):
        return False
    values = [(a, b) for a in one for b in other if a.value and b.value]
    if not values or any(edtf.compatible(a.value or "", b.value or "") for a, b in values):
        return False
    if not any(same(a, b, by) for a in one for b in other):
        return False
    return _once(one, other) or _same_ordinal(one, other, values) or _nearly(values, by) or _overtaken(values, by)


def _once(one: Group, other: Group) -> bool:
    acts = {t.act for t in one} & {t.act for t in other}
    shared = frozenset().union(*(features(t) for t in one)) & frozenset().union(*(features(t) for t in other))
    return bool(acts & _ONCE) and sum(f.startswith("@") for f in shared) >= FEWEST_SHARED


def _same_ordinal(one: Group, other: Group, values: list[tuple[Telling, Telling]]) -> bool:
    """Tell whether both call it the first (second, …) of its kind and put it into the same month of another year."""
    nth = frozenset().union(*(t.ordinals for t in one)) & frozenset().union(*(t.ordinals for t in other))
    return bool(nth) and any(_month(a.value) & _month(b.value) for a, b in values)


def _overtaken(values: list[tuple[Telling, Telling]], by: Weights) -> bool:
    """Tell whether a plan was over when it was told, and another source tells it as held in the weeks around it."""
    turned = (pair for a, b in values for pair in ((a, b), (b, a)))
    return any(_is_overtaken(plan, told, by) for plan, told in turned)


def _is_overtaken(plan: Telling, told: Telling, by: Weights) -> bool:
    if not plan.coming or told.mode != "happened" or plan.deed != told.deed or plan.kind in _REPEATED:
        return False
    dates = [edtf.bounds(value or "") for value in (plan.value, told.value, plan.written)]
    meant, held, written = ((b.first, b.last) if b and b.first and b.last else None for b in dates)
    if meant is None or held is None or written is None or max(meant[1], held[1]) >= written[0]:
        return False
    near = max(meant[0], held[0]) - min(meant[1], held[1]) <= timedelta(days=MOVED_DAYS)
    alike = by.alike(plan, told) >= ALIKE_MOVED and len(plan.named & told.named) >= FEWEST_SHARED
    return near and (alike or same_cast(plan, told, by))


def _month(value: str | None) -> frozenset[int]:
    covered = edtf.bounds(value) if value else None
    if (
        covered is None
        or covered.first is None
        or covered.last is None
        or edtf.precision(value or "") in ("year", "decade", "century")
    ):
        return frozenset()
    return frozenset((covered.first.month, covered.last.month))


def _nearly(values: list[tuple[Telling, Telling]], by: Weights) -> bool:
    """Tell whether two days lie close together and the tellings are alike in nearly all that they say."""
    return any(_near(a, b) and by.alike(a, b) >= ALIKE_NEAR for a, b in values)


def _near(a: Telling, b: Telling) -> bool:
    if a.act != b.act or a.kind in _REPEATED or a.mode != b.mode or len(a.named & b.named) < FEWEST_SHARED:
        return False
    one, two = _day(a.value), _day(b.value)
    return one is not None and two is not None and abs((one - two).days) <= NEAR_DAYS


def _day(value: str | None) -> date | None:
    covered = edtf.bounds(value) if value and edtf.precision(value) == "day" else None
    return covered.first if covered else None
