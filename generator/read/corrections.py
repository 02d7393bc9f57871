"""corrections.yml ──▶ Corrections."""

from __future__ import annotations

import re
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from generator.errors import CorrectionsError, Gathering
from generator.files import name_of, read_whole
from generator.model import Corrections, Decision
from generator.read.yaml import Items, Node, Table, Text, YamlError, parse_yaml
from generator.slug import RESERVED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 4_000_000  # four bytes for each character that is read
KINDS = ("person", "organisation", "place", "event", "agreement", "work", "product", "none")
LONGEST_ADDRESS = 100  # letters; a path that any file system takes
DECIDED = ("holds", "because", "by", "on")
_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)  # peace-talks-2
_PAGE = re.compile(
    r"""
    (?: (?! [^/]{0,100} \.md / ) [^/\\:.] [^/\\:]{0,99} / ){0,8}   # articles/, not index.md/ nor ../
    [^/\\:.] [^/\\:]{0,99} \.md                                  # old-name.md
    """,
    re.VERBOSE,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)  # 2025-05-02

Pairs = tuple[tuple[str, str], ...]


def read_corrections(path: Path, root: Path) -> Corrections:
    """Return what an editor decided; a missing file decides nothing.

    The sections, all optional::

        same:                         # one entity; the key is the name to show
          Jane Doe: [J. Doe, Ms Doe]
        apart:                        # never joined
          - [John Roe, John Roe Jr.]
        kinds:                        # person, organisation, place, event, agreement, work, product, none
          Riverside: place
        definitions:                  # shown in the glossary as the editor's
          bilateral trade: Trade between two countries.
        slugs:                        # the address of an article's page
          seeds/talks.txt: peace-talks
        moved:                        # old page below docs/, new page
          articles/old-name.md: articles/new-name.md
        verdicts:                     # what holds where sources differ; the id stands on the difference's card
          date-when-did-it-open-1a2b3c:
            holds: 3 May 2024
            because: The ministry's gazette of 4 May prints the day.
            by: A. Editor
            on: 2024-06-01

    Raises CorrectionsError, with the line, for anything else.
    """
    name = name_of(path, root)
    if not path.exists() and not path.is_symlink():
        return Corrections(name)
    try:
        text = read_whole(path, root, MOST_BYTES, CorrectionsError).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CorrectionsError(name, "not valid UTF-8; save it as UTF-8", line) from error
    return parse_corrections(text, name)


