"""Bytes of a .zip ──▶ the articles of the files in it; nothing is unpacked onto the disk."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.errors import SeedError
from generator.model import Problem, Source
from generator.read.document import Documents, left_out
from generator.read.formats import SUFFIXES, is_companion, most_bytes, read_documents, suffix_of

MOST_FILES = 1_000
MOST_UNPACKED = 100_000_000  # bytes of all files together; a thousand saved pages have about that


def read_archive(raw: bytes, path: str) -> Documents:
    """Return the articles of all files in an archive, named by their paths in it, and what is wrong with the others.

    Raises SeedError for a broken archive, one that unpacks to too much, and one without an article.
    """
    documents: list[Source] = []
    problems: list[Problem] = []
    with opened(raw, path) as archive:
        files = [m for m in archive.infolist() if not m.is_dir()]
        names = [m.filename for m in files]
        for member in files:
            if _is_passed_over(member.filename, names):
                continue
            with left_out(problems):
                found, unusual = _member(archive, member, path)
                documents.extend(found)
                problems.extend(unusual)
    if not documents:
        first = f" ({problems[0].message})" if problems else ""
        raise SeedError(path, f"there is no article in this archive{first}; unpack it and look at the files")
    return tuple(documents), tuple(problems)


def opened(raw: bytes, path: str) -> ZipFile:
    """Open an archive in memory; raises SeedError where it is broken or would unpack to too much."""
    try:
        archive = ZipFile(BytesIO(raw))
        members = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise SeedError(path, "this archive is broken; save it again") from error
    if len(members) > MOST_FILES:
        raise SeedError(path, f"the archive has {len(members):,} files; at most {MOST_FILES:,} are read, so split it")
    if (size := sum(m.file_size for m in members)) > MOST_UNPACKED:
        raise SeedError(path, f"the archive unpacks to {size:,} bytes; at most {MOST_UNPACKED:,} are read, so split it")
    return archive


def unpacked(archive: ZipFile, member: ZipInfo, path: str) -> bytes:
    """Return the bytes of a file in an archive, at most as many as are read of any file; raises SeedError."""
    if member.flag_bits & 1:
        raise SeedError(path, "the file is encrypted; unpack it and put the file itself here")
    most = most_bytes(path)
    try:
        with archive.open(member) as stream:
            raw = stream.read(most + 1)
    except (BadZipFile, EOFError, zlib.error, NotImplementedError, OSError, ValueError) as error:
        raise SeedError(path, "the file can't be unpacked; unpack the archive by hand and look at it") from error
    if len(raw) > most:
        raise SeedError(path, f"the file has more than {most:,} bytes; split it")
    return raw


def unpack_all(raw: bytes, path: str) -> dict[str, bytes]:
    """Return the files of an archive by their names; raises SeedError where one of them can't be unpacked."""
    with opened(raw, path) as archive:
        return {m.filename: unpacked(archive, m, path) for m in archive.infolist() if not m.is_dir()}


def _member(archive: ZipFile, member: ZipInfo, path: str) -> Documents:
    name = member.filename
    here = f"{path}#{name}" if name.isprintable() else f"{path}#{ascii(name)[1:-1]}"
    if not name.isprintable():
        raise SeedError(here, "a name that can't be printed; unpack the archive and rename the file")
    if name.startswith(("/", "\\")) or ".." in name.split("/"):
        raise SeedError(here, "a path that leads out of the archive; unpack it by hand and look at the file")
    if suffix_of(name) not in SUFFIXES or suffix_of(name) == ".zip":
        raise SeedError(here, "files of this kind aren't read inside an archive; unpack it")
    return read_documents(unpacked(archive, member, here), here)


def _is_passed_over(name: str, names: list[str]) -> bool:
    """Tell whether a file is hidden, a leftover of the program that made the archive, or a picture of a page."""
    *folders, _ = parts = name.split("/")
    if any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts):
        return True
    for depth, folder in enumerate(folders):
        above = "/".join([*folders[:depth], ""])
        beside = [n.removeprefix(above) for n in names if n.startswith(above)]
        if is_companion(folder, (n for n in beside if "/" not in n)):
            return True
    return False
