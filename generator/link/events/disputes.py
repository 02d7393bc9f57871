"""Groups that tell one happening with dates that can't both be right."""

import re
from collections.abc import Iterable
from itertools import combinations

from generator import edtf
from generator.lexicons import wordset
from generator.link.content_words import stems_of
from generator.link.events.same import Weights, apart, same
from generator.link.events.telling import Telling, is_news
from generator.link.sets import gathered

Group = tuple["Telling", ...]
Dated = tuple[str, str]
"""An article, and a date that it counts something to."""
Meant = tuple[str | None, str]
"""What a date is instead, None if nobody knows, and why."""

_REPEATED = frozenset(("statement", "figures", "sport", "", "work"))
_NEWS_AGAIN = frozenset(("statement", "figures", ""))
ALIKE_SELDOM = 0.5
ALIKE_WEEKS, WEEKS = 0.4, 62  # of two days that lie within weeks
ALIKE_AGAIN = 0.75  # word for word or nearly
ALIKE_SURE = 0.55  # from here on one shared name is enough: the sentences say "he" and "she"
# Two reports whose days lie so near are taken for one happening if nearly all of their words agree.
NEAR_DAYS, ALIKE_NEAR = 3, 0.55
FEWEST_SHARED = 2
# Beyond this many groups of one act the act is too common for its dates to be compared pair by pair.
MOST_GROUPS = 60
TIME_ZONE = 1  # days
A_WEEK = 7  # days after which nothing is told again as news of *this week*
_DAY = re.compile(r"(?<![0-9-])[0-9]{2}-[0-9]{2}\Z")  # of any year
MOST_TELLINGS = 12  # of a group that are compared


def disputed(groups: tuple[Group, ...], by: Weights) -> tuple[Group, ...]:
    """Join groups of different sources that date one happening differently.

    An article that tells the same act with both dates knows of two.
    """
    dated = gathered(((t.article, t.act), t.value) for g in groups for t in g if t.value)
    merged: dict[int, Group] = dict(enumerate(groups))
    for one, other in _pairs(groups):
        mine, theirs = merged.get(one, ()), merged.get(other, ())
        if not {t.article for t in mine}.isdisjoint(t.article for t in theirs) or not _conflict(mine, theirs, by):
            continue
        if not _knows_both(mine, theirs, dated) and not _knows_both(theirs, mine, dated):
            merged[one] += merged.pop(other)
    return tuple(merged.values())


def outvoted(groups: Iterable[Group]) -> dict[str, str]:
    """Return the articles whose days of publication two others contradict, and why: what is counted from them is open.

    Two articles tell that it happened *on Tuesday*, of the 2nd, and a third one *on Tuesday*, of the 16th.
    """
    found: dict[str, str] = {}
    for group in groups:
        days = [t for t in group if t.basis == "relative" and t.date and edtf.precision(t.value or "") == "day"]
        for one in days:
            far = [t.article for t in days if _days_apart(one, t) > NEAR_DAYS]
            near = {t.article for t in days} - {*far}
            other = next((t.value for t in days if t.article in far), None)
            if other and len(near) == 1 < len({*far}) and one.date and one.written:
                told, meant = edtf.format_value(one.written), edtf.format_value(other)
                found[one.article] = (
                    f"its day of publication is {told}, but “{one.date.text}” there tells what others date {meant}"
                )
    return found


def stale(tellings: Iterable[Telling]) -> dict[str, str]:
    """Return the articles that tell as their news what two others had told weeks before, and why nothing counts there.

    *Was arrested this week* isn't of the week in which somebody sent the news again, in words of its own or not.
    """
    tellings = tuple(t for t in tellings if t.written and t.mode == "happened")
    stories = {t.article: t.happening.partition(".")[0] for t in tellings if t.happening}
    fresh = (t for t in tellings if t.article in stories and (t.leads or t.opens) and t.kind not in _NEWS_AGAIN)
    leading = ((t.happening, t) for t in tellings if t.happening)
    alike = ((f"{stories[t.article]} {t.act}", t) for t in fresh)
    found: dict[str, str] = {}
    for told in gathered((*leading, *alike)).values():
        news = {t.article: t.written or "" for t in told}
        for late in news.values():
            early = sorted(d for d in news.values() if (edtf.days_between(d, late) or 0) > A_WEEK)
            near = len(early) > 1 and (edtf.days_between(early[0], early[-1]) or 0) <= A_WEEK
            if near and len(early) == len(news) - 1:
                day, known = edtf.format_value(late), edtf.format_value(early[-1])
                because = f"its day of publication is {day}, but others had told its news by {known}"
                found |= {article: because for article, written in news.items() if written == late}
    return found


