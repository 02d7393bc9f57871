"""seeds/ ──▶ Source: one file per format."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import Gathering, SeedError
from generator.files import name_of, read_whole
from generator.model import Problem, Source
from generator.read.accepted import read_accepted
from generator.read.corrections import read_corrections
from generator.read.sidecar import Stated, parse_sidecar
from generator.read.text import decode
from generator.read.walk import SIDECAR, File, walk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["read", "read_accepted", "read_corrections"]

MOST_BYTES = 5_000_000  # a long book; anything above is not an article

# What turns a file's bytes into text, by suffix; each raises SeedError for what it can't read.
FORMATS: dict[str, Callable[[bytes, str], tuple[str, tuple[Problem, ...]]]] = {
    ".txt": decode,
    ".md": decode,
}


def read(seeds: Path, root: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles of a folder and its sub-folders, sorted by path, and what was wrong with the others.

    Paths are relative to ``root``, with forward slashes. Hidden files are passed over; a symbolic link is followed only
    to a file below ``root``. Raises SeedError when the folder itself is missing, or can't be read, or when no article
    of it can: a site about nothing is nobody's wish.
    """
    files, problems = walk(seeds, root, tuple(FORMATS))
    sources, unread = _read_all(tuple(f for f in files if f.path.suffix != SIDECAR))
    kept, doubles = _without_doubles(sources)
    with_sidecars, wrong = _with_sidecars(kept, tuple(f for f in files if f.path.suffix == SIDECAR), files)
    every = tuple(sorted((*problems, *unread, *doubles, *wrong), key=lambda p: (p.path, p.line or 0, p.message)))
    if not with_sidecars:
        _refuse(every, name_of(seeds, root))
    return with_sidecars, every


def _refuse(problems: tuple[Problem, ...], name: str) -> None:
    """Raise that nothing can be built, after what was wrong with each file."""
    tried = Gathering()
    for problem in problems:
        with tried:
            raise SeedError(problem.path, problem.message, problem.line)
    with tried:
        unread, empty = "no article of it can be read; mend one of them", "there is no article in it; put one there"
        raise SeedError(name, unread if problems else empty)
    tried.end()


def _read_all(files: tuple[File, ...]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
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


def _read_one(file: File) -> tuple[Source, tuple[Problem, ...]]:
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


def _bytes(file: File) -> bytes:
    return read_whole(file.path, file.root, MOST_BYTES, SeedError)


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
    sources: tuple[Source, ...], sidecars: tuple[File, ...], files: tuple[File, ...]
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
