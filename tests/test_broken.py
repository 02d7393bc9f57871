"""Broken projects: one line that says what is wrong and what to do, never a traceback, never half a build."""

from __future__ import annotations

import codecs
import contextlib
import json
import logging
import os
import re
import resource
import shutil
import signal
import tempfile
from encodings.aliases import aliases
from pathlib import Path
from typing import TYPE_CHECKING

import broken
import pytest
from click.testing import CliRunner
from conftest import run
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.cli import main
from generator.scaffold import make_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

SECONDS = 30
"""No build of two short articles takes as long, even on a busy machine."""
LINE = re.compile(r"(?:problem|error): [^\s:][^:]*(?::[0-9]+)?: [^;]+; \S.*")
NOBODY = 65534
CODECS = ("utf-8-sig", "cp1252", "utf-16-le", "utf-16-be")
"""Python loads these late, perhaps from where a user without rights may not look."""


@pytest.fixture(scope="session")
def good() -> Iterator[Path]:
    """Return a good project that has been built, in a place where a user without rights may look."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "good"
        make_project(root, "Reefs")
        (root / "seeds" / "bank.txt").write_text(broken.BANK, encoding="utf-8")
        (root / "seeds" / "reef.txt").write_text(broken.REEF, encoding="utf-8")
        Path(name).chmod(0o755)
        with contextlib.chdir(root):
            assert CliRunner().invoke(main, ["build"]).exit_code == 0
            prebuild()
        for late in sorted({*CODECS, *aliases.values()}):
            with contextlib.suppress(LookupError):  # some are of another system
                codecs.lookup(late)
        yield root


@contextlib.contextmanager
def inside(root: Path) -> Iterator[None]:
    """Work in a folder as a user without special rights, and for a limited time."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    signal.alarm(SECONDS)
    try:
        with contextlib.chdir(root):
            yield
    finally:
        signal.alarm(0)
        os.seteuid(user)


@pytest.fixture
def project(good: Path) -> Iterator[Path]:
    """Return a copy of the good project."""
    with tempfile.TemporaryDirectory(dir=good.parent) as name:
        Path(name).chmod(0o777)
        root = Path(name) / "project"
        with inside(good):
            shutil.copytree(good, root)
        yield root


def broke(project: Path, make: Callable[[Path], None]) -> Path:
    """Break a project, as the user who builds it."""
    with inside(project):
        make(project)
    return project


def briefing(project: Path, *words: str) -> Result:
    """Run a command; whatever isn't a message with an exit status is raised here, as a user would see it."""
    with inside(project):
        done = CliRunner().invoke(main, words)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


