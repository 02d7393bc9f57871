"""What an editor says beside an article: its label, a note, what to keep and remove, what to skip, what is a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import run

from generator.clean import clean, identify
from generator.extract import extract
from generator.link import link
from generator.model import Article, Briefing, Corrections
from generator.read import read

if TYPE_CHECKING:
    from pathlib import Path

STORY = """Ferry service resumes

The ferry between the islands resumed on Tuesday after repairs. Read more in our app today. Tickets are sold.

Advertisement

The owner, Anna Keller, told reporters that all boats would sail again by the end of the month.
"""


def seeds(root: Path, **files: str) -> Path:
    folder = root / "seeds"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def one(root: Path, sidecar: str) -> tuple[Article, list[str]]:
    (source,), problems = read(seeds(root, a_txt=STORY, a_yml=sidecar), root)
    article = clean(source)
    return article, [str(p) for p in (*problems, *article.problems)]


def kinds(article: Article) -> dict[str, str]:
    return {article.text[b.span.start : b.span.end][:30]: b.kind for b in article.blocks}


def test_words_that_are_to_be_removed_go_and_what_is_around_them_stays(tmp_path: Path) -> None:
    article, problems = one(tmp_path, "remove: Read more in our app today.\n")
    assert problems == []
    paragraph, taken, rest = article.blocks[1:4]
    assert (paragraph.kind, taken.kind, rest.kind) == ("paragraph", "removed", "paragraph")
    assert taken.rule == "editor: the editor takes it out"
    assert article.text[taken.span.start : taken.span.end] == "Read more in our app today."
    words = [article.text[s.start : s.end] for b in (paragraph, rest) for s in b.sentences]
    assert words == [
        "The ferry between the islands resumed on Tuesday after repairs.",
        "Tickets are sold.",
    ]


def test_words_that_are_to_be_kept_come_back(tmp_path: Path) -> None:
    assert kinds(one(tmp_path, "title: x\n")[0])["Advertisement"] == "removed"
    article, problems = one(tmp_path, "keep: [Advertisement]\n")
    assert problems == []
    assert kinds(article)["Advertisement"] == "paragraph"


def test_every_character_stays_in_one_block(tmp_path: Path) -> None:
    sidecar = "remove:\n  - ferry between\n  - resumed on   Tuesday\n  - The owner\n  - '.'\nkeep: Advertisement\n"
    article, problems = one(tmp_path, sidecar)
    assert problems == []
    covered = [at for b in article.blocks for at in range(b.span.start, b.span.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(article.text) if not c.isspace()} <= set(covered)
    assert all(b.span.holds(s) for b in article.blocks for s in b.sentences)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("keep: No such words", "`keep`: these words don't stand in the article: No such words"),
        ("remove: [[a]]", "`remove` is a list of words of the article"),
        ("status: gone", "`status: gone` means nothing; write skip"),
        ("copy-of: seeds/none.txt", "`copy-of: seeds/none.txt`: there is no other article there"),
        ("copy-of: seeds/a.txt", "there is no other article there"),
        (f"short: {'x' * 41}", "`short` has 41 characters"),
    ],
)
def test_an_entry_that_fits_nothing_is_a_problem_with_its_line(line: str, message: str, tmp_path: Path) -> None:
    _, problems = one(tmp_path, f"publisher: The Paper\n{line}\n")
    assert [p.split(": ")[0] for p in problems] == ["seeds/a.yml:2"]
    assert message in problems[0]


def test_an_article_that_is_to_be_skipped_is_not_read(tmp_path: Path) -> None:
    other = STORY.replace("Ferry", "Tram").replace("ferry", "tram")
    sources, problems = read(seeds(tmp_path, a_txt=STORY, b_txt=other, a_yml="status: skip\n"), tmp_path)
    assert [s.path for s in sources] == ["seeds/b.txt"]
    assert problems == ()


def joined(root: Path, sidecar: str) -> Briefing:
    other = (
        "Boats sail again\n\nOn Wednesday the boats sailed, after nine days in which nobody could cross the water.\n"
    )
    sources, _ = read(seeds(root, a_txt=STORY, b_txt=other, b_yml=sidecar), root)
    return link(tuple(extract(a) for a in identify(tuple(map(clean, sources)), Corrections())), Corrections())


def test_what_an_editor_holds_to_be_a_copy_is_of_one_origin(tmp_path: Path) -> None:
    assert [len(o.articles) for o in joined(tmp_path, "title: x\n").origins] == [1, 1]
    (origin,) = joined(tmp_path, "copy-of: seeds/a.txt\n").origins
    assert len(origin.articles) == 2
    assert origin.because == "the editor says that one is a copy of the other"


def test_the_label_and_the_note_stand_on_the_pages(tmp_path: Path) -> None:
    other = STORY.replace("Ferry", "Tram").replace("ferry between the islands", "tram in the town")
    seeds(tmp_path, a_txt=STORY, b_txt=other, a_yml="short: Ledger A\nnote: 'Sent by a reader <b>'\n")
    (tmp_path / "docs").mkdir()
    done = run("generator", "build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    pages = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "docs").rglob("*.md")}
    assert "Sent by a reader &lt;b&gt;" in pages["ferry-service-resumes.md"]
    assert any("Ledger A" in text for name, text in pages.items() if name != "ferry-service-resumes.md")
