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
from generator.read.formats import SUFFIXES, is_companion, most_bytes, read_documents
from generator.read.sidecar import Stated, parse_sidecar
from generator.read.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.read.document import Document

__all__ = ["read", "read_accepted", "read_corrections", "sources_of"]

SIDECAR = ".yml"


@dataclass(frozen=True, slots=True)
class _File:
    """A file below seeds/, and its path in messages."""

    path: Path
    name: str


def read(seeds: Path, root: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles of a folder and its sub-folders, sorted by path, and what was wrong with the others.

    Paths are relative to ``root``, with forward slashes. Hidden files are passed over, and what a
    browser saved beside a page; a symbolic link is followed only
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
        folders[:] = sorted(f for f in folders if not is_companion(f, names))
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
                if path.suffix in SUFFIXES or path.is_symlink():
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
            found, unusual = _read_one(file)
        except SeedError as error:
            problems.append(Problem(file.name, f"left out: {error.message}", error.line))
        else:
            sources.extend(found)
            problems.extend(unusual)
    return tuple(sources), tuple(problems)


def _read_one(file: _File) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    return sources_of(file.name, _bytes(file))


def sources_of(name: str, raw: bytes) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles of a file that was read already, and what was unusual; raises SeedError for one without."""
    documents, problems = read_documents(raw, name)
    return tuple(_source(name, raw, d) for d in documents), problems


def _source(name: str, raw: bytes, document: Document) -> Source:
    return Source(
        path=f"{name}#{document.name}" if document.name else name,
        sha256=hashlib.sha256(raw).hexdigest(),
        text=document.text,
        format=document.format,
        states=document.states,
        story=document.story,
        kept=document.kept,
    )


def _bytes(file: _File) -> bytes:
    try:
        if not file.path.is_file():
            raise SeedError(file.name, "this isn't an ordinary file; put a copy of the article here")
        if (size := file.path.stat().st_size) > (most := most_bytes(file.name)):
            raise SeedError(file.name, f"the file has {size:,} bytes; at most {most:,} are read, so split it")
        return file.path.read_bytes()
    except OSError as error:
        message = f"can't be read ({error.strerror}); check the file and its permissions"
        raise SeedError(file.name, message) from error


def _without_doubles(sources: tuple[Source, ...]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    kept: list[Source] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for source in sources:
        story = source.text[source.story.start : source.story.end] if source.story else source.text
        first = seen.setdefault(" ".join(story.split()), source.path)
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
    names = frozenset(f.name for f in files)
    owned = [(s, stated.get(_stem(_file_of(s.path, names)))) for s in sources]
    problems += [wrong for s, own in owned if own and s.path not in names for wrong in _of_one(*own)]
    return tuple(_beside(s, own, alone=s.path in names) for s, own in owned), tuple(dict.fromkeys(problems))


OF_ONE = ("title", "byline", "published", "url")  # what no two articles of one file have in common


def _of_one(values: Stated, path: str) -> Iterator[Problem]:
    for name, _, line in values:
        if name in OF_ONE:
            wrong = f"`{name}` can't hold for the several articles of one file; put each into a file of its own"
            yield Problem(path, wrong, line)


def _beside(source: Source, own: tuple[Stated, str] | None, *, alone: bool) -> Source:
    if own is None:
        return source
    values = tuple(v for v in own[0] if alone or v[0] not in OF_ONE)
    return replace(source, sidecar=values, sidecar_path=own[1])


def _file_of(path: str, names: frozenset[str]) -> str:
    """Return the file that an article stands in; a file's own name may hold a ``#`` too."""
    while path not in names and "#" in path:
        path = path.rpartition("#")[0]
    return path


def _stem(name: str) -> str:
    return name.rpartition(".")[0]
