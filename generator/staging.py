"""Files that change their places together, whatever happens in between; I/O."""

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import OutputError
from generator.files import may_stand, name_in

STAGE = ".briefing-new"
"""The folder, below that of the files, where the new ones wait. It is there only while files are written."""

_JOURNAL = ".journal"  # in the stage, once all files wait there: from then on, the new state is the one that counts
_ROW = re.compile(r"(?P<digest>[0-9a-f]{64}|removed)  (?P<path>[^\n]+)")  # 9f86d0…  people/xi.md


def change_files(files: Mapping[str, bytes], gone: Iterable[str], base: Path) -> None:
    """Write files and remove others, all of them or none.

    Paths are relative to ``base``. The new files are written into a folder of their own first, where a full disk shows,
    and then listed in a journal; only then do they change places. What is cut off before the journal stands leaves the
    old state, what is cut off later is finished by ``finish``. Raises OutputError, with the file's name, for what the
    system refuses.
    """
    stage, gone = base / STAGE, tuple(gone)
    if not files and not gone:
        return
    made: list[Path] = []
    try:
        with told(base / next(iter((*files, *gone))), base):
            stage.mkdir(parents=True)
        rows = []
        for number, (path, content) in enumerate(files.items()):
            made += _folders(base / path, base)
            with told(base / path, base):
                (stage / f".{number}").write_bytes(content)
            rows.append(f"{hashlib.sha256(content).hexdigest()}  {path}\n")
        rows += [f"removed  {path}\n" for path in gone]
        with told(stage, base):
            (stage / ".rows").write_text("".join(rows), encoding="utf-8", newline="\n")
            (stage / ".rows").replace(stage / _JOURNAL)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)  # what can't be removed now, the next command removes
        with suppress(OSError):  # an empty folder is nothing that anybody sees
            for folder in reversed(made):
                folder.rmdir()
        raise
    _finish(stage, base)


def finish(base: Path) -> None:
    """Bring to its end what was cut off: to the new state if its journal stands, else to the old one."""
    stage = base / STAGE
    if not os.path.lexists(stage):
        return
    if stage.is_symlink() or not stage.is_dir():
        raise OutputError(name_in(stage, base), "this isn't the folder that a build makes; delete it or rename it")
    _finish(stage, base)


def recover(root: Path) -> None:
    """Bring to its end what an earlier command, that was cut off, had begun to accept."""
    with alone(root):
        finish(root)


@contextmanager
def alone(base: Path) -> Iterator[None]:
    """Wait until nobody else writes below a folder, and keep others waiting; Windows has no such lock on folders."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - there is none on Windows

    with told(base, base):
        handle = os.open(base, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        fcntl.flock(handle, fcntl.LOCK_UN)  # a process that was begun meanwhile holds the handle open
        os.close(handle)


@contextmanager
def told(path: Path, base: Path | None = None) -> Iterator[None]:
    """Say in one line what the system refuses."""
    try:
        yield
    except OSError as error:
        name = name_in(path, base or path)
        raise OutputError(
            name, f"can't be read or written ({error.strerror}); check the folder, its permissions and the disk"
        ) from error


def _folders(path: Path, base: Path) -> list[Path]:
    """Make the folders that a file needs, and ask whether it may stand there; return those that were made."""
    missing = [folder for folder in path.parents if folder.is_relative_to(base) and not folder.exists()]
    with told(path, base):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(path.parent, os.W_OK):
            raise PermissionError(13, os.strerror(13))
    return missing[::-1]


def _finish(stage: Path, base: Path) -> None:
    rows = _rows(stage, base)
    for number, (digest, path) in enumerate(rows):
        with told(base / path, base):
            if digest == "removed":
                _remove(base / path, base)
            elif (stage / f".{number}").exists():
                (base / path).parent.mkdir(parents=True, exist_ok=True)
                (stage / f".{number}").replace(base / path)
    with told(stage, base):
        (stage / _JOURNAL).unlink(missing_ok=True)  # first of all: without it, nothing of the stage counts
        shutil.rmtree(stage)


def _rows(stage: Path, base: Path) -> list[tuple[str, str]]:
    """Return what the journal says; nothing unless each file that still waits is as it was written.

    A loss of power may leave the journal without the files; a journal from elsewhere may name any path.
    """
    with told(stage, base):
        raw = (stage / _JOURNAL).read_bytes() if (stage / _JOURNAL).is_file() else b""
        found = [_ROW.fullmatch(line) for line in raw.decode("utf-8", "replace").splitlines()]
        rows = [(row["digest"], row["path"]) for row in found if row]
        whole = len(rows) == len(found) and all(may_stand(path, base) for _, path in rows)
        waiting = [(digest, stage / f".{n}") for n, (digest, _) in enumerate(rows) if (stage / f".{n}").is_file()]
        whole = whole and all(hashlib.sha256(path.read_bytes()).hexdigest() == digest for digest, path in waiting)
    return rows if whole else []


def _remove(path: Path, base: Path) -> None:
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == base or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()
