"""The page of an article: the story first, what is known of each sentence beside it, everything at an address."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Corrections, Stated
from generator.render import render

TEMPLATES = (Path(__file__).parent.parent / "templates",)

MORNING = """Ferry line to Orre is sold

3 May 2024

The harbour board sold the ferry line to Orre for $12 million on Monday, its chairman said.

“We could not keep two ships for forty passengers a day,” chairman Karl Moe said. The line opened in 1987.

Advertisement

Subscribe to our newsletter
"""
EVENING = """Board sells ferry to Orre

4 May 2024

The harbour board has sold the ferry line to Orre for $15 million, its chairman said in Castleton.

“We could not keep two ships for forty passengers a day,” chairman Karl Moe said on Monday to reporters.
"""


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Return the pages of two articles on one sale, by path."""
    texts = {"morning": (MORNING, "2024-05-03"), "evening": (EVENING, "2024-05-04")}
    made = [
        replace(article(text, f"seeds/{name}.txt"), id=name, published=Stated(day, (), "its file"))
        for name, (text, day) in texts.items()
    ]
    found = link(tuple(extract(a) for a in made), Corrections())
    return {p.path: p.content.decode() for p in render(found, TEMPLATES)}


def test_the_title_is_the_heading_and_the_story_follows_the_card(pages: dict[str, str]) -> None:
    page = pages["articles/morning.md"]
    assert '# <span id="s1">Ferry line to Orre is sold</span> {: #h-top}' in page
    assert page.count("Ferry line to Orre is sold</span>") == 1
    assert page.index("## The text") < page.index("The harbour board sold") < page.index("## What it tells")


def test_each_paragraph_has_its_facts_under_it(pages: dict[str, str]) -> None:
    first = pages["articles/morning.md"].split('<small class="facts">')[1].split("\n")[0]
    assert re.search(r"“on Monday”|“Monday”", first)
    assert '<time datetime="2024-04-29">29 April 2024</time>' in first
    assert "$12 million" in first


def test_a_fact_leads_to_the_lines_that_cite_the_sentence(pages: dict[str, str]) -> None:
    page = pages["articles/morning.md"]
    for path, anchor in re.findall(r"\]\(\.\./(\w+\.md)#([\w-]+)\)", "".join(re.findall(r"class=.facts.*", page))):
        assert re.search(rf'(?:id="|: #){anchor}\b', pages[path])
    assert "cited by [the briefing](../index.md#h-" in page


def test_every_removed_part_has_an_address(pages: dict[str, str]) -> None:
    removed = pages["articles/morning.md"].split("## Removed from the story")[1]
    assert re.findall(r'<pre class="verbatim" id="(b\d+)"', removed) == re.findall(r'data-at="morning/(b\d+)"', removed)
    assert "Advertisement" in removed
    assert "newsletter" in removed
