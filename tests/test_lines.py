"""Lines of the timeline: what is read there can be read alone, and belongs to the date it stands beside."""

from __future__ import annotations

import pytest
from marked import article

from generator.extract import extract
from generator.link import link
from generator.model import Corrections

TWO = 2


def lines_of(*texts: str, published: str = "2024-05-03") -> list[tuple[str | None, str]]:
    """Return the dates and headlines that the texts give, each an article."""
    found = (extract(article(text, f"seeds/{n}.txt", published=published)) for n, text in enumerate(texts))
    return [(e.date, " ".join(e.headline.text.split())) for e in link(tuple(found), Corrections()).events]


@pytest.mark.parametrize(
    "text",
    [
        "The court in Perth cited the Harbours Act 1980 and Gill v Peak [1998] 2 AC 311.",
        "Police found a 2022 Toyota and a 2021 Fiat in a barn.",
        "Ana Ruiz has led the mine in Goma since 2011.",
        "He left Lima for Quito on Monday.",
        "These talks in Oslo ended on Monday.",
        "The defendant, a baker from Arua, was sentenced in Lund on Monday.",
        "The defendant's flat in Lund was searched on Monday.",
        "Kent Holm, who had left Bergen on Monday and gone to Oslo.",
        "Kenya hints at why Chad decided in 2016 to leave.",
        "Which games does Chile play in Lima in June?",
        "A source in Dakar confirmed to Kalvik on Monday.",
        "Chad plays a part in a 2016 peace plan for Niger.",
        "A visit of Lena Holm to Japan in August.",
        "The company opened a mine on Monday.",
        "The militant group burned a bridge on Monday.",
        "Ana Ruiz called the dam a “fact of life” on Monday.",
        "Ana Ruiz was crossing the bridge in Arua on Monday when it fell.",
        "The Skylark engine goes to work in Lima on Monday.",
        "Not asking Ana Ruiz to sing in Lima on Monday would have been a shame.",
        "Ana Ruiz is accused of hitting a man in Lima on 3 March 2019.",
        "On 3 March 2019, Ana Ruiz is accused of hitting a man in Lima.",
        "Charges were filed in Lima against a man accused of shooting Ana Ruiz on 3 March 2019.",
        "Ivo Lenz was charged with killing Ana Ruiz on 3 March 2019.",
        "Ana Ruiz, a newcomer in 2019, has won the cup of Peru.",
        "That throw broke the mark of 2,290 that Ana Ruiz set in 1978.",
        "Ana Ruiz, known as the “Eagle of Lund,” fled Oslo.",
        "Making him cry broke Ana Ruiz in Lima on Monday.",
        "The men left Lima on Monday.",
        "The two sailors were seen in Lima on Monday.",
        "The changes were introduced on Monday by Ana Ruiz.",
        "Peru blocked the app on Monday.",
        "The council of Lund gave $2 million on Monday for the program.",
        "It was the largest march in Lima since Ana Ruiz took office in 2019.",
        "At the club in Lima on Monday, Ana Ruiz told Ivo Lenz the following:",
        "Ana Ruiz was shot in Lima on Monday when guards...",
        "Ana Ruiz picked Saturday night for a raid on Lima.",
        "Lima could have used more guards on Monday.",
        "Ana Ruiz will be named captain of the Skylark for a mission in December.",
        "The group fell apart in Lima on Monday.",
        "Peru, police said on Monday, fired on Chile, it is alleged.",
        "Ana Ruiz said on Monday it would do all to ensure Norvik is in Lima.",
        "Shares of Norvik, quoted in Lima after the close of trading on Monday, closed at $23.",
        "In a poll of Lima done on Monday, however, most of them agreed.",
        "The biggest creditor is Lima- based Norvik Lines, which has three ships, and friendly Chile on Monday.",
        "Net income in the third quarter jumped 63 percent.",
        "Ana Ruiz opened one of the largest fairs of 2016.",
        "Ana Ruiz was backed by 42 percent of voters, a four-point dip from March.",
        "Ana Ruiz has opposed a ban on boats, in 2009.",
        "The attack on Lima on Monday was another matter.",
        "The action was taken by Norvik on Monday.",
        "Thirteen years after President Ruiz opened the port of Lima in 2019, it closed.",
        "Prior to March, Norvik paid $3 million to Ana Ruiz.",
        "The task force announced a deal in Lima on Monday.",
        "Ana Ruiz and Ivo Lenz went there on Monday.",
        "Ana Ruiz asked Norvik on Monday how the average voter should see it.",
        "Chile has denied any role in the 3 May 2019, attacks on Peru.",
        "Peru is staking its claim for cash in 2019.",
        "Ana Ruiz also plans to meet Ivo Lenz that day in Lima.",
        "The Kalvik Roads Act of 2019 set up a court in Peru.",
        "Norvik moved closer to a deal in Lima with two talks on 6 May.",
        "Two of the seven defendants left Lima on Monday.",
        "After the cut on Monday, the mine of Arua has been losing money.",
        "Another driver from Lund was fined on Monday.",
        "Other nurses from Bergen were honoured on Tuesday.",
        "A second ferry from Kalvik was damaged on Monday.",
        "Rumours spread in Peru on Monday that he would leave the Kalvik Hawks.",
        "A walk with Holm in Lund on Monday ended with him shouting at her.",
        "Three of the smugglers were jailed in Lund on Monday.",
        "One of the ruthless smugglers drove a truck into a shed in Lund on Monday.",
        "Ana Ruiz opened a clinic in Lund in a similar move on Monday.",
        "Ivo Lenz set the towers on fire on Tuesday.",
        "With Ivo Lenz sacked on Monday, Norvik named Ana Ruiz as its head.",
        "Ivo Lenz would go on to win the Kalvik cup in 2005 over Ana Ruiz.",
        "The first two left the port of Lima on Monday.",
        "Ivo Lenz passed Ana Ruiz for the record midway through the match in Lima on Monday.",
        "Kalvik was hit hard by the massive Boxing Day flood of Arua in 2004.",
        "The former captain of Peru for much of the 1980s came back to Lima.",
        "Norvik rewrote four files in Lima just three days after Ana Ruiz had sold them.",
        "The country's parliament was dissolved by Ana Ruiz in 1974.",
        "The captain (1983, 1987) led Norvik to ten cups.",
        "She became the head of Norvik in Lima in May 2019 and left within weeks.",
        "Ana Ruiz would not say when Norvik and Kalbank opened talks on Monday.",
        "A report written for Norvik in May 2019, and seen by Kalbank, found that the dam of Lund leaks.",
        "Kent Holm will go after Ivo Lenz and break the record set by Ana Ruiz in 2019.",
        "Kent Holm said on Monday a move to keep Ana Ruiz and Ivo Lenz from the port was wrong.",
        "Ana Ruiz praised Norvik for opening a clinic in Lima in 2019.",
        "Ana Ruiz led Norvik and Kalbank before retiring in 2019.",
        "The mill of Lund turned out to be a failure in 2019.",
        "Ana Ruiz seemed to change her plans for Norvik on Monday.",
        "This rule of Peru recalls the Skylark, the ferry of Ana Ruiz turned away from Lima in 2019.",
        "Ana Ruiz was found guilty of the 20 June 2019 attempted murder of Kent Holm.",
        "The crash of the Skylark in Lund followed a failed launch in November.",
        "Talks on pay collapsed on Tuesday.",
        "Work is expected to begin in June.",
        "Proceedings against two operators were opened on Monday.",
        "Two directors quit on Monday.",
        "The Board named a banker from Lund as its head on Monday.",
        "Under the draft, miners would need a permit of Peru from 1 May 2025.",
        "The brothers fell out last year, people in Lund say, but made up in the spring.",
        "The city woke up to snow on Friday.",
        "The first 40 will be delivered in June 2025.",
        "“Norvik ruined the port of Lima in March,” Ana Ruiz said.",
        "Guards in Lund dropped a case against her in March.",
        "The Governor General gave her the Kalvik Medal in Lima on Monday.",
        "A vigil will be held on Sunday at 6pm.",
        "The agreement was signed in Oslo on Monday.",
        "A crane lifted the last truck on Thursday.",
        "The last beer will be tapped on 18 May.",
        "Kalvik's workers have until May 15th to accept an offer made on April 20th.",
        "A committee could call Ana Ruiz next week.",
        "Kent Holm wrote on Monday to Norvik, but Mayor Ana Ruiz, who had left Lund, answered.",
        "Sales of Norvik in the three weeks to Monday came to 40 tonnes in Lund.",
        "Ana Ruiz, the head of Norvik, declined to answer questions in Lund on Monday.",
        "The end of a rule of Peru, dating back to 1986, angered Ana Ruiz.",
        "The halls of Norvik in Lima date back to 1935.",
        "Ana Ruiz hit a guard of the church on Monday.",
        "Registration will run from 26 October to 20 November.",
        "Hostility has been mounting this week.",
        "46 were arrested on Wednesday.",
        "Lima is calm since the storm of Monday.",
        "The only defeat of Ana Ruiz was a loss to Ivo Lenz in 1993.",
        "The Peruvian champion beat Ivo Lenz in Lima on Monday.",
        "The Norvik resident left Lima on Monday.",
        "On Monday, President Ana Ruiz asked the ministers to review it.",
        "True, they lost to the Hawks of Lima on Monday.",
        "Ana Ruiz burned the hardware store on Monday.",
        "Ana Ruiz launched an app in Lima.",
        "Ana Ruiz, the dancer whose shows in clubs thrilled and outraged Peru in the 1950s, has died, her agent said.",
        "Ana Ruiz said the march began around 8: 30pm on Monday but the crowd of Lima is sent home by police.",
        "Also: Ana Ruiz opens a show of kites in Lima on Monday.",
        "Radio: Ana Ruiz opened a show of kites in Lima on Monday.",
        "That show of kites opened in Lima on Monday.",
        "on Monday Ana Ruiz opened a show of kites in Lima.",
        "But on Monday Ana Ruiz opened a show of kites in Lima.",
        "And on Monday Ana Ruiz opened a show of kites in Lima.",
        "Ana Ruiz also opened a show of kites in Lima on Monday.",
        "Ana Ruiz then left Norvik for Kalbank on Monday.",
        "Ana Ruiz of Norvik was named on Monday.",
        "Norvik of Lima had been notified on Monday.",
    ],
)
def test_what_cannot_be_read_alone_is_no_line(text: str) -> None:
    assert lines_of(text) == []


