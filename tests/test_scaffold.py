"""A new project is laid out like this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

from generator.errors import OutputError
from generator.scaffold import make_project

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_project_has_this_projects_configuration_under_its_own_name(tmp_path: Path) -> None:
    make_project(tmp_path / "new", "Tea: a 'history'")
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    new = (tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    assert new[0] == "site_name: 'Tea: a ''history'''"
    assert new[1:] == ours[1:]


def test_a_project_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    make_project(tmp_path, "One")
    with pytest.raises(OutputError, match="there is a project already; name another folder"):
        make_project(tmp_path, "Two")
    assert "One" in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
