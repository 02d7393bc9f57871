"""Days that are told without a year, in an article without a date ──▶ days, once another one bounds them."""

import re
from collections.abc import Iterable

from generator import edtf
from generator.link.differences.slots.telling import Slot
from generator.model import Date

_OPEN = "XXXX"
_ANY = "2000-07-01"
"""A day of a year that all are told of where neither article tells one: what they say is of one year."""
_DAY = re.compile(r"[<>?]{0,3}(?P<day>[0-9]{2}-[0-9]{2})(?:W[1-7])?")


def day_of(date: Date) -> str | None:
    """Return the value of a date, or the month and the day where only the year isn't known: ``XXXX-03-19``."""
    open_day = _DAY.fullmatch(date.offset or "") if date.kind == "date" else None
    return date.value or (f"{_OPEN}-{open_day['day']}" if open_day else None)


def dated(slots: Iterable[Slot], *published: str | None) -> list[Slot]:
    """Return slots with days of the year that lies nearest to a publication or, without one, of one year."""
    near = next((day for day in published if day), _ANY)
    known = ((s, tuple(_near(d, near) for d in (s.value, *s.dates))) for s in slots)
    return [s if d == (s.value, *s.dates) else s._replace(value=d[0], dates=d[1:]) for s, d in known]


def _near(value: str, day: str) -> str:
    return edtf.resolve(value.replace(f"{_OPEN}-", "?"), day) or value if value.startswith(_OPEN) else value
