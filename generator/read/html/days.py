"""A page ──▶ the day on which it says that it was published."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date, datetime, timedelta
from itertools import pairwise

from htmldate import find_date
from lxml.html import HtmlElement

from generator.lexicons import compiled
from generator.model import Statement
from generator.read.html.markup import is_aside, words_of
from generator.read.html.page import Page, address, fold, keys
from generator.text.pubdate import find_dates, writes_day_first

_FIRST_YEAR = 1990  # the first pages of the web
LONGEST = 80  # characters of an element that shows a date, with its label and time
BEFORE, AFTER = 12, 40  # elements from the headline in which its date stands; the next ones are of the story
MOST_LOOSE = 92  # days between an online edition and the issue; a day further off is that of the saving
LABEL_WORDS = 4  # of a label on a line of its own: "Date of publication"

_DAY = re.compile(r"(?P<y>(?:19|20)\d\d)[-/.]?(?P<m>0[1-9]|1[0-2])[-/.]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_INSTANT = re.compile(r"\d\d:?\d\d.{0,10}?(?:Z|[+-]00:?00|GMT|UTC)$")  # 2024-05-03T22:15:00Z
_MIDNIGHT = re.compile(r"[T ]00:?00(?::?00)?")  # a day that was given as a time
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PATH = compiled("day-in-address")
_PUBLISHED = compiled("published-mark")


def published(page: Page) -> Statement | None:
    """Return the day on which the page says that it was published, or None.

    Believed in this order: what programs are told (JSON-LD, meta elements), an element that is marked so, what other
    meta elements say; then, yielding to a date that the text shows, the address, a labelled day, what htmldate takes
    for it, and the day of the last change. An instant of universal time is told as
    another statement gives the same moment in local time.
    """
    found = [(said, value) for value, place in _values(page) if (said := _day_of(value, place, page))]
    if not found:
        return next(_guesses(page), None)
    first, moment = found[0]
    if first.how != "instant":
        return _as_shown(page, first)
    return next((s for s, value in found if s.how == "stated" and _same_moment(value, moment)), first)


def _as_shown(page: Page, said: Statement) -> Statement:
    """Return the day that stands alone beside the headline, where it is the next one or the statement a loose one."""
    day = next((day for e in _near_headline(page) if (day := _alone(e, page))), said.value)
    later = (date.fromisoformat(day) - date.fromisoformat(said.value)).days
    loose = said.place.rpartition(", ")[2] in keys("loosely-dated") and abs(later) <= MOST_LOOSE
    if later == 1 or (later and loose):
        return Statement("published", day, "the day beside the headline", said.how)
    return said


def _same_moment(one: str, other: str) -> bool:
    try:
        moments = [datetime.fromisoformat(value.strip()) for value in (one, other)]
    except ValueError:
        return False
    if any(moment.tzinfo is None for moment in moments):
        return False
    return abs(moments[0] - moments[1]) < timedelta(minutes=2)


# --- what is stated ------------------------------------------------------------------------------


def _values(page: Page) -> Iterator[tuple[str, str]]:
    """Return what may be the date of publication and its place, the most telling first."""
    yield from ((i.published, f"line {i.line}, JSON-LD datePublished") for i in page.items if i.is_article)
    yield from ((m.value, m.place) for m in page.meta("published"))
    yield from ((i.published, f"line {i.line}, JSON-LD datePublished") for i in page.items if not i.is_article)
    yield from _elements(page)
    yield from ((m.value, m.place) for m in page.meta("dated"))
    yield from ((i.created, f"line {i.line}, JSON-LD") for i in page.items if i.is_article)


def _elements(page: Page) -> Iterator[tuple[str, str]]:
    """Return the first element that is marked as the date of publication, or the only day of a time element."""
    marked = (
        e for e in page.tree.iter("time", "abbr", "span", "div", "p", "meta") if _is_marked(e) and not is_aside(e)
    )
    times = [e for e in page.tree.iter("time") if e.get("datetime") and not is_aside(e)]
    alone = times if len({e.get("datetime", "")[:10] for e in times}) == 1 else []
    for element in (*marked, *alone):
        if value := _value(element):
            yield value, f"line {element.sourceline or 1}, <{element.tag!s}>"
            return


def _is_marked(element: HtmlElement) -> bool:
    classes = element.get("class", "").lower() if element.tag in ("time", "abbr") else ""
    return element.get("itemprop") == "datePublished" or "pubdate" in element.attrib or bool(_PUBLISHED.search(classes))


def _value(element: HtmlElement) -> str:
    """Return the date of an element as its attributes give it, else its words."""
    given = (element.get(name, "") for name in ("datetime", "content", "title"))
    value = next((v for v in given if any(c.isdigit() for c in v)), "") or words_of(element)
    return value if len(value) <= LONGEST else ""


def _day_of(value: str, place: str, page: Page) -> Statement | None:
    """Return the day that a value gives as a date of programs (``2024-05-03T22:15:00Z``) or of people."""
    if said := read_day(value, place):
        return said
    day = _one_day(value, page)
    return (
        Statement("published", day, place, "instant" if _INSTANT.search(value.strip()) else "stated") if day else None
    )


def _one_day(text: str, page: Page) -> str:
    """Return the day of publication in a text that shows one; empty where it shows none or several."""
    found = [d for d in find_dates(text, day_first=writes_day_first(page.tag)) if not d.updated]
    days = {d.value for d in found if len(d.value) == len("2024-05-03")}
    return days.pop() if len(days) == 1 and len(found) == 1 else ""


def read_day(value: str, place: str) -> Statement | None:
    """Return the day that a value begins with (``2024-05-03T22:15:00Z``), as it was written; None if it doesn't."""
    match = _DAY.match(value.strip())
    if not match:
        return None
    day = _day(match["y"], match["m"], match["d"])
    instant = bool(_INSTANT.search(value.strip())) and not _MIDNIGHT.search(value)
    return Statement("published", day, place, "instant" if instant else "stated") if day else None


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat() if int(year) >= _FIRST_YEAR else ""
    except ValueError:
        return ""


