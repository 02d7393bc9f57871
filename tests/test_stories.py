"""Which articles tell the same happening."""

from __future__ import annotations

from test_differences import linked

from generator.link.stories import stories

FIRE = (
    """A fire destroyed the flower market of Tarlac on Friday night. The dealer Ana Reyes lost twelve thousand orchids.

The firemen of Tarlac came with four engines and pumped water from the canal until morning.""",
    """Twelve thousand orchids burned in the flower market of Tarlac, where a fire broke out on Friday night.

Four engines pumped water from the canal. “I have nothing left,” said the dealer Ana Reyes.""",
)
STRIKE = (
    """The gardeners of the flower market of Iloilo went on strike on Tuesday for higher wages.

Their leader Jose Lim said that nobody would cut a single rose before the owners had answered.""",
    """No roses were cut in Iloilo on Tuesday: the gardeners of the flower market are on strike for higher wages.

The owners have not answered their leader Jose Lim.""",
)
OTHER = "The telescope on the plateau saw a comet with two tails, an astronomer said. It will come back in 400 years."


def test_two_happenings_of_one_subject_are_two_stories() -> None:
    briefing = linked(*((text, None) for text in (*FIRE, *STRIKE, OTHER)))
    assert stories(briefing) == (("a0", "a1"), ("a2", "a3"))
    assert briefing.stories == stories(briefing)


def test_articles_of_one_story_are_related_and_the_reason_is_said() -> None:
    briefing = linked(*((text, None) for text in (*FIRE, OTHER)))
    reasons = {(r.article, r.to): r.reasons for r in briefing.related}
    assert any(reason.startswith("both tell") for reason in reasons["a0", "a1"])
    assert ("a0", "a2") not in reasons


def test_one_article_is_no_story_of_several() -> None:
    assert stories(linked((OTHER, None))) == ()
    assert stories(linked()) == ()


CHEESE = (
    """Dairy recalls cheese after illness

Health officers took the soft cheese of the Vale do Orlo dairy off the shelves on Thursday. Nine people were ill.

It was sold as Pedra Velha in the shops of four towns, the officers said.""",
    """The fridge that stayed empty

My shop has a fridge that nobody can walk past without looking in, and last week it was bare.

I had sold Pedra Velha for a dozen years, and I know the women of Orlo who turn each cheese by hand.""",
    """Worn pump to blame, inspectors find

A pump in the cellar had spread the germ, the inspectors told the ministry on Monday.

They had taken apart every machine of the dairy at Orlo. No cheese may leave it before the pump is replaced.""",
    """A letter from the shepherds

We who keep the sheep want to be heard. Our milk was tested in all of the forty-four flocks, and it was clean.

Whoever says Pedra Velha says Orlo, and whoever takes our cheese from the table takes our villages with it.""",
)


def test_few_articles_that_name_one_thing_anywhere_tell_one_story_in_whatever_words() -> None:
    assert stories(linked(*((text, None) for text in CHEESE))) == (("a0", "a1", "a2", "a3"),)
    assert stories(linked(*((text, None) for text in (*CHEESE, OTHER)))) == (("a0", "a1", "a2", "a3"),)


WALKOUT = (
    """Ferry crews walk out at Brennholm

Crews of the Brennholm ferries stopped work on Monday over plans for ships without captains.

The union said that the line had refused to promise a job to its 90 captains. Lorries waited on the quay.""",
    """Island shops run short of milk

Shops on the islands warned on Wednesday that bread and milk would last three days if the Brennholm crews stay away.

A court told the crews to go back. The union said that nobody had shown it the order.""",
    """Deal ends ferry strike

Crews of the Brennholm ferries agreed late on Friday to return to work after the line put off its new ships.

Wages will rise by 4 percent. Whether the crews are paid for the days of the strike has not been settled.""",
    """What the ferry deal leaves open

The strike that kept the Brennholm ferries in port is over, but the argument behind it is not.

Nobody has published the text, and the bank that lends for the ships is to decide in May.""",
)


def test_one_subject_of_a_small_folder_that_its_own_name_holds_together_is_one_story() -> None:
    assert stories(linked(*((text, None) for text in WALKOUT))) == (("a0", "a1", "a2", "a3"),)
    assert stories(linked(*((text, None) for text in (*WALKOUT, OTHER)))) == (("a0", "a1", "a2", "a3"),)


