"""What was found in each article, kept from one build to the next in a folder that may be deleted at any time; I/O.

Nothing in it is believed that isn't as it was written: each file holds the digest of its key and its content, and the
key is made of all that goes into a finding. What doesn't fit is made again.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.cache.coding import decoded, encoded
from generator.model import Article, Findings, Problem, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

A = TypeVar("A", Source, Article)
B = TypeVar("B", Article, Findings)
Each = Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]
"""A ``map``, of this process or of many."""

LIBRARIES = ("babel", "nupunkt", "snowballstemmer")
"""Whose data or rules a finding depends on, besides the program's own."""
_FILES = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# What briefing has read; delete it at any time.\n",
}
"""Keeps the folder out of commits and backups (https://bford.info/cachedir/)."""
NEW = ".new"
_ENTRY = re.compile(r"[0-9a-f]{64}\.json")


@cache
def program() -> str:
    """Return the digest of all that a finding depends on besides the article: program, word lists, libraries."""
    digest = hashlib.sha256(sys.version.encode())
    for name in LIBRARIES:
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
        self.problems: tuple[Problem, ...] = ()
        self._dry = dry
        self._known: dict[str, Any] = {}
        self._used: dict[str, Any] = {}

    def through(self, stage: Callable[[A], B], items: Sequence[A], each: Each) -> Iterator[B]:
        """Yield what a stage makes of each item, in order; only what isn't kept goes through ``each``, a ``map``."""
        if self.folder is None:
            yield from each(stage, items)
            return
        keys = [_key(stage, item) for item in items]
        found = {key: self._found(key, item) for key, item in zip(keys, items, strict=True)}
        missing = [item for key, item in zip(keys, items, strict=True) if found[key] is None]
        made = iter(each(partial(_coded, stage), missing))
        for key, item in zip(keys, items, strict=True):
            value = found.pop(key)
            if value is None:
                line = next(made)
                self._keep(key, line)
                value = decoded(line, item)
            self._used[key] = value
            yield value

    def tidy(self) -> None:
        """Forget what wasn't used since the last time."""
        self._known, self._used = self._used, {}
        if self.folder is None or self._dry or not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            if path.suffix == NEW or (_ENTRY.fullmatch(path.name) and path.stem not in self._known):
                path.unlink(missing_ok=True)

    def _found(self, key: str, item: Source | Article) -> Any:  # noqa: ANN401 - what the stage makes
        """Return what is kept under a key, or None where nothing is, or something else."""
        if key in self._known or self.folder is None:
            return self._known.get(key)
        try:
            digest, _, line = (self.folder / f"{key}.json").read_text(encoding="ascii").partition("\n")
            return decoded(line, item) if digest == _digest(key, line) else None
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            return None  # never written, damaged, cut off or somebody else's: it is made again

    def _keep(self, key: str, line: str) -> None:
        if self.folder is None or self._dry or self.problems:
            return
        try:
            if not self.folder.is_dir():
                self.folder.mkdir()
                for name, content in _FILES.items():
                    (self.folder / name).write_text(content, encoding="ascii")
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=NEW)
            with os.fdopen(handle, "w", encoding="ascii") as stream:
                stream.write(f"{_digest(key, line)}\n{line}")
            Path(name).replace(self.folder / f"{key}.json")
        except OSError as error:
            told = f"can't be written ({error.strerror}), so that builds take longer; mend it, or set cache to false"
            self.problems = (Problem(self.folder.name, told),)


def _coded(stage: Callable[[Any], Any], item: Source | Article) -> str:
    """Return what a stage makes of an item as it is kept: a worker process hands on text instead of objects."""
    return encoded(stage(item))


def _key(stage: Callable[[Any], Any], item: Source | Article) -> str:
    return hashlib.sha256(f"{program()} {stage.__name__} {item!r}".encode("utf-8", "surrogatepass")).hexdigest()


def _digest(key: str, line: str) -> str:
    return hashlib.sha256(f"{key}{line}".encode("ascii")).hexdigest()
