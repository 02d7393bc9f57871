"""The briefing itself: what is chosen, how it is arranged, and that a line on a disputed fact says so."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from everywhere import everywhere
from marked import article, cases
from test_differences import linked

from generator.extract import extract
from generator.link import link
from generator.model import Corrections
from generator.render import render
from generator.render.disputes import sentences_of
from generator.render.home.centre import Centre
from generator.render.home.focus import is_background
from generator.render.home.happenings import happened
from generator.render.home.lead import focus
from generator.render.home.lines import Line, sentence_line
from generator.render.home.numbers import Number, latest
from generator.render.home.sides import person
from generator.render.home.telling import adds_little, in_order
from generator.render.home.weights import Weights, quotas_for
from generator.render.lookup import Lookup

if TYPE_CHECKING:
    from generator.model import Briefing

HERE = Path(__file__).parent
TEMPLATES = (HERE.parent / "templates",)
CITATION = re.compile(r"\]\((?:\.\./)*articles/(?P<article>[^)#\s]+)\.md#s(?P<number>\d+)")
MARK = re.compile(
    r"""
      <span\ class="badge\ disputed">\[[^\]]+\]\([^)\s]*(?:differences\.md\#d-|timeline\.md\#e-)   # leads to the card
    | <span\ class="badge\ disputed">disputed</    # a reading of the card
    """,
    re.VERBOSE,
)
FIGURE = re.compile(r"<mark>([^<]*)</mark>")
MARKED_PAGES = re.compile(r"index\.md|timeline\.md|quotes\.md|figures\.md")


def pages(briefing: Briefing, day: str = "") -> dict[str, str]:
    made = render(briefing, TEMPLATES, "Test", day)
    return {p.path: p.content.decode() for p in made if p.path.endswith(".md")}


def home(*texts: tuple[str, str | None], day: str = "") -> str:
    return shown(pages(linked(*texts), day)["index.md"])


def shown(page: str) -> str:
    """Return what a reader sees of a page, without addresses and elements."""
    links = re.sub(r'\]\([^)"]*(?:"[^"]*")?\)', "]", page)
    return re.sub(r"<[^>]*>", "", links).replace("[", "").replace("]", "").replace("&#32;", " ")


def section(page: str, title: str) -> str:
    """Return what stands under a heading, up to the next of its level."""
    found = re.search(rf"(?ms)^## {re.escape(title)}[^\n]*\n(.*?)(?=^## |\Z)", page)
    assert found, title
    return found[1]


# --- no line rests on a disputed fact without saying so --------------------------------------------


def numbers(text: str) -> list[str]:
    return re.findall(r"\d[\d.,]*\d|\d|[a-z]+", text.lower())


PUT = re.compile(r'<span class="put"[^>]*>.*?</span>')
"""A name in brackets, put in place of a pronoun: its link tells who is meant."""


def unmarked(briefing: Briefing) -> list[str]:
    """Return the lines that cite a sentence of a conflict and carry no mark; who is named there is no matter of it.

    A conflict about the date of a happening is none about the words and figures beside it, and one about words or a
    figure none about the figures that are marked in the sentence besides.
    """
    articles = {a.id: a for a in briefing.articles}
    conflicts = [d for d in briefing.differences if d.verdict == "conflict" and d.kind.row.concerns != "occasion"]
    disputed = {p for d in conflicts for r in d.readings for e in r.evidence for p in sentences_of(e, articles)}
    answers = {p: set[str]() for p in disputed}
    for d in conflicts:
        for p in {p for r in d.readings for e in r.evidence for p in sentences_of(e, articles)}:
            answers[p] |= {w for r in d.readings for w in numbers(r.value)} if d.kind == "figure" else {"anything"}
    found = []
    for path, page in pages(briefing).items():
        if not MARKED_PAGES.fullmatch(path):
            continue
        text = page
        for title in ("Where the sources differ",) if path == "index.md" else ():
            text = text.replace(section(page, title), "") if f"\n## {title} " in page else text
        for line in text.partition("{: #h-evidence")[0].splitlines():
            said = PUT.sub("", line)
            cited = {(m["article"], int(m["number"]) - 1) for m in CITATION.finditer(said)}
            told = set(numbers(" ".join(FIGURE.findall(line))))
            beside = path == "figures.md" and not any(answers[p] & told for p in cited & disputed)
            if cited & disputed and not beside and not MARK.search(line):
                found.append(f"{path}: {line}")
    return found


CONFLICTS = [
    case
    for path in sorted((HERE / "cases").glob("differences*.md"))
    for case in cases(path)
    if "conflict" in case.settings.get("expect", "")
]


@pytest.mark.parametrize("case", CONFLICTS, ids=lambda c: c.title)
def test_a_line_that_cites_a_sentence_of_a_conflict_says_so(case: object) -> None:
    days = [case.settings.get(f"published {letter}") for letter in "ab"]  # type: ignore[attr-defined]
    texts = case.text.split("\n\n---\n\n")  # type: ignore[attr-defined]
    assert unmarked(linked(*zip(texts, days, strict=True))) == []


def test_marks_stand_wherever_text_of_outsiders_can_stand() -> None:
    assert unmarked(everywhere(("One thing", "[Two](x) <b>"))) == []


def test_the_mark_leads_to_the_card_of_the_difference(project: Path) -> None:
    page = (project / "docs" / "index.md").read_text(encoding="utf-8")
    cards = (project / "docs" / "differences.md").read_text(encoding="utf-8")
    anchors = re.findall(r'<span class="badge (?:disputed|wording|scope)">\[[^\]]+\]\(differences\.md#([^)\s]+)', page)
    assert anchors
    assert all(re.search(rf"{{: #{re.escape(anchor)}[ }}]", cards) for anchor in anchors)


# --- the words of one source never stand under the name of another ---------------------------------

PRINTED = re.compile(r'data-at="(?P<article>[^/"]+)/s(?P<number>\d+)')
MORE = re.compile(r"<small>(?:\[)?\+\d+[^<]*</small>")


def misattributed(made: dict[str, str]) -> list[str]:
    """Return the lines whose words aren't those of the sentence that is cited first behind them."""
    found = []
    for path, page in made.items():
        for line in page.splitlines():
            words = PRINTED.search(line)
            cited = CITATION.search(line, words.end()) if words else None
            if words and cited and words.groups() != cited.groups():
                found.append(f"{path}: {line}")
    return found


FOUR = tuple(
    (text, f"2013-05-0{4 + n}")
    for n, text in enumerate(
        (
            "On Friday the flower market burned down. Mayor Ana Reyes came to Tarlac on 3 May 2013.",
            "Mayor Ana Reyes visited the flower market of Tarlac on 3 May 2013. It had burned down.",
            "Its dealers met Mayor Ana Reyes in Tarlac on 3 May 2013. They lost 400 orchids in the fire.",
            "The fire of 3 May 2013 was seen from afar. Mayor Ana Reyes of Tarlac visited the market on 3 May 2013.",
        )
    )
)


def test_the_first_citation_beside_printed_words_holds_them(project: Path) -> None:
    docs = project / "docs"
    built = {n: (docs / n).read_text(encoding="utf-8") for n in ("index.md", "timeline.md", "quotes.md", "figures.md")}
    assert misattributed({**built, **{p.name: p.read_text("utf-8") for p in (docs / "people").glob("*.md")}}) == []
    made = pages(linked(*FOUR))
    printed = (line for page in made.values() for line in page.splitlines() if PRINTED.search(line))
    assert any(len(CITATION.findall(line)) > 1 for line in printed)
    assert misattributed(made) == []
    assert misattributed(pages(linked(*reversed(FOUR)))) == []


SAFE = "“The quay of Vigo is safe for every ship again,” said Mayor Ana Torres."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (f"{SAFE} “We thank the divers.”", "A choir sang.", "2 parts of one utterance:"),
        (
            f"{SAFE} “We thank the divers.”",
            SAFE.replace("again,”", "again. We thank the divers,”"),
            "one utterance, whole and in parts:",
        ),
        (
            f"{SAFE} “We thank the divers for all that they did.”",
            "“We thank the divers for all that they did,” said Mayor Ana Torres.",
            "one utterance, whole and in parts:",
        ),
        (
            f"{SAFE} “We thank the divers.”",
            SAFE.replace("ship", "boat"),
            "2 versions of one utterance, the words that differ marked:",
        ),
        (SAFE, SAFE.replace("ship", "boat"), "2 versions of one utterance, the words that differ marked:"),
    ],
)
def test_a_quotation_of_two_parts_has_no_two_versions(one: str, other: str, told: str) -> None:
    assert told in pages(linked((one, None), (other, None)))["quotes.md"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mayor Ana Torres called the cuts “savage attacks on the poor”.",
            "called the cuts “savage attacks on the poor”",
        ),
        ("According to Mayor Ana Torres, savings are “the only way out of this”.", "the only way out of this"),
    ],
)
def test_a_part_that_is_quoted_stands_behind_what_leads_to_it(text: str, told: str) -> None:
    assert told in shown(pages(linked((text, None)))["quotes.md"]).replace("*", "")


def test_words_of_somebody_who_is_only_she_say_so() -> None:
    held = "Twelve nights in the wooden hut on the frozen northern lake they held out, she says with pride."
    page = shown(pages(linked((f"The lake is cold. {held}", None), (f"{held} The hut is gone.", None)))["quotes.md"])
    assert "“she”, nobody that the program can name: says: Twelve nights in the wooden hut" in page.replace("*", "")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The harbour club owes the banks 41 million dollars.", "41 million"),  # a debt, but no noun says so
        ("The kiosk stands about 25 miles east of Tarlac.", "25 miles"),
        ("Dozens of divers and two cooks met in Tarlac.", "Dozens"),
    ],
)
def test_the_page_of_figures_shows_none_that_tells_not_of_what(text: str, number: str) -> None:
    one = pages(linked((text, None)))["figures.md"]
    assert number not in shown(one).split("No figure was found")[0]
    again = pages(linked((text, None), (text, None)))["figures.md"]
    assert "Given more than once" not in again or number == "Dozens"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The town of 14,000 people lost its mill.", ["14,000"]),
        ("Some 40 of the 288 candidates live in Tesk.", ["40", "288"]),
        ("TESK, June 5 - About 300 guests drank 120 bottles of wine.", ["300", "120"]),
        ("Only 83 percent of voters in Tesk were happy.", ["83 percent"]),
    ],
)
def test_the_page_of_figures_tells_each_in_its_sentence(text: str, marked: list[str]) -> None:
    """A label cut out of it loses where, up to what, of which."""
    page = pages(linked((text, None)))["figures.md"]
    assert re.findall("<mark>([^<]*)</mark>", page) == marked
    assert text.removeprefix("TESK, June 5 - ") in shown(page)
    assert "TESK, June" not in shown(page)


