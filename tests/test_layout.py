"""What the texts of one house have in common tells which line of them is what."""

from __future__ import annotations

import pytest
from marked import article, house
from test_clean import check_partition

from generator.model import Article, Inferred, Unknown, value_of


def filled(told: str) -> list[list[str]]:
    """Return what fills a layout: texts between empty lines, the last two lines of each are its story."""
    parts = (part.split("\n") for part in told.strip().split("\n\n"))
    return [[*lines[:-2], "\n".join(lines[-2:])] for lines in parts]


PAPER = """We use cookies and share what you read here with our advertising partners.
Reject all
Ellmoor Gazette
News
Farming
Deaths
{title}
{byline}
Published 07:15, Thu {day}
Share
Copy link
{story}
Read next
Ram wins third ribbon at the hill show
9 May 2024
Bus to the upper valley stops for good
7 May 2024
About the Ellmoor Gazette
The Ellmoor Gazette has been printed on Fridays since the railway came.
"""
REPORTS = filled(
    """
Farmers block road over price of milk
By Ada Holm
2 May 2024
Sixty farmers blocked the valley road on Wednesday with tractors and empty churns.
They are paid less for their milk than it costs them.

Library closes on Mondays from June
By Tom Rusk
16 May 2024
The library will be closed on Mondays from June, the parish council decided.
It has to save a tenth of what it spends.

Owl found asleep in organ loft
By Ada Holm
23 May 2024
An owl that had kept a village awake for a week was found asleep in the organ loft.
The vicar opened a window.
"""
)

OFFICE = """AMT FÜR DEICHE UND SIELE
Hafenstraße 4

{title}

{story}

Norderhaven, den {day}

Rückfragen: 04931 55 20
"""
NOTES = filled(
    """
Deich bei Wulfsand wird erhöht
4. März 2021
Der Deich bei Wulfsand wird um einen Meter erhöht, weil er die Fluten kaum mehr hält.
Die Arbeiten dauern zwei Jahre und kosten sechs Millionen Euro.

Neues Siel geht in Betrieb
19. April 2021
Das neue Siel am alten Hafen hat am Montag seinen Betrieb aufgenommen.
Es entwässert die Wiesen von vier Gemeinden.

Schafe kehren auf den Deich zurück
7. Mai 2021
Seit Freitag weiden wieder achthundert Schafe auf dem Deich und halten das Gras kurz.
Hunde müssen an der Leine bleiben.
"""
)

NEWSROOM = """{title} | Tamsin Boats
Skip to main content
Yachts
Ferries
Careers
{title}
{day}
{story}
More from the newsroom
{others}
"""
RELEASES = filled(
    """
Electric ferry passes its trials
Monday, August 3, 2020
An electric ferry for ninety passengers has passed its trials in rough water, the yard said.
It will sail between two islands from October.

Yard takes on forty apprentices
Friday, September 4, 2020
Forty apprentices began their first day at the yard on Tuesday, more than ever before.
Half of them are women.

Storm delays launch of rescue boat
Wednesday, October 7, 2020
A storm has delayed the launch of a rescue boat by a week, after waves broke over the slip.
Nobody was hurt.
"""
)
OTHERS = ("Sails made of old sails\nJune 1, 2020", "New crane arrives\nMay 4, 2020", "A hull in six days\nJuly 6, 2020")


def papers() -> tuple[Article, ...]:
    return house(*(PAPER.format(title=t, byline=b, day=d, story=s) for t, b, d, s in REPORTS))


def offices() -> tuple[Article, ...]:
    return house(*(OFFICE.format(title=t, day=d, story=s) for t, d, s in NOTES))


def newsrooms() -> tuple[Article, ...]:
    told = zip(RELEASES, OTHERS, strict=True)
    return house(*(NEWSROOM.format(title=t, day=d, story=s, others=o) for (t, d, s), o in told))


HOUSES = [
    (papers(), [(r[0], r[3]) for r in REPORTS], "Ellmoor Gazette", ["2024-05-02", "2024-05-16", "2024-05-23"]),
    (offices(), [(r[0], r[2]) for r in NOTES], "AMT FÜR DEICHE UND SIELE", ["2021-03-04", "2021-04-19", "2021-05-07"]),
    (newsrooms(), [(r[0], r[2]) for r in RELEASES], "Tamsin Boats", ["2020-08-03", "2020-09-04", "2020-10-07"]),
]


@pytest.mark.parametrize(("made", "told", "name", "days"), HOUSES, ids=[name for _, _, name, _ in HOUSES])
def test_three_texts_of_a_house_tell_headline_name_day_and_story(
    made: tuple[Article, ...], told: list[tuple[str, str]], name: str, days: list[str]
) -> None:
    assert [value_of(a.title) for a in made] == [title for title, _ in told]
    assert [value_of(a.publisher) for a in made] == [name] * 3
    assert [value_of(a.published) for a in made] == days
    for one, (_, story) in zip(made, told, strict=True):
        check_partition(one)
        shown = [one.cite(b.span).text for b in one.blocks if b.kind not in ("removed", "header", "title")]
        assert shown == story.split("\n")


def test_a_day_is_told_by_its_place_where_no_label_tells_it() -> None:
    published = [a.published for a in offices()]
    assert all(isinstance(p, Inferred) and p.because.startswith("it stands at the like place") for p in published)
    title, day, story = NOTES[0]
    assert isinstance(article(OFFICE.format(title=title, day=day, story=story)).published, Unknown)


WIRE = """Sixty farmers of the Ellmoor valley blocked the road to the dairy in Harstad on Wednesday, police said.
They are paid less for their milk than it costs them, their leader, Jonna Reth, told the crowd in Harstad.
"""


def test_copies_of_a_wire_have_no_layout() -> None:
    more = (
        "The dairy in Harstad didn't answer.",
        "Police led Jonna Reth away.",
        "Harstad has had no milk since Monday.",
    )
    made = house(*(f"Farmers block road\nWorld\nValley life\n\n{WIRE}{last}\n" for last in more))
    shown = [[a.cite(b.span).text for b in a.blocks if b.kind == "paragraph"] for a in made]
    assert [parts[-3:] for parts in shown] == [[*WIRE.splitlines(), last] for last in more]
    assert {value_of(a.title) for a in made} == {"Farmers block road"}


SEVERAL = """Harbour office moves to the old mill

{above}

The harbour office will move to the old mill in June, its head told the crews on Monday.
Boats are registered there from the day after.
{below}
"""


def test_several_days_around_a_story_are_of_nobody_knows_what() -> None:
    above = article(SEVERAL.format(above="Harbour notes\n\n4 May 2022\n\nMill notes\n\n9 May 2022", below=""))
    below = article(SEVERAL.format(above="Harbour notes", below="\n4 May 2022\n\n9 May 2022"))
    assert [type(a.published) for a in (above, below)] == [Unknown, Unknown]
