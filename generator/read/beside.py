"""Articles and the sidecars beside them ──▶ articles with what an editor states of each; I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from generator.errors import SeedError
from generator.files import read_whole
from generator.model import Problem, Source
from generator.read.findings import parse_findings
from generator.read.formats import MOST_PACKED, most_bytes
from generator.read.sidecar import Stated, parse_sidecar
from generator.read.text import decode
from generator.read.walk import FINDINGS, SIDECAR, File, is_beside

OF_ONE = ("title", "byline", "published", "url", "copy-of", "keep", "remove")  # what no two articles have in common

Sidecar = tuple[Stated, str]
"""What a sidecar states, and its path."""


def encoding_of(name: str, sidecars: Mapping[str, Sidecar]) -> str:
    """Return the encoding of a file as its sidecar states it, or an empty string."""
    values, _ = sidecars.get(_stem(name), ((), ""))
    return next((value for field, value, _ in values if field == "encoding"), "")


def with_sidecars(
    sources: tuple[Source, ...], files: tuple[File, ...], sidecars: Mapping[str, Sidecar]
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles with what their sidecars state, and what was wrong."""
    problems: list[Problem] = []
    names = frozenset(f.name for f in files)
    owned = [(s, sidecars.get(_stem(_file_of(s.path, names)))) for s in sources]
    paths = frozenset(s.path for s in sources)
    for source, own in owned:
        if own:
            problems += _wrong(*own, alone=source.path in names, paths=paths - {source.path})
    joined = tuple(_beside(s, own, alone=s.path in names) for s, own in owned)
    return joined, tuple(dict.fromkeys(problems))


def read_sidecars(files: tuple[File, ...]) -> tuple[Mapping[str, Sidecar], tuple[Problem, ...]]:
    """Return what the sidecars state, by the articles' names without their endings, and what is wrong."""
    found: dict[str, Sidecar] = {}
    problems: list[Problem] = []
    stems = {_stem(f.name) for f in files if not is_beside(f.name)}
    for file in (f for f in files if f.path.suffix == SIDECAR):
        if _stem(file.name) not in stems:
            problems.append(
                Problem(file.name, "a sidecar without an article; give it the article's name, or delete it")
            )
            continue
        with _left_out(file, problems):
            raw = read_whole(file.path, file.root, most_bytes(file.name), SeedError)
            text, unusual = decode(raw, file.name)
            values, wrong = parse_sidecar(text, file.name)
            problems.extend((*unusual, *wrong))
            found[_stem(file.name)] = (values, file.name)
    return found, tuple(problems)


def with_findings(
    sources: tuple[Source, ...], files: tuple[File, ...]
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles with what somebody else found in them, and what was wrong."""
    problems: list[Problem] = []
    names = {_stem(s.path): s.path for s in sources if s.path in {f.name for f in files}}
    supplied = {}
    for file in (f for f in files if f.name.endswith(FINDINGS)):
        article = names.get(file.name.removesuffix(FINDINGS))
        if article is None:
            what = "findings without an article of their own; give the file the article's name, or delete it"
            problems.append(Problem(file.name, what))
            continue
        with _left_out(file, problems):
            raw = read_whole(file.path, file.root, MOST_PACKED, SeedError)
            text, unusual = decode(raw, file.name) if raw.strip() else ("", ())
            supplied[article], wrong = parse_findings(text.split("\n"), file.name)
            problems += (*unusual, *wrong)
    return tuple(replace(s, supplied=supplied.get(s.path, ())) for s in sources), tuple(problems)


@contextmanager
def _left_out(file: File, problems: list[Problem]) -> Iterator[None]:
    """Tell of a file that can't be read, and go on."""
    try:
        yield
    except SeedError as error:
        problems.append(Problem(file.name, f"left out: {error.message}", error.line))


def _wrong(values: Stated, path: str, *, alone: bool, paths: frozenset[str]) -> Iterator[Problem]:
    for name, value, line in values:
        if name in OF_ONE and not alone:
            wrong = f"`{name}` can't hold for the several articles of one file; put each into a file of its own"
            yield Problem(path, wrong, line)
        elif name == "copy-of" and value not in paths:
            yield Problem(path, f"`copy-of: {value}`: there is no other article there; name it as seeds/name.txt", line)


def _beside(source: Source, own: Sidecar | None, *, alone: bool) -> Source:
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