def test_a_sentence_that_two_sources_have_stands_once_on_the_page_of_figures() -> None:
    text = "The mill of Tesk made 900 tonnes of flour in 1911."
    page = pages(linked((f"{text} It is shut.", None), (f"The mill is old. {text}", None)))["figures.md"]
    assert shown(page).count("The mill of Tesk made 900 tonnes") == 1
    assert len(CITATION.findall(page)) == 2


def test_two_measures_of_one_name_have_two_headings() -> None:
    text = "The fire at the Tesk mill killed 14 people. In 1911 a flood at the Tesk mill killed 52 people."
    headings = re.findall("(?m)^### (.*?) {", pages(linked((text, None), (f"It was dark. {text}", None)))["figures.md"])
    assert sorted(h.rpartition(": ")[2] for h in headings) == ["14", "52"]


@pytest.mark.parametrize(
    ("text", "then"),
    [
        (
            "“The quay of Vigo is safe for every ship again,” Mayor Ana Torres wrote on a leaflet four years ago.",
            "four years ago",
        ),
        ("In 2011 Mayor Ana Torres said: “The quay of Vigo is safe for every ship again.”", "2011"),
        ("In 2011 I met Mayor Ana Torres. “The quay of Vigo is safe for every ship again,” Torres told me.", "2011"),
        (
            "Readers sent me what she said on Friday. “The quay of Vigo is safe for every ship again,” she said.",
            "",
        ),
        (
            "She said a storm had hit Vigo last June. “The quay of Vigo is safe for every ship again,” she said.",
            "",
        ),
        ("“The quay of Vigo is safe for every ship again,” said Mayor Ana Torres, who opened it in 2011.", ""),
        (
            "In 2011 the pier burnt down. “The quay of Vigo is safe for every ship again,” Mayor Ana Torres said.",
            "",
        ),
        ("“The quay of Vigo is safe for every ship again,” Mayor Ana Torres said on Friday.", ""),
    ],
)
def test_words_of_another_time_are_marked_and_not_on_the_first_page(text: str, then: str) -> None:
    made = pages(linked((f"Mayor Ana Torres opened the port of Vigo on Friday. {text}", "2025-10-21")))
    assert ("said then: " in made["quotes.md"]) == bool(then)
    assert not then or f"said then: {then}" in made["quotes.md"]
    assert ("safe for every ship" in made["index.md"].partition("## Lines to quote")[2]) != bool(then)


def test_what_two_sources_quote_in_the_same_words_stands_once() -> None:
    page = pages(linked((SAFE, None), (f"A choir sang. {SAFE}", None)))["quotes.md"]
    lines = [line for line in shown(page).splitlines() if "safe for every ship again" in line and line[0] == "-"]
    assert len(lines) == 1
    assert {article for article, _ in CITATION.findall(page)} == {"a0", "a1"}


def test_a_number_of_further_sources_leads_to_where_all_are_named() -> None:
    made = pages(linked(*FOUR))
    for found in MORE.findall(made["index.md"]):
        anchor = re.search(r"\(([^#)]+)#([^)]+)\)", found)
        assert anchor, found
        assert f'"{anchor[2]}"' in made[anchor[1]] or f"#{anchor[2]}" in made[anchor[1]]


# --- how much there is, and how it is arranged ------------------------------------------------------

FIRE = "A fire destroyed the flower market of Tarlac on 3 May 2013. Mayor Ana Reyes visited the firemen of Tarlac."


def test_one_source_is_not_compared_with_anything() -> None:
    page = home((FIRE, "2013-05-05"))
    assert "There is only one source, so nothing can be compared." in page
    assert "What only one source says" not in page
    assert "Other stories" not in page


def test_that_no_contradiction_was_found_is_no_all_clear() -> None:
    page = home(("Mayor Ana Reyes saw nobody.", None), ("Mayor Ana Reyes was cheered by a crowd.", None))
    assert "found to contradict" not in page
    assert "No contradiction was found in the dates, counts, sums and words that" in page
    assert "read the sources for others" in page


def test_what_was_looked_for_and_not_found_is_told_in_one_line() -> None:
    page = home(("Nothing here.", None))
    found = re.findall(r"(?m)^Nothing was found that this page can tell of: (.*); other pages may have some\.$", page)
    asked = "happenings; statements; plans; figures; quotations"
    assert found == [asked]
    assert re.findall(r"(?m)^## (.*?) \{", page) == ["What could not be told", "The sources"]


PLACES = ("Manila", "Iloilo", "Davao", "Cebu", "Baguio", "Zamboanga", "Vigo")
TOLD = (
    "A fire destroyed the flower market of {0} on 3 May {1}. Mayor Ana Reyes said that {2} orchids were lost.",
    "On 3 May {1} a fire destroyed the flower market of {0}. The orchids of {2} dealers burned, Mayor Ana Reyes said.",
)


def test_each_of_many_stories_is_told_in_a_line_beside_that_of_the_page() -> None:
    texts = [
        (told.format(place, 2010 + n, 100 * (n + 1) + k), f"{2010 + n}-05-0{4 + k}")
        for n, place in enumerate(PLACES)
        for k, told in enumerate(TOLD)
    ]
    made = pages(linked(*texts))
    page = made["index.md"]
    assert len(re.findall(r"(?m)^- ", section(made["articles/index.md"], "By story"))) == len(PLACES)
    assert "of Vigo" in first_line(shown(page))  # the newest
    others = shown(section(page, "Other stories"))
    assert [place for place in PLACES if f"the flower market of {place}" in others] == list(PLACES[:-1])
    assert others.count("2 sources") == len(PLACES) - 1
    assert all(place not in shown(page).replace(others, "").partition("## The sources")[0] for place in PLACES[:-1])


def test_copies_of_one_text_weigh_as_one() -> None:
    told = "The court of Davao convicted the banker Luis Prado of fraud on 7 June 2013, after a trial of nine weeks."
    other = "On 9 June 2013 the harbour of Cebu was closed because of the storm."
    again = "The harbour of Cebu was shut on 9 June 2013: a storm had closed it."
    page = home(*((told, "2013-06-10") for _ in range(4)), (other, "2013-06-10"), (again, "2013-06-10"))
    assert "6 sources of 3 independent origins" in page


# --- the occasion: what the page begins with -----------------------------------------------------------

FIRES = tuple(told.format("Cebu", 2013, 100 + n) for n, told in enumerate(TOLD))
TRIAL = "The court of Davao convicted the banker Luis Prado of fraud on 7 June 2013, after a trial of nine weeks."


def test_the_page_begins_with_the_newest_occasion_that_most_sources_tell() -> None:
    page = home((FIRES[0], "2013-05-04"), (FIRES[1], "2013-05-05"), (TRIAL, "2013-06-08"))
    first = first_line(page)
    assert "3 May 2013 — **" in first
    assert "fire" in first


def test_what_is_dated_before_the_occasion_is_folded_under_before() -> None:
    told = f"{FIRES[0]} An earthquake had destroyed the old harbour of Cebu on 9 March 1998."
    page = pages(linked((told, "2013-05-04"), (FIRES[1], "2013-05-05")))["index.md"]
    fold = page[page.index("<summary>Before</summary>") : page.index("</details>")]
    assert "9 March 1998" in shown(fold)


def test_what_a_source_tells_as_the_past_is_not_the_occasion() -> None:
    told = "Engineers of Davao warned that the roof may fall into the street. The station of Davao was opened in 1998."
    page = home((told, "2013-05-04"), (told.replace("warned", "wrote"), "2013-05-05"))
    assert "**The station of Davao was opened" not in page


def test_a_sentence_of_years_before_is_no_line_on_the_occasion() -> None:
    past = "In 1998 the harbour company of Cebu had built the flower market with money from Japan."
    page = home((f"{FIRES[0]} {past}", "2013-05-04"), (f"{FIRES[1]} {past}", "2013-05-05"))
    assert (
        "money from Japan" not in section(page, "What happened").partition("<summary>Before")[0].partition("Before")[0]
    )


RAID = (
    (
        """Masked men take coins from Oruro museum

Three masked men broke into the Mint Museum of Oruro on Tuesday and took 40 silver coins, police said.

Nobody was hurt. The men left in a white van.""",
        "2022-05-04",
    ),
    (
        """Two held over coins of Oruro museum

Police arrested two men on Monday over the theft of 40 coins from the Mint Museum of Oruro, Captain Ana Rojas said.

Neither of the men has spoken, Rojas said.""",
        "2022-05-10",
    ),
    (
        """Five held over coins of Oruro museum, half of them found

Police have arrested five people over the theft of coins from the Mint Museum of Oruro and found some of the coins.

The coins lay in a well, Captain Ana Rojas said on Friday.""",
        "2022-05-13",
    ),
)


def test_the_main_happening_of_each_article_of_the_story_is_told() -> None:
    page = home(*RAID)
    told = (first_line(page), section(page, "What happened"))
    assert all(any(words in x for x in told) for words in ("broke into", "arrested two men", "arrested five people"))


