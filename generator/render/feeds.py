"""Revision ──▶ changes.json (JSON Feed 1.1) and changes.xml (Atom, RFC 4287)."""

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from generator.model import Article, Change, Page, Web, value_of
from generator.render.brackets import spelled
from generator.render.cite import At, absolute, address, as_it_is, in_lines
from generator.render.dates import first_day, readable
from generator.render.lookup import Lookup
from generator.render.markdown import printable
from generator.render.page import PageMaker, Row
from generator.render.places import whole_sentence
from generator.render.titles import cut, title_of
from generator.words import _

TITLE_LETTERS = 160  # more doesn't fit into the list of a feed reader
NO_DAY = "1970-01-01"  # Atom wants a time; where no article has a date, this one says that none is known
OTHERWISE = ("redated", "reattributed")  # changes that show what was before
NAMES = uuid.UUID("b5b5a1a7-6ad1-5e0c-9a1f-7d9f4c1b2e63")
"""The name space (RFC 9562, 5.5) of the ids of our feeds and their items."""

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2: no other characters


class Item(NamedTuple):
    """One line of the page: its id there, the heading that it stands under, and the change."""

    anchor: str
    heading: str
    change: Change


def feeds(maker: PageMaker, web: Web, items: Sequence[Item], at: At) -> tuple[Page, Page]:
    """Return both feeds: the same items with stable ids, dated by the articles and never by the clock.

    The feed itself is as new as the newest article, or as the stated day of the build if that is later. Addresses are
    absolute only where the site's own is known.
    """
    entries = [_entry(maker, web, item, at) for item in items]
    newest = max((maker.day, *(_day(a) for a in maker.briefing.articles))) or NO_DAY
    return _json_feed(maker, web, entries), _atom(maker, web, entries, _time(newest))


def _entry(maker: PageMaker, web: Web, item: Item, at: At) -> Row:
    """Return an item as JSON Feed has it; Atom has the same in other tags."""
    change, articles = item.change, maker.lookup.articles
    days = [d for e in change.cited if (d := _day(articles[e.article]))]
    entry = {
        "id": _urn(f"{web.site or maker.site} {item.anchor}"),
        "url": address(web, at, "changes.md", item.anchor),
        "title": cut(printable(f"{item.heading}: {change.fact.text}"), TITLE_LETTERS),
        "content_text": printable("\n".join(_lines(item, maker.lookup))),
        "tags": [change.fact.kind],
    }
    return entry | ({"date_published": _time(max(days))} if days else {})


def _lines(item: Item, lookup: Lookup) -> Iterator[str]:
    """Yield what an item says: the sentences that tell it, and what was before."""
    change = item.change
    if change.read:
        yield _("Not read out of the articles anew, but read differently: {heading}", heading=item.heading)
    for e in change.cited:
        article = lookup.articles[e.article]
        sentence = spelled(whole_sentence(article, e.span), lookup)
        yield f"{' '.join(sentence.split())} ({title_of(article)})"
    if change.what in OTHERWISE:
        value = change.before.value if change.before else ""
        yield _("Before: {value}", value=readable(value or None) if change.what == "redated" else value)
    if not change.cited:
        yield _("No article tells it any more.")


def _urn(name: str) -> str:
    return uuid.uuid5(NAMES, name.encode("utf-8", "backslashreplace").decode()).urn


def _day(article: Article) -> str:
    """Return the first day that an article may have been published on, or nothing."""
    return str(first_day(value_of(article.published)) or "")


def _json_feed(maker: PageMaker, web: Web, entries: Sequence[Row]) -> Page:
    own = {"home_page_url": absolute(web, ""), "feed_url": absolute(web, "changes.json")} if web.site else {}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _("{site}: changes", site=maker.site),
        "description": _("What the last change to the articles did, claim by claim."),
        **own,
        "items": entries,
    }
    return Page("changes.json", in_lines(feed))


def _atom(maker: PageMaker, web: Web, entries: Iterable[Row], newest: str) -> Page:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        _element("title", _("{site}: changes", site=maker.site)),
        _element("id", _urn(web.site or maker.site)),
        _element("updated", newest),
        f"<author>{_element('name', maker.site)}</author>",
        _link(address(web, as_it_is, "changes.md"), "alternate"),
        *([_link(absolute(web, "changes.xml"), "self")] if web.site else []),
        *(line for e in entries for line in _atom_entry(e, newest)),
        "</feed>",
    ]
    return Page("changes.xml", ("\n".join(lines) + "\n").encode())


def _atom_entry(entry: Row, newest: str) -> Iterator[str]:
    yield "<entry>"
    yield _element("title", entry["title"])
    yield _element("id", entry["id"])
    yield _element("updated", entry.get("date_published", newest))
    yield _link(entry["url"], "alternate")
    yield f'<category term="{entry["tags"][0]}"/>'
    yield f'<content type="text">{_xml(entry["content_text"])}</content>'
    yield "</entry>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{_xml(text)}</{name}>"


def _link(address: str, relation: str) -> str:
    return f'<link rel="{relation}" href="{_xml(address)}"/>'


def _xml(text: str) -> str:
    """Return a text for an element or an attribute; what XML has no way to write is shown as U+FFFD."""
    return escape(_UNWRITABLE.sub("\ufffd", text))


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
