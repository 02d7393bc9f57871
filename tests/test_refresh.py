"""A build of what hasn't changed does nothing, and says the same; whatever has changed is noticed."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from conftest import run
from test_cache import KEPT, TEXT, edited, entries, project

from generator.errors import BriefingError
from generator.model import Changes
from generator.pipeline import build
from generator.refreshing import refresh
from generator.staging import STAGE

if TYPE_CHECKING:
    from pathlib import Path

    from generator.settings import Settings


def tree(settings: Settings) -> dict[str, bytes]:
    docs = settings.path("docs")
    return {p.relative_to(docs).as_posix(): p.read_bytes() for p in docs.rglob("*") if p.is_file()}


def clean_tree(settings: Settings) -> dict[str, bytes]:
    pages = build(replace(settings, cache=False), dry=True).pages
    return {page.path: page.content for page in pages}


def spoil(settings: Settings) -> None:
    """Damage what was found in the articles, so that it shows when somebody reads it."""
    for path in entries(settings):
        path.write_text("spoiled", encoding="utf-8")


def built_again(settings: Settings) -> bool:
    return any(path.read_text(encoding="utf-8") != "spoiled" for path in entries(settings))


def test_a_build_of_what_has_not_changed_does_nothing_and_tells_the_same(tmp_path: Path) -> None:
    settings = project(tmp_path)
    first = refresh(settings)
    spoil(settings)
    again = refresh(settings)
    assert not built_again(settings)
    assert again == replace(first, changes=again.changes)
    assert again.changes == Changes(unchanged=again.changes.unchanged)
    assert sorted(again.changes.unchanged) == sorted(first.changes.written) == sorted(tree(settings))
    assert refresh(settings, dry=True) == again


def test_problems_are_told_again(tmp_path: Path) -> None:
    settings = project(tmp_path)
    shutil.copy(tmp_path / "seeds" / "0.txt", tmp_path / "seeds" / "double.txt")
    first = refresh(settings)
    assert any("the same article" in p.message for p in first.problems)
    assert refresh(settings).problems == first.problems


OUTPUT = {
    "a page is changed": lambda docs: (docs / "timeline.md").write_bytes(b"---\ngenerated: briefing\n---\n"),
    "a page is gone": lambda docs: (docs / "glossary.md").unlink(),
    "data is changed": lambda docs: (docs / "data" / "briefing.json").write_text("{}"),
    "the manifest is gone": lambda docs: (docs / "data" / "generated.txt").unlink(),
    "the manifest names others": lambda docs: (docs / "data" / "generated.txt").write_text("x  y\n"),
    "a page is left over": lambda docs: (docs / "old.md").write_bytes(b"---\ngenerated: briefing\n---\nold\n"),
    "a build was cut off": lambda docs: (docs / STAGE).mkdir(),
    "a folder is gone": lambda docs: shutil.rmtree(docs / "data"),
}


@pytest.mark.parametrize("what", OUTPUT)
def test_pages_that_are_not_as_they_were_written_are_made_again(what: str, tmp_path: Path) -> None:
    settings = project(tmp_path)
    refresh(settings)
    before = tree(settings)
    spoil(settings)
    OUTPUT[what](settings.path("docs"))
    refresh(settings)
    assert built_again(settings)
    assert tree(settings) == before


def test_a_folder_that_became_a_link_out_of_docs_is_refused_as_ever(tmp_path: Path) -> None:
    settings = project(tmp_path / "project")
    refresh(settings)
    data = settings.path("docs") / "data"
    data.rename(tmp_path / "elsewhere")
    data.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BriefingError) as refused:
        refresh(settings)
    assert all("leads out of the folder" in str(error) for error in refused.value.each)


def own_template(root: Path) -> None:
    (root / "templates").mkdir()
    (root / "templates" / "glossary.md").write_text("# Own\n")


INPUT = {
    "an article": lambda root: (root / "seeds" / "0.txt").write_text(
        "Ferry sinks\n\nA ferry sank in Oslo on Friday.\n"
    ),
    "an article more": lambda root: (root / "seeds" / "9.txt").write_text("Ferry sinks\n\nA ferry sank in Oslo.\n"),
    "an article less": lambda root: (root / "seeds" / "0.txt").unlink(),
    "an article's name": lambda root: (root / "seeds" / "0.txt").rename(root / "seeds" / "8.txt"),
    "a sidecar": lambda root: (root / "seeds" / "0.yml").write_text("title: Another title\n"),
    "a template": lambda root: (
        (root / "templates").mkdir(),
        (root / "templates" / "glossary.md").write_text("# Own\n"),
    ),
    "corrections": lambda root: (root / "corrections.yml").write_text("notes: {glossary.md: A word to the readers.}\n"),
}


@pytest.mark.parametrize("what", INPUT)
def test_whatever_a_build_reads_is_noticed(what: str, tmp_path: Path) -> None:
    settings = project(tmp_path)
    refresh(settings)
    spoil(settings)
    INPUT[what](tmp_path)
    refresh(settings)
    assert built_again(settings)
    made = tree(settings)
    assert {path: made[path] for path in clean_tree(settings)} == clean_tree(settings)


def test_options_and_the_day_are_noticed(tmp_path: Path) -> None:
    settings = project(tmp_path)
    refresh(settings)
    titled = replace(settings, title="Another")
    refresh(titled)
    assert clean_tree(titled).items() <= tree(titled).items()


@pytest.mark.parametrize("raw", [b"", b"spoiled", b"\xff"])
def test_a_record_that_is_damaged_is_not_believed(raw: bytes, tmp_path: Path) -> None:
    settings = project(tmp_path)
    refresh(settings)
    records = list((tmp_path / KEPT / "builds").glob("*.json"))
    assert len(records) == 1
    records[0].write_bytes(raw)
    spoil(settings)
    refresh(settings)
    assert built_again(settings)


def test_nothing_is_recorded_where_an_input_is_no_ordinary_file(tmp_path: Path) -> None:
    settings = project(tmp_path)
    (tmp_path / "seeds" / "7.txt").symlink_to("0.txt")
    refresh(settings)
    assert not list((tmp_path / KEPT / "builds").glob("*.json"))


def test_what_reads_articles_is_imported_only_where_something_has_changed(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: Reef\nplugins: [briefing]\n")
    stages = ("read", "clean", "extract", "link", "render", "add", "check")
    for command in (("generator", "build"), ("mkdocs", "build")):
        assert "generator.link.stories" in run(*command, cwd=tmp_path, PYTHONPROFILEIMPORTTIME="1").stderr
        told = run(*command, cwd=tmp_path, PYTHONPROFILEIMPORTTIME="1").stderr
        assert "generator.refreshing" in told
        assert not [stage for stage in stages if f" generator.{stage}" in told]
        (tmp_path / "seeds" / "9.txt").write_text(TEXT.format(more="one more told"), encoding="utf-8")


EDITS = int(os.environ.get("BRIEFING_EDITS", "12"))
"""Random edits after each of which the pages must be those of a clean build; more with BRIEFING_EDITS=500."""


def test_pages_are_those_of_a_clean_build_after_any_edits(tmp_path: Path) -> None:
    chance = random.Random(EDITS)  # noqa: S311 - no secret
    settings = project(tmp_path)
    for _ in range(EDITS):
        for _ in range(chance.randrange(3)):
            edited(settings, chance)
        refresh(settings)
        made = tree(settings)
        wanted = clean_tree(settings)
        assert {path: made.get(path) for path in wanted} == wanted
        assert made.keys() - wanted.keys() == {"data/generated.txt"}
