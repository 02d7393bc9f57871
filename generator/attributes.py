"""What sources say of things: one row an attribute, how two answers compare, and what their difference is.

The producers in ``link/differences/claims/`` make the claims, one comparer there asks this table, and the page on
comparisons is made from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Attribute, DifferenceKind

SAME_TIME_DAYS = 3
"""Articles published so near to each other report the same news; a weekly report is seven days away."""


class Rule(NamedTuple):
    """How the answers of one attribute are compared.

    ``label`` names it for readers, ``compared`` says how, ``kind`` is the kind of their differences. An answer holds
    for ``days``, until later news (None: for good); two may differ by ``slack`` (a share of the larger), and from
    ``far`` on they are about two things. What ``grows`` is told as a series in the order of the reports. ``single``:
    an article that gives two answers gives none.
    """

    label: str
    kind: DifferenceKind
    compared: str
    days: int | None = None
    slack: float = 0.0
    far: float = 0.0
    grows: bool = False
    single: bool = True


ATTRIBUTES: Mapping[Attribute, Rule] = {
    "toll": Rule(
        "victims of a happening",
        "figure",
        "How many were killed, hurt, arrested, evacuated and so on in what an article reports, as its first sentences "
        "tell it. Numbers are set in the order of the reports; articles that open at different places are kept apart.",
        grows=True,
    ),
    "sum": Rule(
        "a sum that a noun names",
        "figure",
        "The sum that a noun names (*the first offer*), where both sentences share a name and a time.",
        days=SAME_TIME_DAYS,
    ),
    "length": Rule(
        "a length of time", "figure", "For how long something went on, by the verb and its object.", days=SAME_TIME_DAYS
    ),
    "age": Rule(
        "age",
        "figure",
        "The age beside a person's name. Ages a dozen years apart are those of two people.",
        days=SAME_TIME_DAYS,
        far=12.0,
    ),
    "term": Rule("prison term", "figure", "For how long somebody is sentenced."),
    "count": Rule(
        "number of things",
        "figure",
        "What a number counts or measures: the same thing, in clauses that say the same of it, for the same time. "
        "A number that rounding or its hedge lets agree is the same.",
        single=False,
    ),
    "restated": Rule(
        "number in the same words",
        "figure",
        "The one number of a sentence, where another has the same words, in whatever order, and the same dates.",
        single=False,
    ),
    "done": Rule(
        "done or not",
        "denial",
        "Whether something was done: the same deed to the same, by the same, at the same place. What isn't done yet "
        "may be done when the next article is written.",
        single=False,
    ),
    "date": Rule(
        "day of what happens once",
        "date",
        "On which day something happens that happens once, by the verb of its clause.",
        single=False,
    ),
}
"""What is claimed of something, and how two answers compare."""
