"""The whole program on real files: same bytes everywhere, other subjects, bad input."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import ROOT, copy_project, run

from generator.pipeline import build
from generator.settings import load_settings

SUBJECT = Path(__file__).parent / "subjects" / "harbour-bridge"


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_committed_pages_are_what_the_articles_give() -> None:
    assert (ROOT / "docs" / "index.md").exists()
    result = build(load_settings(ROOT), dry=True)
    assert (result.changes.written, result.changes.removed) == ((), ())


def test_a_second_build_writes_nothing(project: Path) -> None:
    before = tree(project / "docs")
    done = run("generator", "build", cwd=project)
    assert "0 written" in done.stdout
    assert "0 removed" in done.stdout
    assert tree(project / "docs") == before


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_time_zone_locale_and_hash_seed_change_no_byte(project: Path, tmp_path: Path, env: dict[str, str]) -> None:
    folder = copy_project(tmp_path)
    shutil.rmtree(folder / "docs")
    (folder / "docs").mkdir()
    for name in sorted(p.name for p in (folder / "seeds").iterdir())[::-1]:
        # made anew in the other order, so that the directory lists them differently
        path = folder / "seeds" / name
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
    done = run("generator", "build", cwd=folder, **env)
    assert done.returncode == 0, done.stderr
    handwritten = {"architecture.md"}
    expected = {k: v for k, v in tree(project / "docs").items() if k not in handwritten}
    assert tree(folder / "docs") == expected


def test_another_subject_gives_sensible_pages_and_nothing_of_the_demo(tmp_path: Path) -> None:
    assert run("generator", "new", "bridge", "--title", "The harbour bridge", cwd=tmp_path).returncode == 0
    folder = tmp_path / "bridge"
    for path in SUBJECT.glob("*.txt"):
        shutil.copy(path, folder / "seeds" / path.name)
    done = run("generator", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert run("mkdocs", "build", "--strict", "--quiet", cwd=folder).returncode == 0
    assert run("generator", "check", "site", cwd=folder).returncode == 0
    text = " ".join(p.read_text(encoding="utf-8") for p in (folder / "docs").rglob("*.md"))
    assert "harbour" in text.lower()
    for word in ("Vietnam", "Xi Jinping", "To Lam", "Xinhua", "Hanoi"):
        assert word not in text


def test_bad_seeds_are_named_and_the_others_are_built(project: Path, tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    seeds = folder / "seeds"
    (seeds / "empty.txt").write_bytes(b"")
    (seeds / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (seeds / "folder.txt").mkdir()
    first = min(seeds.glob("0*.txt"))
    shutil.copy(first, seeds / "zz-copy.txt")
    done = run("generator", "build", cwd=folder)
    assert done.returncode == 0, done.stderr
    for name in ("empty.txt", "binary.txt", "folder.txt", "zz-copy.txt"):
        assert f"problem: seeds/{name}" in done.stderr
    assert tree(folder / "docs" / "articles") == tree(project / "docs" / "articles")
    assert run("generator", "build", "--strict", cwd=folder).returncode == 1


def test_a_misspelt_variable_in_a_template_is_named_with_file_and_line(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    before = tree(folder / "docs")
    path = folder / "templates" / "quotes.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n{{ briefnig.quotes }}\n", encoding="utf-8")
    done = run("generator", "build", cwd=folder)
    assert done.returncode == 2
    assert "quotes.md:" in done.stderr
    assert "briefnig" in done.stderr
    assert tree(folder / "docs") == before


def test_check_exits_with_1_and_names_the_stale_pages(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    assert run("generator", "build", "--check", cwd=folder).returncode == 0
    (folder / "docs" / "timeline.md").unlink()
    done = run("generator", "build", "--check", cwd=folder)
    assert done.returncode == 1
    assert "stale: docs/timeline.md" in done.stdout
    assert not (folder / "docs" / "timeline.md").exists()


def test_what_a_sidecar_states_wins_and_is_shown_as_the_editors(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    seed = min((folder / "seeds").glob("*.txt"))
    seed.with_suffix(".yml").write_text("publisher: The Morning Ledger\npublished: 2025-04-15\n", encoding="utf-8")
    result = build(load_settings(folder))
    article = next(a for a in result.briefing.articles if a.path == f"seeds/{seed.name}")
    text = (folder / "docs" / "articles" / f"{article.id}.md").read_text(encoding="utf-8")
    assert "The Morning Ledger" in text
    assert "editor" in text
