"""Bytes of a saved feed ──▶ its entries, an article each."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

import feedparser

from generator.errors import SeedError
from generator.model import Problem, Source, Statement
from generator.read.document import Documents, first_of_each, is_address, laid_out
from generator.read.html.days import read_day
from generator.read.html.markup import decode_page, lines_of
from generator.read.html.page import language_code
from generator.read.text import decode

MOST_ENTRIES = 500  # feeds of papers have 20 to 100
FEWEST_WORDS = 8  # of an entry; a shorter one is only a link

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,200}\?>")


def read_feed(raw: bytes, path: str) -> Documents:
    """Return the entries of an RSS or Atom file; those without a text of their own become problems.

    Raises SeedError where the file is no feed, holds no text, or declares entities: no feed needs them, and they can
    grow without end.
    """
    markup, problems = decode_page(raw, path)
    if _ENTITY.search(markup):
        raise SeedError(path, "the file declares entities, which no feed needs; save the feed again")
    plain = f'<?xml version="1.0" encoding="utf-8"?>{_DECLARATION.sub("", markup, count=1)}'
    try:
        found = feedparser.parse(BytesIO(plain.encode()), sanitize_html=False, resolve_relative_uris=False)
    except ValueError as error:
        raise SeedError(path, "this feed is broken; save it again") from error
    if not found.get("version"):
        raise SeedError(path, "this is no RSS or Atom feed; save the pages that it lists, or convert it to text")
    feed = found.feed
    about = [Statement("publisher", feed.get("title", ""), "the feed's title")]
    about.append(Statement("language", language_code(feed.get("language", "")), "the feed's language"))
    entries = ((_entry_states(e, path), lines_of(_entry_markup(e), path)) for e in found.entries[:MOST_ENTRIES])
    documents, unusual = _documents(entries, about, path)
    return documents, (*problems, *unusual)


def read_json_feed(raw: bytes, path: str) -> Documents:
    """Return the items of a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    text, problems = decode(raw, path)
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SeedError(path, "this is no JSON; save the feed again") from error
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version")):
        raise SeedError(path, "this is no JSON Feed; save the feed again, or put its articles in as text")
    about = [Statement("publisher", _string(feed.get("title")), "the feed's title")]
    about.append(Statement("language", language_code(_string(feed.get("language"))), "the feed's language"))
    items = feed.get("items")
    listed = [i for i in items if isinstance(i, dict)][:MOST_ENTRIES] if isinstance(items, list) else []
    documents, unusual = _documents(((_item_states(i), _item_lines(i, path)) for i in listed), about, path)
    return documents, (*problems, *unusual)


def _documents(
    entries: Iterable[tuple[list[Statement], tuple[str, ...]]], about: list[Statement], path: str
) -> Documents:
    """Return an article for each entry that has a text; ``about`` is what the feed states of all of them."""
    documents: list[Source] = []
    problems: list[Problem] = []
    for number, (said, lines) in enumerate(entries, 1):
        states = first_of_each(s for s in (*said, *about) if s.value)
        title = next((s.value for s in states if s.field == "title"), "")
        if sum(len(line.split()) for line in lines) < FEWEST_WORDS:
            wrong = f"entry {number} has no text of its own; save the page that it links to"
            problems.append(Problem(f"{path}#{number}", wrong))
            continue
        text, story = laid_out(title, lines)
        documents.append(Source(f"{path}#{number}", "", text, "page", states=states, story=story, kept=True))
    if not documents:
        raise SeedError(path, "no entry of this feed has a text of its own; save the pages that it links to")
    return tuple(documents), tuple(problems)


# --- RSS and Atom ----------------------------------------------------------------------------------


def _entry_states(entry: Mapping[str, Any], path: str) -> list[Statement]:
    names = ", ".join(n for a in entry.get("authors", ()) if (n := _string(a.get("name"))))
    source = entry.get("source") or {}
    return [
        Statement("title", " ".join(lines_of(_string(entry.get("title")), path)), "the entry's title"),
        Statement("byline", names or _string(entry.get("author")), "the entry's author"),
        Statement("publisher", _string(source.get("title")), "the entry's source"),
        _day(_string(entry.get("published")) or _string(entry.get("created")), "the entry's date"),
        _url(_string(entry.get("link")), "the entry's link"),
    ]


def _entry_markup(entry: Mapping[str, Any]) -> str:
    contents = (_string(c.get("value")) for c in entry.get("content", ()))
    return max((*contents, _string(entry.get("summary"))), key=len)


# --- JSON Feed -------------------------------------------------------------------------------------


def _item_states(item: Mapping[str, Any]) -> list[Statement]:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = ", ".join(n for a in authors or () if isinstance(a, dict) and (n := _string(a.get("name"))))
    return [
        Statement("title", _string(item.get("title")), "the item's title"),
        Statement("byline", names, "the item's authors"),
        Statement("language", language_code(_string(item.get("language"))), "the item's language"),
        _day(_string(item.get("date_published")), "the item's date_published"),
        _url(_string(item.get("url")), "the item's url"),
    ]


def _item_lines(item: Mapping[str, Any], path: str) -> tuple[str, ...]:
    if markup := item.get("content_html"):
        return lines_of(_string(markup), path)
    text = item.get("content_text")
    lines = text.splitlines() if isinstance(text, str) else []
    return tuple(" ".join(line.split()) for line in lines if line.strip())


# --- values ----------------------------------------------------------------------------------------


def _string(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(value: str, place: str) -> Statement:
    """Return the day of an ISO 8601 or RFC 5322 date, where it was written."""
    if said := read_day(value, place):
        return said
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return Statement("published", "", place)
    is_utc = moment.utcoffset() in (None, timedelta(0))
    return Statement("published", moment.date().isoformat(), place, "instant" if is_utc else "stated")


def _url(value: str, place: str) -> Statement:
    return Statement("url", value if is_address(value) else "", place)
