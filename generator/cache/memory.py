"""What pure functions made of articles and of pairs of them, kept from one build to the next by what they were given.

A function that is asked through ``Memory.kept`` reads nothing but what its key holds, so that a result is never stale:
whatever changes in what it is given changes the key. Each function has one text in the drawer, a result a line.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from generator.cache.drawer import Drawer
from generator.model import Findings

T = TypeVar("T")

_JSON = json.JSONEncoder(separators=(",", ":"))
_READ = json.JSONDecoder().raw_decode  # of lines that it wrote, where no space surrounds anything
_OWN = 100
"""Letters from which a text is an article's own object and no word that many of them share."""


class Memory:
    """Results by function and key; without a drawer nothing is kept, and every function is asked."""

    def __init__(self, drawer: Drawer | None, program: str = "") -> None:
        """Begin with nothing used; ``program`` tells apart what other versions of it have kept."""
        self._drawer, self._program = drawer, program
        self._kept: dict[str, dict[str, str]] = {}
        self._used: dict[str, dict[str, str]] = {}
        self._known: dict[int, tuple[object, str]] = {}
        self._digests: dict[int, tuple[Findings, str]] = {}

    def learn(self, key: str, found: Findings) -> None:
        """Remember the objects of some findings by what these were made of, so that they need not be read again."""
        for name, value in _values(found):
            own = isinstance(value, str) and len(value) >= _OWN
            if is_dataclass(value) or (isinstance(value, tuple) and value) or own:
                self._known[id(value)] = value, f"{key} {name}"

    def digest(self, found: Findings) -> str:
        """Return what stands for findings and their article in a key: the same for no others."""
        if self._drawer is None:
            return ""
        if id(found) not in self._digests:
            told = "\0".join(self._known.get(id(v), (v, ""))[1] or repr(v) for _, v in _values(found))
            self._digests[id(found)] = found, digest_of(told)
        return self._digests[id(found)][1]

    def kept(
        self,
        name: str,
        key: str,
        make: Callable[[], T],
        decode: Callable[[Any], T],
        encode: Callable[[T], object] = lambda made: made,
    ) -> T:
        """Return what was made under a key, or make it; ``encode`` turns it into JSON, ``decode`` makes it of that."""
        if self._drawer is None:
            return make()
        used = self._used.setdefault(name, {})
        line = used.get(key) or self._table(self._drawer, name).get(key)
        if line is not None:
            try:
                made = decode(_READ(line)[0])
            except (ValueError, TypeError, LookupError):
                line = None
        if line is None:
            made = make()
            line = _JSON.encode(encode(made))
        used[key] = line
        return made

    def through(self, steps: Iterable[T]) -> Iterator[T]:
        """Yield some steps; what one has asked for is put away when it is done, for together it is much."""
        for step in steps:
            yield step
            self._put_away()

    def tidy(self) -> None:
        """Keep what was used since the last time, and nothing else."""
        self._put_away()
        self._known.clear()
        self._digests.clear()
        if self._drawer:
            self._drawer.tidy()

    def _put_away(self) -> None:
        for name, used in self._used.items():
            if self._drawer and used != self._kept.get(name):
                self._drawer.write(self._file(name), "\n".join(f"{key}\t{line}" for key, line in sorted(used.items())))
        self._kept, self._used = {}, {}

    def _table(self, drawer: Drawer, name: str) -> dict[str, str]:
        if name not in self._kept:
            rows = (line.partition("\t") for line in (drawer.read(self._file(name)) or "").split("\n"))
            self._kept[name] = {key: line for key, _, line in rows}
        return self._kept[name]

    def _file(self, name: str) -> str:
        return hashlib.sha256(f"{self._program} {name}".encode()).hexdigest()


def digest_of(told: str) -> str:
    """Return a short text that stands for any other in a key."""
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _values(found: Findings) -> Iterator[tuple[str, object]]:
    both = ((subject, field.name) for subject in (found.article, found) for field in fields(subject))
    return ((name, getattr(subject, name)) for subject, name in both if name != "article")


_memory: ContextVar[Memory] = ContextVar("memory", default=Memory(None))  # noqa: B039 - without a drawer it keeps nothing


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """Let everything inside ask one memory."""
    before = _memory.set(memory)
    try:
        yield
    finally:
        _memory.reset(before)


def remembered() -> Memory:
    """Return the memory of this build; where there is none, one that keeps nothing."""
    return _memory.get()
