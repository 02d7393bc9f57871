"""Whether a telling confirms the one that heads an event: the same deed, done or planned, on the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import edtf
from generator.link.content_words import senses_of, stems_of, told_of
from generator.link.events.telling import NEWS_DAYS

if TYPE_CHECKING:
    from generator.link.events.telling import Telling

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
        return bool(a.leads and b.leads)
    days = edtf.days_between(value, written)
    return days is not None and days <= NEWS_DAYS


def _is_another_time(a: Telling, b: Telling) -> bool:
    """Tell whether one calls it the first of its kind, the other one the second."""
    return bool(a.ordinals and b.ordinals) and not a.ordinals & b.ordinals


def _deeds(telling: Telling) -> frozenset[str]:
    """Return what a telling says is done, in words of nearly one meaning."""
    return frozenset((*senses_of(sorted(telling.deeds)), *((telling.act,) if telling.kind else ())))


def _told(telling: Telling) -> frozenset[str]:
    """Return all that the sentence of a telling tells, whichever of its words this telling is about."""
    return telling.acts | _deeds(telling) | frozenset(senses_of(stems_of(telling.sentence.text)))
