"""seeds/ ──▶ the files in it that are to be read, and what is unusual about the others."""

import os
from dataclasses import dataclass
from pathlib import Path

from generator.errors import SeedError
from generator.files import name_of, wrong_with_link
from generator.model import Problem
from generator.read.formats import is_companion

SIDECAR = ".yml"
FINDINGS = ".findings.jsonl"
"""How the names of files end that stand beside an article's and begin as it does, without its own ending."""
_CLOSED = "check the folder and its permissions"


@dataclass(frozen=True, slots=True)
class File:
    """A file below seeds/, the project's folder, and the file's path in messages."""

    path: Path
    root: Path
    name: str


def is_beside(name: str) -> bool:
    """Tell whether a file says something of an article instead of being one."""
    return name.endswith((SIDECAR, FINDINGS))


def walk(seeds: Path, root: Path, suffixes: tuple[str, ...]) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """Return the files below a folder, and a problem for each link, folder and name that can't be followed.

    What a browser saved beside a page is passed over.

    A folder whose name has one of the suffixes, or that of a sidecar, is a problem, too; what is in it is read.
    Raises SeedError where there is no such folder or it can't be read.
    """
    if not seeds.is_dir():
        isnt = "this isn't a folder; delete it or rename it, and put the articles into a folder of that name"
        missing = "there is no such folder; create it and put the articles in"
        raise SeedError(name_of(seeds, root), isnt if seeds.exists() else missing)
    files: list[File] = []
    problems: list[Problem] = []

    def refused(error: OSError) -> None:
        what = f"can't be read ({error.strerror}); {_CLOSED}"
        if Path(error.filename) == seeds:
            raise SeedError(name_of(seeds, root), what) from error
        problems.append(Problem(name_of(Path(error.filename), root), what))

    for folder, folders, names in os.walk(seeds, onerror=refused):
        folders[:] = sorted(f for f in folders if not is_companion(f, names))
        for name in sorted([*folders, *names]):
            path = Path(folder, name)
            wrong = _wrong(path, root, suffixes)
            if wrong:
                shown = name_of(path, root) if path.name.isprintable() else ascii(name_of(path, root))[1:-1]
                problems.append(Problem(shown, wrong))
            if name.startswith(".") or not name.isprintable():
                folders[:] = [f for f in folders if f != name]
            elif not wrong and not path.is_dir():
                files.append(File(path, root, name_of(path, root)))
    return tuple(files), tuple(problems)


def _wrong(path: Path, root: Path, suffixes: tuple[str, ...]) -> str:
    """Return why a file or folder can't be read as it is, and what to do; nothing for hidden ones."""
    if not path.name.isprintable():  # line breaks, control characters, bytes that aren't UTF-8
        return "a name that can't be printed; rename the file"
    if path.name.startswith("."):
        return ""
    return wrong_with_link(path, root) or (_wrong_with_folder(path, suffixes) if path.is_dir() else "")


def _wrong_with_folder(path: Path, suffixes: tuple[str, ...]) -> str:
    if path.is_symlink():
        return "a link to a folder isn't followed; put the folder itself here"
    if path.suffix.lower() == SIDECAR:
        return "this is a folder, not a sidecar; rename it or put a file here"
    if path.suffix.lower() in suffixes:
        return "this is a folder, not an article; rename it or put a file here"
    return ""
