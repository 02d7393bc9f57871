"""A page ──▶ who wrote it: names that it states and shows."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from generator.lexicons import compiled
from generator.model import Statement
from generator.read.html.markup import is_aside, words_of
from generator.read.html.page import Page, fold, keys, parts, sites

MOST_AUTHORS = 12
MOST_MARKED = 20  # elements; the first ones stand with the headline, the others with other articles
LONGEST = 120  # characters; "Jane Doe, John Roe and Ann Poe in Castleton"

_BYLINE = re.compile(r"(?:^|[-_ ])(?:by-?line|by-?author|author-?name|post-?author|entry-?author|p-author)(?:$|[-_ ])")
_NOT_BYLINE = compiled("no-byline")
_BY = compiled("by", re.IGNORECASE)
_END = compiled("by-end", re.IGNORECASE | re.DOTALL)
_JOIN = re.compile(r"\s?[,;&]\s?")
_TWO = re.compile(r"\s(?:and|und|et)\s")  # Jane Doe and John Roe, but not: Staff and news services
_NAME = re.compile(r"[^\W\d_][^\d@/<>{}|]{1,60}")
# Jane Doe, M.D.
_DEGREE = re.compile(r"(?:Ph\.?\ ?D|M\.?D|M\.?A|B\.?A|M\.?Sc|M\.?P\.?H|J\.?D|R\.?D)\.?", re.IGNORECASE)


def authors(page: Page) -> Statement | None:
    """Return who wrote the page.

    What it states is believed where its words show it too; of several such statements the one that names most. Else
    what an element shows that is marked as the author. The site's own name is an author only where it is marked so.
    """
    known = sites(page)
    shown = f" {fold(' '.join(line.text for line in page.lines))} "
    stated = [s for s in (_cleaned(s, known) for s in _stated(page)) if s]
    seen = [s for s in stated if all(f" {fold(n)} " in shown for n in s.value.split(", "))]
    marked = tuple(_marked(page))
    people = [s for s in (_cleaned(s, known) for s in marked) if s]
    if seen or people:
        return max(seen, key=lambda s: s.value.count(",")) if seen else people[0]
    return next((s for m in marked if m.how == "stated" and (s := _cleaned(m, frozenset()))), None)


def _stated(page: Page) -> Iterator[Statement]:
    for item in page.items:
        if item.is_article and item.authors:
            yield Statement("byline", "; ".join(item.authors[:MOST_AUTHORS]), f"line {item.line}, JSON-LD author")
    for key in keys("byline"):
        found = [m for m in page.metas if m.key == key and not m.value.startswith(("http:", "https:"))]
        if found:
            names = list(dict.fromkeys(m.value for m in found))[:MOST_AUTHORS]
            yield Statement("byline", "; ".join(names), found[0].place)


def _marked(page: Page) -> Iterator[Statement]:
    """Return what elements show as the author's name; ``guessed`` where only a class marks it, and no *by*."""
    elements = page.tree.iter("a", "span", "div", "p", "address", "strong", "em", "li", "h3", "h4", "cite")
    found = 0
    for element in elements:
        mark = _mark(element)
        if not mark or found == MOST_MARKED:
            continue
        text = words_of(element)
        by = _BY.match(text)
        name = _END.sub("", text[by.end() :] if by else text)
        if 1 < len(name) <= LONGEST and (by or not name.islower()):
            found += 1
            place = f"line {element.sourceline or 1}, {mark}"
            yield Statement("byline", name, place, "stated" if by or "=" in mark else "guessed")


def _mark(element: HtmlElement) -> str:
    """Return what marks an element as an author's name, or an empty string."""
    classes = element.get("class", "").lower()
    if element.get("rel") == "author":
        mark = "rel=author"
    elif element.get("itemprop") in ("author", "creator"):
        mark = "itemprop=author"
    elif {"vcard", "author"} <= set(classes.split()):
        mark = "class=author"
    else:
        mark = "byline" if _BYLINE.search(classes) or classes.split()[:1] in (["author"], ["authors"]) else ""
    return "" if not mark or _NOT_BYLINE.search(classes) or is_aside(element) else mark


def _cleaned(said: Statement, known: frozenset[str]) -> Statement | None:
    """Return a statement with the names alone, without sites and degrees; None if none is left."""
    pieces = (_BY.sub("", p, count=1) if _BY.match(p) else p for p in parts(said.value) if fold(p) not in known)
    apart = ((raw, _TWO.split(raw)) for raw in _JOIN.split(";".join(pieces)))
    each = (one for raw, two in apart for one in (two if all(" " in n.strip() for n in two) else [raw]))
    names = (" ".join(name.split()).strip(" ,;:") for name in each)
    people = (name for name in names if _NAME.fullmatch(name) and not _DEGREE.fullmatch(name))
    kept = dict.fromkeys(name for name in people if fold(name) not in known)
    value = ", ".join(list(kept)[:MOST_AUTHORS])
    return Statement(said.field, value, said.place, said.how) if value else None
