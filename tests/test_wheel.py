"""The wheel works outside the checkout, with its templates and word lists."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_wheel_builds_a_site_in_an_empty_folder(tmp_path: Path) -> None:
    flags = ("--quiet", "--no-deps", "--disable-pip-version-check")
    pip = (sys.executable, "-m", "pip")
    subprocess.run([*pip, "wheel", *flags, "--no-build-isolation", "-w", tmp_path, ROOT], check=True)
    wheel = next(tmp_path.glob("briefing-*.whl"))
    subprocess.run([*pip, "install", *flags, "--target", tmp_path / "lib", wheel], check=True)

    def python(*command: str, cwd: Path) -> str:
        env = {**os.environ, "PYTHONPATH": str(tmp_path / "lib"), "SOURCE_DATE_EPOCH": "0"}
        done = subprocess.run([sys.executable, *command], cwd=cwd, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = python("-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert where.startswith(str(tmp_path / "lib")), "the wheel's own code runs, not the checkout's"
    python("-m", "generator", "new", "project", cwd=tmp_path)
    folder = tmp_path / "project"
    for seed in sorted((ROOT / "seeds").glob("*.txt"))[:2]:
        shutil.copy(seed, folder / "seeds" / seed.name)
    assert "2 articles" in python("-m", "generator", "build", cwd=folder)
    python("-m", "mkdocs", "build", "--strict", "--quiet", cwd=folder)
    assert "nothing failed" in python("-m", "generator", "check", "site", cwd=folder)
