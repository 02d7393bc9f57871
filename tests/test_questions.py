"""Each difference is asked as an English question that a reader understands who has seen no other page."""

from __future__ import annotations

import re

import pytest
from test_differences import CASES, linked, of_case

from generator.link.differences.card import Parts, question
from generator.model import Attribute, AttributeRow, Kind, KindRow

ASKED = {
    "When was the brewery founded by two brothers from Pilsen?": "date",
    "When did the ferry Santa Rosa sink off Puerto Montt?": "date",
    "When did Omar Saidi marry the pilot Halima Noor in Mombasa?": "date",
    "When did Prime Minister Aino Laine make her first state visit to Chile?": "date",
    "When were diplomatic relations between Peru and Morocco established?": "date",
    "When will the parliament in Tallinn vote on the law about wind farms?": "date",
    "When did the old bridge over the Oru collapse?": "date",
    "How many people died?": "figure",
    "How many houses did the flood in the valley of Ardena destroy?": "figure",
    "How much did the city of Rosario pay for the new trams?": "figure",
    "How many cases of measles did the Ministry of Health register in Osh region since the beginning of the year?": (
        "figure"
    ),
    "Is it 4.7 percent or 7.4 percent: unemployment in the province fell to … in January?": "figure",
    "What exactly did Petru Ionescu say, forty or sixty?": "figure",
    "Was the channel to the north of the lagoon open at noon?": "denial",
    "Which period does the figure of USD 12.4 billion cover?": "period",
    "Did the company pay the fishermen of the bay for the damage?": "denial",
    "What exactly did Lucia Ferri say about opposing unpaid night crossings?": "quotation",
    "How long was the cyclist Bruno Sala banned for by the federation in Lausanne?": "figure",
    "Was Ivo Simic the father of the child of Ela Vogt?": "denial",
    "Is it 2.4 million euros or 4.2 million euros: Ivo Simic has to pay … to the town?": "figure",
    "How long was Trondheim without power?": "figure",
    "Is it five or nine days: the strike of the pilots lasted for …?": "figure",
    "Did the bell of the school ring at 4:11 a.m. on Tuesday?": "denial",
    "Did the Falcons of Bern win the final in Davos on Sunday by two goals?": "act",
}


@pytest.fixture(scope="module")
def asked() -> dict[str, str]:
    """Return the questions of all cases of the comparers with their kinds."""
    return {d.question: d.kind for case in CASES for d in of_case(case)}


@pytest.mark.parametrize(("words", "kind"), ASKED.items(), ids=ASKED)
def test_a_question_is_made_of_a_clause(asked: dict[str, str], words: str, kind: str) -> None:
    assert asked.get(words) == kind, sorted(asked)


def test_no_question_holds_a_quotation_mark_or_a_colon(asked: dict[str, str]) -> None:
    assert len(asked) > len(ASKED)
    for words in asked:
        told, _, sides = words.partition(": ")  # a label where no question can be made
        assert words[-1] not in ".:,"
        assert words[0].isupper() or words[0] == "…"
        assert "  " not in words
        assert not {*words} & {*'“”„«»"()'}, words
        assert not re.search(r":(?!\d\d)", told + sides), words


