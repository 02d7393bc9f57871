"""The seeds, read a second time: bytes ──▶ the text that offsets count in."""

import codecs
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNSHOWABLE = re.compile(  # controls, what turns the order of letters, what can't be seen and no script needs
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u180e\u200b\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)


def seed_text(article: Mapping[str, Any], folder: Path, root: Path) -> str:
    """Return the decoded text of an article: the seed itself, or what is kept beside the data for other formats."""
    kept = folder / "data" / "text" / f"{article['id']}.txt"
    path = kept if kept.is_file() else _file(article, root)
    return _decoded(path.read_bytes() if path.is_file() else b"")


def altered(article: Mapping[str, Any], root: Path) -> Iterator[str]:
    """Yield what is wrong with a seed as a file: it is gone, or isn't the one that was read."""
    path = _file(article, root)
    if not path.is_file():
        yield f"{article['source']}: there is no such file"
    elif hashlib.sha256(path.read_bytes()).hexdigest() != article["sha256"]:
        yield f"{article['source']}: the file isn't the one that was read; run: briefing build"


def _file(article: Mapping[str, Any], root: Path) -> Path:
    """Return the file that an article stands in: ``feed.rss#2`` is the second of a file, if no file has that name."""
    name: str = article["source"]
    while "#" in name and not (root / name).is_file():
        name = name.rpartition("#")[0]
    return root / name


def folded(text: str) -> str:
    """Return a text as a page shows it: white space folded, what HTML can't hold besides as U+FFFD."""
    return _UNSHOWABLE.sub("\ufffd", " ".join(text.split()))


def _decoded(raw: bytes) -> str:
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(codec, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
