"""One happening as one sentence tells it, and on which days it can lie: what its words mean, what is news."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from generator import edtf
from generator.model import Date, Evidence

Mode = Literal["happened", "planned", "cancelled", "hypothetical"]
Basis = Literal["stated", "supplied", "relative", "computed", "unresolved"]


@dataclass(frozen=True, slots=True)
class Telling:
    """One happening as one sentence tells it.

    ``core`` are the words of the headline without what came of the deed, by which it is compared: later articles
    tell another toll. ``value`` is the EDTF date or None; ``date`` the expression it comes from. ``verb`` (or noun)
    tells it, ``act`` is what is told, ``deeds`` are the stems of all verbs of the headline that say something,
    ``acts`` all acts that the words name, ``asserts`` the stems of what the whole sentence tells as done.
    ``actors`` are the ids of ``people`` and organisations,
    ``agents`` those named before the act, ``doers`` those of them that are said to do it, ``places`` and ``things`` the
    ids of places and of all else, ``goals`` the places after *to*, *in*, *at*, ``objects`` whom or what the act hits.
    ``stems`` are the content words and numbers, ``context`` the ids of what the sentence and the one before it name,
    ``written`` when the article was written (EDTF), as far as it is known.
    ``coming`` tells a plan that the words announce as still open, ``stands`` that the headline is a line
    of its own, ``vague`` that it is a whole sentence which tells no happening, or of what its reader can't know,
    ``opens`` that it is one of the first sentences of its article.
    ``leads`` says how much of its story the main happening of an article tells (0 for any other), ``happening`` is the
    same for all that tell one of them.
    """

    headline: Evidence
    core: str
    sentence: Evidence
    index: int
    date: Date | None
    value: str | None
    basis: Basis
    because: str
    mode: Mode
    verb: str
    act: str
    deeds: frozenset[str]
    acts: frozenset[str]
    asserts: frozenset[str]
    kind: str
    stems: frozenset[str]
    people: frozenset[str]
    actors: frozenset[str]
    agents: frozenset[str]
    doers: frozenset[str]
    places: frozenset[str]
    goals: frozenset[str]
    objects: frozenset[str]
    things: frozenset[str]
    context: frozenset[str]
    ordinals: frozenset[str]
    written: str | None
    coming: bool = False
    stands: bool = False
    vague: bool = False
    opens: bool = False
    leads: float = 0.0
    happening: str = ""

    @property
    def named(self) -> frozenset[str]:
        """The ids of everybody, everywhere and everything that the telling names."""
        return self.actors | self.agents | self.places | self.things

    @property
    def deed(self) -> str:
        """The act; figures that rise, fall, reach are one, since sources turn the same number either way."""
        return "figures" if self.kind == "figures" else self.act

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.sentence.article


NEWS_DAYS = 45
"""What an article tells as past without any date is news: it happened at most so many days before it was written."""
SAME_NEWS = 1
"""Days after a happening on which an article tells it as its news, without saying when it was."""
# A weekday without a date can be a day of a month; every year holds fifty of it.
MONTH_DAYS = 31
# An article may have been written up to so long after what it dates by "last December" or "August last year".
FARTHEST_DAYS = 731
# A bare weekday names one of the last six days; on the seventh it would be "last Monday".
WEEKDAY_REACH = 6


def width(value: str) -> int:
    """Return how many days after its first a value ends; very many for an open one."""
    days = edtf.closed(value)
    return (days[1] - days[0]).days if days else 10**6


@lru_cache(maxsize=4096)
def written(offset: str, value: str) -> tuple[date, date] | None:
    """Return the first and last day on which an expression means a value, within two years after it.

    What is still to come, *is set for 17 June*, was written before it.
    """
    days = edtf.closed(value)
    if days is None:
        return None
    ahead = range(1 - FARTHEST_DAYS, 1) if offset.startswith(">") else range(FARTHEST_DAYS)
    tried = [days[0] + timedelta(days=n) for n in ahead]
    found = [d for d in _reaching(offset, days, tried) if edtf.compatible(_meant(offset, d), value)]
    if offset.startswith("<W"):
        found = found[:WEEKDAY_REACH]
    return (found[0], found[-1]) if found else None


def _reaching(offset: str, days: tuple[date, date], tried: list[date]) -> list[date]:
    """Return the days, of those tried, on which an expression can reach some days: said later, it means no earlier."""
    first = bisect_left(tried, days[0], key=lambda day: _bounds(offset, day).last or date.max)
    last = bisect_right(tried, days[1], key=lambda day: _bounds(offset, day).first or date.min)
    return tried[first:last]


def _bounds(offset: str, day: date) -> edtf.Bounds:
    """Return the first and last day of what an expression means on a day; open ones where it means no time."""
    return edtf.bounds(_meant(offset, day)) or edtf.Bounds(None, None)


def _meant(offset: str, day: date) -> str:
    return edtf.resolve(offset, day.isoformat()) or ""


def recently(telling: Telling) -> tuple[date, date] | None:
    """Return the days that what an article tells as news may lie in."""
    days = edtf.closed(telling.written)
    if days is None or days[1] - days[0] > timedelta(days=NEWS_DAYS):
        return days
    return days[0] - timedelta(days=NEWS_DAYS), days[1]


def is_news(telling: Telling, value: str) -> bool:
    """Tell whether a value lies in the days of an article's news."""
    days, news = edtf.closed(value), recently(telling)
    return days is not None and news is not None and days[0] <= news[1] and days[1] >= news[0]


def can_mean(telling: Telling, value: str) -> bool:
    """Tell whether a telling without a value can tell what happened then: its words and its article's date allow it."""
    if telling.date is not None:
        offset = telling.date.offset
        if width(value) > MONTH_DAYS or (offset is not None and written(offset, value) is None):
            return False
    days, news = edtf.closed(value), recently(telling)
    if days is None or news is None:
        return telling.date is not None
    too_old = telling.date is None and days[1] < news[0]
    return not too_old and (telling.mode != "happened" or days[0] <= news[1])


def can_be_one_news(a: Telling, b: Telling) -> bool:
    """Tell whether two articles can tell one happening as news, by the days on which they may have been written."""
    one, two = recently(a), recently(b)
    return one is None or two is None or (one[0] <= two[1] and two[0] <= one[1])
