"""Events ──▶ occasions: what a reader calls one thing that happened, with all that is told of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import sqrt

from generator import edtf
from generator.independence import Independence
from generator.link.edits.occasions import regrouped
from generator.link.events.leads import title_stems
from generator.model import Article, Briefing, Event, Occasion, Unknown

Days = tuple[date, date]

BEFORE, AFTER = timedelta(days=1), timedelta(days=3)
"""How long before and after a happening lies what belongs to it: a flight out the day before, a toll counted later."""
LONGEST = timedelta(days=10)
"""Days that a date may leave open and still place something beside a happening: a week does, a month doesn't."""
NEWS = timedelta(days=7)
"""What articles tell without a date as their news happened at most so long before the first of them was written."""
SHARED = 2
"""People, places and bodies that two happenings must share to be one occasion; one is enough inside of one article."""
MOST_COMPARED = 40
"""Of the occasions that share an article or a name in one month so many are compared; it keeps the work linear."""
_WORDS = frozenset(("statement", "figures"))
"""Kinds of events that are no happening by themselves: somebody's words, or a number for a time."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with what it is compared by; ``days`` are those on which it may have happened, None if nothing tells."""

    event: Event
    articles: frozenset[str]
    named: frozenset[str]
    days: Days | None


def find_occasions(briefing: Briefing) -> Briefing:
    """Add the occasions, the newest first and of one day the most told.

    An occasion is one happening with what is told of the same people and places in the days around it. An event belongs
    to one occasion at most: words and figures make none by themselves, nor does what nothing dates.
    """
    articles = {a.id: a for a in briefing.articles}
    told = {e.id: _told(e, articles) for e in briefing.events if e.stands or e.readings}
    seeded = [[t.event for t in group] for group in _grouped(sorted(told.values(), key=_weight))]
    groups, titles, briefing = regrouped(seeded, briefing)
    found = [_occasion([told.get(e.id) or _told(e, articles) for e in g], articles, titles) for g in groups if g]
    independence, events = Independence(briefing), {e.id: e for e in briefing.events}
    backed = (replace(o, origins=independence.origins(e for i in o.events for e in events[i].evidence)) for o in found)
    dated = ((edtf.sort_key(o.date) if o.date else ("", ""), len(o.origins), o.id, o) for o in backed)
    ordered = sorted(dated, key=lambda d: d[:3], reverse=True)
    return replace(briefing, occasions=tuple(o for *_, o in ordered))


def _told(event: Event, articles: Mapping[str, Article]) -> _Told:
    told_by = frozenset(e.article for e in event.evidence)
    return _Told(event, told_by, frozenset(event.named), _days(event) or _news(event, articles))


def _weight(told: _Told) -> tuple[int, int, int, str]:
    """Rank what begins an occasion: the main happening of most articles, then what most origins tell."""
    return (-len(told.event.leads), -len(told.event.origins), -len(told.articles), told.event.id)


def _days(event: Event) -> Days | None:
    days = edtf.closed(event.date)
    return days if days and days[1] - days[0] <= LONGEST else None


def _news(event: Event, articles: Mapping[str, Article]) -> Days | None:
    """Return the days in which a main happening without a date lies, by the days on which it was reported."""
    written = [] if event.date else sorted(d for i in event.leads if (d := _published(articles[i])))
    return (written[0] - NEWS, written[-1]) if written else None


def _published(article: Article) -> date | None:
    known = article.published
    covered = None if isinstance(known, Unknown) else edtf.bounds(known.value)
    return covered.first if covered and covered.first == covered.last else None


def _grouped(told: Iterable[_Told]) -> list[list[_Told]]:
    """Return the events of each occasion, that which begins it first."""
    groups: list[list[_Told]] = []
    index: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for one in told:
        near = dict.fromkeys(n for key in _keys(one) for n in index[key][:MOST_COMPARED])
        home = next((n for n in near if _belongs(one, groups[n][0])), None)
        if home is not None:
            groups[home].append(one)
        elif one.event.leads or (one.event.date is not None and one.event.kind not in _WORDS):
            for key in _keys(one):
                index[key].append(len(groups))
            groups.append([one])
    return groups


def _keys(told: _Told) -> Iterator[tuple[str, int]]:
    """Yield (article or name, month), over all months around an event."""
    if told.days is None:
        return
    first, last = told.days[0] - BEFORE, told.days[1] + AFTER
    months = {(d.year, d.month): d.year * 12 + d.month for d in (first, first + timedelta(days=16), last) if d <= last}
    yield from ((what, month) for what in sorted(told.articles | told.named) for month in sorted(months.values()))


def _belongs(one: _Told, seed: _Told) -> bool:
    """Tell whether an event is told of what another one began: around the same days, of the same people and places."""
    if one.days is None or seed.days is None:
        return False
    if one.days[1] < seed.days[0] - BEFORE or one.days[0] > seed.days[1] + AFTER:
        return False
    if one.event.leads and seed.event.leads and not one.articles & seed.articles:
        return len(one.named & seed.named) > SHARED
    shared = len(one.named & seed.named)
    return shared >= SHARED or (bool(one.articles & seed.articles) and (shared > 0 or not one.named))


def _occasion(group: Sequence[_Told], articles: Mapping[str, Article], titles: Mapping[str, str]) -> Occasion:
    events = [t.event for t in group]
    seed = events[0]
    day, because = _dated(group, articles)
    told_by = tuple(sorted({i for t in group for i in t.articles}))
    return Occasion(
        id=seed.id,
        date=day,
        because=because,
        mode=seed.mode,
        lead=seed.headline,
        title=next(filter(None, (titles.get(e.id) for e in events)), "") or _title([articles[i] for i in seed.leads]),
        events=tuple(e.id for e in events),
        articles=told_by,
        origins=(),
        people=_most_named(e.people for e in events),
        places=_most_named(e.places for e in events),
        organisations=_most_named(e.organisations for e in events),
    )


def _dated(group: Sequence[_Told], articles: Mapping[str, Article]) -> tuple[str | None, str]:
    """Return the days of an occasion: of its first event, and of those in a row with it; or when it was reported."""
    seed = group[0].event
    if seed.date is None:
        written = min((d for i in seed.leads if (d := _published(articles[i]))), default=None)
        if written is None:
            return None, seed.because
        day = written.isoformat()
        return f"{day}~", f"told without a date; first reported on {edtf.format_value(day)}"
    return seed.date, seed.because


def _title(led: Sequence[Article]) -> str:
    """Return the title that shares most words with those of the others, or nothing where nothing leads with it."""
    stems = {a.title.value: title_stems(a) for a in led if not isinstance(a.title, Unknown)}
    counts = Counter(s for found in stems.values() for s in found)
    return max(stems, key=lambda t: (sum(counts[s] for s in stems[t]) / sqrt(len(stems[t]) + 1), t), default="")


def _most_named(named: Iterable[Iterable[str]]) -> tuple[str, ...]:
    counts = Counter(i for ids in named for i in ids)
    return tuple(sorted(counts, key=lambda i: (-counts[i], i)))
