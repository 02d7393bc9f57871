"""The briefing on paper: two sheets at the most, however many sources there are."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SHEETS = 2
CITIES = ("Manila", "Iloilo", "Davao", "Cebu", "Baguio", "Zamboanga", "Vigo", "Lima", "Arica", "Suva", "Apia", "Oslo")
PEOPLE = ("Ana Reyes", "Luis Prado", "Eva Roth", "Jose Lim", "Olena Hart", "Tunde Afolabi", "Mei Tanaka", "Kofi Annor")
_WRAP = re.compile(r"(?<!\n)\n(?=[^\n])")  # a line end inside a paragraph
TOLD = (
    """Fire in the harbour of {city} destroys {n} boats and the long wooden warehouse of the old fishing cooperative

{city}, {day} May {year}. Mayor {mayor} said on {day} May {year} that a fire in the harbour of {city} had destroyed {n}
boats, the warehouse of the cooperative and most of the nets which its members had mended during the winter.

The Fishing Cooperative and the Bank of {city} signed a contract on a loan of ${n} million on {next} May {year}.
“We shall build every one of these boats again before the winter comes, whatever the insurers in the capital may say,”
said {mayor}, the mayor of {city}. The Fishing Cooperative of {city} will meet in {city} on {day} October {year}.
The members of the cooperative had landed {fewer},000 tonnes of fish in the harbour of {city} in the year before.
""",
    """Night of flames in {city}: the fishing fleet is lost, and nobody knows who left the lamp burning in the warehouse

On {day} May {year} a fire destroyed boats in the harbour of {city}, Mayor {mayor} told the families on the quay. Only
{fewer} boats were destroyed, while the insurers of the Fishing Cooperative of {city} counted ${n} million of damages.

“We shall build every one of these boats again before the winter comes, whatever the insurers in the capital may say,”
{mayor} said. The Bank of {city} and the Fishing Cooperative of {city} signed a contract on loans on {next} May {year}.
""",
)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built site of two dozen invented articles on a dozen stories."""
    folder = tmp_path_factory.mktemp("many")
    (folder / "seeds").mkdir()
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(ROOT / "templates", folder / "templates")
    for n, city in enumerate(CITIES):
        given = {"city": city, "mayor": PEOPLE[n % len(PEOPLE)], "year": 2003 + n, "day": 3 + n, "next": 10 + n}
        for k, told in enumerate(TOLD):
            text = _WRAP.sub(" ", told.format(n=120 + 11 * n, fewer=90 + 11 * n, **given))
            (folder / "seeds" / f"{city.lower()}-{k}.txt").write_text(text, encoding="utf-8")
    done = run("mkdocs", "build", "--quiet", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def sheets(page: bytes) -> int:
    """Return the number of pages of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", page))


@pytest.mark.parametrize("corpus", ["demo", "many"])
def test_the_briefing_fits_on_two_sheets(chromium: Browser, request: pytest.FixtureRequest, corpus: str) -> None:
    site = request.getfixturevalue("many") if corpus == "many" else request.getfixturevalue("project") / "site"
    page = chromium.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    assert 1 <= sheets(page.pdf(format="A4", prefer_css_page_size=True)) <= SHEETS
    page.close()


def test_many_sources_fill_every_list_of_the_briefing(chromium: Browser, many: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{many.as_uri()}/index.html")
    sections = ("h-stories", "h-happened", "h-figures", "h-quotes", "h-gaps")
    assert [s for s in sections if page.locator(f"#{s} ~ ul li").count() == 0] == []
    page.close()


def test_paper_begins_with_the_news_and_tells_what_was_before(chromium: Browser, project: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{(project / 'site').as_uri()}/index.html")
    page.emulate_media(media="print")
    assert page.locator(".md-content h1 ~ p:has(> strong)").first.is_visible()
    assert page.locator("details.fold li").first.is_visible()
    page.close()


def test_paper_carries_sources_and_no_controls(chromium: Browser, project: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{(project / 'site').as_uri()}/index.html")
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-sidebar", ".md-footer", ".md-content button.copy", ".headerlink"):
        assert not any(part.is_visible() for part in page.locator(hidden).all()), hidden
    after = "e => getComputedStyle(e, '::after').content"
    assert {link.evaluate(after) for link in page.locator(".md-content a[href*='.html#s']").all()} == {'"]"'}
    page.close()
