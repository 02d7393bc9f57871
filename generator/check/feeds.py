"""The feeds against changes.json, the page of changes, and each other."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.check.built import Built
from generator.check.data import Row, load
from generator.check.phrases import is_cut
from generator.check.seeds import folded

_ATOM = "{http://www.w3.org/2005/Atom}"
_ANCHOR = re.compile(r"(?:.*/)?changes(?:--[a-z0-9-]+)?(?:\.html|/)#(?P<anchor>\S+)")
_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
FEED = "changes.json"
_KEYS = frozenset(("id", "url", "title", "content_text", "tags", "date_published"))
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
    entries = [_entry(e) for e in feed.findall(f"{_ATOM}entry")]
    if len(items) != len(entries):
        yield f"{FEED}: {len(items)} items, and {len(entries)} in changes.xml"
    for number, (item, entry) in enumerate(zip(items, entries, strict=False)):
        where = f"{FEED}: item {number + 1}"
        for key in ("id", "url", "title", "content_text"):
            if _UNWRITABLE.sub("\ufffd", str(item.get(key))) != entry[key]:
                yield f"{where}: {key} is not that of changes.xml: {str(entry[key])[:60]!r}"
        yield from (f"{where}: {key!r} is no key of an item" for key in sorted(item.keys() - _KEYS))
        if item.get("tags") != [entry["kind"]]:
            yield f"{where}: another kind than in changes.xml"
        if item.get("date_published", entry["updated"]) != entry["updated"]:
            yield f"{where}: another time than in changes.xml"
        yield from _unfounded(where, item, built)
    times = [feed.findtext(f"{_ATOM}updated") or "", *(e["updated"] for e in entries)]
    yield from (f"changes.xml: {time[:60]!r} is no time" for time in times if not _TIME.fullmatch(time))
    if any(time > times[0] for time in times):
        yield "changes.xml: is older than its entries"


def _entry(entry: ET.Element) -> Row:
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
