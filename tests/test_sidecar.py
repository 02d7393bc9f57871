"""What an editor says beside an article: its label, a note, what to keep and remove, what to skip, what is a copy."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import run

from generator.clean import clean, identify
from generator.extract import extract
from generator.link import link
from generator.link.houses import house_of
from generator.model import Article, Briefing, Corrections, Edited, Inferred, Stated, Unknown
from generator.read import read

FILES = Path(__file__).parent / "files"
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
        ("status: gone", "`status: gone` means nothing; write skip or cite-only"),
        ("copy-of: seeds/none.txt", "`copy-of: seeds/none.txt`: there is no other article there"),
        ("copy-of: seeds/a.txt", "there is no other article there"),
        (f"short: {'x' * 41}", "`short` has 41 characters"),
    ],
)
def test_an_entry_that_fits_nothing_is_a_problem_with_its_line(line: str, message: str, tmp_path: Path) -> None:
    _, problems = one(tmp_path, f"publisher: The Paper\n{line}\n")
    assert [p.split(": ")[0] for p in problems] == ["seeds/a.yml:2"]
    assert message in problems[0]


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


def built(root: Path, **files: str) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the pages and the data of a project; what was built must hold."""
    seeds(root, **files)
    (root / "docs").mkdir(exist_ok=True)
    for command in ("build", "check"):
        done = run("generator", command, cwd=root)
        assert done.returncode == 0, done.stderr
    docs = root / "docs"
    pages = {p.relative_to(docs).as_posix(): p.read_text(encoding="utf-8") for p in docs.rglob("*.md")}
    return pages, json.loads((docs / "data" / "briefing.json").read_text(encoding="utf-8"))


TALKS = """Talks on the tram begin

Nobody in the town hall would say on Friday how long the talks about a new tram will take.

A second round is planned for 9 May 2024, a spokesman said, in the old customs house by the harbour.
"""


def test_an_article_that_is_to_be_skipped_is_listed_and_not_read(tmp_path: Path) -> None:
    pages, data = built(tmp_path, a_txt=STORY, b_txt=TALKS, a_yml="status: skip\nnote: sent twice\n")
    assert [a["source"] for a in data["articles"]] == ["seeds/b.txt"]
    assert "- seeds/a.txt: sent twice" in pages["articles/index.md"]
    assert not any(
        "Keller" in text or "islands resumed" in text for name, text in pages.items() if name != "articles/index.md"
    )


def test_an_article_that_is_only_cited_is_shown_and_tells_nothing(tmp_path: Path) -> None:
    same = STORY.replace("resumes", "sails")
    pages, data = built(tmp_path, a_txt=STORY, b_txt=same, c_txt=TALKS, b_yml="status: cite-only\n")
    cited = next(a for a in data["articles"] if a["source"] == "seeds/b.txt")
    assert cited["unread"] == "the editor only cites the article"
    assert all(cited["id"] not in origin["articles"] for origin in data["origins"])
    for table in ("dates", "quotes", "figures"):
        assert all(one["evidence"]["article"] != cited["id"] for one in data[table])
    assert all(cited["id"] not in str(data[table]) for table in ("people", "passages", "differences", "related"))
    page = pages[f"articles/{cited['id']}.md"]
    assert "Not read: the editor only cites the article. Nothing is taken from it, and it is no origin." in page
    assert "ferry between the islands resumed on Tuesday" in page
    assert "3 sources of 2 independent origins, 1 not read" in pages["index.md"]
    assert cited["id"] in pages["articles/index.md"]


def test_an_article_that_is_not_read_is_no_independent_origin(tmp_path: Path) -> None:
    german = (FILES / "languages" / "de.txt").read_text(encoding="utf-8")
    pages, _ = built(tmp_path, a_txt=STORY, b_txt=TALKS, c_txt=german)
    assert "3 sources of 2 independent origins, published " in pages["index.md"]
    assert ", 1 not read, 2 without a day." in pages["index.md"]


HOUSES = {
    "the editor's": ("By Jo Park\nThe Island Ledger\n3 May 2024", "", "house: Norland Media\n", "Norland Media"),
    "the dateline's agency": ("The Island Ledger\n3 May 2024", "ORRE, May 3 (Reuters) - ", "", "Reuters"),
    "the agency in the byline": ("By Agence France-Presse\n3 May 2024", "", "publisher: The Island Ledger\n", "AFP"),
    "the publisher, which is an agency": ("3 May 2024", "", "publisher: Associated Press\n", "AP"),
    "the publisher": ("3 May 2024", "", "publisher: The Island Ledger\n", "The Island Ledger"),
    "nobody's": ("3 May 2024", "", "title: Ferry\n", None),
}


@pytest.mark.parametrize("whose", HOUSES)
def test_an_articles_house_is(whose: str, tmp_path: Path) -> None:
    under, opening, sidecar, expected = HOUSES[whose]
    text = STORY.replace("\n\nThe ferry", f"\n\n{under}\n\n{opening}The ferry", 1)
    (source,), _ = read(seeds(tmp_path, a_txt=text, a_yml=sidecar), tmp_path)
    house = house_of(clean(source))
    assert (None if isinstance(house, Unknown) else house.value) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [("(Reuters)", "Reuters"), ("With inputs from PTI", "The Island Ledger"), ("(AP, Reuters)", "The Island Ledger")],
)
def test_a_credit_at_the_end_names_the_house_if_it_is_the_authors(end: str, expected: str, tmp_path: Path) -> None:
    text = STORY.rstrip() + (f" {end}\n" if end.startswith("(") else f"\n\n{end}\n")
    (source,), _ = read(seeds(tmp_path, a_txt=text, a_yml="publisher: The Island Ledger\n"), tmp_path)
    house = house_of(clean(source))
    assert isinstance(house, Stated | Inferred | Edited)
    assert house.value == expected
