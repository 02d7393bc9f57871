"""When articles without a date were written, and what their relative dates mean then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import article

from generator import edtf
from generator.extract import extract
from generator.extract.dates import find_dates
from generator.link.anchors import anchor_articles, bracket, date_by_story, resolve_with
from generator.link.events.telling import written
from generator.model import Briefing, Findings, Inferred, Unknown


def found(text: str, path: str = "seeds/case.txt", **sidecar: str) -> Findings:
    return find_dates(Findings(article(text, path, **sidecar)))


def values(findings: Findings) -> dict[str, str | None]:
    return {d.text: d.value for d in findings.dates}


STRIKE = """The dockers met in Arica on 3 May 2021 and voted for a strike.

They had last struck two years ago. The upcoming vote in Iquique on 20 May 2021 is open."""


def test_an_undated_article_was_written_after_what_it_tells_as_past_and_before_what_it_tells_as_coming() -> None:
    anchored = anchor_articles(Briefing((found(STRIKE),))).findings[0]
    written = anchored.article.written
    assert written.value == "2021-05-03/2021-05-20"
    assert written.because == "it tells of “3 May 2021” as past; it tells of “20 May 2021” as coming"
    assert [e.text for e in written.evidence] == ["3 May 2021", "20 May 2021"]


def test_a_bracket_gives_a_value_where_every_day_in_it_gives_the_same() -> None:
    anchored = anchor_articles(Briefing((found(STRIKE),))).findings[0]
    assert values(anchored)["two years ago"] == "2019"
    assert "when the article was written" in next(d.because for d in anchored.dates if d.text == "two years ago")


def test_a_figure_holds_for_the_time_that_its_date_means() -> None:
    told = f"{STRIKE} The port handled 900 tonnes of copper last year."
    (figure,) = (f for f in anchor_articles(Briefing((extract(article(told)),))).findings[0].figures if f.value == 900)
    assert figure.period is not None
    assert (figure.period.text, figure.period.value) == ("last year", "2020")


def test_an_open_bracket_resolves_nothing() -> None:
    anchored = anchor_articles(Briefing((found("The mill closed on 3 May 2021. It opened last year."),))).findings[0]
    assert anchored.article.written.value == "2021-05-03/.."
    assert values(anchored)["last year"] is None


def test_a_dated_article_is_left_as_it_is() -> None:
    before = found(STRIKE, published="2021-05-10")
    assert anchor_articles(Briefing((before,))).findings == (before,)


def test_a_planned_day_is_no_past() -> None:
    assert bracket(found("The hearing was set for 9 September 2013 in Nairobi.")).text is None


def test_a_year_of_publication_is_a_bracket_of_a_year() -> None:
    anchored = anchor_articles(Briefing((found("The court ruled last year on Monday.", published="2021"),))).findings[0]
    assert anchored.article.written.value == "2021"
    assert values(anchored) == {"last year": "2020", "Monday": None}


def test_what_another_source_dates_anchors_an_article() -> None:
    undated = found("The dam at Sika broke last December.")
    known = Inferred("2020", "“last December” there tells what b.txt dates 2019", ())
    told = replace(undated, article=replace(undated.article, written=known))
    anchored = anchor_articles(Briefing((told,))).findings[0]
    assert anchored.article.written.because == "“last December” there tells what b.txt dates 2019"
    assert values(anchored) == {"last December": "2019-12"}


def test_what_was_still_to_come_was_written_before_its_day() -> None:
    first, last = written(">06-17", "2013-06-17") or (None, None)
    assert (str(first), str(last)) == ("2012-06-18", "2013-06-17")
    first, last = written("<06-17", "2013-06-17") or (None, None)
    assert (str(first), str(last)) == ("2013-06-17", "2014-06-16")


def test_resolving_with_an_anchor_resolves_what_is_counted_from_it_in_turn() -> None:
    findings = found("The bank failed last month. Its owner fled the following month.")
    assert values(findings) == {"last month": None, "the following month": None}
    assert values(resolve_with(findings, "2021-05-10", "an editor says so")) == {
        "last month": "2021-04",
        "the following month": "2021-05",
    }


WIRE = """ALDERPORT, Oct. 16 (CoastWire) -- The builder of the bridge at Alderport dismissed a manager on Thursday.

