"""Relative dates of articles without a date of their own, counted from what other articles date."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date as day
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.events.same import apart, same
from generator.model import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.link.events.same import Weights
    from generator.link.events.telling import Telling
    from generator.model import Article, Date

# An article may have been written up to so long after what it dates by "last December" or "August last year".
FARTHEST_DAYS = 731
# A bare weekday names one of the last six days; on the seventh it would be "last Monday".
WEEKDAY_REACH = 6
# So many people, organisations and places must be shared before another article's date is taken over.
FEWEST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """When an article was written, as far as other articles tell: the first and last possible day, and why."""

    first: day
    last: day
    because: str

    def value(self, date: Date) -> str | None:
        """Return the value of a relative date, where every possible day gives the same."""
        if date.offset is None:
            return None
        values = {edtf.resolve(date.offset, end.isoformat()) for end in (self.first, self.last)}
        return values.pop() if len(values) == 1 else None

    @property
    def text(self) -> str:
        """The bracket as EDTF."""
        units: tuple[edtf.Unit, ...] = ("D", "M", "Y")
        whole = (_whole(self.first, self.last, unit) for unit in units)
        return next((value for value in whole if value), f"{self.first}/{self.last}")


def _whole(first: day, last: day, unit: edtf.Unit) -> str | None:
    """Return the day, month or year that two days bound exactly."""
    value = edtf.span_of(first, unit)
    return value if edtf.bounds(value) == (first, last) else None


def possible(date: Date, value: str) -> bool:
    """Tell whether a relative expression can mean a value, for some day on which it may have been written."""
    return date.offset is None or _written(date.offset, value) is not None


@lru_cache(maxsize=4096)
def _written(offset: str, value: str) -> tuple[day, day] | None:
    """Return the first and last day on which the expression means the value, within two years after it."""
    covered = edtf.bounds(value)
    if covered is None or covered.first is None or covered.last is None:
        return None
    days = (covered.first + timedelta(days=n) for n in range(FARTHEST_DAYS))
    found = [d for d in days if _means(edtf.resolve(offset, d.isoformat()), value)]
    if offset.startswith("<W"):
        found = found[:WEEKDAY_REACH]
    return (found[0], found[-1]) if found else None


def _means(resolved: str | None, value: str) -> bool:
    return resolved is not None and edtf.compatible(resolved, value)


def anchors(tellings: Iterable[Telling], articles: Mapping[str, Article], by: Weights) -> dict[str, Anchor]:
    """Return, for each article without a date, when it was written by the dates that others give for what it tells."""
    tellings = tuple(tellings)
    dated: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.value is not None:
            dated[telling.act].append(telling)
    found: dict[str, Anchor] = {}
    latest = _latest(tellings)
    for telling in tellings:
        article = telling.article
        if telling.value is None and telling.date and _is_vague(articles[article]):
            new = (_from(telling, other, articles, by) for other in dated[telling.act])
            anchor = next((a for a in new if a), None)
            if anchor:
                found[article] = _narrowed(found.get(article), _not_before(anchor, latest.get(article)))
    return found


def _latest(tellings: Iterable[Telling]) -> dict[str, day]:
    """Return the last day that each article dates in so many words and tells as past."""
    found: dict[str, day] = {}
    for telling in tellings:
        covered = edtf.bounds(telling.value) if telling.value and telling.basis == "stated" else None
        if covered and covered.first and telling.mode == "happened":
            found[telling.article] = max(found.get(telling.article, day.min), covered.first)
    return found


def _not_before(anchor: Anchor, latest: day | None) -> Anchor:
    if latest is None or not anchor.first < latest <= anchor.last:
        return anchor
    return replace(
        anchor, first=latest, because=f"{anchor.because}; it tells {edtf.format_value(latest.isoformat())} as past"
    )


def _is_vague(article: Article) -> bool:
    """Tell whether an article's date of publication is unknown, or known to the month or year only."""
    known = article.published
    return isinstance(known, Unknown) or edtf.precision(known.value) != "day"


def _from(telling: Telling, other: Telling, articles: Mapping[str, Article], by: Weights) -> Anchor | None:
    if telling.date is None or telling.date.offset is None or other.value is None or other.article == telling.article:
        return None
    shared = (telling.named | telling.context) & (other.named | other.context)
    if len(shared) < FEWEST_SHARED or apart(telling, other, by) or not same(telling, other, by):
        return None
    written = _written(telling.date.offset, other.value)
    if written is None or not _is_allowed(written, articles[telling.article]):
        return None
    source = articles[other.article].path.rpartition("/")[2]
    because = f"“{telling.date.text}” there tells what {source} dates {edtf.format_value(other.value)}"
    return Anchor(*written, because)


def _is_allowed(written: tuple[day, day], article: Article) -> bool:
    """Tell whether the days agree with what the article says of its publication."""
    known = article.published
    return isinstance(known, Unknown) or any(edtf.within(d.isoformat(), known.value) for d in written)


def _narrowed(known: Anchor | None, new: Anchor) -> Anchor:
    """Return the days that both allow; the first where they allow none."""
    if known is None:
        return new
    first, last = max(known.first, new.first), min(known.last, new.last)
    return Anchor(first, last, f"{known.because}; {new.because}") if first <= last else known


def counted(telling: Telling, anchor: Anchor) -> Telling:
    """Return a telling with its relative date counted from an anchor, or as it is where that gives no single value."""
    if telling.date is None or telling.value is not None:
        return telling
    value = anchor.value(telling.date)
    if value is None:
        return telling
    because = f"counted from {edtf.format_value(anchor.text)}, when the article was written: {anchor.because}"
    date = replace(telling.date, value=value, basis="relative", anchor=anchor.text, because=because)
    return replace(telling, date=date, value=value, basis="relative", because=because)
