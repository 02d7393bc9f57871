"""What articles share, and what therefore counts as one origin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from marked import Case, article, cases

from generator.extract import extract
from generator.link.origins import find_origins
from generator.link.passages import find_passages
from generator.link.related import relate
from generator.model import Briefing

CASES = cases(Path(__file__).parent / "cases" / "passages.md")


def briefing(*texts: str) -> Briefing:
    articles = [replace(article(text, f"seeds/{n}.txt"), id=f"a{n}") for n, text in enumerate(texts)]
    return Briefing(tuple(extract(a) for a in articles))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    found = find_passages(briefing(*case.text.split("\n\n---\n\n"))).passages
    assert (found[0].kind if found else "nothing") == case.settings["shares"], case.where


def test_both_sides_are_verbatim() -> None:
    linked = find_passages(briefing(*CASES[0].text.split("\n\n---\n\n")))
    texts = {a.id: a.text for a in linked.articles}
    for side in linked.passages[0].sides:
        assert texts[side.article][side.span.start : side.span.end] == side.text


REPORT = """The mill at Karsund will close in June, its owners said on Monday, and 340 people will lose their work.

Orders for newsprint have fallen every year since 2008, while the price of electricity has doubled within two winters.

The union called the decision a breach of the agreement that both sides signed after the long strike of last autumn.

“We gave up two weeks of holiday so that this machine could run,” said Ingrid Solvang, a fitter."""


def test_an_article_that_is_a_cut_copy_of_another_has_the_same_origin() -> None:
    other = "The river is full of salmon again. Anglers from four countries have booked every hut along its banks."
    linked = find_origins(find_passages(briefing(REPORT, REPORT.rsplit("\n\n", 2)[0], other)))
    assert [o.articles for o in linked.origins] == [("a0", "a1"), ("a2",)]
    assert "100% of the shorter article's words" in linked.origins[0].because


def test_a_copy_in_another_order_with_a_slip_in_each_sentence_has_the_same_origin() -> None:
    copy = "\n\n".join(reversed(REPORT.split("\n\n"))).replace("340", "430").replace("2008", "2018")
    copy = copy.replace("last autumn", "last spring").replace("two weeks of", "three weeks of")
    (origin,) = find_origins(find_passages(briefing(REPORT, copy))).origins
    assert sorted(origin.articles) == ["a0", "a1"]  # nothing tells which is the copy


def test_a_shared_quotation_alone_does_not_make_one_origin() -> None:
    quote = REPORT.rsplit("\n\n", 1)[1]
    other = (
        f"A town without its mill is a town without a clock, people say here.\n\n{quote}\n\nThe bakery opens at five."
    )
    longer = f"{other}\n\nThe mayor wants to turn the hall into a museum, and has asked the county for a loan."
    assert len(find_origins(find_passages(briefing(REPORT, longer))).origins) == 2


def test_an_origin_that_an_article_declares_is_cited() -> None:
    text = (
        "The minister regretted the delay, according to a readout from the foreign ministry, and left without a word."
    )
    (origin,) = find_origins(briefing(text)).origins
    assert [e.text for e in origin.declared] == ["according to a readout from the foreign ministry"]


def test_articles_that_share_a_passage_are_related_and_the_reason_is_said() -> None:
    linked = relate(find_passages(briefing(REPORT, REPORT + "\n\nThe mayor wept.", "Nothing to do with it at all.")))
    assert {(r.article, r.to) for r in linked.related} >= {("a0", "a1"), ("a1", "a0")}
    assert not any("a2" in (r.article, r.to) for r in linked.related)
    assert all(any(reason.startswith("shared passages: ") for reason in r.reasons) for r in linked.related)


def test_a_sentence_without_end_is_not_compared() -> None:
    endless = "the old wall of the mill was built by hand " * 2000
    assert find_passages(briefing(endless + "once.", endless + "twice.")).passages == ()
