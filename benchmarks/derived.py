"""A large project made of few real articles: ``python benchmarks/derived.py FOLDER COUNT OUT [WORDS]``.

FOLDER holds news.jsonl (see ``news.py``); of its clusters only those of odd number are used. Each further copy of a
cluster takes place at another time and has other names, numbers and, in one place of four, other words of the same
kind, so that it tells something else. Texts are cut at the paragraph in which they reach so many WORDS (250). The same
arguments give the same files.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

STATED = ("title", "publisher", "published", "url")
KEPT = re.compile(
    r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October|\w{2,6}day"
    r"|The|A|An|In|On|At|It|He|She|They|We|But|And|For|As|This|That|There|When"
)
"""Capitals that are no names."""
CHANGED = 0.25
"""The share of plain words that are others in a copy: hardly a run of eight words stays."""
_WORD = re.compile(r"[A-Za-z]{3,}|\d+")
_ENDING = re.compile(r"(?:ings?|ed|ly|ions?|ers?|s)?\Z")
_SHIFT = str.maketrans("bcdfghjklmnprstvw", "cdfghjklmnprstvwb")


def odd_clusters(path: Path) -> list[list[dict[str, str]]]:
    """Return the articles of the clusters of odd number."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["cluster"]].append(row)
    return list(found.values())[::2]


def cut(text: str, words: int) -> str:
    """Return the first paragraphs that have so many words together."""
    kept: list[str] = []
    for paragraph in text.splitlines():
        if sum(len(line.split()) for line in kept) >= words:
            break
        kept.append(paragraph)
    return "\n".join(kept)


def copies(clusters: list[list[dict[str, str]]], words: int) -> Iterator[dict[str, str]]:
    """Yield articles without end: those of the clusters, then copy after copy of them."""
    texts = [[row | {"text": cut(row["text"], words)} for row in rows] for rows in clusters]
    plain = defaultdict(list)
    for word in sorted({w for rows in texts for row in rows for w in _WORD.findall(row["text"]) if w.islower()}):
        plain[_kind(word)].append(word)
    for number in count():
        for place, rows in enumerate(texts):
            for row in rows:
                yield changed(row, number, place, plain) if number else row


def changed(row: dict[str, str], number: int, place: int, plain: dict[tuple[str, int], list[str]]) -> dict[str, str]:
    """Return an article as it would be told of something else, the same for all articles of a cluster."""
    here = random.Random(f"{number} {row['url']}")  # noqa: S311 - no secret

    def other(match: re.Match[str]) -> str:
        word = match.group()
        same = random.Random(f"{number} {place} {word}")  # noqa: S311 - no secret
        if word.isdigit():
            return word if len(word) == 4 else str(same.randrange(10 ** (len(word) - 1), 10 ** len(word)))  # noqa: PLR2004
        if KEPT.fullmatch(word) or word.isupper():
            return word
        if word[0].isupper():
            return word.translate(_SHIFT) if same.random() < 0.8 else word  # noqa: PLR2004 - most names, not all
        return here.choice(plain[_kind(word)]) if len(word) > 4 and here.random() < CHANGED else word  # noqa: PLR2004

    told = {name: _WORD.sub(other, row.get(name) or "") for name in ("title", "text")}
    published = row.get("published") or ""
    if published:
        published = str(date.fromisoformat(published[:10]) + timedelta(days=13 * number))
    url = f"{row.get('url') or 'https://example.org/'}?copy={number}"
    return row | told | {"published": published, "url": url}


def _kind(word: str) -> tuple[str, int]:
    ending = _ENDING.search(word)
    return ending.group() if ending else "", len(word)


def write(source: Path, total: int, out: Path, words: int = 250) -> None:
    """Write articles with their sidecars."""
    out.mkdir(parents=True)
    for number, row in zip(range(total), copies(odd_clusters(source), words), strict=False):
        (out / f"a{number:05}.txt").write_text(row["text"] + "\n", encoding="utf-8")
        stated = {name: row[name] for name in STATED if row.get(name)}
        sidecar = yaml.safe_dump(stated, allow_unicode=True, default_style="'")
        (out / f"a{number:05}.yml").write_text(sidecar, encoding="utf-8")


if __name__ == "__main__":
    folder, number, target, *rest = sys.argv[1:]
    write(Path(folder) / "news.jsonl", int(number), Path(target), *map(int, rest))
