"""Re-reads what was built, and the seeds, and proves that nothing is asserted without its place.

This is a second opinion: it shares no code with the stages that made the pages. It looks at docs/ (Markdown) or at a
built site (HTML), at ``data/briefing.json`` and at ``data/changes.json``:

- the words of every piece of evidence stand in the seed where it says;
- every character of a seed but white space belongs to exactly one shown or removed block;
- every sentence of an article stands on its page, under its anchor, word for word, and so does every removed part;
- every passage on any page that names its place (``data-at``) is verbatim;
- every internal link, and its fragment, leads somewhere.
"""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt

from generator.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_AT = re.compile(r"(?P<article>[a-z0-9-]{1,100}):(?P<start>\d{1,9})-(?P<end>\d{1,9})")
_ATTRIBUTE_LIST_ID = re.compile(r"\{[^{}\n]{0,200}#(?P<id>[\w:.-]{1,200})[^{}\n]{0,200}\}")
_SENTENCE_ID = re.compile(r"s\d{1,6}")


@dataclass(frozen=True, slots=True)
class Report:
    """What failed, and one line that counts what was looked at."""

    failures: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class _View:
    """What a browser would make of one page."""

    ids: frozenset[str]
    links: tuple[str, ...]
    text: str
    marked: tuple[tuple[str, str], ...]
    """(sentence id or ``data-at``, the text inside)."""


def check(folder: Path, root: Path) -> Report:
    """Check a ``docs/`` folder or a built site against the seeds below ``root``.

    Raises OutputError where ``data/briefing.json`` or ``data/changes.json`` is missing or unreadable.
    """
    data = _load(folder, "briefing.json")
    texts = {a["id"]: _decoded(a, folder, root) for a in data["articles"]}
    views = dict(_views(folder))
    changes = _load(folder, "changes.json")
    evidence = (*_evidence(data, "briefing.json"), *_evidence(changes, "changes.json"))
    links = sum(len(v.links) for v in views.values())
    failures = (
        *(f for where, e in evidence for f in _misquoted(where, e, texts)),
        *(f for a in data["articles"] for f in _uncovered(a, texts[a["id"]])),
        *(f for a in data["articles"] for f in _not_on_page(a, texts[a["id"]], views)),
        *(f for path, view in views.items() for f in _not_verbatim(path, view, texts)),
        *(f for path, view in views.items() for f in _dead_links(path, view, views, folder)),
    )
    counted = f"{len(evidence):,} citations, {len(texts):,} articles, {len(views):,} pages, {links:,} links"
    return Report(failures, f"checked {counted}: {len(failures) or 'nothing'} failed")


# --- the data -------------------------------------------------------------------------------------


def _load(folder: Path, name: str) -> dict[str, Any]:
    path = folder / "data" / name
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise OutputError(path.as_posix(), f"can't be read ({error}); run: briefing build") from error


