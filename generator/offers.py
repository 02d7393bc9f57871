"""Files, folders and addresses that are named ──▶ what is offered to the seeds: names and bytes; I/O."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BriefingError, SeedError
from generator.fetch import fetch, is_public
from generator.read.formats import SUFFIXES, is_companion, most_bytes, suffix_of
from generator.read.text import is_encoding
from generator.slug import slug


@dataclass(frozen=True, slots=True)
class Offer:
    """A file to take in: its name and bytes, its address and encoding on its site; or why it can't be had."""

    name: str
    raw: bytes = b""
    url: str = ""
    encoding: str = ""
    refused: str = ""


def offers(names: Sequence[str], stdin: bytes, may_reach: Callable[[str], bool] = is_public) -> Iterator[Offer]:
    """Return the files that are named: files, folders, addresses, ``-`` for the standard input."""
    for name in names:
        try:
            if name == "-":
                yield Offer(f"article{_suffix(stdin)}", stdin)
            elif name.lower().startswith(("http://", "https://")):
                got = fetch(name, may_reach)
                yield Offer(f"{slug(_last(got.url))}{got.suffix}", got.raw, got.url, _needed(got.encoding, got.raw))
            elif Path(name).is_dir():
                yield from (Offer(p.name, _bytes(p)) for p in _files(Path(name)))
            else:
                raw = _bytes(Path(name))
                yield Offer(Path(name).name + ("" if Path(name).suffix else _suffix(raw)), raw)
        except BriefingError as error:
            yield Offer(name, refused=error.message)


def _files(folder: Path) -> Iterator[Path]:
    """Return the files of a folder that can be articles, without hidden ones and the pictures beside saved pages."""
    for path in sorted(p for p in folder.iterdir() if not p.name.startswith(".")):
        if path.is_file() and suffix_of(path.name) in SUFFIXES:
            yield path
        elif (
            path.is_dir() and not path.is_symlink() and not is_companion(path.name, (p.name for p in folder.iterdir()))
        ):
            yield from _files(path)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > (most := most_bytes(path.name)):
            raise SeedError(str(path), f"the file has more than {most:,} bytes; split it")
        return path.read_bytes()
    except OSError as error:
        raise SeedError(str(path), f"can't be read ({error.strerror}); check the name") from error


def _needed(encoding: str, raw: bytes) -> str:
    """Return the encoding that a site states, where the bytes could be read otherwise."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return encoding if is_encoding(encoding) else ""
    return ""


def _suffix(raw: bytes) -> str:
    """Return the suffix for what came without a name."""
    head = raw[:1000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if head[:1] == b"<":
        return ".xml" if head.startswith(b"<?xml") and b"<html" not in head else ".html"
    return ".eml" if re.match(rb"(?:[A-Za-z-]{2,40}: [^\n]{0,900}\r?\n){3}", head) else ".txt"


def _last(url: str) -> str:
    """Return the words that an address ends with."""
    parts = [p for p in re.split(r"[/?#]", url.partition("://")[2]) if p]
    last = re.sub(r"\.\w{2,5}$", "", parts[-1]) if len(parts) > 1 else parts[0]
    return last if any(c.isalpha() for c in last) else "-".join(parts[-2:])
