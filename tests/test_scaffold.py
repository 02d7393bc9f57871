"""A new project is laid out like this one."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, run

from generator.errors import BriefingError, OutputError
from generator.read.corrections import parse_corrections
from generator.read.forms import FORMS
from generator.scaffold import make_project
from generator.settings import KEPT
from generator.write import MARK, generated_files

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_project_has_this_projects_configuration_under_its_own_name(tmp_path: Path) -> None:
    make_project(tmp_path / "new", "Tea: a 'history'")
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    new = (tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    assert new[0] == "site_name: 'Tea: a ''history'''"
    assert new[1:] == ours[1:]
    assert "history" in (tmp_path / "new" / "README.md").read_text(encoding="utf-8")


def test_a_new_project_is_checked_as_it_will_be_published(tmp_path: Path) -> None:
    done = run("generator", "new", "tea", "--title", "Tea", "--url", "https://example.org/tea", cwd=tmp_path)
    assert done.stdout.splitlines()[-3:] == [
        "next: cd tea",
        "      briefing add ARTICLES   (the example steps aside)",
        "      briefing serve",
    ]
    project = tmp_path / "tea"
    assert "site_url: https://example.org/tea/\n" in (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert (project / "templates" / "theme" / "assets" / "social.png").read_bytes().startswith(b"\x89PNG")
    assert not parse_corrections((project / "corrections.yml").read_text(encoding="utf-8")).entries
    pinned = (project / "requirements.txt").read_text(encoding="utf-8").split()
    assert [line.partition("==")[0] for line in pinned] == ["briefing-site", "mkdocs", "mkdocs-material"]
    site = run("generator", "site", "--quiet", cwd=project)
    assert (site.returncode, site.stderr) == (0, "")
    for command in (("build", "--check"), ("check", "site")):
        done = run("generator", *command, cwd=project)
        assert done.returncode == 0, done.stderr
    assert "https://example.org/tea/" in (project / "docs" / "changes.xml").read_text(encoding="utf-8")


def test_each_example_in_the_corrections_of_a_new_project_is_one() -> None:
    text = (ROOT / "templates" / "new" / "corrections.yml").read_text(encoding="utf-8")
    sections = text.partition("\n\n")[2]
    found = parse_corrections("".join(line.removeprefix("# ") for line in sections.splitlines(keepends=True)))
    assert {one.section for one in found.entries} == set(FORMS)


def test_the_workflow_of_a_new_project_pins_what_ours_pins() -> None:
    ours = "".join(path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml"))
    text = (ROOT / "templates" / "new" / "publish.yml").read_text(encoding="utf-8")
    assert all(line.partition("uses: ")[2] in ours for line in text.splitlines() if "uses: " in line)


@pytest.mark.parametrize(
    ("path", "builds"),
    [
        ("templates/new/publish.yml", "briefing build"),
        ("action.yml", "briefing build"),
        (".ci/run", "make check"),
        (".github/workflows/checks.yml", "run: briefing build"),
    ],
)
def test_who_checks_what_others_sent_believes_nothing_that_is_kept_there(path: str, builds: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert 0 < text.find(f"rm -rf {KEPT}") < text.index(builds)


def test_a_project_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    make_project(tmp_path, "One")
    with pytest.raises(OutputError, match="there is a project already; name another folder"):
        make_project(tmp_path, "Two")
    assert "One" in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")


def test_git_keeps_articles_and_pages_byte_for_byte_and_ones_own_attributes_stay(tmp_path: Path) -> None:
    for folder, own in (("new", None), ("there", b"*.pdf binary\n")):
        attributes = tmp_path / folder / ".gitattributes"
        if own:
            attributes.parent.mkdir()
            attributes.write_bytes(own)
        make_project(tmp_path / folder, "Tea")
        assert attributes.read_bytes() == (own or (ROOT / ".gitattributes").read_bytes())


def test_a_checkout_on_windows_has_pages_that_are_known_as_generated(tmp_path: Path) -> None:
    git = ("git", "-C", tmp_path, "-c", "core.autocrlf=true", "-c", "user.name=A", "-c", "user.email=a@example.org")
    make_project(tmp_path, "Tea")
    page = tmp_path / "docs" / "index.md"
    page.write_bytes(MARK + b"---\n")
    for command in (
        ("init", "-q"),
        ("add", "-A"),
        ("commit", "-q", "-m", "Pages"),
        ("rm", "-q", "--cached", "docs/index.md"),
    ):
        subprocess.run([*git, *command], check=True)
    page.unlink()
    subprocess.run([*git, "checkout", "-q", "HEAD", "--", "docs/index.md"], check=True)
    assert generated_files(tmp_path / "docs") == {"index.md"}


@pytest.mark.parametrize(
    ("folder", "title", "message"),
    [
        ("file", "One", "file: can't be read or written (Not a directory); check the folder"),
        ("file/below", "One", "below: can't be read or written (Not a directory); check the folder"),
        ("circle/below", "One", "below: can't be read or written (Too many levels of symbolic links); check"),
        ("x" * 300, "One", "x: can't be read or written (File name too long); check the folder"),
        ("new", "two\nlines", "--title: it holds a character that can't be printed; delete it"),
        ("new", "half a \ud800", "--title: it holds a character that can't be printed; delete it"),
    ],
)
def test_what_cannot_be_laid_out_is_said(folder: str, title: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(BriefingError, match=re.escape(message)):
        make_project(tmp_path / folder, title)
