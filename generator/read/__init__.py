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
from generator.read.formats import SUFFIXES, most_bytes, read_documents
from generator.read.sidecar import Stated, parse_sidecar
from generator.read.text import decode
from generator.read.walk import SIDECAR, File, walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.read.document import Document

__all__ = ["read", "read_accepted", "read_corrections", "sources_of"]


def read(seeds: Path, root: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles of a folder and its sub-folders, sorted by path, and what was wrong with the others.

    Paths are relative to ``root``, with forward slashes. Hidden files are passed over, and what a browser saved beside
    a page; a symbolic link is followed only to a file below ``root``. Raises SeedError when the folder itself is
    missing, or can't be read, or when no article of it can: a site about nothing is nobody's wish.
    """
    files, problems = walk(seeds, root, SUFFIXES)
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
            found, unusual = _read_one(file)
        except SeedError as error:
            problems.append(Problem(file.name, f"left out: {error.message}", error.line))
        else:
            sources.extend(found)
            problems.extend(unusual)
    return tuple(sources), tuple(problems)


def _read_one(file: File) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
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


def _bytes(file: File) -> bytes:
    return read_whole(file.path, file.root, most_bytes(file.name), SeedError)


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
