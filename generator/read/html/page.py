"""A parsed page with its meta elements, JSON-LD and visible lines ──▶ its headline, publisher, address, language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.lexicons import table
from generator.model import Statement
from generator.read.document import is_address
from generator.read.html.ld import Item, items
from generator.read.html.markup import Visible, visible_lines
from generator.text import words_of

LONGEST = 500  # characters of a value; what is longer is a description
MOST_METAS = 500  # a page with all its images and references has about a hundred

_PARTS = re.compile(r"\s(?:[|\u2013\u2014»·•:-]|::|l)\s")  # The headline | The Paper, The headline – The Paper


@cache
def keys(field: str) -> tuple[str, ...]:
    """Return the keys of the meta elements that state a field, the most telling first."""
    return tuple(key for name, listed in table("read-meta") if name == field for key in listed.split())


@dataclass(frozen=True, slots=True)
class Meta:
    """One meta element: ``og:title``, its content, its line."""

    key: str
    value: str
    line: int

    @property
    def place(self) -> str:
        """Where it stands, for people."""
        return f"line {self.line}, {self.key}"


@dataclass(frozen=True, slots=True)
class Page:
    """What is asked of a page again and again; ``heads`` are its first-level headings as (words, line)."""

    tree: HtmlElement
    metas: tuple[Meta, ...]
    items: tuple[Item, ...]
    lines: tuple[Visible, ...]
    heads: tuple[tuple[str, int], ...]

    def meta(self, field: str) -> Iterator[Meta]:
        """Return the meta elements that state a field, the most telling first."""
        return (m for key in keys(field) for m in self.metas if m.key == key)

    @property
    def tag(self) -> str:
        """The language and region that the page names (``en-GB``), or an empty string."""
        return next((value for value, _ in _languages(self)), "")

    @property
    def title(self) -> Meta | None:
        """The words of the title element."""
        return next((m for m in self.metas if m.key == "<title>"), None)


def page(tree: HtmlElement) -> Page:
    """Collect what is asked of a page."""
    lines = visible_lines(tree)
    heads = ((" ".join("".join(h.itertext()).split()), h.sourceline or 1) for h in tree.iter("h1"))
    return Page(tree, tuple(_metas(tree)), items(tree), lines, tuple(h for h in heads if fold(h[0])))


def _metas(tree: HtmlElement) -> Iterator[Meta]:
    found = 0
    for element in tree.iter("title", "meta"):
        is_title = element.tag == "title"
        value = " ".join(("".join(element.itertext()) if is_title else element.get("content") or "").split())
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if value and len(value) <= LONGEST and (is_title or key):
            yield Meta(
                "<title>" if is_title else key.lower().removeprefix("og:article:"), value, element.sourceline or 1
            )
            found += 1
        if found == MOST_METAS:
            return


# --- publisher, address, language --------------------------------------------------------------


def publisher(page: Page) -> Statement | None:
    """Return who publishes the page: best the name that also ends its title, ``The headline | The Paper``."""
    found = [
        Statement("publisher", i.publisher, f"line {i.line}, JSON-LD publisher") for i in page.items if i.publisher
    ]
    found += [Statement("publisher", m.value, m.place) for m in page.meta("publisher")]
    bare = (replace(s, value=parts(s.value)[0]) for s in found)  # The Paper - News, sport and weather
    named = [s for s in bare if s.value and not s.value.startswith(("http:", "https:", "@"))]
    last = fold(parts(page.title.value)[-1]) if page.title and len(parts(page.title.value)) > 1 else ""
    return next((s for s in named if fold(s.value) == last), named[0] if named else None)


def sites(page: Page) -> frozenset[str]:
    """Return the names that the site gives itself, folded, with the first part of its address."""
    names = [i.publisher for i in page.items]
    names += [m.value for m in page.meta("publisher")]
    names += [part for name in names for part in parts(name)]
    known = address(page)
    host = urlsplit(known.value).hostname if known else None
    names += [host, host.removeprefix("www."), *host.removeprefix("www.").split(".")[:-1]] if host else []
    return frozenset(f for n in names if (f := fold(n)))


def address(page: Page) -> Statement | None:
    """Return the address that the page gives itself: canonical, og:url or JSON-LD, the first that names a page."""
    found = [
        Statement("url", e.get("href", "").strip(), f"line {e.sourceline or 1}, canonical link")
        for e in page.tree.iter("link")
        if "canonical" in e.get("rel", "").lower().split()
    ]
    found += [Statement("url", m.value, m.place) for m in page.meta("url")]
    found += [Statement("url", i.url, f"line {i.line}, JSON-LD") for i in page.items]
    usable = [s for s in found if is_address(s.value)]
    return next((s for s in usable if len(urlsplit(s.value).path) > 1), usable[0] if usable else None)


def language(page: Page) -> Statement | None:
    """Return the language that the page names, as its ISO 639 code."""
    return next((Statement("language", language_code(tag), place) for tag, place in _languages(page)), None)


def _languages(page: Page) -> Iterator[tuple[str, str]]:
    """Return the languages that the page names, as it writes them, with their places."""
    root = page.tree.getroottree().getroot()
    found = [(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "", "lang of <html>")]
    found += [(m.value, m.place) for m in page.meta("language")]
    found += [(i.language, f"line {i.line}, JSON-LD inLanguage") for i in page.items]
    return ((tag, place) for tag, place in found if language_code(tag))


def language_code(value: str) -> str:
    """Return the ISO 639 code of a language tag (``pt-BR``, ``de_AT``), or an empty string."""
    code = re.split(r"[-_,]", value.strip().lower())[0]
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else ""


# --- words ---------------------------------------------------------------------------------------


def fold(text: str) -> str:
    """Return the words of a text in small letters, to compare by."""
    return " ".join(word.low for word in words_of(text))


def parts(text: str) -> list[str]:
    """Return what stands between the bars and dashes of a title."""
    return [p for p in (part.strip() for part in _PARTS.split(text)) if p]


def alike(one: str, other: str) -> float:
    """Return how many of the words of the shorter of two texts stand in the other, from 0 to 1."""
    first, second = set(fold(one).split()), set(fold(other).split())
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


AGREES = 0.6  # of the shorter one's words; a site edits its headline for the search engines
_DIGITS = re.compile(r"\d{1,5}")  # 404: Page not found
FEWEST_WORDS = 4  # of a heading that nothing agrees with; shorter ones are names of sites and sections


def title(page: Page) -> Statement | None:
    """Return the headline, without the site's name before or after it."""
    known = sites(page)
    stated = [_bare(s, known) for s in _stated(page)]
    heads = [Statement("title", words, f"line {line}, <h1>") for words, line in page.heads if fold(words) not in known]
    ranked = sorted(heads, key=lambda h: -_agreement(h, stated))  # the first of equals stays first
    if ranked and _agreement(ranked[0], stated) >= AGREES:
        return _without_section(ranked[0], stated)
    alone = [h for h in heads if len(h.value.split()) >= FEWEST_WORDS or not stated]
    if len(heads) == 1 and alone:
        return alone[0]
    return next((s for s in stated if s.value), alone[0] if alone else None)


