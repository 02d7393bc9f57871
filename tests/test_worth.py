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
    events = told((text.format("Ana Ruiz bought Norvik in 1988."), "2024-05-03"))
    assert [(e.date, e.background) for e in events] == [("1988", True), ("2024-04-29", False)]
    recent = told((text.format("Ana Ruiz bought Norvik in 2023."), "2024-05-03"))
    assert not any(e.background for e in recent)


def test_history_with_which_an_article_opens_is_its_subject() -> None:
    (event,) = told(("The Norvik Bridge fell in Lund in 1988.\n\nIts story is told here.", "2024-05-03"))
    assert not event.background


def test_where_no_article_has_a_day_history_is_what_was_long_before_the_rest() -> None:
    text = "Ana Ruiz died in Lund on 3 May 2024. Bells rang. Shops closed. Rain fell. Ships left. {}"
    events = told((text.format("Ana Ruiz bought the mill of Norvik in 1988."), ""))
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
    ("line", "lines"),
    [
        ("Lenz was arraigned on Tuesday.", 1),
        ("Ivo Lenz was arraigned in Lund on Tuesday.", 2),
    ],
)
def test_who_is_called_by_a_last_name_alone_is_known_only_where_others_tell_of_them(line: str, lines: int) -> None:
    top = "Teacher charged\n\nProsecutors in Lund charged Ivo Lenz, a teacher, with theft on Monday. {}"
    assert len(told((top.format(line), "2024-05-03"))) == lines


def test_news_that_two_others_had_told_weeks_before_dates_nothing() -> None:
    text = "{} arrested in Lund fraud\n\nIvo Lenz, {}, was arrested for fraud in Lund {}."
    days = (("on Thursday", "2023-12-30"), ("on Thursday", "2023-12-29"), ("this week", "2024-01-10"))
    events = told(*((text.format("Man", "67", when), day) for when, day in days))
    assert {e.date for e in events} <= {"2023-12-28", None}
