"""Revision ──▶ changes.json (JSON Feed 1.1) and changes.xml (Atom, RFC 4287)."""

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from generator.model import Article, Change, Page, Web, value_of
from generator.render.cite import At, absolute, address, as_it_is, in_lines
from generator.render.dates import first_day, readable
from generator.render.lookup import cut, title_of
from generator.render.markdown import printable
from generator.render.page import PageMaker
from generator.words import _

TITLE_LETTERS = 160  # more doesn't fit into the list of a feed reader
NO_DAY = "1970-01-01"  # Atom wants a time; where no article has a date, this one says that none is known
OTHERWISE = ("redated", "reattributed")  # changes that show what was before
NAMES = uuid.UUID("b5b5a1a7-6ad1-5e0c-9a1f-7d9f4c1b2e63")
"""The name space (RFC 9562, 5.5) of the ids of our feeds and their items."""

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2: no other characters


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the page: its id there, the heading that it stands under, and the change."""

    anchor: str
    heading: str
    change: Change


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item in the words of both feeds; ``day`` is ISO 8601."""

    id: str
    url: str
    title: str
    text: str
    day: str
    kind: str


def feeds(maker: PageMaker, web: Web, items: Sequence[Item], at: At) -> tuple[Page, Page]:
    """Return both feeds: the same items with stable ids, dated by the articles and never by the clock.

    The feed itself is as new as the newest article, or as the stated day of the build if that is later. Addresses are
    absolute only where the site's own is known.
    """
    entries = tuple(_entry(maker, web, item, at) for item in items)
    newest = max((maker.day, *(_day(a) for a in maker.briefing.articles))) or NO_DAY
    return _json_feed(maker, web, entries), _atom(maker, web, entries, newest)


def _entry(maker: PageMaker, web: Web, item: Item, at: At) -> _Entry:
    fact, articles = item.change.fact, maker.lookup.articles
    told_by = dict.fromkeys(e.article for e in item.change.cited)
    days = [d for i in told_by if (d := _day(articles[i]))]
    links = maker.links("changes.md")
    lines = [
        *(
            [_("Not read out of the articles anew, but read differently: {heading}", heading=item.heading)]
            if item.change.read
            else []
        ),
        *(f"{' '.join(links.sentence(e).text.split())} ({title_of(articles[e.article])})" for e in item.change.cited),
        *([_("Before: {value}", value=_before(item.change))] if item.change.what in OTHERWISE else []),
        *([] if told_by else [_("No article tells it any more.")]),
    ]
    return _Entry(
        id=_urn(f"{_site(maker, web)} {item.anchor}"),
        url=address(web, at, "changes.md", item.anchor),
        title=cut(printable(f"{item.heading}: {fact.text}"), TITLE_LETTERS),
        text=printable("\n".join(lines)),
        day=max(days, default=""),
        kind=fact.kind,
    )


def _before(change: Change) -> str:
    """Return what a changed value was: a date in words, or a name."""
    value = change.before.value if change.before else ""
    return readable(value or None) if change.what == "redated" else value


def _site(maker: PageMaker, web: Web) -> str:
    return web.site or maker.site


def _urn(name: str) -> str:
    return uuid.uuid5(NAMES, name.encode("utf-8", "backslashreplace").decode()).urn


def _day(article: Article) -> str:
    """Return the first day that an article may have been published on, or nothing."""
    return str(first_day(value_of(article.published)) or "")


def _json_feed(maker: PageMaker, web: Web, entries: Iterable[_Entry]) -> Page:
    own = {"home_page_url": absolute(web, ""), "feed_url": absolute(web, "changes.json")} if web.site else {}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _("{site}: changes", site=maker.site),
        "description": _("What the last change to the articles did, claim by claim."),
        **own,
        "items": [
            {
                "id": e.id,
                "url": e.url,
                "title": e.title,
                "content_text": e.text,
                "tags": [e.kind],
                **({"date_published": _time(e.day)} if e.day else {}),
            }
            for e in entries
        ],
    }
    return Page("changes.json", in_lines(feed))


def _atom(maker: PageMaker, web: Web, entries: Iterable[_Entry], newest: str) -> Page:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        _element("title", _("{site}: changes", site=maker.site)),
        _element("id", _urn(_site(maker, web))),
        _element("updated", _time(newest)),
        f"<author>{_element('name', maker.site)}</author>",
        _link(address(web, as_it_is, "changes.md"), "alternate"),
        *([_link(absolute(web, "changes.xml"), "self")] if web.site else []),
        *(line for e in entries for line in _atom_entry(e, newest)),
        "</feed>",
    ]
    return Page("changes.xml", ("\n".join(lines) + "\n").encode())


def _atom_entry(entry: _Entry, newest: str) -> Iterator[str]:
    yield "<entry>"
    yield _element("title", entry.title)
    yield _element("id", entry.id)
    yield _element("updated", _time(entry.day or newest))
    yield _link(entry.url, "alternate")
    yield f'<category term="{entry.kind}"/>'
    yield f'<content type="text">{_xml(entry.text)}</content>'
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
