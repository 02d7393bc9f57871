"""seeds/ ──▶ Source: one file per format."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.errors import SeedError
from generator.model import Problem, Source
from generator.read.accepted import read_accepted
from generator.read.corrections import read_corrections
from generator.read.sidecar import Stated, parse_sidecar
from generator.read.text import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["read", "read_accepted", "read_corrections"]

MOST_BYTES = 5_000_000  # a long book; anything above is not an article

# What turns a file's bytes into text, by suffix; each raises SeedError for what it can't read.
FORMATS: dict[str, Callable[[bytes, str], tuple[str, tuple[Problem, ...]]]] = {
    ".txt": decode,
    ".md": decode,
}
SIDECAR = ".yml"


@dataclass(frozen=True, slots=True)
class _File:
    """A file below seeds/, and its path in messages."""

    path: Path
    name: str


def read(seeds: Path, root: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles of a folder and its sub-folders, sorted by path, and what was wrong with the others.

    Paths are relative to ``root``, with forward slashes. Hidden files are passed over; a symbolic link is followed only
    to a file below ``root``. Raises SeedError when the folder itself is missing.
    """
    if not seeds.is_dir():
        raise SeedError(_name(seeds, root), "there is no such folder; create it and put the articles in")
    files: list[_File] = []
    problems: list[Problem] = []
    for found in _walk(seeds, root):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            files.append(found)
    sources, unread = _read_all(tuple(f for f in files if f.path.suffix != SIDECAR))
    kept, doubles = _without_doubles(sources)
    with_sidecars, wrong = _with_sidecars(kept, tuple(f for f in files if f.path.suffix == SIDECAR), tuple(files))
    every = (*problems, *unread, *doubles, *wrong)
    return with_sidecars, tuple(sorted(every, key=lambda p: (p.path, p.line or 0, p.message)))


def _walk(seeds: Path, root: Path) -> Iterator[_File | Problem]:
    inside = root.resolve()
    for folder, folders, names in os.walk(seeds):
        folders.sort()
        for name in sorted([*folders, *names]):
            path = seeds.__class__(folder, name)
            if not name.isprintable():  # line breaks, control characters, bytes that aren't UTF-8
                folders[:] = [f for f in folders if f != name]
                yield Problem(ascii(_name(path, root))[1:-1], "a name that can't be printed; rename the file")
                continue
            if name.startswith("."):
                folders[:] = [f for f in folders if f != name]
            elif path.is_symlink() and not path.resolve().is_relative_to(inside):
                yield Problem(
                    _name(path, root), "a link that leads out of the project isn't followed; copy the file here"
                )
            elif path.is_dir():
                if path.suffix in FORMATS or path.is_symlink():
                    yield Problem(_name(path, root), "this is a folder, not an article; rename it or put a file here")
            else:
                yield _File(path, _name(path, root))


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _read_all(files: tuple[_File, ...]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    sources: list[Source] = []
    problems: list[Problem] = []
    for file in sorted(files, key=lambda f: f.name):
        try:
            source, unusual = _read_one(file)
        except SeedError as error:
            problems.append(Problem(file.name, f"left out: {error.message}", error.line))
        else:
            sources.append(source)
            problems.extend(unusual)
    return tuple(sources), tuple(problems)


def _read_one(file: _File) -> tuple[Source, tuple[Problem, ...]]:
    suffix = file.path.suffix.lower()
    if suffix not in FORMATS:
        hint = (
            f"name a sidecar {file.path.stem}.yml"
            if suffix == ".yaml"
            else f"convert it to one of {', '.join(FORMATS)}"
        )
        raise SeedError(file.name, f"files that end in `{suffix or file.path.name}` aren't read; {hint}")
    raw = _bytes(file)
    text, problems = FORMATS[suffix](raw, file.name)
    return Source(file.name, hashlib.sha256(raw).hexdigest(), text, suffix.removeprefix(".")), problems


def _bytes(file: _File) -> bytes:
    try:
        if not file.path.is_file():
            raise SeedError(file.name, "this isn't an ordinary file; put a copy of the article here")
        if (size := file.path.stat().st_size) > MOST_BYTES:
            raise SeedError(file.name, f"the file has {size:,} bytes; at most {MOST_BYTES:,} are read, so split it")
        return file.path.read_bytes()
    except OSError as error:
        message = f"can't be read ({error.strerror}); check the file and its permissions"
        raise SeedError(file.name, message) from error


def _without_doubles(sources: tuple[Source, ...]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    kept: list[Source] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for source in sources:
        first = seen.setdefault(" ".join(source.text.split()), source.path)
        if first == source.path:
            kept.append(source)
        else:
            message = f"left out: the same article as {first}; delete one of the two files"
            problems.append(Problem(source.path, message, 1))
    return tuple(kept), tuple(problems)


def _with_sidecars(
    sources: tuple[Source, ...], sidecars: tuple[_File, ...], files: tuple[_File, ...]
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    stated: dict[str, tuple[Stated, str]] = {}
    problems: list[Problem] = []
    stems = {_stem(f.name) for f in files if f.path.suffix != SIDECAR}
    for file in sidecars:
        if _stem(file.name) not in stems:
            problems.append(
                Problem(file.name, "a sidecar without an article; give it the article's name, or delete it")
            )
            continue
        try:
            text, unusual = decode(_bytes(file), file.name)
            values, wrong = parse_sidecar(text, file.name)
        except SeedError as error:
            problems.append(Problem(file.name, f"left out: {error.message}", error.line))
            continue
        problems.extend((*unusual, *wrong))
        stated[_stem(file.name)] = (values, file.name)
    nothing: tuple[Stated, str] = ((), "")
    joined = ((s, stated.get(_stem(s.path), nothing)) for s in sources)
    return tuple(replace(s, sidecar=values, sidecar_path=path) for s, (values, path) in joined), tuple(problems)


def _stem(name: str) -> str:
    return name.rpartition(".")[0]
