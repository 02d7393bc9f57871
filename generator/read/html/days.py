"""A page ──▶ the day on which it says that it was published."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
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


def published(page: Page) -> Statement | None:
    """Return the day on which the page says that it was published, or None.

    The first statement of the most telling kind is believed; where it is an instant of universal time, the same moment
    as another statement gives it, in local time.
    """
    found = [(said, value) for value, place in _values(page) if (said := read_day(value, place))]
    if not found:
        return None
    first, moment = found[0]
    if first.how != "instant":
        return first
    return next((s for s, value in found if s.how == "stated" and _same_moment(value, moment)), first)


def _same_moment(one: str, other: str) -> bool:
    try:
        moments = [datetime.fromisoformat(value.strip()) for value in (one, other)]
    except ValueError:
        return False
    if any(moment.tzinfo is None for moment in moments):
        return False
    return abs(moments[0] - moments[1]) < timedelta(minutes=2)


def _values(page: Page) -> Iterator[tuple[str, str]]:
    """Return what may be the date of publication and its place, the most telling first."""
    yield from ((i.published, f"line {i.line}, JSON-LD datePublished") for i in page.items if i.is_article)
    yield from ((m.value, m.place) for m in page.meta(*_KEYS[:4]))
    yield from ((i.published, f"line {i.line}, JSON-LD datePublished") for i in page.items if not i.is_article)
    yield from _times(page)
    yield from ((m.value, m.place) for m in page.meta(*_KEYS[4:]))


def _times(page: Page) -> Iterator[tuple[str, str]]:
    """Return the first time element that is marked as the date of publication, or that is the only one."""
    elements = [e for e in page.tree.iter("time") if e.get("datetime")]
    marked = [e for e in elements if e.get("itemprop") == "datePublished" or "pubdate" in e.attrib or _is_published(e)]
    for element in marked[:1] or (elements if len(elements) == 1 else []):
        yield element.get("datetime", ""), f"line {element.sourceline or 1}, <time>"


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
