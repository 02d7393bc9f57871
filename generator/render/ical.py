"""The timeline as a calendar (RFC 5545), for any calendar program."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator import edtf
from generator.model import Article, Briefing, Event, Page
from generator.render.markdown import printable

LINE_OCTETS = 75  # RFC 5545, 3.1: longer lines are folded
_STATUS = {"happened": "CONFIRMED", "planned": "TENTATIVE", "hypothetical": "TENTATIVE", "cancelled": "CANCELLED"}
VAGUE = timedelta(days=20)  # from a month on, or where an end is open, a day stands that says how vague the date is
_SPECIAL = re.compile(r"[\\;,]")  # RFC 5545, 3.3.11
_BREAK = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")


def calendar(briefing: Briefing, title: str) -> Page:
    """Return ``data/events.ics``: every dated event as a day or days, and how precisely the day is known."""
    articles = {a.id: a for a in briefing.articles}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefing//timeline//EN", f"X-WR-CALNAME:{_text(title)}"]
    for event in briefing.events:
        lines += _event(event, articles)
    lines.append("END:VCALENDAR")
    return Page("data/events.ics", "".join(f"{_folded(line)}\r\n" for line in lines).encode())


def _event(event: Event, articles: dict[str, Article]) -> Iterator[str]:
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
    yield f"SUMMARY:{_text(f'{when}{event.headline.text}')}"
    yield f"DESCRIPTION:{_text(_description(event, event.date, articles))}"
    yield f"CATEGORIES:{_text(event.kind or 'other')}"
    disputed = event.status == "disputed" and event.mode == "happened"
    yield f"STATUS:{'TENTATIVE' if disputed else _STATUS[event.mode]}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(event: Event, value: str, articles: dict[str, Article]) -> str:
    """Return the date as precise as the text gives it, the mode, the reasoning and the sources."""
    sources = dict.fromkeys(articles[e.article].path for e in event.evidence)
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