The bridge over the Kolmar had collapsed a week earlier, and Alderport mourned two engineers of the builder."""
PAPER = """The bridge over the Kolmar at Alderport collapsed while its builder lifted a girder.

Two engineers of the builder of the bridge are missing, the mayor of Alderport said."""


def of_one_story(*articles: Findings) -> dict[str, Findings]:
    """Return the findings of articles on one story, dated by each other."""
    story = tuple(f.article.id for f in articles)
    return {f.article.id: f for f in date_by_story(Briefing(articles, stories=(story,))).findings}


def named(name: str, text: str, **sidecar: str) -> Findings:
    return find_dates(Findings(article(text, f"seeds/{name}.txt", **sidecar).named(name)))


def test_a_dateline_without_a_year_lies_near_the_days_of_the_other_articles_on_its_story() -> None:
    wire = of_one_story(named("wire", WIRE), named("paper", PAPER, published="2025-10-09"))["wire"]
    assert wire.article.published.value == "2025-10-16"
    assert wire.article.published.because == (
        "the dateline gives the day, and other articles on its story were published 9 October 2025"
    )
    assert values(wire)["Thursday"] == "2025-10-16"


def test_a_day_in_a_passage_on_another_year_stays_open_once_the_day_of_its_article_is_known() -> None:
    sold = "The bridge was sold on the night of 15 November 2024."
    told = f" {sold} Nine men died, the last of them on 28 September, and one on 9 July."
    wire = of_one_story(named("wire", WIRE + told), named("paper", PAPER, published="2025-10-09"))["wire"]
    assert values(wire)["28 September"] is None
    assert values(wire)["9 July"] == "2024-07-09"


def test_a_day_in_the_masthead_without_a_year_lies_near_the_days_of_the_other_articles_on_its_story() -> None:
    text = "Builder dismisses its manager\nThe Harbour Post, Oct. 16\n\n" + WIRE.partition("-- ")[2]
    post = of_one_story(named("post", text), named("paper", PAPER, published="2025-10-09"))["post"]
    assert post.article.published.value == "2025-10-16"
    assert values(post)["Thursday"] == "2025-10-16"


def test_a_dateline_of_january_is_of_the_year_after_a_december() -> None:
    wire = of_one_story(
        named("wire", WIRE.replace("Oct. 16", "Jan. 3")), named("paper", PAPER, published="2025-12-28")
    )["wire"]
    assert wire.article.published.value == "2026-01-03"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (WIRE, "2025-03-02"),
        (WIRE, "2025"),
        (WIRE.replace("Alderport mourned", "on 20 November 2025 Alderport mourned"), "2025-10-09"),
        (WIRE.partition("-- ")[2], "2025-10-09"),
    ],
    ids=["months away", "no day is known", "it tells of a later day as past", "no dateline"],
)
def test_a_dateline_stays_without_a_year_where_the_others_do_not_tell_it(text: str, published: str) -> None:
    wire = of_one_story(named("wire", text), named("paper", PAPER, published=published))["wire"]
    assert isinstance(wire.article.published, Unknown)


@given(
    st.sampled_from(
        ("-1D", "-2W", "<W5", "<<W1", ">W3", "<M12", "?M3", "<?12-25", "0M late", "-1W W5", "<S24", "07-15W5")
    ),
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.sampled_from(("%Y-%m-%d", "%Y-%m", "%Y")),
)
def test_the_days_on_which_an_expression_means_a_date_are_all_that_two_years_of_days_give(
    offset: str, day: date, precision: str
) -> None:
    value = day.strftime(precision)
    start = date(day.year, day.month if "m" in precision else 1, day.day if "d" in precision else 1)
    way = -1 if offset.startswith(">") else 1
    tried = sorted(start + way * timedelta(days=n) for n in range(731))
    meant = ((d, edtf.resolve(offset, d.isoformat())) for d in tried)
    days = [d for d, m in meant if m and edtf.compatible(m, value)]
    if offset.startswith("<W"):
        days = days[:6]
    assert written(offset, value) == ((days[0], days[-1]) if days else None)
