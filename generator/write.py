"""Pages ──▶ docs/: only what changed, all of it or nothing, nothing written by hand; I/O."""

import hashlib
import os
import re
from collections.abc import Container
from pathlib import Path, PurePath

from generator.errors import Gathering, OutputError
from generator.files import is_inside, may_stand, name_in
from generator.model import Changes, Page
from generator.staging import STAGE, alone, change_files, finish, told

MANIFEST = "data/generated.txt"
"""Every other generated file, with its SHA-256, in the form that ``sha256sum --check`` reads."""
MARK = b"---\ngenerated: briefing\n"
"""The first bytes of every generated Markdown page."""
_DIGEST = re.compile(r"\A[0-9a-f]{64}  ")  # before each path; manifests of older versions have the paths alone


def write(pages: tuple[Page, ...], docs: Path, *, dry: bool = False) -> Changes:
    """Bring ``docs`` up to date with the pages; with ``dry`` only tell what would be done.

    Generated files that no page stands for any more are removed. Raises OutputError, before anything is
    written, where a page would replace something that was made by hand, and where the system refuses: then everything
    stays as it was. Whoever is cut off leaves the old pages or the new ones, once the next build has begun; two builds
    at once write one after the other.
    """
    if os.path.lexists(docs) and not docs.is_dir():
        raise OutputError(docs.name, "this isn't a folder; delete it or rename it, and a folder is made")
    if dry:
        return _compared(pages, docs)[0]
    with told(docs, docs):
        docs.mkdir(parents=True, exist_ok=True)
    with alone(docs):
        finish(docs)
        changes, changed = _compared(pages, docs)
        change_files(changed, changes.removed, docs)
    return changes


def _compared(pages: tuple[Page, ...], docs: Path) -> tuple[Changes, dict[str, bytes]]:
    """Return what is to be done, and the files to write; raises OutputError for what was made by hand."""
    pages = (*pages, _manifest(pages))
    current = {page.path: _stands(page, docs) for page in pages}
    ours = generated_files(docs, {path for path, stands in current.items() if stands})
    _refuse_handwritten(current, ours, docs)
    changed = {page.path: page.content for page in pages if not current[page.path]}
    gone = tuple(sorted(ours - current.keys()))
    kept = tuple(page.path for page in pages if page.path not in changed)
    return Changes(tuple(changed), kept, gone), changed


def _stands(page: Page, docs: Path) -> bool | None:
    """Tell whether the file of a page is as it is to be; None where there is no file."""
    there = _read(docs / page.path, docs)
    return None if there is None else there == page.content


def generated_files(docs: Path, known: Container[str] = ()) -> frozenset[str]:
    """Return the files below ``docs`` that are the program's own: marked pages, and what the manifest lists.

    Those that are ``known`` to be as it made them aren't read for it. Raises OutputError where one can't be read.
    """
    pages = ((path, path.relative_to(docs).as_posix()) for path in docs.rglob("*.md"))
    marked = {name for path, name in pages if name in known or _is_marked(path, docs)}
    lines = (_read(docs / MANIFEST, docs) or b"").decode("utf-8", "replace").splitlines()
    listed = (_DIGEST.sub("", line) for line in lines)
    others = (path for path in (*listed, MANIFEST) if not path.endswith(".md") and may_stand(path, docs))
    return frozenset(marked | {path for path in others if (docs / path).is_file()})


def as_written(docs: Path, digest: str) -> tuple[str, ...]:
    """Return the generated files if they are what the manifest of some digest lists, nothing more or less; else none.

    Raises OutputError where one of them can't be read.
    """
    manifest = _read(docs / MANIFEST, docs)
    if manifest is None or hashlib.sha256(manifest).hexdigest() != digest or os.path.lexists(docs / STAGE):
        return ()
    rows = dict(line.split("  ", 1)[::-1] for line in manifest.decode("utf-8").splitlines())
    same = all(may_stand(path, docs) for path in rows) and all(
        hashlib.sha256(_read(docs / path, docs) or b"").hexdigest() == digest for path, digest in rows.items()
    )
    return (*rows, MANIFEST) if same and generated_files(docs, rows) == {*rows, MANIFEST} else ()


def manifest_of(docs: Path) -> str:
    """Return the digest of the manifest."""
    return hashlib.sha256(_read(docs / MANIFEST, docs) or b"").hexdigest()


def _manifest(pages: tuple[Page, ...]) -> Page:
    lines = sorted((page.path, hashlib.sha256(page.content).hexdigest()) for page in pages)
    return Page(MANIFEST, "".join(f"{digest}  {path}\n" for path, digest in lines).encode())


def _refuse_handwritten(current: dict[str, bool | None], ours: frozenset[str], docs: Path) -> None:
    """Raise for each place at which something stands that isn't the program's to replace."""
    tried = Gathering()
    held = {os.path.dirname(path) for path in current}  # noqa: PTH120 - for each of thousands, a path takes long
    for folder in sorted({docs / folder for one in map(PurePath, held) for folder in (one, *one.parents)} - {docs}):
        if os.path.lexists(folder):
            with tried:
                _refuse_folder(folder, docs)
    tried.end()
    for path, stands in current.items():
        with tried:
            if stands is None and os.path.lexists(docs / path):
                what = "something that is no file stands where a page is to be made; rename or delete it"
                raise OutputError(name_in(docs / path, docs), what)
            if stands is False and path not in ours:
                what = "a file written by hand stands where a page is to be made; rename or delete it"
                raise OutputError(name_in(docs / path, docs), what)
    tried.end()


def _refuse_folder(folder: Path, docs: Path) -> None:
    if not folder.is_dir():
        raise OutputError(name_in(folder, docs), "a file stands where a folder is to be made; rename or delete it")
    if not is_inside(folder, docs):
        what = "a link that leads out of the folder of the pages isn't followed; delete it, and a folder is made"
        raise OutputError(name_in(folder, docs), what)


def _is_marked(path: Path, docs: Path) -> bool:
    with told(path, docs):
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return stream.read(len(MARK)) == MARK


def _read(path: Path, docs: Path) -> bytes | None:
    with told(path, docs):
        return path.read_bytes() if path.is_file() else None