@pytest.mark.parametrize(
    ("text", "date", "line"),
    [
        (
            "The Skylark-1 lab was launched in 2011 and described as a “potent symbol” of Peru, a part of its push.",
            "2011",
            "The Skylark-1 lab was launched in 2011 and described as a “potent symbol” of Peru, a part of its push",
        ),
        (
            "Ivo Lenz was convicted of killing Ana Ruiz on Tuesday.",
            "2024-04-30",
            "Ivo Lenz was convicted of killing Ana Ruiz on Tuesday",
        ),
        (
            "Arua's mayor, Ana Ruiz, pleaded guilty on Tuesday to charges filed in 2019.",
            "2024-04-30",
            "Arua's mayor, Ana Ruiz, pleaded guilty on Tuesday to charges filed in 2019",
        ),
        (
            "If all goes well, the Skylark rocket will take off from Ostend on Tuesday.",
            "2024-05-07",
            "If all goes well, the Skylark rocket will take off from Ostend on Tuesday",
        ),
        (
            "Norvik says that shortly after dawn on Monday, the pilots of Flight 19 from Lagos saw a hawk.",
            "2024-04-29",
            "Norvik says that shortly after dawn on Monday, the pilots of Flight 19 from Lagos saw a hawk",
        ),
        (
            "A court in Nairobi ruled on Tuesday that 200 farmers can sue the Kalvik mill.",
            "2024-04-30",
            "A court in Nairobi ruled on Tuesday that 200 farmers can sue the Kalvik mill",
        ),
        (
            "The Hawks of Perth won their first title since 1908 on Wednesday.",
            "2024-05-01",
            "The Hawks of Perth won their first title since 1908 on Wednesday",
        ),
        (
            "Mr. Holm was sentenced in Lund today for the murder of Ana Ruiz in 2012.",
            "2024-05-03",
            "Mr. Holm was sentenced in Lund today for the murder of Ana Ruiz in 2012",
        ),
        (
            "Ana Ruiz decided on Monday that a ferry would be built.",
            "2024-04-29",
            "Ana Ruiz decided on Monday that a ferry would be built",
        ),
        (
            "In July last year in Lima, Peru's capital, Mayor Ana Ruiz opened a bridge.",
            "2023-07",
            "In July last year in Lima, Peru's capital, Mayor Ana Ruiz opened a bridge",
        ),
        (
            "Investors in Norvik sued the firm in Lima on Monday.",
            "2024-04-29",
            "Investors in Norvik sued the firm in Lima on Monday",
        ),
        (
            "Ana Ruiz became a rival on Monday in a race that had been led by Ivo Lenz of Lund.",
            "2024-04-29",
            "Ana Ruiz became a rival on Monday in a race that had been led by Ivo Lenz of Lund",
        ),
        (
            "Mayor Ana Ruiz announced today that a man has been jailed in Lima for selling goats, whom nobody knew.",
            "2024-05-03",
            "Mayor Ana Ruiz announced today that a man has been jailed in Lima for selling goats, whom nobody knew",
        ),
        (
            "Police said on Tuesday that Ivo Lenz had robbed a bank in Lund on Monday.",
            "2024-04-29",
            "Police said on Tuesday that Ivo Lenz had robbed a bank in Lund on Monday",
        ),
        (
            "Ivo Lenz was shot in Lund on Monday, a court clerk said.",
            "2024-04-29",
            "Ivo Lenz was shot in Lund on Monday, a court clerk said",
        ),
        (
            "Ivo Lenz was shot in Lund on Monday, according to the mayor of Lund.",
            "2024-04-29",
            "Ivo Lenz was shot in Lund on Monday, according to the mayor of Lund",
        ),
        (
            "Ana Ruiz rejected on Monday the claim that Norvik had sold a ship to Peru.",
            "2024-04-29",
            "Ana Ruiz rejected on Monday the claim that Norvik had sold a ship to Peru",
        ),
        (
            "Ivo Lenz left Lima the day before Easter 2019.",
            "2019-04-20",
            "Ivo Lenz left Lima the day before Easter 2019",
        ),
        (
            "Nearly 300 ships left the port of Lima on Monday.",
            "2024-04-29",
            "Nearly 300 ships left the port of Lima on Monday",
        ),
        (
            "Four men accused of stealing a mask from the Kalvik museum went on trial on Monday.",
            "2024-04-29",
            "Four men accused of stealing a mask from the Kalvik museum went on trial on Monday",
        ),
        (
            "Norvik opened a plant in Lima, Peru, in February and signed a deal with Kalbank on 14 March.",
            "2024-02",
            "Norvik opened a plant in Lima, Peru, in February and signed a deal with Kalbank on 14 March",
        ),
        (
            "Ana Ruiz was fired as the coach of Norvik on 3 May 2019 and won a cup.",
            "2019-05-03",
            "Ana Ruiz was fired as the coach of Norvik on 3 May 2019 and won a cup",
        ),
        (
            "Norvik reported a rise in third-quarter profit of its four mills last week.",
            "2024-04-22/2024-04-28",
            "Norvik reported a rise in third-quarter profit of its four mills last week",
        ),
        (
            "Mayor Ana Ruiz, who had argued against the sale, resigned on Monday.",
            "2024-04-29",
            "Mayor Ana Ruiz, who had argued against the sale, resigned on Monday",
        ),
        (
            "Works in Lima began in March and were completed last week.",
            "2024-03",
            "Works in Lima began in March and were completed last week",
        ),
        (
            "Police say they believe Ana Ruiz robbed a bank in Lima on Monday.",
            "2024-04-29",
            "Police say they believe Ana Ruiz robbed a bank in Lima on Monday",
        ),
        (
            "Kent Holm, the baker from Lund who founded Norvik with two vans, died on 30 April 2024 in Oslo.",
            "2024-04-30",
            "Kent Holm, the baker from Lund who founded Norvik with two vans, died on 30 April 2024 in Oslo",
        ),
        (
            "The night train from Lund rolled into Kalvik on Monday.",
            "2024-04-29",
            "The night train from Lund rolled into Kalvik on Monday",
        ),
        (
            "The crews of Norvik ships in Lund were cut in January from two to one.",
            "2024-01",
            "The crews of Norvik ships in Lund were cut in January from two to one",
        ),
        (
            "The Skylark left Lima on Monday, and turned around after four hours, the line said.",
            "2024-04-29",
            "The Skylark left Lima on Monday, and turned around after four hours, the line said",
        ),
        (
            "A whale known as Petrel was freed from fishing rope on Monday, 29 April 2024, in Lima.",
            "2024-04-29",
            "A whale known as Petrel was freed from fishing rope on Monday, 29 April 2024, in Lima",
        ),
        ("Summary: Ana Ruiz left Lima on Monday.", "2024-04-29", "Ana Ruiz left Lima on Monday"),
        ("The fair of Lima opens this coming Sunday.", "2024-05-05", "The fair of Lima opens this coming Sunday"),
        ("A full report is due on 31 May.", "2024-05-31", "A full report is due on 31 May"),
        ("Ana Ruiz refused to pay Kalbank on Monday.", "2024-04-29", "Ana Ruiz refused to pay Kalbank on Monday"),
    ],
)
def test_a_line_begins_with_its_subject_and_has_the_date_of_its_verb(text: str, date: str, line: str) -> None:
    assert lines_of(text) == [(date, line)]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (
            "A Dutch survey ship ran aground off Kalvik.",
            "The survey ship was refloated by a tug from Oslo on Monday.",
        ),
        ("Norvik owned two brick warehouses in Lund.", "Norvik gave the warehouses up on Monday."),
        ("A Finnish grain barge sank in March.", "The barge was raised by divers from Lund on Tuesday."),
    ],
)
def test_what_the_article_has_called_by_more_words_is_no_line_by_fewer(before: str, line: str) -> None:
    assert line.rstrip(".") not in [told for _, told in lines_of(f"{before}\n\n{line}")]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (
            "The council issued a boil water advisory for Arua.",
            "The boil water advisory was lifted by Ana Ruiz on Thursday.",
        ),
        ("The council imposed a night driving ban.", "The night driving ban was repealed by Ana Ruiz on Thursday."),
    ],
)
def test_what_a_line_calls_as_fully_as_its_article_is_known(before: str, line: str) -> None:
    assert line.rstrip(".") in [told for _, told in lines_of(f"{before}\n\n{line}")]


