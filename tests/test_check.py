"""The checker notices each kind of broken promise."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import run

from generator.check import check

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def docs(project: Path, tmp_path: Path) -> Path:
    """Return a copy of the pages that a test may break."""
    shutil.copytree(project / "docs", tmp_path / "docs")
    shutil.copytree(project / "seeds", tmp_path / "seeds")
    return tmp_path / "docs"


def an_article(docs: Path) -> Path:
    return next(p for p in sorted((docs / "articles").glob("*.md")) if p.stem != "index")


def failures(docs: Path) -> tuple[str, ...]:
    return check(docs, docs.parent).failures


def test_the_pages_as_made_have_no_failure(docs: Path) -> None:
    assert failures(docs) == ()


def test_the_built_site_has_no_failure(project: Path) -> None:
    assert check(project / "site", project).failures == ()


def test_a_changed_word_in_a_seed_is_noticed(docs: Path) -> None:
    seed = min((docs.parent / "seeds").glob("*.txt"))
    text = seed.read_text(encoding="utf-8")
    seed.write_text(text.replace("the", "teh", 1), encoding="utf-8")
    assert any(seed.name in f for f in failures(docs))


def test_a_citation_moved_by_one_character_is_noticed(docs: Path) -> None:
    path = docs / "data" / "briefing.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["dates"][0]["evidence"]["start"] += 1
    data["dates"][0]["evidence"]["end"] += 1
    path.write_text(json.dumps(data), encoding="utf-8")
    assert any("dates[0]" in f for f in failures(docs))


def test_a_part_of_a_seed_that_is_neither_shown_nor_removed_is_noticed(docs: Path) -> None:
    path = docs / "data" / "briefing.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["articles"][0]["blocks"][-1]
    path.write_text(json.dumps(data), encoding="utf-8")
    assert any("neither shown nor listed as removed" in f for f in failures(docs))


def test_a_changed_sentence_on_a_page_is_noticed(docs: Path) -> None:
    page = an_article(docs)
    text = page.read_text(encoding="utf-8")
    at = text.index('id="s3"')
    page.write_text(text[:at] + text[at:].replace(" the ", " a ", 1), encoding="utf-8")
    assert any("isn't there word for word" in f for f in failures(docs))


def test_a_passage_whose_place_cannot_be_read_is_noticed(docs: Path) -> None:
    page = docs / "index.md"
    text = page.read_text(encoding="utf-8")
    at = text.index('data-at="') + len('data-at="')
    page.write_text(text[:at] + text[at:].replace("-", "-1,", 1), encoding="utf-8")
    assert any("names no place that can be read" in f for f in failures(docs))


def test_a_passage_that_is_not_verbatim_is_noticed(docs: Path) -> None:
    page = docs / "index.md"
    text = page.read_text(encoding="utf-8")
    at = text.index(">", text.index('data-at="')) + 1
    page.write_text(f"{text[:at]}Not {text[at:]}", encoding="utf-8")
    assert any("is said to stand at" in f for f in failures(docs))


def test_a_link_to_nowhere_and_a_dead_fragment_are_noticed(docs: Path) -> None:
    page = docs / "index.md"
    article = an_article(docs).name
    extra = f"\n[a](nowhere.md) [b](articles/{article}#s99999)\n"
    page.write_text(page.read_text(encoding="utf-8") + extra, encoding="utf-8")
    found = failures(docs)
    assert any("nowhere.md leads nowhere" in f for f in found)
    assert any("has no 's99999'" in f for f in found)


def test_the_command_exits_with_1_and_names_the_failure(docs: Path) -> None:
    assert run("generator", "check", cwd=docs.parent).returncode == 0
    an_article(docs).unlink()
    done = run("generator", "check", cwd=docs.parent)
    assert done.returncode == 1
    assert "failed: seeds/" in done.stderr
    shutil.rmtree(docs / "data")
    done = run("generator", "check", cwd=docs.parent)
    assert (done.returncode, "run: briefing build" in done.stderr) == (2, True)
