"""mkdocs made incremental: converted Markdown, search entries and rendered pages are kept by all that goes into them.

mkdocs and its plugins run as ever, event by event; only their three pure functions are asked here first. Where anything
takes part whose influence isn't known (an extension, a plugin, a hook, a theme, a value that can't be written down),
it is left to mkdocs, for one page or for all.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from importlib.metadata import version
from importlib.util import find_spec
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import get_toc

from generator.cache import Drawer
from generator.incremental.keys import UnknownError, folder_of, key_of, plain, seen, theme_of, tokens

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

LIBRARIES = ("jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pyyaml")
_NAMES = "abbr admonition attr_list def_list fenced_code footnotes md_in_html sane_lists tables toc"
EXTENSIONS = frozenset(_NAMES.split())
"""Of Python-Markdown's own, those that read nothing but the page."""
PLUGINS = frozenset(("briefing", "search", "material/search", "offline", "material/offline"))
THEMES = frozenset(("material", "mkdocs", "readthedocs"))
"""Whose files change with the version of their package only."""
_SKIPPED = frozenset(("plugins", "theme", "hooks", "exclude_docs", "not_in_nav", "draft_docs", "dev_addr", "watch"))
"""Settings that are looked at on their own, or that act through the files alone."""
_PAGES = logging.getLogger("mkdocs.structure.pages")


def room_for(config: MkDocsConfig, drawer: Drawer) -> Room | None:
    """Return what keeps pages of a site, or None where something takes part whose influence isn't known."""
    known = (
        {name.removeprefix("markdown.extensions.") for name in config.markdown_extensions} <= EXTENSIONS
        and set(config.plugins) <= PLUGINS
        and not config.hooks
        and config.theme.name in THEMES
        and _PAGES.getEffectiveLevel() > logging.DEBUG
    )
    try:
        return Room(config, drawer) if known else None
    except UnknownError:
        return None


