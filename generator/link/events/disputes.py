"""Groups that tell one happening with dates that can't both be right."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.events.groups import recently
from generator.link.events.same import apart, features, same, same_cast

if TYPE_CHECKING:
    from datetime import date

    from generator.link.events.same import Weights
    from generator.link.events.telling import Telling

Group = tuple["Telling", ...]

# Things that happen once: two years for the founding of one thing are a contradiction, two for its fairs are not.
_ONCE = frozenset(("establish", "bear", "die", "bury", "marry", "execute", "sever", "normalise", "dissolve"))
# Kinds of which one thing seldom sees two: what is told of it in the same words, each time with its date, is one.
_SELDOM = frozenset(
    (
        "accident",
        "agreement",
        "beginning",
        "change",
        "court",
        "disaster",
        "discovery",
        "end",
        "founding",
        "life",
        "office",
        "ties",
    )
)
ALIKE_SELDOM = 0.5
ALIKE_WEEKS = 0.4  # of two days that lie within weeks
ALIKE_SURE = 0.55  # from here on one shared name is enough: the sentences say "he" and "she"
# Two reports whose days lie so near are taken for one happening if nearly all of their words agree.
NEAR_DAYS = 3
ALIKE_NEAR = 0.55
FEWEST_SHARED = 2
# A plan and what came of it lie so near; beyond that it may be the next of its kind.
MOVED_DAYS = 62
ALIKE_MOVED = 0.4
# Beyond this many groups of one act the act is too common for its dates to be compared pair by pair.
MOST_GROUPS = 60
MOST_TELLINGS = 12  # of a group that are compared
_REPEATED = frozenset(("statement", "figures", "sport", "", "work"))


def disputed(groups: tuple[Group, ...], by: Weights) -> tuple[Group, ...]:
    """Join groups of different sources that date one happening differently.

    An article that tells the same act with both dates knows of two.
    """
    dated: dict[tuple[str, str], list[str]] = defaultdict(list)
    for telling in (t for g in groups for t in g if t.value):
        dated[telling.article, telling.act].append(telling.value or "")
    merged: dict[int, list[Telling]] = {n: list(g) for n, g in enumerate(groups)}
    for one, other in _pairs(groups):
        if one not in merged or other not in merged:
            continue
        mine, theirs = merged[one], merged[other]
        if not _of_other_sources(mine, theirs) or _knows_both((mine, theirs), dated):
            continue
        if _conflict(_distinct(mine), _distinct(theirs), by):
            merged[one] += merged.pop(other)
    return tuple(tuple(g) for g in merged.values())


def _of_other_sources(one: list[Telling], other: list[Telling]) -> bool:
    return not {t.article for t in one} & {t.article for t in other}


def _distinct(group: list[Telling]) -> Group:
    """Return the first tellings of a group that differ in more than the article: copies need no comparison each."""
    return tuple({(t.value, t.act, t.mode, t.headline.text): t for t in reversed(group)}.values())[::-1][:MOST_TELLINGS]


def _knows_both(sides: tuple[list[Telling], list[Telling]], dated: dict[tuple[str, str], list[str]]) -> bool:
    """Tell whether an article of the one gives its act the other's date as well."""
    return any(
        edtf.compatible(known, value)
        for mine, theirs in (sides, sides[::-1])
        for value in {t.value: None for t in theirs if t.value}
        for act in {(t.article, t.act): None for t in mine}
        for known in dated.get(act, ())
    )


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
    if any(apart(a, b, by) for a in one for b in other):
        return False
    values = [(a, b) for a in one for b in other if a.value and b.value]
    if not values or any(edtf.compatible(a.value or "", b.value or "") for a, b in values):
        return False
    if not any(same(a, b, by) for a in one for b in other):
        return False
    if _once(one, other) or _same_ordinal(one, other, values):
        return True
    return _nearly(values, by) or _overtaken(values, by) or any(_told_alike(a, b, by) for a, b in values)


def _once(one: Group, other: Group) -> bool:
    acts = {t.act for t in one} & {t.act for t in other}
    shared = frozenset().union(*(features(t) for t in one)) & frozenset().union(*(features(t) for t in other))
    return bool(acts & _ONCE) and sum(f.startswith("@") for f in shared) >= FEWEST_SHARED


def _same_ordinal(one: Group, other: Group, values: list[tuple[Telling, Telling]]) -> bool:
    """Tell whether both call it the first (second, …) of its kind and put it into the same month of another year."""
    nth = frozenset().union(*(t.ordinals for t in one)) & frozenset().union(*(t.ordinals for t in other))
    return bool(nth) and any(_month(a.value) & _month(b.value) for a, b in values)


def _told_alike(a: Telling, b: Telling, by: Weights) -> bool:
    """Tell whether two stated dates stand with what seldom happens twice, told of the same in nearly the same words."""
    if a.act != b.act or a.kind not in _SELDOM or {a.mode, b.mode} != {"happened"} or {a.basis, b.basis} != {"stated"}:
        return False
    alike, least = by.alike(a, b), ALIKE_WEEKS if _within_weeks(a, b) else ALIKE_SELDOM
    if not a.named & b.named or alike < least or _gives(a, b) or _gives(b, a) or _are_each_news(a, b):
        return False
    return alike >= ALIKE_SURE or len((a.named | a.context) & (b.named | b.context)) >= FEWEST_SHARED


def _within_weeks(a: Telling, b: Telling) -> bool:
    """Tell whether two days lie so near that one thing seldom sees the same twice between them."""
    one, two = _day(a.value), _day(b.value)
    return one is not None and two is not None and abs((one - two).days) <= MOVED_DAYS


def _are_each_news(a: Telling, b: Telling) -> bool:
    """Tell whether each article reports its own as news, and too early or too late for the other's."""
    news = [(t, recent) for t in (a, b) if (recent := recently(t))]
    values = {t.value: edtf.bounds(t.value or "") for t in (a, b)}
    inside = {
        (t.value, value)
        for t, (first, last) in news
        for value, c in values.items()
        if c and c.first and c.last and c.last >= first and c.first <= last
    }
    return inside == {(a.value, a.value), (b.value, b.value)}


def _gives(one: Telling, other: Telling) -> bool:
    """Tell whether a sentence names the other's year beside its own."""
    years = {(t.value or "")[:4] for t in (one, other)}
    return len(years) > 1 and (other.value or "")[:4] in one.sentence.text


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
