"""The timeline: every event by year, the filters, the drawing; and as a calendar."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from generator import edtf
from generator.lexicons import labels
from generator.model import Article, Briefing, Event, Page, value_of
from generator.render.brackets import spelled
from generator.render.dates import days_of, first_day, readable
from generator.render.home.lines import counted
from generator.render.home.weights import as_of
from generator.render.lookup import Lookup, articles_of
from generator.render.markdown import Markdown, printable
from generator.render.offers import event_offers
from generator.render.page import PageMaker, Row
from generator.render.paging import grouped
from generator.render.timeline_drawing import Dot, timeline_drawing
from generator.words import _
from generator.words.reasons import told

MODES = labels("modes")
"""How each mode is called on the page."""

MOST_CHOICES = 100
"""Values of one filter: of more nobody finds one in a list, and each page of a long timeline has them."""

MORE = 0.1
"""What the line of an event is worth more that is news, that several origins tell, or that is told at once."""

NONE: Mapping[str, str] = {}
OTHER = "other"
"""The kind of an event that no word of the tables tells."""


def timeline_pages(maker: PageMaker) -> tuple[Page, ...]:
    """Return the timeline, and as a calendar."""
    briefing = maker.briefing
    beside = _beside(briefing, maker.lookup)
    events = tuple(e for e in briefing.events if not e.twin and e.id not in beside)
    newest = days_of(as_of(maker.lookup, maker.day))
    today = newest[1] if newest else None
    coming = tuple(e for e in events if today and e.mode == "planned" and (day := first_day(e.date)) and day > today)
    told_on = {e.id: told for e in events if not e.date and (told := _told_on(e, maker.lookup.articles))}
    main = tuple(e for e in events if not e.background)
    page = maker.page(
        "timeline.md",
        "timeline.md",
        _("Timeline"),
        lines=events,
        twins=grouped((e.twin, e) for e in briefing.events if e.twin),
        beside=grouped((beside[e.id], e) for e in briefing.events if e.id in beside),
        years=years((e for e in main if (e.date or e.id in told_on) and e not in coming), told_on),
        coming=coming,
        undated=tuple(e for e in main if not e.date and e.id not in told_on),
        background=tuple(e for e in events if e.background),
        told_on=told_on,
        told_as=_("told on"),
        also_in=_("also told in"),
        more_of_day=_("more of that day"),
        filters=filters(events, maker.lookup),
        drawing=_drawing(main, today, maker.lookup),
        day_of=day_of,
        times=partial(counted, lookup=maker.lookup),
        kind_of=kind_of,
        articles_of=articles_of,
        modes=MODES,
        offers=event_offers(events, maker.lookup.articles),
        decided={d.event: d for d in briefing.differences if d.decision and d.event},
    )
    return (page, calendar(maker.lookup, maker.site))


def _beside(briefing: Briefing, lookup: Lookup) -> dict[str, str]:
    """Return, by its id, beside whose line an event stands: the best of its day and story has one, and no other.

    Of 30 days with several lines editors took the best of 21, and of the 42 others 13. What sources date otherwise has
    a line of its own.
    """
    story = {a: story for story in briefing.stories for a in story}
    plain = (e for e in briefing.events if e.mode == "happened" and e.date and e.status != "disputed")
    dated = (e for e in plain if edtf.precision(e.date or "") == "day" and not (e.twin or e.background))
    days = grouped(((story.get(e.headline.article, e.headline.article), e.date), e) for e in dated)
    best = {day: max(events, key=lambda e: (_worth(e, lookup), e.id)) for day, events in days.items()}
    return {e.id: best[day].id for day, events in days.items() for e in events if e is not best[day]}


def _worth(event: Event, lookup: Lookup) -> float:
    """Return how good a line an event is for its day: a deed that is news, of several origins, or told at once."""
    written = _told_on(event, lookup.articles)
    near = written and event.date and abs(edtf.days_between(event.date, written) or 0) <= 1
    more = bool(event.leads) + (len(event.origins) > 1) + bool(near) + 2 * (event.kind != "statement")
    return lookup.salience.worth(event.headline) + MORE * more


def _told_on(event: Event, articles: Mapping[str, Article]) -> str | None:
    """Return the day on which the article was published whose words tell an event; None where it isn't known."""
    day = value_of(articles[event.headline.article].published)
    return day if day and edtf.precision(day) == "day" else None


def _drawing(events: Iterable[Event], newest: date | None, lookup: Lookup) -> Markdown:
    marks = {"relative": "worked-out", "computed": "worked-out"}
    dots = []
    for event in events:
        if days := days_of(event.date):
            mark = "disputed" if event.status == "disputed" else marks.get(event.basis, "")
            title = f"{readable(event.date)}: {spelled(event.headline, lookup)}"
            dots.append(Dot(f"e-{event.id}", *days, kind_of(event), title, mark))
    return timeline_drawing(sorted(dots, key=lambda d: (d.day, d.anchor)), newest)


def day_of(event: Event) -> int | None:
    """Return the middle of the days that an event's date may mean, as the drawing counts them."""
    days = days_of(event.date)
    return (days[0].toordinal() + days[1].toordinal()) // 2 if days else None


def kind_of(event: Event) -> str:
    """Return what kind of happening an event is."""
    return event.kind or OTHER


