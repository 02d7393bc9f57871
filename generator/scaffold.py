"""Lays out a project for other articles; I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import OutputError, SettingsError
from generator.settings import CONFIG, packaged_templates
from generator.write import replace_files, told

if TYPE_CHECKING:
    from pathlib import Path

_SITE_NAME = re.compile(r"(?m)^site_name:.*$")


def make_project(folder: Path, title: str) -> tuple[Path, ...]:
    """Make mkdocs.yml, the theme's overrides and an empty seeds/ in a folder; return what was made.

    Raises OutputError where the folder holds a project already or can't be written, and SettingsError for a title that
    can't be printed.
    """
    if not title.isprintable():
        option, what = "--title", "it holds a character that can't be printed; delete it"
        raise SettingsError(option, what)
    with told(folder):
        there = (folder / CONFIG).exists()
    if there:
        what = "there is a project already; name another folder"
        raise OutputError((folder / CONFIG).as_posix(), what)
    source = packaged_templates()
    config = (source / CONFIG).read_text(encoding="utf-8")
    quoted = title.replace("'", "''")
    named = _SITE_NAME.sub(lambda _: f"site_name: '{quoted}'", config, count=1)
    theme = (path for path in sorted((source / "theme").rglob("*")) if path.is_file())
    copied = {folder / "templates" / path.relative_to(source): path.read_bytes() for path in theme}
    empty = (folder / "seeds", folder / "docs")
    with told(folder):
        for path in empty:
            path.mkdir(parents=True, exist_ok=True)
    replace_files({**copied, folder / CONFIG: named.encode()}, folder)
    return (folder / CONFIG, *empty, *copied)
