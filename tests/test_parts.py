"""A page that is too long is cut into several, none is lost, and every link leads to the part that it means."""

from __future__ import annotations

import json
import re
from calendar import month_name
from collections import Counter
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Briefing, Corrections, Stated
from generator.render import render
from generator.render.binding import MOST
from generator.render.parts import parts

TEMPLATES = (Path(__file__).parent.parent / "templates",)
TOLD = 520
EACH = 26
MONTHS = tuple(month_name)[1:]
ADDRESS = re.compile(r"\]\(([^\s()#]*)#([^\s()]+)\)")
FOLD = '<details class="fold" markdown="1"><summary>More</summary>'
WORDS = st.text("abcdefgh", min_size=1, max_size=30)
BLOCKS = st.one_of(
    WORDS.map(lambda w: f"## {w} {{: #h-{w}}}\n"),
    WORDS.map(lambda w: f"### {w} {{: #{w}}}\n"),
    WORDS.map(lambda w: f"- {w}\n\n    - under {w}\n"),
    WORDS.map(lambda w: f"{w} in a paragraph\n"),
    st.lists(WORDS, min_size=1, max_size=30).map(
        lambda ws: "\n".join(("| Name | So |", "| --- | ---: |", *(f"| {w} | 1 |" for w in ws), ""))
    ),
    st.lists(WORDS, min_size=1, max_size=30).map(
        lambda ws: "\n".join(
            (
                '<details class="fold" markdown="1"><summary>More</summary>',
                "",
                *(f"- {w}" for w in ws),
                "",
                "</details>",
                "",
            )
        )
    ),
    WORDS.map(lambda w: f'<pre class="verbatim">{w}\n\n- {w}\n</pre>\n'),
)


def entries(text: str) -> Counter[str]:
    """Return the lines that tell something, without those that are opened again on each part."""
    again = ("## ", "### ", "| Name", "| ---", "<details", "</details>", "<small class")
    return Counter(line for line in text.split("\n") if line and not line.startswith(again))


@given(st.lists(BLOCKS, max_size=60), st.integers(200, 2000))
def test_the_parts_hold_everything_once_and_fit(blocks: list[str], most: int) -> None:
    text = "\n".join(blocks)
    found = parts(text, lambda part: len(part) <= most)
    assert entries("\n".join(p.text for p in found)) == entries(text)
    assert len({p.name for p in found}) == len(found)
    for part in found:
        assert part.text.count("<details") == part.text.count("</details>")
        assert len(part.text) <= most or len(entries(part.text)) < 8  # one block, with what is open around it


def test_a_part_is_named_by_the_date_that_it_begins_with_and_not_by_why_it_is_that_day() -> None:
    day = '- **[<time datetime="2019-11-05">5 November 2019</time>](#why "the last Tuesday")** the lock opened\n'
    _, *others = parts(day * 40, lambda part: len(part) < 1500)
    assert others[0].label == "5 November 2019"


def test_a_row_keeps_the_head_of_its_table_and_the_headings_above_it() -> None:
    rows = "\n".join(f"| row {n} | {n} |" for n in range(100))
    text = f"intro\n\n## Given once {{: #h-once}}\n\n| Words | Value |\n| --- | ---: |\n{rows}\n"
    first, *others = parts(text, lambda part: len(part) < 500)
    assert first.name == ""
    assert "{: #h-once}" in first.text
    assert len(others) > 3
    for part in others:
        assert part.text.startswith("## Given once {: #h-continued}\n\n| Words | Value |\n| --- | ---: |\n| row ")
        assert part.label.startswith("row ")


def test_an_entry_more_moves_the_cuts_near_it_and_no_others() -> None:
    lines = [f"- entry {n:04} {'x' * (n % 50)}" for n in range(2000)]
    before = {p.text for p in parts("\n".join(lines), lambda part: len(part) < 3000)}
    after = {
        p.text for p in parts("\n".join((*lines[:700], "- one more", *lines[700:])), lambda part: len(part) < 3000)
    }
    assert len(after - before) <= 3


