r"""Test texts in which the expected findings are marked in the text itself.

A file holds cases. Each begins with ``## `` and a title that is a sentence, then optional ``key: value`` lines
(``published: 2024-05-02``), an empty line, and the text::

    ## A bare weekday after a past tense is the one before publication
    published: 2024-05-02

    The strike began [last Tuesday](date: 2024-04-30). He quoted \[sic\] nobody.

``[words](kind: value)`` marks a finding; the value may be empty, and may go on with ``; key=value`` pairs. Marks nest.
A bracket of the text itself is written with a backslash before it. ``kind`` is a lower-case word.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.clean import clean, laid_out
from generator.model import Source

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Article


@dataclass(frozen=True)
class Mark:
    """An expected finding: where, its kind, its value and further properties."""

    start: int
    end: int
    kind: str
    value: str
    more: dict[str, str]
    text: str


@dataclass(frozen=True)
class Case:
    """One test text with its marks; ``where`` is ``file:line`` for messages."""

    title: str
    where: str
    settings: dict[str, str]
    text: str
    marks: tuple[Mark, ...]

    def of(self, *kinds: str) -> tuple[Mark, ...]:
        """Return the marks of some kinds."""
        return tuple(m for m in self.marks if m.kind in kinds)


_CLOSE = re.compile(r"\]\((?P<kind>[a-z-]+)(?::\s*(?P<value>[^;)]*?))?(?P<more>(?:\s*;[^;)]*)*)\)")


def parse(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the plain text and the marks of a marked text."""
    out: list[str] = []
    length = 0
    open_at: list[int] = []
    marks: list[tuple[int, int, str, str, dict[str, str]]] = []
    i = 0
    while i < len(marked):
        if marked[i] == "\\" and marked[i + 1 : i + 2] in ("[", "]"):
            out.append(marked[i + 1])
            length += 1
            i += 2
        elif marked[i] == "[":
            open_at.append(length)
            i += 1
        elif marked[i] == "]" and (close := _CLOSE.match(marked, i)) and open_at:
            pairs = (p.split("=", 1) for p in close["more"].split(";") if p.strip())
            more = {k.strip(): v.strip() for k, v in pairs}
            marks.append((open_at.pop(), length, close["kind"], (close["value"] or "").strip(), more))
            i = close.end()
        else:
            out.append(marked[i])
            length += 1
            i += 1
    if open_at:
        msg = f"a bracket is never closed: {marked[:80]!r}"
        raise ValueError(msg)
    text = "".join(out)
    return text, tuple(Mark(s, e, k, v, m, text[s:e]) for s, e, k, v, m in sorted(marks, key=lambda m: (m[0], -m[1])))


def cases(path: Path) -> tuple[Case, ...]:
    """Return the cases of one file."""
    found = []
    parts = re.split(r"(?m)^## ", path.read_text(encoding="utf-8"))
    line = parts[0].count("\n") + 1
    for part in parts[1:]:
        head, _, body = part.partition("\n\n")
        title, *settings = head.splitlines()
        text, marks = parse(body.strip("\n"))
        pairs = (s.split(":", 1) for s in settings if s.strip())
        found.append(Case(title, f"{path.name}:{line}", {k.strip(): v.strip() for k, v in pairs}, text, marks))
        line += part.count("\n")
    return tuple(found)


def article(text: str, path: str = "seeds/case.txt", **sidecar: str) -> Article:
    """Return the cleaned article of a text; further arguments are what its sidecar states."""
    return clean(source(text, path, **sidecar))


def source(text: str, path: str = "seeds/case.txt", **sidecar: str) -> Source:
    """Return a text as it is read; further arguments are what its sidecar states."""
    stated = tuple((name, value, 1) for name, value in sorted(sidecar.items()))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(path, digest, text, "txt", stated, "seeds/case.yml")


def house(*texts: str, **sidecar: str) -> tuple[Article, ...]:
    """Return the cleaned articles of texts that are read together."""
    return tuple(map(clean, laid_out(source(text, f"seeds/{n}.txt", **sidecar) for n, text in enumerate(texts))))
