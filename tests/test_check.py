"""The checker notices each kind of broken promise."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import our_templates
import pytest
from conftest import run

from generator.check import check
from generator.pipeline import build
from generator.settings import Settings

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
    assert our_templates.failures(docs, docs.parent) == ()


def test_the_built_site_has_no_failure(project: Path) -> None:
    assert check(project / "site", project).failures == ()
    assert our_templates.failures(project / "site", project) == ()


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
    page.write_text(text[:at] + text[at:].replace("/s", "/x", 1), encoding="utf-8")
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


CHANGES = (
    ("glossary.md", "[sentence 1", "[sentence 8", "is called sentence 8"),
    ("quotes.md", "/s4:1-", "/s5:1-", "is said to stand at"),
    ("data/briefing.json", '"line": ', '"lane": ', "not of the form"),
    ("data/briefing.json", '"source": "seeds/', '"source": "sedes/', "seeds/"),
    ("data/briefing.json", '"headline": "', '"headline": "x', "is in none of its sources"),
    ("data/briefing.json", '"words": ', '"words": 1', "words"),
    ("data/sentences/*.js", '"s1":"', '"s1":"Not ', "s1"),
    ("data/sentences/*.js", '"s2":', '"s9999":', "s9999"),
)
"""A file, words of it, what is put in their place, and what the proofs say of it without the digests."""
OF_OURS = (
    ("index.md", "</span>counted from ", "</span>counted by ", "the reason"),
    ("index.md", '<time datetime="2', '<time datetime="3', "is not in the data"),
    (
        "index.md",
        "<small>[+1](",
        '<small class="backing">(9 sources, 2 origins)</small> <small>[+1](',
        "stands behind 1 sources",
    ),
    ("index.md", ") Chinese President", ") Norwegian President", "the note"),
    ("glossary.md", " uses in ", "1 uses in ", "of the term"),
    ("about.md", "| Events | ", "| Events | 1", "of the number of what was found"),
    ("people/index.md", " | 1 |", " | 11 |", "sources, origins and mentions"),
    ("articles/c*.md", 'title: "', 'title: "x', "isn't the heading"),
)
"""The same of pages that are made with the packaged templates, as our tests prove them."""


@pytest.mark.parametrize(("path", "old", "new", "told"), OF_OURS)
def test_what_the_packaged_templates_do_not_say_is_noticed(
    docs: Path, path: str, old: str, new: str, told: str
) -> None:
    page = min(docs.glob(path))
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(told in failure for failure in our_templates.failures(docs, docs.parent))


@pytest.mark.parametrize(("path", "old", "new", "told"), CHANGES)
def test_what_the_data_does_not_say_is_noticed(docs: Path, path: str, old: str, new: str, told: str) -> None:
    page = min(docs.glob(path))
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    report = check(docs, docs.parent)
    assert any(told in failure for failure in report.unproved)
    name = page.relative_to(docs).as_posix()
    assert report.altered == (
        f"{name}: isn't as it was written; run: briefing build, or keep your own text in another file",
    )


@pytest.mark.parametrize("name", ["data/events.csv", "data/events.ics", "changes.xml"])
def test_a_change_of_a_file_that_no_template_makes_is_known_by_its_digest(docs: Path, name: str) -> None:
    (docs / name).write_bytes((docs / name).read_bytes().replace(b"2", b"3", 1))
    report = check(docs, docs.parent)
    assert report.unproved == ()
    assert [failure.partition(":")[0] for failure in report.altered] == [name]


def test_a_generated_file_that_is_gone_or_not_listed_is_noticed(docs: Path) -> None:
    (docs / "data" / "people.csv").unlink()
    (docs / "people" / "nobody.md").write_bytes((docs / "about.md").read_bytes())
    altered = check(docs, docs.parent).altered
    assert [f.split(":")[0] for f in altered] == ["data/people.csv", "people/nobody.md"]


@pytest.mark.parametrize("what", ["a folder", "a link to itself"])
def test_something_else_in_the_place_of_a_page_is_noticed(docs: Path, what: str) -> None:
    (docs / "glossary.md").unlink()
    if what == "a folder":
        (docs / "glossary.md").mkdir()
    else:
        (docs / "glossary.md").symlink_to("glossary.md")
    assert [f for f in check(docs, docs.parent).altered if f.startswith("glossary.md")]


def test_a_page_written_by_hand_and_a_template_of_ones_own_are_nothing_to_fail(docs: Path) -> None:
    (docs / "notes.md").write_text("# Notes\n\n[Home](index.md) <i data-mine='1'>on</i>\n", encoding="utf-8")
    assert failures(docs) == ()
    assert our_templates.failures(docs, docs.parent) == ()
    page = docs / "about.md"
    page.write_text(page.read_text(encoding="utf-8").replace("| Events | ", "| Events | 1"), encoding="utf-8")
    assert check(docs, docs.parent).unproved == ()


def test_the_command_exits_with_1_and_names_the_failure(docs: Path) -> None:
    assert run("generator", "check", cwd=docs.parent).returncode == 0
    an_article(docs).unlink()
    done = run("generator", "check", cwd=docs.parent)
    assert done.returncode == 1
    assert "failed: seeds/" in done.stderr
    shutil.rmtree(docs / "data")
    done = run("generator", "check", cwd=docs.parent)
    assert (done.returncode, "run: briefing build" in done.stderr) == (2, True)


def test_sources_that_contradict_each_other_are_counted_without_a_false_alarm(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name, day, number in (("one", "2023-08-14", 9), ("two", "2023-08-15", 14)):
        told = f"A landslide at Tasqui in Peru killed {number} people, Mayor Elmer Rojas said. Rojas closed two roads."
        (tmp_path / "seeds" / f"{name}.txt").write_text(f"Landslide in Peru\n\n{told}\n", encoding="utf-8")
        sidecar = f"published: {day}\npublisher: The {name.title()} Post\n"
        (tmp_path / "seeds" / f"{name}.yml").write_text(sidecar, encoding="utf-8")
    made = build(Settings(tmp_path)).briefing
    assert [d.verdict for d in made.differences] == ["grown"]
    report = check(tmp_path / "docs", tmp_path)
    assert report.failures == ()
    assert our_templates.failures(tmp_path / "docs", tmp_path) == ()
