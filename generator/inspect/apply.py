"""Writes an entry into corrections.yml, beside those that stand there; I/O."""

import re
from collections.abc import Mapping
from pathlib import Path

from generator.errors import CorrectionsError, meant
from generator.files import name_of
from generator.read.corrections import parse_corrections
from generator.staging import alone, change_files

_HEAD = re.compile(r"^(?P<section>[a-z]+):[^\S\n]*(?:#[^\n]*)?$", re.MULTILINE)  # events: # date, headline
_BLANK = re.compile(r"^(?P<indent> {4,20})(?P<name>[a-z]+):[^\S\n]*(?:#[^\n]*)?$", re.MULTILINE)  # holds: # such as
_EMPTY = re.compile(r'(?P<name>[a-z]+): ""')  # {speaker: ""}
_ANY = re.compile(r'(?P<name>[a-z]+): (?:"(?:[^"\\\n]|\\.){0,500}")')  # {speaker: "Ana Torres"}


def apply(path: Path, root: Path, paste: str, given: Mapping[str, str]) -> str:
    """Add the lines of one section to the corrections, with values filled in; return what was written.

    Raises CorrectionsError, and writes nothing, where a value is missing, unknown, or makes no correction.
    """
    lines, used = _filled(paste, given)
    if unknown := sorted(set(given) - used):
        near = meant(unknown[0], sorted({m["name"] for m in (*_BLANK.finditer(paste), *_ANY.finditer(paste))}))
        option = "--set"
        raise CorrectionsError(option, f"{unknown[0]} isn't part of this entry; {near or 'look at what is printed'}")
    if left := [m["name"] for m in (*_BLANK.finditer(lines), *_EMPTY.finditer(lines))]:
        what = f"{', '.join(left)} isn't given; add {' '.join(f'--set {n}=…' for n in left)}"
        option = "--apply"
        raise CorrectionsError(option, what)
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    head, _, entry = lines.partition("\n")
    section = head.partition(":")[0]
    after = _inserted(before, section, entry)
    parse_corrections(after, name_of(path, root))
    with alone(root):
        change_files({path.relative_to(root).as_posix(): after.encode()}, (), root)
    return f"{section}:\n{entry}"


def _filled(paste: str, given: Mapping[str, str]) -> tuple[str, set[str]]:
    """Return the lines with the values that are given, and the names of those that had a place."""
    used: set[str] = set()

    def quoted(value: str) -> str:
        return "'" + value.replace("'", "''") + "'"

    def fill(match: re.Match[str]) -> str:
        name = match["name"]
        if name not in given:
            return match[0]
        used.add(name)
        return f"{match.groupdict().get('indent', '')}{name}: {quoted(given[name])}"

    head, _, entry = paste.partition("\n")
    return f"{head}\n{_ANY.sub(fill, _BLANK.sub(fill, entry))}", used


def _inserted(text: str, section: str, entry: str) -> str:
    """Return a file's text with an entry right below the head of its section, or with the section at its end."""
    head = next((m for m in _HEAD.finditer(text) if m["section"] == section), None)
    if head is None:
        gap = "" if not text or text.endswith("\n") else "\n"
        return f"{text}{gap}{section}:\n{entry}\n"
    return f"{text[: head.end()]}\n{entry}{text[head.end() :]}"
