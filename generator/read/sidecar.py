"""seeds/<name>.yml ──▶ what an editor states about the article beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.edtf import plain, valid
from generator.errors import SeedError, choice
from generator.model import Problem
from generator.read.document import is_address
from generator.read.text import is_encoding
from generator.read.yaml import Items, Table, Text, YamlError, parse_yaml

LONGEST_VALUE = 500  # characters; a headline with its publisher has at most 300

SHORT = 40  # characters of a label; it stands behind each cited line

Stated = tuple[tuple[str, str, int], ...]

_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)  # ISO 639: en, yue


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
        if wrong := _wrong(key.value, value):
            problems.append(Problem(path, wrong, node.line if value is None else key.line))
        elif value:
            stated.append((key.value, plain(value) or value if key.value == "published" else value, key.line))
    return tuple(stated), tuple(problems)


def _wrong(key: str, value: str | None) -> str:
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
