"""What a briefing claims about news that nobody wrote rules for, for a reader to judge.

Usage: python benchmarks/news.py FOLDER [--half even] [--verdicts FILE] [--all]

FOLDER holds news.jsonl (``cluster``, ``title``, ``publisher``, ``published``, ``text``) and releases.jsonl (``office``,
``file``, ``text``). Each cluster is built twice, with sidecars and as bare text under its title; each office once.
Clusters and offices are numbered in the order of the file, from 1: the odd ones are for development, and
``--half even`` opens the others, only to measure.

Each claim is printed with its sentences until FILE holds a line ``KEY true`` or ``KEY false`` for it (``--all``:
always); KEY is a hash of the kind, what is claimed and the sentences, so that the file holds no text. Then a table
counts the claims by kind. The exit status is 1 where a floor is broken or claims of a kind with a floor are unread.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.link.facts import FactKeys, facts_of
from generator.pipeline import build
from generator.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Briefing, Evidence

FLOORS = {"conflict": 0.9, "confirmed": 0.95}
"""The share of claims of a kind that must be true."""
UNREAD = ("wording", "scope", "page")
"""Kinds that are counted and printed only with ``--all``: they are many, and no floor is set for them."""
CONFIRMED = ("event", "figure", "statement", "definition")
"""Kinds of facts that an independent origin confirms; that two articles name somebody confirms nothing."""
STATED = ("title", "publisher", "published", "url")


class Project(NamedTuple):
    """A folder of articles to build: (file, text, sidecar)."""

    name: str
    articles: tuple[tuple[str, str, dict[str, str]], ...]


class Claim(NamedTuple):
    """Something that the site claims: its kind, the claim in words, and the sentences behind it."""

    project: str
    kind: str
    words: str
    sentences: tuple[str, ...]

    @property
    def key(self) -> str:
        """A hash of what is claimed and read, whatever the project."""
        said = (self.kind, self.words, *sorted(self.sentences))
        return hashlib.sha256("\n".join(" ".join(s.split()) for s in said).encode()).hexdigest()[:16]


def projects(folder: Path, half: str) -> Iterator[Project]:
    """Yield the clusters of one half, with and without their dates, and the offices."""
    for name, rows in _numbered(folder / "news.jsonl", "cluster", half):
        stated = [{k: r[k] for k in STATED if r.get(k)} for r in rows]
        with_sidecars = tuple((f"a{n}", r["text"], s) for n, (r, s) in enumerate(zip(rows, stated, strict=True)))
        bare = tuple((f"a{n}", f"{r['title']}\n\n{r['text']}", {}) for n, r in enumerate(rows))
        yield Project(f"{name} with dates", with_sidecars)
        yield Project(f"{name} bare", bare)
    for name, rows in _numbered(folder / "releases.jsonl", "office", half):
        yield Project(name, tuple((f"a{n}", r["text"], {}) for n, r in enumerate(rows)))


def _numbered(path: Path, group: str, half: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    groups: dict[str, list[dict[str, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        groups.setdefault(row[group], []).append(row)
    for number, (_, rows) in enumerate(groups.items(), 1):
        if number % 2 == (half == "odd"):
            yield f"{group} {number}", rows


def claims_of(project: Project) -> tuple[str, int, list[Claim]]:
    """Build a project; return its name, how many articles it has, and what its site claims."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "seeds").mkdir()
        for file, text, stated in project.articles:
            (root / "seeds" / f"{file}.txt").write_text(text, encoding="utf-8")
            if stated:
                sidecar = yaml.safe_dump(stated, allow_unicode=True, default_style="'")
                (root / "seeds" / f"{file}.yml").write_text(sidecar, encoding="utf-8")
        briefing = build(Settings(root)).briefing
    return (
        project.name,
        len(briefing.findings),
        [Claim(project.name, kind, words, _sentences(briefing, cited)) for kind, words, cited in _claimed(briefing)],
    )


def _claimed(briefing: Briefing) -> Iterator[tuple[str, str, Iterable[Evidence]]]:
    """Yield what is claimed: kind, words, and the places that are cited for it."""
    for d in briefing.differences:
        words = f"[{d.kind}] {d.question} — {' | '.join(r.value for r in d.readings)}"
        yield d.verdict, words, [e for r in d.readings for e in r.evidence]
    for f in facts_of(briefing, FactKeys(briefing)):
        if f.origins > 1 and f.kind in CONFIRMED:
            yield "confirmed", f"{f.kind}: {f.value} {f.text}", [e for side in f.sides for e in side]
    for x in briefing.entities:
        if x.page:
            yield "page", f"{x.kind}: {x.name}", x.mentions[:1]


def _sentences(briefing: Briefing, cited: Iterable[Evidence]) -> tuple[str, ...]:
    articles = {a.id: a for a in briefing.articles}
    found = []
    for e in cited:
        article = articles[e.article]
        at = article.sentence_at(e.span.start)
        span = e.span if at is None else article.sentences[at]
        found.append(f"{e.article}: {' '.join(article.text[span.start : span.end].split())}")
    return tuple(dict.fromkeys(found))


def main() -> int:
    """Print the claims that nobody has judged, then the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    parser.add_argument("--verdicts", type=Path)
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    if not (asked.folder / "news.jsonl").exists():
        print(f"{asked.folder / 'news.jsonl'}: not there")
        return 0
    with ProcessPoolExecutor() as pool:
        built = list(pool.map(claims_of, projects(asked.folder, asked.half)))
    claims = list({c.key: c for _, _, found in built for c in found}.values())
    judged = _verdicts(asked.verdicts)
    for claim in claims:
        if asked.all or (claim.key not in judged and claim.kind not in UNREAD):
            print(f"\n{claim.key} {claim.kind} ({claim.project})\n  {claim.words}")
            print(*(f"    {s[:600]}" for s in claim.sentences), sep="\n")
    return _table(claims, judged, sum(n for _, n, _ in built), len(built))


def _verdicts(path: Path | None) -> dict[str, bool]:
    if path is None or not path.exists():
        return {}
    rows = (line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return {key: word == "true" for key, word in rows}


def _table(claims: list[Claim], judged: dict[str, bool], articles: int, built: int) -> int:
    shown = Counter(c.kind for c in claims)
    true = Counter(c.kind for c in claims if judged.get(c.key))
    read = Counter(c.kind for c in claims if c.key in judged)
    broken = []
    print(
        f"\n{built} projects, {articles} articles\n\n| claim | shown | read | true | floor |\n|---|---:|---:|---:|---:|"
    )
    for kind in sorted(shown):
        floor = FLOORS.get(kind)
        print(f"| {kind} | {shown[kind]} | {read[kind]} | {true[kind]} | {floor or ''} |")
        if floor and (read[kind] < shown[kind] or true[kind] < floor * shown[kind]):
            broken.append(kind)
    if broken:
        print(f"\nbroken or unread: {', '.join(broken)}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
