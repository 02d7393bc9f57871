"""Whether two slots that match are of one time: neither clause tells the past that stands behind the other's news."""

from collections.abc import Iterator
from itertools import product

from generator import edtf
from generator.link.differences.corpus import STORY_DAYS, Corpus
from generator.link.differences.slots.align import is_ahead
from generator.link.differences.slots.telling import Slot
from generator.link.differences.weekdays import weekday, weekdays
from generator.model import SAME_TIME_DAYS, Kind, Span

BACKGROUND_DAYS, WEEK = 366, 7
"""From a day to the article that tells it: further away is background; and of *this week*, which holds its day."""
_TODAY = "0D"
"""The offset of the day on which an article was written, which may be any day of the week."""
_ACCOUNTED = ("quarter", "half")
"""Rules of the periods that firms account for."""
MONTH = 31  # days
PARAGRAPH = 3
"""Sentences before one, in its paragraph, whose dates are still its own."""


def of_one_time(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether the clauses have no date of two times, and neither alone one of long ago, or the past before it."""
    mine, theirs = one.dates, other.dates
    later = any(_is_later(corpus, d, s) for dates, s in ((mine, other), (theirs, one)) for d in dates)
    if later or are_of_two_periods(one, other):
        return False
    again = one.kind not in ("date", "truth") and bool(_named(corpus, one) & _named(corpus, other))
    if again and not (mine and theirs):
        return True
    if mine and theirs:
        fit = any(edtf.compatible(a, b) for a in mine for b in theirs)
    elif is_ahead(one) and is_ahead(other) and corpus.days_apart(one.article, other.article) is not None:
        return True
    elif corpus.published(one.article) is corpus.published(other.article) is None:
        fit = not (mine or theirs) and _may_be_of_one_day(corpus, one, other, opening=True)
    else:
        near = BACKGROUND_DAYS if _of_one_doer(one, other) else SAME_TIME_DAYS
        again = _tells_again(corpus, one, other) or _tells_again(corpus, other, one)
        fit = again or all(_is_news(corpus, s, d, near) for s, dates in ((one, mine), (other, theirs)) for d in dates)
        fit = fit and _may_be_of_one_day(corpus, one, other)
    told = bool(mine and theirs) or again or _of_one_doer(one, other)
    turns = one.kind == "truth" and one.telling.asks is other.telling.asks is Kind.DIRECTION  # it fell, and rose
    if not fit or (not (mine and theirs) and turns and corpus.days_apart(one.article, other.article) != 0):
        return False
    return told or one.kind == "date" or is_background(corpus, one) == is_background(corpus, other)


def are_of_two_times(corpus: Corpus, one: Slot, other: Slot) -> bool:
    """Tell whether two clauses have no date in common, or their sentences none within a month of each other."""
    if one.dates and other.dates and not any(edtf.compatible(a, b) for a in one.dates for b in other.dates):
        return True
    both = product(_told(corpus, one), _told(corpus, other))
    apart = [0 if edtf.compatible(a, b) else abs(edtf.days_between(a, b) or 0) for a, b in both]
    return min(apart, default=0) > MONTH


def _told(corpus: Corpus, slot: Slot) -> frozenset[str]:
    dates = (d for d in corpus.line(slot.article, slot.telling.index).dates if d.kind == "date" and d is not slot.date)
    return frozenset(d.value for d in dates if d.value)


def _named(corpus: Corpus, slot: Slot) -> frozenset[str]:
    """Return the days and months that the sentence of a value names, in whichever of its clauses."""
    return frozenset(d for d in _told(corpus, slot) if edtf.precision(d) in ("day", "month"))


def _tells_again(corpus: Corpus, later: Slot, news: Slot) -> bool:
    """Tell whether a clause dates what is the other article's news, without a date there: *approved on 11 March*."""
    return (
        bool(later.dates and corpus.published(news.article))
        and not news.dates
        and all(_is_news(corpus, news, d, SAME_TIME_DAYS) for d in later.dates)
    )


def _may_be_of_one_day(corpus: Corpus, one: Slot, other: Slot, *, opening: bool = False) -> bool:
    """Tell whether two sentences name one weekday of an unknown week, or only one of them tells a day at all.

    Where one article alone has a date, its days of the week are those of the other one. What names none may be of the
    day that the ``opening`` of its article names; *today* may be any day.
    """
    if (corpus.published(one.article) is None) != (corpus.published(other.article) is None):
        lines = (corpus.line(s.article, s.telling.index) for s in (one, other))
        days = [frozenset(filter(None, map(weekday, line.dates))) for line in lines]
        if all(days):
            return not days[0].isdisjoint(days[1])
    truth = one.kind == "truth"  # what holds on one day may not on the next
    mine, theirs = (
        corpus.once(_weekdays, s.article, s.telling.index)
        or (corpus.once(*((_weekdays, s.article, None) if truth else (weekdays, s.article))) if opening else ())
        for s in (one, other)
    )
    if mine and theirs:
        return not set(mine).isdisjoint(theirs) or (one.kind == "clock" and _TODAY in (*mine, *theirs))
    return not (mine and other.dates) and not (theirs and one.dates)


def _weekdays(corpus: Corpus, article: str, index: int | None) -> Iterator[str]:
    """Yield the days that a sentence, or those that an article opens with, count from an unknown one."""
    lines = corpus.lead(article) if index is None else (corpus.line(article, index),)
    dates = (d for line in lines for d in line.dates)
    yield from (weekday(d) or d.offset for d in dates if d.kind == "date" and d.offset and not d.value)


def are_of_two_periods(one: Slot, other: Slot) -> bool:
    """Tell whether two figures are of periods that are told otherwise, though no year is known of them.

    *in the third quarter*, *in the first half of the year*; without such a period a size may be of any.
    """
    known = [s.figure.period for s in (one, other) if s.figure and s.figure.period and not s.figure.period.value]
    return len({d.offset for d in known}) > 1 or (len(known) == 1 and known[0].rule in _ACCOUNTED)


def _is_later(corpus: Corpus, date: str, told: Slot) -> bool:
    """Tell whether a date lies behind the article that tells of another happening as done."""
    published, first, verb = corpus.published(told.article), edtf.bounds(date), told.telling.verb
    if published is None or first is None or first.first is None or verb is None or not verb.happened:
        return False
    return published < first.first.isoformat() and (edtf.days_between(published, date) or 0) > 1


def is_background(corpus: Corpus, slot: Slot) -> bool:
    """Tell whether another date of its sentence, or one before it in its paragraph, lies long before its article.

    In an article without a date any of them may.
    """
    verb = slot.telling.verb
    if verb and (verb.tense == "present" or verb.aspect == "perfect"):  # it covers, it has cost
        return False
    if any(_is_news(corpus, slot, d, SAME_TIME_DAYS) for d in slot.dates):
        return False
    known = corpus.once(_apart, slot.article, slot.telling.index, slot.date.span if slot.date else None)
    return max(known, default=0) <= -STORY_DAYS  # in 2024, and not: in 2024, and on Tuesday


def _apart(corpus: Corpus, article: str, index: int, own: Span | None) -> Iterator[int]:
    """Yield how far the dates of a sentence but its own, or those before it, lie from the article, below 0 before."""
    published, of = corpus.published(article), corpus.article(article)
    block = of.block_at(of.sentences[index].start)
    lines = (corpus.line(article, n) for n in range(max(0, index - PARAGRAPH), index + 1))
    told: list[str] = []
    for line in (line for line in lines if block and block.span.holds(line.sentence.span)):
        dates = (d for d in line.dates if d.kind == "date" and d.span != own)
        told = [d.value for d in dates if d.value and "/" not in d.value] or told
    apart = (edtf.days_between(published, d) if published else -STORY_DAYS for d in told)
    return (a for a in apart if a is not None)


def _of_one_doer(one: Slot, other: Slot) -> bool:
    """Tell whether one of two clauses denies what the other tells of the same people: of those a *not* holds longer."""
    a, b = one.telling, other.telling
    ids = a.agent.ids & b.agent.ids | a.goal.ids & b.goal.ids
    never = "never" in (a.often, b.often) and a.goal.head == b.goal.head != ""
    return one.kind == "truth" and Kind.DENIAL in (a.asks, b.asks) and (bool(ids) or never)


def _is_news(corpus: Corpus, slot: Slot, value: str, near: int) -> bool:
    published = corpus.published(slot.article)
    if ".." in value:
        return True  # until now
    if published is None:
        return edtf.precision(value) == "day"
    apart = edtf.days_between(published, value)
    return apart is not None and (abs(apart) <= near or (abs(apart) <= WEEK and edtf.compatible(value, published)))
