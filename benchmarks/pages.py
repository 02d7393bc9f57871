"""How well saved pages are read: ``python benchmarks/pages.py FOLDER [odd|even] [--tell]``.

The folder holds annotated pages that are not in this repository: ``pages.jsonl`` with ``file`` (gzip), ``title``,
``author``, ``published``, and pieces of text that must be kept (``with``) or go (``without``). Titles and names are
compared by their words alone; one that is missing is unknown, another one wrong. ``--tell`` lists what isn't right.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.clean import clean
from generator.errors import SeedError
from generator.model import Source, Unknown
from generator.read.html import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Article

FIELDS = (("title", "title"), ("byline", "author"), ("published", "published"))


def words(text: str) -> str:
    """Return the words of a text in small letters."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def names(value: str | list[str]) -> set[str]:
    """Return the names of a byline, without degrees and the buttons beside it."""
    listed = value if isinstance(value, list) else re.split(r"(?i);|,| and ", value)
    return {words(n) for n in listed if words(n) not in ("", "phd", "md")}


def same(field: str, gold: str | list[str], found: str) -> bool:
    """Tell whether what was found is what a person wrote down."""
    if field == "byline":
        return names([re.sub(r", (?:PhD|MD)", "", n) for n in gold] if isinstance(gold, list) else gold) == names(found)
    return gold == found if field == "published" else words(str(gold)) == words(found)


def read_one(folder: Path, name: str) -> Article | None:
    """Return the cleaned article of a page, or None where no story was found."""
    raw = gzip.decompress((folder / name).read_bytes())
    try:
        (document,), _ = read_page(raw, name)
    except SeedError:
        return None
    source = Source(name, "0" * 64, document.text, document.format, states=document.states, story=document.story)
    return clean(source)


def shown(article: Article | None) -> str:
    """Return the story: all that is neither title nor removed."""
    if article is None:
        return ""
    kept = (b for b in article.blocks if b.kind not in ("removed", "title"))
    return " ".join(" ".join(article.text[b.span.start : b.span.end].split()) for b in kept)


def halves(folder: Path, half: str) -> Iterator[dict[str, Any]]:
    """Return the annotations of the pages of odd or of even number, or of all."""
    for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        number = int(re.findall(r"\d+", row["file"])[0])
        if half not in ("odd", "even") or number % 2 == (half == "odd"):
            yield row


def main(folder: Path, half: str, *, tell: bool) -> None:
    """Print the table."""
    if not (folder / "pages.jsonl").is_file():
        print(f"{folder}: not there")
        return
    rows = list(halves(folder, half))
    started = time.process_time()
    read = [(row, read_one(folder, row["file"])) for row in rows]
    seconds = time.process_time() - started
    print(f"| {len(rows)} pages | right | wrong | unknown |\n|---|---:|---:|---:|")
    for field, gold in FIELDS:
        asked = [(row, getattr(a, field) if a else Unknown("no story")) for row, a in read if row[gold]]
        right = sum(not isinstance(k, Unknown) and same(field, row[gold], k.value) for row, k in asked)
        unknown = sum(isinstance(k, Unknown) for _, k in asked)
        count = len(asked)
        print(f"| {gold} | {right / count:.3f} | {(count - right - unknown) / count:.3f} | {unknown / count:.3f} |")
        for row, known in asked if tell else ():
            value = "" if isinstance(known, Unknown) else known.value
            if not same(field, row[gold], value):
                print(
                    f"  {row['file']} {row[gold]!r}: {value!r} {getattr(known, 'because', getattr(known, 'place', ''))}"
                )
        for row, article in read if tell else ():
            if not row[gold] and article and not isinstance(known := getattr(article, field), Unknown):
                print(f"  {row['file']} none: {known.value!r} {getattr(known, 'place', '')}")
    for key, label, kept in (("with", "story kept", True), ("without", "furniture gone", False)):
        pieces = [(row["file"], p, (" ".join(p.split()) in shown(a)) == kept) for row, a in read for p in row[key]]
        print(f"| {label} | {sum(ok for *_, ok in pieces) / len(pieces):.3f} | | |")
        for name, piece, ok in pieces if tell else ():
            if not ok:
                print(f"  {name} {piece!r}")
    print(f"| pages a second | {len(rows) / seconds:.1f} | | |")


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "--tell"]
    main(Path(arguments[0]), (arguments[1:] or ["all"])[0], tell="--tell" in sys.argv)
