"""A new project is laid out like this one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

from generator.errors import BriefingError, OutputError
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


@pytest.mark.parametrize(
    ("folder", "title", "message"),
    [
        ("file", "One", "file: can't be written (Not a directory); check the folder"),
        ("file/below", "One", "below: can't be written (Not a directory); check the folder"),
        ("circle/below", "One", "below: can't be written (Too many levels of symbolic links); check"),
        ("x" * 300, "One", "x: can't be written (File name too long); check the folder"),
        ("new", "two\nlines", "--title: it holds a character that can't be printed; delete it"),
        ("new", "half a \ud800", "--title: it holds a character that can't be printed; delete it"),
    ],
)
def test_what_cannot_be_laid_out_is_said(folder: str, title: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(BriefingError, match=re.escape(message)):
        make_project(tmp_path / folder, title)
