"""Bytes of a .txt or .md file ──▶ its text, unchanged."""

from __future__ import annotations

import re

from generator.errors import SeedError
from generator.model import Problem

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # never in text; an escape (\x1b) can be, in a terminal's copy


def decode(raw: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    r"""Return the text of a file and what was unusual about it.

    The text is the file as it stands: line endings (``\r\n`` too) and white space keep their offsets; only a byte order
    mark isn't part of it. Tried in turn: byte order mark, strict UTF-8, Windows-1252 (with a Problem).
    Raises SeedError, with the line where it is known, for empty, binary and undecodable files.
    """
    text, problems = _decoded(raw, path)
    if not text.strip():
        raise SeedError(path, "the file is empty; put the article's text in, or delete it")
    if found := _CONTROL.search(text):
        line = _line(text, found.start())
        raise SeedError(
            path, f"a control character (U+{ord(found[0]):04X}) makes this no text file; save it as text", line
        )
    return text, problems


def _decoded(raw: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    for bom, codec, name in _BOMS:
        if raw.startswith(bom):
            return _with_bom(raw[len(bom) :], codec, name, path)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _windows(raw, error.start, path)


def _with_bom(raw: bytes, codec: str, name: str, path: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"begins like {name} but isn't valid {name}; save it as UTF-8"
        raise SeedError(path, message, line) from error
    usual = name == "UTF-8"
    return text, () if usual else (
        Problem(path, f"the file is {name}; save it as UTF-8, so that every tool reads it", 1),
    )


def _windows(raw: bytes, bad: int, path: str) -> tuple[str, tuple[Problem, ...]]:
    line = raw.count(b"\n", 0, bad) + 1
    if b"\x00" in raw:
        raise SeedError(path, "this is a binary file; export it as text or give it its true suffix", line)
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise SeedError(path, "not valid UTF-8, nor Windows-1252; save it as UTF-8", line) from error
    message = "not valid UTF-8, read as Windows-1252; save it as UTF-8 and look at the accents and quotation marks"
    return text, (Problem(path, message, line),)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
