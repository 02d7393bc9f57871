"""What comparing articles costs: processor seconds and peak memory of each step for 100, 1,000 and 10,000 articles.

Usage: python benchmarks/link.py [COUNT …]. The articles are those of ``invented.py``; finding what they say isn't
counted. The memory is the peak of the process up to the end of the step, the findings included.
"""

from __future__ import annotations

import platform
import resource
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from invented import people_of, text
from marked import article

from generator.clean import identify
from generator.extract import extract
from generator.link import STEPS
from generator.model import Briefing, Corrections, Findings


def _findings(count: int) -> tuple[Findings, ...]:
    """Return what invented articles say, each with an address of its own."""
    people = people_of(count)
    articles = (article(text(n, people), f"seeds/{n:06}.md") for n in range(count))
    with ProcessPoolExecutor() as pool:
        found = pool.map(extract, identify(tuple(articles), Corrections()), chunksize=50)
        return tuple(sorted(found, key=lambda f: f.article.id))


def measured(count: int) -> list[tuple[float, int]]:
    """Return the seconds and the megabytes of each step."""
    briefing = Briefing(_findings(count))
    rows = []
    for step in STEPS:
        start = process_time()
        briefing = step(briefing)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        rows.append((process_time() - start, memory))
    print(f"{count} articles: {len(briefing.passages)} passages, {len(briefing.events)} events", flush=True)
    return rows


def main(counts: list[int]) -> None:
    """Print a table with one line a step; the ratio is that of the last two counts."""
    columns = [measured(count) for count in counts]
    print(f"{datetime.now(tz=UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}")
    print("| step |", " | ".join(f"{c:,}, s" for c in counts), "| ratio | peak memory, MB |")
    print("| --- |", " | ".join("---:" for _ in counts), "| ---: | ---: |")
    for n, step in enumerate(STEPS):
        seconds = [column[n][0] for column in columns]
        ratio = f"{seconds[-1] / seconds[-2]:.0f}" if len(seconds) > 1 and seconds[-2] >= 0.05 else ""  # noqa: PLR2004
        print(f"| {step.__name__} |", " | ".join(f"{s:.1f}" for s in seconds), f"| {ratio} | {columns[-1][n][1]} |")


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [100, 1000, 10_000])
