"""Lays out a project for other articles; I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import OutputError
from generator.settings import CONFIG, packaged_templates

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
    if not (attributes := folder / ".gitattributes").exists():
        attributes.write_text(ATTRIBUTES, encoding="utf-8", newline="\n")
        made.append(attributes)
    for path in sorted((source / "theme").rglob("*")):
        if path.is_file():
            copy = folder / "templates" / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            made.append(copy)
    return tuple(made)
