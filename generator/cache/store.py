"""What was found in each article, kept from one build to the next; see ``Drawer`` for what is believed."""

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from generator.cache.coding import decoded, encoded
from generator.cache.drawer import Drawer
from generator.cache.memory import Memory
from generator.model import Article, Findings, Problem, Source

A = TypeVar("A", Source, Article)
B = TypeVar("B", Article, Findings)
Each = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""A ``map``, of this process or of many."""

LIBRARIES = (
    *("anyascii", "babel", "charset-normalizer", "feedparser", "htmldate", "jinja2", "lxml", "lxml-html-clean"),
    *("markupsafe", "nupunkt", "pypdfium2", "python-docx", "pyyaml", "snowballstemmer", "striprtf"),
    "trafilatura",
)
"""Whose data or rules a finding or a page depends on, besides the program's own; those of extras may be missing."""


@cache
def program() -> str:
    """Return the digest of all that a finding or a page is made with: program, word lists, libraries."""
    digest = hashlib.sha256(sys.version.encode())
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            digest.update(f"{name} {version(name)}\n".encode())
    package = Path(__file__).parent.parent
    for path in sorted(p for p in package.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        digest.update(f"{path.relative_to(package).as_posix()}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


class Store:
    """What stages made, by what went into it: in a folder, and of the last build in memory; None keeps nothing."""

    def __init__(self, folder: Path | None, *, dry: bool = False) -> None:
        """Begin with nothing in memory; with ``dry`` nothing is written."""
        self.folder = folder
        self._drawer = Drawer(folder, "articles", dry=dry) if folder else None
        self.memory = Memory(Drawer(folder, "links", dry=dry), program()) if folder else Memory(None)
        self._known: dict[str, Any] = {}
        self._used: dict[str, Any] = {}

    def through(self, stage: Callable[[A], B], items: Sequence[A], each: Each) -> Iterator[B]:
        """Yield what a stage makes of each item, in order; only what isn't kept goes through ``each``, a ``map``."""
        drawer = self._drawer
        if drawer is None:
            yield from each(stage, items)
            return
        keys = [_key(stage, item) for item in items]
        found = {key: self._found(drawer, key, item) for key, item in zip(keys, items, strict=True)}
        missing = [item for key, item in zip(keys, items, strict=True) if found[key] is None]
        made = iter(each(partial(_coded, stage), missing))
        for key, item in zip(keys, items, strict=True):
            value = found.pop(key)
            if value is None:
                line = next(made)
                drawer.write(key, line)
                value = decoded(line, item)
            self._used[key] = value
            if isinstance(value, Findings):
                self.memory.learn(key, value)
            yield value

    def tidy(self) -> tuple[Problem, ...]:
        """Forget what wasn't used since the last time; return why that can't be, or nothing can be kept, if so."""
        self.memory.tidy()
        self._known, self._used = self._used, {}
        if self.folder is None or self._drawer is None:
            return ()
        self._drawer.used |= self._known.keys()
        self._drawer.tidy()
        return (Problem(self.folder.name, self._drawer.trouble),) if self._drawer.trouble else ()

    def _found(self, drawer: Drawer, key: str, item: Source | Article) -> Any:  # noqa: ANN401 - what the stage makes
        """Return what is kept under a key, or None where nothing is, or nothing of this coder."""
        if key in self._known:
            return self._known[key]
        line = drawer.read(key)
        try:
            return None if line is None else decoded(line, item)
        except (ValueError, TypeError, LookupError, RecursionError):
            return None


def _coded(stage: Callable[[Any], Any], item: Source | Article) -> str:
    """Return what a stage makes of an item as it is kept: a worker process hands on text instead of objects."""
    return encoded(stage(item))


def _key(stage: Callable[[Any], Any], item: Source | Article) -> str:
    return hashlib.sha256(f"{program()} {stage.__name__} {item!r}".encode("utf-8", "surrogatepass")).hexdigest()