FERRY = (
    """Ferry with 300 aboard runs aground off Tesk

A ferry with 300 people aboard ran aground off the island of Tesk on Monday in thick fog.

All 300 passengers were taken off in boats, and two of them broke a leg. Divers found that the radar of the ferry had
failed in the harbour of Tesk three hours before it ran aground. The ferry was built in a yard of Losap in 1998.

Tesk is an island. Sailors call the strait of Tesk a grave.""",
    """Passengers saved from ferry off Tesk

A ferry that had 300 people aboard ran onto rocks off Tesk in the fog, and boats took all passengers to the shore.

Two passengers broke a leg. Divers found that its radar had failed.

Fishermen off Tesk brought 120 blankets to all passengers of the ferry.""",
)


def test_what_happened_tells_how_many_and_why_and_not_the_news_once_more() -> None:
    told = section(home(*((text, "2023-03-07") for text in FERRY)), "What happened")
    assert "broke a leg" in told
    assert "radar" in told
    assert "onto rocks" not in told
    assert "thick fog" not in told
    assert "call the strait" not in told


def test_a_year_that_only_tells_which_one_makes_no_background() -> None:
    told = "The heirs of Ana Torres sued the makers of {} over the song of the harbour of Vigo."
    for dated, past in (("the 2003 film Orchids", False), ("Orchids in 2003", True)):
        about = focus(Weights(Lookup(linked((told.format(dated), "2021-07-04"))), "", quotas_for(1)))
        assert is_background(next(iter(about.all_passages)), about) is past


UNDATED = (
    (
        """Copper mine shut by strike

Miners of the Kalvik copper mine walked out on Monday over pay, and the mine shut its mill.""",
        None,
    ),
    (
        """Strike at Kalvik copper mine ends

The miners of the Kalvik copper mine ended their strike over pay, their union said.

The strike, which the miners called off on Friday, was the first at the mill.""",
        None,
    ),
    (
        """Kalvik mine strike

The strike over pay at the Kalvik copper mine was watched by many miners.

Norvik declined to answer questions on Tuesday.

Two miners were arrested over a fire at the mill of the Kalvik copper mine on Wednesday night.""",
        None,
    ),
)


def test_where_no_article_has_a_day_what_has_none_is_told() -> None:
    told = section(home(*UNDATED), "What happened")
    assert "Two miners were arrested" in told
    assert "declined to answer" not in told


def test_each_sentence_of_what_somebody_says_is_told_as_said() -> None:
    text = """Judge closes the mill

The mill at Orsk was closed on Tuesday. Its gates are shut.

“Our mill is lost. The owner poisoned the canal. The judge knew that,” Ana Ruiz said. Fish died in the canal."""
    centre = Centre(Lookup(linked((text, "2024-05-09"))), ("a0",))
    said = [p.sentence.text for p in centre.passages if centre.spoken(p)]
    assert [s.split()[0] for s in said] == ["“Our", "The", "The"]


RETOLD = """Fire guts the fish hall of Orsk

A fire gutted the fish hall of Orsk on Sunday and left forty traders without a stall. {}

Crews from three towns pumped water from the canal. Its roof fell in at noon. The mayor, Ana Ruiz, came in the evening.

A school next door was cleared. The last embers were out on Monday. The hall dates from 1911, and had no sprinklers.

Traders asked for tents on the square. The council meets on Thursday. Insurance will cover the walls but not the stock.
"""


def test_the_top_of_another_article_tells_the_news_again() -> None:
    other = RETOLD.format("Nobody was hurt.").replace(
        "A fire gutted the fish hall of Orsk on Sunday and left forty traders without a stall.",
        "The old fish hall in the harbour of Orsk burned down on Sunday, the police said.",
    )
    page = home((RETOLD.format("A smoker of eels had left his oven lit."), "2024-06-10"), (other, "2024-06-10"))
    body = page.partition("## Where the")[0].partition("## The sources")[0]
    assert ("gutted the fish hall" in body) != ("burned down" in body)


def test_a_line_whose_words_the_page_has_used_tells_nothing_but_for_a_new_number_and_a_detail_does() -> None:
    told = "A fire gutted the fish hall of Orsk and left traders without a stall."
    again = "The fish hall of Orsk was gutted by a fire that left its traders without stalls."
    text = f"{told} {again} {again.replace('traders', '43 traders')} Its roof fell in at noon."
    first, *others = Centre(Lookup(linked((text, "2024-06-10"))), ("a0",)).passages
    assert [adds_little(p, first.weights.keys()) for p in others] == [True, False, False]


@pytest.mark.parametrize("label", ["OLA MOEN: ", "J. P. O’HARE: "])
def test_a_turn_of_a_transcript_is_no_line_by_itself(label: str) -> None:
    told = "On the line is Pavel Brandt, chief of the fire brigade of Orsk."
    lookup = Lookup(linked((f"Fire in Orsk. {label}{told}", "2024-06-10"), (f"Fire in Orsk. {told}", "2024-06-10")))
    turn, plain = (Centre(lookup, (a,)).passages[-1] for a in ("a0", "a1"))
    assert sentence_line(turn, lookup) is None
    assert sentence_line(plain, lookup)


def test_nothing_is_told_twice_on_the_page() -> None:
    page = home((FIRES[0], "2013-05-04"), (FIRES[0], "2013-05-05"), (FIRES[1], "2013-05-05"))
    assert page.split("## The sources")[0].count("destroyed the flower market") == 1


def first_line(page: str) -> str:
    return next(line for line in page.splitlines() if line and line[0] not in "-#gtk")


def test_what_somebody_said_will_happen_has_not_happened() -> None:
    page = home(
        (
            """Bell Stolen From Orre Museum

Thieves stole a bell from the museum of Orre on Tuesday, the police of Orre said.

The museum of Orre will reopen on Saturday after the theft of its bell, its director, Ida Rask, told the newspaper.""",
            "2024-05-08",
        ),
        (
            """Museum Of Orre Robbed Of Its Bell

A bell was stolen from the museum of Orre on Tuesday night.

The museum of Orre will reopen on Saturday after the theft of the bell, said Ida Rask.""",
            "2024-05-08",
        ),
        (
            """Two Held Over Bell Of Orre

Two men were arrested on Monday over the theft of the bell from the museum of Orre.

The museum of Orre reopened on Sunday, Ida Rask said.""",
            "2024-05-14",
        ),
    )
    assert "will reopen" not in section(page, "What happened")


QUARRY = "The court of Arica has closed the quarry of Tasqui and told its owner, Brannick, to leave the valley by June."


def test_the_first_line_is_no_party_s_own_words_nor_what_leans_on_a_line_before() -> None:
    party = "Brannick has taken note of the judgment of the court of Arica on the quarry of Tasqui.\n\nIt will obey it."
    blog = "The judges of Arica thereby closed the quarry of Tasqui that Brannick owns.\n\nNobody in the valley wept."
    told = (
        ("Court closes the quarry of Tasqui", QUARRY, "The Arica Post"),
        ("Statement on the judgment of the court on the quarry", party, "Brannick"),
        ("The quarry of Tasqui and the court", blog, "Valley Notes"),
    )
    articles = (
        article(f"{title}\n\n{text}\n", f"seeds/a{n}.txt", publisher=publisher, published="2021-02-03").named(f"a{n}")
        for n, (title, text, publisher) in enumerate(told)
    )
    page = shown(pages(link(tuple(map(extract, articles)), Corrections()))["index.md"])
    assert "The court of Arica has closed the quarry" in first_line(page)


STRAIT = (
    (
        "Ferry strike shuts strait\n\nCrews of the Lomma ferry went on strike over pay and shut the strait.\n",
        "2024-03-04",
    ),
    ("Ferry crews end strike\n\nCrews of the Lomma ferry ended their strike and opened the strait.\n", "2024-03-18"),
    ("Ferry strike ends\n\nThe strike of the Lomma ferry crews has ended, and the strait is open.\n", "2024-03-19"),
)
LOOK_BACK = (
    "What two weeks without a boat were worth\n\nOn Friday a baker of Orsk got his first sack of flour.\n\n{0}\n"
)
SACKED = "Lomma ferry captain sacked\n\nThe captain of the Lomma ferry was sacked on Friday over the strike.\n\n{0}\n"


@pytest.mark.parametrize(
    ("newest", "first"),
    [(LOOK_BACK, r"strike[^.]*\bended|ended their strike"), (SACKED, "captain of the Lomma ferry was sacked")],
    ids=["a look back under a title of its own", "news that its title tells"],
)
def test_the_newest_article_is_the_first_line_only_if_its_title_tells_the_same(newest: str, first: str) -> None:
    end = "The Lomma ferry crews had been on strike, and the strait was shut."
    assert re.search(first, first_line(home(*STRAIT, (newest.format(end), "2024-03-29"))))


RULED = (
    "Orsk court halts sale of Lomma ferries\n\nA court in Orsk halted the sale of the Lomma ferries on Thursday.\n",
    "2024-03-29",
)
BEHIND = {
    "an opinion": "Who will speak for the islands\n\nI have crossed the strait since I was six.\n\nNobody asked me.\n",
    "a look back": "The Lomma strike: five questions\n\nOn 4 March the Lomma ferry crews went on strike over pay.\n",
}


@pytest.mark.parametrize("newest", BEHIND.values(), ids=BEHIND)
def test_the_first_line_of_a_long_story_is_the_newest_news_whatever_stands_behind_it(newest: str) -> None:
    assert "A court in Orsk halted the sale" in first_line(home(*STRAIT, RULED, (newest, "2024-04-06")))


def test_the_first_line_names_who_did_it() -> None:
    told = "A month after the Lomma crews shut the strait, it fined the ferry company 9,000 crowns over the strike."
    page = home(
        *STRAIT, (f"Port fines Lomma ferry company over strike\n\nThe port has woken up.\n\n{told}", "2024-04-06")
    )
    assert "it fined" not in first_line(page)


def test_the_first_line_may_have_a_subject_that_a_clause_describes() -> None:
    news = "The captain of a Lomma ferry that sank with nine aboard has admitted at a hearing in Orsk that he slept."
    page = home(*STRAIT, (f"Ferry captain admits he slept\n\n{news}\n", "2024-03-29"))
    assert "has admitted at a hearing" in first_line(page)