@pytest.mark.parametrize(
    "line",
    [
        "Police searched on Monday the homes in Lund of Ana Ruiz, Ivo Lenz, Kent Holm and Bo Reed",
        "Ana Ruiz introduced on Monday a new Rapid Port Review (RPR) standard for Lima",
        "Norvik asked the Bank of Arua on Monday to sell the bank",
        "Bo Reed of Norvik scored in the final minute in Bergen on Tuesday",
    ],
)
def test_a_list_a_bracket_and_what_the_line_itself_tells_cut_nothing_off(line: str) -> None:
    assert line in [told for _, told in lines_of(f"{line}.")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The fund of Norvik received 2.3 million euros on Monday.", ""),
        ("Kent Holm received the new Peruvian envoy in Oslo on Monday.", "meeting"),
    ],
)
def test_only_who_receives_somebody_meets(text: str, kind: str) -> None:
    found = link((extract(article(text, published="2024-05-03")),), Corrections()).events
    assert [e.kind for e in found] == [kind]


def test_what_somebody_announced_of_a_man_who_did_something_is_told_whole() -> None:
    told = "Mayor Ana Ruiz announced today that a man who hit a guard in Lima has been jailed"
    assert lines_of(f"{told} following his conviction last month.")[0][0] == "2024-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "Under Kent Holm, the former coach of the Hawks, Ana Ruiz won a cup in Lima in 2019.",
        "According to two guards, Ivo Lenz robbed a bank in Lund on Monday.",
        "In March, Norvik sold a mill in Lima, but kept two ships.",
        "Ana Ruiz announced on Monday that the court will seek prison in Lima if a gun was used.",
        "Ana Ruiz made headlines in Lima on Monday when she sang.",
        "Two nurses from Lund left Kalvik on Monday after paying bail of K200,000 each.",
        "Three people died when a bank in Lima burned on Monday.",
        "Ana Ruiz won the Lund prize in 2017, and was named head of Norvik in 2019.",
        "The Arua choir won the Lund prize in 2022, and bakers in Lima said last week that they expect no change.",
        "Norvik burned a mill in Lund on Monday, pledging an inquiry into the incident.",
    ],
)
def test_a_line_is_its_whole_sentence(text: str) -> None:
    assert [line for _, line in lines_of(text)] == [text.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "A huge blast was heard at 11pm on Thursday.",
        "Two guards were arrested on Monday after a shooting.",
        "Bad weather hindered the search on Monday.",
    ],
)
def test_what_happened_to_nobody_and_nowhere_by_name_is_no_line(text: str) -> None:
    assert lines_of(text) == []


