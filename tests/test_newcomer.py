"""A newcomer's first hour: from a folder of saved files to a site in which every citation holds, in three commands."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import run

FILES = Path(__file__).parent / "files"
SAVED = ("bridge.html", "ferries.eml", "radio.rss", "statement.pdf", "statement.docx", "scan.pdf", "traffic.eml")


def test_a_folder_of_saved_files_becomes_a_site(tmp_path: Path) -> None:
    mine = tmp_path / "my-articles"
    mine.mkdir()
    for name in (*SAVED, "languages/vi.txt"):
        shutil.copy(FILES / name, mine)
    made = run("generator", "new", "bridge", "--title", "The harbour bridge", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    project = tmp_path / "bridge"
    added = run("generator", "add", "../my-articles", "--yes", cwd=project)
    assert added.returncode == 1  # a scan and a double are refused, and the rest is taken in
    refused = [line for line in added.stdout.splitlines() if ": refused: " in line]
    assert [line.split(": ")[0] for line in refused] == ["scan.pdf", "statement.pdf"]
    built = run("mkdocs", "build", "--strict", "--quiet", cwd=project, NO_MKDOCS_2_WARNING="1")
    assert built.returncode == 0, built.stderr
    for folder in ("docs", "site"):
        checked = run("generator", "check", folder, cwd=project)
        assert checked.returncode == 0, checked.stderr
    page = (project / "docs" / "articles" / "harbour-bridge-closes-for-eleven-weeks.md").read_text(encoding="utf-8")
    for shown in ("seeds/bridge.html", "https://ledger.example/2024/03/09/harbour-bridge-closes", "Ana Torres"):
        assert shown in page.replace("&#46;", ".").replace("&#47;", "/").replace("&#58;", ":")
    sites = "".join(p.read_text(encoding="utf-8") for p in (project / "site").rglob("*.html"))
    assert "alert(1)</script>" not in sites
    assert "document.title = document.title" not in sites
