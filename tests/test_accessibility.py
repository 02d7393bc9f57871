"""No rule of axe is broken on any kind of page, on narrow and wide screens, light, dark, in own colours, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SEEN: dict[str, dict[str, Any]] = {
    "a small phone in the reader's own colours": {"viewport": {"width": 320, "height": 640}, "forced_colors": "active"},
    "a phone": {"viewport": {"width": 390, "height": 844}},
    "a desktop in the dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "paper": {"viewport": {"width": 794, "height": 1123}},
}

LAID_OUT = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""The theme sets the height of its side columns in the frame after the page has loaded; until then they can scroll."""


def one_of_each_kind(site: Path) -> list[str]:
    """Return the pages of the site, of those in a folder its index and the first other one."""
    folders = ("articles", "people", "organisations", "places", "compare")
    first = [min(p for p in (site / f).rglob("*.html") if p.stem != "index") for f in folders]
    pages = (*site.glob("*.html"), *site.glob("*/index.html"), *site.glob("differences/*.html"), *first)
    return sorted(p.as_uri() for p in set(pages) if p.stem not in ("404", "architecture"))


@pytest.mark.parametrize("seen", SEEN)
def test_no_rule_of_accessibility_is_broken(chromium: Browser, project: Path, seen: str) -> None:
    context = chromium.new_context(**SEEN[seen])
    page = context.new_page()
    page.emulate_media(media="print" if seen == "paper" else "screen")
    broken: dict[tuple[str, str], str] = {}
    for address in one_of_each_kind(project / "site"):
        page.goto(address)
        page.evaluate(LAID_OUT)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        broken |= {(address.rpartition("/site/")[2], v["id"]): v["nodes"][0]["html"] for v in found}
    context.close()
    assert broken == {}
