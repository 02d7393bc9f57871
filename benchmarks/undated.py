"""What is dated wrongly where articles have no date: ``python benchmarks/undated.py FOLDER [--half even] [--show]``.

FOLDER holds news.jsonl (``cluster``, ``title``, ``published``, ``text``). Each cluster is read twice, with the dates of
publication and as bare text under its title, and the lines of both timelines are compared: a line of the bare one is
wrong where its date can't be that of the same expression in the dated one. Clusters are numbered in the order of the
file, from 1: the odd ones are for development, and ``--half even`` opens the others, only to measure.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.clean import clean, identify
from generator.edtf import compatible
from generator.extract import extract
from generator.link import link
from generator.model import Corrections, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Briefing, Event, Span

Row = dict[str, str]
Known = dict[tuple[str, "Span"], str | None]


def clusters(path: Path, half: str) -> Iterator[tuple[str, list[Row]]]:
    """Yield the clusters of one half under their numbers."""
    groups: dict[str, list[Row]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        groups.setdefault(row["cluster"], []).append(row)
    for number, rows in enumerate(groups.values(), 1):
        if number % 2 == (half == "odd"):
            yield f"cluster {number}", rows


def linked(rows: list[Row], *, dated: bool) -> Briefing:
    """Return what some articles say together, with their dates of publication or without."""
    articles = []
    for n, row in enumerate(rows):
        text = f"{row['title']}\n\n{row['text']}"
        stated = (("published", row["published"][:10], 1),) if dated and row.get("published") else ()
        digest = hashlib.sha256(text.encode()).hexdigest()
        articles.append(clean(Source(f"seeds/a{n:02}.txt", digest, text, "txt", stated, f"seeds/a{n:02}.yml")))
    named = identify(tuple(articles), Corrections())
    return link(tuple(extract(a) for a in named), Corrections())


def values(briefing: Briefing) -> Known:
    """Return the value of each temporal expression by its place."""
    paths = {a.id: a.path for a in briefing.articles}
    return {(paths[d.article], d.span): d.value for f in briefing.findings for d in f.dates}


def verdict(event: Event, paths: dict[str, str], known: Known) -> str:
    """Return how the date of a line fits what the same words mean once the article has its date."""
    if event.date is None:
        return "no date"
    told = [known.get((paths[d.article], d.span)) for d in event.dates]
    if not any(told):
        return "open with dates too"
    return "right" if all(compatible(event.date, t) for t in told if t) else "wrong"


def main() -> None:
    """Print the wrong lines, then the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    parser.add_argument("--show", action="store_true", help="print the lines that aren't right")
    asked = parser.parse_args()
    path = asked.folder / "news.jsonl"
    if not path.exists():
        print(f"{path}: not there")
        return
    tally: Counter[str] = Counter()
    for name, rows in clusters(path, asked.half):
        bare, dated = linked(rows, dated=False), linked(rows, dated=True)
        known, paths = values(dated), {a.id: a.path for a in bare.articles}
        tally["lines with dates"] += sum(e.date is not None for e in dated.events)
        for event in bare.events:
            found = verdict(event, paths, known)
            tally[found] += 1
            if asked.show and found in ("wrong", "open with dates too"):
                told = " ".join(f"“{d.text}”={known.get((paths[d.article], d.span))}" for d in event.dates)
                print(f"{found} {name} {event.date} | {told} | {event.because}\n    {event.headline.text[:200]}")
    shown = tally["right"] + tally["wrong"] + tally["open with dates too"]
    print(*(f"{kind}: {count}" for kind, count in sorted(tally.items())), sep="\n")
    print(f"lines of the bare build with a date: {shown}, wrong: {tally['wrong'] / (shown or 1):.1%}")


if __name__ == "__main__":
    main()
