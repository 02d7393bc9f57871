"""The timeline: its page, its drawing, its downloads and its filters."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import markdown
import pytest
import timing
from clusters import briefing
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from marked import article, cases

from generator.extract import extract
from generator.link import link
from generator.link.events import find_events
from generator.model import Briefing, Corrections
from generator.render import render
from generator.render.binding import finished
from generator.render.dates import first_day
from generator.render.environment import environment
from generator.render.lookup import Lookup
from generator.render.page import PageMaker
from generator.render.timeline import LINE_OCTETS, calendar, timeline_pages, years
from generator.render.timeline_drawing import LEFT, TARGET, WIDTH, Dot, timeline_drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab


HERE = Path(__file__).parent
TEMPLATES = (HERE.parent / "templates",)
CASES = {c.title: c for c in cases(HERE / "cases" / "events.md")}


def linked(title: str) -> Briefing:
    """Return the briefing of a case, its events found."""
    return find_events(briefing(CASES[title])[0])


def pages_of(found: Briefing) -> dict[str, str]:
    """Return the timeline's files by path."""
    press = PageMaker(environment(TEMPLATES), Lookup(found), "A <b>title</b>")
    return {p.path: p.content.decode() for p in finished(press, partial(timeline_pages, press)).pages}


JOURNEY = "A month and a day in it can be one happening"
DISPUTE = "Two sources that found one company in different years are in dispute"


def test_an_event_stands_once_with_all_its_sources() -> None:
    page = pages_of(linked("Two reports of one sinking share one entry"))["timeline.md"]
    assert page.count('class="event"') == 1
    assert "articles/courier.md#s1" in page
    assert "articles/herald.md#s1" in page


def test_a_disputed_event_shows_each_date_with_its_source() -> None:
    page = pages_of(linked(DISPUTE))["timeline.md"]
    assert '<span class="badge disputed">disputed</span>' in page
    readings = [line for line in page.splitlines() if line.startswith("    - ")]
    assert [("1871" in r, "1873" in r) for r in readings] == [(True, False), (False, True)]


def test_a_worked_out_date_says_how() -> None:
    page = pages_of(linked("An article without a date is counted from what another one dates"))["timeline.md"]
    assert '<span class="badge worked out">worked out</span>' in page
    assert "</span>counted from 8" in page


def test_what_has_no_date_is_listed_as_told() -> None:
    told = article("Ana Ruiz, the mayor of Vigo, resigned on Sunday. Ana Ruiz met Ivo Lenz of Norvik.")
    page = pages_of(link((extract(told),), Corrections()))["timeline.md"]
    assert page.index("## Undated, but told") < page.index("resigned on Sunday")
    assert "met" not in page


def linked_of(*texts: tuple[str, str]) -> str:
    """Return the timeline of some articles, each with its day of publication."""
    found = (extract(article(text, f"seeds/{n}.txt", published=day)) for n, (text, day) in enumerate(texts))
    return pages_of(link(tuple(found), Corrections()))["timeline.md"]


def test_news_that_names_no_day_stands_where_it_was_told() -> None:
    page = linked_of(
        ("Lund keeps its ferry\n\nThe council of Lund has voted to keep the ferry Petrel to Arica.", "2023-12-28"),
        ("Ferry to stay\n\nThe ferry Petrel stays, as the council of Lund has voted to keep it.", "2023-12-28"),
        ("Lenz sentenced\n\nIvo Lenz was sentenced in Goma on Monday.", "2024-01-09"),
    )
    assert page.index("## 2023") < page.index("told on **") < page.index("has voted") < page.index("## 2024")
    assert "## Undated" not in page


def test_a_line_was_told_on_the_day_of_the_article_whose_words_it_is() -> None:
    texts = {
        "2023-12-27": "Ferry to stay\n\nThe ferry Petrel stays, as the council of Lund has voted to keep it.",
        "2023-12-28": "Lund keeps its ferry\n\nThe council of Lund has voted to keep the ferry Petrel to Arica.",
    }
    page = linked_of(*((text, day) for day, text in texts.items()))
    assert page.count("told on **") == page.count("has voted to keep the ferry Petrel to Arica") == 1
    assert 'told on **[<time datetime="2023-12-28">' in page
    assert "told without a date, in an article of 28 December 2023" in page


