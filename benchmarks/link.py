"""What comparing articles costs: seconds of each step for 100, 1,000 and 10,000 invented articles.

Usage: python benchmarks/link.py [COUNT …]. Three articles report each accident; every tenth gives
another number.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from marked import article

from generator.extract import extract
from generator.link.differences import compare
from generator.link.entities import join_names
from generator.link.measures import group_figures
from generator.link.origins import find_origins
from generator.link.passages import find_passages
from generator.link.related import relate
from generator.link.utterances import group_quotes
from generator.model import Briefing, Findings, Stated

STEPS = (find_passages, find_origins, join_names, group_quotes, group_figures, compare, relate)
SHARING, CHANGED = 3, 10
VOCABULARY = 30_000
SYLLABLES = ("ka", "lo", "mi", "ren", "sta", "vo", "dul", "ber", "shi", "non", "tra", "pel", "gus", "wi", "zor", "ey")


def _name(key: str) -> str:
    letters = sha256(key.encode()).hexdigest()
    syllables = (
        "ka",
        "lo",
        "mi",
        "ren",
        "sta",
        "vo",
        "dul",
        "ber",
        "shi",
        "non",
        "tra",
        "pel",
        "gus",
        "wi",
        "zor",
        "ey",
    )
    return "".join(syllables[int(c, 16)] for c in letters[:4]).title()


def _text(number: int) -> str:
    story = number // SHARING
    person, town = f"{_name(f'given {story}')} {_name(f'family {story}')}", _name(f"town {story}")
    hurt = 10 + story % 80 + (1 if number % CHANGED == 0 else 0)
    told = [_words(f"{story} {n}", 12) for n in range(3)]
    own = [_words(f"{number} own {n}", 16) for n in range(3)]
    return (
        f"The {told[0]} on Tuesday and {hurt} people were taken to the hospital of {town}.\n\n"
        f"“We {told[1]} {story % 9 + 2} years ago,” {person} said in {town}.\n\n"
        f"Mayor {person} {told[2]} in {town}. The {own[0]}.\n\nThe {own[1]} near {town}. The {own[2]}."
    )


def _words(key: str, count: int) -> str:
    """Return invented words; the first ones of the vocabulary are the commonest, as in every language."""
    numbers = (int(sha256(f"{key} {n}".encode()).hexdigest()[:8], 16) for n in range(count))
    return " ".join(_name(f"word {int(VOCABULARY ** (number / 16**8))}").lower() for number in numbers)


def _findings(number: int) -> Findings:
    name = f"a{number:06}"
    found = replace(article(_text(number), f"seeds/{name}.txt"), id=name)
    return extract(replace(found, published=Stated(f"2023-{number // SHARING % 12 + 1:02}-15", ())))


def main(counts: list[int]) -> None:
    """Print a table with one line a step and one column a count."""
    times: dict[str, list[str]] = {step.__name__: [] for step in STEPS}
    for count in counts:
        with ProcessPoolExecutor(2) as pool:
            briefing = Briefing(tuple(pool.map(_findings, range(count), chunksize=50)))
        for step in STEPS:
            start = perf_counter()
            briefing = step(briefing)
            times[step.__name__].append(f"{perf_counter() - start:.1f}")
        print(
            f"{count} articles: {len(briefing.passages)} passages, {len(briefing.differences)} differences", flush=True
        )
    print("| step |", " | ".join(f"{c:,}" for c in counts), "|")
    print("| --- |", " | ".join("---:" for _ in counts), "|")
    for name, seconds in times.items():
        print(f"| {name} |", " | ".join(seconds), "|")


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [100, 1000, 10_000])
