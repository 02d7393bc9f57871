"""mkdocs made incremental: whatever changes, the site is byte for byte the one that mkdocs makes from nothing."""

from __future__ import annotations

import logging
import random
from typing import TYPE_CHECKING

import pytest
import yaml
from conftest import ROOT, copy_project, run
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from generator.cache import Drawer
from generator.incremental import Room, Templates, room_for

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

WORDS = (
    "**bold**",
    "[a link](b.md)",
    "[there](c.md#h-two)",
    "<b>raw</b>",
    "\n\n## Two {: #h-two}\n\n",
    "\n\n- item\n",
    "ä",
)
PAGE = """---
title: Page {name}
---
# Page {name}

Words of {name}, with [a link](index.md) and [another](b.md#h-one).

## One {{: #h-one data-search-exclude}}

| a | b |
| --- | --- |
| {name} | 2 |
"""
CONFIG = {
    "site_name": "Site",
    "site_url": "https://example.org/sub/",
    "theme": {"name": "material", "font": False, "custom_dir": "over"},
    "plugins": ["search", "offline"],
    "nav": [{"Home": "index.md"}, {"More": ["b.md", "c.md"]}],
    "not_in_nav": "*",
    "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
}


class Incremental(BasePlugin):  # type: ignore[type-arg]
    """Takes the plugin's part in the build of a site, without making pages first."""

    def __init__(self, folder: Path) -> None:
        """Keep what is kept in a folder."""
        self.folder = folder
        self.room: Room | None = None
        self.load_config({})

    def on_files(self, files: object, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Open the room."""
        self.room = room_for(config, Drawer(self.folder, "site"))
        if self.room:
            self.room.take_index(config.plugins["material/search"].search_index)

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> None:  # noqa: ARG002
        """Convert through the room."""
        if self.room:
            self.room.take_in(page)

    def on_env(self, env: Environment, **_: object) -> object:
        """Render through the room."""
        return Templates(env, self.room) if self.room else env

    def on_post_build(self, **_: object) -> None:
        """Tidy the room."""
        assert self.room is None or not self.room.tidy()


def project(folder: Path, **more: object) -> Path:
    (folder / "over").mkdir(parents=True)
    (folder / "docs").mkdir()
    for name in ("index", "b", "c", "d"):
        (folder / "docs" / f"{name}.md").write_text(PAGE.format(name=name), encoding="utf-8")
    (folder / "over" / "main.html").write_text('{% extends "base.html" %}\n', encoding="utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**CONFIG, **more}), encoding="utf-8")
    return folder


def site(folder: Path) -> dict[str, bytes]:
    built = folder / "site"
    return {p.relative_to(built).as_posix(): p.read_bytes() for p in sorted(built.rglob("*")) if p.is_file()}


def stock(folder: Path) -> dict[str, bytes]:
    config = load_config(str(folder / "mkdocs.yml"))
    build(config)
    return site(folder)


def incremental(folder: Path) -> dict[str, bytes]:
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins["briefing"] = Incremental(folder / "kept")
    build(config)
    return site(folder)


def kept(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in (folder / "kept" / "site").glob("*.json")}


def edit(folder: Path, chance: random.Random) -> None:
    """Change one thing of pages, navigation, options or theme."""
    pages = sorted((folder / "docs").rglob("*.md"))
    page = chance.choice(pages)
    text = page.read_text(encoding="utf-8")
    at = chance.randrange(text.index("# Page"), len(text) + 1)
    config = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    match chance.randrange(8):
        case 0 | 1 | 2:
            page.write_text(f"{text[:at]} {chance.choice(WORDS)} {text[at:]}", encoding="utf-8")
        case 3:
            page.write_text(text.replace("title: Page", f"title: {chance.choice(('Leaf', 'Sheet'))}"), encoding="utf-8")
        case 4:
            (folder / "docs" / f"e{chance.randrange(3)}.md").write_text(text, encoding="utf-8")
        case 5:
            if page.name.startswith("e"):
                page.unlink()
        case 6:
            config |= {
                "site_name": f"Site {chance.randrange(3)}",
                "nav": chance.sample(["index.md", "b.md", "c.md"], 3),
            }
            (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
        case _:
            shown = chance.choice(
                ("", "end", "{{ pages|length }}", "{{ page.update_date }}", "{{ page and page.next_page }}")
            )
            text = f'{{% extends "base.html" %}}\n{{% block footer %}}{shown}{{% endblock %}}\n'
            (folder / "over" / "main.html").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("seed", range(8))
def test_the_site_is_that_of_mkdocs_after_any_edits(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    folder = project(tmp_path)
    for _ in range(4):
        assert incremental(folder) == stock(folder)
        edit(folder, chance)
    assert incremental(folder) == stock(folder)


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    folder = project(tmp_path)
    incremental(folder)
    before = kept(folder)
    assert len(before) == 3 * 4 + 1, "Markdown, search entries and the whole page of each; and the page of errors"
    incremental(folder)
    assert kept(folder) == before
    page = folder / "docs" / "d.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert incremental(folder) == stock(folder)
    assert len(kept(folder).items() - before.items()) == 3


def test_a_link_is_judged_by_what_it_leads_to_now(tmp_path: Path) -> None:
    folder = project(tmp_path)
    for name in ("b", "index"):
        (folder / "docs" / f"{name}.md").write_text("# Page\n\n[there](d.md#h-one)\n", encoding="utf-8")
    incremental(folder)
    (folder / "docs" / "d.md").unlink()
    told = Told()
    logging.getLogger("mkdocs").addHandler(told)
    for _ in range(2):
        told.lines.clear()
        assert incremental(folder) == stock(folder)
        assert len([line for line in told.lines if "d.md" in line]) == 4, "two pages, in two builds: told each time"
    logging.getLogger("mkdocs").removeHandler(told)


class Told(logging.Handler):
    """Remembers what mkdocs warns of."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a line."""
        self.lines.append(record.getMessage())


@pytest.mark.parametrize("how", ["truncated", "one bit", "not text"])
def test_what_is_damaged_is_made_again(how: str, tmp_path: Path) -> None:
    folder = project(tmp_path)
    expected = incremental(folder)
    for path in kept(folder):
        raw = path.read_bytes()
        half = len(raw) // 2
        bit = raw[:half] + bytes([raw[half] ^ 1]) + raw[half + 1 :]
        path.write_bytes({"truncated": raw[:half], "one bit": bit, "not text": b"\xff"}[how])
    assert incremental(folder) == expected == stock(folder)


@pytest.mark.parametrize(
    "more",
    [
        {"markdown_extensions": ["pymdownx.snippets"]},
        {"hooks": ["hook.py"]},
        {"plugins": ["search", "offline", "tags"]},
    ],
    ids=["an extension that reads files", "a hook", "another plugin"],
)
def test_what_is_not_known_to_be_pure_is_left_to_mkdocs(more: dict[str, object], tmp_path: Path) -> None:
    folder = project(tmp_path, **more)
    (folder / "hook.py").write_text(
        "def on_page_markdown(markdown, **_):\n    return markdown + '!'\n", encoding="utf-8"
    )
    assert incremental(folder) == stock(folder)
    assert not kept(folder)


def test_the_plugin_makes_the_same_site_with_what_is_kept_and_without(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    for path in sorted((folder / "seeds").glob("*.txt"))[2:]:
        path.unlink()
    sites = []
    for option in ("", "", ":\n      cache: false"):
        text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("  - briefing\n", f"  - briefing{option}\n")
        (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
        done = run("mkdocs", "build", "--strict", "--quiet", cwd=folder)
        assert done.returncode == 0, done.stderr
        sites.append(site(folder))
    assert sites[0] == sites[1] == sites[2]
