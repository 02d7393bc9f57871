"""What the package is called and asks for, and what its lock files and workflows pin."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from conftest import ROOT
from packaging.requirements import Requirement

from generator.cache.store import LIBRARIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
LONGEST_JOB = 60
"""Minutes."""
INSTALL = re.compile(r"pip install '?(briefing[a-z-]*)")
NOT_IMPORTED = {"lxml-html-clean", "mkdocs-material"}
"""trafilatura needs the one and doesn't say so; mkdocs finds the other, the theme, by its name."""
OF_AN_EXTRA = {"distributed", "pypdfium2", "python-docx", "striprtf"}
"""Imported only where an option or a file asks for it."""


def names(requirements: list[str]) -> set[str]:
    return {Requirement(text).name for text in requirements}


def imported() -> Iterator[str]:
    """Yield the first name of every module from elsewhere that the program imports."""
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    of = packages_distributions()
    elsewhere = set(imported()) - sys.stdlib_module_names - {"generator"}
    used = {name.lower().replace("_", "-") for module in elsewhere for name in of[module]}
    optional = set().union(*(names(PROJECT["optional-dependencies"][extra]) for extra in ("cluster", "pdf", "office")))
    assert optional == OF_AN_EXTRA
    assert used - optional == names(PROJECT["dependencies"]) - NOT_IMPORTED


def test_what_is_kept_knows_the_versions_of_all_libraries_that_read_and_show() -> None:
    elsewhere = {"click", "distributed", "jsonschema-rs", "markdown", "mkdocs", "mkdocs-material", "urllib3"}
    assert set(LIBRARIES) == (names(PROJECT["dependencies"]) | OF_AN_EXTRA) - elsewhere


def test_nothing_tells_people_to_install_a_package_of_somebody_else() -> None:
    texts = (*ROOT.glob("*.md"), ROOT / "docs" / "architecture.md", *(ROOT / "generator").rglob("*.py"))
    told = [name for path in texts for name in INSTALL.findall(path.read_text(encoding="utf-8"))]
    assert set(told) == {PROJECT["name"]}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    assert "://" not in text
    assert all(re.match(r"[a-z0-9.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line) for line in text.splitlines())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_pins_its_actions_and_is_allowed_only_what_it_needs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    used = re.findall(r"uses: (.+)", text)
    assert used
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]["group"]
    assert all(job["timeout-minutes"] <= LONGEST_JOB for job in workflow["jobs"].values())
    assert {"publish"} == {name for name, job in workflow["jobs"].items() if "permissions" in job}


def test_a_release_is_one_command(tmp_path: Path) -> None:
    git = ("git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@example.org")

    def released(version: str) -> str:
        names = [f"GIT_{who}_{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")]
        env = {**os.environ, **dict.fromkeys(names, "a@example.org")}
        command = [sys.executable, tmp_path / ".ci" / "release", version]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def written(name: str, text: str) -> None:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    written(".ci/release", (ROOT / ".ci" / "release").read_text(encoding="utf-8"))
    written("generator/__init__.py", '"""One."""\n\n__version__ = "0.1.0"\n')
    written("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n")
    written("docs/index.md", "one\n")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "One")):
        subprocess.run([*git, *command], check=True)
    assert "release 0.1.0 is committed and tagged" in released("0.1.0")
    assert "nothing stands under Unreleased" in released("0.2.0")
    written(
        "CHANGELOG.md", (tmp_path / "CHANGELOG.md").read_text().replace("ased]\n", "ased]\n\n### Added\n\n- Two.\n", 1)
    )
    written("docs/index.md", "two\n")
    assert "there are changes that aren't committed" in released("0.2.0")
    subprocess.run([*git, "commit", "-q", "-a", "-m", "Two"], check=True)
    assert "`0.2` is no version; write it such as 0.2.0" in released("0.2")
    assert "0.1.0 isn't newer than v0.1.0" in released("0.1.0")
    assert "git push origin HEAD v0.2.0" in released("0.2.0")
    log = (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(
        r"## \[Unreleased\]\n\n## \[0\.2\.0\] - \d{4}-\d\d-\d\d\n\n### Added\n\n- Two\.\n\n### Pages\n", log
    )
    assert "- Since v0.1.0, the demo's pages: 1 file changed" in log
    assert log.index("[0.2.0]") < log.index("[0.1.0]")
    assert '__version__ = "0.2.0"' in (tmp_path / "generator" / "__init__.py").read_text(encoding="utf-8")
