"""The page of an article: the story first, what is known of each sentence beside it, everything at an address."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Briefing, Corrections, Evidence, Passage, Span, Stated
from generator.render import render
from generator.render.paging import FEW, MOST, Pair, pairs_of
from generator.render.side_by_side import rows_of

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


def test_each_source_stands_for_its_own_date_only() -> None:
    head = "Importer guilty\n\nThe court of Sekondi found Kofi Addo guilty on Wednesday."
    texts = (
        f"{head} Addo was arrested on 14 November 2022 at Kotoka airport as he was about to board a flight to Dubai.",
        f"{head} Mr Addo was arrested on 17 November 2022 at Kotoka airport, and blamed his supplier.",
    )
    found = tuple(extract(article(text, f"seeds/{n}.txt").named(f"a{n}")) for n, text in enumerate(texts))
    made = {p.path: p.content.decode() for p in render(link(found, Corrections()), TEMPLATES)}
    for own, day, other in (("a0", "14", "17"), ("a1", "17", "14")):
        told = made[f"articles/{own}.md"].partition("{: #h-told}")[2].partition("\n## ")[0]
        assert f"{day} November 2022" in told
        assert f"{other} November 2022" not in told
        beside = next(re.finditer(r"\[court\][^<]*", made[f"articles/{own}.md"]))[0]
        assert f"{day} November 2022" in beside


def test_every_removed_part_has_an_address(pages: dict[str, str]) -> None:
    removed = pages["articles/morning.md"].split("## Removed from the story")[1]
    assert re.findall(r'<pre class="verbatim" id="(b\d+)"', removed) == re.findall(r'data-at="(b\d+)"', removed)
    assert "Advertisement" in removed
    assert "newsletter" in removed


def test_two_articles_that_share_text_stand_side_by_side(pages: dict[str, str]) -> None:
    page = pages["compare/evening/morning.md"]
    rows = [line for line in page.split("## Passage by passage")[1].split("\n") if line.startswith("| <small>")]
    both = next(row for row in rows if "forty passengers" in row)
    assert both.count("forty passengers") == 2
    assert "<mark>on Monday to reporters</mark>" in both
    for path in ("articles/morning.md", "articles/evening.md", "differences/passages.md"):
        assert re.search(r"\[side by side\]\((?:\.\./)?(?:\.\./)?compare/evening/morning\.md\)", pages[path]), path


def of(*words: str) -> tuple[Evidence, Evidence]:
    """Return one place in each of two articles."""
    one, other = (Evidence(article=a, span=Span(0, 3), text="abc") for a in words)
    return one, other


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400), st.integers(8, 300)), max_size=300))
def test_however_many_share_text_an_article_stands_beside_a_few(shared: list[tuple[int, int, int]]) -> None:
    passages = tuple(
        Passage("verbatim", of(f"a{one}", f"a{other}"), words) for one, other, words in shared if one != other
    )
    pairs = pairs_of(Briefing((), passages=passages))
    counts = Counter(article for both in pairs for article in both)
    assert len(pairs) <= MOST
    assert max(counts.values(), default=0) <= FEW
    assert all(p.passages for p in pairs.values())


def test_passages_that_cross_are_set_beside_each_other_once() -> None:
    texts = ("One stood here. Two was built. Three fell down.", "Three fell down. One stood here. Two was built.")
    left, right = (replace(article(t, f"seeds/{n}.txt"), id=n) for n, t in zip("ab", texts, strict=True))
    at = {e.text: e for e in (left.cite(s) for s in left.sentences)}
    passages = tuple(Passage("verbatim", (at[e.text], e), 9) for e in (right.cite(s) for s in right.sentences))
    rows = rows_of(Pair(("a", "b"), passages, ()), left, right)
    assert [(r.how, len(r.left), len(r.right)) for r in rows] == [
        ("apart", 0, 1),
        ("same", 1, 1),
        ("same", 1, 1),
        ("apart", 1, 0),
    ]


def test_what_the_theme_puts_around_an_article_is_bounded(project: Path) -> None:
    for page in (project / "site" / "articles").glob("*.html"):
        html = page.read_text(encoding="utf-8")
        around = len(html) - (html.index("</article>") - html.index("<article"))
        assert around < 17_000, page.name
        assert "\n\n\n\n" not in html[html.index("<header") : html.index("</header>")]
