"""Jobs of pages ──▶ what they made in the last build, where all that they read then is as it was.

A job looks at the briefing through ``_Seen``, which notes what is read: an entry of a table of ``Lookup``, the keys of
one, a field of the briefing. What the job is about stands in its arguments. A digest stands for each of these, so that
a page is made again when anything that went into it has changed, and only then.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from functools import cached_property, partial
from typing import Any, TypeGuard, TypeVar

from generator.cache import Drawer, digest_of
from generator.model import Article, Evidence, Findings, Page, Span
from generator.render.binding import Bound, finished
from generator.render.environment import compile_all
from generator.render.lookup import Backing, Lookup
from generator.render.page import Job, PageMaker
from generator.render.sharing import shared_out
from generator.render.single_source import single_source_of
from generator.text import Sentence
from generator.words import lacking, language, speaking

K = TypeVar("K")
V = TypeVar("V")

Reads = Mapping[str, Iterable[Any]]
"""The keys of what was read, by the table; None stands for all keys of one."""
Made = tuple[Bound, Reads, set[str]]
"""What a job made, what it read, and the messages for which the language of the pages has no words."""

_LEAVES = frozenset((str, int, float, bool, bytes, type(None)))
_HEADS = ("labels", "titles", "languages", "unread", "order")
"""The tables of what stands for an article wherever it is named; an article's entries in them are noted as one."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Where pages are kept; what they are made with; what stands for the findings of each article, by its id.

    Whoever gave it forgets what isn't made any more: ``drawer.tidy``.
    """

    drawer: Drawer
    made_with: str
    marks: Mapping[str, str]


class _Table(Mapping[K, V]):
    """A table of ``Lookup`` that notes what is read of it."""

    def __init__(self, of: Mapping[K, V], keys: dict[K | None, None]) -> None:
        self._of, self._keys = of, keys

    def __getitem__(self, key: K) -> V:
        self._keys[key] = None
        return self._of[key]

    def __iter__(self) -> Iterator[K]:
        self._keys[None] = None
        return iter(self._of)

    def __len__(self) -> int:
        self._keys[None] = None
        return len(self._of)


class _Fields:
    """A briefing that notes which of its fields are read."""

    def __init__(self, of: object, keys: dict[str, None]) -> None:
        self._of, self._keys = of, keys

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any field
        value = getattr(self._of, name)  # what a briefing has not, it never has
        self._keys[name] = None
        return value


def _noted(name: str, table: str) -> Any:  # noqa: ANN401 - as typed in ``Lookup``
    """Return what asks a lookup about some words, and notes their place."""

    def asked(self: "_Seen", words: Evidence) -> object:
        self._reads[table][words.article, words.span.start, words.span.end] = None
        return getattr(self._of, name)(words)

    return asked


class _Seen(Lookup):
    """A lookup that notes what is read of it; what it works out itself, it works out of what it notes."""

    _of: Lookup
    _reads: defaultdict[str, dict[Any, None]]

    def __init__(self, of: Lookup, reads: defaultdict[str, dict[Any, None]]) -> None:
        for name in _tables():
            self.__dict__[name] = _Table(getattr(of, name), reads["heads" if name in _HEADS else name])
        disputed = replace(of.disputes, places={}, events=_Table(of.disputes.events, reads["disputes.events"]))
        self.__dict__.update(briefing=_Fields(of.briefing, reads["briefing"]), disputes=disputed, _of=of, _reads=reads)

    def sharing(self, article: str) -> tuple[str, ...]:
        self._reads["sharing"][article] = None
        return self._of.sharing(article)

    disputed, spot, where = map(_noted, ("disputed", "spot", "where"), ("disputed", "places", "places"))

    def grammar(self, evidence: Evidence) -> Sentence | None:
        for table in ("articles", "mentions", "people"):
            self._reads[table][evidence.article] = None
        return self._of.grammar(evidence)  # asked for again for each page, it would be read again

    def backing(self, evidence: Iterable[Evidence]) -> Backing:
        found = tuple(evidence)
        self._reads["independence"].update(((e.article, e.span.start, e.span.end), None) for e in found)
        return self._of.backing(found)


def _tables() -> Iterator[str]:
    """Yield the names of what ``Lookup`` works out and hands out entry by entry."""
    worked_out = (n for n, kind in vars(Lookup).items() if isinstance(kind, cached_property))
    return (name for name in worked_out if name not in ("independence", "disputes", "_sentences"))


@dataclass(frozen=True, slots=True)
class _Now:
    """What stands for all that jobs read, as it is in this build."""

    lookup: Lookup
    marks: Mapping[str, str]
    _values: dict[int, tuple[object, str]] = field(default_factory=dict)
    _entries: defaultdict[str, dict[Any, str]] = field(default_factory=lambda: defaultdict(dict))

    def of(self, reads: Reads) -> str:
        """Return the digest of some reads."""
        return digest_of("\n".join(entry for name, keys in reads.items() for entry in self._entries_of(name, keys)))

    def told(self, value: object) -> str:
        """Return what stands for a value, and for no other one; raises TypeError for what isn't plain data."""
        if type(value) in _LEAVES or isinstance(value, str | Enum):
            return repr(value)
        if isinstance(value, Article | Findings):
            return self.marks[value.id if isinstance(value, Article) else value.article.id]
        if isinstance(value, tuple | list | frozenset):
            each = map(self.told, value)
            return f"({','.join(sorted(each) if isinstance(value, frozenset) else each)})"
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{self.told(k)}:{self.told(v)}' for k, v in value.items())}}}"
        if not is_dataclass(value) or isinstance(value, type):
            message = f"a {type(value).__name__} is no plain data"
            raise TypeError(message)
        if not type(value).__module__.startswith("generator.model"):
            return f"{type(value).__name__}({','.join(self.told(getattr(value, f.name)) for f in fields(value))})"
        if id(value) not in self._values:
            self._values[id(value)] = value, digest_of(repr(value))
        return self._values[id(value)][1]

    def _entries_of(self, name: str, keys: Iterable[Any]) -> Iterator[str]:
        known = self._entries[name]
        for key in keys:
            if key not in known:
                known[key] = digest_of(f"{name} {key!r} {self.told(self._read(name, key))}")
            yield known[key]

    def _read(self, name: str, key: Any) -> object:  # noqa: ANN401 - likewise
        match name:
            case "briefing":
                return getattr(self.lookup.briefing, key)
            case "sharing":
                return self.lookup.sharing(key)
            case "mentions":  # they are many
                return repr([(m.span.start, m.span.end, m.form, m.entity) for m in self.lookup.mentions.get(key, ())])
            case "heads":
                heads = (getattr(self.lookup, table) for table in _HEADS)
                return [tuple(table) if key is None else table.get(key) for table in heads]
            case "disputed" | "places" | "independence":
                article, start, end = key
                words = self.lookup.articles[article].cite(Span(start, end))
                of = self.lookup
                asked = {"disputed": of.disputed, "independence": of.independence.told_of}.get(name)
                return asked(words) if asked else f"{of.spot(words)} {of.where(words)}"  # they are many, too
            case "disputes.events":
                table: Mapping[Any, object] = self.lookup.disputes.events
            case _:
                table = getattr(self.lookup, name)
        return tuple(table) if key is None else table.get(key)


