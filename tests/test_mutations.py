"""A copy of an article with one fact changed gives one card of the right kind; other words for it give none."""

from __future__ import annotations

import pytest
from test_differences import linked

DAY = "2021-09-16"  # a Thursday
FERRY = """The ferry Princess Salote ran aground on Tuesday near the reef of Malinoa with 143 passengers on board, the harbour office said.

Captain Sione Taufa had been at sea since the storm of the night before and had asked for a pilot who never came.

The ship was built in 1987 in a yard on the Baltic and was sold to the island of Vavau for 2.6 million dollars.

“We heard a sound like a falling tree, and then it was very quiet for a long time,” the cook Mele Fonua told reporters."""  # noqa: E501 - a paragraph is a line
MINE = """Rescuers reached the last of the 29 miners at the Kasese copper mine on Monday, six days after the tunnel had flooded.

Engineer Grace Nakato drilled a hole of 310 metres through the rock and sent down bread and torches to the men.

The mine was opened in 1956 and closed in 1982, when the price of copper had fallen for the fourth year in a row.

The owners, who live in Montreal, will pay every family 4,500 dollars, a lawyer for the village told the radio station."""  # noqa: E501 - a paragraph is a line
ELECTION = """Voters in the canton of Aarwil rejected the new airport on Sunday with 61.3 percent of the votes cast at 214 polling places.

Mayor Ruth Amstutz had promised to resign in that case and told her council in the evening that she would keep her word.

The canton had voted on an airport before, in 1974, and a group of farmers has fought against every plan since then.

The company from Rotterdam that wanted to build it had spent 18 million francs on maps, lawyers and brochures until now."""  # noqa: E501 - a paragraph is a line

STRIKE = """Union leader Per Holm told the men to “keep the furnaces cold until the wages are paid”, and went home in the snow.

“A furnace that goes out in winter is never lit again,” manager Olga Lindgren answered from the steps of the office.

“My kitchen has been colder than the works since the first of November,” said Hanna Viklund, a widow, at the gate."""  # noqa: E501 - a paragraph is a line
REPORT = """The steel works at Tornholm will close two of its four furnaces in May, the owner Halden Steel told its 2,300 workers on Tuesday.

The works sold 1.4 million tonnes of steel to Poland last year, and its exports to Egypt rose by 12 percent.

Director Ingrid Moe said that the union had accepted the plan. The union was asked before the plan was signed.

The furnaces are 92 metres high, weigh 3,100 tonnes each and stand five miles from the old harbour of the town of Tornholm.

The state had lent the works 40 million kroner from the fund for the north, and the ore came from Kiruna to Tornholm."""  # noqa: E501 - a paragraph is a line

CHANGES = (
    (FERRY, "143", "134", "figure"),
    (FERRY, "on Tuesday", "on Wednesday", "date"),
    (FERRY, "1987", "1978", "date"),
    (FERRY, "2.6 million", "6.2 million", "figure"),
    (FERRY, "Captain Sione Taufa", "Captain Viliami Moala", "name"),
    (MINE, "the 29 miners", "the 26 miners", "figure"),
    (MINE, "on Monday", "on Sunday", "date"),
    (MINE, "310 metres", "130 metres", "figure"),
    (MINE, "in 1956", "in 1965", "date"),
    (MINE, "Grace Nakato", "Sarah Achieng", "name"),
    (MINE, "in Montreal", "in Toronto", "name"),
    (MINE, "4,500", "5,400", "figure"),
    (ELECTION, "61.3 percent", "63.1 percent", "figure"),
    (ELECTION, "on Sunday", "on Saturday", "date"),
    (ELECTION, "214", "241", "figure"),
    (ELECTION, "in 1974", "in 1979", "date"),
    (ELECTION, "Ruth Amstutz", "Beat Wenger", "name"),
    (ELECTION, "Rotterdam", "Antwerp", "name"),
    (ELECTION, "18 million", "81 million", "figure"),
    (ELECTION, "had promised", "had not promised", "denial"),
    (REPORT, "2,300", "3,200", "figure"),
    (REPORT, "two of its", "three of its", "figure"),
    (REPORT, "1.4 million", "1.4 billion", "figure"),
    (REPORT, "12 percent", "21 percent", "figure"),
    (REPORT, "rose by", "fell by", "direction"),
    (REPORT, "had accepted", "had rejected", "act"),
    (REPORT, "was asked", "was not asked", "denial"),
    (REPORT, "92 metres", "92 miles", "figure"),
    (REPORT, "five miles", "five kilometres", "figure"),
    (REPORT, "40 million kroner", "40 million dollars", "figure"),
    (MINE, "six days", "nine days", "figure"),
    (MINE, "fallen", "risen", "direction"),
    (FERRY, "ran aground on Tuesday", "did not run aground on Tuesday", "denial"),
)