def parse_corrections(text: str, path: str = "corrections.yml") -> Corrections:
    """Return the corrections of a file's text; raises CorrectionsError for what is wrong in each of its sections."""
    tried = Gathering()
    sections: dict[str, Pairs] = {}
    verdicts: tuple[Decision, ...] = ()
    with tried, _told(path):
        root = parse_yaml(text)
        entries = _table(root, "the file").entries if root else ()
    tried.end()
    for key, node in entries:
        with tried, _told(path):
            if key.value == "verdicts":
                verdicts = _verdicts(node)
            elif key.value in _SECTIONS:
                sections[key.value] = _SECTIONS[key.value](node)
            else:
                msg = f"`{key.value}` isn't a section; use one of {', '.join(_SECTIONS)}, verdicts"
                raise YamlError(msg, key.line)
    tried.end()
    return Corrections(path, verdicts=verdicts, **sections)


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Say which file it is that holds something wrong."""
    try:
        yield
    except YamlError as error:
        raise CorrectionsError(path, error.message, error.line) from error


def _same(node: Node) -> Pairs:
    pairs: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    for name, aliases in _table(node, "`same`").entries:
        for alias in _items(aliases, f"`{name.value}`"):
            value = _word(alias)
            if seen.get(value, name.value) != name.value:
                msg = f"`{value}` is already an alias of `{seen[value]}`; keep one of the two"
                raise YamlError(msg, alias.line)
            seen[value] = name.value
            pairs.append((value, _word(name)))
    for alias_name, target in pairs:
        if target in seen:
            msg = f"`{target}` is itself an alias of `{seen[target]}`; put `{alias_name}` there too"
            raise YamlError(msg, node.line)
    return tuple(pairs)


def _apart(node: Node) -> Pairs:
    pairs = []
    for pair in _items(node, "`apart`"):
        names = [_word(n) for n in _items(pair, "an entry of `apart`")]
        if len(names) != 2 or names[0] == names[1]:  # noqa: PLR2004 - a pair
            msg = "an entry of `apart` is a pair of two names; write `- [One Name, Another Name]`"
            raise YamlError(msg, pair.line)
        pairs.append((names[0], names[1]))
    return tuple(pairs)


def _kinds(node: Node) -> Pairs:
    for name, kind in _table(node, "`kinds`").entries:
        if _word(kind) not in KINDS:
            msg = f"`{_word(kind)}` isn't a kind for `{name.value}`; use one of {', '.join(KINDS)}"
            raise YamlError(msg, kind.line)
    return _pairs(node)


def _slugs(node: Node) -> Pairs:
    taken: dict[str, str] = {}
    for seed, address in _table(node, "`slugs`").entries:
        word = _word(address)
        if len(word) > LONGEST_ADDRESS:
            msg = f"an address of {len(word)} letters; use at most {LONGEST_ADDRESS}"
            raise YamlError(msg, address.line)
        if not _ADDRESS.fullmatch(word) or word in RESERVED:
            msg = f"`{word}` can't be an address; use small letters, digits and hyphens, and not `index` or `con`"
            raise YamlError(msg, address.line)
        if word in taken:
            msg = f"`{word}` is already the address of {taken[word]}; choose another"
            raise YamlError(msg, address.line)
        taken[word] = seed.value
    return _pairs(node)


def _moved(node: Node) -> Pairs:
    for old, new in _table(node, "`moved`").entries:
        for part in (old.value, _word(new)):
            if not _PAGE.fullmatch(part):
                msg = f"`{part}` must be a page below docs/; write it such as `articles/name.md`"
                raise YamlError(msg, old.line)
    return _pairs(node)


def _verdicts(node: Node) -> tuple[Decision, ...]:
    return tuple(_decision(key, entry) for key, entry in _table(node, "`verdicts`").entries)


def _decision(key: Text, node: Node) -> Decision:
    """Return one decision; who decides, why and when can't be left out."""
    given = {}
    for name, value in _table(node, f"`{key.value}`").entries:
        if name.value not in DECIDED:
            msg = f"`{name.value}` isn't part of a verdict; use {', '.join(DECIDED)}"
            raise YamlError(msg, name.line)
        given[name.value] = _word(value)
        if name.value == "on" and not _is_day(given["on"]):
            msg = f"`{given['on']}` isn't a day; write it such as 2025-05-02"
            raise YamlError(msg, value.line)
    if missing := [name for name in DECIDED if name not in given]:
        msg = f"the verdict on `{key.value}` lacks {', '.join(missing)}; add what is missing"
        raise YamlError(msg, key.line)
    return Decision(_word(key), **given, line=key.line)


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _pairs(node: Node) -> Pairs:
    return tuple((_word(key), _word(value)) for key, value in _table(node, "the section").entries)


def _table(node: Node, what: str) -> Table:
    if not isinstance(node, Table):
        msg = f"{what} must be a table; write lines such as `name: value`"
        raise YamlError(msg, node.line)
    return node


def _items(node: Node, what: str) -> tuple[Node, ...]:
    if isinstance(node, Table):
        msg = f"{what} must be a list; write `[one, another]`"
        raise YamlError(msg, node.line)
    return node.values if isinstance(node, Items) else (node,)


def _word(node: Node) -> str:
    if not isinstance(node, Text) or not node.value.strip():
        msg = "a name or a value is missing here; write it, or delete the entry"
        raise YamlError(msg, node.line)
    return node.value.strip()


_SECTIONS = {
    "same": _same,
    "apart": _apart,
    "kinds": _kinds,
    "definitions": _pairs,
    "slugs": _slugs,
    "moved": _moved,
}