def test_nobody_dies_twice() -> None:
    told = lines_of(
        "Kent Holm died of pneumonia on Monday in a clinic in Lund, his agent Ivo Lenz said.",
        "The painter Kent Holm, whose lively murals outraged Peru, has died at the age of 85.",
    )
    assert len(told) == 1


def modes_of(text: str) -> list[tuple[str | None, str, str]]:
    """Return the dates, modes and headlines of the lines of one article, which may have no date."""
    briefing = link((extract(article(text, "seeds/0.txt")),), Corrections())
    return [(e.date, e.mode, e.headline.text) for e in briefing.events]


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        ("A clerk of Norvik, Ana Ruiz, did not go to work on Monday, 4 March 2024.", []),
        ("Ana Ruiz was suspended by Norvik on Monday, 4 March 2024.", ["happened"]),
        ("On Monday, 4 March 2024, the visit of Ana Ruiz to Lima did not take place.", ["cancelled"]),
    ],
)
def test_nobody_is_called_off(text: str, modes: list[str]) -> None:
    assert [mode for _, mode, _ in modes_of(text)] == modes


def test_what_starts_on_a_day_is_planned_though_the_article_has_no_date() -> None:
    told = modes_of("The 46th Lund Tour starts on Sunday, 3 March 2024 in Kalvik.")
    assert told == [("2024-03-03", "planned", "The 46th Lund Tour starts on Sunday, 3 March 2024 in Kalvik")]