def test_an_entry_more_renames_no_other_parts_that_begin_alike() -> None:
    lines = [f'- <span id="d-{n}"></span>**Did shares of the union fall?** {"x" * (n % 50)}' for n in range(900)]
    more = '- <span id="d-more"></span>**Did shares of the union fall?** once more'

    def names(lines: list[str]) -> list[str]:
        return [part.name for part in parts("\n".join(lines), lambda part: len(part) < 3000)]

    before, after = names(lines), names([*lines[:300], *[more] * 40, *lines[300:]])
    assert len(before) > 20
    assert len({*before} - {*after}) <= 2
    assert len({*after}) == len(after)
    assert all(name.startswith("did-shares-of-the-union-") for name in before[2:])


def told(n: int) -> str:
    """Return a paragraph that tells an event, gives a figure and quotes somebody."""
    word = "".join(chr(97 + int(d)) for d in f"{n:03}")
    return (
        f"President Ana Moreno opened a school called {word} on {n % 28 + 1} {MONTHS[n // 28 % 12]} {2000 + n // 336}. "
        f"“We have waited for {word} and {word}ing {n} long years,” Moreno said. It cost {n + 3} million dollars."
    )


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    texts = ["\n\n".join(told(n) for n in range(first, first + EACH)) for first in range(0, TOLD, EACH)]
    texts[-1] += "\n\nPresident Ana Moreno opened a school called lima last Friday."  # a date with a reason
    found = (replace(article(text, f"seeds/{n}.txt"), id=f"a{n}") for n, text in enumerate(texts))
    dated = (replace(a, published=Stated("2001-08-03", (), "its file")) for a in found)
    return link(tuple(map(extract, dated)), Corrections())


@pytest.fixture(scope="module")
def files(briefing: Briefing) -> dict[str, str]:
    return {p.path: p.content.decode() for p in render(briefing, TEMPLATES)}


def test_no_page_is_longer_than_its_bound(files: dict[str, str]) -> None:
    pages = {path: len(text.encode()) for path, text in files.items() if path.endswith(".md")}
    assert max(pages.values()) <= 1.1 * MOST  # addresses of parts are longer than those of whole pages
    assert {path.partition("--")[0] for path in pages if "--" in path} >= {"timeline", "people/ana-moreno"}


def test_each_part_leads_to_the_others_and_says_which_it_is(files: dict[str, str]) -> None:
    parts_of = [path for path in files if path.startswith("timeline--")]
    assert all(f"({path})" in files["timeline.md"] for path in parts_of)
    for path in parts_of:
        assert "[the first page](timeline.md)" in files[path]
        assert '<form class="timeline-filters"' in files[path]
        assert ('<small class="legend">' in files[path]) == ('<span class="badge' in files[path])


def test_every_link_to_a_place_leads_to_the_page_on_which_it_stands(files: dict[str, str]) -> None:
    followed = 0
    for path, text in files.items():
        for address, anchor in ADDRESS.findall(text) if path.endswith(".md") else ():
            there = files[normpath(join(dirname(path), address)) if address else path]
            assert f'"{anchor}"' in there or f"#{anchor}" in there.replace(f"(#{anchor})", ""), (path, address, anchor)
            followed += "--" in address
    assert followed > TOLD / 2  # from the articles to the parts of the timeline
    assert any("(#why-" in text for path, text in files.items() if path.startswith("timeline--"))


def test_a_drawing_leads_by_way_of_the_list_of_parts(files: dict[str, str]) -> None:
    drawn = re.findall(r'href="&#35;([^"]+)"', files["timeline.md"])
    assert any(anchor.startswith("p-") for anchor in drawn)
    assert all(f'"{anchor}"' in files["timeline.md"] or f"#{anchor}}}" in files["timeline.md"] for anchor in drawn)


def test_data_and_search_name_the_parts(files: dict[str, str]) -> None:
    data = json.loads(files["data/briefing.json"])
    search = json.loads(files["data/search.js"].partition("=")[2].rstrip(";\n"))
    addresses = [o["address"] for o in data["occasions"]] + [
        address for _, _, address in search["go"] if "#" in address
    ]
    assert sum("--" in address for address in addresses) > 100
    for address in addresses:
        path, _, anchor = address.partition("#")
        assert f'id="{anchor}"' in files[path] or f"#{anchor}" in files[path], address
