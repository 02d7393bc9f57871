"""How well the articles that tell one happening are found: pairs of them, precision, recall and F1.

Usage: python benchmarks/stories.py FOLDER, where FOLDER holds stories.jsonl: one article a line with ``text``,
``topic`` (a subject) and ``event`` (the happening). Every other subject is for development, the rest is held out.
"""

from __future__ import annotations

import json
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from marked import article

from generator.extract import extract
from generator.link.stories import stories
from generator.model import Briefing, Findings

# The texts are tokenised: marks stand apart from the words.
_JOIN = (
    (re.compile(r"``\s?"), "“"),
    (re.compile(r"\s?''"), "”"),
    (re.compile(r"(?<=\d) ([.,]) (?=\d{3}\b)"), r"\1"),
    (re.compile(r"(?<=\d) \. (?=\d)"), "."),
    (re.compile(r" ([.,;:!?%)\]])"), r"\1"),
    (re.compile(r"([(\[$£€]) "), r"\1"),
    (re.compile(r" (n't|'s|'m|'re|'ve|'ll|'d)\b"), r"\1"),
    (re.compile(r"(?<=\w) - (?=\w)"), "-"),
)


def main(folder: Path) -> None:
    """Print a line for each half."""
    path = folder / "stories.jsonl"
    if not path.exists():
        print(f"{path}: not there")
        return
    rows = [json.loads(line) | {"number": n} for n, line in enumerate(path.read_text(encoding="utf-8").splitlines())]
    topics = sorted({row["topic"] for row in rows}, key=lambda t: (len(t), t))
    with ProcessPoolExecutor(2) as pool:
        found = list(pool.map(_findings, rows, chunksize=20))
    for half, name in enumerate(("development", "held out")):
        chosen = {t for n, t in enumerate(topics) if n % 2 == half}
        picked = [(row["event"], f) for row, f in zip(rows, found, strict=True) if row["topic"] in chosen]
        print(name, len(picked), "articles:", _measured(picked))


def _findings(row: dict[str, str]) -> Findings:
    text = row["text"]
    for pattern, joined in _JOIN:
        text = pattern.sub(joined, text)
    name = f"a{int(row['number']):05}"
    return extract(replace(article(text, f"seeds/{name}.txt"), id=name))


def _measured(picked: list[tuple[str, Findings]]) -> str:
    events = {f.article.id: event for event, f in picked}
    pairs = {p for group in stories(Briefing(tuple(f for _, f in picked))) for p in combinations(group, 2)}
    right = sum(events[a] == events[b] for a, b in pairs)
    true = sum(events[a] == events[b] for a, b in combinations(sorted(events), 2))
    precision, recall = right / max(len(pairs), 1), right / max(true, 1)
    score = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f}"


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
