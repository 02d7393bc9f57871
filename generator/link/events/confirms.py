"""Whether a telling confirms the one that heads an event: the same deed, done or planned, on the same day."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.content_words import senses_of, stems_of, told_of
from generator.link.events.days import NEWS_DAYS
from generator.link.events.words import acts, light, nouns
from generator.text import stem

if TYPE_CHECKING:
    from generator.link.events.telling import Telling

_YEAR = re.compile(r"(?<!since )\b(1[5-9][0-9]{2}|20[0-9]{2})\b")  # won it in 1908, but not: first since 1908
_COUNTED = re.compile(r"(?<![\w.,])(?P<number>[0-9][0-9.,]{0,14})(?:[ ]|-)(?P<what>[a-z]{3,30})")  # 230,000 people
TOLD, NEARLY_ALL = 0.3, 0.6
"""Share of the headline's words of meaning that the other sentence has, too: who gives but a part of it, or tells
something else of the same day, doesn't confirm it; of nearly all of them, the verb may be among the rest."""


def confirms(chief: Telling, other: Telling) -> bool:
    """Tell whether another telling of an event says what its headline says.

    Articles on one main happening tell different sides of it, and a source that announces what another one reports
    tells of the same event: neither confirms what the other one says.
    """
    if chief.mode != other.mode or not _may_be_one_day(chief, other) or _is_another_time(chief, other):
        return False
    if _counts_otherwise(chief.headline.text, other.sentence.text):
        return False
    share = told_of(chief.headline.text, other.sentence.text)
    if _deeds(chief) & _told(other):
        return share >= TOLD
    return share >= NEARLY_ALL and (not other.deeds or bool(_deeds(other) & _told(chief)))


def _may_be_one_day(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings can be of one day: what is told without a date is news, and no past of another year."""
    if a.value and b.value:
        return edtf.compatible(a.value, b.value)
    value, written = (a.value, b.written) if a.value else (b.value, a.written)
    if value is None and (a.date is None) == (b.date is None):
        return True
    if value is None or written is None:
        return bool(a.leads and b.leads) and (value is None or edtf.precision(value) == "day")
    days = edtf.days_between(value, written)
    return days is not None and days <= NEWS_DAYS


def _is_another_time(a: Telling, b: Telling) -> bool:
    """Tell whether one calls it the first of its kind, the other one the second, or puts it into a year long past."""
    nth = bool(a.ordinals and b.ordinals) and not a.ordinals & b.ordinals
    return nth or _is_long_past(a, b) or _is_long_past(b, a)


def _is_long_past(one: Telling, other: Telling) -> bool:
    """Tell whether the one, without a date of its own, names a year that is neither the other's nor in its words.

    Where nothing tells the other's year, *on Wednesday* is no day of a year that had to be named.
    """
    years = set(_YEAR.findall(one.sentence.text)) - set(_YEAR.findall(other.sentence.text))
    known = (other.value or other.written or "")[:4]
    if one.value or not years or not known.isdigit():
        return not one.value and bool(years) and not known and other.date is not None
    return all(abs(int(year) - int(known)) > 1 for year in years)


def _counts_otherwise(one: str, other: str) -> bool:
    """Tell whether two texts count the same things and have no number of them in common."""
    mine, theirs = _counted(one), _counted(other)
    return any(mine[what].isdisjoint(theirs[what]) for what in mine.keys() & theirs.keys())


def _counted(text: str) -> dict[str, set[str]]:
    """Return the numbers of a text by the word that each stands before."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for match in _COUNTED.finditer(text):
        found[stem(match["what"])].add(match["number"])
    return found


def _deeds(telling: Telling) -> frozenset[str]:
    """Return what a telling says is done, in words of nearly one meaning.

    What a noun tells beside a verb with a meaning of its own isn't done: ``cited his family in his retirement``.
    """
    verb = telling.verb
    done = telling.kind and (verb in acts() or verb in nouns() or verb in light() or not telling.deeds)
    return frozenset((*senses_of(sorted(telling.deeds)), *((telling.act,) if done else ())))


def _told(telling: Telling) -> frozenset[str]:
    """Return all that the sentence of a telling tells, whichever of its words this telling is about."""
    return telling.acts | _deeds(telling) | frozenset(senses_of(stems_of(telling.sentence.text)))
