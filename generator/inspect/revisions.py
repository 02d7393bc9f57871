"""A revision of the project in git ──▶ what the facts were then; I/O."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import SettingsError
from generator.lexicons import mapping
from generator.model import Briefing, Change
from generator.render.changes import arrivals, entries
from generator.settings import Settings

CONFIG = "mkdocs.yml"
WORDS = mapping("revision-words")
"""What became of a fact, as it is said to maintainers."""
THINGS = {"event": "happening", "entity": "name", "difference": "other wording or scope"}

_SAFE = getattr(tarfile, "data_filter", None)  # Python 3.11 has it from 3.11.4 on


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
                tar.extraction_filter = _SAFE
                tar.extractall(name)  # noqa: S202 - git's own archive of this project
        yield Path(name)


def _git(root: Path, *command: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", root, *command], capture_output=True, check=False)  # noqa: S603, S607 - fixed
    except FileNotFoundError as error:
        what = "git isn't installed, so there is no revision to compare with; install it"
        name = "git"
        raise SettingsError(name, what) from error
    return done.stdout if done.returncode == 0 else b""


def in_words(briefing: Briefing) -> Iterator[str]:
    """Yield what a change did to the facts, a line each, in plain words; empty where it did nothing."""
    revision = briefing.revision
    if revision is None:
        return
    for one in arrivals(briefing):
        like = ", ".join([*(f"a copy of {i}" for i in one.copies), *(f"shares text with {i}" for i in one.beside)])
        yield f"article {one.how}: {one.article}" + (f" ({like})" if like else "")
    yield from (f"article removed: {title or 'without a title'}" for title in revision.removed)
    yield from (f"correction without effect now: {entry}" for entry in revision.orphaned)
    for entry in entries(briefing):
        change = entry.change
        told_by = ", ".join(dict.fromkeys(e.article for e in change.cited))
        yield "".join(
            (
                f"{_told(change)}: {change.fact.text}{_before(change)}",
                *(f"; {_told(also)}: {also.fact.text}{_before(also)}" for also in entry.also),
                f" ({told_by})" if told_by else "",
                "; the articles are as they were" if change.read else "",
            )
        )


def _told(change: Change) -> str:
    return WORDS[change.what].format(THINGS.get(change.fact.kind, change.fact.kind))


def _before(change: Change) -> str:
    told = change.what in ("redated", "reattributed") and change.before
    return f" ({change.before.value or 'unknown'} → {change.fact.value or 'unknown'})" if told and change.before else ""


def week_ago(settings: Settings, days: int) -> str:
    """Return the commit that was the newest some days ago, or else the first one; raises SettingsError without any."""
    found = _git(settings.root, "rev-list", "-1", f"--before={days}.days.ago", "HEAD")
    first = _git(settings.root, "rev-list", "--max-parents=0", "HEAD").decode().split()
    commit = found.decode().strip() or next(iter(reversed(first)), "")
    if not commit:
        what = "there is no commit to compare with; keep the project in git, and commit it"
        name = "week"
        raise SettingsError(name, what)
    return commit
