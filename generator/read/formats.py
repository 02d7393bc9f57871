"""A file's bytes ──▶ its articles: which reader reads which files."""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import PurePosixPath
from typing import cast

from generator.errors import SeedError
from generator.lexicons import mapping, table
from generator.read.document import Documents

# The module and function that read the files of a suffix. They are imported when the first such file comes: reading
# pages alone takes half a second to load.
_READERS = mapping("read-formats")
SUFFIXES = tuple(_READERS)
MOST_BYTES = 5_000_000  # a long book; anything above is not an article
MOST_CHARACTERS = 1_500_000  # of an article; a report of 500 pages, which takes a minute to build
MOST_PACKED = 50_000_000  # with pictures in it; a brochure has 20 million
_PACKED = frozenset(row[0] for row in table("read-formats") if row[2] == "packed")


def suffix_of(path: str) -> str:
    """Return the suffix that tells how a file is read, in small letters."""
    return PurePosixPath(path).suffix.lower()


def most_bytes(path: str) -> int:
    """Return how large a file may be, by its suffix."""
    return MOST_PACKED if suffix_of(path) in _PACKED else MOST_BYTES


def is_companion(folder: str, beside: Iterable[str]) -> bool:
    """Tell whether a folder holds the pictures of a page saved beside it: ``Name_files``, in any language."""
    pages = (PurePosixPath(name) for name in beside if suffix_of(name) in (".html", ".htm", ".xhtml"))
    return any(folder.startswith(p.stem) and folder[len(p.stem) :].startswith(("_", "-", ".")) for p in pages)


def read_documents(raw: bytes, path: str) -> Documents:
    """Return the articles of a file, at least one, and what was unusual about it.

    Raises SeedError where the suffix isn't known or there is no article in the file.
    """
    suffix = suffix_of(path)
    if not suffix:
        raise SeedError(path, "a file without an ending isn't read; give it one that tells what it is, such as .txt")
    if suffix not in _READERS:
        name = PurePosixPath(path)
        hint = f"name a sidecar {name.stem}.yml" if suffix == ".yaml" else f"convert it to one of {', '.join(SUFFIXES)}"
        raise SeedError(path, f"files that end in `{suffix}` aren't read; {hint}")
    module, _, function = _READERS[suffix].partition(":")
    reader = cast("Callable[[bytes, str], Documents]", getattr(import_module(f"generator.read.{module}"), function))
    documents, problems = reader(raw, path)
    longest = max(len(document.text) for document in documents)
    if longest > MOST_CHARACTERS:
        raise SeedError(
            path, f"an article of {longest:,} characters; at most {MOST_CHARACTERS:,} are read, so split it"
        )
    return documents, problems
