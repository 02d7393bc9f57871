"""What an article of an odd shape costs: of 20,000 and of 40,000 characters.

    python benchmarks/shapes.py

Cleaning one text of one shape, and finding what it says, is compared with the texts of the demo, a character: no shape
may cost more than three times as much, and twice the length 2.3 times.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from generator.clean import clean  # noqa: E402
from generator.extract import extract  # noqa: E402
from generator.model import Source  # noqa: E402

SHAPES = {
    "names": "Alpha Beta Gamma ",
    "initials": "J. R. R. Smith ",
    "percents": "5%5%",
    "quotations": "“a,” he said. ",
    "nested marks": "“‘",
    "capitals": "A",
    "words in capitals": "ABC ",
    "digits": "5",
    "numbers": "55 ",
    "dates": "1/2/",
    "sums": "$5 ",
    "commas": ",",
    "words and commas": "word, ",
    "one line": "the talks were held in May and the town said so ",
    "short paragraphs": "Ann Lee said.\n\n",
}
LENGTH = 20_000


def reading(text: str) -> float:
    """Return the processor seconds of cleaning one article and finding what it says."""
    begun = time.process_time()
    extract(clean(Source("seeds/one.txt", str(hash(text)), text, "txt", (("language", "en", 1),))))
    return time.process_time() - begun


def shapes() -> None:
    """Print the table of shapes."""
    prose = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    usual = min(sum(reading(text + "\n" * n) for text in prose) for n in range(3)) / sum(map(len, prose))
    print(f"prose: {1 / usual:,.0f} characters a second\n\n| shape | times prose | twice the length |\n|---|---:|---:|")
    for name, unit in SHAPES.items():
        once, twice = (reading("Title of it\n\n" + (unit * n)[:n]) for n in (LENGTH, 2 * LENGTH))
        print(f"| {name} | {twice / (2 * LENGTH) / usual:.1f} | {twice / once:.1f} |", flush=True)


if __name__ == "__main__":
    shapes()
