"""What the proofs read: the data, the seeds and the pages, each read once."""

import posixpath
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.check.data import Row, every_evidence
from generator.check.seeds import seed_text
from generator.check.views import Target, View, target, whole


@dataclass(frozen=True)
class Built:
    """A folder of pages with the data beside them; ``root`` holds the seeds."""

    folder: Path
    root: Path
    data: Row
    changes: Row
    pages: Mapping[str, View]
    """Every page by its path below the folder."""

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The decoded text of each article by its id."""
        return {a["id"]: seed_text(a, self.folder, self.root) for a in self.data["articles"]}

    @cached_property
    def articles(self) -> Mapping[str, Row]:
        """The articles by id."""
        return {a["id"]: a for a in self.data["articles"]}

    @cached_property
    def named(self) -> Mapping[str, View]:
        """The pages by name: ``articles/a-title``; one that was too long for one file is whole here."""
        parts: dict[str, list[View]] = {}
        for view in sorted(self.pages.values(), key=lambda view: (view.is_part, view.path)):
            parts.setdefault(view.name, []).append(view)
        return {name: whole(views) for name, views in parts.items()}

    @cached_property
    def evidence(self) -> Sequence[tuple[str, Row]]:
        """Every piece of evidence, with the way to it."""
        both = (every_evidence(self.data, "briefing.json"), every_evidence(self.changes, "changes.json"))
        return tuple(found for each in both for found in each)

    @cached_property
    def _lines(self) -> Mapping[str, Sequence[int]]:
        return {id_: [i for i, c in enumerate(text) if c == "\n"] for id_, text in self.texts.items()}

    @cached_property
    def sentences(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """The sentences of each article in reading order."""
        return {i: [(s[0], s[1]) for b in a["blocks"] for s in b["sentences"]] for i, a in self.articles.items()}

    @cached_property
    def _targets(self) -> dict[tuple[str, str], Target | None]:
        return {}

    def target(self, link: str, view: View) -> Target | None:
        """Return where a link on a page leads, None for one that leaves the site; the same link is followed once."""
        key = (view.path if link.startswith("#") else posixpath.dirname(view.path), link)
        if key not in self._targets:
            self._targets[key] = target(link, view, self.pages)
        return self._targets[key]

    def line(self, article: str, offset: int) -> int:
        """Return the line of a place in an article, from 1."""
        return bisect_left(self._lines[article], offset) + 1
