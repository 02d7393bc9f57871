"""Lines that are worth their place: one for a happening, the news in front, history and asides behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Corrections

if TYPE_CHECKING:
    from generator.model import Event


def told(*texts: tuple[str, str]) -> tuple[Event, ...]:
    """Return the events that some articles tell, each with its day of publication, or with none."""
    given = ((text, {"published": day} if day else {}) for text, day in texts)
    found = (extract(article(text, f"seeds/{n}.txt", **stated)) for n, (text, stated) in enumerate(given))
    return link(tuple(found), Corrections()).events


@pytest.mark.parametrize(
    "text",
    [
        "Norvik shut its mine in Goma on Monday. The mine burned.\n\nOwners wept. Ships left. Rain fell. {}",
        "Ana Ruiz died in Lund on Monday. Friends mourned.\n\nBells rang. Shops closed. Rain fell. {}",
    ],
)
def test_what_was_over_a_year_before_it_was_told_is_background(text: str) -> None:
    events = told(
        (text.format("Ana Ruiz bought the shipyard of Norvik from its three founders in 1988."), "2024-05-03")
    )
    assert [(e.date, e.background) for e in events] == [("1988", True), ("2024-04-29", False)]
    recent = told(
        (text.format("Ana Ruiz bought the shipyard of Norvik from its three founders in 2023."), "2024-05-03")
    )
    assert not any(e.background for e in recent)


def test_history_with_which_an_article_opens_is_its_subject() -> None:
    (event,) = told(("The Norvik Bridge fell in Lund in 1988.\n\nIts story is told here.", "2024-05-03"))
    assert not event.background


def test_where_no_article_has_a_day_history_is_what_was_long_before_the_rest() -> None:
    text = "Ana Ruiz died in Lund on 3 May 2024. Bells rang. Shops closed. Rain fell. Ships left. {}"
    events = told((text.format("Ana Ruiz bought the mill of Norvik from its three founders in 1988."), ""))
    assert [(e.date, e.background) for e in events] == [("1988", True), ("2024-05-03", False)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Store drops Kestrel app\n\nThe Kestrel app was removed from the Norvik store on Tuesday.",
            "Kestrel app banned\n\nThe popular Kestrel app has been banned from the Norvik store.",
        ),
        (
            "Bank in Lund fires clerks\n\nThe Bank of Arua dismissed clerks in Lund on Tuesday over stolen gold.",
            "Clerks in Lund lose jobs\n\nIvo Lenz has lost a job as clerk in Lund over stolen gold.",
        ),
        (
            "Lund ferry sinks\n\nThe ferry Petrel sank off Lund on Tuesday with nine people on board.",
            "Nine lost at sea\n\nNine people are feared dead after the ferry Petrel went down off Lund.",
        ),
    ],
)
def test_the_news_of_two_articles_of_the_same_days_is_one_line(one: str, other: str) -> None:
    lines = [e for e in told((one, "2024-05-03"), (other, "2024-05-03")) if not e.twin]
    assert [e.date for e in lines] == ["2024-04-30"]


def test_what_two_articles_tell_of_one_week_in_like_words_is_one_line() -> None:
    tops = "Teachers fight Lumo\n\nA campaign against the Lumo app for children began in Lund, Ana Ruiz said.\n\n{}"
    texts = (
        "Doctors in Lund urged Norvik last week to withdraw a messaging service for children.",
        "Campaigners in Lund called on Norvik on Friday to withdraw a messaging service that children use.",
    )
    events = told(*((tops.format(text), "2024-05-07") for text in texts))
    assert len([e for e in events if "withdraw" in e.headline.text and not e.twin]) == 1


@pytest.mark.parametrize(
    ("one", "other", "lines"),
    [
        (
            "Ivo Lenz was detained on Tuesday 30 April 2024 in Arua, in a boathouse that he rented.",
            "Guards said Ivo Lenz had been arrested in a boathouse in Kalvik on Wednesday, 1 May 2024.",
            1,
        ),
        (
            "Ivo Lenz won a race in Arua on Tuesday 30 April 2024.",
            "Ivo Lenz sold a boathouse in Kalvik on Wednesday, 1 May 2024.",
            2,
        ),
    ],
)
def test_one_deed_is_one_line_even_if_one_source_has_the_day_before(one: str, other: str, lines: int) -> None:
    top = "Lund port strike\n\nThe port of Lund has been shut by a strike of the dockers of Norvik.\n\n{}"
    events = told((top.format(one), "2024-05-03"), (top.format(other), "2024-05-03"))
    shown = [e for e in events if not e.twin and e.date and e.stands]
    assert len(shown) == lines


def test_news_that_two_others_had_told_weeks_before_dates_nothing() -> None:
    text = "{} arrested in Lund fraud\n\nIvo Lenz, {}, was arrested for fraud in Lund {}."
    days = (("on Thursday", "2023-12-30"), ("on Thursday", "2023-12-29"), ("this week", "2024-01-10"))
    events = told(*((text.format("Man", "67", when), day) for when, day in days))
    assert {e.date for e in events} <= {"2023-12-28", None}


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Kent Holm opened a bakery in Turku on Tuesday.", 1),
        ("The ferry Petrel to Arica was sold by Lund on Tuesday.", 2),
    ],
)
def test_what_has_little_to_do_with_the_story_of_its_article_is_no_line(line: str, lines: int) -> None:
    one = "Lund ferry strike ends\n\nThe ferry Petrel left Lund for Arica on Monday after a strike of nine days. {}"
    other = "Strike on Lund ferry over\n\nThe crew of the ferry Petrel in Lund ended a strike on Monday."
    events = told((one.format(f"Rain fell. Bells rang. {line}"), "2024-05-03"), (other, "2024-05-03"))
    assert len([e for e in events if not e.twin]) == lines


def test_news_of_unknown_days_is_one_only_where_its_words_are() -> None:
    tops = (
        "Norvik mine sold\n\nNorvik today announced the sale of its mine in Goma to a firm from Lund.",
        "Head of Norvik leaves\n\nNorvik said Ana Ruiz left on Monday, days after the mine in Goma burned.",
    )
    assert [e.twin for e in told(*((text, "") for text in tops)) if e.stands] == ["", ""]


def test_a_line_that_was_sent_again_is_one_whoever_else_is_told_of() -> None:
    text = "Clerks in Lund fired\n\nThe Bank of Arua has dismissed nine clerks of its branch in Lund. {}"
    ends = "Ivo Lenz, 31, was dismissed on Monday.", "Ana Holm, 24, was dismissed on Friday."
    days = "2024-05-03", "2024-05-20"
    events = told(*((text.format(end), day) for end, day in zip(ends, days, strict=True)))
    assert len([e for e in events if "nine clerks" in e.headline.text and not e.twin]) == 1


@pytest.mark.parametrize(("years", "dates"), [("2022", ["2022"]), ("2021 or 2022", [])])
def test_a_year_that_is_one_of_two_dates_nothing(years: str, dates: list[str]) -> None:
    assert [e.date for e in told((f"Ana Ruiz bought a mine in Goma in {years}.", "2024-05-03"))] == dates


@pytest.mark.parametrize(
    ("lead", "dates"),
    [
        ("The board of Norvik has today filed a suit in Goma against the sale of its mine.", ["2024-05-03"]),
        ("The board of Norvik was on Monday ousted in Goma over the sale of its mine.", ["2024-04-29"]),
        ("Norvik is selling its mine in Goma to a firm from Lund, its owners said.", [None]),
        ("Norvik was last night being searched in Goma over the sale of its mine.", []),
    ],
)
def test_the_main_happening_may_be_told_with_a_day_inside_of_its_verb_or_as_going_on(
    lead: str, dates: list[str | None]
) -> None:
    one = f"Norvik mine sale\n\n{lead} Rain fell on Goma."
    other = "Sale of Norvik mine\n\nPeople in Goma fear for the mine of Norvik, and for its sale."
    assert [e.date for e in told((one, "2024-05-03"), (other, "2024-05-03")) if e.stands] == dates


STORY = (
    "Lund ferry strike ends\n\nThe ferry Petrel left Lund for Arica on 2 May 2024 after a strike. Sailors cheered. {}",
    "Strike on Lund ferry over\n\nThe crew of the ferry Petrel in Lund ended a strike on 2 May 2024. Bells rang. {}",
)
"""Two articles of one story."""


@pytest.mark.parametrize(
    ("line", "other", "lines"),
    [
        ("On 9 April the union called the strike in the port of Lund.", "The union was glad.", 1),
        ("On 9 April the union called the strike.", "Rain fell.", 0),
        ("Sailors warned the mayor of a strike on 9 April.", "The mayor came.", 1),
        ("The man called the strike on 9 April.", "The man was glad.", 0),
        ("The ferry hit the quay in Lund on 9 April.", "Rain fell.", 1),
    ],
)
def test_who_reads_of_a_story_knows_what_several_of_its_sources_speak_of(line: str, other: str, lines: int) -> None:
    events = told((STORY[0].format(line), "2024-05-03"), (STORY[1].format(other), "2024-05-03"))
    assert [e.date for e in events if not e.twin].count("2024-04-09") == lines


def test_a_noun_is_known_in_the_story_that_most_articles_tell_alone() -> None:
    line, other = "On 9 April the union called the strike.", "The union was glad."
    others = (
        "Norvik opens mill in Oslo\n\nNorvik opened a mill in Oslo on 2 May 2024.",
        "Bread dearer in Peru\n\nBakers in Peru raised the price of bread on 1 May 2024.",
    )
    texts = STORY[0].format(line), STORY[1].format(other), *others
    assert "2024-04-09" not in {e.date for e in told(*((text, "2024-05-03") for text in texts))}


def test_a_plan_whose_day_has_passed_is_no_line() -> None:
    line = "Crews of the ferry Petrel in Lund will vote on 2 May 2024."
    early = f"Strike on Lund ferry goes on\n\nThe strike on the ferry Petrel in Lund entered its third week. {line}"
    assert any(e.mode == "planned" for e in told((early, "2024-04-30")))
    assert not any(e.mode == "planned" for e in told((early, "2024-04-30"), (STORY[1].format(""), "2024-05-03")))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("When Ana Ruiz came to Oslo on Monday it was raining.", 0),
        ("Two bakers were hurt when a mill in Oslo burned on Monday.", 1),
        ("A reform, an idea that Ana Ruiz brought to Oslo on Monday, is to be tried by Norvik.", 0),
        ("Ana Ruiz said that bakers in Oslo had gone home on Monday.", 1),
    ],
)
def test_what_only_says_when_or_which_is_no_line(text: str, lines: int) -> None:
    assert len(told((f"Bells rang. Rain fell. {text}", "2024-05-03"))) == lines


@pytest.mark.parametrize(
    "text",
    [
        '"The Hay Cart of Lund" was found in a barn on Monday.',
        "On Monday the Petrel, which had been lying off Arua for weeks, was brought to Lund.",
        "Norvik was sold on 28 April 2024. Ivo Lenz of Norvik stepped down the next day pending an inquiry.",
        "Two guards of Norvik fled shortly after three in the morning on 29 April 2024.",
    ],
)
def test_a_line_has_the_day_of_its_own_verb(text: str) -> None:
    assert told((text, "2024-05-03"))[-1].date == "2024-04-29"
