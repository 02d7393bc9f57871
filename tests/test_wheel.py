"""The wheel works outside the checkout, with its templates, word lists and types."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import distributions
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

import generator

if TYPE_CHECKING:
    from pathlib import Path

ENTRY_POINTS = {
    ("console_scripts", "briefing", "generator.cli:main"),
    ("mkdocs.plugins", "briefing", "generator.plugin:BriefingPlugin"),
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    flags = ("--quiet", "--no-deps", "--disable-pip-version-check")
    pip = (sys.executable, "-m", "pip")
    subprocess.run([*pip, "wheel", *flags, "--no-build-isolation", "-w", folder, ROOT], check=True)
    wheel = next(folder.glob("briefing_site-*.whl"))
    subprocess.run([*pip, "install", *flags, "--target", folder / "lib", wheel], check=True)
    return folder / "lib"


def test_the_wheel_has_the_projects_name_its_types_and_its_entry_points(installed: Path) -> None:
    (found,) = distributions(path=[str(installed)])
    assert (found.name, found.version) == ("briefing-site", generator.__version__)
    assert {(point.group, point.name, point.value) for point in found.entry_points} == ENTRY_POINTS
    assert (installed / "generator" / "py.typed").is_file()
    assert (installed / "generator" / "templates" / "index.md").is_file()
    assert {path.name for path in installed.iterdir() if path.is_dir() and not path.suffix} == {"bin", "generator"}


def test_the_wheel_builds_a_site_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    def python(*command: str, cwd: Path) -> str:
        env = {**os.environ, "PYTHONPATH": str(installed), "SOURCE_DATE_EPOCH": "0"}
        done = subprocess.run([sys.executable, *command], cwd=cwd, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = python("-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert where.startswith(str(installed)), "the wheel's own code runs, not the checkout's"
    python("-m", "generator", "new", "project", cwd=tmp_path)
    folder = tmp_path / "project"
    for seed in sorted((ROOT / "seeds").glob("*.txt"))[:2]:
        shutil.copy(seed, folder / "seeds" / seed.name)
    assert "2 articles" in python("-m", "generator", "build", cwd=folder)  # the example has stepped aside
    python("-m", "mkdocs", "build", "--strict", "--quiet", cwd=folder)
    assert "nothing failed" in python("-m", "generator", "check", "site", cwd=folder)
