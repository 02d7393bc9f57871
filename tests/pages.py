"""Pages whose lines begin with what they are: ``title     | The headline``, ``removed   | Advertisement``.

A file holds pages. Each begins with ``## `` and a title, then ``field: basis value`` lines, an empty line, and the
page's lines. ``wrapped`` goes on with the line before; an empty line has no kind. See
``tests/gold/clean-pages-dev.md``.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.clean import clean
from generator.model import ARTICLE_FIELDS, Source, Unknown

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Article

_LINE = re.compile(r"(?P<kind>[a-z]*) *\|(?: (?P<text>.*))?")


@dataclass(frozen=True)
class Page:
    """A page, the kind of each of its lines that holds anything, and what its card should say."""

    title: str
    where: str
    text: str
    kinds: tuple[tuple[int, str], ...]
    fields: dict[str, str]
    article: Article


def pages(path: Path) -> tuple[Page, ...]:
    """Return the pages of one file."""
    parts = re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))
    line = parts[0].count("\n") + 1
    found = []
    for part in parts[1:]:
        found.append(_page(part, f"{path.name}:{line}"))
        line += part.count("\n")
    return tuple(found)


def _page(part: str, where: str) -> Page:
    head, _, body = part.partition("\n\n")
    title, *settings = head.splitlines()
    fields = {k.strip(): v.strip() for k, v in (s.split(":", 1) for s in settings)}
    suffix = fields.pop("format", "txt")
    lines = [match for raw in body.rstrip("\n").splitlines() if (match := _LINE.fullmatch(raw))]
    text = "\n".join(m["text"] or "" for m in lines)
    kinds: list[tuple[int, str]] = []
    at = 0
    for match in lines:
        if match["kind"]:
            kinds.append((at, match["kind"]))
        at += len(match["text"] or "") + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = clean(Source(f"seeds/case.{suffix}", digest, text, suffix))
    return Page(title, where, text, tuple(kinds), fields, article)


def wrong_lines(page: Page) -> list[str]:
    """Return the lines of a page that are classified otherwise than it says."""
    wrong = []
    for at, kind in page.kinds:
        start = at + len(page.text[at:]) - len(page.text[at:].lstrip())
        block = page.article.block_at(start)
        found = block.kind if block else "nothing"
        goes_on = bool(block) and block.span.start < start
        if kind not in {found, "wrapped"} or goes_on != (kind == "wrapped"):
            line = page.text[at:].split("\n", 1)[0]
            wrong.append(f"{page.where} {page.title}: {kind}, not {found} ({block.rule if block else ''}): {line[:60]}")
    return wrong


def wrong_fields(page: Page) -> list[str]:
    """Return the fields of a page's card that read otherwise than it says."""
    wrong = []
    for name, expected in page.fields.items():
        assert name in ARTICLE_FIELDS, f"{page.where}: no field {name}"
        known = getattr(page.article, name)
        value = "" if isinstance(known, Unknown) else known.value
        if (found := f"{type(known).__name__.lower()} {value}".strip()) != expected:
            wrong.append(f"{page.where} {page.title}: {name}: {expected}, not {found}")
    return wrong
