"""A page ──▶ the day on which it says that it was published."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.model import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.read.html.page import Page

_FIRST_YEAR = 1990  # the first pages of the web

_KEYS = (
    "article:published_time",
    "published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "prism.publicationdate",
    "citation_online_date",
    "citation_publication_date",
    "citation_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "pub_date",
    "date",
)
_DAY = re.compile(r"(?P<y>(?:19|20)\d\d)[-/.]?(?P<m>0[1-9]|1[0-2])[-/.]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_INSTANT = re.compile(r"T\d\d:?\d\d.{0,10}?(?:Z|[+-]00:?00)$")  # 2024-05-03T22:15:00Z
_MIDNIGHT = re.compile(r"T00:?00(?::?00)?")  # a day that was given as a time
_PATH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?:/|-|$)")


def days(page: Page) -> Iterator[Statement]:
    """Return the dates of publication that the page states, the surest first.

    Local times come before those in universal time, which may lie a day off.
    """
    found = [s for s in _found(page) if s is not None]
    yield from sorted(found, key=lambda s: s.how == "instant")


def _found(page: Page) -> Iterator[Statement | None]:
    for item in page.items:
        if item.is_article:
            yield read_day(item.published, f"line {item.line}, JSON-LD datePublished")
    for meta in page.meta(*_KEYS[:4]):
        yield read_day(meta.value, meta.place)
    for item in page.items:
        yield read_day(item.published, f"line {item.line}, JSON-LD datePublished")
    yield from _times(page)
    for meta in page.meta(*_KEYS[4:]):
        yield read_day(meta.value, meta.place)


def _times(page: Page) -> Iterator[Statement | None]:
    """Return the first time element that is marked as the date of publication, or that is the only one."""
    elements = [e for e in page.tree.iter("time") if e.get("datetime")]
    marked = [e for e in elements if e.get("itemprop") == "datePublished" or "pubdate" in e.attrib or _is_published(e)]
    for element in marked[:1] or (elements if len(elements) == 1 else []):
        yield read_day(element.get("datetime", ""), f"line {element.sourceline or 1}, <time>")


def _is_published(element: object) -> bool:
    classes = set(getattr(element, "attrib", {}).get("class", "").lower().split())
    return bool(classes & {"published", "entry-date", "pubdate", "dt-published"})


def read_day(value: str, place: str) -> Statement | None:
    """Return the day that a value begins with (``2024-05-03T22:15:00Z``), as it was written; None if it doesn't."""
    match = _DAY.match(value.strip())
    if not match:
        return None
    day = _day(match)
    instant = bool(_INSTANT.search(value.strip())) and not _MIDNIGHT.search(value)
    return Statement("published", day, place, "instant" if instant else "stated") if day else None


def from_address(url: str) -> Statement | None:
    """Return the day that stands in the address of a page."""
    match = _PATH.search(url)
    day = _day(match) if match else ""
    return Statement("published", day, "the page's address", "guessed") if day else None


def _day(match: re.Match[str]) -> str:
    year, month, day = (int(match[name]) for name in "ymd")
    try:
        return date(year, month, day).isoformat() if year >= _FIRST_YEAR else ""
    except ValueError:
        return ""