def test_the_first_line_tells_what_happened_and_not_what_was_to_come() -> None:
    one = "The number of miners who died in the pit of Orre rose to nine on Thursday, the police said."
    two = "Nine miners have died in the pit of Orre, where men dug coal for years, the police said on Thursday."
    told = (f"Nine miners die in pit\n\n{t} President Ole Berg was to visit Orre on 7 May 2020." for t in (one, two))
    assert "was to visit" not in first_line(home(*((t, "2020-05-07") for t in told)))


@pytest.mark.parametrize(
    ("alone", "told"),
    [
        ("It employs some 400 men from the valley.", "Brannick pays 385 men from the valley in all."),
        ("The quarry covers 11,750 acres of land.", "The land of the quarry is about 11,700 acres."),
        ("Nineteen of its men lost their lives there in the slide.", "Of the men, 23 were killed in the slide."),
        ("Is it true that 70 lorries were sold?", "Nobody knows what was sold."),
    ],
)
def test_what_another_source_tells_in_other_words_stands_alone_nowhere_on_home(alone: str, told: str) -> None:
    pair = ("The quarry of Tasqui, owned by Brannick, was closed on Monday. {}" for _ in range(2))
    texts = [p.format(t) for p, t in zip(pair, (alone, told), strict=True)]
    page = home(*((t, "2021-02-03") for t in texts))
    only = section(page, "What only one source says") if "## What only one" in page else ""
    assert alone not in only
    assert told not in only


def test_a_number_that_no_other_source_gives_is_told() -> None:
    lorries = "In Tasqui the quarry ran 63 lorries that carried stone to the port."
    one = f"Quarry of Tasqui closes\n\nThe quarry of Tasqui was closed on Monday. {lorries}"
    two = "Owner leaves Tasqui quarry\n\nBrannick left the quarry of Tasqui this week. Herons nest on its walls."
    assert "63 lorries" in section(home((one, "2021-02-03"), (two, "2021-02-03")), "What happened")


def test_a_form_in_ing_before_a_noun_is_no_act_that_two_sources_tell() -> None:
    one = "Counting was delayed by a flood, which stopped the belts at 38 sorting stations of the mill for an hour."
    two = "In 38 sorting stations of the mill the belts of the counting machines had to be replaced within an hour."
    centre = Centre(Lookup(linked((one, "2021-02-03"), (two, "2021-02-03"))), ("a0", "a1"))
    first = next(p for p in centre.passages if p.sentence.article == "a0")
    assert centre.tellers(first) == []


def test_the_day_on_which_a_toll_was_told_stands_once() -> None:
    texts = ("killed nine people", "killed 20 people")
    told = (f"The slide at the quarry of Tasqui in Peru {t}, the police of Tasqui said." for t in texts)
    articles = (
        article(t, f"seeds/a{n}.txt", publisher="The Arica Post", published=f"2021-02-0{n + 3}").named(f"a{n}")
        for n, t in enumerate(told)
    )
    page = shown(pages(link(tuple(map(extract, articles)), Corrections()))["index.md"])
    assert section(page, "Where the sources differ").count("3 February 2021") == 1


# --- what each side said ----------------------------------------------------------------------------------

SAID = {
    "a report keeps the verb and what joins it": (
        "Ana Torres, the mayor of Vigo, urged the council to build a quay for the port and many cranes for its ships.",
        "**Ana Torres**, mayor of Vigo, *urged* the council to build a quay for the port and many cranes for its ships",
    ),
    "a verb in -ing is told in the past": (
        "Ana Torres spoke in the port of Vigo, warning that the crews would need the whole night for the ship.",
        "**Ana Torres** *warned* that the crews would need the whole night for the ship",
    ),
    "a verb that needs its hearer is said": (
        "Ana Torres told the dockers of Vigo that the crews would need the whole night for the ship.",
        "**Ana Torres** *said* that the crews would need the whole night for the ship",
    ),
    "he and it are the speaker": (
        "Ana Torres opened the port of Vigo. Ana Torres said she would load the first ship for Vigo herself.",
        "**Ana Torres** *said* she would load the first ship for Vigo herself",
    ),
}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID)
def test_a_statement_keeps_its_verb(text: str, expected: str) -> None:
    end = "Nobody in the town had met Ana Torres before."
    page = home((f"The docks of Vigo lay under ice. {text} {end}", "2021-07-01"))
    assert expected in section(page, "What each side said")


def test_police_and_others_without_a_name_are_a_side_but_not_those_only_pointed_to() -> None:
    told = "Ana Torres opened the port of Vigo. Police said that four crates of the port had been stolen in the night."
    page = home((f"{told} The airline said that it knew nothing of the crates. Ana Torres left.", "2021-07-01"))
    assert "**Police** *said* that four crates" in section(page, "What each side said")
    assert "airline" not in section(page, "What each side said")


def test_what_begins_its_sentence_stands_behind_a_colon() -> None:
    told = "The crews would need the whole night for the ship, Ana Torres said."
    page = home((f"Ana Torres opened the port of Vigo. {told} Ana Torres left.", "2021-07-01"))
    assert "**Ana Torres** *said*: The crews would" in section(page, "What each side said")


def test_a_statement_is_told_in_the_past_without_its_helping_verb() -> None:
    told = "Ana Torres did observe that the crews of the port had gone without pay for a month."
    page = home((f"Ana Torres opened the port of Vigo. {told} Ana Torres left.", "2021-07-01"))
    assert "**Ana Torres** *observed* that the crews" in section(page, "What each side said")


def test_who_speaks_is_not_among_the_words_of_what_is_said() -> None:
    told = "Vigo's mayor, Ana Torres, says there is none: the crews of Vigo got all of it, she told reporters."
    page = home((f"Ana Torres opened the port of Vigo. {told} Ana Torres left.", "2021-07-01"))
    assert "Ana Torres, says there is none" not in page.partition("What each side said")[2]


def test_a_statement_that_points_back_is_not_lifted() -> None:
    said = "Ana Torres, the mayor of Vigo, said that this visit would change the harbour for ever."
    page = home((f"{said} Nobody in the town had met Ana Torres before.", None))
    assert "What each side said" not in page


# --- what is next --------------------------------------------------------------------------------------

PLANNED = (
    "Fishermen of Peru blocked the harbour of Callao with their boats on 30 June 2021. Their leader was arrested. "
    "The ministers of Peru and Chile will meet in Lima on 12 July 2021 to discuss fishing."
)


def test_a_plan_is_told_with_its_date() -> None:
    assert "12 July 2021" in section(home((PLANNED, "2021-07-01")), "What is next")


def test_a_plan_whose_date_lies_before_the_newest_article_is_none_any_more() -> None:
    page = home((PLANNED, "2021-07-01"), ("The harbour of Cebu was closed.", "2021-08-01"))
    assert "What is next" not in page


def test_a_stated_day_of_the_build_counts_if_it_is_later_than_the_newest_article() -> None:
    assert "What is next" not in home((PLANNED, "2021-07-01"), day="2021-07-20")
    assert "What is next" in home((PLANNED, "2021-07-01"), day="1970-01-01")


def test_what_another_source_tells_as_past_is_a_difference_and_no_plan() -> None:
    coming = "President Ana Torres of Peru will begin her first state visit to Chile on 18 August 2025."
    past = "President Ana Torres of Peru began her first state visit to Chile on 20 August 2024."
    page = home((coming, "2025-03-17"), (past, "2024-08-22"))
    assert "What is next" not in page
    assert "18 August 2025" in section(page, "Where the sources differ")


FERRIES = "Crews of the Tesk ferries agreed on Friday to go back to work, and the strike at Tesk is over.\n\n"
ANNOUNCED = {
    "is to": ("The two sides are to meet again on 20 June.", "The two sides are to meet again on 20 June"),
    "is due to": (
        "Northern Trade Bank is due to decide in September whether it goes on.",
        "Northern Trade Bank is due to decide in September",
    ),
    "is scheduled for": ("A hearing is scheduled for next month.", "A hearing is scheduled for next month"),
    "has until": ("The Tesk council has until 4 August to answer.", "The Tesk council has until 4 August to answer"),
    "said it would": (
        "The Tesk union said it would go to court on Monday unless the crews were paid.",
        "The Tesk union said it would go to court on Monday",
    ),
    "will, on a day": ("Boats will run every hour from 1 July.", "Boats will run every hour from 1 July"),
}
NOT_ANNOUNCED = {
    "a forecast": "Fares will go up, and fewer tourists will come.",
    "what that will do": "Ana Torres of Tesk says that will bring back the tourists.",
    "what somebody had meant to do": "Ana Torres of Tesk said the owners had planned to sell the Tesk ferries.",
    "a hope without a day": "The Tesk union hopes to have the crews back on the Tesk ferries.",
    "what will be needed": "Crews at Tesk will need eight days to take the old mast down.",
    "a forecast of somebody else": "The guild said that a ban would cost 900 jobs in May.",
    "what was to be": "The court was to rule on 12 June.",
    "what is over": "The minister is to meet both sides on 3 June.",
    "an aim": "The tour, which aims to calm the islands, has begun.",
    "what is denied": "The two sides are not to meet on 20 June.",
    "what it will be": "The new quay of Tesk will be the longest on the coast.",
    "what it will help": "The Northern Trade Bank says Tesk will help the islands to grow.",
}


@pytest.mark.parametrize(("text", "expected"), ANNOUNCED.values(), ids=ANNOUNCED)
def test_what_is_announced_is_next(text: str, expected: str) -> None:
    assert expected in section(home((FERRIES + text, "2024-06-08")), "What is next")


@pytest.mark.parametrize("text", NOT_ANNOUNCED.values(), ids=NOT_ANNOUNCED)
def test_what_is_no_plan_is_not_next(text: str) -> None:
    assert "What is next" not in home((FERRIES + text, "2024-06-08"))


def test_what_an_article_without_a_date_announces_is_not_next() -> None:
    text = f"{FERRIES}The ferries of Tesk are to publish the text of the agreement with their crews next week."
    assert "What is next" not in home((text, None))
    assert "are to publish the text" in section(home((text, "2024-06-08")), "What is next")


