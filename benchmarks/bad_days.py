"""Bad days: hostile files, broken YAML, damaged states; kills, full and broken disks at steps of build and accept.

    python benchmarks/bad_days.py [files] [states] [steps]      default: 529 43 100

Everything comes from a seed. Hostile files and YAML are read in projects of fifty. Damaged states are those of a built
project in which one file was cut, emptied, bent, exchanged for a folder or a link; then it is built and checked. Steps
are those at which Python is about to change a file (PEP 578), in a build and in an acceptance, each with three faults.
What counts: an error that no user can mend, more than a minute of a processor, a tree neither the old nor the new.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(1, str(Path(__file__).parent.parent / "tests"))

from fuzzing import hostile

from generator.check import check
from generator.errors import BriefingError
from generator.pipeline import accept, build
from generator.read.formats import SUFFIXES
from generator.settings import Settings
from generator.staging import STAGE, finish

if TYPE_CHECKING:
    from collections.abc import Callable

SLOWEST = 60  # processor seconds for a project of fifty small files; ten times as long where it only waits
EACH = 50
TOUCHES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}
STORY = "The bank closed on Monday, said Ann Lee, its director. It had lost $5 million in 2023.\n"
KILLED, FAILED, RAISED = 9, 7, 1


def outcome(work: Callable[[], object]) -> str:
    """Run something in a process of its own; return how it ended."""
    pid = os.fork()
    if not pid:
        signal.setitimer(signal.ITIMER_PROF, SLOWEST)
        signal.alarm(10 * SLOWEST)
        status = FAILED
        try:
            work()
            status = 0
        except BriefingError:
            pass
        except BaseException:  # noqa: BLE001 - whatever it is, it is what we look for
            traceback.print_exc(limit=-8)
            status = RAISED
        os._exit(status)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    names = {
        0: "done",
        FAILED: "told",
        RAISED: "traceback",
        -signal.SIGALRM: "hang",
        -signal.SIGPROF: "hang",
        KILLED: "killed",
    }
    return names.get(code, f"ended by {code}")


def project(root: Path) -> Path:
    """Lay out a small project."""
    (root / "seeds").mkdir(parents=True)
    for n in range(2):
        (root / "seeds" / f"a{n}.txt").write_text(
            f"The bank closed, part {n}\n\n3 May 2024\n\n{STORY}", encoding="utf-8"
        )
    (root / "mkdocs.yml").write_text("site_name: A\nplugins: [briefing]\n", encoding="utf-8")
    return root


def files(count: int, folder: Path) -> Counter[str]:
    """Build projects of hostile files, each with YAML of an editor that is no better."""
    ended: Counter[str] = Counter()
    for first in range(0, count, EACH):
        root = project(folder / str(first))
        for n in range(first, min(first + EACH, count)):
            suffix = SUFFIXES[n % len(SUFFIXES)] if n % 2 else ".txt"
            (root / "seeds" / f"h{n}{suffix}").write_bytes(hostile(n))
            if not n % 4:
                (root / "seeds" / f"h{n}.yml").write_bytes(hostile(n + count))
        (root / "corrections.yml").write_bytes(hostile(first + 2 * count) if first % (2 * EACH) else b"")
        ended[outcome(lambda root=root: build(Settings(root)))] += 1  # type: ignore[misc]
    return ended


def damage(path: Path, rnd: Random) -> str:
    """Damage a file; return how."""
    raw = path.read_bytes()
    how = rnd.choice(("cut", "emptied", "bent", "foreign", "a folder", "a link to itself", "a link out", "gone"))
    path.unlink()
    match how:
        case "cut":
            path.write_bytes(raw[: rnd.randrange(len(raw) + 1)])
        case "emptied":
            path.write_bytes(b"")
        case "bent":
            bent = bytearray(raw or b"x")
            bent[rnd.randrange(len(bent))] ^= 0xFF
            path.write_bytes(bytes(bent))
        case "foreign":
            path.write_bytes(hostile(rnd.randrange(1 << 30)))
        case "a folder":
            path.mkdir()
        case "a link to itself":
            path.symlink_to(path.name)
        case "a link out":
            path.symlink_to("/etc/hostname")
        case _:
            pass
    return how


def states(count: int, folder: Path) -> Counter[str]:
    """Damage a file of a built project, then build and check it."""
    base = project(folder / "base")
    build(Settings(base))
    accept(Settings(base))
    (base / "corrections.yml").write_text('same:\n  "Ann Lee": ["Lee"]\n', encoding="utf-8")
    ended: Counter[str] = Counter()
    for n in range(count):
        rnd = Random(n)  # noqa: S311 - the same seed gives the same damage
        root = folder / f"state {n}"
        shutil.copytree(base, root)
        every = sorted(p for p in root.rglob("*") if p.is_file())
        hurt = rnd.choice(every if n % 2 else [p for p in every if "docs" not in p.relative_to(root).parts])
        how = damage(hurt, rnd)
        for work in (lambda root=root: build(Settings(root)), lambda root=root: check(root / "docs", root)):
            end = outcome(work)
            ended[end] += 1
            if end not in ("done", "told"):
                print(f"{hurt.relative_to(root)}, {how}: {end}", flush=True)
    return ended


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a project, those that may be deleted at any time aside."""
    inner = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    return {name: p.read_bytes() for name, p in inner.items() if not name.startswith(".briefing-cache")}