def test_history_is_folded_and_who_tells_a_happening_in_other_words_stands_on_its_line() -> None:
    lost = "The Bank of Arua dismissed nine clerks of the branch in Lund on Tuesday over a theft of gold."
    founded = "Ana Ruiz founded the Bank of Arua and its branch in Lund with nine clerks in 1995."
    past = f"Rain fell. Ships left. Bells rang. Snow fell. {founded}"
    page = linked_of(
        (f"Bank in Lund fires clerks\n\n{lost} {past}", "2024-05-03"),
        (
            "Clerks in Lund lose jobs\n\nIvo Lenz has lost a job as clerk of the branch in Lund over a theft.",
            "2024-05-03",
        ),
    )
    main, _, behind = page.partition("<summary>Background")
    assert main.count("also told in") == main.count("dismissed nine") == 1
    assert "has lost" not in main
    assert "1995" in behind
    assert "1995" not in main


def test_a_day_of_a_story_has_one_line_and_beside_it_what_else_it_brought() -> None:
    fire = "Fire destroyed the lamp room of the Ferra lighthouse on Sunday, the coast guard said."
    home = "Ana Villa, the mayor of Ferra, flew home from Lima on Sunday."
    held = "Two men were arrested on Monday over the fire at the Ferra lighthouse, police said."
    page = linked_of(
        (f"Fire guts Ferra lighthouse\n\n{fire}", "2024-03-04"),
        (f"Two held over Ferra lighthouse fire\n\n{held} {home}", "2024-03-05"),
    )
    lines = [line for line in page.splitlines() if line.startswith("- ")]
    told, beside = (next(line for line in lines if words in line) for words in ("lamp room", "more of that day"))
    assert told == beside
    assert "flew home" not in "".join(lines)
    assert 'id="e-' in beside.partition("</span>")[2]  # what leads to the other one still does
    assert any("Two men were arrested" in line for line in lines)


def test_the_line_of_a_day_tells_a_deed_rather_than_words() -> None:
    said = "Mayor Ana Villa emphasized on Sunday the need for Ferra to rebuild its lighthouse."
    came = "The minister Ivo Lenz visited the lighthouse of Ferra on Sunday."
    page = linked_of(
        (f"Mayor of Ferra wants lighthouse and harbour kept\n\n{said}", "2024-03-04"),
        (f"Minister sees mayor of Ferra over lighthouse\n\n{came}", "2024-03-04"),
    )
    lines = [line for line in page.splitlines() if 'class="event"' in line]
    assert ["Ivo Lenz visited" in line and "more of that day" in line for line in lines] == [True]


def test_no_year_is_named_that_no_source_names() -> None:
    exact = linked("Two reports of one sinking share one entry").events[0]
    vague, decade = replace(exact, date="1977~/1979~"), replace(exact, date="196X")
    assert [y["title"] for y in years((vague,))] == ["Late 1970s"]
    shown = [y["title"] for y in years((decade, vague, exact))]
    assert shown == ["1960s", "Late 1970s", str(first_day(exact.date))[:4]]
    assert [y["title"] for y in years((vague, replace(exact, date="1977-05")))] == ["1977"]


def test_no_events_give_a_page_that_says_so() -> None:
    assert "No event was found" in pages_of(Briefing(()))["timeline.md"]


def test_slices_stand_on_the_pages_of_each_person_and_article() -> None:
    found = linked(JOURNEY)
    pages = {p.path: p.content.decode() for p in render(found, TEMPLATES)}
    article = pages["articles/annual.md"]
    told = article[article.index("## What it tells, by date") : article.index("## Only in this source")]
    telling = [e for e in found.events if any(x.article == "annual" for x in e.evidence)]
    assert 0 < told.count("<time") == len(telling) < len(found.events)
    assert pages["people/diallo.md"].split("## Timeline")[1].split("\n## ")[0].count("<time") == len(found.events)


@pytest.mark.parametrize("title", CASES)
def test_the_calendar_is_read_by_a_calendar_program(title: str) -> None:
    found = linked(title)
    text = calendar(Lookup(found), "A title; with, marks\nand \\ lines").content
    read = Calendar.from_ical(text)
    assert [str(e["UID"]) for e in read.walk("VEVENT")] == [f"{e.id}@briefing" for e in found.events if e.date]
    assert all(len(line) <= LINE_OCTETS for line in text.split(b"\r\n"))
    dated = [e for e in found.events if e.date]
    for entry, event in zip(read.walk("VEVENT"), dated, strict=True):
        assert isinstance(entry["DTSTART"].dt, date)
        assert str(entry["SUMMARY"]).endswith(event.headline.text)
        assert entry["CATEGORIES"].cats == [event.kind or "other"]
        told = (event.because, event.basis, event.mode, event.status, *(e.article for e in event.told))
        assert all(words in entry["DESCRIPTION"] for words in told)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=120))