def test_what_another_article_tells_as_done_is_not_next() -> None:
    ahead = FERRIES + "The town council of Tesk is to vote on the old Tesk ferry on Thursday."
    done = (
        "Tesk ferry stays\n\nCouncillors in Tesk have voted to keep the old ferry for a year. People cheered in Tesk."
    )
    assert "is to vote" in section(home((ahead, "2024-06-08")), "What is next")
    assert "is to vote" not in home((ahead, "2024-06-08"), (done, "2024-06-10"))


def test_what_another_article_tells_as_done_in_other_words_is_not_next() -> None:
    ahead = "A bridge fell at Tesk on Saturday, police said. A boat for the people of Tesk is to be bought in Vigo."
    done = "The bridge at Tesk was shut. Ana Torres of Vigo purchased a boat for Tesk on Friday."
    assert "is to be bought" in section(home((ahead, "2026-03-16")), "What is next")
    assert "What is next" not in home((ahead, "2026-03-16"), (done, "2026-03-21"))


# --- figures, quotations, people ------------------------------------------------------------------------


def test_a_figure_is_told_in_the_sentence_that_gives_it_and_a_bare_one_not() -> None:
    text = (
        "Peru and Chile opened a bridge over the Lluta on Tuesday.\n\n"
        "Trade between Peru and Chile had reached $4.2 billion in 2021. There were billions of dollars. Some 30 came."
    )
    page = section(home((text, "2022-01-05")), "Figures")
    assert "$4.2 billion**: Trade between Peru and Chile had reached $4.2 billion in 2021" in page.replace("&#46;", ".")
    assert "billions of dollars" not in page
    assert "30" not in page


def test_a_figure_is_told_with_its_hedge_and_direction() -> None:
    text = "Peru and Chile opened a bridge over the Lluta on Tuesday.\n\nTrade of Peru with Chile {} in 2021."
    grown, fallen = (
        section(home((text.format(told), "2022-01-05")), "Figures").replace("&#46;", ".").replace("&#32;", " ")
        for told in ("exceeded $4.2 billion", "fell by 12 percent")
    )
    assert "**more than $4.2 billion**:" in grown
    assert "**down 12 percent**:" in fallen


def test_a_number_is_no_figure_of_the_page_twice() -> None:
    first = "The Orsk canal opened on Tuesday.\n\nSome 400 boats wait at the lock of the Orsk canal."
    second = (
        "Boats sail the Orsk canal.\n\nMayor Ana Ruiz said that 400 boats lay before its lock in Orsk on Monday night."
    )
    page = home((first, "2022-01-05"), (second, "2022-01-05"))
    assert page.partition("## The sources")[0].count("400 boats") == 1


def test_a_quotation_says_how_safely_it_can_be_quoted() -> None:
    words = "We shall load the first ship tonight and every night after it"
    first = (
        "Ana Torres opened the port of Vigo before noon, while a band played and the cranes stood still for an hour. "
        f"“{words},” said Ana Torres, the mayor of Vigo."
    )
    second = (
        "Nobody in the harbour had expected it: four years late and over budget, the new quay is ready for its ships. "
        f"“{words},” Ana Torres said in front of the dockers."
    )
    third = (
        "After the speeches the dockers of Vigo went back to work, and the children of two schools were shown a crane. "
        "The mayor, Ana Torres, said that they shall load the first ship tonight and every night after it."
    )
    page = section(home((first, None), (second, None), (third, None)), "Lines to quote")
    assert page.count("We shall load") == 1
    assert "quoted in full by 2 origins" in page


@pytest.mark.parametrize(
    ("office", "shown_as"),
    [
        ("co-founder", ""),
        ("co-founder of Tarlac Orchids", "co-founder of Tarlac Orchids"),
        ("a minister with a speech to make", ""),
        ("mayor of Tarlac", "mayor of Tarlac"),
        ("executive", ""),
        ("his brother", ""),
    ],
)
def test_an_office_is_told_with_its_body_or_not_at_all(office: str, shown_as: str) -> None:
    found = next(e for e in linked((FIRE, "2013-05-05")).entities if e.name == "Ana Reyes")
    role = replace(found.roles[0], title=office)
    title = person(replace(found, roles=(role,))).title
    assert (title.title if title else "") == shown_as


def test_words_of_time_that_count_from_the_article_are_worked_out_beside_the_line() -> None:
    said = "Last month Mayor Ana Reyes of Tarlac closed the flower market for good, and 40 dealers left it."
    text = f"{FIRE} {said} Nobody knows what the dealers will do in the winter, and the town has no room for them."
    other = f"Firemen of Tarlac were late on 3 May 2013, Mayor Ana Reyes said. {said}"
    page = home((text, "2013-05-05"), (other, "2013-05-06"))
    lines = [line for line in page.splitlines() if "Last month" in line and "sentence 3" not in line]
    assert lines
    assert all("April 2013" in line for line in lines)


def test_words_that_end_in_a_verb_that_needs_more_are_no_line() -> None:
    text = "The fire of Tarlac became in May 2013 what Mayor Ana Reyes of Tarlac calls a warning. The firemen left."
    assert not re.search(r"(?m)became *(?:\d|$)", home((text, "2013-06-01"), (FIRE, "2013-05-05")))


REPAIR = "The broken sewer of Pike Street in Vigo was repaired at a cost of $1.4 million."


@pytest.mark.parametrize(
    ("other", "both"),
    [
        ("Workmen repaired the broken sewer of Pike Street in Vigo, which cost $1.4 million.", True),
        ("Workmen repaired the broken sewer of Pike Street in Vigo, which cost $2.1 million.", False),
        ("Mayors had hidden the broken sewer of Pike Street in Vigo, which cost $1.4 million.", False),
    ],
)
def test_a_line_cites_who_tells_the_same_act_with_no_other_number(other: str, both: object) -> None:
    lookup = Lookup(linked((f"{REPAIR} Gulls flew over the harbour.", None), (f"{other} Snow fell there.", None)))
    centre = Centre(lookup, tuple(lookup.articles))
    assert [p.sentence.text for p in centre.tellers(centre.passages[0])] == ([other] if both else [])


def test_a_verb_that_says_little_alone_is_one_act_only_with_the_same_word_behind_it() -> None:
    off = "The tram driver Bo Reed was taken off duty without pay after the crash at Vigo."
    hurt = "The tram driver Bo Reed was taken to hospital without shoes after the crash at Vigo."
    again = "Since the crash at Vigo its tram driver, Bo Reed, has been taken off duty."
    for other, same in ((hurt, []), (again, [again])):
        lookup = Lookup(linked((f"{off} Gulls flew over the harbour.", None), (f"{other} Snow fell there.", None)))
        centre = Centre(lookup, tuple(lookup.articles))
        assert [p.sentence.text for p in centre.tellers(centre.passages[0])] == same


BAKERY = (
    "The bakery of Orsk burned down on Monday, and its 12 bakers lost their work, police said.",
    "Fire destroyed the bakery of Orsk on Monday, the mayor said. Nobody slept in the house above it.",
    "Twelve bakers have no work after the bakery of Orsk burned down. The fire began in a chimney on Monday.",
)
BESIDE = {
    "a figure that is denied": ("Some {n} loaves of Orsk do not bake themselves.", ("40", ""), "**40**"),
    "what is promised without a verb": (
        "Norvik today reaffirms its commitment to the bakers{n} of Orsk.",
        ("", ""),
        "commitment",
    ),
    "words on something else": (
        "“Nobody of us likes winter boots in May,” said the baker Ole Berg.{n}",
        ("", ""),
        "boots",
    ),
    "a plan for what only its article knows": ("Lomma Bread is to take the place{n} in May.", ("", ""), "the place"),
}


def test_a_conflict_on_an_age_stands_on_the_page_where_there_is_no_other_one() -> None:
    def page(*told: str) -> str:
        texts = (f"Bakery of Orsk burns down\n\n{start} {x}\n" for start, x in zip(BAKERY, told, strict=False))
        return section(home(*((text, f"2024-03-0{n + 5}") for n, text in enumerate(texts))), "Where the sources differ")

    burned = "The bakery was insured for {} million kroner."
    assert "How old is Ole Berg?" in page("The baker Ole Berg, 61, wept.", "The baker Ole Berg, 63, wept.")
    both = page(*(f"The baker Ole Berg, {n}, wept. {burned.format(m)}" for n, m in ((61, 4), (63, 9))))
    assert "insured" in both
    assert "How old" not in both


@pytest.mark.parametrize(("told", "values", "words"), BESIDE.values(), ids=BESIDE)
def test_the_page_leaves_out_what_is_beside_the_story(told: str, values: tuple[str, str], words: str) -> None:
    beside = [told.format(n=values[n % 2]) if n < len({*values}) else "" for n in range(len(BAKERY))]
    texts = [f"Bakery of Orsk burns down\n\n{start} {more}\n" for start, more in zip(BAKERY, beside, strict=True)]
    page = home(*((text, f"2024-03-0{n + 5}") for n, text in enumerate(texts)))
    assert "bakery of Orsk" in first_line(page)
    assert words not in page.partition("## What could not be told")[0].partition("## What only one")[0]


# --- what doesn't stand alone isn't shown --------------------------------------------------------------

QUAY = "The new quay of Vigo sank into the harbour on Friday, and 40 trucks went down with it."
STRUCK = {
    "what no line has named": "The footage was long. The footage had been given to a cinema of Vigo by a young man.",
    "a time that nobody knows": "Mayor Ana Torres of Vigo opened the quay last month with 300 guests and a band.",
    "words of somebody named before": "“The 40 trucks were full of orchids,” he said, adding that the harbour is deep.",
    "nobody in particular": "Some believe that 12 orchids of the harbour of Vigo were sold to a rich man in Lima.",
    "what a preposition leads to": "Behind the tower a young man sold 12 orchids of the harbour of Vigo for 90 euros.",
    "one of some": "Last week one did, and the harbour of Vigo with its 40 trucks was not what it had been.",
    "the last of some": "Only the last touches on what the divers of the harbour of Vigo have asked 12 times.",
    "he behind a time": "In five days he pulled 12 of the 40 trucks and a crane from the harbour of Vigo.",
    "one more of its kind": "A separate study of the harbour of Vigo found that 12 quays have cracks in them.",
}


