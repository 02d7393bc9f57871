"""What stands at a path: an ordinary file inside the project, or what is wrong with it; I/O."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from generator.errors import BriefingError, Gathering

MOST_BYTES = 50_000_000
"""Of a template, or of a picture or a script that is copied as it is."""

LONGEST_NAME = 255
"""Bytes of a file's or a folder's name that every usual file system takes."""


def is_inside(path: Path, root: Path) -> bool:
    """Tell whether a path lies below a folder when all links are followed; a link in a circle stays where it is."""
    real, top = os.path.realpath(path), os.path.realpath(root)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)


def may_stand(path: str, folder: Path) -> bool:
    """Tell whether a path that some list names is that of a place below a folder, whatever links stand between."""
    parts = path.split("/")
    inside = path.isprintable() and not path.startswith("/") and ".." not in parts
    fits = all(len(part.encode()) <= LONGEST_NAME for part in parts)
    return inside and fits and is_inside((folder / path).parent, folder)


def name_in(path: Path, folder: Path) -> str:
    """Return a path as messages have it: below a folder, whose own name stands in front."""
    return f"{folder.name}/{path.relative_to(folder).as_posix()}" if path != folder else folder.name


def name_of(path: Path, root: Path) -> str:
    """Return a path as messages have it: below the project, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def wrong_with_link(path: Path, root: Path) -> str:
    """Return what is wrong with a symbolic link and what to do; nothing where it leads to something in the project."""
    if not path.is_symlink():
        return ""
    if not is_inside(path, root):
        return "a link that leads out of the project isn't followed; copy the file here"
    return "" if path.exists() else "a link that leads nowhere; mend the link, or put the file itself here"


@contextmanager
def opened(path: Path, root: Path, most: int, kind: type[BriefingError]) -> Iterator[BinaryIO]:
    """Open an ordinary file of the project that has at most so many bytes.

    Raises an error of the kind for a link that leads nowhere or out of the project, for a folder, a pipe or a device,
    and where the system refuses, also later while the file is read.
    """
    name = name_of(path, root)
    try:
        if wrong := wrong_with_link(path, root):
            raise kind(name, wrong)
        if path.exists() and not path.is_file():
            raise kind(name, "this isn't an ordinary file; put a copy of the file here")
        if (size := path.stat().st_size) > most:
            raise kind(name, f"the file has {size:,} bytes; at most {most:,} are read, so split or shorten it")
        with path.open("rb") as stream:
            yield stream
    except OSError as error:
        raise kind(name, f"can't be read ({error.strerror}); check the file and its permissions") from error


def read_whole(path: Path, root: Path, most: int, kind: type[BriefingError]) -> bytes:
    """Return the bytes of an ordinary file of the project; raises as ``opened`` does."""
    with opened(path, root, most, kind) as stream:
        return stream.read()


def refuse_odd(folder: Path, root: Path, kind: type[BriefingError]) -> None:
    """Raise an error of the kind for each file below a folder of the project that can't be read; it may be missing."""
    tried = Gathering()
    if folder.exists() and not folder.is_dir():
        raise kind(name_of(folder, root), "this isn't a folder; delete it or rename it")
    for path in sorted(folder.rglob("*")):
        with tried:
            if wrong := wrong_with_link(path, root):
                raise kind(name_of(path, root), wrong)
            if not path.is_dir():
                with opened(path, root, MOST_BYTES, kind):
                    pass
    tried.end()


def packaged_templates() -> Path:
    """Return the templates that come with the program, in a wheel or in a checkout."""
    here = Path(__file__).parent
    inside = here / "templates"
    return inside if inside.is_dir() else here.parent / "templates"