class Told(logging.Handler):
    """What mkdocs logs: the level and the line of each record."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.records: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append((record.levelno, record.getMessage().removeprefix("briefing: ")))


def prebuild() -> None:
    """Do what mkdocs does before it builds a site."""
    config = load_config()
    config.plugins.on_startup(command="build", dirty=False)
    config.plugins.on_pre_build(config=config)


def plugin(project: Path) -> tuple[int, list[tuple[int, str]]]:
    """Make the pages as mkdocs does before it builds them; return its exit status and what it logs."""
    told = Told()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(told)
    logger.setLevel(logging.INFO)
    status = 0
    try:
        with inside(project):
            prebuild()
    except MkDocsException as error:
        status = error.exit_code
    finally:
        logger.removeHandler(told)
    return status, told.records


def pages(project: Path) -> dict[str, bytes]:
    """Return every file below docs/ that can be read, temporary ones too."""
    found = (p for p in (project / "docs").rglob("*") if p.is_file() and os.access(p, os.R_OK))
    return {p.relative_to(project).as_posix(): p.read_bytes() for p in found}


def says(lines: list[str], kind: str, expected: str) -> None:
    """Every line is of the one form, and one of them is what is expected."""
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert [line for line in lines if line.startswith(f"{kind}: {expected}")], lines


def at(path: str, table: dict[str, tuple[broken.Making, str]]) -> list[object]:
    """Return the cases of a table of contents for one path; a message that begins with a colon is about that path."""
    return [
        pytest.param(broken.file(path, content), f"{path if told[0] == ':' else ''}{told}", id=f"{path}: {name}")
        for name, (content, told) in table.items()
    ]


def cases(table: dict[str, tuple[Callable[[Path], None], str]]) -> list[object]:
    """Return the cases of a table of changes."""
    return [pytest.param(*case, id=name) for name, case in table.items()]


@pytest.mark.parametrize("half", [0, 1])
def test_every_bad_sidecar_is_said_in_one_run_and_every_article_is_built(half: int, project: Path) -> None:
    expected = []
    for number, (content, told) in enumerate(tuple(broken.SIDECARS.values())[half::2]):
        rain = f"Rain {number}\n\nIt rained {number + 2} days in Lisbon, said Ana Torres.\n"
        broke(project, broken.file(f"seeds/{number}.txt", rain))
        broke(project, broken.file(f"seeds/{number}.yml", content))
        expected.append(f"problem: seeds/{number}.yml{told}")
    done = briefing(project, "build")
    assert done.exit_code == 0
    lines = done.stderr.splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert [line for line in expected if not any(said.startswith(line) for said in lines)] == []
    assert len(lines) == len(expected)
    built = {path.stem for path in (project / "docs/articles").glob("*.md")}
    assert {f"rain-{number}" for number in range(len(expected))} | {"the-bank-closed", "a-reef-recovers"} <= built
    status, records = plugin(project)
    assert (status, [line for level, line in records if level >= logging.WARNING]) == (0, [])


@pytest.mark.parametrize(("make", "expected"), cases(broken.SEEDS))
def test_what_is_unusual_in_seeds_is_said_and_every_other_article_is_built(
    make: Callable[[Path], None], expected: str, project: Path
) -> None:
    broke(project, make)
    done = briefing(project, "build")
    assert done.exit_code == 0
    says(done.stderr.splitlines(), "problem", expected)
    assert (project / "docs/articles/the-bank-closed.md").is_file()
    assert (project / "docs/articles/a-reef-recovers.md").is_file()

    status, records = plugin(project)
    assert status == 0
    assert [line for level, line in records if level >= logging.WARNING] == [], "mkdocs build --strict stays green"
    assert [line for _, line in records if line.startswith(expected)]


@pytest.mark.parametrize("make", broken.FINE.values(), ids=broken.FINE)
def test_what_is_odd_but_good_is_built_without_a_word(make: Callable[[Path], None], project: Path) -> None:
    broke(project, make)
    done = briefing(project, "build")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (project / "docs/articles/the-bank-closed.md").is_file()
    assert plugin(project)[0] == 0


CONTENTS = [
    *at("corrections.yml", broken.CORRECTIONS),
    *at("accepted.jsonl", broken.ACCEPTED_STATES),
    *at("mkdocs.yml", broken.CONFIGS),
    *at("templates/quotes.md", broken.TEMPLATES),
]


@pytest.mark.parametrize(("make", "expected"), [*CONTENTS, *cases(broken.STOPS)])
def test_what_stops_the_build_is_said_and_nothing_is_written(
    make: Callable[[Path], None], expected: str, project: Path
) -> None:
    broke(project, make)
    before = pages(project)
    done = briefing(project, "build")
    assert done.exit_code == 2
    says(done.stderr.splitlines(), "error", expected)
    assert pages(project) == before


@pytest.mark.parametrize(("make", "expected"), cases(broken.STOPS))
def test_mkdocs_ends_alike(make: Callable[[Path], None], expected: str, project: Path) -> None:
    broke(project, make)
    before = pages(project)
    status, records = plugin(project)
    assert status in (1, 2), "1 where mkdocs itself refuses it before the plugin runs"
    assert status == 1 or [line for level, line in records if level == logging.ERROR and line.startswith(expected)]
    assert pages(project) == before


def test_all_bad_files_are_named_in_one_run(project: Path) -> None:
    broke(project, broken.STOPS["two files at once"][0])
    lines = briefing(project, "build").stderr.splitlines()
    assert [line.split(":")[1].strip() for line in lines] == ["corrections.yml", "accepted.jsonl", "seeds/x.txt"]
    broke(project, broken.STOPS["two sections at once"][0])
    assert [line[:25] for line in briefing(project, "build").stderr.splitlines()[:2]] == [
        "error: corrections.yml:1:",
        "error: corrections.yml:2:",
    ]


def test_a_day_left_open_is_read_as_its_month(project: Path) -> None:
    broke(project, broken.FINE["a day left open"])
    briefing(project, "build")
    data = json.loads((project / "docs/data/briefing.json").read_text(encoding="utf-8"))
    assert [a["published"]["value"] for a in data["articles"] if a["source"] == "seeds/reef.txt"] == ["2024-03"]
    assert "March 2024" in (project / "docs/articles/a-reef-recovers.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("room", [0, 900, 4_000])
def test_a_full_disk_leaves_the_pages_as_they_were(room: int, project: Path) -> None:
    before = pages(project)
    broke(project, broken.file("seeds/rain.txt", "Rain\n\nIt rained in Lisbon on 2 May 2021, said Ana Torres.\n"))
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, usual[1]))  # the system refuses longer files, as a full disk does
    try:
        done = briefing(project, "build")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert done.exit_code == 2
    says(done.stderr.splitlines(), "error", "docs/")
    assert "can't be read or written (File too large); check the folder, its permissions and the disk" in done.stderr
    assert pages(project) == before
    assert briefing(project, "build").exit_code == 0


@pytest.mark.parametrize("words", [("accept",), ("accept", "--strict")])
def test_what_cannot_be_accepted_is_said(words: tuple[str, ...], project: Path) -> None:
    broke(project, broken.both(broken.file("seeds/x.txt", ""), lambda root: root.chmod(0o555)))
    done = briefing(project, *words)
    assert done.exit_code == (1 if "--strict" in words else 2)
    assert ("accepted.jsonl: can't be read or written" in done.stderr) == ("--strict" not in words)
    assert not (project / "accepted.jsonl").exists()


STRICT = "2 problems, and strict is on; mend what is named above, or turn strict off"


def test_strict_of_mkdocs_is_about_the_site_and_our_own_about_the_sources(project: Path) -> None:
    broke(project, broken.both(broken.file("seeds/x.txt", ""), broken.file("seeds/y.xyz")))
    shown = run("mkdocs", "build", "--strict", cwd=project)
    assert shown.returncode == 0, shown.stderr
    assert "PROBLEM -  briefing: seeds/x.txt: left out: the file is empty; " in shown.stderr
    assert "2 problems in what was read" in shown.stderr
    assert (project / "site/articles/the-bank-closed.html").is_file()

    done = briefing(project, "build", "--strict")
    assert done.exit_code == 1
    assert f"failed: {STRICT}" in done.stderr

    config = project / "mkdocs.yml"
    options = config.read_text(encoding="utf-8").replace("  - briefing\n", "  - briefing:\n      strict: true\n")
    config.write_text(options, encoding="utf-8")
    failed = run("mkdocs", "build", cwd=project)
    assert failed.returncode == 1
    assert f"ERROR   -  {STRICT}" in failed.stderr
    assert "Traceback" not in failed.stderr


def test_an_empty_folder_of_articles_ends_mkdocs_with_status_2(project: Path) -> None:
    broke(project, broken.STOPS["seeds empty"][0])
    failed = run("mkdocs", "build", cwd=project)
    assert failed.returncode == 2
    assert "ERROR   -  briefing: seeds: there is no article in it; put one there" in failed.stderr
    assert "Traceback" not in failed.stderr