def stands_in(page: Page) -> str:
    """Return what a page is whose headline says that the article isn't on it; empty for other pages."""
    told = [words for words, _ in page.heads] + (parts(page.title.value) if page.title else [])
    known = {row[0]: row[1] for row in table("read-no-articles")}
    return next((known[words] for text in told if (words := fold(_DIGITS.sub("", text))) in known), "")


def _stated(page: Page) -> list[Statement]:
    items = [i for i in page.items if i.is_article and i.headline]
    found = [Statement("title", i.headline, f"line {i.line}, JSON-LD headline") for i in items]
    found += [Statement("title", m.value, m.place) for m in page.meta("title")]
    if page.title:
        found.append(Statement("title", page.title.value, page.title.place))
    return sorted(found, key=lambda s: _is_cut(s, found))


def _is_cut(said: Statement, others: list[Statement]) -> bool:
    """Tell whether a title is the beginning of another: a quotation mark in it ended the attribute."""
    return any(o.value != said.value and o.value.startswith((f'{said.value} "', f'{said.value}"')) for o in others)


def _bare(said: Statement, known: frozenset[str]) -> Statement:
    """Return a title without the site's name at its end or beginning."""
    value = said.value
    pieces = parts(value)
    while len(pieces) > 1 and fold(pieces[-1]) in known:
        value = value[: value.rindex(pieces.pop())].rstrip(" |\u2013\u2014»·•:-")
    if len(pieces) > 1 and fold(pieces[0]) in known:
        value = value[value.index(pieces[1]) :]
    return Statement(said.field, value, said.place)


def _agreement(head: Statement, stated: list[Statement]) -> float:
    """Return how well a heading agrees with what is stated; two words that agree by chance are none."""
    return max((alike(head.value, s.value) * min(1.0, _long(head, s)) for s in stated), default=0.0)


def _long(one: Statement, other: Statement) -> float:
    """Return 1 for two titles of like length, less where one is a short part of the other."""
    lengths = sorted((len(fold(one.value)), len(fold(other.value))))
    return 2 * lengths[0] / lengths[1] if lengths[1] else 0.0


def _without_section(head: Statement, stated: list[Statement]) -> Statement:
    """Return a heading without the section before it (``Politics | The headline``) if a stated title lacks it."""
    pieces = parts(head.value)
    whole = {fold(s.value) for s in stated}
    if len(pieces) > 1 and fold(head.value) not in whole:
        rest = head.value[head.value.index(pieces[1], len(pieces[0])) :]
        return Statement(head.field, rest, head.place) if fold(rest) in whole else head
    return head