def told_before(groups: Iterable[Group]) -> dict[Dated, Meant]:
    """Return what an article counts to a day on which another one had already told it, by article and date.

    With it stands what it is instead, and why: *The body was found on 9 April*, of a page of May 2013, is in a page of
    January 2013 as well, so that it means 9 April 2012. *On Tuesday* is open: the day of publication is in doubt.
    """
    found: dict[Dated, Meant] = {}
    for group in groups:
        done = [
            (days.last, t.written) for t in group if t.mode == "happened" and (days := edtf.bounds(t.written or ""))
        ]
        last, written = min(((last, w) for last, w in done if last and w), default=(None, ""))
        for late in group if last else ():
            days = edtf.bounds(late.value or "") if late.basis == "relative" and late.mode == "happened" else None
            if last and days and days.first and (days.first - last).days > TIME_ZONE and late.date:
                counted, known = edtf.format_value(late.value or ""), edtf.format_value(written)
                because = f"“{late.date.text}” would be {counted}, but another source had told of it by {known}"
                day = _DAY.search(late.date.offset or "")
                found[late.article, late.value or ""] = (edtf.resolve(f"<{day[0]}", written) if day else None, because)
    return found


def of_other_years(tellings: Iterable[Telling], stories: Iterable[tuple[str, ...]]) -> dict[Dated, Meant]:
    """Return what an article counts to a day of the year on which another one told the same act as news years before.

    *Was killed on 24 June*, of a page of May 2007, means 2005 where one of June 2005 told of the killing of that man or
    there, and is open where they name nothing in common. An act that is news on that day of two years tells of neither.
    """
    of = {article: n for n, story in enumerate(stories) for article in story}
    done = (t for t in tellings if t.article in of and t.mode == "happened" and t.value)
    days = ((t, edtf.precision(t.value or "") == "day") for t in done)
    found: dict[Dated, Meant] = {}
    for told in gathered(((of[t.article], t.act, (t.value or "")[5:]), t) for t, day in days if day).values():
        news = sorted({t.value for t in told if t.value and is_news(t, t.value)})
        for late in (t for t in told if len(news) == 1 and t.basis == "relative" and t.date):
            year = late.value and late.date and _DAY.search(late.date.offset or "") and late.value > news[0]
            if year and late.date:
                counted, known = edtf.format_value(late.value or ""), edtf.format_value(news[0])
                because = f"“{late.date.text}” would be {counted}, but another source had told of it by {known}"
                named = any(t.value == news[0] and (t.actors | t.places) & (late.actors | late.places) for t in told)
                found[late.article, late.value or ""] = (news[0] if named else None, because)
    return found


def _pairs(groups: tuple[Group, ...]) -> list[tuple[int, int]]:
    """Return the numbers of groups with a date that share an act and somebody or somewhere."""
    dated = ((n, group) for n, group in enumerate(groups) if any(t.value for t in group))
    index = gathered((key, n) for n, group in dated for key in {(t.act, w) for t in group for w in t.actors | t.places})
    return sorted({pair for found in index.values() if len(found) <= MOST_GROUPS for pair in combinations(found, 2)})


def _knows_both(mine: Group, theirs: Group, dated: dict[tuple[str, str], list[str]]) -> bool:
    """Tell whether an article of the one gives its act the other's date as well."""
    known = {date for act in {(t.article, t.act) for t in mine} for date in dated.get(act, ())}
    return any(edtf.compatible(date, value) for value in {t.value for t in theirs if t.value} for date in known)