def test_no_title_breaks_the_calendar(title: str) -> None:
    found = linked(DISPUTE)
    read = Calendar.from_ical(calendar(Lookup(found), title).content)
    assert len(read.walk("VEVENT")) == 1


@pytest.mark.parametrize(
    ("vague", "said"),
    [
        ("1977", "1977"),
        ("196X", "the 1960s"),
        ("1977-05", "May 1977"),
        ("1977~/1979~", "the late 1970s"),
        ("../1977-05-03", "until 3 May 1977"),
    ],
)
def test_a_vague_date_is_one_day_of_the_calendar_that_says_so(vague: str, said: str) -> None:
    found = linked("Two reports of one sinking share one entry")
    found = replace(found, events=(replace(found.events[0], date=vague, status="disputed"),))
    entry = Calendar.from_ical(calendar(Lookup(found), "A title").content).walk("VEVENT")[0]
    assert (entry["DTEND"].dt - entry["DTSTART"].dt).days == 1
    assert entry["SUMMARY"] == f"{said}: {found.events[0].headline.text}"
    assert entry["STATUS"] == "TENTATIVE"


def test_every_download_of_the_page_is_there() -> None:
    found = linked(JOURNEY)
    paths = {p.path: p.content for p in render(found, TEMPLATES)}
    page = paths["timeline.md"].decode()
    downloads = re.findall(r"\]\((data/[^)/]+)\)", page)
    assert len(downloads) == 3
    assert set(downloads) <= set(paths)
    assert len(list(csv.DictReader(paths["data/events.csv"].decode("utf-8-sig").splitlines()))) == len(found.events)


HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title></head>
<body>{body}<script src="{script}"></script></body></html>"""


@pytest.fixture
def tab(tmp_path: Path, chromium: Browser) -> Iterator[Tab]:
    """Yield a browser's tab that shows the timeline of a case, from a file."""
    source = pages_of(linked(FILTERED))["timeline.md"].split("---\n", 2)[2]
    script = (TEMPLATES[0] / "assets" / "timeline.js").as_uri()
    body = markdown.markdown(source, extensions=["attr_list", "tables"])
    (tmp_path / "timeline.html").write_text(HTML.format(body=body, script=script), encoding="utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "timeline.html").as_uri())
    yield page
    page.close()


FILTERED = "Visits of different people in different directions stay two"


@pytest.mark.browser
def test_filters_combine_count_and_stay_in_the_address(tab: Tab) -> None:
    assert tab.locator("output").inner_text() == "2 of 2 events"
    tab.select_option("select[name=people]", "lena-holm")
    assert tab.locator("output").inner_text() == "1 of 2 events"
    assert tab.locator("select[name=places] option[value=norway]").inner_text() == "Norway (0)"
    assert tab.url.endswith("?people=lena-holm")
    tab.reload()
    assert tab.locator("output").inner_text() == "1 of 2 events"
    tab.click("button[type=reset]")
    tab.wait_for_function("document.querySelector('output').textContent === '2 of 2 events'")


@pytest.mark.browser
def test_the_drawing_follows_the_filters_and_the_newest_can_come_first(tab: Tab) -> None:
    lines = tab.locator("li:has(span.event):visible")
    first = lines.first.inner_text()
    assert tab.locator("figure.timeline a:not(.filtered) > text").all_text_contents() == ["2"]
    tab.select_option("select[name=people]", "lena-holm")
    dot = tab.locator("figure.timeline a:not(.filtered)")
    assert dot.locator("> text").all_text_contents() == [""]
    dot.click(force=True)
    assert tab.locator(":target").evaluate("span => span.closest('li').hidden") is False
    assert tab.url.endswith(f"?people=lena-holm{dot.get_attribute('href')}")
    tab.select_option("select[name=people]", "")
    tab.select_option("select[name=order]", "newest")
    assert lines.last.inner_text() == first
    assert "?order=newest#" in tab.url
    tab.reload()
    assert lines.last.inner_text() == first
    tab.select_option("select[name=order]", "")
    assert lines.first.inner_text() == first


def test_a_timeline_of_thousands_is_made_in_seconds() -> None:
    found = linked(JOURNEY)
    event = found.events[0]
    many = tuple(replace(event, id=f"{event.id}-{n}", date=f"{1900 + n % 120}-05-02") for n in range(1500))
    assert timing.holds(lambda _: timing.seconds(lambda: pages_of(replace(found, events=many))) < 6)


def dots(count: int) -> Iterator[Dot]:
    """Yield so many events, thinly spread over two centuries and crowded in one year."""
    for n in range(count):
        day = date(2024 if n % 3 else 1800 + n * 7 % 224, 1, 1) + timedelta(n % 300)
        yield Dot(f"e-{n}", day, day, ("visit", "court", "other")[n % 3], f"{day.year}: <b>{n}</b>")


def drawn(*made: Dot, newest: date | None = None) -> ET.Element:
    """Return the drawing of some events."""
    return ET.fromstring(re.search(r"<svg.*</svg>", timeline_drawing(made, newest), re.DOTALL)[0])  # type: ignore[index]  # noqa: S314 - our own


def on(day: date, *, to: date | None = None, kind: str = "visit") -> Dot:
    """Return an event of a day, or of some day until another one."""
    return Dot(f"e-{day}", day, to or day, kind, str(day))


def places(svg: ET.Element, kind: str = "dot") -> list[float]:
    """Return where the circles of a class stand."""
    return [float(c.get("cx", "")) for c in svg.iter("circle") if c.get("class") == kind]


@pytest.mark.parametrize("count", [2, 10, 300, 10_000])
def test_the_drawing_stays_readable(count: int) -> None:
    made = tuple(dots(count))
    svg = drawn(*made)
    links = list(svg.iter("a"))
    assert all(re.fullmatch(r"#e-[\w-]+", a.get("href", "")) for a in links)
    assert svg.find("title") is not None
    assert svg.find("desc") is not None
    assert all(a.find("title") is not None for a in links)
    assert sum(int(a.findtext("text") or 1) for a in links) == count
    assert len(timeline_drawing(made)) < 100_000
    for lane in ("visit", "court", "other"):
        middles = [places(a)[0] for a in links if a.get("data-kind") == lane]
        assert all(after - before >= TARGET for before, after in pairwise(middles))


def test_years_are_equally_wide_and_what_is_left_out_is_marked() -> None:
    days = (date(1925, 1, 1), date(1950, 1, 1), date(2023, 7, 2), date(2024, 7, 2), date(2025, 7, 2))
    svg = drawn(*(on(d, to=date(d.year, 12, 31)) for d in days[:2]), *(on(d) for d in days[2:]))
    widths = {c.get("width") for c in svg.iter("rect") if c.get("class") == "band"}
    middles = places(svg)
    assert len(widths) == 1
    assert middles[3] - middles[2] == pytest.approx(middles[4] - middles[3], abs=1)
    assert sum("l3 -4l3 8" in p.get("d", "") for p in svg.iter("path")) == 2


def test_days_and_months_are_to_scale_where_all_lies_close_together() -> None:
    one, two, three = places(drawn(on(date(2024, 5, 1)), on(date(2024, 5, 4)), on(date(2024, 5, 10))))
    assert three - two == pytest.approx(2 * (two - one), abs=1)
    names = [t.text for t in drawn(on(date(2024, 5, 1)), on(date(2024, 12, 4))).iter("text") if t.text]
    assert names[0] == "May 2024"


def test_a_year_alone_is_not_drawn_in_months() -> None:
    assert not timeline_drawing([on(date(1896, 1, 1), to=date(1896, 12, 31))])


def test_a_vague_date_is_a_band_as_long_as_it_may_mean() -> None:
    svg = drawn(on(date(2024, 1, 1), to=date(2024, 12, 31)), on(date(2024, 6, 1), kind="court"))
    (width,) = (float(r.get("width", "")) for r in svg.iter("rect") if r.get("class") == "band")
    assert width == pytest.approx(WIDTH - LEFT, abs=1)


def test_what_is_planned_after_the_newest_source_is_set_apart() -> None:
    newest = date(2024, 6, 1)
    svg = drawn(on(date(2024, 1, 1)), on(newest), on(date(2024, 9, 1)), newest=newest)
    (apart,) = (float(r.get("x", "")) for r in svg.iter("rect") if r.get("class") == "coming")
    before, last, after = places(svg)
    assert before < last < apart < after
    assert not list(drawn(on(date(2024, 1, 1)), on(newest), newest=newest).iter("rect"))


def test_a_plan_for_later_has_a_section_of_its_own() -> None:
    found = linked(JOURNEY)
    later = replace(found.events[-1], id="later", date="2999-05-02", mode="planned")
    page = pages_of(replace(found, events=(*found.events, later)))["timeline.md"]
    assert page.index("## After the newest source") < page.index('id="e-later"')
    assert "y-2999" not in page


def test_one_event_needs_no_drawing() -> None:
    assert timeline_drawing(tuple(dots(1))) == ""
