"""The timeline and the changes in their other forms against the data: timelinejs.json, events.ics, the feeds."""

import html
import re
from collections.abc import Generator, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from xml.etree import ElementTree as ET

from generator.check.built import Built
from generator.check.data import Row, load
from generator.check.dates import PLAIN, in_english
from generator.check.phrases import is_cut
from generator.check.seeds import firsts, folded, leads, visible
from generator.check.tables import MOST

_STATUS = {"happened": "CONFIRMED", "planned": "TENTATIVE", "hypothetical": "TENTATIVE", "cancelled": "CANCELLED"}
_VAGUE = timedelta(days=20)  # a longer time stands on its first day
_ESCAPE = re.compile(r"\\(?P<one>[\\;,nN])")  # RFC 5545, 3.3.11
_LINK = re.compile(r'<a href="([^"<>]{1,500})">')
_BREAKS = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")


def other_timelines(built: Built) -> Iterator[str]:
    """Yield what the slides of the timeline tell otherwise than the data."""
    path = "data/timelinejs.json"
    slides = load(built.folder, path).get("events", [])
    for event, slide in (yield from _paired(built, path, [(s.get("unique_id"), s) for s in slides])):
        yield from _differing(path, event["id"], _slide(built, event, slide), slide)
        if days := _days(event["date"]):
            first, last = days
            yield from _differing(path, event["id"], {"year": first.year}, slide.get("start_date") or {})
            wanted = {"year": last.year, "month": last.month, "day": last.day} if first != last else {}
            yield from _differing(path, event["id"], wanted, slide.get("end_date") or {})


def _slide(built: Built, event: Row, slide: Row) -> Row:
    """Return what a slide must hold, of its dates only what has a plain form: why, and where."""
    text = slide.get("text", {}).get("text", "")
    links = [html.unescape(address) for address in _LINK.findall(text)]
    places = sorted(firsts(event["evidence"]), key=lambda p: str(p["article"]))[:MOST]
    leading = len(links) == len(places) and all(map(partial(leads, built), links, places))
    told = (
        text if leading and html.escape(visible(event["because"])) in text else "its reason, and links to its sentences"
    )
    wanted = {
        "group": event["kind"] or "other",
        "text": {"headline": html.escape(visible(event["headline"])), "text": told},
    }
    if plain := PLAIN.fullmatch(event["date"]):
        wanted["display_date"] = in_english(plain)
        wanted["start_date"] = {key: int(part) for key, part in plain.groupdict().items() if part}
    return wanted


def other_calendar(built: Built) -> Iterator[str]:
    """Yield what the calendar tells otherwise than the data, and what makes it no calendar (RFC 5545)."""
    path = built.folder / "data" / "events.ics"
    raw = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    lines = raw.replace("\r\n ", "").split("\r\n")
    framed = lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"] and lines[-2:] == ["END:VCALENDAR", ""]
    if not framed or "\n" in raw.replace("\r\n", ""):
        yield "data/events.ics: is no calendar"
        return
    told = [(one.get("UID", "").removesuffix("@briefing"), one) for one in _entries(lines)]
    for event, one in (yield from _paired(built, "data/events.ics", told)):
        yield from _differing("data/events.ics", event["id"], _entry(event, one), one)


def _entries(lines: Sequence[str]) -> Iterator[Row]:
    entry: Row | None = None
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            entry = {}
        elif line == "END:VEVENT" and entry is not None:
            yield entry
            entry = None
        elif entry is not None:
            entry[name] = _ESCAPE.sub(lambda m: "\n" if m["one"] in "nN" else m["one"], value)


def _entry(event: Row, told: Row) -> Row:
    """Return what an entry must hold: what happened, whether it is sure, why it is dated so, who tells it, its days."""
    summary, description = told.get("SUMMARY", ""), told.get("DESCRIPTION", "")
    sure = event["status"] != "disputed" or event["mode"] != "happened"
    parts = (f"({event['basis']}: {event['because']})", f"Told as: {event['mode']}, {event['status']}")
    every = (*parts, *(e["source"] for e in event["evidence"]))
    wanted = {
        "SUMMARY": summary if summary.endswith(_line(event["headline"])) else event["headline"],  # behind a vague date
        "CATEGORIES": _line(event["kind"] or "other"),
        "STATUS": _STATUS[event["mode"]] if sure else "TENTATIVE",
        "DESCRIPTION": description if all(_line(part) in description for part in every) else "; ".join(every),
    }
    if days := _days(event["date"]):
        wanted["DTSTART;VALUE=DATE"] = f"{days[0]:%Y%m%d}"
        vague = days[1] - days[0] >= _VAGUE
        wanted["DTEND;VALUE=DATE"] = f"{days[0 if vague else 1] + timedelta(days=1):%Y%m%d}"
    return wanted


def _line(text: str) -> str:
    return visible(_BREAKS.sub("\n", text))