COLLAPSE = (
    """Footbridge collapse kills nine in Calder

Nine people died when an old footbridge collapsed at the harbour of Calder on Friday, the coast guard said.

Divers looked for two others until midnight.""",
    """Nine dead as bridge comes down at Calder harbour

CALDER — Nine people were killed on Friday when the Tarn footbridge came down over the harbour of Calder.

Divers looked for two others, the coast guard said. The bridge had been closed to bicycles since May.""",
    """Harbour of Calder reopens to boats

The harbour of Calder was opened to boats again on Sunday. Nine people died when its footbridge fell on Friday.""",
)
DATES = ("2023-06-10", "2023-06-10", "2023-06-12")


def test_two_houses_that_tell_the_main_happening_with_other_verbs_tell_one_event() -> None:
    briefing = linked(*zip(COLLAPSE, DATES, strict=True))
    told_by = [sorted({a.sentence.article for a in e.accounts}) for e in briefing.events if e.date == "2023-06-09"]
    assert ["a0", "a1"] in told_by


def test_the_opening_two_days_later_is_another_event_of_the_story() -> None:
    briefing = linked(*zip(COLLAPSE, DATES, strict=True))
    assert [sorted({a.sentence.article for a in e.accounts}) for e in briefing.events if e.date == "2023-06-11"] == [
        ["a2"]
    ]


BRIDGE = (
    """The bridge at Kalvemo fell on Friday. Divers searched the river for four men.""",
    """Judge Ana Reyes is to ask why the bridge at Kalvemo fell. A bolt had rusted through, engineers wrote.""",
    """Old people remember how they crossed before there was a bridge. In Kalvemo they took a boat of reeds.""",
    """The ministry will pay for a new bridge. Its minister was booed in Kalvemo, and went home early.""",
)
TOWN = (
    """Kalvemo has a new baker. She opens at five.""",
    """Goats ate the roses of the town hall of Kalvemo. Nobody was hurt.""",
    """The choir of Kalvemo sang in the rain.""",
    """Snow fell on Kalvemo. It melted at noon.""",
)


def test_a_few_articles_that_name_one_thing_and_speak_of_one_are_one_story() -> None:
    assert stories(linked(*((text, None) for text in BRIDGE))) == (("a0", "a1", "a2", "a3"),)
    dated = (*((text, "2024-05-03") for text in BRIDGE[:3]), (BRIDGE[3], "2025-05-03"))
    assert ("a0", "a1", "a2", "a3") not in stories(linked(*dated))


def test_what_is_written_of_one_town_is_no_one_story() -> None:
    assert stories(linked(*((text, None) for text in TOWN))) == ()


TWO = (
    """Robbers empty jeweller Halvorsen in Kalvemo

Four armed men smashed the cases of the jeweller Halvorsen in Kalvemo with axes on Friday. Guards lay on the floor.

Rings worth two million are gone. The gang fled in a van towards the ferry, police said, and left a glove.""",
    """Men in wigs rob Halvorsen

A customer saw how men in wigs took rings from Halvorsen. They shouted, swung axes and were gone in three minutes.

Police found the van burnt out in a wood. The insurer offers a tenth of the two million for what is found.""",
    """A barn full of clocks

Schools go free into a museum of clocks that Halvorsen opened in a barn. Its oldest piece was made by a monk.

Children sang when it struck noon. Tickets cost three crowns, and a café sells waffles.""",
    """The hours of an abbey

What a monk carved for his abbey is the pride of the house that Halvorsen opened. Its wheels are of pear wood.

The barn was full, and waiters ran about; a choir waited for noon. Clocks need oil, the keeper told the guests.""",
)
WITNESS = (
    """A fire broke out in the yard at Kalvemo. The fire brigade saved the crane, and nobody was hurt.""",
    """Ingrid Solvang says that the fire in the yard at Kalvemo began in a heater. Owner Tormod Aasen fell ill.""",
    """Tormod Aasen will build again after the fire in his yard at Kalvemo. He did not name the bank that lends.""",
    """We had our chairs out on the quay and smelled it first.

Ingrid Solvang waved us off. By dawn Tormod Aasen sat on a box and wept, and gulls slept on my neighbour's stove.""",
)


def test_two_happenings_that_one_name_holds_together_stay_apart_where_each_is_told_in_its_own_words() -> None:
    assert stories(linked(*((text, None) for text in TWO))) == (("a0", "a1"), ("a2", "a3"))


def test_a_neighbour_who_never_says_what_burned_tells_the_story_of_the_people_she_names() -> None:
    assert stories(linked(*((text, None) for text in WITNESS))) == (("a0", "a1", "a2", "a3"),)