def test_words_that_stand_for_the_title_of_a_story_show_that_they_go_on() -> None:
    fire = "A fire destroyed the flower market of Tarlac on Friday night"
    went_on = f"{fire}, and the dealer Ana Reyes lost twelve thousand orchids of which she had been proud for years."
    strike = "The gardeners of the market of Iloilo went on strike on Tuesday, and their leader Jose Lim cut no rose."
    texts = (f"{fire}. The dealer Ana Reyes lost twelve thousand orchids.", went_on, f"{strike} Nobody came.", strike)
    made = pages(linked(*((text, None) for text in texts)))["articles/index.md"]
    stories = shown(section(made, "By story"))
    assert "thousand orchids…" in stories
    assert "cut no rose." in stories


@pytest.mark.parametrize("struck", STRUCK.values(), ids=STRUCK)
def test_a_line_that_a_reader_would_strike_is_not_shown(struck: str) -> None:
    others = (
        "Divers searched the harbour of Vigo for 40 trucks.",
        "Ana Torres, the mayor of Vigo, came to the harbour.",
    )
    page = home((f"{QUAY} {struck} {others[0]}", None), (f"{QUAY} {others[1]} {struck}", None))
    assert "The new quay of Vigo sank" in page
    assert re.split(r"(?<=\.) ", struck)[-1][:40] not in page.partition("What could not be told")[0]


def test_a_caption_is_nothing_that_happened_before() -> None:
    caption = "Mayor Ana Torres of Vigo opens the quay in the harbour of Vigo on 5 March 2019."
    page = home((f"{QUAY} {caption}", "2021-07-04"), (f"{QUAY} Ana Torres, the mayor of Vigo, came.", "2021-07-05"))
    assert "opens the quay" not in page
    assert "opened the quay" in home(
        (f"{QUAY} {caption.replace('opens', 'opened')}", "2021-07-04"),
        (f"{QUAY} Ana Torres, the mayor of Vigo, came.", "2021-07-05"),
    )


def test_the_first_line_is_what_the_headlines_speak_of() -> None:
    past = "Ana Torres was elected mayor of Vigo in 2004, and she has been in office ever since."
    texts = (
        f"Quay of Vigo sinks with 40 trucks\n\n{past} {QUAY} Nobody was hurt.",
        f"Trucks lost as Vigo's new quay sinks\n\n{past} The harbour is closed. On Friday the quay of Vigo sank.",
    )
    page = home(*((text, None) for text in texts))
    assert re.search(r"\*\*(?:The new quay of Vigo sank|On Friday the quay)", page)


@pytest.mark.parametrize(
    ("told", "shown_as"),
    [
        (
            "Former dockers and clerks said that the quay of Vigo was built with sand.",
            "**Former dockers and clerks** *said* that",
        ),
        ("Former stokers and clerks said that the quay of Vigo was built with sand.", ""),
        ("Half of drivers said that the quay of Vigo was built with sand.", ""),
        ("The new station said that the quay of Vigo was built with sand.", ""),
        ("Ana Torres said he knew that the quay of Vigo was built with sand.", ""),
        (
            "Ana Torres said she knew that the quay of Vigo was built with sand.",
            "**Ana Torres**, mayor of Vigo, *said* she",
        ),
    ],
)
def test_a_speaker_is_told_whole_and_is_the_one_who_speaks(told: str, shown_as: str) -> None:
    page = home((f"{QUAY} Ana Torres, the mayor of Vigo, came. {told} Nobody had seen Ana Torres.", "2021-07-01"))
    assert shown_as in page
    assert shown_as or "built with sand" not in page


def test_a_quotation_that_names_nothing_is_no_line_to_quote() -> None:
    said = "“I did not yet know how right I was,” said Ana Torres. “I saw the quay move like a ship,” said Ana Torres."
    page = section(home((f"{QUAY} Ana Torres is the mayor of Vigo. {said}", "2021-07-01")), "Lines to quote")
    assert "like a ship" in page
    assert "how right" not in page


def test_a_question_is_no_line_to_quote_nor_are_words_that_show_what_is_told_elsewhere() -> None:
    asked = "“Who of the harbour would pay for such a long quay?” asked Ana Torres."
    shows = "“The harbour of Vigo will pay all owners for these losses until the winter,” said Ana Torres."
    plain = shows.replace("these", "their")
    page = home((f"{QUAY} Ana Torres is the mayor of Vigo. {asked} {shows}", "2021-07-01"))
    assert "Lines to quote" not in page
    assert "these losses" not in page
    assert "until the winter" in home((f"{QUAY} Ana Torres is the mayor of Vigo. {plain}", "2021-07-01"))


def test_what_tells_the_news_at_its_top_tells_what_happened_though_no_other_article_does() -> None:
    hurt, later = (
        "Two dockers of the port of Vigo were treated for cuts after the quay sank.",
        "The harbour has seven cranes.",
    )
    mayor = "Ana Torres, the mayor of Vigo, said she had been told otherwise by her own people."
    ours = f"{QUAY} {hurt} {mayor} Nobody knows why the quay sank."
    other = "On Friday 40 trucks were lost when the new quay in the harbour of Vigo gave way."
    page = home((ours, None), (f"{other} Ana Torres, the mayor of Vigo, came to the harbour. {later}", None))
    assert hurt[:-1] in section(page, "What happened")
    assert "told otherwise" not in page


def test_what_an_article_without_a_day_dates_to_a_year_is_no_development_of_its_story() -> None:
    other = "On Friday 40 trucks were lost when the new quay in the harbour of Vigo gave way."
    past = "Ana Torres, the mayor of Vigo, won the regatta of Vigo in 1987."
    weights = Weights(Lookup(linked((f"{QUAY} {past}", None), (other, None))), "", quotas_for(2))
    assert not any("regatta" in x.words.text for x in happened(focus(weights), (), 6))


def test_a_plan_of_which_another_article_tells_what_came_of_it_is_not_next() -> None:
    plan = "The cinema of the Orre museum will reopen with a free showing in its hall."
    came = (
        "The cinema of the Orre museum, which had been due to open again on Tuesday, did so on Wednesday in its hall."
    )
    fire = "Fire damaged the Orre museum\n\nA fire damaged the museum of Orre, its director, Ida Rask, said."
    assert "will reopen" in home((f"{fire} {plan}", "2026-03-09"), (f"{fire} Ida Rask wept.", "2026-03-12"))
    assert "will reopen" not in home((f"{fire} {plan}", "2026-03-09"), (f"{fire} {came}", "2026-03-12"))


def test_what_had_been_due_and_what_is_said_to_be_planned_did_not_happen() -> None:
    due = "The harbour board of Vigo had been due to give its first decision on the quay of Vigo by Monday."
    planned = "The harbour board of Vigo is to rebuild the quay of Vigo, Ana Torres said."
    other = (f"{QUAY} Ana Torres, the mayor of Vigo, came.", "2021-07-05")
    page = home((f"{QUAY} {due} {planned}", "2021-07-05"), other)
    assert "had been due" not in page
    assert "is to rebuild" in section(page, "What is next")
    assert page.count("is to rebuild") == 1


def test_the_whole_of_a_part_is_no_figure_of_its_own() -> None:
    bridge = "Peru and Chile opened a bridge over the Lluta on Tuesday."
    text = bridge + "\n\nTrade of Peru with Chile exceeded {}$4.2 billion in 2021."
    made = [home((text.format(part), "2022-01-05")).replace("&#46;", ".") for part in ("", "$3 billion of ")]
    assert ["$4.2 billion**" in page for page in made] == [True, False]


def test_what_a_firm_is_at_all_times_is_no_figure_of_the_page() -> None:
    text = "Peru and Chile opened a bridge over the Lluta.\n\nTrade of Peru with Chile exceeded $4.2 billion in 2021{}."
    made = [home((text.format(more), "2022-01-05")) for more in ("", " and employs many people")]
    assert ["## Figures" in page for page in made] == [True, False]


def test_a_plan_with_a_day_that_another_article_tells_as_what_had_been_due_is_not_next() -> None:
    plan = "The harbour board of Vigo will give its decision on the quay by 28 November."
    lapsed = "The harbour board of Vigo had been due to give its decision on the quay in December."
    torres = "Ana Torres, the mayor of Vigo, came."
    assert "will give its decision" in home((f"{QUAY} {plan}", "2021-10-10"), (f"{QUAY} {torres}", "2021-10-12"))
    page = home((f"{QUAY} {plan}", "2021-10-10"), (f"{QUAY} {torres} {lapsed}", "2021-10-12"))
    assert "What is next" not in page
    assert "will give its decision on the quay by …?" in section(page, "Where the sources differ")


@pytest.mark.parametrize(
    "text",
    [
        "The University of Vigo says traffic will fall in the harbour.",
        "A third is planned for 30 December 2021 in the harbour of Vigo.",
    ],
    ids=["the traffic is not the university", "a third what"],
)
def test_a_forecast_and_what_counts_on_from_the_sentence_before_are_no_plans(text: str) -> None:
    assert "What is next" not in home((f"{QUAY} {text}", "2021-10-10"))


def test_a_condition_is_no_plan_and_a_quotation_has_something_in_it() -> None:
    told = "If Ana Torres is elected again, she will build a bridge to the island in the harbour of Vigo."
    said = "“I think there is a chance of it, and so do they,” said Ana Torres. Ana Torres left the harbour of Vigo."
    page = home((f"{QUAY} Ana Torres is the mayor of Vigo. {told} {said}", "2021-07-01"))
    assert "If Ana Torres" not in page
    assert "there is a chance" not in page


