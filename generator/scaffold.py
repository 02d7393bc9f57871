"""Lays out a project for other articles; I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import OutputError, SettingsError
from generator.settings import CONFIG, packaged_templates
from generator.staging import change_files, told

if TYPE_CHECKING:
    from pathlib import Path

ATTRIBUTES = """\
# Articles are kept, and pages compared, byte for byte: git converts no line end.
* -text
"""
"""Where git converts line ends, as it does by default on Windows, no page would be known as the program's own."""

_SITE_NAME = re.compile(r"(?m)^site_name:.*$")


def make_project(folder: Path, title: str) -> tuple[Path, ...]:
    """Make mkdocs.yml, the theme's overrides, git's attributes and an empty seeds/ in a folder; return what was made.

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
    made = {folder / "templates" / path.relative_to(source): path.read_bytes() for path in theme}
    empty = (folder / "seeds", folder / "docs")
    attributes = folder / ".gitattributes"
    with told(folder):
        if not attributes.exists():
            made[attributes] = ATTRIBUTES.encode()
        for path in empty:
            path.mkdir(parents=True, exist_ok=True)
    files = {**made, folder / CONFIG: named.encode()}
    change_files({path.relative_to(folder).as_posix(): content for path, content in files.items()}, (), folder)
    return (folder / CONFIG, *empty, *made)
