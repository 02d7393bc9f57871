"""What the proofs read: the data, the seeds and the pages, each read once."""

import posixpath
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.check.data import ENTITIES, Row, every_evidence
from generator.check.seeds import folded
from generator.check.views import Target, View, target, whole
from generator.words.reasons import asked, told

_REASONS = frozenset(("because", "reasons", "rule"))
"""What the data calls its reasons."""


@dataclass(frozen=True)
class Built:
    """A folder of pages with the data beside them; ``root`` holds the seeds."""

    folder: Path
    root: Path
    data: Row
    changes: Row
    texts: Mapping[str, str]
    """The decoded text of each article by its id."""
    pages: Mapping[str, View]
    """Every page by its path below the folder."""

    @cached_property
    def told(self) -> Row:
        """The data as the pages tell it: its reasons, and the kinds of terms, in the language of the pages."""
        found: Row = _told(self.data)
        for term in found["terms"]:
            term["kind"] = told(term["kind"])
        return found

    @cached_property
    def articles(self) -> Mapping[str, Row]:
        """The articles by id."""
        return {a["id"]: a for a in self.told["articles"]}

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
    def entities(self) -> Mapping[str, Row]:
        """The entities that have a page, by the name of that page's place: ``people/a-name``."""
        folders = {"person": "people", "organisation": "organisations", "place": "places"}
        folders |= {"agreement": "agreements", "event": "events"}
        every = (e for table in ENTITIES for e in self.told[table] if e["page"] and e["kind"] in folders)
        return {f"{folders[e['kind']]}/{e['id']}": e for e in every}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The names of all entities by id."""
        return {e["id"]: e["name"] for table in ENTITIES for e in self.data[table]}

    @cached_property
    def dates(self) -> Mapping[str, Sequence[Row]]:
        """The expressions of time of each article."""
        found: dict[str, list[Row]] = {}
        for row in self.told["dates"]:
            found.setdefault(row["evidence"]["article"], []).append(row)
        return found

    @cached_property
    def questions(self) -> Mapping[str, str]:
        """What each difference asks, by the anchor of its card; words of a source may stand behind it."""
        return {f"d-{d['id']}": folded(asked(d["kind"], d["question"])[0]) for d in self.data["differences"]}

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """What each term means, by its anchor: its first definition, else what it is short for, else its kind."""
        short = {t["id"]: t["expansion"]["text"] if t["expansion"] else t["kind"] for t in self.told["terms"]}
        return {f"t-{t['id']}": folded(t["definition"] or short[t["id"]]) for t in self.data["terms"]}

    @cached_property
    def indexes(self) -> frozenset[str]:
        """The pages whose tables list articles or entities."""
        return frozenset(("index", "articles/index", *(f"{name.partition('/')[0]}/index" for name in self.entities)))

    @cached_property
    def strings(self) -> frozenset[str]:
        """Every text in the data, folded."""
        return frozenset(folded(s) for s in (*_strings(self.told), *_strings(self.changes)))

    @cached_property
    def _origins(self) -> Mapping[str, Row]:
        return {id_: o for o in self.data["origins"] for id_ in o["articles"]}

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

    def backing(self, articles: Iterable[str]) -> tuple[int, int]:
        """Return how many articles there are among some, and how many of them can be independent.

        Those with the fewest others beside them are taken first; no two of one origin, beside each other, of one house.
        """
        sources = sorted((len(self._origins[s]["beside"]), s) for s in self._origins.keys() & set(articles))
        origins: set[str] = set()
        houses: set[str] = set()
        for _, id_ in sources:
            origin, house = self._origins[id_], self.articles[id_]["house"]["value"]
            if not origins & {origin["id"], *origin["beside"]} and (house is None or house.casefold() not in houses):
                origins.add(origin["id"])
                houses.add((house or "").casefold())
        return len(sources), len(origins)

    def is_backed(self, articles: Collection[str], sources: int, origins: int) -> bool:
        """Tell whether articles are so many sources, and can be so many origins; fewer where some say no more."""
        known, most = self.backing(articles)
        return sources == known and min(1, most) <= origins <= most


def _told(node: Any) -> Any:  # noqa: ANN401 - JSON
    """Return data with its reasons in the language of the pages."""
    if isinstance(node, dict):
        return {k: _reason(v) if k in _REASONS else _told(v) for k, v in node.items()}
    return [_told(one) for one in node] if isinstance(node, list) else node


def _reason(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, list):
        return [_reason(one) for one in value]
    return told(value) if isinstance(value, str) and value else value


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)
