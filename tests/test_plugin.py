"""Serving: one save, one rebuild; nothing changed, none; a broken seed doesn't stop the server."""

from __future__ import annotations

import html
import os
import shutil
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from conftest import ROOT, copy_project, run

from generator.scaffold import make_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BUILDING = "Building documentation"
LONG = 240.0
"""Seconds to wait for something that must happen; with a load of fifteen on two cores, a build took 45."""
QUIET = 4.0
"""Seconds in which nothing may happen: eight times the interval at which mkdocs looks at the files."""


class Server:
    """``mkdocs serve`` on a copy of the project."""

    def __init__(self, folder: Path) -> None:
        """Start it on a free port."""
        self.folder = folder
        self.log = folder / "serve.log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def said(self, words: str) -> int:
        """Count how often the server has said something."""
        return self.log.read_text(encoding="utf-8", errors="replace").count(words)

    def page(self, path: str = "index.html") -> str:
        """Return a page as a browser gets it."""
        with urlopen(f"{self.url}{path}", timeout=LONG) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        until = time.monotonic() + LONG
        while not condition():
            assert time.monotonic() < until, self.log.read_text(encoding="utf-8")
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)

    def settle(self, builds: int) -> None:
        """Wait for the n-th build to end, and then long enough for another to show.

        After each build but the first, mkdocs reloads the browsers; what it says of the seconds that a build took is
        left out by its log when another build took as many.
        """
        self.wait(lambda: self.said("Reloading browsers") >= builds - 1)
        time.sleep(QUIET)
        assert self.said(BUILDING) == builds, self.log.read_text(encoding="utf-8")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Start the server and stop it."""
    serving = Server(copy_project(tmp_path))
    serving.wait(lambda: serving.said("Serving on") == 1)
    yield serving
    serving.process.terminate()
    serving.process.wait(timeout=LONG)


@pytest.mark.usefixtures("project")  # the pages are current, so the first build writes nothing
def test_each_save_is_one_rebuild_and_a_broken_seed_is_survived(server: Server) -> None:
    server.settle(1)
    feed = (server.folder / "docs" / "changes.xml").read_text(encoding="utf-8")
    assert "127.0.0.1" not in feed, "the pages that are committed don't know where they are served"
    seed = min((server.folder / "seeds").glob("*.txt"))
    good = seed.read_bytes()

    seed.write_bytes(good + b"\n\nA last sentence was added on 5 May 2021 in Lisbon.\n")
    server.settle(2)
    pages = (server.folder / "docs" / "articles").glob("*.md")
    assert any("A last sentence was added" in p.read_text(encoding="utf-8") for p in pages)

    seed.write_bytes(seed.read_bytes())
    time.sleep(QUIET)
    assert server.said(BUILDING) == 2, "a save that changes nothing causes no rebuild"

    seed.write_bytes(b"")
    server.settle(3)
    assert server.said(f"seeds/{seed.name}: ") >= 1, "the broken seed is named"

    seed.write_bytes(good)
    server.settle(4)

    (server.folder / "corrections.yml").write_text("definitions:\n  tea: A hot drink.\n", encoding="utf-8")
    server.settle(5)

    template = server.folder / "templates" / "quotes.md"
    template.write_text(template.read_text(encoding="utf-8") + "\nA line at the end.\n", encoding="utf-8")
    server.settle(6)


def test_what_is_wrong_is_shown_in_the_browser_on_the_last_good_pages(tmp_path: Path) -> None:
    make_project(tmp_path, "Reefs")
    seed, decided = tmp_path / "seeds" / "reef.txt", tmp_path / "corrections.yml"
    quotes = tmp_path / "templates" / "quotes.md"
    text = "A reef recovers\n\nThe Post\nMay 6, 2024\n\nThe reef at Outer Line grew by 12 percent in 2020.\n"
    seed.write_text(text, encoding="utf-8")
    story = "articles/a-reef-recovers.html"
    serving = Server(tmp_path)
    try:
        serving.wait(lambda: serving.said("Serving on") == 1)
        for path, content, told in (
            (decided, "kind: {a: place}\n", "corrections.yml:1: `kind` isn't a section; did you mean `kinds`?"),
            (quotes, "{{ nothing }}\n", "templates/quotes.md:1: 'nothing' is undefined"),
            (tmp_path / "templates" / "theme" / "main.html", "{% if %}", "Expected an expression"),
        ):
            good = path.read_text(encoding="utf-8") if path.is_file() else None
            path.write_text(content, encoding="utf-8")
            serving.wait(lambda told=told: told in html.unescape(serving.page()))  # type: ignore[misc]
            assert "grew by" in serving.page(story)
            path.unlink() if good is None else path.write_text(good, encoding="utf-8")
            serving.wait(lambda: 'role="alert"' not in serving.page())
        shutil.rmtree(seed.parent)
        serving.wait(lambda: serving.said(BUILDING) >= 8)
        seed.parent.mkdir()
        seed.write_text(text.replace("12 percent", "14 percent"), encoding="utf-8")
        serving.wait(lambda: 'role="alert"' not in serving.page() and "14 percent" in serving.page(story))
    finally:
        serving.process.terminate()
        serving.process.wait(timeout=LONG)


def test_a_project_is_built_through_a_link_to_its_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    copy_project(tmp_path / "real")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real", target_is_directory=True)
    done = run("mkdocs", "build", "--strict", "--config-file", str(link / "mkdocs.yml"), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (link / "site" / "index.html").is_file()


def test_a_site_file_of_ones_own_needs_no_list_of_markdown_extensions(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    lines = "site_name: Ours", "theme: {name: material}", "validation: {omitted_files: ignore}", "plugins: [briefing]"
    (tmp_path / "mkdocs.yml").write_text("\n".join(lines), encoding="utf-8")
    done = run("mkdocs", "build", "--quiet", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")]
    assert pages
    assert not [page for page in pages if "{: #" in page or "markdown=&quot;1" in page]
    checked = run("generator", "check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout


def test_pages_outside_the_project_are_refused_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "pages").mkdir()
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("docs_dir: docs", "docs_dir: ../pages")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (folder / "templates" / "theme").mkdir(parents=True)
    done = run("mkdocs", "build", "--quiet", cwd=folder)
    assert done.returncode == 2
    assert "docs leads out of the project" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_failed_build_leaves_no_half_of_a_site_and_one_that_never_began_leaves_the_old(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    build = ("mkdocs", "build", "--strict")
    assert run(*build, cwd=folder).returncode == 0
    old = {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    (folder / "accepted.jsonl").write_text("broken", encoding="utf-8")
    assert run(*build, cwd=folder).returncode != 0
    assert {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()} == old
    (folder / "accepted.jsonl").unlink()
    (folder / "docs" / "mine.md").write_text("[nowhere](nowhere.md)", encoding="utf-8")
    done = run(*build, cwd=folder)
    assert "Aborted with" in done.stdout
    assert not list((folder / "site").rglob("*.html"))


def test_a_build_that_is_cut_off_leaves_the_old_site(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    new, site = folder / ".site.new", folder / "site"
    site.mkdir()
    (site / ".keep").write_text("hidden", encoding="utf-8")
    (site / "index.html").write_text("old", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)})
    while process.poll() is None and not (new / "index.html").is_file():
        time.sleep(0.01)
    assert process.poll() is None, "the first page stands before the last one"
    process.kill()
    process.wait()
    assert sorted(path.name for path in site.iterdir()) == [".keep", "index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert run("mkdocs", "build", "--quiet", cwd=folder).returncode == 0
    assert (site / "search").is_dir() or (site / "data" / "search.js").is_file()
    assert (site / ".keep").is_file()
    assert not new.exists()
