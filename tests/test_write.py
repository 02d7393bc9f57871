"""Writing: only what changed, nothing by hand, nothing stale."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from generator.errors import OutputError
from generator.model import Page
from generator.write import MANIFEST, MARK, write

if TYPE_CHECKING:
    from pathlib import Path


def page(path: str, body: str = "") -> Page:
    mark = MARK if path.endswith(".md") else b""
    return Page(path, mark + body.encode())


def test_the_first_run_writes_every_page_and_the_second_none(tmp_path: Path) -> None:
    pages = (page("index.md"), page("people/a.md"), page("data/a.csv", "x"))
    assert write(pages, tmp_path).written == ("index.md", "people/a.md", "data/a.csv", MANIFEST)
    again = write(pages, tmp_path)
    assert (again.written, again.removed) == ((), ())
    assert set(again.unchanged) == {"index.md", "people/a.md", "data/a.csv", MANIFEST}


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    pages = (page("index.md"),)
    write(pages, tmp_path)
    before = (tmp_path / "index.md").stat().st_mtime_ns
    write(pages, tmp_path)
    assert (tmp_path / "index.md").stat().st_mtime_ns == before


def test_a_page_that_nothing_stands_for_any_more_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    write((page("index.md"), page("people/a.md"), page("data/a.csv", "x")), tmp_path)
    changes = write((page("index.md"),), tmp_path)
    assert changes.removed == ("data/a.csv", "people/a.md")
    assert not (tmp_path / "people").exists()


def test_a_file_written_by_hand_is_neither_replaced_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# My notes\n", encoding="utf-8")
    (tmp_path / "picture.svg").write_text("<svg/>", encoding="utf-8")
    write((page("index.md"),), tmp_path)
    write((), tmp_path)
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "# My notes\n"
    with pytest.raises(OutputError, match=r"notes\.md: a file written by hand .* rename or delete it"):
        write((page("index.md"), page("notes.md")), tmp_path)
    with pytest.raises(OutputError, match=r"picture\.svg"):
        write((page("picture.svg", "other"),), tmp_path)
    assert not (tmp_path / "index.md").exists(), "nothing is written when something is refused"


def test_a_dry_run_names_what_is_stale_and_writes_nothing(tmp_path: Path) -> None:
    write((page("index.md"), page("old.md")), tmp_path)
    changes = write((page("index.md", "new"),), tmp_path, dry=True)
    assert changes.written == ("index.md", MANIFEST)
    assert changes.removed == ("old.md",)
    assert (tmp_path / "old.md").exists()
    assert (tmp_path / "index.md").read_bytes() == MARK


def test_the_manifest_lists_every_other_file_with_its_digest(tmp_path: Path) -> None:
    write((page("index.md"), page("data/a.csv", "x")), tmp_path)
    lines = [f"{hashlib.sha256((tmp_path / p).read_bytes()).hexdigest()}  {p}" for p in ("data/a.csv", "index.md")]
    assert (tmp_path / MANIFEST).read_text(encoding="utf-8").splitlines() == lines


def test_a_manifest_without_digests_is_read_too(tmp_path: Path) -> None:
    write((page("index.md"), page("data/a.csv", "x")), tmp_path)
    (tmp_path / MANIFEST).write_text("data/a.csv\ndata/generated.txt\nindex.md\n", encoding="utf-8")
    assert write((page("index.md"), page("data/a.csv", "y")), tmp_path).written == ("data/a.csv", MANIFEST)


def test_a_manifest_that_names_a_file_outside_removes_nothing(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("keep me", encoding="utf-8")
    docs = tmp_path / "docs"
    (docs / "data").mkdir(parents=True)
    (docs / MANIFEST).write_text(f"../outside.txt\n{outside}\n", encoding="utf-8")
    write((page("index.md"),), docs)
    assert outside.exists()
