"""Addresses live: what readers have linked to leads to the same thing, whatever it is called now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pipeline import accept, build
from generator.scaffold import make_project
from generator.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from generator.pipeline import Result

REEF = """\
A reef recovers

The Daily Post
May 6, 2024

The reef at Outer Line grew by 12 percent in 2020, Ana Torres said. Ana Torres leads the Reef Marine Authority.
"""


def project(root: Path, **seeds: str) -> Path:
    make_project(root, "Reefs")
    for name, text in seeds.items():
        (root / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return root


def built(root: Path) -> Result:
    return build(load_settings(root))


def redirect(root: Path, path: str) -> str:
    text = (root / "docs" / path).read_text(encoding="utf-8")
    return text.partition("url=")[2].partition('"')[0]


def test_a_title_that_an_editor_corrects_leaves_a_redirect(tmp_path: Path) -> None:
    root = project(tmp_path, reef=REEF)
    accept(load_settings(root))
    (root / "seeds" / "reef.yml").write_text("title: The reef at Outer Line grows", encoding="utf-8")
    built(root)
    assert redirect(root, "articles/a-reef-recovers.md") == "the-reef-at-outer-line-grows.html"


def test_a_title_that_changes_in_the_article_leaves_one_and_so_does_a_pinned_address(tmp_path: Path) -> None:
    root = project(tmp_path, reef=REEF)
    accept(load_settings(root))
    (root / "seeds" / "reef.txt").write_text(REEF.replace("A reef recovers", "Reef grows again"), encoding="utf-8")
    built(root)
    assert redirect(root, "articles/a-reef-recovers.md") == "reef-grows-again.html"
    (root / "corrections.yml").write_text("slugs: {seeds/reef.txt: outer-line}", encoding="utf-8")
    built(root)
    assert redirect(root, "articles/a-reef-recovers.md") == "outer-line.html"


def test_addresses_of_older_states_lead_on_after_each_acceptance(tmp_path: Path) -> None:
    root = project(tmp_path, reef=REEF)
    for address in ("one", "two", "three"):
        (root / "corrections.yml").write_text(f"slugs: {{seeds/reef.txt: {address}}}", encoding="utf-8")
        accept(load_settings(root))
    built(root)
    assert [redirect(root, f"articles/{old}.md") for old in ("one", "two")] == ["three.html", "three.html"]


def test_a_name_that_an_editor_corrects_leaves_a_redirect(tmp_path: Path) -> None:
    root = project(tmp_path, reef=REEF)
    accept(load_settings(root))
    assert not built(root).problems
    (root / "corrections.yml").write_text("same: {Ana Maria Torres: Ana Torres}", encoding="utf-8")
    assert not built(root).problems
    assert redirect(root, "people/ana-torres.md") == "ana-maria-torres.html"


def test_a_later_article_of_the_same_title_takes_no_address_away(tmp_path: Path) -> None:
    root = project(tmp_path, reef=REEF)
    accept(load_settings(root))
    text = "A reef recovers\n\nThe Star\nMay 1, 2024\n\nBo Reed dived there for a month and saw no shark at all.\n"
    (root / "seeds" / "earlier.txt").write_text(text, encoding="utf-8")
    found = {a.path: a.id for a in built(root).briefing.articles}
    assert found == {"seeds/reef.txt": "a-reef-recovers", "seeds/earlier.txt": "a-reef-recovers-the-star"}


def test_a_redirect_or_a_note_of_an_editor_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    root = project(tmp_path, reef=REEF)
    decided = "moved:\n  old.md: quote.md\n  index.md: about.md\nnotes:\n  figure.md: Hello.\n"
    (root / "corrections.yml").write_text(decided, encoding="utf-8")
    assert [str(p) for p in built(root).problems] == [
        "corrections.yml:2: moved: there is no page quote.md; did you mean `quotes.md`?",
        "corrections.yml:3: moved: index.md is a page still; remove the entry",
        "corrections.yml:5: notes: there is no page figure.md; did you mean `figures.md`?",
    ]
