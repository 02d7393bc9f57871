"""No rule of axe is broken on any kind of page, in narrow and wide windows, light, dark and in the reader's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, ViewportSize

pytestmark = pytest.mark.browser

SEEN = {
    "a small phone in the reader's own colours": ({"width": 320, "height": 640}, "light", "active"),
    "a phone": ({"width": 390, "height": 844}, "light", "none"),
    "a desktop in the dark": ({"width": 1280, "height": 900}, "dark", "none"),
}


def one_of_each_kind(site: Path) -> list[str]:
    """Return the pages of the site, of those in a folder its index and the first other one."""
    folders = ("articles", "people", "organisations", "places")
    first = [min(p for p in (site / f).glob("*.html") if p.stem != "index") for f in folders]
    pages = (*site.glob("*.html"), *site.glob("*/index.html"), *site.glob("differences/*.html"), *first)
    return sorted(p.as_uri() for p in set(pages) if p.stem not in ("404", "architecture"))


@pytest.mark.parametrize(("size", "scheme", "forced"), SEEN.values(), ids=SEEN)
def test_no_rule_of_accessibility_is_broken(
    chromium: Browser, project: Path, size: ViewportSize, scheme: str, forced: str
) -> None:
    context = chromium.new_context(viewport=size, color_scheme=scheme, forced_colors=forced)  # type: ignore[arg-type]
    page = context.new_page()
    broken: dict[tuple[str, str], str] = {}
    for address in one_of_each_kind(project / "site"):
        page.goto(address)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        broken |= {(address.rpartition("/site/")[2], v["id"]): v["nodes"][0]["html"] for v in found}
    context.close()
    assert broken == {}