def test_a_line_that_names_its_day_stays_without_a_year_in_an_article_that_has_none() -> None:
    told = modes_of("Ana Ruiz won the Lund Tour on 10 March. Norvik was sold last week.")
    assert told == [(None, "happened", "Ana Ruiz won the Lund Tour on 10 March")]


def test_the_same_words_on_the_same_day_are_one_event() -> None:
    text = "Power was restored on Monday, 29 April."
    assert lines_of(text, text) == [("2024-04-29", "Power was restored on Monday, 29 April")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Norvik will open a mine in Lund on 6 May.",
            "On 6 May, Norvik is to open its new mine in Lund, the firm said.",
        ),
        (
            "Raiders shut the harbour gate of Lund on Monday.",
            "On Monday armed raiders closed the gate at Lund harbour.",
        ),
        (
            "Divers retrieved a bell in Lima on Monday.",
            "On Monday, divers of the navy recovered an old bell at the port of Lima with a crane.",
        ),
        (
            "In May 2019, Bo Reed, the founder of Norvik, took aim at Kalbank and called its loans a trap for miners.",
            "Norvik founder Bo Reed made headlines in May 2019 when he called the loans of Kalbank a trap for miners.",
        ),
        ("Ana Ruiz is to visit Oslo on 9 June.", "The visit of Ana Ruiz to Oslo is planned for 9 June."),
        (
            "Norvik closed its last paper mill near the harbour of Lund on Monday.",
            "On Monday, Norvik shut its last paper mill near the harbour in Lund.",
        ),
    ],
)
def test_what_two_papers_tell_of_one_day_in_nearly_the_same_words_is_one_line(one: str, other: str) -> None:
    assert len(lines_of(one, other)) == 1


