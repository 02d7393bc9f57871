"""A site takes its place when it is whole; while serving, a failed build leaves the last good one, and says so; I/O."""

import html
import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from mkdocs.utils import clean_directory

from generator.settings import Settings

_BODY = re.compile(r"<body\b[^>]{0,2000}>")  # <body dir="ltr" data-md-color-scheme="default">
_STYLE = (
    "position:sticky;top:0;z-index:99;padding:12px 16px;background:#fff4f0;color:#5a0f00;border-bottom:3px solid #c33;"
    "font:14px/1.5 sans-serif"
)
INPUTS = ("seeds", "templates", "docs", "corrections", "accepted")

FIRST = "index.html"
"""A site without this page doesn't look whole."""


def put(new: Path, site: Path) -> None:
    """Give a site that is whole its place: whoever is cut off here leaves one without its first page.

    Hidden files stay where they are, as mkdocs leaves them when it empties a folder.
    """
    site.mkdir(parents=True, exist_ok=True)
    (site / FIRST).unlink(missing_ok=True)
    clean_directory(str(site))
    for path in sorted(new.iterdir(), key=lambda path: path.name == FIRST):
        if (site / path.name).is_dir():
            shutil.rmtree(site / path.name)
        shutil.move(path, site / path.name)
    new.rmdir()


def keep(site: Path, kept: Path) -> None:
    """Keep a good site beside the one that is served."""
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(site, kept, copy_function=_linked)


def give_back(kept: Path, site: Path, messages: Iterable[str]) -> None:
    """Serve the site that was kept, with messages on each of its pages."""
    clean_directory(str(site))
    shutil.copytree(kept, site, copy_function=_linked, dirs_exist_ok=True)
    lines = "".join(f"<li>{html.escape(message)}</li>" for message in messages)
    what = f"These are the last good pages. Mend this and save:<ul>{lines}</ul>"
    told = f'<div role="alert" style="{_STYLE}">{what}</div>'
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.unlink()  # it is a link to the page that is kept
        path.write_text(_BODY.sub(lambda m: m[0] + told, text, count=1), encoding="utf-8")


def _linked(source: str, target: str) -> None:
    """Link a file, or copy it where the system can't."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def glance(settings: Settings) -> tuple[tuple[str, int, int], ...]:
    """Return the name, size and time of every file that the pages are made from, whatever folders come and go."""
    found = []
    for name in INPUTS:
        path = settings.path(name)
        for one in (path, *path.rglob("*")) if path.is_dir() else (path,):
            try:
                stat = one.stat()
            except OSError:  # it went while we looked, or isn't there
                continue
            found.append((str(one), stat.st_size, stat.st_mtime_ns))
    return tuple(sorted(found))
