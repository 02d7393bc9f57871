"""Bad days: who is killed, or meets a full or broken disk, leaves the old files or the new."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import traceback
from itertools import count
from typing import TYPE_CHECKING

import pytest

from generator.check.digests import altered_files
from generator.errors import OutputError
from generator.model import Page
from generator.staging import STAGE, alone, finish
from generator.write import MARK, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")

TOUCHES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}
"""What Python tells of (PEP 578) before it asks the system to change a file."""
KILLED, FAILED = 9, 7


def pages(version: str, *names: str) -> tuple[Page, ...]:
    texts = tuple(Page(f"{name}.md", MARK + f"{name}, {version}".encode()) for name in names)
    return (*texts, Page("about.md", MARK), Page("data/briefing.json", version.encode()))


OLD = pages("old", "index", "people/xi", "people/to-lam", "hanoi", "only-then/one", "only-then/two")
NEW = pages("new", "index", "people/xi", "people/chinh", "hanoi", "places/deep/down", "trade")


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def child(work: Callable[[], object], at: int, befalls: Callable[[], None]) -> int:
    """Run something in a process of its own, whose file system fails from a certain step on; return its status."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    steps = count()

    def audit(event: str, _: object) -> None:
        if event in TOUCHES and next(steps) >= at:
            befalls()

    sys.addaudithook(audit)
    try:
        work()
        os._exit(0)
    except OutputError:
        os._exit(FAILED)
    finally:
        traceback.print_exc()
        os._exit(1)


def kill() -> None:
    os._exit(KILLED)


def refuse(number: int) -> Callable[[], None]:
    def befalls() -> None:
        raise OSError(number, os.strerror(number))

    return befalls


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """Return a folder with old pages and one written by hand; its files; and those once the new pages are written."""
    folder = tmp_path_factory.mktemp("old") / "docs"
    write(OLD, folder)
    (folder / "mine.md").write_text("my own page", encoding="utf-8")
    then = folder.parent / "then"
    shutil.copytree(folder, then)
    write(NEW, then)
    return folder, tree(folder), tree(then)


def test_whoever_is_killed_at_any_step_leaves_the_old_pages_or_the_new(
    states: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    folder, old, new = states
    seen = []
    for at in count():
        docs = tmp_path / str(at)
        shutil.copytree(folder, docs)
        status = child(lambda docs=docs: write(NEW, docs), at, kill)  # type: ignore[misc]  # a lambda's default
        half = tree(docs)
        known = half in (old, new) or any("cut off" in line for line in altered_files(docs))
        assert known, f"at step {at}, the check takes half of the pages for whole"
        finish(docs)
        left = tree(docs)
        assert left in (old, new), f"at step {at}: {sorted(left.keys() ^ new.keys())}"
        assert not (docs / STAGE).exists()
        seen.append(left == new)
        write(NEW, docs)
        assert tree(docs) == new
        if status == 0:
            break
    assert len(seen) > 40
    assert seen == sorted(seen)  # the old state up to one step, and the new one from there on


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_full_or_broken_disk_is_told_and_leaves_the_old_pages_or_the_new(
    states: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path, number: int
) -> None:
    folder, old, new = states
    for at in count():
        docs = tmp_path / str(at)
        shutil.copytree(folder, docs)
        status = child(lambda docs=docs: write(NEW, docs), at, refuse(number))  # type: ignore[misc]  # a lambda's default
        assert status in (0, FAILED), f"at step {at} an error was told as a traceback"
        finish(docs)
        assert tree(docs) in (old, new), at
        assert not (docs / STAGE).exists()
        if status == 0:
            break
    assert at > 40


def test_a_journal_that_a_loss_of_power_left_without_its_files_changes_nothing(tmp_path: Path) -> None:
    write(OLD, tmp_path)
    before = tree(tmp_path)
    (tmp_path / STAGE).mkdir()
    (tmp_path / STAGE / ".journal").write_text(f"{'0' * 64}  index.md\nremoved  people/xi.md\n", encoding="utf-8")
    (tmp_path / STAGE / ".0").write_bytes(b"")
    finish(tmp_path)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("path", ["../outside.txt", "/outside.txt", "a/../../outside.txt"])
def test_a_journal_from_elsewhere_removes_nothing_outside(tmp_path: Path, path: str) -> None:
    (tmp_path / "outside.txt").write_text("kept", encoding="utf-8")
    (tmp_path / "docs" / STAGE).mkdir(parents=True)
    (tmp_path / "docs" / STAGE / ".journal").write_text(f"removed  {path}\n", encoding="utf-8")
    finish(tmp_path / "docs")
    assert (tmp_path / "outside.txt").exists()


def test_something_else_in_the_place_of_the_stage_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / STAGE).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match=r"docs/\.briefing-new: this isn't the folder that a build makes"):
        write(OLD, tmp_path / "docs")


def test_two_builds_write_one_after_the_other(tmp_path: Path) -> None:
    with alone(tmp_path):
        pid = os.fork()
        if not pid:
            write(OLD, tmp_path)
            os._exit(0)
        assert os.waitpid(pid, os.WNOHANG) == (0, 0)
        assert tree(tmp_path) == {}
    assert os.waitpid(pid, 0) == (pid, 0)
    assert (tmp_path / "index.md").exists()
