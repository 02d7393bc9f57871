"""Pages ──▶ docs/: only what changed, one file at a time, nothing written by hand; I/O."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.errors import Gathering, OutputError
from generator.files import LONGEST_NAME, is_inside
from generator.model import Changes, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MANIFEST = "data/generated.txt"
MARK = b"---\ngenerated: briefing\n"
"""The first bytes of every generated Markdown page."""


def write(pages: tuple[Page, ...], docs: Path, *, dry: bool = False) -> Changes:
    """Bring ``docs`` up to date with the pages; with ``dry`` only tell what would be done.

    Generated files that no page stands for any more are removed. Raises OutputError, before anything is
    written, where a page would replace something that was made by hand, and where the system refuses: then everything
    stays as it was.
    """
    if os.path.lexists(docs) and not docs.is_dir():
        raise OutputError(docs.name, "this isn't a folder; delete it or rename it, and a folder is made")
    with told(docs):
        ours = generated_files(docs)
        pages = (*pages, _manifest(pages))
        current = {page.path: _read(docs / page.path) for page in pages}
    _refuse_handwritten(pages, current, ours, docs)
    changed = tuple(page for page in pages if current[page.path] != page.content)
    gone = tuple(sorted(ours - {page.path for page in pages}))
    if not dry:
        replace_files({docs / page.path: page.content for page in changed}, docs)
        for path in gone:
            with told(docs / path, docs):
                _remove(docs / path, docs)
    written = tuple(page.path for page in changed)
    return Changes(written, tuple(p.path for p in pages if p.path not in written), gone)


def generated_files(docs: Path) -> frozenset[str]:
    """Return the files below ``docs`` that are the program's own: marked pages, and what the manifest lists."""
    marked = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if _is_marked(path)}
    listed = (_read(docs / MANIFEST) or b"").decode("utf-8", "replace").splitlines()
    others = {path for path in (*listed, MANIFEST) if not path.endswith(".md") and _is_own(path, docs)}
    return frozenset(marked | others)


def _is_own(path: str, docs: Path) -> bool:
    """Tell whether a path that the manifest lists is that of a file below ``docs``, whatever links stand between."""
    inside = path.isprintable() and not path.startswith("/") and ".." not in path.split("/")
    fits = all(len(part.encode()) <= LONGEST_NAME for part in path.split("/"))
    return inside and fits and (docs / path).is_file() and is_inside((docs / path).parent, docs)


def _manifest(pages: tuple[Page, ...]) -> Page:
    paths = sorted({page.path for page in pages} | {MANIFEST})
    return Page(MANIFEST, ("\n".join(paths) + "\n").encode())


def _refuse_handwritten(
    pages: tuple[Page, ...], current: dict[str, bytes | None], ours: frozenset[str], docs: Path
) -> None:
    """Raise for each place at which something stands that isn't the program's to replace."""
    tried = Gathering()
    for folder in sorted({folder for page in pages for folder in (docs / page.path).parents if folder != docs}):
        if folder.is_relative_to(docs) and os.path.lexists(folder):
            with tried:
                _refuse_folder(folder, docs)
    tried.end()
    for page in pages:
        there = current[page.path]
        with tried:
            if there is None and os.path.lexists(docs / page.path):
                what = "something that is no file stands where a page is to be made; rename or delete it"
                raise OutputError(_name(docs / page.path, docs), what)
            if there is not None and there != page.content and page.path not in ours:
                what = "a file written by hand stands where a page is to be made; rename or delete it"
                raise OutputError(_name(docs / page.path, docs), what)
    tried.end()


def _refuse_folder(folder: Path, docs: Path) -> None:
    if not folder.is_dir():
        raise OutputError(_name(folder, docs), "a file stands where a folder is to be made; rename or delete it")
    if not is_inside(folder, docs):
        what = "a link that leads out of the folder of the pages isn't followed; delete it, and a folder is made"
        raise OutputError(_name(folder, docs), what)


def _name(path: Path, docs: Path) -> str:
    return f"{docs.name}/{path.relative_to(docs).as_posix()}" if path != docs else docs.name


def _is_marked(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(MARK)) == MARK


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def replace_files(files: Mapping[Path, bytes], docs: Path) -> None:
    """Write files so that a reader sees the old content or the new, never half of it, and all of them or none.

    Each is written beside its place first, where a full disk or a missing right shows; only then do they change places.
    Raises OutputError, with the file's name as it stands in ``docs``, for what the system refuses.
    """
    beside: dict[Path, str] = {}
    try:
        for path, content in files.items():
            with told(path, docs):
                beside[path] = _written_beside(path, content)
        for path in files:
            with told(path, docs):
                os.replace(beside[path], path)  # noqa: PTH105 - the name is a text here
                del beside[path]
    finally:
        for name in beside.values():
            os.unlink(name)  # noqa: PTH108


def _written_beside(path: Path, content: bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(name, 0o644)  # noqa: PTH101 - mkstemp makes a private file, a site is public
    except BaseException:
        os.unlink(name)  # noqa: PTH108
        raise
    return name


@contextmanager
def told(path: Path, docs: Path | None = None) -> Iterator[None]:
    """Say in one line what the system refuses."""
    try:
        yield
    except OSError as error:
        name = _name(path, docs or path)
        raise OutputError(
            name, f"can't be written ({error.strerror}); check the folder, its permissions and the disk"
        ) from error


def _remove(path: Path, docs: Path) -> None:
    path.unlink()
    for folder in path.parents:
        if folder == docs or any(folder.iterdir()):
            return
        folder.rmdir()
