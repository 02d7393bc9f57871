"""The built site in a real browser, from a server and from its folder."""

from __future__ import annotations

import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from conftest import SEARCH_IS_READY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SECTIONS = (
    *("index", "timeline", "differences", "quotes", "figures", "glossary", "changes", "about"),
    *("articles/index", "people/index", "organisations/index", "places/index", "agreements/index", "events/index"),
)
PHONE = {"width": 390, "height": 844}


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


@pytest.fixture(scope="session")
def served(project: Path) -> Iterator[str]:
    """Yield the address of the built site on a local server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(project / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, served: str, project: Path) -> str:
    """Return where the site is: on a server, or in its folder."""
    return served if request.param == "http" else (project / "site").as_uri()


@pytest.fixture
def tab(chromium: Browser, address: str) -> Iterator[Page]:
    """Yield an empty tab; at the end nothing may have gone wrong in it, and nothing may have left the site."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    noticed: list[str] = []
    page.on("console", lambda message: noticed.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: noticed.append(str(error)))
    page.on("request", lambda sent: None if sent.url.startswith((address, "data:")) else noticed.append(sent.url))
    yield page
    context.close()
    assert noticed == []


def an_article(project: Path) -> str:
    names = sorted(p.name for p in (project / "site" / "articles").glob("*.html"))
    return next(n for n in names if n != "index.html")


@pytest.mark.parametrize("section", ["index", "timeline", "glossary", "articles/index"])
def test_a_section_renders_with_one_title_and_the_way_to_all_others(tab: Page, address: str, section: str) -> None:
    tab.goto(f"{address}/{section}.html")
    assert tab.locator("h1").count() == 1
    assert tab.locator("h1").is_visible()
    links = tab.locator(".md-nav--primary a.md-nav__link").evaluate_all("found => found.map(a => a.href)")
    assert {f"{address}/{name}.html" for name in SECTIONS} <= {link.split("#")[0] for link in links}


def test_a_citation_leads_to_the_sentence_and_marks_it(tab: Page, address: str) -> None:
    tab.goto(f"{address}/index.html")
    link = tab.locator('.md-content a[href*=".html#s"]').first
    href = link.get_attribute("href") or ""
    link.click()
    tab.wait_for_url(f"**/{href}")
    sentence = tab.locator(f"#{href.split('#')[1]}")
    assert sentence.is_visible()
    colours = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(document.body).backgroundColor]"
    own, page = sentence.evaluate(colours)
    assert own not in (page, "rgba(0, 0, 0, 0)")
    box = sentence.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 720


def test_the_search_finds_a_word_of_an_article(tab: Page, address: str, project: Path) -> None:
    page = (project / "site" / "articles" / an_article(project)).read_text(encoding="utf-8")
    sentence = re.search(r'id="s5">([^<]{40,})', page)
    assert sentence is not None
    word = max(re.findall(r"[a-z]{7,}", sentence[1]), key=len)
    tab.goto(f"{address}/index.html")
    tab.click("input[name=query]")  # the index is loaded now
    tab.wait_for_function(SEARCH_IS_READY)
    tab.locator("input[name=query]").press_sequentially(word)
    tab.wait_for_selector(".md-search-result__item")
    assert word in (tab.inner_text(".md-search-result__list")).lower()


