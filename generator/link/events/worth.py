"""Events ──▶ lines: each happening has one that is worth its place; what was long before is background."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, product
from typing import NamedTuple

from generator import edtf
from generator.link.events.leads import OPENING, SAME_NEWS
from generator.link.events.same import ALIKE_LINES, ALIKE_READ, Weights, said
from generator.link.events.telling import MONTH_DAYS, width
from generator.link.events.tellings import written_on
from generator.link.events.words import done
from generator.model import RUNNING, Article, Briefing, Event, Name
from generator.salience import Salience
from generator.text import lemmas, read_text, stem
from generator.text.standing import main_verb
from generator.text.synonyms import alike

PAST = timedelta(days=365)
"""What was over so long before it was told is history: what somebody did *last year* may still be news."""
ALIKE_NEWS = 0.1
"""How alike two lines of one happening are where one has no day: of 13 such pairs of real articles below it 11 were of
two happenings, of 18 above it four."""
LEAST = 0.1
"""How likely an editor takes a line at least: of 353 lines that editors marked 39 were less likely; they took five of
them, and of the others three in five."""
WEEK = 7
"""Days of the vaguest date before which news without a day stands."""
FEWEST_SHARED = 2
"""Words, a deed among them, that two lines share which tell one happening of one person; of nobody named twice as
many."""


class _Told(NamedTuple):
    """What events are told by: the articles, the story of each, and where its first sentences end."""

    articles: Mapping[str, Article]
    story: Mapping[str, tuple[str, ...]]
    opening: Mapping[str, int]
    newest: date | None
    named: Mapping[str, tuple[Name, ...]]
    """Where each person is named."""
    salience: Salience


def worthy(events: tuple[Event, ...], briefing: Briefing, by: Weights, salience: Salience) -> tuple[Event, ...]:
    """Return events of which those have a line that a reader wants, with what is history marked.

    What the articles of a story tell as their news without a day is one line, that of a dated happening where there is
    one, and so is what two tell of a day in like words.
    """
    told = _told(events, briefing, salience)
    return tuple(_judged(e, told) for e in _once(events, told, by))


def _told(events: Iterable[Event], briefing: Briefing, salience: Salience) -> _Told:
    days = (edtf.closed(e.date) for e in events if e.mode == "happened")
    told = ((a.id, (s.end for b in a.blocks if b.kind in RUNNING for s in b.sentences)) for a in briefing.articles)
    return _Told(
        {a.id: a for a in briefing.articles},
        {a: story for story in briefing.stories for a in story},
        {a: max(islice(ends, OPENING), default=0) for a, ends in told},
        max((d[1] for d in days if d), default=None),
        {e.id: e.mentions for e in briefing.entities if e.kind == "person"},
        salience,
    )


def _judged(event: Event, told: _Told) -> Event:
    if not event.stands or event.readings:
        return event
    if told.salience.worth(event.headline) < LEAST:
        return replace(event, stands=False)
    if event.leads:
        return event
    if event.mode == "planned" and _is_over(event, told):
        return replace(event, stands=False)
    past = event.mode == "happened" and not _opens(event, told)
    return replace(event, background=past and _is_history(event, told))


def _is_over(event: Event, told: _Told) -> bool:
    """Tell whether the day of a plan has passed when the newest article of its story was written."""
    days = edtf.closed(event.date)
    known = (edtf.closed(written_on(told.articles[i])) for i in told.story.get(event.headline.article, ()))
    return days is not None and any(d[0] > days[1] for d in known if d)


def _opens(event: Event, told: _Told) -> bool:
    """Tell whether one of the first sentences of an article tells an event."""
    return any(e.span.start < told.opening[e.article] for e in event.told)


def _is_history(event: Event, told: _Told) -> bool:
    """Tell whether an event was long before it was told, or before the newest one where nobody knows when that was."""
    days = edtf.closed(event.date)
    known = (edtf.closed(written_on(told.articles[e.article])) for e in event.told)
    first = min((d[0] for d in known if d), default=told.newest)
    return days is not None and first is not None and first - days[1] > PAST


def _once(events: Iterable[Event], told: _Told, by: Weights) -> list[Event]:
    """Return events, those that another one's line tells as well with that one's id."""
    found: dict[str, Event] = {}
    hosts: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for event in sorted(events, key=_rank):
        found[event.id] = event
        story = told.story.get(event.headline.article, ())
        if not event.stands or not story:
            continue
        one = (i for i in hosts[story] if not event.readings and _is_one(event, found[i], told, by))
        host = next(one, "")
        hosts[story] += () if host else (event.id,)
        found[event.id] = replace(event, twin=host)
    return [found[e.id] for e in events]


def _rank(event: Event) -> tuple[int, int, int, int, str]:
    """Order events by how well they tell a happening: on a sharp day, as news without one, of many sources."""
    days = width(event.date) if event.date else 0
    place = (1 if event.leads else 3) if not days else 2 * (days > WEEK)
    return (place, -len(event.leads), -len(event.origins), days, event.id)


def _is_one(event: Event, host: Event, told: _Told, by: Weights) -> bool:
    """Tell whether two lines of a story tell one happening: in like words of days that can be one, or as its news.

    News without a day is that of other articles of the same days, as far as these are known.
    """
    texts = event.headline.text, host.headline.text
    if event.mode != host.mode or host.headline.article == event.headline.article:
        return False
    if texts[0] == texts[1]:
        return True  # sent again
    pairs = (_numbers(event), _numbers(host)), (_people(event, told), _people(host, told))
    if any(a and b and a.isdisjoint(b) for a, b in pairs):
        return False
    likeness = by.read_alike(*texts)
    if _is_one_deed(event, host, told):
        return True
    if event.date and host.date:
        days = max(width(event.date), width(host.date)) <= MONTH_DAYS
        return edtf.compatible(event.date, host.date) and likeness >= (ALIKE_LINES if days else ALIKE_READ)
    mine = event.leads or ((event.headline.article,) if event.date is None else ())
    near = {_of_one_day(a, b, told) for a, b in product(mine, host.leads)} - {None}
    return bool(mine and host.leads) and (
        likeness >= ALIKE_READ if not near else likeness >= ALIKE_NEWS and True in near
    )


def _is_one_deed(event: Event, host: Event, told: _Told) -> bool:
    """Tell whether two lines tell one deed of one day, whatever else they say of it.

    Of neighbouring days they name one person or number: one of them counts from another day. News without a day is that
    of an article of the day.
    """
    (mine, one), (theirs, other) = (_deeds(e, told) for e in (event, host))
    deed = {a == b for a in mine for b in theirs if alike(a, b, "verb")}
    shared = len(one & other | mine & theirs) + (False in deed)
    who = bool(_people(event, told) & _people(host, told) or _numbers(event) & _numbers(host))
    if not deed or shared < (FEWEST_SHARED if who else 2 * FEWEST_SHARED):
        return False
    if event.date and host.date:
        apart = _days_apart(event.date, host.date)
        return apart == 0 or (apart == 1 and who)
    day, then = (e.date or written_on(told.articles[e.headline.article]) for e in (event, host))
    return _days_apart(day, then) <= SAME_NEWS if day and then else bool(event.leads and host.leads)


def _days_apart(one: str, other: str) -> int:
    """Return how many days lie between two dates; none where one may be the other."""
    return 0 if edtf.compatible(one, other) else abs(edtf.days_between(one, other) or MONTH_DAYS)


def _deeds(event: Event, told: _Told) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stem of what a line tells as done by its main verb or, of a report, the next; and of all its words."""
    sentence = read_text(told.articles[event.headline.article]).sentence_at(event.headline.span.start)
    main = main_verb(sentence, event.headline.span) if sentence else None
    verbs = (v for v in sentence.verbs if v.finite and v.first >= main.first) if sentence and main else ()
    heads = (sentence.words[v.head] for v in verbs) if sentence else ()
    first = [*islice((w for w in heads if "speech" not in w.kinds), 1)]
    acts = {stem(w.lemma) for w in first if not w.closed and w.lemma not in lemmas("light")}
    return done(acts), said(event.headline.text)


def _numbers(event: Event) -> set[str]:
    """Return the numbers of a line that are none of its date."""
    return {*filter(str.isdigit, said(event.headline.text))} - {*re.findall(r"[1-9]\d*", event.date or "")}


def _people(event: Event, told: _Told) -> set[str]:
    """Return who is named in a line itself."""
    line = event.headline
    return {
        p for p in event.people if any(m.article == line.article and line.span.holds(m.span) for m in told.named[p])
    }


def _of_one_day(one: str, other: str, told: _Told) -> bool | None:
    """Tell whether two articles were written within the days that one news is told; None where nothing tells."""
    a, b = (written_on(told.articles[i]) for i in (one, other))
    days = edtf.days_between(a, b) if a and b else None
    return None if days is None else abs(days) <= SAME_NEWS