def _days(value: str) -> tuple[date, date] | None:
    """Return the first and the last day of a plain date or of two with ``/`` between them, None for any other."""
    begin, _, end = value.partition("/")
    if begin and end:
        first_days, last_days = _days(begin), _days(end)
        return (first_days[0], last_days[1]) if first_days and last_days else None
    plain = PLAIN.fullmatch(value)
    if plain is None:
        return None
    year, month, day = int(plain["year"]), int(plain["month"] or 1), int(plain["day"] or 1)
    first = date(year, month, day)
    if plain["day"]:
        return first, first
    later = date(year + 1, 1, 1) if not plain["month"] or month == len("JFMAMJJASOND") else date(year, month + 1, 1)
    return first, later - timedelta(days=1)


def _paired(
    built: Built, where: str, told: Sequence[tuple[str | None, Row]]
) -> Generator[str, None, Sequence[tuple[Row, Row]]]:
    """Yield whether a form has other events than the data; return each event that it has with what it tells of it."""
    dated, shown = {e["id"]: e for e in built.data["events"] if e["date"]}, [id_ for id_, _ in told]
    wanted = [i for i in dated if i in shown or _days(dated[i]["date"])]
    if wanted != shown:
        odd = sorted({str(i) for i in {*wanted} ^ {*shown}})
        yield f"{where}: has not the events of the data: {', '.join(odd)[:200] or 'in another order'}"
    return [(dated[id_], one) for id_, one in told if id_ in dated]


def _differing(where: str, id_: str, wanted: Row, told: Row) -> Iterator[str]:
    for key, value in wanted.items():
        if told.get(key) != value:
            yield f"{where}: {id_}: {key} is {str(told.get(key))[:80]!r}, in the data {str(value)[:80]!r}"


_ATOM = "{http://www.w3.org/2005/Atom}"
_ANCHOR = re.compile(r"(?:.*/)?changes(?:--[a-z0-9-]+)?(?:\.html|/)#(?P<anchor>\S+)")
_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
FEED = "changes.json"
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0


def other_feeds(built: Built) -> Iterator[str]:
    """Yield what one feed has and the other hasn't, items that lead nowhere, and words that aren't in the data."""
    items = load(built.folder, FEED).get("items", [])
    path = built.folder / "changes.xml"
    try:
        feed = ET.fromstring(path.read_bytes())  # noqa: S314 - our own file, and entities aren't followed by expat here
    except (OSError, ET.ParseError) as error:
        yield f"changes.xml: can't be read ({error}); run: briefing build"
        return
    entries = [_atom_entry(e) for e in feed.findall(f"{_ATOM}entry")]
    if len(items) != len(entries):
        yield f"{FEED}: {len(items)} items, and {len(entries)} in changes.xml"
    for number, (item, entry) in enumerate(zip(items, entries, strict=False), 1):
        told = {key: _UNWRITABLE.sub("\ufffd", str(item.get(key))) for key in ("id", "url", "title", "content_text")}
        told |= {"kind": "".join(item.get("tags", ())), "updated": item.get("date_published", entry["updated"])}
        for key in (key for key, value in told.items() if value != entry[key]):
            yield f"{FEED}: item {number}: {key} is not that of changes.xml: {str(entry[key])[:60]!r}"
        yield from _unfounded(f"{FEED}: item {number}", item, built)
    times = [feed.findtext(f"{_ATOM}updated") or "", *(e["updated"] for e in entries)]
    yield from (f"changes.xml: {time[:60]!r} is no time" for time in times if not _TIME.fullmatch(time))
    if any(time > times[0] for time in times):
        yield "changes.xml: is older than its entries"


def _atom_entry(entry: ET.Element) -> Row:
    link, category = entry.find(f"{_ATOM}link"), entry.find(f"{_ATOM}category")
    return {
        "id": entry.findtext(f"{_ATOM}id"),
        "url": link.get("href") if link is not None else None,
        "title": entry.findtext(f"{_ATOM}title"),
        "content_text": entry.findtext(f"{_ATOM}content"),
        "updated": entry.findtext(f"{_ATOM}updated") or "",
        "kind": category.get("term") if category is not None else None,
    }


def _unfounded(where: str, item: Row, built: Built) -> Iterator[str]:
    """Look at one item: it leads to a line of the page, is about a fact of the data, and quotes whole sentences."""
    found = _ANCHOR.fullmatch(str(item.get("url")))
    page = built.named.get("changes")
    if found is None or page is None or found["anchor"] not in page.ids:
        yield f"{where}: leads to no line of the page of changes: {str(item.get('url'))[:60]!r}"
    if not _URN.fullmatch(str(item.get("id"))):
        yield f"{where}: {str(item.get('id'))[:60]!r} is no id"
    heading, _, about = str(item.get("title")).partition(": ")
    facts = [folded(c["fact"]["text"]) for c in built.changes["changes"]]
    if not any(is_cut(about, fact) or is_cut(str(item.get("title")), f"{heading}: {fact}") for fact in facts):
        yield f"{where}: {about[:60]!r} is no fact of the data"
