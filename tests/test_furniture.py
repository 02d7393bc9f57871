"""What a page says of itself inside a line, and what many pages of one site say."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import Case, article, cases, house, source
from test_clean import check_partition

from generator.clean import laid_out
from generator.lexicons import known_patterns, patterns, table

if TYPE_CHECKING:
    from generator.model import Article

HERE = Path(__file__).parent
LITERAL = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")  # \+, [+*]
ENDLESS = re.compile(r"[*+]|\{\d+,\}")
CASES = cases(HERE / "cases" / "clean-furniture.md")
HEADLINE = "Something happened on the coast\n\n"
LEAD = HEADLINE + "The coast of the northern island was closed on Sunday after a storm, its mayor told us at night.\n"


@pytest.mark.parametrize("row", table("patterns"), ids=lambda row: row[2])
def test_a_row_of_patterns_is_found_in_the_examples_beside_it(row: tuple[str, ...]) -> None:
    name, _, examples = row
    source = patterns((row,), known_patterns())[name]
    either = re.compile(source, re.VERBOSE), re.compile(source, re.VERBOSE | re.IGNORECASE)
    assert [e for e in examples.split("; ") if not any(p.search(e) for p in either)] == []


@pytest.mark.parametrize(
    ("of", "column"), [("patterns", 1), ("pubdate", 1), ("dates-fragments", 1), ("dates-rules", 3)]
)
def test_every_repetition_in_the_tables_of_patterns_is_bounded(of: str, column: int) -> None:
    for row in table(of):
        bare = LITERAL.sub("", row[column])
        assert not ENDLESS.search(bare), row[0]


def test_a_line_that_tells_what_is_on_the_left_of_a_picture_is_a_caption() -> None:
    blocks = article(
        f"{HEADLINE}{LEAD}\n\nFrom left: Ana Ruiz and Ida Holm on the quay\n\nThe storm lasted for two days."
    ).blocks
    assert [b.kind for b in blocks if b.rule == "caption opening"] == ["caption"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_case(case: Case) -> None:
    made = article(HEADLINE + case.text)
    check_partition(made)
    found = [
        (made.text[b.span.start : b.span.end], b.kind, b.rule.split(":")[0] if b.kind == "removed" else "")
        for b in made.blocks
        if b.kind in ("removed", "caption")
    ]
    assert found == [(m.text, m.kind, m.value) for m in case.marks], case.where


GLUED = [m.text for case in CASES for m in case.of("removed")]
STORY = [
    "The ferry to the northern island was cancelled on Monday.",
    "Three hundred passengers slept in the hall, the harbour master said.",
    "Nobody was hurt.",
]


@given(st.lists(st.sampled_from(GLUED) | st.sampled_from(STORY) | st.text(max_size=20), max_size=12))
def test_whatever_is_glued_together_is_a_partition(parts: list[str]) -> None:
    check_partition(article(HEADLINE + " ".join(parts)))


@given(st.lists(st.sampled_from(GLUED) | st.sampled_from(STORY), max_size=8))
def test_what_is_shown_of_a_line_is_cleaned_already(parts: list[str]) -> None:
    once = article(LEAD + " ".join(parts))
    shown = [once.text[b.span.start : b.span.end] for b in once.blocks if b.kind in ("paragraph", "item")]
    again = article(HEADLINE + "\n".join(shown))
    assert [again.text[b.span.start : b.span.end] for b in again.blocks if b.kind in ("paragraph", "item")] == shown


WIDGETS = [w for w in (HERE / "gold" / "furniture.txt").read_text(encoding="utf-8").splitlines() if w[:1] != "#"]
MILL = [
    "The mill by the river in Orre was closed on Friday after the wall behind it broke.",
    "The owner said nobody was hurt, but the road to Lund will stay shut for at least a week.",
    "Engineers from the county looked at the bridge on Saturday and found four cracks in its piers.",
]
MOST_LEFT = 0.04
"""Share of the usual phrases that still stand in the story; nothing tells where a headline behind *Related:* ends."""


def test_the_usual_phrases_of_pages_are_cut_and_the_story_stays() -> None:
    one, two, three = MILL
    left = []
    for widget in WIDGETS:
        for body in (
            f"{one}\n\n{widget}\n\n{two}\n\n{three}",
            f"{one} {widget} {two}\n\n{three}",
            f"{one} {two} {widget}\n\n{three}",
            f"{one}\n\n{two}\n\n{three}\n\n{widget}",
        ):
            made = article(f"Mill closed at Orre\n\n{body}\n")
            shown = " ".join(
                made.text[b.span.start : b.span.end] for b in made.blocks if b.kind not in ("removed", "title")
            )
            assert all(sentence in " ".join(shown.split()) for sentence in MILL), body
            told = (made.cite(b.span).text for b in made.blocks if b.kind in ("paragraph", "item", "heading"))
            left += [widget] if any(t.strip() not in body.replace(widget, "") for t in told) else []
    assert len(left) <= MOST_LEFT * 4 * len(WIDGETS), sorted(set(left))


NURSES = [
    "Nurses in Lima walked out of four hospitals on Tuesday over pay that has not risen in six years.",
    "Rosa Quispe, who leads the union, said the strike would last until Friday night.",
    "Peru spends a twentieth of its budget on health, less than most of its neighbours do.",
    "In Cusco the doctors joined them after a vote on Sunday.",
]


def test_a_phrase_before_a_name_takes_no_sentence_of_the_story_with_it() -> None:
    lost = []
    for widget in (w for w in WIDGETS if "?" not in w):
        for at in (1, 2, 3):
            made = article(f"Nurses strike\n\n{' '.join((*NURSES[:at], widget, *NURSES[at:]))}\n")
            told = (made.cite(b.span).text for b in made.blocks if b.kind not in ("removed", "title"))
            shown = " ".join(" ".join(told).split())
            lost += [(widget, s) for s in NURSES if s not in shown]
    assert lost == []


GOLD = [
    p
    for kind in ("dates", "entities", "events", "figures", "names", "quotes", "terms")
    for p in (HERE / "gold").glob(f"{kind}-*.md")
]


def test_no_part_of_a_line_is_cut_from_our_own_texts() -> None:
    cut = []
    for made in (article(case.text) for path in sorted(GOLD) for case in cases(path)):
        spans = [b.span for b in made.blocks if b.kind == "removed"]
        cut += [made.cite(s).text for s in spans if made.text[: s.start].rpartition("\n")[2].strip(" \t#>*•-–—")]
    assert cut == []


@pytest.mark.parametrize(
    "piece",
    [
        "Share ",
        "Sign Up ",
        "Invalid Email ",
        "Read more ",
        "1 of 2 ",
        "Get a ",
        "× ",
        "The A The B. ",
        "Photos: ",
        "Story continues Skip advertisement ",
    ],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    text = HEADLINE + piece * (50_000 // len(piece))
    started = process_time()
    check_partition(article(text))
    assert process_time() - started < 5  # 1 s for the slowest when this was written


TEASERS = """Latest news
District Attorney Rosa Vidal announced today that Emil Novak has been charged with murder over the death of a neighbour.
Clerks and nurses are needed in our Lindau office, where we serve all people with respect on every day of the year.
"""
LEADS = {
    "Driver charged in crash": "A driver was charged on Friday over a crash that killed two men, prosecutors said.",
    "Treasurer sentenced for theft": "A club's treasurer was sentenced on Thursday for taking $40,000, it said.",
    "Two honoured for service": "Two clerks were honoured on Sunday at a lunch in the old town hall, the office said.",
}


def releases(told: dict[str, str], below: str, publisher: str = "County Prosecutor") -> tuple[Article, ...]:
    return house(*(f"{title}\n\n{lead}\n{below}" for title, lead in told.items()), publisher=publisher)


def removed_by(rule: str, made: Article) -> list[str]:
    blocks = [b for b in made.blocks if b.kind == "removed" and b.rule.startswith(f"{rule}:")]
    return [made.text[b.span.start : b.span.end] for b in blocks]


def test_what_stands_under_three_releases_of_one_house_goes_with_its_rule() -> None:
    for one in releases(LEADS, TEASERS):
        check_partition(one)
        assert [*removed_by("links", one), *removed_by("repeated", one)] == TEASERS.splitlines()


def nothing_goes(made: tuple[Article, ...]) -> bool:
    return not any(removed_by("repeated", one) for one in made)


def test_two_releases_are_no_custom() -> None:
    assert nothing_goes(releases(dict(list(LEADS.items())[:2]), TEASERS))


def test_releases_of_several_houses_have_no_layout_in_common() -> None:
    texts = [source(f"{t}\n\n{lead}\n{TEASERS}", f"seeds/{t}.txt", publisher=f"The {t}") for t, lead in LEADS.items()]
    assert laid_out(texts) == tuple(texts)


STRIKE = {
    "Dockers walk out in Lagos": "Dockers in Lagos walked out on Monday after talks with Amara Shipping failed.",
    "Amara Shipping offers more": "The owners, Amara Shipping, offered the men four per cent more on Tuesday.",
    "Court in Lagos hears owners": "A judge heard Amara Shipping for three hours and will rule in Lagos.",
}
BACKGROUND = "The men have had no rise since Amara Shipping bought the port of Lagos in 2019, their union says.\n"


def test_the_background_of_a_story_stays_however_often_one_house_tells_it() -> None:
    assert nothing_goes(releases(STRIKE, BACKGROUND))


def test_a_report_that_was_sent_three_times_stays() -> None:
    lead = LEADS["Driver charged in crash"]
    more = "Both men, a baker and his son, lived in the street where the car came to a stand.\n"
    assert nothing_goes(releases({f"Driver charged in crash {word}": lead for word in ("again", "now", "here")}, more))


def test_a_wire_under_three_headlines_stays_where_nobody_says_whose_it_is() -> None:
    body = "\n".join(STRIKE.values()) + "\n" + BACKGROUND
    assert nothing_goes(house(*(f"{title}\n\n{body}" for title in LEADS)))
