"""What an editor puts in brackets: whom a pronoun means, and the rest of a bare name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from marked import Case, article, cases
from test_home import TEMPLATES, pages

from generator.extract import extract
from generator.link import link
from generator.model import Briefing, Corrections
from generator.render import render
from generator.render.brackets import spelled
from generator.render.lookup import Lookup

HERE = Path(__file__).parent
PRONOUNS = cases(HERE / "cases" / "entities-pronouns.md")
PUT = re.compile(r'<span class="put" data-for="([^"]*)">&#91;(.*?)&#93;</span>')


def linked(*texts: str) -> Briefing:
    found = (extract(article(text, f"seeds/{n}.txt", published="2024-05-08")) for n, text in enumerate(texts))
    return link(tuple(found), Corrections())


@pytest.mark.parametrize("case", PRONOUNS, ids=[c.title for c in PRONOUNS])
def test_a_pronoun_means_somebody_only_where_nobody_else_is_possible(case: Case) -> None:
    briefing = linked(case.text)
    names = {e.id: e.name for e in briefing.entities}
    found = {(m.span.start, m.span.end): names[m.entity] for m in briefing.meant}
    for mark in case.marks:
        assert found.get((mark.start, mark.end), "") == mark.value, mark.text


def shown(text: str, words: str) -> str:
    """Return a part of a text as it is shown alone."""
    briefing = linked(text)
    lookup = Lookup(briefing)
    own = briefing.articles[0]
    start = own.text.index(words)
    told = next(s for s in own.sentences if s.start <= start < s.end)
    whole = own.cite(told)
    return spelled(whole, lookup)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Marco Ruiz fled Oslo. He was arrested in Lund.", "[Marco Ruiz] was arrested in Lund."),
        ("Marco Ruiz fled Oslo. His car was found in Lund.", "[Marco Ruiz’s] car was found in Lund."),
        ("Marco Ruiz fled Oslo. Police in Lund arrested him.", "Police in Lund arrested [Marco Ruiz]."),
        ("Marco Ruiz fled Oslo. He said he was tired.", "[Marco Ruiz] said he was tired."),
        ("Marco Ruiz fled Oslo. Ruiz was arrested in Lund.", "[Marco] Ruiz was arrested in Lund."),
        ("Marco Ruiz fled Oslo. Mr Ruiz was arrested in Lund.", "Mr [Marco] Ruiz was arrested in Lund."),
        ("Marco Ruiz fled Oslo. The Ruiz family stayed in Lund.", "The Ruiz family stayed in Lund."),
        ("Marco Ruiz fled Oslo. Marco Ruiz was arrested.", "Marco Ruiz was arrested."),
        ("Ana Ruiz and Bo Ruiz fled Oslo. Ana and Bo Ruiz were arrested.", "Ana and Bo Ruiz were arrested."),
        ("Marco Ruiz met Peter Holm. He was arrested in Lund.", "He was arrested in Lund."),
    ],
)
def test_a_line_alone_tells_who_is_meant(text: str, alone: str) -> None:
    assert shown(text, text[text.index(". ") + 2 :]) == alone


THEFT = (
    "Three paintings were stolen from the museum of Lund on Monday, police said.\n\n"
    "Marco Ruiz, 41, a crane driver, was stopped at the ferry terminal of Lund. "
    "He was charged with the theft of 3 paintings on 7 May 2024.\n"
)


def test_the_words_in_brackets_lead_to_the_sentence_that_tells_whom_they_mean() -> None:
    made = pages(linked(THEFT))
    found = [(path, *put) for path, text in made.items() for put in PUT.findall(text)]
    assert found
    for _, pronoun, words in found:
        assert pronoun == "He"
        assert re.fullmatch(r"\[Marco Ruiz\]\((?:\.\./)*articles/[^)]*#s2\)", words)


def test_an_article_has_its_own_words_and_no_brackets() -> None:
    own = next(text for path, text in pages(linked(THEFT)).items() if path.startswith("articles/") and "#s3" in text)
    assert not PUT.search(own)
    assert "He was charged" in own


def test_the_legend_tells_of_brackets_where_there_are_some() -> None:
    for text in pages(linked(THEFT)).values():
        legend = text.partition('<small class="legend">')[2].partition("</small>")[0]
        assert not legend or ("put in by this site" in legend) == bool(PUT.search(text))


def test_the_calendar_spells_out_whom_it_tells_of() -> None:
    made = {p.path: p.content.decode() for p in render(linked(THEFT), TEMPLATES, "Test")}
    told = made["data/events.ics"].replace("\r\n ", "")
    assert "[Marco Ruiz] was charged" in told or "He was charged" not in told
    assert '"[Marco Ruiz]' not in made["data/briefing.json"]


def test_on_the_page_of_a_person_a_bare_name_is_whole() -> None:
    text = THEFT + "\nRuiz left Lund in a van on 6 May 2024. Ruiz was seen in Oslo on 7 May 2024 by two guards.\n"
    made = pages(linked(text))
    own = next(text for path, text in made.items() if path == "people/marco-ruiz.md")
    assert "Ruiz left Lund" in own
    assert "&#91;Marco&#93;" not in own
