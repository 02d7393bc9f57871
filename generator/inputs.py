"""All that the pages are made of ──▶ one digest; I/O."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from generator.cache import program
from generator.settings import Settings


def digest_of(settings: Settings) -> str:
    """Return the digest of the program, the options, and every file that a build reads.

    It is empty where something of it can't be read, or is no ordinary file: then nobody knows whether it has changed.
    """
    digest = hashlib.sha256(f"{program()} {settings.day} {settings!r}".encode("utf-8", "surrogatepass"))
    try:
        for path in _read(settings):
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                return ""
            digest.update(f"{path}\0".encode("utf-8", "surrogateescape"))
            digest.update(hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"/")
    except OSError:
        return ""
    return digest.hexdigest()


def _read(settings: Settings) -> Iterator[Path]:
    """Yield the files and folders that a build reads, in an order of their names."""
    for top in (settings.path("seeds"), *settings.template_path):
        for folder, folders, names in os.walk(top, onerror=_refused) if top.is_dir() else ():
            folders.sort()
            yield from (Path(folder, name) for name in sorted((*folders, *names)))
    yield from (p for p in (settings.path("corrections"), settings.path("accepted")) if os.path.lexists(p))


def _refused(error: OSError) -> None:
    raise error