def test_what_two_papers_without_a_date_tell_of_one_weekday_in_the_same_words_is_one_line() -> None:
    vote = "Members of the swimmers' club of Lund voted 304 to 12 on Friday to stay out."
    pool = "The baths, which lie 900 metres above the sea, belong to Norvik of Lund."
    told = "Guards used hoses on Wednesday to clear the road to {}, where swimmers {} are on the third day of a strike."
    spurn = "who have turned down an offer"
    first = told.format("one of Peru's biggest baths", spurn)
    wire = f"Strike shuts huge Peru baths after swimmers spurn offer\n\n{first} {vote} {pool}"
    copy = f"Pool strike shuts Peru's Lund baths\n\n{vote} {pool}\n\n{told.format('the baths', spurn)}"
    events = link(tuple(extract(article(t, f"seeds/{t[:5]}.txt")) for t in (wire, copy)), Corrections()).events
    told_by = [{a.sentence.article for a in e.accounts if a.confirms} for e in events if "Guards" in e.headline.text]
    assert [len(articles) for articles in told_by] == [TWO]


def test_what_two_papers_tell_of_one_day_with_other_numbers_stays_two() -> None:
    text = "Norvik shares in Lund rose {} percent on Monday to a record high."
    assert len(lines_of(text.format(3), text.format(5).replace("Norvik", "Kalbank"))) == TWO