FALLING = "“We heard a sound like a falling tree, and then it was very quiet for a long time,”"
FURNACE = "“A furnace that goes out in winter is never lit again,”"

MISQUOTED = (
    (FERRY, "falling tree", "falling wall"),
    (FERRY, "very quiet", "very dark"),
    (STRIKE, "colder than", "warmer than"),
)
WORDINGS = (
    (FERRY, FALLING, FALLING[1:-1].replace("We", "They")),  # the same words, reported
    (FERRY, "for a long time,” the cook", "until the morning,” the cook"),
)

SPEAKERS = (
    (FERRY, "the cook Mele Fonua", "the cook Sela Vaipulu"),
    (STRIKE, "manager Olga Lindgren", "manager Nils Ekberg"),
    (STRIKE, "said Hanna Viklund, a widow,", "said Britta Sandin, a widow,"),
)

ATTRIBUTIONS = (
    (FERRY, "the cook Mele Fonua told reporters", "Mele Fonua, the cook, said"),
    (STRIKE, "manager Olga Lindgren answered", "said manager Olga Lindgren"),
    (STRIKE, "manager Olga Lindgren answered", "manager Olga Lindgren wrote in a letter"),
    (STRIKE, "told the men to", "urged the men to"),
    (STRIKE, "said Hanna Viklund, a widow, at the gate", "Hanna Viklund, a widow, cried at the gate"),
)

REWORDINGS = (
    (FERRY, "ran aground on Tuesday near", "struck bottom on Tuesday close to"),
    (FERRY, "143 passengers on board", "143 people aboard"),
    (STRIKE, "“keep the furnaces cold until the wages are paid”", "keep the furnaces cold until the wages are paid"),
    (STRIKE, FURNACE, FURNACE[1:-1]),
    (FERRY, "on Tuesday", "on September 14"),
    (FERRY, "built in 1987 in a yard", "constructed in a yard in 1987"),
    (MINE, "six days after", "on the sixth day after"),
    (MINE, "closed in 1982, when", "shut down in 1982, once"),
    (MINE, "4,500 dollars", "$4,500"),
    (MINE, "Engineer Grace Nakato drilled a hole", "A hole was drilled by engineer Grace Nakato,"),
    (ELECTION, "with 61.3 percent", "by 61.3 per cent"),
    (ELECTION, "Mayor Ruth Amstutz", "The mayor, Ruth Amstutz,"),
    (ELECTION, "spent 18 million francs", "paid out some 18 million francs"),
    (ELECTION, "until now", "so far"),
    (REPORT, "2,300 workers", "2300 employees"),
    (REPORT, "1.4 million", "1,400,000"),
    (REPORT, "12 percent", "twelve per cent"),
    (REPORT, "92 metres", "92 m"),
    (REPORT, "92 metres", "302 feet"),
    (REPORT, "five miles", "eight kilometres"),
    (REPORT, "40 million kroner", "forty million kroner"),
    (REPORT, "3,100 tonnes", "about 3,000 tonnes"),
    (REPORT, "told its 2,300 workers on Tuesday", "told its 2,300 workers this week"),
    (
        REPORT,
        "last year, and its exports to Egypt rose by 12 percent",
        "last year; exports to Egypt were up by 12 percent",
    ),
    (REPORT, "said that the union had accepted the plan", "said the plan had been accepted by the union"),
    (MINE, "29 miners", "twenty-nine miners"),
    (MINE, "310 metres", "some 300 metres"),
    (FERRY, "2.6 million dollars", "$2.6m"),
)


