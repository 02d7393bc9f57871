"""The built site in a real browser, from a server and from its folder."""

from __future__ import annotations

import gzip
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

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


QUERIES = {
    "Xi Jinping": "people/xi-jinping.html",
    "To Lam": "people/to-lam.html",
    "Vietnam": "places/vietnam.html",
    "China": "places/china.html",
    "US": "places/united-states.html",
    "ASEAN": "organisations/",
    "Tô Lâm": "people/to-lam.html",
    "Code of Conduct": "agreements/|articles/",
    "$260 billion": "figures.html#f-|articles/",
    "April 14": "timeline.html#e-",
    "small boats cannot withstand": "articles/",
    "South China Sea": "places/south-china-sea.html",
    "Hanoi": "places/hanoi.html",
    "Pham Minh Chinh": "people/pham-minh-chinh.html",
    "Xi Jingping": "people/xi-jinping.html",
    "general secretary": "glossary.html#t-general-secretary",
}
"""What readers type, and how the address that they mean begins."""


def test_the_search_leads_to_the_page_that_is_meant(tab: Page, address: str, project: Path) -> None:
    fetched: list[str] = []
    tab.on("request", lambda sent: fetched.append(sent.url))
    tab.goto(f"{address}/index.html")
    tab.wait_for_load_state()
    assert not [url for url in fetched if "search" in url.rpartition("/")[2] and "assets" not in url]
    first = {}
    for query in QUERIES:
        tab.fill("input[name=find]", query)
        tab.wait_for_function("document.querySelector('.found a, .found p')")
        tab.wait_for_timeout(80)
        found = tab.locator(".found a").first
        first[query] = str(found.evaluate("a => a.href")).removeprefix(f"{address}/") if found.count() else ""
    wrong = {q: first[q] for q, meant in QUERIES.items() if not first[q].startswith(tuple(meant.split("|")))}
    assert len(wrong) <= 2, wrong
    index = (project / "site" / "data" / "search.js").read_bytes()
    articles = len([*(project / "site" / "articles").glob("*.html")]) - 1
    assert len(gzip.compress(index)) <= 5_000 * articles


