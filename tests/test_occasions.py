"""Occasions: the main happening of a story, whatever its verb, and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from test_differences import linked

from generator.link.occasions import find_occasions

if TYPE_CHECKING:
    from generator.model import Briefing, Occasion

FERRY = (
    (
        """Ferry Runs Aground Off Cape Orre

A ferry with 240 passengers ran aground off Cape Orre on Tuesday night, the coast guard said.

All passengers were taken to Orre by the coast guard on Wednesday morning. Orre has had a ferry to the islands since
1931.""",
        "2024-05-09",
    ),
    (
        """Passengers Rescued After Orre Ferry Hits Rocks

All 240 passengers of a ferry were rescued after it hit rocks off Cape Orre.

“We heard a bang,” said one of them. The owner of the ferry, Nordline, has apologised.""",
        "2024-05-09",
    ),
    (
        """Ferry Aground Near Orre: Captain Suspended

The captain of the ferry that ran aground off Cape Orre with 240 passengers was suspended on Wednesday.

Nordline said that the ferry had left Orre on time.""",
        "2024-05-09",
    ),
)
BRIDGE = (
    """Queen Opens Bridge Over The Sund

Queen Marit opened the bridge over the Sund on 2 May 2024. The bridge took nine years to build.

Six thousand people walked over the bridge behind Queen Marit.""",
    "2024-05-03",
)
ORCHARD = (
    (
        """Plum Trees Stolen From Orchard In Orre

Thieves dug up nine plum trees in the orchard of Orre on Sunday, the police of Orre said.

The trees are worth 4,000 crowns, the owner of the orchard, Nils Holm, said.""",
        "2024-05-06",
    ),
    (
        """Two Held Over Plum Trees Of Orre

Police arrested two men on Monday over the theft of nine plum trees from the orchard of Orre, Inspector Ida Rask said.

The men were found in the port of Sund. None of the trees has been found, Rask said.""",
        "2024-05-07",
    ),
    (
        """Five Arrests Over Plum Trees Of Orre

Police have arrested five people over the theft of plum trees from the orchard of Orre and have found four of the trees.

The owner of the orchard, Nils Holm, said that he would plant them again.""",
        "2024-05-11",
    ),
)
BAKERS = (
    (
        """Bakers Of Orre To Talk

Talks to end a strike at the bakery of Orre will resume on Friday, its owner, Ida Rask, said.

The bakers of Orre have not worked for a week.""",
        "2024-05-08",
    ),
    (
        """Bakers Of Orre End Their Strike

The strike at the bakery of Orre ended on Friday with a deal for the bakers of Orre.

Ida Rask, the owner of the bakery, spoke of a good day.""",
        "2024-05-11",
    ),
)
UNDATED = (
    (
        """Shop Chain Gullmark Removes Toy Drums

The shop chain Gullmark has removed a toy drum from its shelves over loose screws.

“We act at once,” said the chain.""",
        "2024-05-03",
    ),
    (
        """Gullmark Takes Toy Drums From Its Shelves

A toy drum with loose screws was taken from the shelves of the shop chain Gullmark.

Parents may bring the drum back.""",
        "2024-05-03",
    ),
)


def _most_told(briefing: Briefing) -> Occasion:
    return max(briefing.occasions, key=lambda o: (len(o.articles), o.date or ""))


def test_tellings_of_the_main_happening_are_one_event_whatever_their_verbs() -> None:
    briefing = linked(*FERRY[:2])
    lead = _most_told(briefing)
    event = next(e for e in briefing.events if e.id == lead.id)
    assert event.leads == ("a0", "a1")
    assert event.date == "2024-05-07", "the weekday of the one dates both"
    assert event.status == "single", "who runs aground isn't rescued: each tells its own side"
    assert lead.lead.text.startswith(("A ferry with 240 passengers", "All 240 passengers"))


def test_what_undoes_it_is_another_happening_of_the_story() -> None:
    lost = (
        """Lindholm Hospital In Orre Loses Water

Mains water has been lost at the Lindholm Hospital in Orre.

Nurses of the Lindholm Hospital carried water in buckets.""",
        "2024-05-03",
    )
    back = (
        """Lindholm Hospital In Orre Has Water Again

Plumbers have restored mains water to the Lindholm Hospital in Orre.

Nurses of the Lindholm Hospital put the buckets of water away.""",
        "2024-05-03",
    )
    briefing = linked(lost, back)
    assert [len(story) for story in briefing.stories] == [2]
    assert {e.status for e in briefing.events} == {"single"}


def test_what_others_were_arrested_later_is_no_account_of_the_theft() -> None:
    assert {e.headline.text[:29]: (e.date, len(e.accounts)) for e in linked(*ORCHARD).events} == {
        "Thieves dug up nine plum tree": ("2024-05-05", 1),
        "Police arrested two men on Mo": ("2024-05-06", 1),
        "Police have arrested five peo": (None, 1),
    }


def test_what_is_planned_for_a_day_is_no_account_of_another_deed_of_that_day() -> None:
    found = [(e.date, e.mode, len(e.accounts)) for e in linked(*BAKERS).events]
    assert found == [("2024-05-10", "planned", 1), ("2024-05-10", "happened", 1)]


def test_what_happened_around_it_belongs_to_it_and_history_does_not() -> None:
    briefing = linked(*FERRY[:2])
    lead = _most_told(briefing)
    dates = {e.date for e in briefing.events if e.id in lead.events}
    assert dates == {"2024-05-07", "2024-05-08"}
    assert all("1931" not in (d or "") for d in dates)


def test_a_happening_that_no_source_dates_is_there_with_the_day_of_its_first_report() -> None:
    briefing = linked(*UNDATED)
    lead = _most_told(briefing)
    assert (lead.date, lead.articles) == ("2024-05-03~", ("a0", "a1"))
    assert "first reported on 3 May 2024" in lead.because
    assert "drum" in lead.title.casefold()


def test_two_stories_are_two_occasions_and_the_newest_stands_first() -> None:
    briefing = linked(*FERRY, BRIDGE)
    told = [o for o in briefing.occasions if o.mode == "happened"]
    assert [o.date for o in told] == sorted((o.date for o in told), reverse=True)
    bridge = next(o for o in briefing.occasions if "bridge" in o.lead.text)
    assert bridge.articles == ("a3",)
    assert not set(bridge.events) & set(_most_told(briefing).events)


def test_each_event_belongs_to_one_occasion_at_most() -> None:
    briefing = linked(*FERRY, BRIDGE, *UNDATED)
    events = [e for o in briefing.occasions for e in o.events]
    assert len(events) == len(set(events))
    assert set(events) <= {e.id for e in briefing.events}


def test_the_order_of_the_articles_changes_no_occasion() -> None:
    there = linked(*FERRY, BRIDGE)
    assert find_occasions(there).occasions == there.occasions
    turned = linked(*FERRY[::-1], BRIDGE)
    assert {o.lead.text for o in turned.occasions} == {o.lead.text for o in there.occasions}


def test_nothing_happened_where_there_are_no_articles() -> None:
    assert linked().occasions == ()