@pytest.mark.parametrize(("text", "old", "new", "kind"), CHANGES, ids=[f"{c[1]} - {c[2]}" for c in CHANGES])
def test_one_changed_fact_gives_one_card_of_its_kind(text: str, old: str, new: str, kind: str) -> None:
    found = linked((text, DAY), (text.replace(old, new), DAY)).differences
    assert [(d.verdict, d.kind) for d in found] == [("conflict", kind)]


@pytest.mark.parametrize(("text", "old", "new"), MISQUOTED, ids=[f"{m[1]} - {m[2]}" for m in MISQUOTED])
def test_another_thing_or_the_opposite_in_a_quotation_is_a_conflict(text: str, old: str, new: str) -> None:
    assert old in text
    found = linked((text, DAY), (text.replace(old, new), DAY)).differences
    assert [(d.verdict, d.kind) for d in found] == [("conflict", "quotation")]


@pytest.mark.parametrize(("text", "old", "new"), WORDINGS, ids=[f"{w[1]} - {w[2]}" for w in WORDINGS])
def test_other_words_in_a_quotation_give_one_card(text: str, old: str, new: str) -> None:
    assert old in text
    found = linked((text, DAY), (text.replace(old, new), DAY)).differences
    assert [(d.verdict, d.kind) for d in found] == [("wording", "quotation")]


@pytest.mark.parametrize(("text", "old", "new"), SPEAKERS, ids=[f"{s[1]} - {s[2]}" for s in SPEAKERS])
def test_another_speaker_of_the_same_words_gives_one_card(text: str, old: str, new: str) -> None:
    assert old in text
    found = linked((text, DAY), (text.replace(old, new), DAY)).differences
    assert [(d.verdict, d.kind) for d in found] == [("conflict", "name")]


@pytest.mark.parametrize(("text", "old", "new"), ATTRIBUTIONS, ids=[f"{a[1]} - {a[2]}" for a in ATTRIBUTIONS])
def test_another_attribution_of_the_same_words_gives_no_card(text: str, old: str, new: str) -> None:
    assert old in text
    assert linked((text, DAY), (text.replace(old, new), DAY)).differences == ()


@pytest.mark.parametrize(("text", "old", "new"), REWORDINGS, ids=[f"{r[1]} - {r[2]}" for r in REWORDINGS])
def test_other_words_for_the_same_facts_give_no_card(text: str, old: str, new: str) -> None:
    assert old in text
    assert linked((text, DAY), (text.replace(old, new), DAY)).differences == ()


@pytest.mark.parametrize("text", [FERRY, MINE, ELECTION, STRIKE], ids=["ferry", "mine", "election", "strike"])
def test_a_copy_differs_in_nothing(text: str) -> None:
    assert linked((text, DAY), (text, DAY)).differences == ()


ORDERS = ((FERRY, "143", "134"), *MISQUOTED, *WORDINGS, *SPEAKERS)


@pytest.mark.parametrize(("text", "old", "new"), ORDERS, ids=[f"{o[1]} - {o[2]}" for o in ORDERS])
def test_the_order_of_the_articles_does_not_change_what_a_card_is_called(text: str, old: str, new: str) -> None:
    changed = text.replace(old, new)
    there = linked((text, DAY), (changed, DAY)).differences
    back = linked((changed, DAY), (text, DAY)).differences
    assert [d.id for d in there] == [d.id for d in back]


CITED = "“We turned the ferry back as soon as we {},” said its captain, Tessa Brandvold, in Port Renn on Monday."


@pytest.mark.parametrize(
    ("one", "other", "cards"),
    [
        ("knew", "could", ["What exactly did Tessa Brandvold say, as we could or as we knew?"]),
        ("might", "could", []),  # neither tells anything else
        (
            "knew about the fire",
            "knew about the leak",
            ["What exactly did Tessa Brandvold say, about the fire or about the leak?"],
        ),
    ],
)
def test_another_word_at_the_end_of_a_long_cited_sentence_gives_a_card(one: str, other: str, cards: list[str]) -> None:
    found = linked((CITED.format(one), DAY), (CITED.format(other), DAY)).differences
    assert [d.question for d in found if d.verdict == "conflict"] == cards