def cut(work: Callable[[], object], at: int, befalls: Callable[[], None]) -> str:
    """Run something whose file system fails from a certain step on."""

    def hooked() -> None:
        seen = iter(range(1 << 30))

        def audit(event: str, given: tuple[object, ...]) -> None:
            changes = event != "open" or any(c in str(given[1]) for c in "wax+")
            if event in TOUCHES and changes and next(seen) >= at:
                befalls()

        sys.addaudithook(audit)
        work()

    return outcome(hooked)


def failing(number: int) -> Callable[[], None]:
    """Return what a full or broken disk does."""

    def befalls() -> None:
        raise OSError(number, os.strerror(number))

    return befalls


def killing() -> None:
    """End the process at once."""
    os._exit(KILLED)


def steps(count: int, folder: Path) -> Counter[str]:
    """Cut builds and acceptances off; whoever comes next must find the old files or the new ones, and nothing else."""
    base = project(folder / "base")
    build(Settings(base))
    (base / "seeds" / "a2.txt").write_text(f"Another bank closed\n\n4 May 2024\n\n{STORY}", encoding="utf-8")
    ended: Counter[str] = Counter()
    for name, command in (("build", build), ("accept", accept)):
        after = folder / f"{name} after"
        shutil.copytree(base, after)
        command(Settings(after))
        old, new = tree(base), tree(after)
        faults = (killing, failing(errno.ENOSPC), failing(errno.EIO))
        for n, befalls in ((n, befalls) for n in range(count) for befalls in faults):
            root = folder / f"{name} {n}"
            shutil.copytree(base, root)
            end = cut(lambda root=root, command=command: command(Settings(root)), n, befalls)  # type: ignore[misc]
            for place in (root, root / "docs"):
                finish(place)
            left = tree(root)
            whole = left in (old, new) and not any(STAGE in path for path in left)
            ended[f"{name}: {end}, {'whole' if whole else 'MIXED'}"] += 1
            if not whole:
                print(name, n, end, sorted({*left} ^ {*old})[:3], sorted({*left} ^ {*new})[:3], flush=True)
            shutil.rmtree(root)
            if end == "done" and befalls is killing:
                break  # there are no more steps
    return ended


def main() -> int:
    """Print what became of each sort of bad day; the exit status is 1 where one wasn't withstood."""
    given = [int(a) for a in sys.argv[1:]]
    numbers = (*given, *(529, 43, 100)[len(given) :])
    bad = 0
    for number, days in zip(numbers, (files, states, steps), strict=False):
        with tempfile.TemporaryDirectory() as name:
            ended = days(number, Path(name))
        print(f"{days.__name__} {number}: {', '.join(f'{n} {end}' for end, n in sorted(ended.items()))}", flush=True)
        bad += sum(n for end, n in ended.items() if "traceback" in end or "hang" in end or "MIXED" in end)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
