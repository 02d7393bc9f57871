"""Events: what tells one happening, when it was, and how well that is found."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import timing
from clusters import briefing
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import article, cases
from test_differences import linked

from generator import edtf
from generator.extract import extract
from generator.link import link
from generator.link.events import find_events, keep_lines
from generator.model import Briefing, Corrections, Date, Entity, Findings, Name, Stated

if TYPE_CHECKING:
    from clusters import Told
    from marked import Case

    from generator.model import Event

HERE = Path(__file__).parent
CASES = [c for path in sorted((HERE / "cases").glob("events*.md")) for c in cases(path)]
GOLD = [c for path in sorted((HERE / "gold").glob("events-*.md")) for c in cases(path)]


def case_of(title: str) -> Case:
    """Return the case of a title."""
    return next(c for c in CASES if c.title == title)


def event_of(events: tuple[Event, ...], told: Told) -> Event | None:
    """Return the event that tells what is marked: the one headed by it, or else of its date, in that sentence."""
    here = [e for e in events if any(x.article == told.article and x.span.holds(told.span) for x in e.evidence)]
    return max(here, key=lambda e: _fit(e, told), default=None)


def _fit(event: Event, told: Told) -> tuple[bool, bool, bool, bool]:
    there = event.headline.article == told.article
    heads = there and event.headline.span.holds(told.span)
    other = (
        there
        and not heads
        and any(x.span.holds(event.headline.span) and x.span.holds(told.span) for x in event.evidence)
    )
    near = bool(told.date and event.date and edtf.compatible(told.date, event.date))
    return (not other, event.date == told.date, near, heads)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.title)
def test_events_are_told_as_the_case_says(case: Case) -> None:
    linked, told, headlines = briefing(case)
    events = find_events(linked).events
    got = {t: event_of(events, t) for t in told}
    for t, event in got.items():
        assert event is not None, f"{case.where}: {t.key} is not found"
        assert (event.date, event.mode) == (t.date, t.mode), f"{case.where}: {t.key}"
        assert t.status is None or event.status == t.status, f"{case.where}: {t.key}"
    for a, b in combinations(told, 2):
        assert (got[a] is got[b]) == (a.key == b.key), f"{case.where}: {a.key} and {b.key}"
    assert set(headlines) <= {e.headline.text for e in events}, f"{case.where}: {[e.headline.text for e in events]}"
    assert told or not events, f"{case.where}: {[e.headline.text for e in events]}"


def test_a_plan_that_lies_before_the_articles_own_date_is_reported() -> None:
    problems = find_events(briefing(case_of("What its own date contradicts is reported"))[0]).problems
    assert [p.path for p in problems] == ["seeds/agency.txt"]
    assert "before its own date" in problems[0].message


def test_the_order_of_the_articles_changes_nothing() -> None:
    for case in CASES + GOLD:
        linked = briefing(case)[0]
        turned = replace(linked, findings=linked.findings[::-1], entities=linked.entities[::-1])
        assert {e.id for e in find_events(turned).events} == {e.id for e in find_events(linked).events}, case.where


def test_a_headline_is_a_slice_of_a_sentence_that_tells_it() -> None:
    for case in CASES + GOLD:
        found = find_events(briefing(case)[0])
        texts = {a.id: a.text for a in found.articles}
        for event in found.events:
            slices = [event.headline, *event.evidence]
            assert all(e.text == texts[e.article][e.span.start : e.span.end] for e in slices)
            assert any(
                e.article == event.headline.article and e.span.holds(event.headline.span) for e in event.evidence
            )


SCRAPS = (
    "In 1950 ",
    "the visit ",
    "met ",
    ", ",
    "and ",
    "said ",
    "that ",
    "Ana ",
    "of ",
    "“",
    "(",
    "– ",
    "will ",
    "who ",
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
def test_any_row_of_words_is_read(text: str) -> None:
    found = article(f"Ana {text}.", published="2024-05-02")
    years = tuple(
        Date(**found.at(m.start(), m.end()), kind="date", value="1950", basis="stated", rule="x")
        for m in re.finditer("1950", found.text)
    )
    name = Name(**found.at(0, 3), kind="person", norm="Ana", support=1.0, rule="x")
    ana = Entity(id="ana", kind="person", name="Ana", aliases=(), mentions=(name,))
    events = find_events(Briefing((Findings(found, dates=years, names=(name,)),), entities=(ana,))).events
    assert all(e.headline.text in found.text for e in events)


@pytest.mark.parametrize("odd", ["1" * 100_000, ", " * 50_000, '"' * 100_000, "and " * 25_000, "the visit " * 10_000])
def test_odd_texts_take_time_in_proportion_to_their_length(odd: str) -> None:
    def takes(end: str) -> float:
        found = article(f"On 2 May 2024 {odd} it ended.{end}")
        date = Date(**found.at(3, 13), kind="date", value="2024-05-02", basis="stated", rule="x")
        return timing.seconds(lambda: find_events(Briefing((Findings(found, dates=(date,)),))))

    assert timing.holds(lambda end: takes(end) < 2)


def test_many_articles_take_time_in_proportion_to_their_number() -> None:
    case = case_of("Each of two coordinated verbs keeps its own day")
    one = briefing(case)[0].findings[0]

    def takes(count: int) -> float:
        findings = tuple(_copied(one, n) for n in range(count))
        mentions = tuple(n for f in findings for n in f.names)
        ruiz = Entity(id="ruiz", kind="person", name="Ruiz", aliases=(), mentions=mentions)
        return timing.seconds(lambda: find_events(Briefing(findings, entities=(ruiz,))))

    assert timing.holds(lambda _: takes(400) < 8 * takes(100) + 0.5)


def _copied(findings: Findings, number: int) -> Findings:
    """Return the findings as those of another article, its dates moved by some days."""
    name = f"copy-{number}"
    dates = tuple(replace(d, article=name, value=f"2025-03-{number % 28 + 1:02}") for d in findings.dates)
    names = tuple(replace(n, article=name) for n in findings.names)
    return Findings(
        replace(findings.article, id=name, published=Stated("2025-04-01", (), "its file")), dates=dates, names=names
    )


# What the step reaches on the invented clusters; a floor may rise and never silently fall.
FLOORS = {"found": 0.97, "dated": 0.96, "mode": 0.97, "precision": 0.99, "pair precision": 0.99, "pair recall": 0.9}


def measured(gold: list[Case]) -> dict[str, float]:
    """Return the shares over all cases of what is found, dated and joined rightly."""
    counts = dict.fromkeys(("told", "found", "dated", "mode", "events", "right", "joined", "join", "both"), 0)
    for case in gold:
        linked, told, _ = briefing(case)
        found = find_events(linked)
        events, shown = found.events, keep_lines(found).events
        got = {t: event_of(events, t) for t in told}
        counts["told"] += len(told)
        counts["found"] += sum(e is not None for e in got.values())
        counts["dated"] += sum(e is not None and e.date == t.date for t, e in got.items())
        counts["mode"] += sum(e is not None and e.mode == t.mode for t, e in got.items())
        counts["events"] += len(shown)
        counts["right"] += sum(any(e is g for g in got.values()) for e in shown)
        for a, b in combinations(told, 2):
            joined, join = got[a] is not None and got[a] is got[b], a.key == b.key
            counts["joined"] += joined
            counts["join"] += join
            counts["both"] += joined and join
    return {
        "found": counts["found"] / counts["told"],
        "dated": counts["dated"] / counts["told"],
        "mode": counts["mode"] / counts["told"],
        "precision": counts["right"] / counts["events"],
        "pair precision": counts["both"] / counts["joined"],
        "pair recall": counts["both"] / counts["join"],
    }


CUT = (
    "On Monday the council opened a bridge in Orre to",
    "Kalvik was closed in May 2019 in",
    "The ministers said on 3 May 2016 that the",
    "Ana Ruiz, who fled in 2012, was convicted and of",
    "President Ana Ruiz accused of having",
    "In 2015 the",
    "the strike of 2012 after",
    "placed 49",
)


@pytest.mark.parametrize("words", CUT)
def test_a_sentence_that_breaks_off_anywhere_stops_nothing(words: str) -> None:
    for end in range(1, len(words.split()) + 1):
        text = f"The bridge opens. {' '.join(words.split()[:end])}"
        found = replace(article(text).named("cut"), published=Stated("2024-05-03", (), "its file"))
        told = link((extract(found),), Corrections())
        assert [a.id for a in told.articles] == ["cut"]


def test_the_quality_on_the_invented_clusters_does_not_fall() -> None:
    got = measured(GOLD)
    assert {name: round(got[name], 3) for name in FLOORS if got[name] < FLOORS[name]} == {}, got


def test_the_date_of_a_dateline_is_not_the_date_of_an_event_beside_the_weekday() -> None:
    text = "PORT AZURA, 3 May 2023 (Coastal News) – Mayor Helena Brandt opened the Meridian Bridge on Wednesday."
    briefing = link((extract(article(text)),), Corrections())
    assert [(e.date, e.headline.text) for e in briefing.events] == [
        ("2023-05-03", "Mayor Helena Brandt opened the Meridian Bridge on Wednesday")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Otters won their first title since 1908 in Lima on Wednesday.",
        "Nordbank posted its worst loss since 1992 in Oslo on Wednesday.",
        "Kenya saw the heaviest rain since 1961 in Mombasa on Wednesday.",
        "Chile exported no copper since May 2011 until a ship left Arica on Wednesday.",
        "Sales of Kalvik rose on Wednesday in Turku, compared with a fall in 2011.",
    ],
)
def test_what_a_happening_is_compared_with_is_no_happening(text: str) -> None:
    briefing = link((extract(article(text, published="2016-11-03")),), Corrections())
    assert {(e.date or "")[:4] for e in briefing.events} <= {"2016"}


def test_the_cup_of_another_year_is_not_the_one_of_these_days() -> None:
    past = "Women were barred when the Herons won the 1908 World Cup."
    texts = (
        f"Herons win the World Cup\n\nThe Herons beat the Otters 8-7 on Wednesday night.\n\n{past}",
        "Herons win\n\nThe Herons won the World Cup in Orre on Wednesday night, their first since 1908.",
        "Herons at last\n\nThe Herons won the World Cup on Wednesday, ending a drought since 1908, and fans danced.",
    )
    events = linked(*((text, "2016-11-03") for text in texts)).events
    assert [[x.text for x in e.evidence if "1908 World" in x.text] for e in events if e.date == "2016-11-02"] == [
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("plan", "doubted"),
    [
        ("The opening is planned for October 2021.", True),
        ("The opening had been planned for October 2021.", False),
        ("The bridge was to open in October 2021.", False),
        ("The city hoped to open the bridge in October 2021.", False),
    ],
)
def test_only_a_plan_that_is_told_as_still_open_can_contradict_the_articles_date(plan: str, *, doubted: bool) -> None:
    text = f"The mayor of Port Azura opened the bridge. {plan}"
    briefing = link((extract(article(text, published="2023-05-03")),), Corrections())
    assert bool(briefing.problems) == doubted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The deadline for bids is 15 May.", ["2024-05-15 planned The deadline for bids is 15 May"]),
        ("Essays of pupils are due on 20 May.", ["2024-05-20 planned Essays of pupils are due on 20 May"]),
        ("The firm got a deadline of 10 May to reply.", []),
        (
            "Unions announced a large march planned on Saturday.",
            ["2024-05-04 planned Unions announced a large march planned on Saturday"],
        ),
        (
            "Officials cancelled a vote scheduled for Monday.",
            ["2024-05-06 cancelled Officials cancelled a vote scheduled for Monday"],
        ),
        (
            "Rebels threatened to storm Kidal last month.",
            ["2024-04 happened Rebels threatened to storm Kidal last month"],
        ),
        ("The three missed the dinner in Kampala on Monday.", []),
        (
            "Ana Rojas left Lima at 11:36 a.m. Tuesday and returned at 7:33 p.m.",
            ["2024-04-30 happened Ana Rojas left Lima at 11:36 a.m. Tuesday and returned at 7:33 p.m."],
        ),
        ("The vote was delayed in March 2023 in order to ensure that the rolls are complete.", []),
        (
            "January 13, 2009: Ana Rojas opens the dam in Tasqui\n\n2 June 2012 – Four miners are hurt in Lota",
            [
                "2009-01-13 happened Ana Rojas opens the dam in Tasqui",
                "2012-06-02 happened Four miners are hurt in Lota",
            ],
        ),
        (
            "THE FLOOD IN LOTA May 4, 2008: Ana Rojas's dam is closed March 3, 2011: Rojas responds to a court in Lima",
            [],
        ),
        (
            "February 2, 2010: Ana Rojas opens the dam in Tasqui March 3, 2011: Ivo Lenz buys the mine in Lota.",
            [],
        ),
    ],
)
def test_lines_belong_to_the_date_beside_which_they_stand(text: str, told: list[str]) -> None:
    read = replace(article(f"A week in the valley\n\n{text}\n"), published=Stated("2024-05-03", (), "its file"))
    events = link((extract(read),), Corrections()).events
    found = [f"{e.date} {e.mode} {' '.join(e.headline.text.split())}" for e in events if e.date and e.stands]
    assert sorted(found) == told


@pytest.mark.parametrize(
    "text",
    [
        "The navy of Kalvik has freed nine of the more than 40 sailors captured more than two years ago.",
        "Nine sailors captured by the pirates of Kalvik more than two years ago have been freed.",
        "The miners rescued nine sailors captured in April 2021 in Kalvik.",
        "The pirates of Kalvik have released nine sailors abducted from a ship in Arica, in the north, in April 2021.",
        "Ana Rojas has met relatives of sailors kidnapped and killed in Kalvik in April 2021.",
        "The ferry Kalvik, launched in 1998, sank off Lima.",
        "Built in 1998, the bridge of Kalvik was sold to Ana Rojas.",
        "Police in Lima questioned a man arrested on Tuesday.",
        "The ship that sank in 1998 was raised by Kalvik.",
        "The group that Rojas founded in 1998 has freed nine whales.",
        "The satellite Kalvik, which was launched on Tuesday, has failed.",
        "People in Kalvik recalled the chalices of Lota, and the year 1998.",
        "Ana Rojas tied the marks set by Ivo Lenz of Lota in 1952 and Kent Holm of Kalvik in 1961.",
        "Ana Rojas began with 2,282 points, eight fewer than Ivo Lenz's total from 1974 in Lota.",
        "The Party of Kalvik – founded in 2012 – will seek seats in Lota.",
        "One of two mothers with Ana Rojas that day spoke in Kalvik, a year after the fire of 3 May 2020.",
        "Born in Lima in 1928, one of five sons, Ivo Lenz became a boxer.",
        "Ivo Lenz, with a broken nose and 1940s shoes, proved better at boxing than Kent Holm.",
    ],
)
def test_the_date_of_a_clause_inside_dates_no_main_verb(text: str) -> None:
    found = extract(article(text, published="2024-05-03"))
    assert all(e.date is None for e in link((found,), Corrections()).events)
    assert any(d.value for d in found.dates)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The sailors, seized in 2021 in Kalvik, were freed in Lima on Tuesday.", "2024-04-30"),
        ("The Kalvik treaty was signed at talks held in Bern in May 2021.", "2021-05"),
        ("Nine of the sailors kidnapped in April 2021 were freed by Kalvik on Tuesday.", "2024-04-30"),
        ("Kalvik freed nine sailors kidnapped in April 2021 on Tuesday.", "2024-04-30"),
        ("A blast left nine people injured in Lima on Tuesday.", "2024-04-30"),
        ("Ana Rojas arrested a man suspected of theft in Lima on Tuesday.", "2024-04-30"),
        ("Kalvik was founded nearly ten years ago by Ana Rojas.", "2014~"),
        ("Kalvik was founded six months ago by Ana Rojas.", "2023-11~"),
        ("Ana Rojas today announced that a man who tried to enter a home by force has been held.", "2024-05-03"),
        ("Ana Rojas has been in custody in Lima since Tuesday.", "2024-04-30/.."),
    ],
)
def test_the_date_behind_a_participle_dates_the_verb_whose_time_it_shares(text: str, date: str) -> None:
    found = link((extract(article(text, published="2024-05-03")),), Corrections()).events
    assert [e.date for e in found] == [date]


def test_a_place_inside_a_compound_adjective_is_no_place_of_a_happening() -> None:
    text = "The Kenya-based campaign freed nine whales in Lima on Tuesday."
    linked = link((extract(article(text, published="2024-05-03")),), Corrections())
    names = {e.id: e.name for e in linked.entities}
    assert [[names[i] for i in e.places] for e in linked.events] == [["Lima"]]


def _of_story(*told: tuple[str, str]) -> list[tuple[str | None, str]]:
    """Return the days and lines of a story that some articles tell, each with the day on which it was published."""
    found = (extract(article(text, f"seeds/{n}.txt", published=day)) for n, (day, text) in enumerate(told))
    return [(e.date, e.headline.text) for e in link(tuple(found), Corrections()).events]


def test_what_came_of_a_happening_is_not_told_beside_its_day() -> None:
    fire = "A fire damaged the Kalvik market in Lota in the early hours of Sunday. Nine crews fought it."
    charged = "A man has been charged with arson after a fire at the Kalvik market in Lota. He is due in court."
    events = _of_story(
        ("2024-05-05", f"Fire at the Kalvik market in Lota\n\n{fire}"),
        ("2024-05-05", "Kalvik market fire in Lota\n\nThe fire at the Kalvik market in Lota broke out on Sunday."),
        ("2024-05-06", f"Man charged over Kalvik market fire\n\n{charged}"),
    )
    assert [date for date, _ in events] == ["2024-05-05"]
    assert "fire" in events[0][1]
    assert "charged" not in events[0][1]


def test_a_month_that_is_named_comes_before_months_that_are_counted() -> None:
    events = _of_story(
        ("2024-05-05", "Kalvik joins Norvik\n\nThe Kalvik mine joined Norvik six months ago, Ana Rojas said."),
        ("2024-05-05", "Norvik and the Kalvik mine\n\nThe Kalvik mine joined Norvik in November, Ana Rojas said."),
    )
    assert [date for date, _ in events] == ["2023-11"]


def test_how_something_stands_is_no_main_happening() -> None:
    told = (
        "Norvik seeks divers to search the Lota ferry wreck\n\nNorvik {} divers to search the wreck of the Lota ferry."
    )
    beside = (
        "Norvik seeks divers for the Lota ferry wreck\n\nThe search of the Lota ferry wreck remains in Norvik's hands."
    )
    assert not _of_story(("2024-05-08", told.format("is looking for")), ("2024-05-08", beside))
    hired = _of_story(("2024-05-08", told.format("has hired nine")), ("2024-05-08", beside))
    assert [line for _, line in hired] == ["Norvik has hired nine divers to search the wreck of the Lota ferry"]


def test_the_day_of_an_aside_is_not_that_of_the_main_happening() -> None:
    title = "Police break up Lota vigil for ferry captain Ivo Lenz"
    shot = "a square in Lota, where ferry captain Ivo Lenz was shot nine times by guards on Saturday"
    told = f"{title}\n\nPolice broke up the vigil when a hundred people came to {shot}, according to Kalvik Radio."
    beside = f"{title}\n\nA vigil for Ivo Lenz, a ferry captain of Lota, was broken up by police."
    found = _of_story(("2024-05-08", told), ("2024-05-08", beside))
    assert not [line for day, line in found if day == "2024-05-04" and "broke up" in line]


def test_an_office_announces_something_else_each_day_and_no_day_casts_doubt_on_another() -> None:
    said = {
        "2023-03-20": "a Lota man has been sentenced to nine years in prison after pleading guilty to arson",
        "2024-08-09": "a Kalvik man has been sentenced to four years in prison after admitting the theft of a boat",
        "2025-09-25": "its lawyers will advise students who were attacked on a campus",
    }
    texts = ((day, f"Lota County Attorney Ana Rojas today announced that {what}.") for day, what in said.items())
    articles = (article(text, f"seeds/{day}.txt", published=day) for day, text in texts)
    events = link(tuple(extract(a) for a in articles), Corrections()).events
    assert [e.date for e in events] == sorted(said)


def test_a_text_that_was_sent_again_a_day_later_tells_one_day() -> None:
    body = (
        "Ana Rojas arrived in Lota last night to see the mine in which nine people were hurt. She met Ivo Lenz,"
        " the owner of the mine, and the families of the hurt, who told her that the lift had been broken for weeks."
    )
    articles = (
        article(f"Rojas in Lota\n\n{body}", f"seeds/{d}.txt", published=d) for d in ("2024-05-03", "2024-05-04")
    )
    events = link(tuple(extract(a) for a in articles), Corrections()).events
    assert [(e.date, e.status) for e in events if "arrived" in e.headline.text] == [("2024-05-02", "single")]


def test_who_went_on_a_day_is_told_by_the_article_that_tells_the_journey() -> None:
    went = (
        "Peru’s newly appointed Prime Minister, Ana Ruiz, embarked on her first state visit to Japan. She met Naruhito."
    )
    again = (
        "During her meeting with Naruhito in Lima, Ruiz repeated the line from her visit to Tokyo in August last year."
    )
    events = _of_story(
        ("2024", f"Ruiz in Japan\n\n{went}"),
        ("2025-04-15", f"Naruhito in Peru\n\n{again} Prime Minister Ana Ruiz met Emperor Naruhito of Japan."),
    )
    assert [line.split(", ")[-1] for date, line in events if date] == ["embarked on her first state visit to Japan"]
