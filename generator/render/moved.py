"""Pages that have moved leave the way to where they are now."""

from __future__ import annotations

from posixpath import dirname, relpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Page
    from generator.render.press import Press


def moved_pages(press: Press, pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return a page for each address that an editor says has moved, unless there is a page of that address.

    The addresses are paths below ``docs/``: ``articles/old-name.md``. One that leads to no page is left out.
    """
    there = {page.path for page in pages}
    moves = [(old, new) for old, new in press.briefing.corrections.values("moved") if old not in there and new in there]
    return tuple(_moved(press, old, new) for old, new in moves)


def _moved(press: Press, old: str, new: str) -> Page:
    way = relpath(new, dirname(old) or ".")
    return press.page(old, "moved.md", "Moved", new=new, way=f"{way.removesuffix('.md')}.html")