def years(events: Iterable[Event], told_on: Mapping[str, str] = NONE) -> list[Row]:
    """Return events by the year in which they begin, with a title where no source names that year.

    What has no date stands in its place as it was told.
    """
    placed = sorted(((e.date or told_on.get(e.id, ""), e) for e in events), key=lambda one: edtf.sort_key(one[0]))
    found = grouped((day.year, event) for value, event in placed if (day := first_day(value)))
    return [{"name": year, "title": _title_of(year, found[year]), "events": found[year]} for year in sorted(found)]


def _title_of(year: int, events: Sequence[Event]) -> str:
    """Return the year, or what it stands for if all that begins in it is as vague as ``the late 1970s``."""
    told = {e.date or str(year) for e in events}
    vague = all("~" in date.partition("/")[0] or edtf.precision(date) in ("decade", "century") for date in told)
    words = readable(min(told)).removeprefix("the ") if vague and len(told) == 1 else str(year)
    return words[0].upper() + words[1:]


def filters(events: tuple[Event, ...], lookup: Lookup) -> list[Row]:
    """Return what the events can be filtered by: each value with the number of events, the most frequent first."""
    names, kinds = {e.id: e.name for e in lookup.entities.values()}, [kind_of(e) for e in events]
    found = (
        ("people", _("Person"), (p for e in events for p in e.people), names),
        ("places", _("Place"), (p for e in events for p in e.places), names),
        ("sources", _("Source"), (s for e in events for s in articles_of(e.evidence)), lookup.labels),
        ("kind", _("Kind"), kinds, {kind: told(kind) for kind in kinds}),
        ("mode", _("Told as"), (e.mode for e in events), {m: _(words) for m, words in MODES.items()}),
    )
    every = ({"name": name, "label": label, "choices": _choices(*values)} for name, label, *values in found)
    return [f for f in every if len(f["choices"]) > 1]


def _choices(values: Iterable[str], labels: Mapping[str, str]) -> list[Row]:
    counts = Counter(v for v in values if v in labels)
    ordered = sorted(counts, key=lambda v: (-counts[v], labels[v]))[:MOST_CHOICES]
    return [{"value": v, "label": labels[v], "count": counts[v]} for v in ordered]


LINE_OCTETS = 75  # RFC 5545, 3.1: longer lines are folded
_STATUS = {"happened": "CONFIRMED", "planned": "TENTATIVE", "hypothetical": "TENTATIVE", "cancelled": "CANCELLED"}
VAGUE = timedelta(days=20)  # from a month on, or where an end is open, a day stands that says how vague the date is
_SPECIAL = re.compile(r"[\\;,]")  # RFC 5545, 3.3.11
_BREAK = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")


def calendar(lookup: Lookup, title: str) -> Page:
    """Return ``data/events.ics``: every dated event as a day or days, and how precisely the day is known."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefing//timeline//EN", f"X-WR-CALNAME:{_text(title)}"]
    for event in lookup.briefing.events:
        lines += _event(event, lookup)
    lines.append("END:VCALENDAR")
    return Page("data/events.ics", "".join(f"{_folded(line)}\r\n" for line in lines).encode())


def _event(event: Event, lookup: Lookup) -> Iterator[str]:
    covered = edtf.bounds(event.date) if event.date else None
    first = (covered.first or covered.last) if covered else None
    if covered is None or first is None or event.date is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}@briefing"
    # The day itself instead of the time of writing: the same articles give the same file on every day.
    yield f"DTSTAMP:{_day(first)}T000000Z"
    last = covered.last or date.max
    vague = last - first >= VAGUE or last == date.max or covered.first is None
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    yield f"DTEND;VALUE=DATE:{_day((first if vague else last) + timedelta(days=1))}"
    when = f"{edtf.format_value(event.date)}: " if vague else ""
    yield f"SUMMARY:{_text(f'{when}{spelled(event.headline, lookup)}')}"
    yield f"DESCRIPTION:{_text(_description(event, event.date, lookup.articles))}"
    yield f"CATEGORIES:{_text(event.kind or 'other')}"
    disputed = event.status == "disputed" and event.mode == "happened"
    yield f"STATUS:{'TENTATIVE' if disputed else _STATUS[event.mode]}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(event: Event, value: str, articles: Mapping[str, Article]) -> str:
    """Return the date as precise as the text gives it, the mode, the reasoning and the sources."""
    sources = dict.fromkeys(articles[e.article].path for e in event.told)
    parts = [
        f"Date: {edtf.format_value(value)} ({event.basis}: {event.because})",
        f"Told as: {event.mode}, {event.status}",
    ]
    parts += [f"Other date: {edtf.format_value(r.value)}" for r in event.readings if r.value != value]
    return "\n".join((*parts, f"Sources: {', '.join(sources)}"))


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(value: str) -> str:
    """Return a text value: specials and line breaks escaped, what hides or can't be written shown."""
    escaped = _SPECIAL.sub(lambda m: f"\\{m[0]}", value)
    return printable(_BREAK.sub(r"\\n", escaped))


def _folded(line: str) -> str:
    """Return a content line in pieces of at most 75 octets, never cutting a character."""
    pieces, size, start = [], 0, 0
    for i, character in enumerate(line):
        octets = len(character.encode())
        if size + octets > LINE_OCTETS:
            pieces.append(line[start:i])
            start, size = i, 1  # the space that opens a continuation counts
        size += octets
    return "\r\n ".join((*pieces, line[start:]))
