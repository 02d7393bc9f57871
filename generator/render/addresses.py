"""Where pages stand on the site, for what is read elsewhere: feeds, tables, slides."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from generator.model import Web
    from generator.render.cite import At


def absolute(web: Web, path: str) -> str:
    """Return the address of a file of the site: absolute where the site's own is known, else relative to its root."""
    return urljoin(f"{web.site.rstrip('/')}/", path) if web.site else path


def address(web: Web, at: At, page: str, anchor: str = "") -> str:
    """Return the address of a page below ``docs/``, or of an anchor there, on the part of the page that holds it."""
    name = at(page, anchor).removesuffix(".md")
    path = f"{name}/" if web.folders else f"{name}.html"
    return absolute(web, f"{path}#{anchor}" if anchor else path)