def _conflict(mine: Group, theirs: Group, by: Weights) -> bool:
    one, other = _distinct(mine), _distinct(theirs)
    dates = [(a, b) for a in one for b in other if a.value and b.value]
    if not dates or any(edtf.compatible(a.value or "", b.value or "") for a, b in dates):
        return False
    if any(apart(a, b, by) for a in one for b in other) or not any(same(a, b, by) for a in one for b in other):
        return False
    return _same_ordinal(one, other, dates) or any(_told_alike(a, b, by) for a, b in dates)


def _distinct(group: Group) -> Group:
    """Return the first tellings of a group that differ in more than the article: copies need no comparison each."""
    return tuple({(t.value, t.act, t.mode, t.headline.text): t for t in reversed(group)}.values())[::-1][:MOST_TELLINGS]


def _same_ordinal(one: Group, other: Group, dates: list[tuple[Telling, Telling]]) -> bool:
    """Tell whether both call it the first (second, …) of its kind and put it into the same month of another year."""
    nth = frozenset().union(*(t.ordinals for t in one)) & frozenset().union(*(t.ordinals for t in other))
    return bool(nth) and any(_months(a.value or "") & _months(b.value or "") for a, b in dates)


def _months(value: str) -> frozenset[int]:
    covered = edtf.bounds(value) if edtf.precision(value) not in ("year", "decade", "century") else None
    return frozenset(day.month for day in (covered.first, covered.last) if day) if covered else frozenset()


def _told_alike(a: Telling, b: Telling, by: Weights) -> bool:
    """Tell whether two dates stand in nearly the same words, days beside each other or of what seldom happens twice."""
    if a.act != b.act or a.mode != b.mode or not a.named & b.named:
        return False
    again = a.basis == b.basis == "relative" and _is_sent_again(a, b, by)
    if again or a.kind in _REPEATED:
        return again
    alike, days = by.alike(a, b), _days_apart(a, b)
    if days <= NEAR_DAYS and alike >= ALIKE_NEAR and len(a.named & b.named) >= FEWEST_SHARED:
        return True
    # of these kinds one thing seldom sees two: what is told of it in the same words, each time with its date, is one
    if a.kind not in wordset("events-seldom") or a.mode != "happened" or {a.basis, b.basis} != {"stated"}:
        return False
    if alike < (ALIKE_WEEKS if days <= WEEKS else ALIKE_SELDOM) or (_is_own_news(a, b) and _is_own_news(b, a)):
        return False
    return alike >= ALIKE_SURE or len((a.named | a.context) & (b.named | b.context)) >= FEWEST_SHARED


def _is_sent_again(a: Telling, b: Telling, by: Weights) -> bool:
    """Tell whether two articles count the same word, *this morning*, *Tuesday*, for the same news from other days.

    One of the days on which they are said to be published is that of an update or of whoever collected them.
    """
    one_story = a.happening and a.happening == b.happening and a.kind not in _NEWS_AGAIN
    word = a.date is not None and b.date is not None and a.date.offset == b.date.offset
    if not word or by.alike(a, b) < (ALIKE_WEEKS if one_story else ALIKE_AGAIN):
        return False
    mine, theirs = (frozenset(stems_of(t.headline.text)) for t in (a, b))  # an office "announced today that" each week
    return one_story or len(mine & theirs) >= ALIKE_AGAIN * min(len(mine), len(theirs))


def _days_apart(a: Telling, b: Telling) -> int:
    """Return the days between two days; very many where one is no day."""
    one, two = a.value or "", b.value or ""
    days = edtf.days_between(one, two) if {edtf.precision(one), edtf.precision(two)} == {"day"} else None
    return 10**6 if days is None else abs(days)


def _is_own_news(one: Telling, other: Telling) -> bool:
    """Tell whether an article reports its own as news, and too early or too late for the other's."""
    return is_news(one, one.value or "") and not is_news(one, other.value or "")
