"""Show the terms that are found in texts, to be judged by eye: ``python benchmarks/terms.py FOLDER [even|odd]``.

FOLDER holds ``*.jsonl`` files with one object a line that has a ``text``. Prints every acronym and definition with the
file and line, then how many there are and how long 100,000 characters take.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from pathlib import Path

from generator.clean import clean
from generator.extract import extract
from generator.model import Source

_PART = 100_000


def main(arguments: list[str]) -> int:
    """Print what is found, and the counts."""
    folder = Path(arguments[0] if arguments else ".")
    files = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    if not files:
        print(f"not there: {folder}/*.jsonl")
        return 0
    counts: dict[str, int] = {}
    characters, begin = 0, time.process_time()
    for path in files:
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if ("even" in arguments and n % 2) or ("odd" in arguments and not n % 2):
                continue
            text = json.loads(line)["text"]
            digest = hashlib.sha256(text.encode()).hexdigest()
            characters += len(text)
            for term in extract(clean(Source(f"{path.stem}/{n}.txt", digest, text, "txt"))).terms:
                counts[term.source] = counts.get(term.source, 0) + 1
                said = term.expansion or term.definition
                if said:
                    print(f"{path.name}:{n + 1}: {term.source}: {term.term} [{term.kind}]: {said.text}")
    seconds = time.process_time() - begin
    print(", ".join(f"{count} {source}" for source, count in sorted(counts.items())))
    print(f"{seconds / max(1, characters) * _PART:.2f} s for {_PART:,} characters, all steps of extraction")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
