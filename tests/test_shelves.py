"""Long lists: one page while they are short, several when they are long, and every link leads to the right one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Briefing, Corrections, Stated
from generator.render import render
from generator.render.links import Links
from generator.render.lookup import Lookup
from generator.render.paging import PAGE_ITEMS, paged

TEMPLATES = (Path(__file__).parent.parent / "templates",)
EACH = 26
MONTHS = ("January", "March", "May", "July")


def told(n: int) -> str:
    """Return a paragraph that tells an event, gives a figure and quotes somebody."""
    word = "".join(chr(97 + int(d)) for d in f"{n:03}")
    return (
        f"President Ana Moreno opened a school called {word} on {n % 28 + 1} {MONTHS[n // 28 % 4]} {1990 + n // 112}. "
        f"“We have waited for {word} and {word}ing {n} long years,” Moreno said. It cost {n + 3} million dollars."
    )


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    texts = ("\n\n".join(told(n) for n in range(first, first + EACH)) for first in range(0, PAGE_ITEMS + EACH, EACH))
    found = (replace(article(text, f"seeds/{n}.txt"), id=f"a{n}") for n, text in enumerate(texts))
    dated = (replace(a, published=Stated("2001-02-03", (), "its file")) for a in found)
    return link(tuple(map(extract, dated)), Corrections())


@pytest.fixture(scope="module")
def pages(briefing: Briefing) -> dict[str, str]:
    made = render(briefing, TEMPLATES)
    return {p.path: p.content.decode() for p in made if p.path.endswith(".md")}


def test_few_things_stand_on_one_page_and_many_on_several() -> None:
    assert [s.path for s in paged("figures.md", ())] == ["figures.md"]
    assert [s.path for s in paged("figures.md", range(PAGE_ITEMS))] == ["figures.md"]
    parts = paged("figures.md", range(2 * PAGE_ITEMS + 1))
    assert [s.path for s in parts] == ["figures.md", "figures/2.md", "figures/3.md"]
    assert [i for s in parts for i in s.items] == list(range(2 * PAGE_ITEMS + 1))


def test_a_long_timeline_has_a_page_for_each_year(pages: dict[str, str]) -> None:
    years = {PurePosixPath(p).stem for p in pages if p.startswith("timeline/")}
    assert years >= {str(y) for y in range(1990, 1995)}
    assert 'class="event"' not in pages["timeline.md"]
    assert "(timeline/1993.md)" in pages["timeline.md"]
    assert "[All years](../timeline.md)" in pages["timeline/1993.md"]


def test_long_lists_go_on_on_further_pages_that_lead_to_each_other(pages: dict[str, str]) -> None:
    assert "[2](quotes/2.md)" in pages["quotes.md"]
    assert "[1](../quotes.md) · **2**" in pages["quotes/2.md"]
    assert "## Given once" in pages["figures/once.md"]
    assert "## Given once" not in pages["figures.md"]


def test_every_link_to_an_event_or_a_quotation_leads_to_the_page_on_which_it_stands(
    briefing: Briefing, pages: dict[str, str]
) -> None:
    to = Links(Lookup(briefing), "index.md")
    links = [*(to.event(e, "it") for e in briefing.events), *(to.utterance(u, "it") for u in briefing.utterances)]
    assert len(links) > 2 * PAGE_ITEMS
    for one in links:
        path, _, anchor = one.removeprefix("[it](").removesuffix(")").partition("#")
        assert f'id="{anchor}"' in pages[path]