def test_initials_are_not_left_out_where_their_words_stand() -> None:
    short = "HWP bought the quay of Vigo on Friday for 40 million euros. HWP is a firm of Vigo."
    whole = "Harbour - Works Porto bought the quay of Vigo on Friday for 40 million euros."
    page = home(*((f"{short} It was the {n}th sale.", None) for n in (4, 5, 6)), (whole, None))
    assert "leaves out HWP" not in page


def test_what_sources_tell_of_one_person_on_one_day_is_one_occasion() -> None:
    old = "Mayor Ana Reyes visited the island of Suva on 9 March 1998."
    new = (
        "Mayor Ana Reyes opened the harbour of Cebu on 3 May 2013.",
        "Mayor Ana Reyes met the firemen of Cebu on 3 May 2013.",
        "Mayor Ana Reyes thanked the divers of Cebu on 3 May 2013.",
    )
    page = home(*((f"{text} {old}", f"2013-05-0{n}") for n, text in enumerate(new, 4)))
    assert "3 May 2013 — **" in page.partition("## ")[0]


def test_counts_of_one_day_that_differ_stand_with_the_differences() -> None:
    one = "A plane carrying 46 people came down on a beach near Nadi in Fiji on Monday, Captain Ana Vula said."
    other = (
        "There were 59 people on board when a plane came down on a beach near Nadi on Monday, Captain Ana Vula said."
    )
    differ = section(home((one, "2024-06-10"), (other, "2024-06-10")), "Where the sources differ")
    assert "How many people were on board?" in differ
    assert differ.index("46") < differ.index("59")


def test_numbers_that_can_both_be_true_are_told_as_such() -> None:
    told = (
        "Fire in a mine\n\n{} A fire broke out in the copper mine at Chibwe on Monday, the police said. "
        "Tom Roy, chief executive of the mine, spoke to the families in the yard, and it rained."
    )
    page = home(
        (told.format("At least 17 miners were killed."), "2022-07-05"),
        (told.format("The fire killed 26 miners."), "2022-07-05"),
    )
    lines = [line for line in section(page, "Where the sources differ").splitlines() if "How many" in line]
    assert lines
    assert all("other scope" in line or "allows both" in line or "→" in line for line in lines), lines


def test_a_title_that_opens_a_sentence_is_written_small_behind_a_name() -> None:
    told = (
        "Shares jump\n\nChief executive Mads Rybner said on Tuesday that the firm had no plans to sell the mill. "
        "“We saw what we needed to see,” Rybner said in Odense. Rybner has led the firm since May 2019."
    )
    page = home((told, "2022-11-08"))
    assert "Mads Rybner, chief executive, said" in re.sub(r"[*_]", "", page)


LIGHTHOUSE = (
    (
        (
            "Fire guts the Ferra lighthouse\n\nThe Cape Herald\n4 March 2024\n\n"
            "Fire destroyed the lamp room of the Ferra lighthouse on Sunday, the coast guard said.\n\n"
            "The lighthouse is to be repaired by May.\n"
        ),
        "2024-03-04",
    ),
    (
        (
            "Two held over Ferra lighthouse fire\n\nThe Morning Star\n8 March 2024\n\n"
            "Two men were arrested on Thursday over the fire at the Ferra lighthouse, police said.\n\n"
            "Ana Villa said that she was relieved to hear it.\n"
        ),
        "2024-03-08",
    ),
    (
        (
            "Ferra lighthouse shines again\n\nThe Evening Post\n20 March 2024\n\n"
            "The Ferra lighthouse shone again on Tuesday.\n\n"
            "The keeper of the Ferra lighthouse will stand trial on 6 May 2024.\n"
        ),
        "2024-03-20",
    ),
)


LISTERIA = """
2025-03-12 Dairy recalls cheese after listeria kills three

A dairy in Losap recalled 48 tonnes of soft cheese on Wednesday after officials linked it to a listeria outbreak that
has killed three people and made 41 others ill.

Health Minister Karin Olsen told people to throw the cheese away.
---
2025-03-14 A town asks when the ministry knew

Four people have died of listeria in Losap, the hospital said, the last of them a man on Thursday.

The gates of the dairy are shut.
---
2025-03-17 Exports of cheese stop

Norland, which takes 22 percent of the soft cheese of Losap, suspended imports of all soft cheese from Losap on
March 13.

The dairy in Losap has lost its largest customer.
---
2025-03-20 Minister offers to resign over listeria outbreak

Health Minister Karin Olsen offered her resignation on Thursday over the handling of a listeria outbreak that has killed
five people in Losap.

"The responsibility is mine," Olsen told reporters in Losap.
"""


def test_what_single_sources_tell_of_one_story_stands_in_order_of_time() -> None:
    page = home(*LIGHTHOUSE)
    told = re.findall(r"(?m)^- (\d+ March 2024)", section(page, "What happened"))
    assert told == ["3 March 2024", "7 March 2024"]
    assert "The Ferra lighthouse shone again" in page[: page.index("## What happened")]
    assert "Ana Villa said" not in section(page, "What happened")


def test_a_later_article_that_tells_the_first_line_again_changes_nothing() -> None:
    again = "Two men held over Ferra lighthouse fire\n\nTwo men were arrested over the fire at the Ferra lighthouse.\n"
    page = home(*LIGHTHOUSE[:2], (again, "2024-03-20"))
    assert "7 March 2024 worked out — **Two men" in page[: page.index("The Cape Herald")]


def test_a_plan_of_the_newest_source_is_next_and_one_of_an_older_source_alone_is_not() -> None:
    told = section(home(*LIGHTHOUSE), "What is next")
    assert "6 May 2024" in told
    assert "repaired by May" not in told


def test_what_could_not_be_told_has_the_reason_of_each_source() -> None:
    text = "Rain floods the {0} valley\n\n{0} was under water, a ranger said, and the road to {0} was shut.\n"
    page = section(home((text.format("Orsk"), None), (text.format("Lomma"), None)), "What could not be told")
    assert page.count("When it was published") == page.count("doesn't say when it was published") == 1


def test_who_says_so_may_end_a_line_and_a_cut_off_speech_may_not() -> None:
    page = home(
        *LIGHTHOUSE, ("Ferra lighthouse sold\n\nThe Ferra lighthouse was sold for £1, she said.\n", "2024-03-21")
    )
    assert "at the Ferra lighthouse, police said" in page
    assert "she said" not in page


def test_a_later_day_is_told_though_its_sentence_repeats_the_news() -> None:
    left = (
        "Keeper of the Ferra lighthouse resigns\n\nJonas Berg, keeper of the Ferra lighthouse, resigned on Friday over "
        "the fire that destroyed the lamp room of the Ferra lighthouse.\n"
    )
    page = home(*LIGHTHOUSE, (left, "2024-03-30"))
    assert "Jonas Berg, keeper of the Ferra lighthouse, resigned" in page[: page.index("## The sources")]


def test_the_story_begins_with_its_first_article_and_a_happening_goes_before_its_figure() -> None:
    texts = re.sub(r"(?<!\n)\n(?!\n)", " ", LISTERIA).split("---")  # a paragraph a line
    page = home(*((text[12:], text[1:11]) for text in texts))
    happened = section(page, "What happened")
    assert "Norland, which takes 22 percent of the soft cheese of Losap, suspended imports" in happened
    assert "recalled 48 tonnes of soft cheese" in happened
    assert "**22 percent**" not in page


def test_what_an_old_article_announces_without_a_day_is_not_next() -> None:
    old = (
        "Fishermen of Peru blocked the harbour of Callao on 30 June 2021. "
        "Peru will pay for the nets that its fishermen lost to the navy."
    )
    new = "The harbour of Callao was open again for the fishermen of Peru."
    assert "will pay" in section(home((old, "2021-07-01"), (new, "2021-07-03")), "What is next")
    assert "will pay" not in home((old, "2021-07-01"), (new, "2021-07-06"))


def test_a_question_is_no_plan() -> None:
    text = "Fishermen of Peru blocked the harbour of Callao on 30 June 2021. Callao has not said how it will vote."
    page = home((text, "2021-07-01"))
    assert "What is next" not in page
    assert "will vote" in section(page, "What is open")


def test_what_is_still_to_be_done_confirms_nothing() -> None:
    done = "The Commission opened an inquiry into the sale of the Ferra ferries to Norland on Friday."
    ahead = "The Commission is to decide whether to open an inquiry into the sale of the Ferra ferries to Norland."
    lookup = Lookup(linked((done, "2024-03-20"), (ahead, "2024-03-18")))
    centre = Centre(lookup, tuple(lookup.articles))
    assert not any(map(centre.tellers, centre.passages))


def test_reported_words_keep_their_verb_among_the_quotations() -> None:
    text = (
        "Ana Torres, the mayor of Vigo, denied that there was any plan to close the port. Ana Torres said the port "
        "of Vigo would grow."
    )
    told = shown(pages(linked((text, None)))["quotes.md"])
    assert "*denied* there was any plan" in told
    assert "reported" not in told


def test_a_line_without_a_date_has_the_day_of_an_article_that_is_days_away() -> None:
    first = "Fishermen of Peru blocked the harbour of Callao on 30 June 2021. The fishermen of Peru demand more fish."
    later = "The navy of Peru has opened the harbour of Callao, which the fishermen of Peru had blocked."
    lookup = Lookup(linked((first, "2021-07-01"), (later, "2021-07-20")))
    about = focus(Weights(lookup, "", quotas_for(2)))
    whole = [a.cite(a.sentences[-1]) for a in lookup.articles.values()]
    assert [line.reported for line in in_order([Line(w, (w,)) for w in whole], about)] == ["", "2021-07-20"]


def test_a_sentence_is_lifted_without_its_dateline() -> None:
    dateline = "LIMA, July 1, 2021 (Meridian Press) - "
    text = f"A treaty\n\n{dateline}Peru and Chile signed a treaty on fishing worth $4.2 million on Thursday.\n"
    made = pages(linked((text, None)))
    assert "Peru and Chile signed a treaty" in made["index.md"]
    assert dateline not in shown(made["index.md"] + made["figures.md"] + made["agreements/index.md"])


