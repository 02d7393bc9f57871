"""The kinds of differences and their verdicts: one row each, with all that any stage says of it."""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Literal, Protocol, Self

REGISTER, IN_OTHER_WORDS = "differences.md", "differences/wording.md"
COMPARISONS = "differences/comparisons.md"
_LABELS = ("{label}: {sides}", "{label}")


class Row(Protocol):
    """A row of a table that has a name in the data."""

    @property
    def name(self) -> str:
        """The name."""


class RowEnum(StrEnum):
    """An enum whose members are the rows of a table, each equal to the name of its row."""

    row: Row

    def __new__(cls, row: Row) -> Self:
        """Make the member of a row; it is equal to the row's name."""
        made = str.__new__(cls, row.name)
        made._value_, made.row = row.name, row
        return made


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict: what its mark says, what it means, and the page on which its cards stand."""

    name: str
    mark: str
    meaning: str
    page: str


class Verdict(RowEnum):
    """How two answers compare, in the order in which they are read."""

    row: VerdictRow

    CONFLICT = VerdictRow("conflict", "disputed", "Both can’t be true.", REGISTER)
    WITHDRAWN = VerdictRow("withdrawn", "withdrawn", "A correction of the publisher withdraws one of them.", REGISTER)
    REVISED = VerdictRow("revised", "revised", "A later version of the same text replaces one of them.", REGISTER)
    GROWN = VerdictRow(
        "grown",
        "grew later",
        "Later reports count more: each number stands with the day on which it was told.",
        REGISTER,
    )
    DENIED = VerdictRow(
        "denied",
        "denied",
        "A source says itself that somebody denies or disputes it; who says otherwise may stand elsewhere, or nowhere.",
        REGISTER,
    )
    WORDING = VerdictRow("wording", "other words", "The same thing, told in different words.", IN_OTHER_WORDS)
    COMPATIBLE = VerdictRow(
        "compatible", "allows both", "The hedge of one allows the other, as at least 40 allows 41.", IN_OTHER_WORDS
    )
    SCOPE = VerdictRow(
        "scope",
        "other scope",
        "Both can be true: they speak of different times, subjects or places, or one tells less than the other.",
        IN_OTHER_WORDS,
    )


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of difference: its name in the data and for readers, its questions, and how it is compared.

    ``asks`` are questions and labels with holes: the first one counts whose holes can all be filled (``card.Parts``).
    ``plain`` asks it without words of a source. What concerns ``words`` or ``figures`` marks quotations or figures of
    its sentences, whatever its verdict; a conflict about an ``occasion`` marks neither, one of ``all`` both. ``equal``
    tells what counts as equal, ``compared`` what is compared. One sentence can hold ``several``.
    """

    name: str
    label: str
    plain: str
    asks: tuple[str, ...]
    concerns: Literal["words", "figures", "occasion", "all"]
    compared: str
    equal: str
    several: bool = False


class Kind(RowEnum):
    """What a difference is about, in the order in which it is told."""

    row: KindRow

    DATE = KindRow(
        "date",
        "date",
        "When was this?",
        ("{asked}", "When {clause}?", *_LABELS),
        "occasion",
        "Sentences that tell one happening in like words, with the same people and places, or that are the same but "
        "for the date.",
        "A day and its month or year are equal, and so are spans that meet.",
        several=True,
    )
    FIGURE = KindRow(
        "figure",
        "figure",
        "How many, or how much?",
        ("{asked}", *_LABELS),
        "figures",
        "Numbers in one unit for one time that answer one question, measure one thing in like clauses, or stand in "
        "sentences that are otherwise the same.",
        "Numbers that rounding, a hedge such as more than, or a known conversion of units makes agree.",
        several=True,
    )
    PERIOD = KindRow(
        "period",
        "period",
        "Which period does this number cover?",
        ("Which period does the figure of {what} cover?",),
        "figures",
        "One number of three digits or more that one source gives for the same thing and two times.",
        "A day and its month or year are equal, and so are spans that meet.",
    )
    DENIAL = KindRow(
        "denial",
        "yes or no",
        "Is this so, or not?",
        ("{asked}", "{clause}?", *_LABELS),
        "all",
        "Whether the same was done by and to the same, and sentences that are the same but for a not.",
        "What only hedges or corrects itself denies nothing.",
    )
    QUOTATION = KindRow(
        "quotation",
        "wording of a quotation",
        "What exactly was said?",
        (
            "{asked}",
            "What exactly did {who} say {what}?",
            "{who}: {label}",
            "{label}",
            "What exactly did {who} say?",
            "What exactly was said {what}?",
        ),
        "words",
        "Words in quotation marks in one source with what another quotes or reports of the same speaker.",
        "The same words in the same order.",
    )
    DIRECTION = KindRow(
        "direction",
        "direction",
        "Which way did it go?",
        ("{asked}", "{clause}?", *_LABELS),
        "figures",
        "Sentences that are the same but for two opposite words, such as bought and sold.",
        "The same direction in other words.",
        several=True,
    )
    ACT = KindRow(
        "act",
        "what was done",
        "What was done?",
        ("{asked}", "{clause}?", *_LABELS),
        "figures",
        "Sentences that are the same but for two words that are each other’s opposite.",
        "A word and the denied opposite of it.",
    )
    ORDER = KindRow(
        "order",
        "order or age",
        "In which order?",
        ("{asked}", "{clause}?", *_LABELS),
        "occasion",
        "Sentences that are the same but for two opposite words of time or age, such as before and after.",
        "The same order in other words.",
    )
    NAME = KindRow(
        "name",
        "name",
        "Which name is right?",
        ("{asked}", *_LABELS),
        "all",
        "Sentences that are the same but for a name, of two people, places or bodies that are known.",
        "Two spellings, or the short and the long form of one name.",
    )
    SPELLING = KindRow(
        "spelling",
        "spelling of a name",
        "How is this name spelt?",
        ("How is this name spelt, {sides}?", "How is the name of {who} spelt?"),
        "occasion",
        "Full names of people, and places, in one story that are the same but for a letter, or for how another "
        "alphabet is written, where no source names both.",
        "Accents, capitals, hyphens, initials, middle names that one leaves out, and short forms such as Joe.",
    )
    OFFICE = KindRow(
        "office",
        "office",
        "Which office is it?",
        ("{asked}",),
        "all",
        "What a person is in one body, as sources of the same days call them beside the name.",
        "Two words for one office, and general words such as head or leader.",
    )
    CLAIM = KindRow(
        "claim",
        "claim",
        "What holds?",
        ("{asked}",),
        "occasion",
        "Answers that somebody else found, to a question in the same words, in articles on one story.",
        "The same answer, whatever its capitals and spaces.",
    )


class Gate(Enum):
    """When nothing may be said, whatever was found: a lawful second reading explains it."""

    MATTER = "Articles of which neither names what the other one opens with tell of two things."
    CLOCK = "Times of day differ by zones, and by the minutes of a report."
    SUPPOSED = "A number that may be, would be or isn’t is none that is told."
