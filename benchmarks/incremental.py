"""What a build costs after one change: the pages and the site, from nothing, again, and with one article changed.

    python benchmarks/incremental.py [articles … | FOLDER]      default: 100; 0 is the demo

Each row gives the processor seconds (of all processes, the start of Python included) of ``briefing build``, of ``mkdocs
build`` with the plugin, and of mkdocs alone on the pages that it finds; the wall time and memory of the first build;
how many files of docs/ one changed article rewrites. A FOLDER holds articles of one's own, and is copied.
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
BUILD = ("-m", "generator", "build")
SITE = ("-m", "mkdocs", "build", "--quiet")
STOCK = ("-m", "mkdocs", "build", "--quiet", "--config-file", "stock.yml")
LIMIT = 300_000
"""Bytes; a page of the site's Markdown that is larger is named."""


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
        os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / ".compiled")}  # as installed
        os.execv(sys.executable, (sys.executable, *command))  # noqa: S606 - our own program
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(os.waitstatus_to_exitcode(status))
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def laid_out(folder: Path, what: str) -> int:
    """Lay out a project of so many invented articles, or of those of a folder; return how many it has."""
    if what.isdigit():
        project(folder, int(what))
    else:
        project(folder, 0)
        shutil.rmtree(folder / "seeds")
        shutil.copytree(what, folder / "seeds")
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8").replace("  - briefing\n", "")
    (folder / "stock.yml").write_text(config, encoding="utf-8")
    return sum(path.suffix != ".yml" for path in (folder / "seeds").iterdir())


def changed(folder: Path) -> None:
    """Change one word of one article."""
    seed = min((folder / "seeds").iterdir())
    seed.write_text(seed.read_text(encoding="utf-8").rstrip() + " It rained.\n", encoding="utf-8")


def times(folder: Path) -> dict[Path, int]:
    """Return when each generated file was written."""
    return {path: path.stat().st_mtime_ns for path in (folder / "docs").rglob("*") if path.is_file()}


def measured(folder: Path) -> list[str]:
    """Return the cells of a row."""
    began = time.perf_counter()
    cold, memory = cost(folder, BUILD)
    wall = time.perf_counter() - began
    again, _ = cost(folder, BUILD)
    before = times(folder)
    changed(folder)
    one, _ = cost(folder, BUILD)
    rewritten = len(times(folder).items() - before.items())
    stock, _ = cost(folder, STOCK)
    first, _ = cost(folder, SITE)
    changed(folder)
    site, _ = cost(folder, SITE)
    seconds = (f"{s:.1f}" for s in (cold, wall, again, one, stock, first, site))
    return [*seconds, str(memory), f"{rewritten:,}"]


def main(whats: list[str]) -> None:
    """Print the table."""
    print(f"{datetime.now(tz=UTC):%Y-%m-%d}, {platform.machine()}, Python {platform.python_version()}", end=", ")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, mkdocs {version('mkdocs')}", end=", ")
    print(f"mkdocs-material {version('mkdocs-material')}; python benchmarks/incremental.py {' '.join(whats)}\n")
    print("| articles | pages | cold, s | its wall, s | again, s | one changed, s | mkdocs alone, cold, s |", end="")
    print(" mkdocs with the plugin, cold, s | one changed, s | memory, MB | files rewritten | over 300 kB |")
    print(f"|{'---:|' * 12}")
    for what in whats:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            count = laid_out(folder, what)
            cells = measured(folder)
            pages = list((folder / "docs").rglob("*.md"))
            large = ", ".join(sorted(p.name for p in pages if p.stat().st_size > LIMIT)) or "none"
        print(f"| {count:,} | {len(pages):,} | {' | '.join(cells)} | {large} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or ["100"])