def test_every_section_fits_a_phone_without_moving_sideways(chromium: Browser, project: Path) -> None:
    context = chromium.new_context(viewport=PHONE, color_scheme="dark")  # type: ignore[arg-type]
    page = context.new_page()
    for name in (*(f"{section}.html" for section in SECTIONS), f"articles/{an_article(project)}"):
        page.goto(f"{(project / 'site').as_uri()}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
    for path in sorted((project / "site" / "articles").glob("*.html")):
        page.goto(path.as_uri())
        card = page.locator("table").first.bounding_box()
        assert card is None or card["x"] + card["width"] <= PHONE["width"], path.name
    context.close()


def test_a_table_is_filtered_and_sorted(tab: Page, address: str) -> None:
    tab.goto(f"{address}/places/index.html")
    table, box = tab.locator("table:has(th[aria-sort])"), tab.locator(".filter input")
    rows = table.locator("tbody tr:visible")
    names = rows.locator("td:first-child").all_inner_texts()
    box.fill(names[-1])
    assert rows.locator("td:first-child").all_inner_texts()[-1] == names[-1]
    box.fill("no row holds this")
    assert rows.count() == 0
    box.fill("")
    head = table.locator("th").last
    for direction in ("ascending", "descending"):
        head.press("Enter")
        assert head.get_attribute("aria-sort") == direction
        values = [int(text) for text in rows.locator("td:last-child").all_inner_texts()]
        assert len(values) == len(names)
        assert values == sorted(values, reverse=direction == "descending")


def test_the_glossary_shows_the_entries_of_one_kind(tab: Page, address: str) -> None:
    tab.goto(f"{address}/glossary.html")
    every = tab.locator(".page-glossary h3:visible").count()
    tab.get_by_label("Show the entries of one kind").select_option("title")
    shown = tab.locator(".page-glossary h3:visible")
    assert 0 < shown.count() < every
    assert f"{shown.count()} of {every}" in tab.locator(".filter output").inner_text()
    assert {badge.inner_text() for badge in tab.locator(".page-glossary .badge:visible").all()} == {"title"}


def test_a_sentence_is_copied_with_its_source_and_the_keys_go_on(tab: Page, address: str, project: Path) -> None:
    tab.goto(f"{address}/articles/{an_article(project)}#s4")
    words = tab.locator("#s4").inner_text()
    tab.locator("button.copy").first.click()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[0] == f"“{words}”"
    assert copied.splitlines()[-1] == tab.url
    tab.keyboard.press("j")
    tab.wait_for_url("**#s5")


def test_every_line_of_the_briefing_is_copied_with_its_sources_in_full(tab: Page, address: str) -> None:
    tab.goto(f"{address}/index.html")
    lines = tab.locator(".page-index li")
    assert lines.count() == lines.locator("button.copy").count() > 0
    line = tab.locator(".page-index #h-happened ~ ul li").first
    button = line.locator("button.copy")
    assert (button.get_attribute("aria-label") or "").startswith("Copy: ")
    button.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.querySelector('[role=status].copied')?.textContent === 'Copied'")
    copied = tab.evaluate("navigator.clipboard.readText()").splitlines()
    sources = line.locator(".cited")
    named = [f"— {s.get_attribute('data-source')}" for s in sources.all()]
    places = [str(s.locator("a").evaluate("a => a.href")) for s in sources.all()]
    assert copied[1:] == [part for pair in zip(named, places, strict=True) for part in pair]
    assert all(re.search(r"/articles/[^/]+\.html#s\d+$", place) for place in places)
    assert copied[0].startswith(line.locator("time").inner_text())
    assert line.locator("[data-at]").inner_text() in copied[0]
    assert "Copy" not in copied[0]


def test_a_reading_is_copied_with_its_question_and_a_quotation_in_its_marks(tab: Page, address: str) -> None:
    tab.goto(f"{address}/index.html")
    question = tab.locator(".page-index p:has(> strong > a)").first.inner_text()
    tab.locator(".page-index p:has(> strong > a) + ul li button.copy").first.click()
    assert tab.evaluate("navigator.clipboard.readText()").startswith(question)
    tab.locator(".page-index li:has(q) button.copy").first.click()
    assert tab.evaluate("navigator.clipboard.readText()").startswith("“")


def test_nothing_that_is_pressed_or_read_out_is_without_a_name(chromium: Browser, project: Path) -> None:
    page = chromium.new_page()
    for name in (*(f"{section}.html" for section in SECTIONS), f"articles/{an_article(project)}"):
        page.goto(f"{(project / 'site').as_uri()}/{name}")
        assert page.locator("html").get_attribute("lang") == "en"
        for control in page.locator(".md-content :is(button, select, input, summary)").all():
            named = [control.get_attribute(a) or "" for a in ("aria-label", "title")] + [control.text_content() or ""]
            label = control.evaluate("e => e.labels && e.labels.length ? e.labels[0].textContent : ''")
            assert "".join([*named, label]).strip(), (name, control.evaluate("e => e.outerHTML"))
        assert all(head.text_content() for head in page.locator(".md-content th").all()), name
        assert page.locator("[role=dialog]").get_attribute("aria-label"), name
    page.close()


def test_the_pages_say_the_same_without_scripts_and_styles(chromium: Browser, project: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(f"{(project / 'site').as_uri()}/index.html")
    assert page.locator("h1").is_visible()
    assert page.locator('.md-content a[href*=".html#s"]').first.is_visible()
    context.close()


def test_headings_go_down_one_level_at_a_time_and_drawings_have_words(project: Path) -> None:
    for path in sorted((project / "site").rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        content = html.split("<article", 1)[-1].split("</article>", 1)[0]
        levels = [int(level) for level in re.findall(r"<h([1-6])", content)]
        assert levels[0] == 1, path.name
        assert all(b <= a + 1 for a, b in pairwise(levels)), path.name
        for svg in re.findall(r"<svg[^>]*>", content):
            assert 'role="img"' in svg or "aria-hidden" in svg or "viewBox" in svg, path.name
