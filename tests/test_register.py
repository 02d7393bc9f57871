"""The register of differences: sentences on the cards, signs that lead there and back, counting by origin."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_decisions import conflicting
from test_differences import linked

from generator.model import Briefing, Origin, Span
from generator.render import render
from generator.render.lookup import Lookup
from generator.render.places import EXCERPT_LETTERS, window

if TYPE_CHECKING:
    from generator.model import Page

TEMPLATES = (Path(__file__).parent.parent / "templates",)


def pages(briefing: Briefing) -> dict[str, str]:
    found: tuple[Page, ...] = render(briefing, TEMPLATES, "Test")
    return {p.path: p.content.decode() for p in found if p.path.endswith(".md")}


def test_each_reading_shows_its_sentence_with_the_words_in_question_marked() -> None:
    text = pages(conflicting())["differences.md"]
    assert "The tunnel under the Sava cost <mark>310 million euros</mark>, the ministry of transport said." in text
    assert "and at <mark>340 million euros</mark> the tunnel cost more" in text


def test_the_class_of_each_difference_is_told_in_words() -> None:
    assert "Both can’t be true." in pages(conflicting())["differences.md"]


def beside(page: str, number: int) -> str:
    """Return the paragraph of a sentence, and what is known of its sentences, which stands below it."""
    parts = page.split("\n\n")
    at = next(n for n, part in enumerate(parts) if f'id="s{number}"' in part)
    return "\n".join((parts[at], *(p for p in parts[at + 1 : at + 2] if p.startswith('<small class="facts">'))))


def test_a_disputed_sentence_leads_to_its_card_and_back() -> None:
    briefing = conflicting()
    made = pages(briefing)
    card = f"#d-{briefing.differences[0].id}"
    for article in briefing.articles:
        path = f"articles/{article.id}.md"
        assert f"](../differences.md{card})" in beside(made[path], 1)
        assert f"]({path}#s1)" in made["differences.md"]


def test_a_line_that_rests_on_a_disputed_sentence_says_so_on_every_page() -> None:
    briefing = conflicting()
    told = linked(("Mayor Ana Torres opened the Kalvik tunnel on 4 May 2019.", "2020-02-02"))
    (event,) = told.events[:1]
    reading = replace(briefing.differences[0].readings[0], evidence=event.evidence)
    difference = replace(briefing.differences[0], readings=(reading,))
    made = pages(replace(told, differences=(difference,)))
    for path in ("timeline.md", "index.md"):
        assert f"differences.md#d-{difference.id}" in made[path], path


def test_confirmation_is_counted_by_origin_and_a_repetition_once() -> None:
    briefing = linked(("The mill in Oslo burnt.", None), ("The mill in Oslo burnt.", None), ("It burnt in Oslo.", None))
    a, b, c = briefing.articles
    joined = replace(briefing, origins=(Origin("one", (a.id, b.id), ""), Origin("two", (c.id,), "")))
    every = tuple(x.cite(Span(0, 3)) for x in (a, b, c, c))
    assert str(Lookup(joined).backing(every)) == "3 sources, 2 origins"
    assert str(Lookup(joined).backing(every[:2])) == "2 sources, 1 origin"
    assert str(Lookup(joined).backing(every[2:])) == "1 source"
    place = next(e for e in joined.entities if e.name == "Oslo")
    made = pages(joined)
    assert "3 mentions in 3 sources, 2 origins" in made[f"places/{place.id}.md"]


@pytest.mark.parametrize("at", [0, 3000, 5990])
@pytest.mark.parametrize("word", ["weir ", "x"])
def test_a_long_sentence_is_cut_around_the_words_in_question(at: int, word: str) -> None:
    (article,) = linked((word * 6000, None)).articles
    sentence = Span(0, 6000)
    part = window(article, sentence, Span(at, at + 4))
    assert len(part.text) <= EXCERPT_LETTERS
    assert part.span.holds(Span(at, at + 4))
    assert word == "x" or re.fullmatch(r"weir(?: weir)*", part.text.strip())


def test_every_sentence_on_a_card_of_the_demo_leads_to_the_card(project: Path) -> None:
    data = json.loads((project / "docs" / "data" / "briefing.json").read_text(encoding="utf-8"))
    blocks = {a["id"]: a["blocks"] for a in data["articles"]}
    texts = {i: (project / "docs" / "articles" / f"{i}.md").read_text(encoding="utf-8") for i in blocks}
    assert data["differences"]
    for difference in data["differences"]:
        for evidence in (e for r in difference["readings"] for e in r["evidence"]):
            sentences = [s for block in blocks[evidence["article"]] for s in block["sentences"]]
            number = next(n for n, (start, end) in enumerate(sentences, 1) if start <= evidence["start"] < end)
            assert f"#d-{difference['id']}" in beside(texts[evidence["article"]], number), evidence
