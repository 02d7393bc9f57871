"""Relative dates of articles without a date of their own, counted from what other articles date."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date as day
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.anchors import resolve_with
from generator.link.events.same import apart, same, same_cast
from generator.model import Inferred, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.link.events.same import Weights
    from generator.link.events.telling import Telling
    from generator.model import Article, Date, Findings

# An article may have been written up to so long after what it dates by "last December" or "August last year".
FARTHEST_DAYS = 731
# A bare weekday names one of the last six days; on the seventh it would be "last Monday".
WEEKDAY_REACH = 6
# So many people, organisations and places must be shared before another article's date is taken over.
FEWEST_SHARED = 2
# How alike they must be besides: another article's date is taken over only for what is told in nearly the same words.
ALIKE = 0.4
# Of what shares an act and a name, so many are compared; a name with more is too common to tell anything.
MOST_COMPARED = 60


@dataclass(frozen=True, slots=True)
class Anchor:
    """When an article was written, as far as other articles tell: the first and last possible day, and why."""

    first: day
    last: day
    because: str

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


def _is_sharp(offset: str, value: str) -> bool:
    """Tell whether a value is no wider than what the expression means: no year tells which *Wednesday* it was."""
    covered = edtf.bounds(value)
    meant = edtf.resolve(offset, covered.last.isoformat()) if covered and covered.last else None
    return meant is not None and width(value) <= width(meant)


def width(value: str) -> int:
    """Return how many days after its first a value ends; very many for an open one."""
    covered = edtf.bounds(value)
    if covered is None or covered.first is None or covered.last is None:
        return 10**6
    return (covered.last - covered.first).days


def anchors(tellings: Iterable[Telling], articles: Mapping[str, Article], by: Weights) -> dict[str, Anchor]:
    """Return, for each article without a date, when it was written by the dates that others give for what it tells."""
    tellings = tuple(tellings)
    dated = _index(tellings)
    latest = _latest(tellings)
    found: dict[str, Anchor] = {}
    for telling in tellings:
        article = articles[telling.article]
        if telling.value is None and telling.date and _is_vague(article):
            others = (o for who in sorted(telling.named | telling.context) for o in dated.get((telling.deed, who), ()))
            new = next((a for o in others if (a := _from(telling, o, articles, by))), None)
            if new:
                known = found.get(article.id) or _known(article)
                found[article.id] = _narrowed(known, _not_before(new, latest.get(article.id)))
    return {key: anchor for key, anchor in found.items() if anchor != _known(articles[key])}


def _index(tellings: Iterable[Telling]) -> dict[tuple[str, str], list[Telling]]:
    """Return the first so many dated tellings of each act that name somebody or somewhere."""
    dated: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        for who in sorted(telling.named | telling.context) if telling.value else ():
            if len(dated[telling.deed, who]) < MOST_COMPARED:
                dated[telling.deed, who].append(telling)
    return dated


def _known(article: Article) -> Anchor | None:
    """Return when an article was written as far as that is known by now, if only vaguely."""
    known = article.published if isinstance(article.written, Unknown) else article.written
    covered = None if isinstance(known, Unknown) else edtf.bounds(known.value)
    if covered is None or covered.first is None or covered.last is None:
        return None
    if isinstance(known, Inferred) and known is article.published:  # a copyright line: a page may show a later year's
        return Anchor(day.min, covered.last, "")
    return Anchor(covered.first, covered.last, known.because if isinstance(known, Inferred) else "")


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
    alike = same_cast(telling, other, by) or by.alike(telling, other) >= ALIKE
    if not alike or len(shared) < FEWEST_SHARED or apart(telling, other, by) or not same(telling, other, by):
        return None
    if not _is_sharp(telling.date.offset, other.value):
        return None
    written = _written(telling.date.offset, other.value)
    known = _known(articles[telling.article])
    if written is None or (known and (written[1] < known.first or known.last < written[0])):
        return None
    source = _named(articles[other.article])
    because = f"“{telling.date.text}” there tells what {source} dates {edtf.format_value(other.value)}"
    return Anchor(*written, because)


def _named(article: Article) -> str:
    """Return what a reader knows an article by: its publisher, its title, or else its file."""
    if not isinstance(article.publisher, Unknown):
        return article.publisher.value
    if not isinstance(article.title, Unknown):
        return f"“{' '.join(article.title.value.split())}”"
    return article.path.rpartition("/")[2]


def _narrowed(known: Anchor | None, new: Anchor) -> Anchor:
    """Return the days that both allow; the first where they allow none."""
    if known is None:
        return new
    first, last = max(known.first, new.first), min(known.last, new.last)
    because = "; ".join(filter(None, (known.because, new.because)))
    return Anchor(first, last, because) if first <= last else known


def recounted(findings: Findings, anchor: Anchor) -> Findings:
    """Return the findings of an article with its relative dates counted from an anchor, where that gives one value.

    The anchor and the reasoning become the article's ``written``; figures follow their dates.
    """
    article = replace(findings.article, written=Inferred(anchor.text, anchor.because))
    resolved = resolve_with(replace(findings, article=article), anchor.text, anchor.because)
    dates = {d.span: d for d in resolved.dates}
    figures = (replace(f, period=dates.get(f.period.span, f.period)) if f.period else f for f in findings.figures)
    return replace(resolved, figures=tuple(figures))
