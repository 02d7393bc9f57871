"""Lays out a project for other articles; I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import OutputError
from generator.settings import CONFIG, packaged_templates

if TYPE_CHECKING:
    from pathlib import Path

_SITE_NAME = re.compile(r"(?m)^site_name:.*$")


def make_project(folder: Path, title: str) -> tuple[Path, ...]:
    """Make mkdocs.yml, the theme's overrides and an empty seeds/ in a folder; return what was made.

    Raises OutputError where the folder holds a project already.
    """
    if (folder / CONFIG).exists():
        there = (folder / CONFIG).as_posix()
        raise OutputError(there, "there is a project already; name another folder")
    source = packaged_templates()
    config = (source / CONFIG).read_text(encoding="utf-8")
    quoted = title.replace("'", "''")
    made = [folder / CONFIG, folder / "seeds", folder / "docs"]
    for path in made[1:]:
        path.mkdir(parents=True, exist_ok=True)
    named = _SITE_NAME.sub(lambda _: f"site_name: '{quoted}'", config, count=1)
    made[0].write_text(named, encoding="utf-8", newline="\n")
    for path in sorted((source / "theme").rglob("*")):
        if path.is_file():
            copy = folder / "templates" / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            made.append(copy)
    return tuple(made)