def _decoded(article: Mapping[str, Any], folder: Path, root: Path) -> str:
    kept = folder / "data" / "text" / f"{article['id']}.txt"
    path = kept if kept.is_file() else root / article["source"]
    raw = path.read_bytes() if path.is_file() else b""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _evidence(node: Any, where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:  # noqa: ANN401 - any JSON
    if isinstance(node, dict):
        if {"source", "start", "end", "text"} <= node.keys():
            yield where, node
        for key, value in node.items():
            yield from _evidence(value, f"{where}.{key}")
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from _evidence(value, f"{where}[{i}]")


def _misquoted(where: str, evidence: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(evidence["article"], "")
    start, end = evidence["start"], evidence["end"]
    if not evidence["text"] or text[start:end] != evidence["text"]:
        there = text[start:end][:60]
        yield f"{evidence['source']}: {where} cites {evidence['text'][:60]!r} at {start}-{end}, where {there!r} stands"
    elif text.count("\n", 0, start) + 1 != evidence["line"]:
        yield f"{evidence['source']}:{evidence['line']}: {where} names the wrong line"


def _uncovered(article: Mapping[str, Any], text: str) -> Iterator[str]:
    at = 0
    for block in (*article["blocks"], {"start": len(text), "end": len(text)}):
        gap = text[at : block["start"]]
        if block["start"] < at:
            yield f"{article['source']}: characters {block['start']}-{at} are in two blocks"
        if gap.strip():
            yield f"{article['source']}: {gap.strip()[:60]!r} is neither shown nor listed as removed"
        at = max(at, block["end"])


# --- the pages ------------------------------------------------------------------------------------


def _not_on_page(article: Mapping[str, Any], text: str, views: Mapping[str, _View]) -> Iterator[str]:
    path, view = next(((p, v) for p, v in views.items() if _stem(p) == f"articles/{article['id']}"), ("", None))
    if view is None:
        yield f"{article['source']}: no page articles/{article['id']}"
        return
    shown = {key: words for key, words in view.marked if _SENTENCE_ID.fullmatch(key)}
    sentences = [s for b in article["blocks"] for s in b["sentences"]]
    for number, (start, end) in enumerate(sentences, 1):
        if shown.get(f"s{number}") != _folded(text[start:end]):
            yield f"{path}#s{number}: {text[start:end][:60]!r} isn't there word for word"
    for block in article["blocks"]:
        if block["kind"] == "removed" and _folded(text[block["start"] : block["end"]]) not in view.text:
            yield f"{path}: the removed {text[block['start'] : block['end']][:60]!r} isn't listed"


def _not_verbatim(path: str, view: _View, texts: Mapping[str, str]) -> Iterator[str]:
    for key, words in view.marked:
        if _SENTENCE_ID.fullmatch(key):
            continue
        at = _AT.fullmatch(key)
        if at is None:
            yield f"{path}: {words[:60]!r} names no place that can be read: {key[:60]!r}"
        else:
            there = texts.get(at["article"], "")[int(at["start"]) : int(at["end"])]
            if _folded(there) != words:
                yield f"{path}: {words[:60]!r} is said to stand at {key}, where {there[:60]!r} stands"


def _dead_links(path: str, view: _View, views: Mapping[str, _View], folder: Path) -> Iterator[str]:
    for link in view.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or link.startswith("/"):
            continue
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        )
        fragment = unquote(parts.fragment)
        if target not in views:
            if target.startswith("..") or not (folder / target).exists():
                yield f"{path}: the link to {link} leads nowhere"
        elif fragment and fragment not in views[target].ids and not fragment.startswith("__"):
            yield f"{path}: {link}: the page has no {fragment!r}"


def _views(folder: Path) -> Iterator[tuple[str, _View]]:
    pages = sorted(folder.rglob("*.html")) or sorted(folder.rglob("*.md"))
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    for path in pages:
        raw = path.read_text(encoding="utf-8")
        name = path.relative_to(folder).as_posix()
        if name == "404.html":
            continue  # its links are absolute: it is served from any address
        if path.suffix == ".md":
            body = re.sub(r"\A---\n.*?\n---\n", "", raw, count=1, flags=re.DOTALL)
            extra = frozenset(m["id"] for m in _ATTRIBUTE_LIST_ID.finditer(body))
            yield name, _view(markdown.render(body), extra)
        else:
            yield name, _view(raw, frozenset())


def _view(html: str, extra: frozenset[str]) -> _View:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    marked = tuple((key, _folded("".join(parts))) for key, parts in reader.marked)
    return _View(frozenset(reader.ids) | extra, tuple(reader.links), _folded("".join(reader.text)), marked)


def _stem(path: str) -> str:
    return path.removesuffix("/index.html").rsplit(".", 1)[0]


def _folded(text: str) -> str:
    return " ".join(text.split())


@dataclass(eq=False)
class _Reader(HTMLParser):
    """Collects ids, links, the text, and the text inside marked elements."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    marked: list[tuple[str, list[str]]] = field(default_factory=list)
    open: list[tuple[str, list[list[str]]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("id"):
            self.ids.add(given["id"])
        self.links += [given[name] for name in ("href", "src") if given.get(name)]
        if tag in _VOID:
            return
        keys = [given["data-at"]] if "data-at" in given else []
        keys += [given["id"]] if _SENTENCE_ID.fullmatch(given.get("id", "")) else []
        inside: list[list[str]] = [[] for _ in keys]
        self.marked += zip(keys, inside, strict=True)
        self.open.append((tag, inside))

    def handle_endtag(self, tag: str) -> None:
        if all(name != tag for name, _ in self.open):
            return
        while self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if any(name in ("script", "style") for name, _ in self.open):
            return
        self.text.append(data)
        for _, inside in self.open:
            for words in inside:
                words.append(data)
