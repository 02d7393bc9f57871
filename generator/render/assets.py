"""The style sheet, the scripts and the licences of what comes from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Page
from generator.words.paragraphs import translated

if TYPE_CHECKING:
    from pathlib import Path


def asset_pages(templates: tuple[Path, ...]) -> tuple[Page, ...]:
    """Return the files below ``assets`` of the templates' folders; of two with the same name the first one's."""
    found = {
        path.relative_to(folder).as_posix(): path
        for folder in reversed(templates)
        for path in sorted((folder / "assets").rglob("*"))
        if path.is_file()
    }
    return tuple(Page(name, _content(found[name])) for name in sorted(found))


def _content(path: Path) -> bytes:
    """Return a file; of a script, what it says in the language of the pages."""
    content = path.read_bytes()
    return translated(content.decode(), path.name).encode() if path.suffix == ".js" else content
