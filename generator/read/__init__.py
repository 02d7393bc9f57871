"""seeds/ ──▶ Source: one file per format."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.errors import Gathering, SeedError
from generator.files import name_of, packaged_templates, read_whole
from generator.model import Problem, Source
from generator.read.accepted import read_accepted
from generator.read.beside import Sidecar, encoding_of, read_sidecars, with_findings, with_sidecars
from generator.read.corrections import read_corrections
from generator.read.document import left_out
from generator.read.formats import SUFFIXES, most_bytes, read_documents
from generator.read.text import recoded
from generator.read.walk import File, is_beside, walk

__all__ = ["read", "read_accepted", "read_corrections", "sources_of"]


def read(seeds: Path, root: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles of a folder and its sub-folders, sorted by path, and what was wrong with the others.

    The example of a new project counts only as long as it is alone. Paths are relative to ``root``, with forward
    slashes. Hidden files are passed over, and what a browser saved beside a page; a symbolic link is followed only to a
    file below ``root``. Raises SeedError when the folder itself is missing, or can't be read, or when no article of it
    can: a site about nothing is nobody's wish.
    """
    files, problems = walk(seeds, root, SUFFIXES)
    sidecars, wrong = read_sidecars(files)
    sources, unread = _read_all(tuple(f for f in files if not is_beside(f.name)), sidecars)
    kept, doubles = _without_doubles(_without_example(sources))
    told, unfit = with_sidecars(kept, files, sidecars)
    articles, refused = with_findings(told, files)
    every = tuple(
        sorted((*problems, *unread, *doubles, *wrong, *unfit, *refused), key=lambda p: (p.path, p.line or 0, p.message))
    )
    if not articles:
        _refuse(every, name_of(seeds, root))
    return articles, every


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


def _read_all(
    files: tuple[File, ...], sidecars: Mapping[str, Sidecar]
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    sources: list[Source] = []
    problems: list[Problem] = []
    for file in sorted(files, key=lambda f: f.name):
        with left_out(problems, file.name):
            raw = read_whole(file.path, file.root, most_bytes(file.name), SeedError)
            found, unusual = sources_of(file.name, raw, encoding_of(file.name, sidecars))
            sources.extend(found)
            problems.extend(unusual)
    return tuple(sources), tuple(problems)


def sources_of(name: str, raw: bytes, encoding: str = "") -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles of a file that was read already, and what was unusual; raises SeedError for one without.

    ``encoding`` is what somebody knows of a text file's or page's encoding, or empty.
    """
    documents, problems = read_documents(recoded(raw, encoding, name) if encoding else raw, name)
    digest = hashlib.sha256(raw).hexdigest()
    return tuple(replace(d, sha256=digest, kept=d.kept or bool(encoding)) for d in documents), problems


def _without_example(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the articles without the example of a new project, once there are others."""
    example = hashlib.sha256((packaged_templates() / "new" / "example.txt").read_bytes()).hexdigest()
    own = tuple(s for s in sources if s.sha256 != example)
    return own or sources


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
