"""What the package is called and asks for, and what its lock files and workflows pin."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from conftest import ROOT
from packaging.requirements import Requirement

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
