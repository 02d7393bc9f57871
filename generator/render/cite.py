"""Evidence ──▶ data: where something stands, on the site too, and the group that it is in."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any
from urllib.parse import urljoin

from generator.model import Article, Briefing, Evidence, Utterance, Web
from generator.render.paging import anchored

At = Callable[[str, str], str]
"""From a page and an anchor to the part of the page on which the anchor stands."""

On = Callable[[str, str], str]
"""From a page and an anchor to the address on the site."""

Row = dict[str, Any]
Place = tuple[str, int, int]
"""An article and a span in it."""

_PLACE = frozenset(("article", "source", "start", "end", "line", "text"))
"""What evidence has as data."""
_NUMBERS = frozenset((int, float, bool, type(None)))
_LEAVES = _NUMBERS | {str}
Texts = Mapping[str, tuple[int, str]]
"""The numbers and texts of articles by their ids."""
_NAMES = ("id", "text")
"""What places are counted from."""

LONG = 24
"""Characters of a string, with its marks, from which it is told once for all of a table, if it recurs …"""
OFTEN = 10
"""… so many times."""
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*":?')  # a name, too, with the colon behind it


@dataclass(frozen=True, slots=True)
class Cite:
    """Turns evidence into data; knows the articles, and the group that each quotation, figure and event is in.

    ``addresses`` are the pages with anchors by the anchors there.
    """

    articles: Mapping[str, Article]
    said: Mapping[Place, Utterance]
    measured: Mapping[Place, str]
    occasions: Mapping[str, str]
    addresses: Mapping[str, str]

    def __call__(self, evidence: Evidence) -> Row:
        """Return one piece of evidence."""
        article = self.articles[evidence.article]
        return {
            "article": article.id,
            "source": article.path,
            "start": evidence.span.start,
            "end": evidence.span.end,
            "line": article.line_at(evidence.span.start),
            "text": evidence.text,
            **({"supplied": evidence.supplied} if evidence.supplied else {}),
        }

    def row(self, thing: object, names: str) -> Row:
        """Return some fields of a record, by their names."""
        return {name: self.plain(getattr(thing, name)) for name in names.split()}

    def plain(self, value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return a value as data: evidence by its place, several as a list, a record by the names of its fields."""
        if type(value) in _LEAVES:  # most are, and to ask for the rest takes long
            return value
        if isinstance(value, Evidence):
            return self(value)
        if isinstance(value, tuple):
            return [self.plain(one) for one in value]
        kind: type = type(value)
        if names := _names(kind):
            return {name: self.plain(getattr(value, name)) for name in names}
        return str(value) if isinstance(value, StrEnum) else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()


def as_it_is(page: str, _: str) -> str:
    """Return the page itself: none was cut."""
    return page


def absolute(web: Web, path: str) -> str:
    """Return the address of a file of the site: absolute where the site's own is known, else relative to its root."""
    return urljoin(f"{web.site.rstrip('/')}/", path) if web.site else path


def address(web: Web, at: At, page: str, anchor: str = "") -> str:
    """Return the address of a page below ``docs/``, or of an anchor there, on the part of the page that holds it."""
    name = at(page, anchor).removesuffix(".md")
    path = f"{name}/" if web.folders else f"{name}.html"
    return absolute(web, f"{path}#{anchor}" if anchor else path)


def place(evidence: Evidence) -> Place:
    """Return where something stands."""
    return evidence.article, evidence.span.start, evidence.span.end


def cite_of(briefing: Briefing, at: At = as_it_is) -> Cite:
    """Look up the groups of a briefing: of quotations by their words, for two may be told in one clause."""
    said = {place(q.words): u for u in briefing.utterances for q in u.versions}
    measured = {place(f): m.id for m in briefing.measures for f in m.figures}
    occasions = {e: o.id for o in briefing.occasions for e in o.events}
    addresses = {anchor: f"{at(page, anchor)}#{anchor}" for anchor, page in anchored(briefing).items()}
    return Cite({a.id: a for a in briefing.articles}, said, measured, occasions, addresses)