def test_a_figure_of_two_origins_needs_no_more_than_what_it_measures() -> None:
    voted = "Voters in Norland rejected the canal to Orsk in a referendum on Sunday."
    told = f"{voted}\n\nTurnout in the referendum on the canal to Orsk was 43.8 percent, the lowest of all."
    counted = (
        "The commission of Norland has counted the referendum on the canal to Orsk.\n\nThe turnout was 43.8 percent."
    )
    page = home((f"A No\n\n{told}\n", "2025-11-24"), (f"The result\n\n{counted}\n", "2025-11-25"))
    assert page.partition("## The sources")[0].count("43.8 percent") == 1


def test_a_source_of_no_known_day_is_not_called_unknown_in_the_list() -> None:
    page = home(("Rain floods the valley\n\nThe road to Orsk was shut by the flood on Monday, a ranger said.\n", None))
    assert ", unknown" not in section(page, "The sources").replace("publisher unknown", "")


OPEN = {
    "not known": "Why the quay of Tesk gave way is not known.",
    "nobody has said": "Nobody has published the text of the Tesk deal.",
    "a dispute over whether": "A dispute remains over whether the crews of Tesk will be paid.",
    "unclear": "It is still unclear who looked after the quay of Tesk.",
}
NOT_OPEN = {
    "somebody says that there was none": "The owner of the Tesk ferries said no permit had been asked for.",
    "two verbs that say nothing against each other": "A judge ordered the men held while the search at Tesk goes on.",
    "somebody is accused of a deed": "The owner of the Tesk ferries was accused of theft.",
    "those who do not know": "The only people of Tesk who do not know are the crews of its ferries.",
    "a dispute told as a thing": "The argument over what shut the ferries of Tesk was held in the press.",
    "what will not be known": "The name of the new Tesk ferry will not be published.",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_what_a_source_itself_calls_disputed_or_unknown_is_open(text: str) -> None:
    assert text[:-1] in section(home((FERRIES + text, "2024-06-08")), "What is open")


def test_what_somebody_denies_stands_where_the_sources_differ() -> None:
    denied = "The mayor of Tesk denied that the quay had been too weak."
    page = home((FERRIES + denied, "2024-06-08"))
    assert denied[:-1] in section(page, "Where the sources differ")
    assert "Is the mayor of Tesk right to deny that the quay had been too weak?" in page


def test_what_one_person_denies_stands_once_and_nothing_that_needs_the_sentence_before() -> None:
    denied = "Ana Vula, the mayor of Tesk, denied that the quay had been too weak."
    again = "Ana Vula, the mayor of Tesk, has denied that she had been warned of the storm."
    hers = "The divers met on Friday. However, her claims about the divers are untrue."
    page = home((FERRIES + denied, "2024-06-08"), (FERRIES + again, "2024-06-08"), (FERRIES + hers, "2024-06-08"))
    told = section(page, "Where the sources differ")
    assert told.count("\n- ") == 1
    assert "Ana Vula, the mayor of Tesk" in told


@pytest.mark.parametrize("text", NOT_OPEN.values(), ids=NOT_OPEN)
def test_what_is_said_firmly_is_not_open(text: str) -> None:
    assert "What is open" not in home((FERRIES + text, "2024-06-08"))


def test_the_main_happening_of_a_long_story_is_no_announcement_that_is_over() -> None:
    texts = (
        ("Norvik and Lund agree to merge\n\nThe ferry lines Norvik and Lund agreed on Monday to merge.", "2024-03-04"),
        (
            "Fund to vote against Norvik's offer for Lund\n\nVanja said on Friday that it would vote against it.",
            "2024-03-15",
        ),
        (
            "Owners of Lund approve sale to Norvik\n\nThe owners of Lund approved the sale to Norvik on Tuesday.",
            "2024-04-09",
        ),
    )
    assert "The owners of Lund approved the sale" in home(*texts).partition("## ")[0]


WIRE = """VEGA NEWS AGENCY
Athletics

Leaders sent astray in Sandvik

By Ida Moe

SANDVIK - The leading men of the Sandvik Run{} were sent down a farm road on Sunday, and a runner won.

Ten men of the Sandvik Run were taken to hospital in Sandvik on Sunday after a fall, race officials said.

Erik Holm, 24, who was leading at that point, came in eleventh. Nobody of the leading group lodged a protest.

Some 3,000 people ran. The women's race was won by Sara Dahl, who finished a minute before Anna Lie.

{}
"""
OWN = "Lund's Per Strand, 52, a postman, finished his seventh foreign race with Nora Vik in under four hours."


def test_what_an_agency_and_a_copy_tell_is_cited_from_the_agency() -> None:
    copy = (WIRE.format(" in Norway", OWN) + "\nVega News Agency / Lamp\n").replace(
        "VEGA NEWS AGENCY\nAthletics\n", "The Lund Lamp\n"
    )
    other = """The Sandvik Herald

Who led them astray?

What took Erik Holm and the leading men of the Sandvik Run off the course was a farm road without a sign.
"""
    briefing = linked(
        (WIRE.format("", "The run is held each May, and the town pays for it. " * 4), None), (copy, None), (other, None)
    )
    page = pages(briefing)["index.md"]
    lead, happened = page.partition("## ")[0], section(page, "What happened")
    agency = next(a.id for a in briefing.articles if a.text.startswith("VEGA"))
    assert f"articles/{agency}.md" in lead
    assert "lund" not in lead.lower()
    assert "Strand" not in happened
    assert f"articles/{agency}.md" in happened


def test_the_timeline_tells_the_day_inside_a_line_without_one_as_home_does() -> None:
    one = (
        "Penrith shareholders turn Almeida's offer down\n\nOnly 71.3% of votes cast at Thursday's meeting of Penrith "
        "shareholders in Bradley backed the 455p-a-share offer from Brazil's Almeida, short of the 75% that it needed."
    )
    other = (
        "Almeida's offer for Penrith fails\n\nPenrith shareholders did not back the 455p-a-share offer from Almeida of "
        "Brazil: it fell short of the 75% of votes that it needed. Almeida can't make another offer for a year."
    )
    made = pages(linked((one, "2025-10-24"), (other, "2025-10-24")))
    for page in ("index.md", "timeline.md"):
        line = next(x for x in made[page].splitlines() if "Thursday's meeting" in x)
        assert "23 October 2025" in line, page
        assert "told without a date" not in line


def test_a_happening_of_a_sunday_in_an_article_without_a_date_is_not_called_told_without_one() -> None:
    agency = WIRE.format("", "The run is held each May.").replace("on Sunday", "while on pace for a record on Sunday")
    copy = agency.replace("VEGA NEWS AGENCY\nAthletics\n", "The Lund Lamp\n")
    other = "What took the leading men of the Sandvik Run off the course was a farm road without a sign."
    timeline = shown(pages(linked((agency, None), (copy, None), (other, None)))["timeline.md"])
    assert "were sent down a farm road" in timeline
    assert "the article states no date to count from" in timeline
    assert "told without a date" not in timeline


def test_who_speaks_for_a_side_has_several_statements_and_next_is_what_nobody_else_speaks_of() -> None:
    talks = (
        "Peru and Chile held talks on the border treaty of Arica on Monday, both sides said.",
        "In Arica the two presidents spoke for hours on Monday about a treaty on the border of Peru and Chile.",
        "Talks on the border treaty of Peru and Chile were held in Arica, a port of 200,000, on Monday.",
    )
    said = (
        "Ana Ruiz, the president of Peru, urged both sides to end talks on a border treaty with a fair line at sea.",
        "Ruiz said the border treaty of Peru and Chile had to let the fishermen of Arica work.",
        "Ruiz is to visit the shipyard of Tacna on 12 May.",
    )
    texts = (
        f"Talks on the border treaty of Arica\n\n{talks[0]} {said[0]} {said[1]}",
        talks[1],
        f"{talks[2]} {said[2]}",
    )
    page = home(*((text, "2024-05-07") for text in texts))
    sides = section(page, "What each side said")
    assert "fair line at sea" in sides
    assert "fishermen of Arica" in sides
    assert "shipyard of Tacna" in section(page, "What is next")


# --- what other lines or later articles tell otherwise ------------------------------------------------


def test_of_two_sums_for_one_thing_the_latest_is_told_alone() -> None:
    texts = ("A reward of €150,000 was offered.", "The reward was raised to €250,000.", "A fine of €900 was paid.")
    found = [extract(article(t, f"seeds/{n}.txt")).figures[0] for n, t in enumerate(texts)]
    numbers = [Number(f, Line(f, (f,)), (f,), "") for f in found]
    days = dict(zip(found, ("2024-05-01", "2024-05-08", "2024-05-01"), strict=True))
    assert [n.figure.text for n in latest(numbers, days)] == ["€250,000", "€900"]


SAID = "Ferry owners in Kalvik lost the harbour contract on Monday, the city council said.\n\n{}\n"


def test_words_that_sources_quote_otherwise_are_no_line_to_quote() -> None:
    one = '"We are buying ferries and building a harbour for Kalvik," mayor Ana Ruiz told the city council.'
    other = '"We are selling ferries and building a harbour for Kalvik," mayor Ana Ruiz told the city council.'
    same = home((SAID.format(one), "2024-05-08"), (SAID.format(one).replace("owners in", "firms of"), "2024-05-08"))
    assert "We are buying ferries" in section(same, "Lines to quote")
    page = home((SAID.format(one), "2024-05-08"), (SAID.format(other).replace("owners in", "firms of"), "2024-05-08"))
    assert "buying or selling" in section(page, "Where the sources differ")
    assert "## Lines to quote" not in page
    assert "## What each side said" not in page


def test_an_hour_needs_no_day_beside_it() -> None:
    text = (
        "Thieves broke into the museum of Kalvik on Sunday, police said on Monday.\n\n"
        "A sensor of the museum of Kalvik saw thieves at 3.12 a.m., but no police came.\n"
    )
    page = home((text, "2024-05-08"))
    assert "“3.12 a.m.”" not in page
    assert "“Monday”" in page
