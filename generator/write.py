"""Pages ──▶ docs/: only what changed, one file at a time, nothing written by hand; I/O."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from typing import TYPE_CHECKING

from generator.errors import OutputError
from generator.model import Changes, Page

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "data/generated.txt"
"""Every other generated file, with its SHA-256, in the form that ``sha256sum --check`` reads."""
MARK = b"---\ngenerated: briefing\n"
"""The first bytes of every generated Markdown page."""
_DIGEST = re.compile(r"\A[0-9a-f]{64}  ")  # before each path; manifests of older versions have the paths alone


def write(pages: tuple[Page, ...], docs: Path, *, dry: bool = False) -> Changes:
    """Bring ``docs`` up to date with the pages; with ``dry`` only tell what would be done.

    Generated files that no page stands for any more are removed. Raises OutputError, before anything is
    written, where a page would replace a file that was written by hand.
    """
    ours = generated_files(docs)
    pages = (*pages, _manifest(pages))
    current = {page.path: _read(docs / page.path) for page in pages}
    _refuse_handwritten(pages, current, ours, docs)
    changed = tuple(page for page in pages if current[page.path] != page.content)
    gone = tuple(sorted(ours - {page.path for page in pages}))
    if not dry:
        for page in changed:
            replace_file(docs / page.path, page.content)
        for path in gone:
            _remove(docs / path, docs)
    written = tuple(page.path for page in changed)
    return Changes(written, tuple(p.path for p in pages if p.path not in written), gone)


def generated_files(docs: Path) -> frozenset[str]:
    """Return the files below ``docs`` that are the program's own: marked pages, and what the manifest lists."""
    marked = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if _is_marked(path)}
    lines = (_read(docs / MANIFEST) or b"").decode("utf-8", "replace").splitlines()
    listed = (_DIGEST.sub("", line) for line in lines)
    inside = (path for path in listed if not path.startswith("/") and ".." not in path.split("/"))
    others = {path for path in (*inside, MANIFEST) if not path.endswith(".md") and (docs / path).is_file()}
    return frozenset(marked | others)


def _manifest(pages: tuple[Page, ...]) -> Page:
    lines = sorted((page.path, hashlib.sha256(page.content).hexdigest()) for page in pages)
    return Page(MANIFEST, "".join(f"{digest}  {path}\n" for path, digest in lines).encode())


def _refuse_handwritten(
    pages: tuple[Page, ...], current: dict[str, bytes | None], ours: frozenset[str], docs: Path
) -> None:
    for page in pages:
        there = current[page.path]
        if there is not None and there != page.content and page.path not in ours:
            name = f"{docs.name}/{page.path}"
            raise OutputError(name, "a file written by hand stands where a page is to be made; rename or delete it")


def _is_marked(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(MARK)) == MARK


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(name, 0o644)  # noqa: PTH101 - mkstemp makes a private file, a site is public
        os.replace(name, path)  # noqa: PTH105 - the name is a text here
    except BaseException:
        os.unlink(name)  # noqa: PTH108
        raise


def _remove(path: Path, docs: Path) -> None:
    path.unlink()
    for folder in path.parents:
        if folder == docs or any(folder.iterdir()):
            return
        folder.rmdir()
