"""What a page is made of, written down: the digest of it is the name under which the page is kept."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.theme import Theme

CHANGING = (b"build_date_utc", b"update_date")
"""Names in templates of what isn't the same tomorrow; neither theme uses them on a page."""
SAME = frozenset(("nav", "pages", "config", "mkdocs_version", "build_date_utc"))
"""Of the context of a template, what is part of every key or isn't to be looked at."""
UNSEEN = frozenset(("update_date", "render", "present_anchor_ids", "links_to_anchors"))
"""Attributes of a page that no template shows: see ``CHANGING``."""


class UnknownError(TypeError):
    """A value that has no form of its own, so that nothing made with it is kept."""


def seen(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return all that a template can see, besides the settings, the navigation and the list of all pages."""
    return {name: value for name, value in context.items() if name not in SAME} | {"page": vars_of(context["page"])}


def vars_of(page: Page | None) -> dict[str, Any]:
    """Return the attributes of a page that a template can show."""
    found = {name: value for name, value in vars(page or object).items() if name not in UNSEEN} if page else {}
    return found | ({"title": page.title, "homepage": page.is_homepage, "above": page.ancestors} if page else {})


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever stands in settings and on pages
    """Return a value as JSON; raises UnknownError for what has no form of its own."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return [[plain(name), plain(one)] for name, one in value.items()]
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    return _of_mkdocs(value)


def _of_mkdocs(value: object) -> list[Any]:
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, TableOfContents):
        return tokens(value)
    if isinstance(value, File):
        return [value.src_uri, value.dest_uri, value.url, value.name, value.inclusion.name]
    if isinstance(value, StructureItem):
        meta, below = (plain(getattr(value, name, None)) for name in ("meta", "children"))
        return [type(value).__name__, value.title, getattr(value, "url", ""), meta, below]
    raise UnknownError(type(value).__name__)


def key_of(*parts: object) -> str:
    """Return the digest of plain values."""
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


def theme_of(theme: Theme) -> list[Any]:
    """Return the options of a theme."""
    options = {name: value for name, value in theme.items() if name != "locale"}
    return [theme.name, str(theme.locale), options, theme.dirs, sorted(theme.static_templates)]


def folder_of(folder: str | None) -> tuple[str, bool]:
    """Return the digest of the files of a folder, and whether one shows what isn't the same tomorrow."""
    found = sorted(path for path in Path(folder).rglob("*") if path.is_file()) if folder else []
    contents = [path.read_bytes() for path in found]
    digests = [(str(p), hashlib.sha256(c).hexdigest()) for p, c in zip(found, contents, strict=True)]
    return key_of(digests), any(name in content for content in contents for name in CHANGING)


def tokens(toc: Iterable[AnchorLink]) -> list[Any]:
    """Return a table of contents as Python-Markdown has it."""
    return [{"level": a.level, "id": a.id, "name": a.title, "children": tokens(a.children)} for a in toc]
