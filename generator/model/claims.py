"""What a source says of one thing, as data: one row for each attribute, and how two answers compare."""

from dataclasses import dataclass

from generator.model.evidence import Evidence
from generator.model.kinds import Kind, RowEnum

SAME_TIME_DAYS = 3
"""Articles published so near to each other report the same news; a weekly report is seven days away."""


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """How the answers of one attribute are compared.

    ``label`` names it for readers, ``compared`` says how, ``kind`` is the kind of their differences. What
    ``grows`` is told as a series in the order of the reports. One article can contradict itself ``inside``. ``single``:
    an article that gives two answers gives none.
    """

    name: str
    label: str
    kind: Kind
    compared: str
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
        grows=True,
    )
    SUM = AttributeRow(
        "sum",
        "a sum that a noun names",
        Kind.FIGURE,
        "The sum that a noun names, such as the first offer, or that a verb gives, in clauses that say the same of it.",
    )
    LENGTH = AttributeRow(
        "length", "a length of time", Kind.FIGURE, "For how long something went on, by the verb and its object."
    )
    SHARE = AttributeRow(
        "share",
        "how many of a known number",
        Kind.FIGURE,
        "How many of a number that both sources give, such as three of eight, and all eight.",
    )
    ORDINAL = AttributeRow(
        "ordinal",
        "which one of its kind",
        Kind.FIGURE,
        "Which one, counted from the first, something is said to be: its fourth cup.",
    )
    AGE = AttributeRow(
        "age",
        "age",
        Kind.FIGURE,
        "The age beside a person's name. Birthdays may lie between two; two dozen years apart they are of two people.",
    )
    TERM = AttributeRow("term", "prison term", Kind.FIGURE, "For how long somebody is sentenced.")
    COUNT = AttributeRow(
        "count",
        "number of things",
        Kind.FIGURE,
        "What a number counts or measures: the same thing, in clauses that say the same of it, for the same time. "
        "A number that rounding or its hedge lets agree is the same.",
    )
    DONE = AttributeRow(
        "done",
        "done or not",
        Kind.DENIAL,
        "Whether something was done: the same deed to the same, by the same, at the same place. What isn't done yet "
        "may be done when the next article is written.",
        single=False,
    )
    PERIOD = AttributeRow(
        "period",
        "time of a number",
        Kind.PERIOD,
        "For which time a number is given: by one source twice, or by two of one story with a first and a last year.",
        single=False,
        inside=True,
    )
    PLAN = AttributeRow(
        "plan",
        "planned or done",
        Kind.DATE,
        "What is announced for a later day, and told as done before that day: it may have been moved.",
        single=False,
    )
    SPEAKER = AttributeRow(
        "speaker",
        "who said it",
        Kind.NAME,
        "Who said the same words in quotation marks, where a full name stands beside them.",
    )
    CAUSE = AttributeRow(
        "cause",
        "what caused it",
        Kind.ACT,
        "What is said to have caused something, where the words of both sources say so.",
    )
    OFFICE = AttributeRow(
        "office",
        "office of a person",
        Kind.OFFICE,
        "Which office of one body, or which post of which nobody has two, sources of one story give a person.",
    )
    DATE = AttributeRow(
        "date",
        "day",
        Kind.DATE,
        "On which day something happened, or will, in clauses that say the same of it.",
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