class Keeper:
    """Makes pages, or takes those of one thing as they were made in the last build, where that holds."""

    def __init__(self, maker: PageMaker, sheets: Sheets | None) -> None:
        """Keep what is made with a maker, if anything is kept."""
        self._maker, self._sheets = maker, sheets
        self._now = _Now(maker.lookup, sheets.marks if sheets else {})

    def made(self, jobs: Sequence[Job], *, paying: bool) -> Iterator[Bound]:
        """Yield what each job makes, finished, in order; kept is a function of the maker and of what it is about."""
        sheets = self._sheets
        if sheets is None:
            given = [partial(finished, self._maker, job) for job in jobs]
            yield from shared_out(given, paying=paying, prepare=self._prepare)
            return
        keys = [_key(self._now, sheets.made_with, job) for job in jobs]
        found = [_kept(self._now, sheets.drawer, key) if key else None for key in keys]
        missing = [partial(_noting, self._maker, job) for job, one in zip(jobs, found, strict=True) if one is None]
        others = shared_out(missing, paying=paying, prepare=self._prepare)
        for key, one in zip(keys, found, strict=True):
            bound, reads, unknown = one or next(others)
            if key and one is None:
                sheets.drawer.write(key, _row(bound, reads, self._now.of(reads), unknown))
            lacking().update(unknown)
            yield bound

    def _prepare(self) -> None:
        """Do once what many pages need."""
        compile_all(self._maker.jinja)
        self._maker.lookup.work_out()
        single_source_of(self._maker.lookup)


def _is_about(job: Job) -> TypeGuard[partial[Any]]:
    """Tell whether a job is given something besides the maker, all of it in order."""
    return isinstance(job, partial) and len(job.args) > 1 and not job.keywords


def _key(now: _Now, made_with: str, job: Job) -> str:
    """Return what a job is kept by: empty where it is about nothing by itself, and so reads nearly all there is."""
    if not _is_about(job):
        return ""
    told = f"{made_with} {job.func.__module__}.{job.func.__qualname__} {now.told(job.args[1:])}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _noting(maker: PageMaker, job: Job) -> Made:
    """Return what a job makes, and what it reads."""
    reads: defaultdict[str, dict[Any, None]] = defaultdict(dict)
    if not _is_about(job):
        return finished(maker, job), reads, set()
    seen = replace(maker, lookup=_Seen(maker.lookup, reads))
    with speaking(language()) as unknown:
        bound = finished(seen, partial(job.func, seen, *job.args[1:]))
    return bound, {name: tuple(keys) for name, keys in reads.items() if keys}, unknown


def _row(bound: Bound, reads: Reads, digest: str, unknown: set[str]) -> str:
    sheets = [(page.path, page.content.decode()) for page in bound.pages]
    return json.dumps([reads, digest, sheets, bound.cut, sorted(unknown)], separators=(",", ":"))


def _kept(now: _Now, drawer: Drawer, key: str) -> Made | None:
    """Return what is kept of a job if it read then what it would read now; None where nothing like it is kept."""
    text = drawer.read(key)
    try:
        reads, digest, sheets, cut, unknown = json.loads(text or "null")
        told = {name: [tuple(k) if isinstance(k, list) else k for k in keys] for name, keys in reads.items()}
        if now.of(told) != digest:
            return None
        return Bound(tuple(Page(path, content.encode()) for path, content in sheets), cut), told, set(unknown)
    except (AttributeError, LookupError, TypeError, ValueError):
        return None
