"""What a source says of one thing, as data: one row for each attribute, and how two answers compare."""

from dataclasses import dataclass

from generator.model.evidence import Evidence
from generator.model.kinds import Kind, Pair, RowEnum

SAME_TIME_DAYS = 3
"""Articles published so near to each other report the same news; a weekly report is seven days away."""


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """How the answers of one attribute are compared.

    ``label`` names it for readers, ``compared`` says how, ``kind`` is the kind of their differences; the texts of
    ``example`` differ so. An answer holds for ``days``, until later news (None: for good); numbers are about two things
    from ``far`` on. What ``grows`` is told as a series in the order of the reports. One article can contradict
    itself ``inside``. ``single``: an article that gives
    two answers gives none.
    """

    name: str
    label: str
    kind: Kind
    compared: str
    example: Pair
    days: int | None = None
    far: float = 0.0
    grows: bool = False
    inside: bool = False
    single: bool = True


class Attribute(RowEnum):
    """What is said of a subject."""

    row: AttributeRow

    TOLL = AttributeRow(
        "toll",
        "victims of a happening",
        Kind.FIGURE,
        "How many were killed, hurt, arrested, evacuated and so on in what an article reports, as its first sentences "
        "tell it. Numbers are set in the order of the reports; articles that open at different places are kept apart.",
        (
            "Police in Suva arrested 14 people after a fight at a rugby match in Suva on Saturday, Ana Vula said.",
            "After a fight at a rugby match in Suva on Saturday, 41 people were arrested by police, Ana Vula said.",
        ),
        grows=True,
    )
    SUM = AttributeRow(
        "sum",
        "a sum that a noun names",
        Kind.FIGURE,
        "The sum that a noun names, such as the first offer, or that a verb gives, in clauses that say the same of it.",
        (
            "Tarn Steel raised its offer for Kalvik Metals on Friday, up from its initial offer of $5.2 billion.",
            "Tarn Steel made an initial offer of $5.6 billion for Kalvik Metals, which its board rejected.",
        ),
    )
    LENGTH = AttributeRow(
        "length",
        "a length of time",
        Kind.FIGURE,
        "For how long something went on, by the verb and its object.",
        (
            "The Kirkuk line was hit, and Kalvik Oil stopped its exports for four months, the company said.",
            "Kalvik Oil stopped all exports for five months after the Kirkuk line was hit, the company said.",
        ),
    )
    SHARE = AttributeRow(
        "share",
        "how many of a known number",
        Kind.FIGURE,
        "How many of a number that both sources give, such as three of eight, and all eight.",
        (
            "Two of the nine cranes of Beira stood still on Monday because of the strike, the port said.",
            "Because of the strike all nine cranes of Beira stood still on Monday, a docker said.",
        ),
    )
    ORDINAL = AttributeRow(
        "ordinal",
        "which one of its kind",
        Kind.FIGURE,
        "Which one, counted from the first, something is said to be: its fourth cup.",
        (
            "It is the fourth cup of Rovers, who won in Lusaka on Saturday.",
            "It was the fifth cup of Rovers, who won in Lusaka on Saturday.",
        ),
    )
    AGE = AttributeRow(
        "age",
        "age",
        Kind.FIGURE,
        "The age beside a person's name. Ages a dozen years apart are those of two people.",
        (
            "The pilot of the ferry Aurora, Tom Roy, 54, was taken to hospital in Perth.",
            "In Perth the pilot of the ferry Aurora, Tom Roy, 45, was taken to hospital.",
        ),
        days=SAME_TIME_DAYS,
        far=12.0,
    )
    TERM = AttributeRow(
        "term",
        "prison term",
        Kind.FIGURE,
        "For how long somebody is sentenced.",
        (
            "The court in Lund sentenced Anders Holm to 5 years in prison for fraud.",
            "Anders Holm was sentenced to six years in prison by the court in Lund for fraud.",
        ),
    )
    COUNT = AttributeRow(
        "count",
        "number of things",
        Kind.FIGURE,
        "What a number counts or measures: the same thing, in clauses that say the same of it, for the same time. "
        "A number that rounding or its hedge lets agree is the same.",
        (
            "In Osh region 1,126 cases of measles were registered from 1 January to 10 March.",
            "The ministry has registered 1,162 cases of measles in Osh region since 1 January, it said.",
        ),
    )
    DONE = AttributeRow(
        "done",
        "done or not",
        Kind.DENIAL,
        "Whether something was done: the same deed to the same, by the same, at the same place. What isn't done yet "
        "may be done when the next article is written.",
        (
            "Governor Lea Marin signed the treaty on the lagoon in Suva.",
            "In Suva Governor Lea Marin refused to sign the treaty on the lagoon.",
        ),
        single=False,
    )
    PERIOD = AttributeRow(
        "period",
        "time of a number",
        Kind.PERIOD,
        "For which time a number is given: by one source twice, or by two of one story with a first and a last year.",
        (
            "A court in Graz on Friday found that Peter Wolf took 2.3 million euros from a home between 2009 and 2015.",
            "Peter Wolf took 2.3 million euros from a home between 2011 and 2015, a court in Graz found on Friday.",
        ),
        single=False,
        inside=True,
    )
    PLAN = AttributeRow(
        "plan",
        "planned or done",
        Kind.DATE,
        "What is announced for a later day, and told as done before that day: it may have been moved.",
        (
            "The ferry office will open the pier of Vigo in October, it said.",
            "The ferry office opened the pier of Vigo on Sunday.",
        ),
        single=False,
    )
    SPEAKER = AttributeRow(
        "speaker",
        "who said it",
        Kind.NAME,
        "Who said the same words in quotation marks, where a full name stands beside them.",
        (
            "Bergen won in Oslo on Sunday. “We had nothing left to lose but the bus,” said the coach, Ida Lund.",
            "Bergen won in Oslo on Sunday. “We had nothing left to lose but the bus,” said the captain, Jonas Dahl.",
        ),
    )
    PLACE = AttributeRow(
        "place",
        "where it happened",
        Kind.NAME,
        "Where something was done, in clauses that tell the same of it in many words.",
        (
            "The miners of Norvik Steel ended their strike on Monday at a rally in Graz, a speaker of the union said.",
            "On Monday the miners of Norvik Steel ended their strike at a rally in Linz, a speaker of the union said.",
        ),
    )
    CAUSE = AttributeRow(
        "cause",
        "what caused it",
        Kind.ACT,
        "What is said to have caused something, where the words of both sources say so.",
        (
            "A short circuit caused the fire at the mill of Norvik Steel in Graz on Monday, a fireman said.",
            "A cigarette caused the fire at the mill of Norvik Steel in Graz on Monday, the police said.",
        ),
    )
    OFFICE = AttributeRow(
        "office",
        "office of a person",
        Kind.OFFICE,
        "Which office of one body sources of the same days give a person, beside the name.",
        (
            "The chess club of Lugo must leave its rooms, its chairman, Xoan Castro, said on Friday.",
            "“We have nowhere to go,” said Xoan Castro, the treasurer of the chess club of Lugo, on Friday.",
        ),
    )
    HOLDER = AttributeRow(
        "holder",
        "who holds an office",
        Kind.NAME,
        "Who holds an office that one person holds, of one body, in articles of which neither names the other's.",
        (
            "The mine at Zabrze will be flooded, its director, Piotr Nowak, said on Tuesday.",
            "“We'll let water in,” the director of the mine at Zabrze, Marek Zielinski, told the miners on Tuesday.",
        ),
    )
    DATE = AttributeRow(
        "date",
        "day of what happens once",
        Kind.DATE,
        "On which day something happens that happens once, by the verb of its clause.",
        ("The bridge of Vigo will open on 2 August 2024.", "The bridge of Vigo will open on 12 August 2024."),
        single=False,
    )


@dataclass(frozen=True, slots=True)
class Claim:
    """One answer of one source to one question.

    ``subject`` is an entity's id, a noun, or empty for the news of the article; ``asked`` what is asked of it,
    ``value`` the answer in the source's words. ``number`` (in ``unit``, with its ``hedge``) and ``time`` (EDTF) are
    the answer as it is compared, or what it holds for. ``denied`` tells that it is said not to be so, ``modality``
    that it may be, would be or is planned; ``speaker`` is the entity's id of whoever is cited with it. ``evidence`` is
    the sentence.
    """

    attribute: Attribute
    subject: str
    asked: str
    value: str
    evidence: Evidence
    number: float | None = None
    unit: str = ""
    hedge: str = ""
    time: str | None = None
    places: tuple[str, ...] = ()
    denied: bool = False
    modality: str = ""
    speaker: str | None = None
    house: str = ""