_plain = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_dense = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def encoded(value: object) -> bytes:
    """Return a value as JSON on one line; half a character as JSON writes it."""
    return _plain(value).encode("utf-8", "backslashreplace")


def in_columns(rows: Sequence[Row], texts: Texts, *, own: bool = False) -> bytes:
    """Return records as JSON lines: the names of the columns, what recurs, then of each record the values in order.

    A record may lack the last columns. Evidence is ``{"at": [article, start, end]}``: the article by its number, which
    stands with the text under its id. ``{"at": [article]}`` is its id, unless the records are the articles' ``own``;
    ``{"at": [article, start]}`` the id of what begins there. ``{"as": [number, values]}`` is a record whose names are
    told under that number in the second line, and ``{"is": [number]}`` words that are told there.
    Raises ValueError for words that don't stand at their place.
    """
    columns = tuple(dict.fromkeys((*min(rows, key=len), *max(rows, key=len))))
    names: dict[tuple[str, ...], int] = {}
    bare = _NAMES if own else ()
    given = ([(name, row[name]) for name in columns[: len(row)]] for row in rows)
    short = (
        [v if type(v) in _NUMBERS or name in bare else _short(v, texts, names) for name, v in row] for row in given
    )
    lines = [_dense(row) for row in short]
    counts = Counter(word for line in lines for word in _STRING.findall(line) if len(word) >= LONG)
    often = [word for word, count in counts.items() if count >= OFTEN and word[-1] != ":"]
    told = {word: f'{{"is":[{n}]}}' for n, word in enumerate(often)}
    known = f'{{"as":{_dense(list(names))},"is":[{",".join(often)}]}}'
    recurring = (_STRING.sub(lambda word: told.get(word[0], word[0]), line) for line in lines)
    return b"".join(f"{line}\n".encode("utf-8", "backslashreplace") for line in (_dense(columns), known, *recurring))


def _short(value: Any, texts: Texts, names: dict[tuple[str, ...], int]) -> Any:  # noqa: ANN401 - any JSON
    match value:
        case str():
            article, _, start = value.rpartition(":")
            if value in texts:
                return {"at": [texts[value][0]]}
            exact = article in texts and start.isdecimal() and str(int(start)) == start
            return {"at": [texts[article][0], int(start)]} if exact else value
        case list():
            return [one if type(one) in _NUMBERS else _short(one, texts, names) for one in value]
        case {"line": _} if value.keys() >= _PLACE:
            return _spot(value, texts)
        case dict():
            number = names.setdefault(tuple(value), len(names))
            return {"as": [number, *(_short(one, texts, names) for one in value.values())]}
    return value


def _spot(value: Row, texts: Texts) -> Row:
    (number, text), start, end = texts[value["article"]], value["start"], value["end"]
    if text[start:end] != value["text"]:
        msg = f"{value['source']}: {value['text']!r} doesn't stand at {start}:{end}"
        raise ValueError(msg)
    more = {name: one for name, one in value.items() if name not in _PLACE} if len(value) > len(_PLACE) else {}
    return {"at": [number, start, end], **more}


def in_lines(data: Row) -> bytes:
    """Return data as JSON, each record on a line of its own, so that a change of one is a change of one line.

    Records may be ``encoded`` already.
    """
    lines = []
    for name, value in sorted(data.items()):
        rows = [row if isinstance(row, bytes) else encoded(row) for row in value] if isinstance(value, list) else []
        several = [b": [", *(row + b"," for row in rows[:-1]), *rows[-1:], b"],"]
        first, *more = several if rows else [b": " + encoded(value) + b","]
        lines += [encoded(name) + first, *more]
    return b"\n".join((b"{", *lines[:-1], lines[-1].removesuffix(b","), b"}\n"))