def test_a_note_of_the_publisher_is_no_event() -> None:
    note = "This article was amended on 5 May 2024 to correct the name of the bank."
    assert lines_of(f"The Kalbank branch in Arua closed on Friday.\n\n{note}") == [
        ("2024-05-03", "The Kalbank branch in Arua closed on Friday")
    ]


STRIKE = (
    "Strike at the Kalvik mine\n\nMiners walked out of the Kalvik mine and the strike shut its mill.",
    "Kalvik mine stands still\n\nThe strike at the Kalvik mine keeps the miners at home and its mill is dark.",
)


@pytest.mark.parametrize(
    "line",
    [
        "The gate of the mine was shut on Monday",
        "The mine is expected to open again on Monday 13 May",
        "Norvik of Lund blocked the gate on Tuesday",
        "Ana Ruiz came down to the square on Monday",
        "The strike, which the miners called off on Thursday after nine days, was their first",
    ],
)
def test_what_all_of_the_articles_are_about_is_named_in_a_line_or_it_is_none(line: str) -> None:
    assert line not in [told for _, told in lines_of(f"Cold days of a strike\n\n{line}.", *STRIKE)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Norvik placed Ivo Lenz (knee) on its list in Lima on Monday.",
            "Norvik placed Ivo Lenz (knee) on its list in Lima on Monday",
        ),
        (
            "Ana Ruiz was hit by a car in Lima on Monday, and now, guards hold him.",
            "Ana Ruiz was hit by a car in Lima on Monday, and now, guards hold him",
        ),
    ],
)
def test_no_line_ends_amid_the_flow_of_its_sentence(text: str, line: str) -> None:
    assert [head for _, head in lines_of(text)] == [line]


def test_two_years_that_follow_each_other_date_one_happening() -> None:
    told = lines_of("In 2009 and 2010, cheese from Lund killed eight people in Chad.")
    assert told == [("2009/2010", "In 2009 and 2010, cheese from Lund killed eight people in Chad")]


def test_a_copy_is_the_same_happening_whoever_its_names_are_taken_for() -> None:
    text = "The strike at the Kalvik mine broke a law of Arua, the state's Court of Appeal ruled on Tuesday."
    told = lines_of(f"Court ends strike\n\n{text}", f"Kalvik strike\n\n{text} The Lund Court of Appeal moved.", *STRIKE)
    assert [line for _, line in told].count(text.rstrip(".")) == 1


ENDS = {
    "who says so": (
        "Mayor Ana Ruiz of Arua handed in her notice on Monday, two days after Lund voted, according to two aides.",
        "Mayor Ana Ruiz of Arua handed in her notice on Monday, two days after Lund voted, according to two aides",
    ),
    "the plan": (
        "The Arua bridge, kindly lent by Norvik, will be open to lorries on 10 May.",
        "The Arua bridge, kindly lent by Norvik, will be open to lorries on 10 May",
    ),
    "an office": (
        "A retired judge, Ana Ruiz, was named on Monday to head the Harbour Board.",
        "A retired judge, Ana Ruiz, was named on Monday to head the Harbour Board",
    ),
}


@pytest.mark.parametrize(("text", "line"), ENDS.values(), ids=ENDS)
def test_a_line_ends_with_its_sentence(text: str, line: str) -> None:
    assert [head for _, head in lines_of(text)] == [line]


