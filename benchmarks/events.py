"""Measure the joining of events over articles: ``python benchmarks/events.py [FOLDER] [--half even|odd] [--show]``.

On our own clusters (``tests/gold/events-*.md``) the shares of ``tests/test_events.py``. With FOLDER, on its
``stories.jsonl``: one article a line with ``id``, ``text``, ``topic``, ``event``; two events of one topic are
look-alikes. An event that is told by articles of both is counted as mixed; every topic is one briefing. No dates of
publication are given there, so that relative dates mean something only where other articles date the same.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_events import GOLD, measured  # noqa: E402

from generator.clean import clean, identify  # noqa: E402
from generator.extract.dates import find_dates  # noqa: E402
from generator.extract.names import find_names  # noqa: E402
from generator.link.entities import join_names  # noqa: E402
from generator.link.events import find_events  # noqa: E402
from generator.model import Briefing, Corrections, Findings, Source  # noqa: E402

if TYPE_CHECKING:
    from generator.model import Event


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), help="only every other topic")
    parser.add_argument("--show", action="store_true", help="print what is mixed")
    options = parser.parse_args()
    print("own clusters:", ", ".join(f"{name} {share:.3f}" for name, share in measured(GOLD).items()))
    if options.folder is None:
        return
    path = options.folder / "stories.jsonl"
    if not path.exists():
        print(f"{path}: not there")
        return
    topics: dict[str, list[dict[str, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        topics.setdefault(row["topic"], []).append(row)
    names = sorted(topics, key=int)
    chosen = names[options.half == "even" :: 2] if options.half else names  # numbered from 1, as in stories.py
    counts: Counter[str] = Counter()
    began = time.process_time()
    for name in chosen:
        counts += counted(topics[name], show=options.show)
    print(f"{len(chosen)} topics, {time.process_time() - began:.1f} s:", dict(counts))


def counted(rows: list[dict[str, str]], *, show: bool) -> Counter[str]:
    """Return how many events the articles of a topic give: all, dated, told by several, mixed, disputed."""
    told = {f"seeds/{row['id']}.txt": row for row in rows}
    digests = {path: hashlib.sha256(row["text"].encode()).hexdigest() for path, row in told.items()}
    sources = (Source(path, digests[path], row["text"], "txt") for path, row in told.items())
    articles = identify(tuple(clean(s) for s in sources), Corrections())
    story = {a.id: told[a.path]["event"] for a in articles}
    findings = tuple(find_names(find_dates(Findings(a))) for a in sorted(articles, key=lambda a: a.id))
    counts: Counter[str] = Counter()
    for event in find_events(join_names(Briefing(findings))).events:
        told_by = {e.article for e in event.evidence}
        mixed = len({story[a] for a in told_by}) > 1
        counts += Counter(events=1, dated=event.date is not None, several=len(told_by) > 1, mixed=mixed)
        counts["disputed"] += event.status == "disputed"
        if mixed and show:
            printed(event, story)
    return counts


def printed(event: Event, story: dict[str, str]) -> None:
    """Print an event that joins two stories."""
    print(event.date, event.status)
    for evidence in event.evidence:
        print("   ", story[evidence.article], " ".join(evidence.text.split())[:160])


if __name__ == "__main__":
    main()
