"""corrections.yml ──▶ Corrections."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import CorrectionsError, Gathering, choice
from generator.files import name_of, read_whole
from generator.model import Correction, Corrections
from generator.read.clashes import clash
from generator.read.forms import FORMS, YAML_NAMES, as_table, is_empty
from generator.read.yaml import YamlError, parse_yaml

MOST_BYTES = 4_000_000  # four bytes for each character that is read


def read_corrections(path: Path, root: Path) -> Corrections:
    """Return what an editor decided; a missing file decides nothing. ``generator.read.forms`` lists the sections.

    Raises CorrectionsError, with the line, for what can't be meant, and for a file of nearly this name that nobody
    would read.
    """
    name = name_of(path, root)
    if not path.exists() and not path.is_symlink():
        for other in sorted(path.parent.glob("*")) if path.parent.is_dir() else ():
            if other.name.casefold() in YAML_NAMES - {path.name}:
                raise CorrectionsError(name_of(other, root), f"this isn't read; rename it to {path.name}")
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
    found: list[Correction] = []
    with tried, _told(path):
        root = parse_yaml(text)
        entries = as_table(root, "the file").entries if root else ()
    tried.end()
    for key, node in entries:
        with tried, _told(path):
            if key.value not in FORMS:
                msg = f"`{key.value}` isn't a section; {choice(key.value, FORMS)}"
                raise YamlError(msg, key.line)
            if not is_empty(node):
                found.extend(FORMS[key.value].read(key.value, node))
    with tried, _told(path):
        clash(found)
    tried.end()
    return Corrections(path, tuple(found))


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Say which file it is that holds something wrong."""
    try:
        yield
    except YamlError as error:
        raise CorrectionsError(path, error.message, error.line) from error
