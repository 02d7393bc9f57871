"""How long a build takes: the demo, and larger corpora made of it.

    python benchmarks/build.py [copies …]      default: 1 10 40

Each larger corpus holds so many copies of the articles, with every year moved and the proper names of each marked, so
that the copies don't count as one origin. The table gives seconds for the pipeline alone, before mkdocs starts, and
the peak memory of the process.
"""

from __future__ import annotations

import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAME = re.compile(r"\b(?=[A-Z][a-z]{3})[A-Za-z]{4,}\b")


def corpus(folder: Path, copies: int) -> int:
    """Write the articles so many times into a folder's seeds; return how many there are."""
    seeds = folder / "seeds"
    seeds.mkdir()
    shutil.copytree(ROOT / "templates", folder / "templates")
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for n in range(copies):
            marked = NAME.sub(lambda m, n=n: f"{m.group()}{chr(97 + n % 26)}{chr(97 + n // 26)}", text) if n else text
            moved = re.sub(r"\b(19|20)(\d\d)\b", lambda m, n=n: str(int(m.group()) - n), marked)
            (seeds / f"{n:04d}-{path.name}").write_text(moved, encoding="utf-8")
    return len(list(seeds.iterdir()))


def seconds(folder: Path) -> float:
    """Return how long one build takes, the start of Python included."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "generator", "build"], cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Print the table."""
    print(f"{datetime.now(tz=UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}", end=", ")
    print(f"mkdocs {version('mkdocs')}, jinja2 {version('jinja2')}; python {' '.join(sys.argv)}\n")
    print("| articles | first build, s | second build, s | peak memory, MB |")
    print("|---:|---:|---:|---:|")
    for copies in [int(a) for a in sys.argv[1:]] or [1, 10, 40]:
        with tempfile.TemporaryDirectory() as name:
            count = corpus(Path(name), copies)
            first, second = seconds(Path(name)), seconds(Path(name))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"| {count} | {first:.1f} | {second:.1f} | {memory:.0f} |", flush=True)


if __name__ == "__main__":
    main()