def test_a_hit_leads_to_its_sentence_by_the_keyboard(tab: Page, address: str) -> None:
    tab.goto(f"{address}/index.html")
    tab.keyboard.press("/")
    tab.keyboard.type("small boats cannot withstand")
    tab.wait_for_function("[...document.querySelectorAll('.found a')].some(a => /#s\\d+$/.test(a.href))")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/articles/*.html#s*")
    assert "small boats cannot withstand" in tab.locator(f"#{tab.url.partition('#')[2]}").inner_text()


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


def copied(tab: Page) -> str:
    """Return what is on the clipboard once the page says that it is there."""
    tab.wait_for_function("document.querySelector('[role=status].copied')?.textContent === 'Copied'")
    text: str = tab.evaluate("navigator.clipboard.readText()")
    return text


def test_a_sentence_is_copied_with_its_source_and_the_keys_go_on(tab: Page, address: str, project: Path) -> None:
    tab.goto(f"{address}/articles/{an_article(project)}#s4")
    words = tab.locator("#s4").inner_text()
    tab.locator("button.copy").first.click()
    text = copied(tab).splitlines()
    assert text[0] == (words if words.startswith("“") else f"“{words}”")
    assert text[-1] == tab.url
    tab.keyboard.press("j")
    tab.wait_for_url("**#s5")


CITATION = '.md-content li a[href*=".html#s"]:visible'
CARD = ".card:popover-open"


def on_its_page(tab: Page, place: str) -> str:
    """Return the words at the address of a sentence."""
    other = tab.context.new_page()
    other.goto(place)
    words = other.locator(f"#{place.partition('#')[2]}").inner_text()
    other.close()
    return words


def test_a_card_shows_the_sentence_by_hover_and_escape_closes_it(tab: Page, address: str) -> None:
    tab.goto(f"{address}/index.html")
    link = tab.locator(CITATION).first
    place = str(link.evaluate("a => a.href"))
    link.hover()
    card = tab.locator(CARD)
    assert card.locator("blockquote").inner_text() == on_its_page(tab, place)
    card.locator("blockquote").hover()  # the pointer may move onto it
    tab.wait_for_timeout(600)
    assert card.count() == 1
    tab.keyboard.press("Escape")
    assert card.count() == 0
    assert tab.locator("#h-evidence").is_hidden()


def test_a_card_opens_by_the_keyboard_and_its_buttons_come_next(tab: Page, address: str) -> None:
    tab.goto(f"{address}/index.html")
    link = tab.locator(CITATION).first
    tab.keyboard.press("Tab")  # the keyboard is in use
    link.focus()
    words = tab.locator(f"{CARD} blockquote")
    words.wait_for()
    assert link.get_attribute("aria-describedby") == words.get_attribute("id")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Open in the article"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    words, source, place = copied(tab).splitlines()
    assert words.startswith("“")
    assert source.startswith("— ")
    assert re.search(r"/articles/[^/]+\.html#s\d+$", place)
    rich = "navigator.clipboard.read().then(a => a[0].getType('text/html')).then(b => b.text())"
    assert f'href="{place}"' in tab.evaluate(rich)


def test_a_sentence_is_copied_as_a_footnote(tab: Page, address: str) -> None:
    tab.goto(f"{address}/index.html")
    link = tab.locator(CITATION).first
    link.hover()
    quote = tab.locator(f"{CARD} blockquote").inner_text()
    tab.locator(CARD).get_by_text("Copy as footnote").click()
    text = copied(tab)
    assert quote.strip("“”") in text
    assert text.endswith(str(link.evaluate("a => a.href")))
    assert "\n" not in text


def test_a_tap_opens_a_sheet_and_a_tap_beside_it_closes_it(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/index.html")
    page.locator(CITATION).first.tap()
    sheet = page.locator(f"{CARD}.sheet")
    sheet.wait_for()
    assert page.url == f"{address}/index.html"
    box = sheet.bounding_box()
    assert box is not None
    assert round(box["y"] + box["height"]) == PHONE["height"]
    page.touchscreen.tap(100, 60)
    sheet.wait_for(state="detached")
    context.close()


def test_a_line_and_a_section_are_copied_with_their_sources_in_full(tab: Page, address: str) -> None:
    tab.goto(f"{address}/index.html")
    line = tab.locator(".page-index li:has(time):has([data-at])").first
    line.locator('a[href*=".html#s"]').first.hover()
    tab.locator(CARD).get_by_text("Copy the line").click()
    text = copied(tab).splitlines()
    assert line.locator("[data-at]").first.inner_text() in text[0]
    assert len(text[1:]) == 2 * line.locator('a[href*=".html#s"]:not(.card a)').count()
    tab.keyboard.press("Escape")
    tab.locator("h2 button.copy").first.click()
    tab.wait_for_function(
        "navigator.clipboard.readText().then(t => t.startsWith(document.querySelector('h2').firstChild.data))"
    )


def test_no_tooltip_holds_anything_and_no_link_is_called_by_a_number(chromium: Browser, project: Path) -> None:
    page = chromium.new_page()
    for path in sorted((project / "site").rglob("*.html")):
        page.goto(path.as_uri())
        assert page.locator(".md-content [title]").count() == 0, path
        names = page.locator(".md-content a:not(.headerlink, :has(> time))").all_text_contents()
        assert not [name for name in names if name.strip().isdigit()], path
        buttons = page.locator(".md-content button.copy").evaluate_all("all => all.map(b => b.ariaLabel)")
        assert len(buttons) == len(set(buttons)), path
    page.close()


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
        assert page.locator("input[name=find]").get_attribute("aria-label"), name
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
