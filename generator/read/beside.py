"""Articles and the sidecars beside them ──▶ articles with what an editor states of each; I/O."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.edtf import plain, valid
from generator.errors import SeedError, choice
from generator.files import read_whole
from generator.model import Problem, Source
from generator.read.document import is_address, left_out
from generator.read.findings import parse_findings
from generator.read.formats import MOST_PACKED, most_bytes
from generator.read.text import decode, is_encoding
from generator.read.walk import FINDINGS, SIDECAR, File, is_beside
from generator.read.yaml import Items, Table, Text, YamlError, parse_yaml

OF_ONE = ("title", "byline", "published", "url", "copy-of", "keep", "remove")  # what no two articles have in common

Stated = tuple[tuple[str, str, int], ...]
Sidecar = tuple[Stated, str]
"""What a sidecar states, and its path."""

LONGEST_VALUE = 500  # characters; a headline with its publisher has at most 300
SHORT = 40  # characters of a label; it stands behind each cited line
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)  # ISO 639: en, yue


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
        with left_out(problems, file.name):
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
        with left_out(problems, file.name):
            raw = read_whole(file.path, file.root, MOST_PACKED, SeedError)
            text, unusual = decode(raw, file.name) if raw.strip() else ("", ())
            supplied[article], wrong = parse_findings(text.split("\n"), file.name)
            problems += (*unusual, *wrong)
    return tuple(replace(s, supplied=supplied.get(s.path, ())) for s in sources), tuple(problems)


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


def parse_sidecar(text: str, path: str) -> tuple[Stated, tuple[Problem, ...]]:
    """Return the fields that a sidecar states, as (field, value, line), and the entries that had to be left out.

    Fields: title, publisher, house, byline, published (EDTF), url (http or https), language (ISO 639), encoding (of the
    file), short (a label), note, status (skip or cite-only), copy-of (the path of an article), keep and remove (words
    of the article; also as lists).
    Raises SeedError when the file isn't a YAML table at all.
    """
    try:
        root = parse_yaml(text)
    except YamlError as error:
        raise SeedError(path, error.message, error.line) from error
    if root is None and text.strip():
        return (), ()  # comments: what `briefing add` wrote for an editor to correct
    if root is None:
        return (), (Problem(path, "the sidecar states nothing; add `title: …` or delete it"),)
    if not isinstance(root, Table):
        raise SeedError(path, "a sidecar is a table; write lines such as `publisher: The Name`", root.line)
    stated: list[tuple[str, str, int]] = []
    problems: list[Problem] = []
    for key, node in root.entries:
        if key.value in LISTED and isinstance(node, Items):
            words = [(n.value, n.line) for n in node.values if isinstance(n, Text) and n.value.strip()]
            stated += [(key.value, " ".join(value.split()), line) for value, line in words]
            if len(words) < len(node.values):
                problems.append(Problem(path, f"`{key.value}` is a list of words of the article; mend it", key.line))
            continue
        value = " ".join(node.value.split()) if isinstance(node, Text) else None
        if wrong := _wrong_field(key.value, value):
            problems.append(Problem(path, wrong, node.line if value is None else key.line))
        elif value:
            stated.append((key.value, plain(value) or value if key.value == "published" else value, key.line))
    return tuple(stated), tuple(problems)


def _wrong_field(key: str, value: str | None) -> str:
    if key not in _CHECKS:
        return f"`{key}` isn't a field of a sidecar; {choice(key, _CHECKS)}"
    if value is None:
        return f"`{key}` must be a single value; write `{key}: …` on one line"
    if not value:
        return f"`{key}` is empty; fill it in or delete the line"
    if len(value) > LONGEST_VALUE:
        return f"`{key}` has {len(value)} characters; at most {LONGEST_VALUE} are read, so shorten it"
    return _CHECKS[key](value)


def _published(value: str) -> str:
    if plain(value):
        return ""
    day, _, time = value.partition("T")
    what = "has a time of day" if time and valid(day) else "is no date"
    return f"`published: {value}` {what}; write it as EDTF, such as 2025-04-14, 2025-04 or 2025"


def _check(key: str, fits: Callable[[str], object], otherwise: str) -> Callable[[str], str]:
    return lambda value: "" if fits(value) else f"`{key}: {value}` {otherwise}"


LISTED = ("keep", "remove")

_CHECKS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("title", "publisher", "house", "byline"), lambda _: ""),
    "published": _published,
    "url": _check("url", is_address, "is no web address; write one that begins with http:// or https://"),
    "language": _check("language", _LANGUAGE.fullmatch, "is no language code; write one such as en, fr, vi"),
    "encoding": _check("encoding", is_encoding, "is none that is known; write one such as windows-1251"),
    "short": lambda v: "" if len(v) <= SHORT else f"`short` has {len(v)} characters; a label has at most {SHORT}",
    "status": _check(
        "status", ("skip", "cite-only").__contains__, "means nothing; write skip or cite-only, or delete the line"
    ),
    **dict.fromkeys(("note", "copy-of", "keep", "remove"), lambda _: ""),
}
