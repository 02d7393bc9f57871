"""What a whole build costs: the demo, and invented articles, from the seeds to the site.

    python benchmarks/build.py [articles …]      default: 100 1000
    python benchmarks/build.py shapes            one article of 20,000 and of 40,000 characters in each odd shape

Each row gives the processor seconds (of all processes) and the peak memory of ``briefing build`` the first time and
again, when nothing has changed, and of ``mkdocs build``, the start of Python included. The first row is the demo.

The table of shapes compares cleaning one text of one shape, and finding what it says, with the texts of the demo, a
character: no shape may cost more than three times as much, and twice the length 2.3 times.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from invented import write

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
BUILD = ("-m", "generator", "build")
SITE = ("-m", "mkdocs", "build", "--quiet")


def project(folder: Path, count: int) -> None:
    """Lay out a project with so many invented articles; 0 stands for the demo."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    if count:
        write(count, folder / "seeds")
    else:
        shutil.copytree(ROOT / "seeds", folder / "seeds")


def cost(folder: Path, command: tuple[str, ...]) -> tuple[float, int]:
    """Run Python with a command in a folder; return its processor seconds and the peak megabytes of a process."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        os.environ |= {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
        os.execv(sys.executable, (sys.executable, *command))  # noqa: S606 - our own program
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(os.waitstatus_to_exitcode(status))
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


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


def main(counts: list[int]) -> None:
    """Print the table."""
    print(f"{datetime.now(tz=UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}", end=", ")
    print(f"{os.cpu_count()} processors, mkdocs {version('mkdocs')}, jinja2 {version('jinja2')}\n")
    print("| articles | pages | first build, s | again, s | memory, MB | mkdocs, s | memory, MB |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for count in (0, *counts):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            project(folder, count)
            (first, memory), (again, _) = cost(folder, BUILD), cost(folder, BUILD)
            site, site_memory = cost(folder, SITE)
            pages = len(list((folder / "docs").rglob("*.md")))
        built = f"{first:.1f} | {again:.1f} | {memory} | {site:.1f} | {site_memory}"
        print(f"| {count or 'the demo'} | {pages:,} | {built} |", flush=True)


if __name__ == "__main__":
    shapes() if sys.argv[1:] == ["shapes"] else main([int(a) for a in sys.argv[1:]] or [100, 1000])