# --- what is guessed -----------------------------------------------------------------------------


def _guesses(page: Page) -> Iterator[Statement]:
    known = address(page)
    changed = dict(_changes(page))
    tried = (
        (from_address(known.value) if known else "", "the page's address"),
        (_labelled(page), "what the page labels as its date"),
        (_by_htmldate(page, changed), "the page's markup, by htmldate"),
        (next(iter(changed), ""), f"{next(iter(changed.values()), '')}, which tells only when it was last changed"),
    )
    return (Statement("published", day, place, "guessed") for day, place in tried if day)


def _near_headline(page: Page) -> Iterator[HtmlElement]:
    """Return the elements around the first heading that is the title, those behind it first."""
    elements = list(page.tree.iter("*"))
    title = fold(page.title.value) if page.title else ""
    heads = [i for i, e in enumerate(elements) if e.tag == "h1" and (words := fold(words_of(e))) and words in title]
    at = heads[0] if heads else 0
    near = (*elements[at : at + AFTER], *reversed(elements[max(at - BEFORE, 0) : at])) if heads else ()
    return (e for e in near if not is_aside(e))


def _alone(element: HtmlElement, page: Page) -> str:
    """Return the day that an element shows and nothing else: 7 April 2020, or 10.12.19 where the day comes first."""
    text = words_of(element).strip() if len(element) == 0 else ""
    found = find_dates(text, day_first=writes_day_first(page.tag)) if len(text) <= LONGEST else ()
    alone = len(found) == 1 and not found[0].updated and (found[0].start, found[0].end) == (0, len(text))
    return found[0].value if alone and len(found[0].value) == len("2024-05-03") else ""


def from_address(url: str) -> str:
    """Return the day that stands in the address of a page, or an empty string."""
    match = _PATH.search(url.lower())
    if not match:
        return ""
    if packed := match["ymd"]:
        return _day(packed[:4], packed[4:6], packed[6:])
    month = str(_MONTHS.index(match["m"]) + 1) if match["m"] in _MONTHS else match["m"]
    return _day(match["y"], month, match["d"])


def _labelled(page: Page) -> str:
    """Return the only day that the page labels as its own, if the label stands beside it or on the line above."""
    texts = [line.text for line in page.lines]
    joined = (f"{a} {b}" for a, b in pairwise(texts) if len(a.split()) <= LABEL_WORDS and len(b) <= LONGEST)
    short = (t for t in (*texts, *joined) if len(t) <= LONGEST)
    days = {d.value for t in short for d in find_dates(t) if d.labelled and not d.updated and not d.because and d.value}
    return days.pop() if len(days) == 1 else ""


def _by_htmldate(page: Page, changed: Iterable[str]) -> str:
    """Return the day that htmldate finds in the page without its other articles, unless it is one of a change."""
    tree = deepcopy(page.tree)
    for element in [e for e in tree.iter("time", "abbr", "span", "div", "p") if is_aside(e)]:
        element.clear(keep_tail=True)
    day = find_date(tree, extensive_search=False, original_date=True) or ""
    told = [d for text in _short(page) for d in find_dates(text, day_first=writes_day_first(page.tag))]
    same = [d for d in told if d.value == day]
    is_change = day in changed or (bool(same) and all(d.updated for d in same))
    is_unsure = not same and any(d.because and not d.value for d in told)
    return "" if is_change or is_unsure else day


def _short(page: Page) -> Iterator[str]:
    """Return the texts of a page that may be little but a date."""
    yield from (line.text for line in page.lines if len(line.text) <= LONGEST)
    yield from (m.value for m in page.metas if len(m.value) <= LONGEST)


def _changes(page: Page) -> Iterator[tuple[str, str]]:
    """Return the days on which the page says that it was changed, each with its place."""
    values = [(m.value, m.place) for m in page.meta("changed")]
    values += [(i.changed, f"line {i.line}, JSON-LD dateModified") for i in page.items if i.is_article]
    return ((said.value, place) for value, place in values if (said := read_day(value, place)))
