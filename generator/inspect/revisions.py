"""A revision of the project in git ──▶ what the facts were then; I/O."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import SettingsError
from generator.render.changes import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Change, Revision
    from generator.settings import Settings

CONFIG = "mkdocs.yml"


@contextmanager
def checked_out(settings: Settings, revision: str) -> Iterator[Path]:
    """Yield a folder with the articles, corrections and options of a revision; raises SettingsError."""
    root = settings.root
    commit = (
        _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    if not commit:
        what = "git knows no such revision of this project; name a commit, a branch or a tag"
        raise SettingsError(revision, what)
    paths = [p for p in (CONFIG, settings.seeds, settings.corrections) if _git(root, "ls-tree", commit, "--", p)]
    with tempfile.TemporaryDirectory(prefix="briefing-") as name:
        if paths:
            with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", "--format=tar", commit, "--", *paths))) as tar:
                tar.extractall(name, filter="data")
        yield Path(name)


def _git(root: Path, *command: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", root, *command], capture_output=True, check=False)  # noqa: S603, S607 - fixed
    except FileNotFoundError as error:
        what = "git isn't installed, so there is no revision to compare with; install it"
        name = "git"
        raise SettingsError(name, what) from error
    return done.stdout if done.returncode == 0 else b""


def in_words(revision: Revision) -> Iterator[str]:
    """Yield what a change did to the facts, a line each, in plain words; empty where it did nothing."""
    yield from (f"article added: {i}" for i in revision.added)
    yield from (f"article changed: {i}" for i in revision.altered)
    yield from (f"article removed: {title or 'without a title'}" for title in revision.removed)
    yield from (f"correction without effect now: {entry}" for entry in revision.orphaned)
    for change in revision.changes:
        yield f"{HEADINGS[change.what].lower()}{_read(change)}: {change.fact.kind}: {change.fact.text}{_before(change)}"


def _read(change: Change) -> str:
    return " (the article is as it was)" if change.read else ""


def _before(change: Change) -> str:
    told = change.what in ("redated", "reattributed") and change.before
    return f" ({change.before.value or 'unknown'} → {change.fact.value or 'unknown'})" if told and change.before else ""
