"""Print how many of the differences in our own clusters of articles are shown, by half and kind.

``--missed`` prints what is missed, too, of the halves that may be looked at.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import judged  # noqa: E402 - found by the path above
from test_clusters import GOLD, HALVES  # noqa: E402


def main() -> None:
    """Print a table of all halves, and the lines of those that rules are developed on if asked for."""
    print("| half | kind | shown | of |")
    print("|---|---|---:|---:|")
    for half, numbers in HALVES.items():
        scores = [judged.score(judged.read(GOLD / f"clusters-{n:02}.md")) for n in numbers]
        shown = Counter(item.kinds[0] for score in scores for item in score.shown)
        missed = Counter(item.kinds[0] for score in scores for item in score.missed)
        for kind in sorted(shown | missed):
            print(f"| {half} | {kind} | {shown[kind]} | {shown[kind] + missed[kind]} |")
        false = sum(len(score.false) for score in scores)
        total = shown.total() + missed.total()
        print(f"| {half} | all | {shown.total()} | {total} |")
        print(f"\n{half}: {sum(score.conflicts for score in scores)} conflicts, {false} of them false\n")
        if "--missed" in sys.argv and half.startswith("developed"):
            print(*(item.where for score in scores for item in score.missed), sep="\n")
            print(*(f"false: {line}" for score in scores for line in score.false), sep="\n")


if __name__ == "__main__":
    main()
