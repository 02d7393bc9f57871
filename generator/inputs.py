"""All that the pages are made of ──▶ one digest; I/O."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from generator.cache import program
from generator.settings import Settings


def digest_of_inputs(settings: Settings) -> str:
    """Return the digest of the program, the options, and every file that a build reads.

    It is empty where something of it can't be read, or is no ordinary file: then nobody knows whether it has changed.
    """
    beside = (p for p in (settings.path("corrections"), settings.path("accepted")) if os.path.lexists(p))
    return _digest(settings, chain(_below((settings.path("seeds"), *settings.template_path)), beside))


def digest_of_templates(settings: Settings) -> str:
    """Return the digest of all that pages are made with besides the briefing, empty likewise."""
    return _digest(settings, _below(settings.template_path))


def _digest(settings: Settings, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256(f"{program()} {settings.day} {settings!r}".encode("utf-8", "surrogatepass"))
    try:
        for path in paths:
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                return ""
            digest.update(f"{path}\0".encode("utf-8", "surrogateescape"))
            digest.update(hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"/")
    except OSError:
        return ""
    return digest.hexdigest()


def _below(tops: Iterable[Path]) -> Iterator[Path]:
    """Yield the files and folders below some folders, in an order of their names."""
    for top in tops:
        for folder, folders, names in os.walk(top, onerror=_refused) if top.is_dir() else ():
            folders.sort()
            yield from (Path(folder, name) for name in sorted((*folders, *names)))


def _refused(error: OSError) -> None:
    raise error
