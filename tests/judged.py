"""Clusters of whole articles with what a careful reader finds different in them, and how much of it a briefing shows.

A file holds one cluster: articles, each after ``## article NAME`` with what its sidecar states, then lists of items.
An item of ``must show`` or ``may show`` tells the verdicts and the kinds that are right, and the words of both sides::

    - conflict/scope figure/period: the question | one `some words` | two `other words` ; three `words of the same`

``must not show`` holds pairs that no card may call a conflict, ``origins`` the articles that are one origin.
An item whose verdict is ``check`` is a slip inside of one article, which nothing is said of, and counts no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Corrections, Span

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Article, Briefing, Difference, Evidence

_SECTION = re.compile(r"(?m)^## (?P<title>[^\n]{1,80})\n")
_LISTS = ("must show", "may show", "must not show")
_PLACE = re.compile(r"(?P<article>[\w-]+) `(?P<words>[^`]+)`")


class Side(NamedTuple):
    """Words of one article, or of several that tell the same: the articles, and where in each."""

    places: tuple[tuple[str, Span], ...]

    def shown_by(self, evidence: Evidence) -> bool:
        """Tell whether some evidence stands in these words or around them."""
        return any(evidence.article == article and evidence.span.meets(span) for article, span in self.places)


class Item(NamedTuple):
    """What must, may, or must not be shown: the verdicts and kinds that are right (none: a conflict of any kind)."""

    where: str
    verdicts: tuple[str, ...]
    kinds: tuple[str, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Cluster:
    """The articles of a file by name, and its items."""

    briefing: Briefing
    must: tuple[Item, ...]
    may: tuple[Item, ...]
    must_not: tuple[Item, ...]
    origins: tuple[tuple[str, ...], ...]


class Score(NamedTuple):
    """Counts and lines of one cluster: items shown and not, conflicts that are false, traps fallen into."""

    shown: tuple[Item, ...]
    missed: tuple[Item, ...]
    conflicts: int
    false: tuple[str, ...]
    trapped: tuple[Item, ...]


def told(path: Path) -> dict[str, tuple[str, dict[str, str]]]:
    """Return the articles of a cluster by name: the text, and what the sidecar states."""
    titled = (
        (title, *text.partition("\n\n")) for title, text in _sections(path).items() if title.startswith("article ")
    )
    return {
        title.removeprefix("article "): (text.strip("\n") + "\n", dict(ln.split(": ", 1) for ln in head.splitlines()))
        for title, head, _, text in titled
    }


def read(path: Path) -> Cluster:
    """Return a cluster with the briefing of its articles; words that an article doesn't hold once are an error."""
    sections = _sections(path)
    articles = {
        name: article(text, f"seeds/{name}.txt", **stated).named(name) for name, (text, stated) in told(path).items()
    }
    lines = {title: re.findall(r"(?m)^- (?!check )(.+)$", sections.get(title, "")) for title in (*_LISTS, "origins")}
    must, may, must_not = (tuple(_item(path, line, articles) for line in lines[title]) for title in _LISTS)
    briefing = link(tuple(extract(a) for a in articles.values()), Corrections())
    return Cluster(briefing, must, may, must_not, tuple(tuple(sorted(line.split())) for line in lines["origins"]))


def _sections(path: Path) -> dict[str, str]:
    parts = _SECTION.split(path.read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _item(path: Path, line: str, articles: dict[str, Article]) -> Item:
    head, *rest = line.split(" | ")
    judged, kinds = [word.split("/") for word in head.split(":")[0].split()][:2] if ":" in head else ([], [])
    where = f"{path.name}: {line}"
    sides = (Side(tuple(_place(where, *place.groups(), articles) for place in _PLACE.finditer(side))) for side in rest)
    return Item(where, tuple(judged), tuple(kinds), tuple(sides))


def _place(where: str, name: str, words: str, articles: dict[str, Article]) -> tuple[str, Span]:
    text = articles[name].text
    if text.count(words) != 1:
        msg = f"{where}: {words!r} stands there {text.count(words)} times; give words that stand once"
        raise ValueError(msg)
    return name, Span(start := text.index(words), start + len(words))


def score(cluster: Cluster) -> Score:
    """Compare what a briefing shows with what it should show."""
    conflicts = [d for d in cluster.briefing.differences if d.verdict == "conflict"]
    known = [item for item in (*cluster.must, *cluster.may) if "conflict" in item.verdicts]
    shown = tuple(item for item in cluster.must if _is_shown(item, cluster.briefing))
    false = [d for d in conflicts if not any(_shows(d, item) for item in known)]
    return Score(
        shown,
        tuple(item for item in cluster.must if item not in shown),
        len(conflicts),
        tuple(_line(d) for d in false),
        tuple(item for item in cluster.must_not if any(_says(d, item) for d in false)),
    )


def _is_shown(item: Item, briefing: Briefing) -> bool:
    return any(_shows(difference, item) for difference in briefing.differences)


def _shows(difference: Difference, item: Item) -> bool:
    """Tell whether a card is of the right verdict and kind, and its readings are the sides of an item."""
    return _fits(difference, item) and difference.kind in item.kinds and _says(difference, item)


def _fits(difference: Difference, item: Item) -> bool:
    """Tell whether a verdict is right; what grew is of another time, too."""
    return difference.verdict in item.verdicts or (difference.verdict == "grown" and "scope" in item.verdicts)


def _says(difference: Difference, item: Item) -> bool:
    """Tell whether different readings of a card show the sides of an item, and none shows two of them."""
    found = [{n for n, r in enumerate(difference.readings) for e in r.evidence if s.shown_by(e)} for s in item.sides]
    return all(found) and len(set[int]().union(*found)) == sum(map(len, found))


def _line(difference: Difference) -> str:
    said = (f"{r.value} [{r.evidence[0].article}]" for r in difference.readings)
    return f"{difference.kind}: {difference.question} — {' | '.join(said)}"
