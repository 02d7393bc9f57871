"""The JSON-LD of a page (https://schema.org) ──▶ what it says of the article."""

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

DEEPEST = 12  # levels; graphs of real pages have about six
MOST_NODES = 2_000  # a page with all its comments and products has several hundred

_ARTICLES = ("article", "posting", "report", "review", "newsarticle", "recipe", "podcastepisode", "videoobject")
_PAGES = ("webpage", "itempage")
# What holds other things than the page's own article.
_OTHERS = frozenset(("itemListElement", "hasPart", "mentions", "citation", "comment", "about", "review", "isPartOf"))


@dataclass(frozen=True, slots=True)
class Item:
    """What one node says of the article; empty where it says nothing. ``line`` is where its script begins."""

    headline: str
    authors: tuple[str, ...]
    publisher: str
    published: str
    created: str
    changed: str
    url: str
    language: str
    is_article: bool
    line: int


def items(tree: HtmlElement) -> tuple[Item, ...]:
    """Return the articles that the JSON-LD of a page describes, then the pages; unreadable JSON is passed over."""
    found: list[Item] = []
    for script in tree.iter("script"):
        if "ld+json" in script.get("type", ""):
            nodes = tuple(_nodes(_loaded(script.text or "")))
            named = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and n.get("name")}
            line = script.sourceline or 1
            found += [_item(n, named, line) for n in nodes if _is(n, _ARTICLES) or _is(n, _PAGES)]
    return tuple(sorted(found, key=lambda item: not item.is_article))


def _loaded(text: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(root: object) -> Iterator[Mapping[str, Any]]:
    """Return the objects of a JSON value, outer ones first, without those of other things."""
    open_ = [(root, 0)]
    for _ in range(MOST_NODES):
        if not open_:
            return
        value, depth = open_.pop()
        if isinstance(value, dict):
            yield value
        if depth < DEEPEST:
            inner = _inner(value)
            open_ += [(v, depth + 1) for v in reversed(inner)]


def _inner(value: object) -> list[object]:
    if isinstance(value, dict):
        return [v for key, v in value.items() if key not in _OTHERS]
    return value if isinstance(value, list) else []


def _is(node: Mapping[str, Any], kinds: tuple[str, ...]) -> bool:
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return any(isinstance(t, str) and t.lower().endswith(kinds) for t in listed)


def _item(node: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]], line: int) -> Item:
    return Item(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        authors=tuple(_names(node.get("author") or node.get("creator"), named)),
        publisher=next(_names(node.get("publisher"), named), ""),
        published=_text(node.get("datePublished")),
        created=_text(node.get("dateCreated")) or _text(node.get("uploadDate")),
        changed=_text(node.get("dateModified")),
        url=_address(node),
        language=_text(node.get("inLanguage")),
        is_article=_is(node, _ARTICLES),
        line=line,
    )


def _address(node: Mapping[str, Any]) -> str:
    page = node.get("mainEntityOfPage")
    return _text(page.get("@id") if isinstance(page, dict) else page) or _text(node.get("url"))


def _names(value: object, named: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        node = named.get(str(one["@id"]), one) if isinstance(one, dict) and "@id" in one and "name" not in one else one
        name = _text(node.get("name")) if isinstance(node, dict) else _text(node)
        if name:
            yield name


def _text(value: object) -> str:
    """Return a string with its character references resolved and single spaces; empty for anything else."""
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
