"""What an article of an odd shape costs: of 20,000 and of 40,000 characters.

    python benchmarks/shapes.py [FOLDER]

Cleaning one text of one shape, and finding what it says, is compared with the texts of the demo, a character: no shape
may cost more than three times as much, and twice the length 2.3 times. With a FOLDER, the first 200 reports of its
``quotes.jsonl`` are read as well. Rings of objects are looked for as seldom as in a build.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from generator.clean import clean  # noqa: E402
from generator.extract import extract  # noqa: E402
from generator.model import Source  # noqa: E402
from generator.pipeline import seldom_collecting  # noqa: E402

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
REPORTS = 200


def reading(text: str) -> tuple[float, float]:
    """Return the processor seconds of cleaning one article, and of finding what it says."""
    begun = time.process_time()
    article = clean(Source("seeds/one.txt", str(hash(text)), text, "txt", (("language", "en", 1),)))
    cleaned = time.process_time()
    extract(article)
    return cleaned - begun, time.process_time() - cleaned


def reports(path: Path) -> None:
    """Print how fast reports of agencies are read, the first ones once before to warm up."""
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()[:REPORTS]]
    for text in texts[:5]:
        reading(text + "\n")
    cleaned, found = (sum(seconds) for seconds in zip(*map(reading, texts), strict=True))
    length = sum(map(len, texts))
    print(f"{len(texts)} reports: cleaned {length / cleaned:,.0f}, found {length / found:,.0f} characters a second\n")


def shapes() -> None:
    """Print the table of shapes."""
    prose = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    usual = min(sum(sum(reading(text + "\n" * n)) for text in prose) for n in range(3)) / sum(map(len, prose))
    print(f"prose: {1 / usual:,.0f} characters a second\n\n| shape | times prose | twice the length |\n|---|---:|---:|")
    for name, unit in SHAPES.items():
        once, twice = (sum(reading("Title of it\n\n" + (unit * n)[:n])) for n in (LENGTH, 2 * LENGTH))
        print(f"| {name} | {twice / (2 * LENGTH) / usual:.1f} | {twice / once:.1f} |", flush=True)


if __name__ == "__main__":
    with seldom_collecting():
        if sys.argv[1:]:
            reports(Path(sys.argv[1]) / "quotes.jsonl")
        shapes()