DAM = "A dam broke near Tasqui in Peru on Wednesday, police said. {} It has rained for three days in all of the valley."
PAIRS = {
    "What exactly did Alma Quispe say, nine or ten?": (
        "“We had asked for a new wall for nine years,” said Mayor Alma Quispe.",
        "“We had asked for a new wall for ten years,” said Mayor Alma Quispe.",
    ),
    "What caused the fire in the library of Ghent?": (
        "The fire in the library of Ghent on Monday was caused by a cigarette, Fire Chief Els Maes said.",
        "A broken heater caused the fire in the library of Ghent on Monday, the police said.",
    ),
    "Is it 15 or 50 kilometres: a landslide, which buried the road to Lima for …?": (
        "The rescuers were held up by a landslide, which buried the road to Lima for 15 kilometres.",
        "The rescuers were held up by a landslide, which buried the road to Lima for 50 kilometres.",
    ),
    "Is it about 60 metres or about 200 metres: Alma Quispe died after falling … from a ridge above Cusco?": (
        "Alma Quispe died after falling about 60 metres from a ridge above Cusco.",
        "Alma Quispe died after falling about 200 metres from a ridge above Cusco.",
    ),
    "Is it 300 or 923: they found six rifles, … rounds of ammunition and two saddles in a barn above Cusco?": (
        "They found six rifles, 300 rounds of ammunition and two saddles in a barn above Cusco.",
        "They seized six rifles, 923 rounds of ammunition and two saddles in a barn above Cusco.",
    ),
    "Is it 14.6 million euros or 16.4m euros: a job she priced at …?": (
        "Alma Quispe wanted to close the gap with cement, a job she priced at 14.6 million euros.",
        "Alma Quispe wanted to close the gap with cement, a job she priced at 16.4m euros.",
    ),
    "What exactly did Alma Quispe say, nobody here feared the water or nobody here knew the water?": (
        "“In all of this town nobody here feared the water,” said Mayor Alma Quispe.",
        "“In all of this town nobody here knew the water,” said Mayor Alma Quispe.",
    ),
    "What exactly did Alma Quispe say, nobody on my council feared rain or nobody on my council saw rain?": (
        "“Nobody on my council feared rain,” said Mayor Alma Quispe.",
        "“Nobody on my council saw rain,” said Mayor Alma Quispe.",
    ),
    "Is it 2:10 a.m. on Tuesday or 4:40 a.m. on Tuesday: "
    "Mayor Alma Quispe and the herders of Tasqui initialled the accord at … in the town hall?": (
        "Mayor Alma Quispe and the herders of Tasqui initialled the accord at 4:40 a.m. on Tuesday in the town hall.",
        "Mayor Alma Quispe and the herders of Tasqui initialled the accord at 2:10 a.m. on Tuesday in the town hall.",
    ),
    "How long did Monday's meeting of the herders with Mayor Alma Quispe last?": (
        "Monday's meeting of the herders with Mayor Alma Quispe lasted five hours.",
        "Monday's meeting of the herders with Mayor Alma Quispe lasted nine hours.",
    ),
    "How many herders died in Tasqui?": (
        "Fourteen herders died and forty houses were washed away.",
        "Twelve herders died and forty houses were washed away.",
    ),
}


@pytest.mark.parametrize(("words", "told"), PAIRS.items(), ids=PAIRS)
def test_a_question_asks_for_what_differs(words: str, told: tuple[str, str]) -> None:
    found = linked(*((DAM.format(t), "2023-05-04") for t in told)).differences
    assert [d.question for d in found] == [words]


def test_one_answer_in_two_spellings_is_told_once() -> None:
    counts = ("Ten herders died in the flood at Tasqui.", "10 herders died in the flood at Tasqui.")
    other = "Fourteen herders died in the flood at Tasqui."
    found = linked(*((f"{DAM.format(t)} {'It is cold. ' * n}", "2023-05-04") for n, t in enumerate((*counts, other))))
    values = [{r.value for r in d.readings} for d in found.differences if d.kind is Kind.FIGURE]
    assert values
    assert all(len(v & {"Ten", "10"}) == 1 for v in values)


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_a_question_for_missing_parts(kind: Kind) -> None:
    for parts in (Parts(), Parts(sides=("one", "two: “three”")), Parts(what="a “b”: c", sides=("one", "two: three"))):
        assert question(kind, parts).endswith("?") or parts.label
        assert not {*question(kind, parts)} & {*"“”:{}"}


@pytest.mark.parametrize("row", [*(k.row for k in Kind), *(a.row for a in Attribute)], ids=lambda r: r.label)
def test_each_row_tells_in_sentences_how_it_is_compared(row: KindRow | AttributeRow) -> None:
    assert row.compared.endswith(".")
    assert not isinstance(row, KindRow) or row.equal.endswith(".")