class Room:
    """Keeps what mkdocs makes of pages, with one configuration, for one build."""

    def __init__(self, config: MkDocsConfig, drawer: Drawer) -> None:
        """Look up all that is the same for every page; raises UnknownError where that can't be told."""
        self._drawer = drawer
        versions = [sys.version, *(f"{name} {version(name)}" for name in LIBRARIES)]
        options = (config.markdown_extensions, config.mdx_configs, config.use_directory_urls, config.validation)
        self._conversion = key_of(versions, plain(options), _PAGES.getEffectiveLevel())
        plugins = {name: plugin.config for name, plugin in config.plugins.items()}
        self._search = key_of(versions, plain(plugins), find_spec("jieba") is not None)
        settings = {name: value for name, value in config.items() if name not in _SKIPPED}
        own, changing = folder_of(config.theme.custom_dir)
        self._site = "" if changing else key_of(self._search, plain((settings, theme_of(config.theme))), own)
        self._nav = ""
        self._asked = cache(_asked)  # thousands of pages lead to the same

    def take_in(self, page: Page) -> None:
        """Convert the page's Markdown through the room."""
        page.render = partial(self._converted, page)  # type: ignore[method-assign]

    def take_index(self, index: Any) -> None:  # noqa: ANN401 - the index of either search plugin
        """Fill a search index through the room."""
        index.add_entry_from_context = partial(self._indexed, index, index.add_entry_from_context)

    def tidy(self) -> str:
        """Forget what this build made no use of; return why nothing can be kept, if so."""
        self._drawer.tidy()
        return self._drawer.trouble

    def _converted(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Do what ``Page.render`` does, or take what it did with the same Markdown and the same linked files."""
        key = key_of(self._conversion, plain(page.file), page.markdown)
        kept = self._read(key)
        find = partial(self._asked, files)
        if kept is not None and all(find(uri)[1] == target for uri, target in kept["asked"].items()):
            restore(page, find, kept)
            return
        asked, told = _Asking(find), _Told()
        _PAGES.addHandler(told)
        try:
            type(page).render(page, config, asked)  # type: ignore[arg-type]  # all that a conversion asks of files
        finally:
            _PAGES.removeHandler(told)
        if not told.anything:  # what is warned of is told at each build
            self._write(key, {**conversion(page), "asked": asked.found})

    def _indexed(self, index: Any, add: Callable[[Page], None], page: Page) -> None:  # noqa: ANN401
        """Do what a search index does with a page, or add the entries that it made of the same content."""
        entries: list[Any] = index.entries if hasattr(index, "entries") else index._entries  # noqa: SLF001
        try:
            key = key_of(self._search, page.content, page.url, plain((page.title, page.meta, page.toc)))
        except UnknownError:
            key = ""
        kept = self._read(key)
        if kept is None:
            before = len(entries)
            add(page)
            self._write(key, entries[before:])
        else:
            entries.extend(kept)

    def rendered(self, name: str, template: jinja2.Template, context: Mapping[str, Any]) -> str:
        """Do what a template does, or take what it made of the same."""
        self._nav = self._nav or key_of(plain(context["nav"].items))
        pages = _Watched(context["pages"])
        try:
            key = key_of(self._site, self._nav, name, plain(seen(context))) if self._site else ""
        except UnknownError:
            key = ""
        kept = self._read(key)
        if kept is None:
            kept = template.render({**context, "pages": pages})
            self._write("" if pages.looked else key, kept)  # what lists all pages changes with them
        return str(kept)

    def _read(self, key: str) -> Any:  # noqa: ANN401 - JSON
        text = self._drawer.read(key) if key else None
        return None if text is None else json.loads(text)

    def _write(self, key: str, value: object) -> None:
        if key:
            self._drawer.write(key, json.dumps(value))


class Templates:
    """The theme's templates, rendered through the room; for the rest it is the environment that it stands in for."""

    def __init__(self, env: jinja2.Environment, room: Room) -> None:
        """Stand in for an environment."""
        self._env, self._room = env, room

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the environment has
        """Return what the environment has under a name."""
        return getattr(self._env, name)

    def get_template(self, name: str) -> SimpleNamespace:
        """Return a template, as far as mkdocs asks it: a function of a context."""
        return SimpleNamespace(render=partial(self._room.rendered, name, self._env.get_template(name)))


_Asked = tuple["File | None", list[Any]]
"""A file, if there is one, and what a link to it depends on."""


class _Asking:
    """The files, which remembers what it was asked for."""

    def __init__(self, find: Callable[[str], _Asked]) -> None:
        self.found: dict[str, list[Any]] = {}
        self._find = find

    def get_file_from_path(self, path: str) -> File | None:
        file, self.found[path] = self._find(path)
        return file


def _asked(files: Files, uri: str) -> _Asked:
    file = files.get_file_from_path(uri)
    return file, [] if file is None else [file.src_uri, file.url, file.inclusion.name]


class _Told(logging.Handler):
    """Notices whether anything is told."""

    anything = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - logging's own form
        self.anything = True


class _Watched(Sequence[Any]):
    """The files of all pages, which notices whether a template looks at them."""

    def __init__(self, pages: Sequence[Any]) -> None:
        self.looked = False
        self._pages = pages

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - a number or a slice
        self.looked = True
        return self._pages[at]

    def __len__(self) -> int:
        self.looked = True
        return len(self._pages)


def conversion(page: Page) -> dict[str, Any]:
    """Return what ``Page.render`` sets, as JSON."""
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return {
        "content": page.content,
        "toc": tokens(page.toc),
        "title": page._title_from_render,  # noqa: SLF001 - set from outside by nothing else
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": links,
    }


def restore(page: Page, find: Callable[[str], _Asked], kept: dict[str, Any]) -> None:
    """Set what ``Page.render`` would set."""
    page.content = kept["content"]
    page.toc = get_toc(kept["toc"])
    page._title_from_render = kept["title"]  # noqa: SLF001
    page.present_anchor_ids = set(kept["anchors"])
    found = ((find(uri)[0], anchors) for uri, anchors in kept["links"].items())
    page.links_to_anchors = {file: anchors for file, anchors in found if file is not None}
