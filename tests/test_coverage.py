"""Who says what and who doesn't, what only one source says, what could be told of each, and where it comes from."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from marked import article
from test_differences import linked
from test_passages import REPORT

from generator.link.origins import ONE_ORIGIN
from generator.model import Difference, Reading, Span
from generator.model.kinds import Kind, Verdict
from generator.render import render
from generator.render.differences import BESIDE, namer_of
from generator.render.lookup import Lookup
from generator.render.origins import MOST, shared_passages
from generator.render.single_source import single_source_of
from generator.render.text import own_words

if TYPE_CHECKING:
    from generator.model import Briefing, Passage

TEMPLATES = (Path(__file__).parent.parent / "templates",)

ONE = "Governor Amina Okoye opened the tannery in Kano on Monday. Amina Okoye said it will employ the quarter."
TWO = (
    "Amina Okoye came to Kano. The mayor of Kano said the fair of Kano's tanners will be held in Kano on 3 March 2021."
)
READOUT = "They spoke of hides, according to a readout from the Nigerian trade ministry, and of nothing else that day."
LATER = (
    "The quota stays as it is, according to a readout by the Nigerian trade ministry that names no year for its end."
)


def three() -> Briefing:
    return linked((ONE, "2021-02-02"), (TWO, "2021-02-20"), ("The river rose in Jos.", "2021-06-01"))


def pages(briefing: Briefing) -> dict[str, str]:
    return {p.path: p.content.decode() for p in render(briefing, TEMPLATES, "Test") if p.path.endswith(".md")}


def test_what_there_is_none_of_is_not_counted() -> None:
    alone = pages(three())["differences/coverage.md"]
    assert "that no other source has" in alone
    assert not re.search(r"\b0 (?:dated|figures|quotations|names)", alone)


def test_what_bounds_a_figure_stands_before_it_wherever_it_is_told() -> None:
    told = "More than 2,500 people have left the valley, the region said. The mill has {} workers in all."
    made = pages(linked((told.format("about 310"), "2021-02-02"), (told.format("some 310"), "2021-02-03")))
    for text in (made["articles/a0.md"], made["articles/a1.md"]):
        assert re.search(r"\*\*more than(?: |&#32;)<span[^>]*>2,500</span>\*\*", text)
        assert re.search(r"\*\*about(?: |&#32;)<span[^>]*>310</span>\*\*", text)
    assert "### people: more than 2,500 " in made["figures.md"]


def test_links_of_one_card_to_several_pairs_have_names_of_their_own() -> None:
    told = "The dam of Tasqui in Peru broke on Monday. {} people were killed, the police of Tasqui said in the morning."
    given = (("Nine", "2021-02-02"), ("Twenty", "2021-02-03"), ("Thirty", "2021-02-04"))
    made = pages(linked(*((told.format(n), day) for n, day in given)))["differences.md"]
    names = re.findall(r"\[(side by side[^\]]*)\]", made)
    assert len(names) == len(set(names)) == 2


def test_a_title_is_not_disputed_by_what_else_its_sentence_tells() -> None:
    texts = [
        f"The dam of Tasqui in Peru broke on Monday. “We had asked for a wall for {n} years,” said Mayor Alma Quispe."
        " Alma Quispe has been in Tasqui since the morning, and the herders stood with her."
        for n in ("nine", "ten")
    ]
    made = pages(linked(*((t, "2021-02-03") for t in texts)))
    assert "disputed" in made["people/alma-quispe.md"]
    assert not re.search(r"(?m)^(?:\*\*Mayor|\| Mayor).*disputed", made["people/alma-quispe.md"])


def section(text: str, name: str) -> str:
    """Return a section of a page by its anchor."""
    return re.split(r"(?m)^## ", text.partition(f"{{: #h-{name}}}")[2])[0]


def test_who_is_named_by_several_sources_has_a_row_with_a_count_for_each_source() -> None:
    rows = section(pages(three())["differences/coverage.md"], "coverage").splitlines()
    row = next(line for line in rows if line.startswith("| [Amina Okoye]"))
    assert [cell.strip() for cell in row.split("|")[2:5]] == ["2", "1", "–"]


def test_words_of_a_day_are_no_happening_that_one_source_alone_tells() -> None:
    one = "Kano is dry. Amina Okoye opened the tannery in Kano on 2 February 2021. "
    one += "Amina Okoye announced on 3 February 2021 a tax."
    told = pages(linked((one, "2021-02-05"), ("The river rose in Jos. Amina Okoye wants a tax.", "2021-02-05")))
    for page, name in (("differences/coverage.md", "alone"), ("index.md", "single")):
        assert "announced on 3 February" not in section(told[page], name)
    assert "opened the tannery" in section(told["differences/coverage.md"], "alone")


def test_a_plan_whose_day_lies_before_the_newest_article_is_no_plan() -> None:
    assert "3 March 2021" not in pages(three())["index.md"].partition("## Who")[0]


def test_what_only_one_source_says_is_told_for_each_source() -> None:
    text = section(pages(three())["differences/coverage.md"], "alone")
    assert text.count("### ") == 3
    assert "fair of Kano's tanners" in text
    assert "3 March 2021" in text


def test_a_copy_does_not_make_a_thing_confirmed() -> None:
    briefing = linked((REPORT, "2021-02-02"), (REPORT, "2021-02-03"), (ONE, "2021-02-02"))
    own = single_source_of(Lookup(briefing))
    solvang = next(e for e in briefing.entities if e.name == "Ingrid Solvang")
    assert [solvang in own[a.id].entities for a in briefing.articles] == [True, True, False]
    assert "copies of it aside" in pages(briefing)["differences/coverage.md"]


def test_neither_a_sum_told_again_in_other_money_nor_a_count_of_three_is_one_source_s_own() -> None:
    briefing = linked(
        ("The mill lost 340 workers and 12 million euros ($14 million) last year. It has three gates.", "2021-02-02"),
        ("The owners of the mill say nothing of its debts.", "2021-02-02"),
    )
    (own,) = single_source_of(Lookup(briefing))["a0"].figures
    assert [f.text for f in own.figures] == ["12 million euros", "340"]


def test_a_figure_that_another_source_gives_is_not_told_as_one_source_s_own() -> None:
    briefing = linked(
        ("The mill lost 340 workers and 12 million euros last year.", "2021-02-02"),
        ("Its owners say that 340 workers will go.", "2021-02-02"),
    )
    own = single_source_of(Lookup(briefing))
    assert [f.text for x in own["a0"].figures for f in x.figures] == ["12 million euros"]
    assert own["a1"].figures == ()


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("Around 340 passengers were on board.", "A total of 338 tickets had been sold."),
        ("The dairy employs nearly 100 people in Kano.", "Of its 97 staff, most live in Kano."),
        ("He won 600,000 euros in prize money.", "A purse of 800,000 euros went with the first place."),
        ("The petition had 3,200 signatures on Monday.", "By now 5,800 signatures stand below it."),
        ("A reward of up to 50 million pesos was approved.", "Kano offers a reward of 50 million Colombian pesos."),
        ("A force of about 100 men was on the roof.", "We thank the ninety-seven firefighters with all our heart."),
    ],
)
def test_what_others_count_otherwise_is_no_source_s_own(told: str, again: str) -> None:
    own = single_source_of(Lookup(linked((f"Rain fell. {told}", "2021-02-02"), (f"Snow fell. {again}", "2021-02-02"))))
    assert own["a0"].figures == own["a1"].figures == ()


def test_the_news_of_an_article_is_told_by_the_others_of_its_story() -> None:
    mayor = "Amina Okoye, the mayor of Kano, came to the cannery on 3 February 2021."
    news = f"Gas poured through the cannery of Kano on 2 February 2021. {mayor}"
    briefing = linked((news, "2021-02-04"), ("A leak at the cannery of Kano made nine people ill.", "2021-02-04"))
    alone = single_source_of(Lookup(briefing))["a0"].events
    assert [e.date for e in alone] == ["2021-02-03"]


def test_a_happening_whose_number_another_source_gives_too_is_told_by_both() -> None:
    briefing = linked(
        ("Thieves came to Kano. Tanners of Kano carried 43 chests away on 2 February 2021.", "2021-02-04"),
        ("Thieves came to Kano. Forty-three treasures lay under a barn.", "2021-02-04"),
    )
    assert single_source_of(Lookup(briefing))["a0"].events == ()


def test_a_figure_that_a_card_compares_with_others_is_no_source_s_own() -> None:
    briefing = linked(("The mill will cut 340 jobs.", None), ("The mill will cut hundreds of jobs by June.", None))
    assert single_source_of(Lookup(briefing))["a0"].figures
    one = briefing.findings[0].article
    place = (one.cite(Span(18, 21)),)
    told = Difference("figure-x", Kind.FIGURE, "How many?", Verdict.SCOPE, "", (Reading("340", "stated", "", place),))
    assert single_source_of(Lookup(replace(briefing, differences=(told,))))["a0"].figures == ()


def test_what_another_source_has_in_nearly_the_same_words_is_no_source_s_own() -> None:
    one = "On 4 May 2019 the ferry Aurora left the old quay of Bergen at noon with ninety people and a cargo of cement."
    two = "At dusk on 4 May 2019 the ferry Aurora left the old quay of Bergen with ninety people and a cargo of cement."
    briefing = linked((f"{one} {ONE} {READOUT}", None), (f"{two} {TWO} {LATER}", None))
    assert len(briefing.origins) == 2
    own = single_source_of(Lookup(briefing))
    assert not any("ferry" in e.headline.text for a in briefing.articles for e in own[a.id].events)


def test_what_counts_as_one_origin_is_printed_as_it_is_done() -> None:
    assert f"at least {ONE_ORIGIN:.0%} of the shorter" in pages(three())["differences/coverage.md"]


def passages(briefing: Briefing, number: int) -> tuple[Passage, ...]:
    (first,) = briefing.passages
    return tuple(replace(first, shared_words=n) for n in range(number))


def copied() -> Briefing:
    one = "The ferry left the old quay at noon with ninety people and a cargo of cement for the northern islands."
    two = "The ferry left the old quay at dusk with ninety people and a cargo of cement for the northern islands."
    briefing = linked((f"{one} {ONE}", None), (f"Nobody saw it go. {two}", None))
    assert len(briefing.passages) == 1
    return briefing


def test_shared_text_stands_side_by_side_with_what_differs_marked() -> None:
    text = pages(copied())["differences/passages.md"]
    assert "at <mark>noon</mark> with" in text
    assert "at <mark>dusk</mark> with" in text


def test_text_that_is_the_same_in_both_is_shown_once_with_its_length() -> None:
    both = "The ferry left the old quay at noon with ninety people and a cargo of cement for the northern islands."
    text = pages(linked((f"{both} {ONE}", None), (f"Gone. {both}", None)))["differences/passages.md"]
    assert "**20 words, the same in both**" in text
    assert text.partition("{: #h-evidence")[0].count("at noon with ninety people") == 1


@pytest.mark.parametrize(
    ("mine", "theirs", "marked"),
    [
        ("It rose by a third.", "It fell by a third.", ["rose"]),
        ("It ROSE.", "it rose", []),
        ("don't go", "don’t go", []),
        ("", "It rose.", []),
        ("It rose.", "", ["It rose"]),
    ],
)
def test_the_words_that_only_one_side_has_are_marked(mine: str, theirs: str, marked: list[str]) -> None:
    assert [mine[m.span.start : m.span.end] for m in own_words(mine, theirs)[0]] == marked


def test_shared_text_has_a_page_of_its_own_and_more_than_anybody_reads_stands_in_the_data_only() -> None:
    briefing = copied()
    many = replace(briefing, passages=passages(briefing, MOST + 5))
    made = pages(many)
    shared = "".join(text for path, text in made.items() if path.startswith("differences/passages"))
    assert shared.count("words in common**") == MOST
    assert "5 shorter ones are in the" in shared
    assert [s["passage"].shared_words for s in shared_passages(many.passages)][:2] == [MOST + 4, MOST + 3]


def test_many_sources_are_told_of_on_a_page_of_its_own_and_none_is_left_out() -> None:
    number = 50 + BESIDE
    briefing = linked(*((f"Amina Okoye came to Kano for the fair number {n}.", "2021-02-02") for n in range(number)))
    made = pages(briefing)
    assert "#h-fields}" not in made["differences/coverage.md"]
    parts = [text for path, text in made.items() if path.startswith("differences/sources")]
    assert sum(len(re.findall(r"^## .* \{: #h-a", text, re.MULTILINE)) for text in parts) == number
    assert "| Words searched | Contained in |" in made["differences/coverage.md"]
    assert ": all |" in made["differences/coverage.md"]
    assert max(len(line) for line in made["differences/coverage.md"].splitlines()) < 2000


def test_what_another_source_tells_in_other_words_is_no_source_s_own() -> None:
    one = (
        "On 4 May 2019 the ferry Aurora hit a pier in Bergen. The harbour master, Ida Holm, said the brakes had failed."
    )
    two = "A pier in Bergen was hit by the ferry Aurora. Failed brakes were the cause, harbour master Ida Holm said."
    briefing = linked(
        (f"{one} There were 412 tons of cement on board.", "2019-05-05"),
        (f"{two} Of cement, 412 tons sank.", "2019-05-05"),
    )
    own = single_source_of(Lookup(briefing))
    said = [
        *(e.headline.text for x in own.values() for e in x.events),
        *(q.words.text for x in own.values() for q in x.quotes),
    ]
    assert said == []
    assert [r.figure.text for x in own.values() for r in x.figures] == []


def test_a_short_line_of_which_another_source_has_two_words_is_no_source_s_own() -> None:
    one = "The diver Ole Berg drowned in the cave of Tasqui near Arica. His team looked for him for days."
    two = "Ole Berg, a diver, has been found dead in the cave of Tasqui near Arica."
    briefing = linked(
        (f"Diver Ole Berg drowned in cave of Tasqui\n\n{one} Berg's body was recovered on 5 May 2019.", "2019-05-06"),
        (f"Diver Ole Berg found in cave of Tasqui\n\n{two} A team recovered the body with a boat.", "2019-05-06"),
    )
    assert len(briefing.origins) == 2
    own = single_source_of(Lookup(briefing))
    assert not any("recovered" in e.headline.text for x in own.values() for e in x.events)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("The Hide Trade Council", "The tanners met the HTC in Kano."),
        ("The Hide Trade Council", "The tanners met the Hide Trade in Kano."),
        ("Amina Okoye", "The tanners met Okoye in Kano."),
        ("The HTC", "The tanners met the Hide and Trade Council in Kano."),
    ],
)
def test_who_stands_there_in_another_form_is_not_said_to_be_left_out(name: str, text: str) -> None:
    made = article(text)
    assert namer_of(made)([name])
    assert not namer_of(made)(["Musa Bello", "Union of Weavers"])


THREE = (
    ("Amina Okoye met the tanners of Kano on 2 February 2021. Hides cost more than in the year before.", "2021-02-03"),
    ("The tanners of Kano saw Amina Okoye on 2 February 2021. A new quay has no money yet.", "2021-02-04"),
    ("Old vats leak. On 2 February 2021 Amina Okoye spoke in Kano of wells that doctors had closed.", "2021-02-05"),
)
FOURTH = ("The tanners of Kano met on 2 February 2021. It rained, and the river rose over the road.", "2021-02-07")


def test_what_a_source_leaves_out_stands_with_who_says_what_and_the_front_page_leads_there() -> None:
    made = pages(linked(*THREE, FOURTH))
    assert re.search(r"Does not contain, .*\[Amina Okoye\]", made["differences/coverage.md"])
    assert "leaves out [" not in made["index.md"]
    assert "(differences/coverage.md" in made["index.md"]