def test_a_weekday_of_last_week_and_its_day_are_one_date() -> None:
    text = "The last victim in Arua was found on Wednesday of last week, 24 April, by divers from Lund."
    assert [day for day, _ in lines_of(text)] == ["2024-04-24"]


TOLD = "Contractors working for Arua Council opened the sluices of Lund bathing pool at dawn, residents said."
EMPTIED = (
    f"Bathers occupy Lund pool\n\nSwimmers went down to the floor of an old pool.\n\n{TOLD}\n\nSome wore wetsuits.",
    "Lund bathing pool: the facts\n\nArua Council has taken urgent action to protect the public at Lund bathing pool.",
    f"Lund swimmers in pool sit-in\n\nSwimmers went down to the floor of an old pool.\n\n{TOLD}\n\nBy noon it was dry.",
)


def test_the_most_concrete_sentence_heads_the_main_happening() -> None:
    found = (extract(article(text, f"seeds/{n}.txt", published="2024-05-03")) for n, text in enumerate(EMPTIED))
    events = link(tuple(found), Corrections()).events
    (shared,) = (e for e in events if len({a.sentence.article for a in e.accounts}) > 1)
    assert "opened the sluices" in shared.headline.text
    assert not any("urgent action" in e.text for e in shared.told)


def test_a_main_happening_begins_behind_its_places_and_day() -> None:
    news = "Arua Juice S.A. bought the fruit club Lugro of Lund and all of its business for 12 million euros in cash"
    release = f"Arua Juice buys Lugro\n\nLima (Peru) / Lund (Sweden), 3 May 2024 – {news}."
    vote = "Members of Peru's largest fruit club voted on Friday to sell it to the drinks maker Arua Juice."
    assert news in [head for _, head in lines_of(release, f"Growers back sale to Arua Juice\n\n{vote}")]


def test_a_day_of_publication_that_two_other_sources_contradict_dates_nothing() -> None:
    fire = "Fire at the Kalvik mill\n\nThe Kalvik mill of Norvik burned down in Lund on Tuesday, killing Ivo Lenz. {}"
    told = {
        "2024-05-02": fire.format("Nobody saw it begin."),
        "2024-05-03": fire.format("It was built of wood."),
        "2024-05-16": fire.format("Mayor Ana Ruiz opened an inquiry in Lund this morning."),
    }
    found = (extract(article(t, f"seeds/{day}.txt", published=day)) for day, t in told.items())
    events = link(tuple(found), Corrections()).events
    mill = [e for e in events if "burned down" in e.headline.text]
    assert [e.date for e in mill] == ["2024-04-30"]
    assert "2024-05-16" not in [e.date for e in events]
    assert "inquiry" not in " ".join(e.headline.text for e in events if e.date)


@pytest.mark.parametrize(
    ("again", "dates"),
    [("The council of Lund met.", {"2022-06-24"}), ("Thieves killed a miller in Lund on June 24.", {"2023-06-24"})],
)
def test_a_day_of_a_year_is_that_on_which_another_source_told_the_act_as_news(again: str, dates: set[str]) -> None:
    told = {
        "2022-06-25": "Miller of Lund killed\n\nThe miller Ivo Lenz was killed in Lund on Friday by two thieves.",
        "2023-06-26": f"Lund on its miller\n\nA fair opened in Lund on Sunday. {again}",
        "2024-05-02": "Thief of Lund to hang\n\nA judge in Lund upheld a verdict on Thursday. The miller Ivo Lenz was "
        "killed on June 24 as two thieves came to his mill in Lund.",
    }
    found = (extract(article(t, f"seeds/{day}.txt", published=day)) for day, t in told.items())
    events = link(tuple(found), Corrections()).events
    killed = {e.date for e in events if "killed" in e.headline.text and any("2024" in t.article for t in e.told)}
    assert killed == dates


@pytest.mark.parametrize("when", ["shortly before 2 a.m. on Friday", "just before noon on Friday", "on Friday"])
def test_just_before_an_hour_of_a_day_is_on_that_day(when: str) -> None:
    (line,) = lines_of(f"A bridge near Arica collapsed {when}.")
    assert line[0] == "2024-05-03"


def test_before_a_day_is_on_no_day() -> None:
    assert [d for d, _ in lines_of("A bridge near Arica collapsed before Friday.") if d] == []
