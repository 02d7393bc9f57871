"""Lays out a project for other articles; I/O."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from generator.errors import OutputError, SettingsError
from generator.files import packaged_templates
from generator.settings import CONFIG
from generator.staging import change_files, told
from generator.words import ENGLISH, speaking
from generator.words import language as spoken
from generator.words.paragraphs import translated

ATTRIBUTES = """\
# Articles are kept, and pages compared, byte for byte: git converts no line end.
* -text
"""
"""Where git converts line ends, as it does by default on Windows, no page would be known as the program's own."""

_THEME = "  name: material"
_SITE_NAME = re.compile(r"(?m)^site_name:.*$")
_ADDRESS = re.compile(r"https?://[^\s/?#]{1,253}(?:/[^\s?#]{0,500})?", re.ASCII)  # https://example.org/reefs/
PINNED = ("briefing-site", "mkdocs", "mkdocs-material")
"""What a project's pages are built with: an update is a decision, and its difference is looked at."""
GIT_IGNORED = ".venv/\nsite/\n.site.new/\n.briefing-cache/\n"
LAID_OUT = {"README.md": "README.md", "corrections.yml": "corrections.yml", "publish.yml": ".github/workflows/site.yml"}
"""What is laid out beside the pages, and where."""


def make_project(
    folder: Path, title: str, url: str = "", language: str = ENGLISH, *, example: bool = False
) -> tuple[Path, ...]:
    """Make a project that can be published in a folder; return what was made.

    ``url`` is where the site will stand, empty where that isn't known; ``language`` is one of those that the pages can
    speak; with ``example`` there is an article to look at.
    Files that are there stay. Raises OutputError where the folder holds a project already or can't be written, and
    SettingsError for a title that can't be printed and for what is no address.
    """
    if not title.isprintable():
        option, what = "--title", "it holds a character that can't be printed; delete it"
        raise SettingsError(option, what)
    if url and not _ADDRESS.fullmatch(url):
        option, what = "--url", f"{url} is no web address; write one such as https://example.org/reefs/"
        raise SettingsError(option, what)
    with told(folder):
        there = (folder / CONFIG).exists()
    if there:
        what = "there is a project already; name another folder"
        raise OutputError((folder / CONFIG).as_posix(), what)
    with speaking(language):
        files = {CONFIG: _config(title, url), **_beside(title, example=example)}
        theme = dict(_theme())
    empty = (folder / "seeds", folder / "docs")
    with told(folder):
        every = {**{name: text.encode() for name, text in files.items()}, **theme}
        made = {name: content for name, content in every.items() if not (folder / name).exists()}
        for path in empty:
            path.mkdir(parents=True, exist_ok=True)
    change_files(made, (), folder)
    return (*empty, *(folder / name for name in made))


def _config(title: str, url: str) -> str:
    config = translated((packaged_templates() / CONFIG).read_text(encoding="utf-8"), CONFIG)
    if spoken() != ENGLISH:
        config = config.replace(_THEME, f"{_THEME}\n  language: {spoken()}", 1)
    quoted = title.replace("'", "''")
    address = f"\nsite_url: {url if url.endswith('/') else f'{url}/'}" if url else ""
    return _SITE_NAME.sub(lambda _: f"site_name: '{quoted}'{address}", config, count=1)


def _theme() -> Iterator[tuple[str, bytes]]:
    """Yield the files of the theme, its templates in the language of the pages."""
    source = packaged_templates()
    for path in sorted(p for p in (source / "theme").rglob("*") if p.is_file()):
        content = path.read_bytes()
        page = path.suffix == ".html"
        yield (
            f"templates/{path.relative_to(source).as_posix()}",
            translated(content.decode(), path.name).encode() if page else content,
        )


def _beside(title: str, *, example: bool) -> dict[str, str]:
    """Return the other files of a project, by their paths in it."""
    source = packaged_templates()
    files = {
        path: (source / "new" / name).read_text(encoding="utf-8").replace("@TITLE@", title)
        for name, path in LAID_OUT.items()
    }
    if example:
        files["seeds/example.txt"] = (source / "new" / "example.txt").read_text(encoding="utf-8")
    files["requirements.txt"] = "".join(f"{name}=={version(name)}\n" for name in PINNED)
    return {**files, ".gitattributes": ATTRIBUTES, ".gitignore": GIT_IGNORED}
