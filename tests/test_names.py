"""Names are found with their kind and titles, verbatim and without overlap, and nowhere else."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import Case, article, cases

from generator.extract.names import find_names
from generator.lexicons import table
from generator.link.entities.build import PAGE_ALONE, PAGE_REPEATED
from generator.model import Findings, Name

KINDS = ("person", "organisation", "place", "event", "agreement", "work", "product")
SPECIFICATION = cases(Path(__file__).parent / "cases" / "names.md")


def names(text: str) -> tuple[Name, ...]:
    return find_names(Findings(article(text))).names


def sort(name: Name) -> str:
    return "demonym" if name.form == "demonym" else name.kind


@pytest.mark.parametrize("case", SPECIFICATION, ids=lambda c: c.title)
def test_specification(case: Case) -> None:
    found = names(case.text)
    expected = [(m.kind, m.text) for m in case.of("demonym", *KINDS)]
    assert [(sort(n), n.text) for n in found] == expected, case.where
    told = {m.text: m for m in case.of("demonym", *KINDS)}
    for name in found:
        mark = told[name.text]
        if mark.value:
            assert name.norm == mark.value, case.where
        if "rule" in mark.more:
            assert name.rule == mark.more["rule"], case.where
    titles = [m.text for m in case.of("title")]
    if titles:
        assert [t.text for n in found for t in n.titles] == titles, case.where


GOLD = tuple(case for path in sorted((Path(__file__).parent / "gold").glob("names-*.md")) for case in cases(path))

# Shares of what was measured, a little below it: precision and recall on the texts that the rules were tuned with
# (.95, .96) and on those kept aside (names-10: .90, .83). A floor may rise; it never falls silently.
FLOORS = {"dev": (0.94, 0.94), "kept aside": (0.88, 0.81)}
PAGE_FLOOR = 0.95
COUNTED = ("person", "organisation", "place")


def right(case: Case) -> tuple[set[tuple[int, int, str]], dict[tuple[int, int, str], Name]]:
    gold = {(m.start, m.end, m.kind) for m in case.of(*COUNTED)}
    found = {
        (n.span.start, n.span.end, n.kind): n for n in names(case.text) if n.kind in COUNTED and n.form != "demonym"
    }
    return gold, found


@pytest.mark.parametrize("part", FLOORS)
def test_quality_on_texts_of_our_own(part: str) -> None:
    pairs = [right(c) for c in GOLD if c.where.startswith("names-10") == (part == "kept aside")]
    hits = sum(len(gold & found.keys()) for gold, found in pairs)
    precision = hits / sum(len(found) for _, found in pairs)
    recall = hits / sum(len(gold) for gold, _ in pairs)
    assert precision >= FLOORS[part][0]
    assert recall >= FLOORS[part][1]


def test_what_may_get_a_page_is_right() -> None:
    paged = [at in gold for gold, found in map(right, GOLD) for at, n in found.items() if n.support >= PAGE_ALONE]
    assert sum(paged) / len(paged) >= PAGE_FLOOR


WORDS = st.sampled_from(
    [
        "Paris",
        "Hilton",
        "Ministry",
        "of",
        "and",
        "the",
        "Dr",
        ".",
        ",",
        "(",
        ")",
        "’s",
        "\n\n",
        "Sino-Thai",
        "U.S.",
        "“",
        "x",
        "de",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=40))
def test_names_are_verbatim_ordered_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = names(text)
    for name in found:
        assert name.text == text[name.span.start : name.span.end]
        assert 0 <= name.support <= 1
        assert name.norm
        assert name.because
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["A", "Aa ", "1", "'", ",", "Bank of ", "Xu-", "U.", "the ", "Dr ", "(AB) ", "Aa, ", "Dr. Aa, "]
)
def test_hostile_text_takes_no_longer_than_it_is_long(piece: str) -> None:
    names(piece * (20_000 // len(piece)))


def test_a_page_asks_for_more_than_a_guess() -> None:
    weak = [n for n in names("They met Quorva there.") if n.support >= PAGE_ALONE]
    assert not weak


def test_an_acronym_that_nothing_explains_stays_a_guess_however_often_it_stands() -> None:
    often = names("He won by a TKOD in Lima. The next TKOD came in Quito. No TKOD was closer.")
    assert max(n.support for n in often if n.text == "TKOD") < PAGE_REPEATED
    used = names("He told TKOD customers. The TKOD users left.")
    assert max(n.support for n in used if n.text == "TKOD") < PAGE_REPEATED
    told = names("He joined the TKOD in Lima. A spokesman for the TKOD left. The agency TKOD reported it.")
    assert max(n.support for n in told if n.text == "TKOD") > PAGE_REPEATED


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Diane Crawford Smith", "Police charged Quorra Diane Crawford Smith in Lima."),  # the name begins earlier
        ("Motion", "He works at Research In Motion."),
        ("Emirates", "The shock was felt in the Northern Emirates."),
        ("NYSE", "The share (NYSE: QVX) fell."),  # only where it is traded
        ("Cool Design", "The firm showed Cool Design in Lima."),  # what else ends in Design is no body
        ("Lima", "Ivo Marsh Wins Prize For Lima"),  # a headline's capitals say nothing
    ],
)
def test_what_is_cut_or_told_by_capitals_alone_gets_no_page_however_often_it_stands(name: str, text: str) -> None:
    assert all(n.support < PAGE_REPEATED for n in names(text) if n.text == name)


@pytest.mark.parametrize(
    ("name", "alone", "shown"),
    [
        ("Oscar Mayer", "They ate Oscar Mayer bacon.", "Oscar Mayer, a retired watchmaker, came."),
        ("Rosa Lindqvist", "They saw Rosa Lindqvist.", "They saw Bo Reed and Rosa Lindqvist."),
        ("Ivo Marsh", "It went to Ivo Marsh.", "The old boss, Ivo Marsh, left."),
        ("Toledo", "The Toledo game was long.", "They met in Toledo."),
    ],
)
def test_a_name_told_once_is_sure_where_more_than_a_list_shows_its_kind(name: str, alone: str, shown: str) -> None:
    (once,) = (n.support for n in names(alone) if n.text == name)
    (more,) = (n.support for n in names(shown) if n.text == name)
    assert PAGE_REPEATED <= once < PAGE_ALONE <= more


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Civil Rights leader", "He praised Civil Rights leader Ann Lee."),
        ("Ohio State president", "Ohio State president Ann Lee left the room."),
        ("Public Safety Director", "The house is empty, said Public Safety Director Ann Lee."),
        ("former basketball coach", "It was a gift from former basketball coach Ann Lee."),
        ("former U.S. Supreme Court Chief Justice", "They met former U.S. Supreme Court Chief Justice Ann Lee."),
        ("acting FBI director", "It was signed by acting FBI director Ann Lee."),
        (
            "former Kelmar investor",
            "It went to former Kelmar investor and adviser Ann Lee.",
        ),  # or an adviser still
        ("general manager of Kelmar Services", "Ann Lee, general manager of Kelmar Services in a note, said no."),
        ("guard", "Ann Lee, a guard injured in May, said no."),
        ("guard for Temple", "Ann Lee is late. Ann Lee, a guard for Temple and he, said no."),
        ("first deputy", "They chose Ann Lee, the first deputy whom the board named in May."),
        ("ministry's secretary-general", "Ann Lee, the ministry's secretary-general, left."),
        ("chair of the city's water board", "The chair of the city's water board, Ann Lee, left."),
        ("mayoral candidate of the Reed Party", "Ann Lee, mayoral candidate of the Reed Party, left."),
        ("bus driver", "Ann Lee, a bus driver until she left, said no."),
        ("producer", 'Ann Lee, a producer on KLM\'s "Long Night," left.'),
        ("", "With Ann Lee, told the mayor, it ends."),
        ("", "The plan of Ann Lee, who head the two agencies, failed."),
    ],
)
def test_a_title_is_told_whole_and_alone(title: str, text: str) -> None:
    assert [t.text for n in names(text) for t in n.titles] == [title] * bool(title)


def test_letters_before_somebody_are_a_role_and_no_part_of_the_name() -> None:
    (found,) = (n for n in names("They let their WR Ann Lee, 29, go.") if n.kind == "person")
    assert found.support >= PAGE_ALONE


def test_two_titles_are_parted_between_them_and_not_inside_the_body_of_the_first() -> None:
    told = names("Ann Lee, a former director of the Fish and Wildlife Service and a vice president of Kelmar, said no.")
    assert [t.text for t in told[0].titles] == [
        "former director of the Fish and Wildlife Service",
        "vice president of Kelmar",
    ]


@pytest.mark.parametrize("word", ["Enter", "Fired", "ADA"])
def test_no_verb_and_no_acronym_is_the_given_name_of_a_relative(word: str) -> None:
    found = [n.text for n in names(f"Ms. Dunne climbed the steps of the lighthouse. {word} Dunne in the second act.")]
    assert f"{word} Dunne" not in found


def test_a_known_acronym_is_the_same_body_with_full_stops() -> None:
    keys = {names(f"Agents of the {form} came.")[0].key for form in ("NASA", "N.A.S.A.", "N. A. S. A.")}
    assert keys == {"org:National Aeronautics and Space Administration"}


PEOPLE = ("Ann Lee", "Bo Reed", "Kofi Mensah", "Lin Wei", "Rosa Lindqvist", "Tariq Aziz Khan")
OFFICES = ("President", "Prime Minister", "State's Attorney", "Dr", "Sen.", "chief executive of Camford Analytics")
BETWEEN = (
    " and ",
    ", ",
    ", the president of Ghana, ",
    " told ",
    ", adviser to ",
    ", who met ",
    " (left), ",
    ", deputy to ",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(OFFICES), st.sampled_from(PEOPLE), st.sampled_from(BETWEEN)), min_size=2, max_size=5
    )
)
def test_no_title_holds_somebody_else(parts: list[tuple[str, str, str]]) -> None:
    found = names("Yesterday " + "".join(f"{o} {p}{b}" for o, p, b in parts) + "they left the town of Orre.")
    people = [n for n in found if n.kind == "person"]
    assert people
    held = [
        (t.text, n.text)
        for m in people
        for t in m.titles
        for n in people
        if t.span.start < n.span.end and n.span.start < t.span.end
    ]
    assert not held


@pytest.mark.parametrize(
    "town",
    ["Erdenet", "Nuku'alofa", "Nukualofa", "Apia", "Lautoka", "Karakol", "Khujand", "Mindelo", "Moundou", "Abeche"],
)
def test_towns_are_known_from_everywhere(town: str) -> None:
    (found,) = names(f"They met near {town} on Monday.")
    assert (found.text, found.kind) == (town, "place")


def test_no_country_has_few_towns_but_for_the_smallest() -> None:
    towns = Counter(row[1].partition("-")[0] for row in table("names-places"))
    assert sum(count >= 5 for count in towns.values()) > 180
    assert max(towns.values()) < 0.15 * towns.total()


@pytest.mark.parametrize("file", ["names-places", "names-given", "names-family"])
def test_what_is_drawn_from_a_package_says_so_and_repeats_nothing(file: str) -> None:
    path = files("generator.lexicons").joinpath(f"{file}.txt")
    own, source, drawn = path.read_text(encoding="utf-8").partition("# Drawn from ")
    assert source
    assert "MIT" in drawn.partition("\n")[0]
    first = {line.split("\t")[0] for line in own.splitlines()}
    assert not first & {line.split("\t")[0] for line in drawn.splitlines()[1:]}


@pytest.mark.parametrize(
    "text",
    [
        "The agency sent its Jade Hare rover. The Jade Hare rover landed on Monday.",
        "Go to Sound > Themes > Select Theme. There is a new option in Sound > Themes now.",
        "PrintPrint\n\nThey came back on Monday to see it.\n\nPrintPrint",
    ],
    ids=["a rover with a given name", "a path of menus", "a button"],
)
def test_what_stands_twice_without_being_a_name_gets_no_page(text: str) -> None:
    assert [n.text for n in names(text) if n.support >= PAGE_REPEATED] == []


@pytest.mark.parametrize("line", ["Irish Kite Magazine", "By Asunción Ugarte"])
def test_a_place_in_the_name_of_author_or_publisher_isnt_mentioned(line: str) -> None:
    story = "The kite of the town came down in the harbour on Sunday, and three children rowed out to bring it home."
    masthead = f"{line}\n\nKite falls into harbour" if "Kite" in line else f"Kite falls into harbour\n\n{line}"
    assert not [n.text for n in names(f"{masthead}\n\n{story}") if n.kind == "place"]
    told = names(f"Kite falls into harbour\n\nIrish people wept in Asunción. {story}")
    assert [n.text for n in told if n.kind == "place"] == ["Irish", "Asunción"]


@pytest.mark.parametrize(
    "text",
    [
        "He wrote “The Long Night: High Times and Low Deeds Backstage at the Orrin Opera” last year.",
        "The group published “Advancing Rural Rights and Health in a New Age” on Monday.",
        "They met at the Quilstar Center on Monday.",
        "It stands in its Security Bulletin of Monday.",
        "Solid State Drives (SSD) are sold here.",
        "A judge signed the Parking Order (PO) on Friday.",
        "The DAs Office said no.",
        "Officers used Field Blood Chemistry in it. The Field Blood Chemistry team came.",
    ],
)
def test_a_title_of_a_work_a_hall_a_paper_and_a_term_are_no_sure_body(text: str) -> None:
    assert not [n.text for n in names(text) if n.kind == "organisation" and n.support >= PAGE_REPEATED]


def test_a_name_between_two_quotations_is_sure() -> None:
    found = {n.text: n.support for n in names("“It is over,” said the Kelmar Ministry of Trade. “Go,” it said.")}
    assert found["Kelmar Ministry of Trade"] >= PAGE_ALONE


CALLED = {
    "A spokesman for Norvik Tugs, Rik Osteby, said the firm was at fault.": "Rik Osteby",
    "A neighbour, Zdeno Brk, said that the river had risen.": "Zdeno Brk",
    "A farmer from the village, Tom Osteby, said that the river had risen.": "Tom Osteby",
    "An employee of a nearby business, Relak Fruit Products, said that the river had risen.": "",
}


@pytest.mark.parametrize(("text", "who"), CALLED.items(), ids=CALLED)
def test_who_is_called_something_in_front_of_a_comma_and_speaks_is_somebody(text: str, who: str) -> None:
    sure = [n.text for n in names(f"It rained on Monday. {text}") if n.kind == "person" and n.support >= PAGE_ALONE]
    assert sure == [who][: len(who)]


def test_a_family_name_may_end_as_words_for_doers_do() -> None:
    found = names("It rained on Monday. Lindqvist, the mayor, said the bridge would stay shut.")
    assert [(n.text, n.kind) for n in found] == [("Lindqvist", "person")]
