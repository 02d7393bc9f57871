"""The feed against changes.json and the page of changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from generator.check.phrases import is_cut
from generator.check.seeds import folded, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check.built import Built

_ATOM = "{http://www.w3.org/2005/Atom}"
_ANCHOR = re.compile(r"(?:.*/)?changes(?:--[a-z0-9-]+)?(?:\.html|/)#(?P<anchor>\S+)")
_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


def other_feed(built: Built) -> Iterator[str]:
    """Yield entries that lead nowhere, and words that aren't in the data."""
    path = built.folder / "changes.xml"
    try:
        feed = ET.fromstring(path.read_bytes())  # noqa: S314 - our own file, and entities aren't followed by expat here
    except (OSError, ET.ParseError) as error:
        yield f"changes.xml: can't be read ({error}); run: briefing build"
        return
    entries = feed.findall(f"{_ATOM}entry")
    for number, entry in enumerate(entries, 1):
        yield from (f"changes.xml: entry {number}: {wrong}" for wrong in _unfounded(entry, built))
    times = [each.findtext(f"{_ATOM}updated") or "" for each in (feed, *entries)]
    yield from (f"changes.xml: {time[:60]!r} is no time" for time in times if not _TIME.fullmatch(time))
    if any(time > times[0] for time in times):
        yield "changes.xml: is older than its entries"


def _unfounded(entry: ET.Element, built: Built) -> Iterator[str]:
    """Look at one entry: it leads to a line of the page, is about a fact of the data, and quotes whole sentences."""
    title, id_, text = (entry.findtext(f"{_ATOM}{name}") or "" for name in ("title", "id", "content"))
    link, category = entry.find(f"{_ATOM}link"), entry.find(f"{_ATOM}category")
    found = _ANCHOR.fullmatch(link.get("href", "") if link is not None else "")
    page = built.named.get("changes")
    changes = {f"c-{c['what']}-{c['fact']['id']}": c for c in built.changes["changes"]}
    change = changes.get(found["anchor"]) if found else None
    if change is None or found is None or page is None or found["anchor"] not in page.ids:
        yield "leads to no line of the page of changes"
        return
    if not _URN.fullmatch(id_):
        yield f"{id_[:60]!r} is no id"
    if category is None or category.get("term") != change["fact"]["kind"]:
        yield "is of another kind than its fact"
    heading, _, about = title.partition(": ")
    fact = folded(change["fact"]["text"])
    if not (is_cut(about, fact) or is_cut(title, f"{heading}: {fact}")):
        yield f"{about[:60]!r} is no fact of the data"
    told = [folded(line) for line in text.split("\n")]
    for words in (folded(sentence(built, e)) for e in change["evidence"]):
        if not any(line.startswith(f"{words} (") for line in told):
            yield f"{words[:60]!r} isn't told"
