"""The same mkdocs.yml and docs/ build with Zensical, which runs no plugin of ours."""

from __future__ import annotations

import html
import shutil
from typing import TYPE_CHECKING

from conftest import copy_project, run

if TYPE_CHECKING:
    from pathlib import Path


def test_zensical_builds_every_page(project: Path, tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    shutil.rmtree(folder / "docs")
    shutil.copytree(project / "docs", folder / "docs")
    config = folder / "mkdocs.yml"
    config.write_text(f"site_url: https://example.org/tea/\n{config.read_text(encoding='utf-8')}", encoding="utf-8")
    done = run("zensical", "build", "--clean", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted(p.relative_to(folder / "docs").with_suffix(".html") for p in (folder / "docs").rglob("*.md"))
    missing = [str(p) for p in pages if not (folder / "site" / p).is_file()]
    assert missing == []
    article = next(p for p in pages if p.parent.name == "articles" and p.stem != "index")
    made = html.unescape((folder / "site" / article).read_text(encoding="utf-8"))
    assert 'id="s1"' in made
    assert '<meta property="og:image" content="https://example.org/tea/assets/social.png">' in made
    assert (folder / "site" / "assets" / "social.png").read_bytes().startswith(b"\x89PNG")
