"""Grouping quotations: the cases, and what always holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Case, Mark, article, cases
from test_entities import articles, told

from generator import lexicons
from generator.extract import extract
from generator.link import link
from generator.link.index import EntityIndex
from generator.link.utterances import group_quotes
from generator.model import Briefing, Corrections, Evidence, Findings, Name, Quote, Span
from generator.text import stem

if TYPE_CHECKING:
    from generator.model import Article

HERE = Path(__file__).parent
SAID = ("quotation", "fragment", "reported")
CASES = [c for path in sorted((HERE / "cases").glob("utterances*.md")) for c in cases(path)]


def quoted(case: Case) -> tuple[Briefing, dict[tuple[str, Span], str]]:
    """Return the corpus of a case with its marked quotations, and the utterance of each."""
    briefing = told(case).briefing
    findings, truth = [], {}
    for found, (_, marks) in zip(briefing.findings, articles(case), strict=True):
        said = [m for m in marks if m.kind in SAID]
        findings.append(replace(found, quotes=tuple(quote(found.article, m) for m in said)))
        truth |= {(found.article.id, Span(m.start, m.end)): m.value for m in said}
    return group_quotes(replace(briefing, findings=tuple(findings))), truth


def quote(article: Article, mark: Mark) -> Quote:
    """Return the quotation of a mark; its speaker is the nearest place of the words ``by``."""
    by = mark.more.get("by", "")
    places = [i for i in range(len(article.text)) if by and article.text.startswith(by, i)]
    at = min(places, key=lambda i: abs(i - mark.start), default=-1)
    return Quote(
        **article.at(mark.start, mark.end),
        words=article.cite(Span(mark.start, mark.end)),
        kind=mark.kind,  # type: ignore[arg-type]
        speaker=article.cite(Span(at, at + len(by))) if at >= 0 else None,
    )


@pytest.mark.parametrize("case", CASES, ids=[f"{c.where} {c.title}" for c in CASES])
def test_versions_of_one_utterance_are_grouped_and_no_others(case: Case) -> None:
    briefing, truth = quoted(case)
    ours = {(q.article, q.span): u.id for u in briefing.utterances for q in u.versions}
    assert set(ours) == set(truth)
    groups = {(ours[place], value) for place, value in truth.items()}
    assert len(groups) == len({g[0] for g in groups}) == len({g[1] for g in groups}), groups


def test_the_speaker_is_the_entity_that_the_words_name() -> None:
    for case in CASES:
        briefing, truth = quoted(case)
        index = EntityIndex(briefing.entities)
        nobody = {v.split("=")[0].strip() for k, v in case.settings.items() if k == "speaker"}
        for u in briefing.utterances:
            if truth[u.versions[0].article, u.versions[0].span] in nobody:
                assert u.speaker is None
                assert u.attribution
            else:
                assert u.speaker in {e.id for e in briefing.entities}
                assert index.entity(u.speaker).kind == "person"


def test_no_word_has_two_senses() -> None:
    groups = [group.split() for group in lexicons.words("quoted-senses")]
    stems = [stem(word) for group in groups for word in group]
    assert [s for s in dict.fromkeys(stems) if stems.count(s) > 1] == []


WORDS = st.lists(
    st.sampled_from(("river", "bridge", "stone", "price", "winter", "harbour", "vote", "debt")), max_size=12
)


@given(st.lists(st.tuples(WORDS, st.sampled_from(("Ada Moss", "Ola Berg", "Neighbours"))), max_size=8), st.randoms())
@settings(max_examples=60, deadline=None)
def test_every_quotation_is_in_one_utterance_whatever_the_order(
    said: list[tuple[list[str], str]], chance: object
) -> None:
    case = Case("", "", {}, "\n---\n".join(f"{by} said {' '.join(words)} so" for words, by in said), ())
    findings = []
    for found, (words, by) in zip(told(case).briefing.findings, said, strict=False):
        a, start = found.article, len(f"{by} said ")
        if not words:
            continue
        speaker = a.cite(Span(0, len(by)))
        where = Span(start, start + len(" ".join(words)))
        names = (Name(**a.at(0, len(by)), kind="person", norm=by, support=0.9, rule="mark"),)
        names = names if by != "Neighbours" else ()
        quotes = (Quote(**a.at(where.start, where.end), words=a.cite(where), kind="quotation", speaker=speaker),)
        findings.append(Findings(a, names=names, quotes=quotes))
    one = group_quotes(Briefing(tuple(findings)))
    chance.shuffle(findings)  # type: ignore[attr-defined]
    other = group_quotes(Briefing(tuple(findings)))
    assert one.utterances == other.utterances
    every: list[Evidence] = [q for u in one.utterances for q in u.versions]
    assert len(every) == len(findings)
    assert len({u.id for u in one.utterances}) == len(one.utterances)


@pytest.mark.parametrize(
    ("said", "noun"),
    [
        ("The London-listed miner said the shaft would close.", "miner"),
        ("Nairobi-based campaigners said the harbour would close.", "campaigners"),
        ("The Kenya-based #SaveTheReef campaign said in a statement that the harbour would close.", "campaign"),
        ("“The harbour will close,” said the US-backed group.", "group"),
    ],
)
def test_a_place_inside_a_compound_adjective_says_nothing(said: str, noun: str) -> None:
    utterances = link((extract(article(said)),), Corrections()).utterances
    assert [(u.speaker, u.attribution.split()[-1]) for u in utterances] == [(None, noun)]


def test_a_name_at_the_end_is_the_speakers_whosever_servant_he_is() -> None:
    text = "Rena Holt’s lawyer Mark Dell said that the house was sold. Mark Dell’s clerk said that it was not."
    utterances = link((extract(article(text)),), Corrections()).utterances
    assert sorted(u.speaker or u.attribution for u in utterances) == ["Mark Dell’s clerk", "mark-dell"]


def test_who_tells_what_another_one_said_says_something_else() -> None:
    text = "It rained. The river guard has said that the second dam will not hold, Acme News reported on Monday."
    utterances = link((extract(article(text)),), Corrections()).utterances
    assert sorted(u.attribution for u in utterances) == ["Acme News", "The river guard"]


def test_a_few_words_in_quotation_marks_are_no_utterance() -> None:
    text = "A neighbour called it “a shame”. Ann Lee called it “a pity”. A guard called it “the worst day of my life”."
    utterances = link((extract(article(text)),), Corrections()).utterances
    assert [q.words.text for u in utterances for q in u.versions] == ["the worst day of my life"]


def test_words_of_nobody_are_an_utterance_where_sources_can_be_compared() -> None:
    dam = "“The old dam above our valley was never safe in heavy winter rain.”"
    told = (dam + " The valley lay still.", dam + " Nobody slept in Orre.", "The mill will close, she said.")
    found = [extract(article(text, f"seeds/{n}.txt")) for n, text in enumerate(told)]
    counts = [len(link(tuple(some), Corrections()).utterances) for some in (found[:1], found[:2], found[2:])]
    assert counts == [0, 1, 0]


def test_a_town_that_stands_for_a_government_has_no_page_of_words() -> None:
    text = "Quito said on Monday that it would not agree. Peru said that it would pay. Ann Lee said she was glad."
    briefing = link((extract(article(text)),), Corrections())
    kinds = {e.id: e.name for e in briefing.entities}
    assert sorted(kinds[u.speaker] for u in briefing.utterances if u.speaker) == ["Ann Lee", "Peru"]
    assert "Quito" in {u.attribution for u in briefing.utterances}


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        # what somebody is called beside the name, the article says later with "the"
        ("Mine director Ann Lee left. The director said that the shaft was dry.", "Ann Lee"),
        ("Bo Reed, a doctor in Orre, came. “Fifty people are hurt,” the doctor said on Monday.", "Bo Reed"),
        # two people who are called so, or a third one without a name: nobody is meant
        ("Judge Ann Lee and Judge Bo Reed met. The judge said that the case was closed.", None),
        ("Mine director Ann Lee left. She met a director of Acme. The director said that it was late.", None),
        ("Mine director Ann Lee left. Her own director was ill. The director said that it was late.", None),
        # who was director isn't it now
        ("Former director Ann Lee left. The director said that the shaft was dry.", None),
        # a last name that is a common word is a name where the article has it whole
        ("Ann Stack came. She wept. Stack said that the shaft was dry.", "Ann Stack"),
        ("Ann Stack came with her father Bo Stack. Stack said that the shaft was dry.", "Stack"),
    ],
)
def test_who_speaks_by_a_title_or_last_name_is_the_only_one_called_so(told: str, speaker: str | None) -> None:
    briefing = link((extract(article(told)),), Corrections())
    names = {e.id: e.name for e in briefing.entities}
    last = max(briefing.utterances, key=lambda u: u.versions[0].span)
    assert names.get(last.speaker or "") == speaker


def test_a_title_counts_that_another_article_gives() -> None:
    one = extract(article("Film director Ann Lee landed in Orre at noon.", path="seeds/one.txt"))
    other = extract(article("Ann Lee left. The director said that it was late.", path="seeds/other.txt"))
    briefing = link((one, other), Corrections())
    assert [u.speaker for u in briefing.utterances] == ["ann-lee"]
