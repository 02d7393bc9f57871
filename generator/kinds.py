"""The kinds of differences and their verdicts: what each asks, what its mark says, and how it is compared.

One row a kind and one a verdict. The comparers fill the templates, the pages take marks and sentences from here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.model import DifferenceKind, Verdict

REGISTER, WORDING = "differences.md", "differences/wording.md"
_MARKS = re.compile(r"[“”„«»‹›\"]")
_COLON = re.compile(r"\s*:\s*")


class Parts(NamedTuple):
    """What a question is made of, each empty where a source's words don't give it.

    ``clause`` is a happening as it is asked for (``did Ana Lee open the dam``), ``asked`` a whole question, ``what``
    a noun phrase, ``who`` a name, ``beside`` what is told of (``Ana Lee and Rabat``), ``sides`` two answers.
    """

    clause: str = ""
    asked: str = ""
    what: str = ""
    who: str = ""
    beside: str = ""
    sides: tuple[str, ...] = ()


class Kind(NamedTuple):
    """A kind of difference: its name for readers, its question, what it concerns, what is equal, how it is compared.

    What concerns ``words`` or ``figures`` marks quotations or figures of its sentences, whatever its verdict; a
    conflict about an ``occasion`` marks neither, one of ``all`` both.
    """

    label: str
    asks: Callable[[Parts], str]
    concerns: Literal["words", "figures", "occasion", "all"]
    equal: str
    compared: str


class Class(NamedTuple):
    """A verdict: what its mark says, what it means, and the page on which its cards stand."""

    mark: str
    meaning: str
    page: str


VERDICTS: Mapping[Verdict, Class] = {
    "conflict": Class("disputed", "Both can’t be true.", REGISTER),
    "withdrawn": Class("withdrawn", "A correction of the publisher withdraws one of them.", REGISTER),
    "grown": Class(
        "grew later", "Later reports count more: each number stands with the day on which it was told.", REGISTER
    ),
    "wording": Class("other words", "The same thing, told in different words.", WORDING),
    "scope": Class(
        "other scope",
        "Both can be true: they speak of different times, subjects or places, or one tells less than the other.",
        WORDING,
    ),
}
"""The verdicts, in the order in which they are read."""


def question(kind: DifferenceKind, parts: Parts) -> str:
    """Return the question of a difference, without quotation marks or colons."""
    return _COLON.sub(", ", " ".join(_MARKS.sub("", KINDS[kind].asks(parts)).split()).replace(" ?", "?"))


def _either(which: str, p: Parts) -> str:
    about = f" about {p.beside}" if p.beside else ""
    return f"{which}{about}, {p.sides[0]} or {p.sides[1]}?"


def _date(p: Parts) -> str:
    if p.clause:
        return f"When {p.clause}?"
    return _either("Which date is right", p) if p.sides else f"When did {_what(p)} happen?"


def _what(p: Parts) -> str:
    return f"what the sources tell of {p.beside}" if p.beside else "this"


def _own_date(p: Parts) -> str:
    return f"When was {p.what or 'this article'} written?"


def _coming(p: Parts) -> str:
    if not p.clause:
        return f"Has {_what(p)} happened, or is it still to come?"
    ahead = "has that happened already" if p.clause.startswith("will ") else "is that still to come"
    return f"{p.clause[:1].upper()}{p.clause[1:]}, or {ahead}?"


def _figure(p: Parts) -> str:
    if p.asked:
        return p.asked
    return f"Which figure do the sources give for {p.what}?" if p.what else _either("Which figure is right", p)


def _period(p: Parts) -> str:
    return f"Which period does the figure of {p.what} cover?"


def _denial(p: Parts) -> str:
    if p.what:
        return f"Did the {p.who} address {p.what}?"
    return f"{p.clause[:1].upper()}{p.clause[1:]}?" if p.clause else _either("Which of the two is right", p)


def _speaker(p: Parts) -> str:
    return f"Who spoke {p.what}?" if p.what.startswith("about") else _either("Who said this", p)


def _quotation(p: Parts) -> str:
    return f"What exactly did {p.who} say {p.what}?" if p.who else f"What exactly was said {p.what}?"


def _opposite(p: Parts) -> str:
    return f"{p.clause[:1].upper()}{p.clause[1:]}?" if p.clause else _either("Which of the two is right", p)


def _name(p: Parts) -> str:
    return p.asked or _either(f"Which {p.what or 'name'} is right", p)


KINDS: Mapping[DifferenceKind, Kind] = {
    "date": Kind(
        "date",
        _date,
        "occasion",
        "A day and its month or year are equal, and so are spans that meet.",
        "Sentences that tell one happening in like words, with the same people and places, or that are the same but "
        "for the date.",
    ),
    "own-date": Kind(
        "date of an article",
        _own_date,
        "occasion",
        "Any day on which what the article tells as past is past, and what it announces is still to come.",
        "An article’s own date with the days of what it announces, as others tell them.",
    ),
    "coming": Kind(
        "still to come, or past",
        _coming,
        "occasion",
        "An announcement and a later report are no difference.",
        "What one source announces after the day on which another tells it as past.",
    ),
    "figure": Kind(
        "figure",
        _figure,
        "figures",
        "Numbers that rounding, a hedge such as more than, or a known conversion of units makes agree.",
        "Numbers in one unit for one time that answer one question, measure one thing in like clauses, or stand in "
        "sentences that are otherwise the same.",
    ),
    "period": Kind(
        "period",
        _period,
        "figures",
        "Times of which one holds the other.",
        "The same number of the same thing, twice in one source, for two times.",
    ),
    "denial": Kind(
        "yes or no",
        _denial,
        "all",
        "What only hedges or corrects itself denies nothing.",
        "Sentences that are the same but for a not; and what talks are said not to have touched, with what a "
        "participant is quoted on.",
    ),
    "speaker": Kind(
        "speaker",
        _speaker,
        "words",
        "A body and its head, or a spokesman and whom he speaks for.",
        "The same words in articles of the same days, each with another person as the speaker.",
    ),
    "quotation": Kind(
        "wording of a quotation",
        _quotation,
        "words",
        "The same words in the same order.",
        "Words in quotation marks in one source with what another quotes or reports of the same speaker.",
    ),
    "direction": Kind(
        "direction",
        _opposite,
        "figures",
        "The same direction in other words.",
        "Sentences that are the same but for two opposite words, or for from and to.",
    ),
    "act": Kind(
        "what was done",
        _opposite,
        "figures",
        "A word and the denied opposite of it.",
        "Sentences that are the same but for two words that are each other’s opposite.",
    ),
    "order": Kind(
        "order or age",
        _opposite,
        "occasion",
        "The same order in other words.",
        "Sentences that are the same but for two opposite words of time or age, such as before and after.",
    ),
    "name": Kind(
        "name",
        _name,
        "all",
        "Two spellings, or the short and the long form of one name.",
        "Sentences that are the same but for a name, of two people, places or bodies that are known.",
    ),
    "claim": Kind(
        "claim",
        lambda p: p.asked or _either("Which answer is right", p),
        "occasion",
        "The same answer, whatever its capitals and spaces.",
        "Answers that somebody else found, to a question in the same words, in articles on one story.",
    ),
}
"""The kinds, in the order in which they are told."""
