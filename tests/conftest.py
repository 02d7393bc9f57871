"""Fixtures that the tests share: the project, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

# The same examples on every machine, and none that fails because the machine is busy.
settings.register_profile("briefing", derandomize=True, deadline=None)
settings.load_profile("briefing")

ROOT = Path(__file__).parent.parent
PARTS = ("mkdocs.yml", "docs", "seeds", "templates", "corrections.yml", "accepted.jsonl")


def copy_project(folder: Path) -> Path:
    """Copy what a build reads into another folder, and return it."""
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
        elif (ROOT / name).is_file():
            shutil.copy(ROOT / name, folder / name)
    return folder


def run(*command: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m …`` in a folder, with this checkout's program."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": "0", **env},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with its pages made and its site built."""
    folder = copy_project(tmp_path_factory.mktemp("project"))
    for command in (("generator", "build"), ("mkdocs", "build", "--strict", "--quiet")):
        done = run(*command, cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Yield a headless browser that is on this machine; nothing that it does by itself uses the network."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    quiet = ("background-networking", "component-update", "sync")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in quiet)]
        )
        yield browser
        browser.close()
