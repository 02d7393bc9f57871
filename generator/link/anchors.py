"""When articles without a date of their own were written, and what their relative dates mean then."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date as day
from typing import Literal

from generator import edtf
from generator.link.stories import WEEKS
from generator.model import (
    RUNNING,
    Article,
    Briefing,
    Date,
    Evidence,
    Field,
    Findings,
    Inferred,
    Stated,
    Unknown,
    value_of,
)
from generator.text import read_text

_TELLING = ("day", "month")  # a past year or decade says too little about when an article was written
_FOR_CERTAIN = frozenset({"upcoming", "forthcoming", "imminent"})  # will and scheduled are told of the past as well
_AHEAD = frozenset({"awaited", "reschedules", "intends"})  # was set for 9 May
_OF_YEAR = re.compile(r"@ (?:\?|0Y )(?P<day>[0-9]{2}-[0-9]{2}|M[0-9]{1,2})")  # 3 May in a passage on another year


@dataclass(frozen=True, slots=True)
class Bracket:
    """The first and last day on which an article can have been written, with the reasons and their evidence.

    None stands for an open end. A bracket whose first day lies after its last is empty.
    """

    first: day | None
    last: day | None
    reasons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def text(self) -> str | None:
        """The bracket as EDTF; None if it says nothing or is empty."""
        if self.first and self.last:
            units: tuple[edtf.Unit, ...] = ("D", "M", "Y")
            for value in (edtf.span_of(self.first, unit) for unit in units):
                if edtf.bounds(value) == (self.first, self.last):
                    return value
        first, last = self.first and self.first.isoformat(), self.last and self.last.isoformat()
        return edtf.interval(first or "..", last or "..") if first or last else None

    def narrowed(self, first: day | None, last: day | None, reason: str, evidence: tuple[Evidence, ...]) -> Bracket:
        """Return the bracket with one more reason; the reason is kept only if it narrows the bracket."""
        later = first if first and (self.first is None or first > self.first) else self.first
        sooner = last if last and (self.last is None or last < self.last) else self.last
        if (later, sooner) == (self.first, self.last):
            return self
        return Bracket(later, sooner, (*self.reasons, reason), (*self.evidence, *evidence))


def date_by_story(briefing: Briefing) -> Briefing:
    """Date each article whose dateline or masthead names a day without a year by the other articles of its story.

    The year is the one in which that day lies within weeks of theirs, if nothing that the article dates speaks against
    it. Sets ``Article.published``, and the values of the relative dates that are counted from it.
    """
    exact = {a.id: value_of(a.published) or "" for a in briefing.articles if is_exact(a.published)}
    near = {a: tuple(sorted(exact[b] for b in story if b in exact)) for story in briefing.stories for a in story}
    return replace(briefing, findings=tuple(_dated(f, near.get(f.article.id, ())) for f in briefing.findings))


def _dated(findings: Findings, days: tuple[str, ...]) -> Findings:
    """Return the findings of an article with its day of publication, as far as the days of others tell its year."""
    article, line = findings.article, findings.article.dateline
    if not isinstance(article.published, Unknown) or not days:
        return findings
    heads = [b.span for b in article.blocks if b.kind == "header" and b.rule == "date"]
    spans = [e.span for e in line.evidence] if isinstance(line, Stated) else heads
    told = next((d for d in findings.dates if d.offset and any(s.holds(d.span) for s in spans)), None)
    years = range(int(days[0][:4]) - 1, int(days[-1][:4]) + 2) if told else ()
    possible = (edtf.resolve(told.offset.lstrip("<>?"), str(year)) for year in years if told and told.offset)
    near = [d for d in possible if d and any(abs(edtf.days_between(d, o) or 0) <= WEEKS for o in days)]
    known = bracket(findings)
    if len(near) != 1 or not (known.first or day.min) <= day.fromisoformat(near[0]) <= (known.last or day.max):
        return findings
    others = edtf.format_value(days[0] if days[0] == days[-1] else f"{days[0]}/{days[-1]}")
    where = "dateline" if isinstance(line, Stated) else "masthead"
    because = f"the {where} gives the day, and other articles on its story were published {others}"
    published = Inferred(near[0], because, tuple(map(article.cite, spans)))
    return resolve_with(replace(findings, article=replace(article, published=published)), near[0], because)


def anchor_articles(briefing: Briefing) -> Briefing:
    """Work out when each article without an exact date was written, and resolve the relative dates that this settles.

    Sets ``Article.written`` and the values of ``Findings.dates``. What the happenings that other
    sources date told of it stands there already. The date of publication stays as it is.
    """
    findings = tuple(f if is_exact(f.article.published) else recounted(f, bracket(f)) for f in briefing.findings)
    return replace(briefing, findings=findings)


def is_exact(published: Field[str]) -> bool:
    """Tell whether a date of publication is known to the day."""
    return not isinstance(published, Unknown) and edtf.precision(published.value) == "day"


def recounted(findings: Findings, found: Bracket) -> Findings:
    """Return the findings of an article with its relative dates counted from a bracket, where that gives one value.

    The bracket and the reasoning become the article's ``written``; figures follow their dates.
    """
    if found.text is None:
        return findings
    because = "; ".join(found.reasons)
    article = replace(findings.article, written=Inferred(found.text, because, found.evidence))
    resolved = resolve_with(replace(findings, article=article), found.text, because)
    dates = {d.span: d for d in resolved.dates}
    figures = (replace(f, period=dates.get(f.period.span, f.period)) if f.period else f for f in findings.figures)
    return replace(resolved, figures=tuple(figures))


def bracket(findings: Findings) -> Bracket:
    """Return when an article was written: after what it tells as past, before what it tells as coming.

    A date of publication that is known to the year or month narrows it as well, and so does what other sources date.
    """
    article, found = findings.article, Bracket(None, None)
    published = article.published
    covered = None if isinstance(published, Unknown) or is_exact(published) else edtf.bounds(published.value)
    if covered and isinstance(published, Inferred):  # a page may show that of a later year
        found = found.narrowed(None, covered.last, published.because, published.evidence)
    elif covered and not isinstance(published, Unknown):
        found = found.narrowed(covered.first, covered.last, "its date of publication", ())
    written = article.written
    covered = edtf.bounds(written.value) if isinstance(written, Inferred) else None
    if covered and isinstance(written, Inferred):
        found = found.narrowed(covered.first, covered.last, written.because, written.evidence)
    for date in findings.dates:
        found = _narrowed(found, article, date)
    return found


def _narrowed(found: Bracket, article: Article, date: Date) -> Bracket:
    if date.kind != "date" or date.basis != "stated" or not date.value or edtf.precision(date.value) not in _TELLING:
        return found
    covered, cited = edtf.bounds(date.value), (article.cite(date.span),)
    tense = _tense(article, date)
    if covered and tense == "past":
        return found.narrowed(covered.first, None, f"it tells of “{date.text}” as past", cited)
    if covered and tense == "coming":
        return found.narrowed(None, covered.last, f"it tells of “{date.text}” as coming", cited)
    return found


def _tense(article: Article, date: Date) -> str | None:
    """Return ``past`` or ``coming`` by the words of the sentence before the date; None where they don't tell.

    A date outside of sentences (a masthead, a heading, a caption) tells nothing.
    """
    sentence = read_text(article).sentence_at(date.span.start)
    if sentence is None or sentence.kind not in RUNNING:
        return None
    i, end = sentence.within(date.span)
    if i == 0 or end == len(sentence):
        return None
    if not _FOR_CERTAIN.isdisjoint(sentence.low(k) for k in range(i)):
        return "coming"
    ahead = any(g.tense == "future" or g.modality or _AHEAD & sentence.words[g.head].kinds for g in sentence.verbs)
    told = any(g.happened and g.end <= i for g in sentence.verbs)
    return "past" if told and not ahead else None


def resolve_with(findings: Findings, anchor: str, because: str) -> Findings:
    """Count the relative dates of an article that have no value from an anchor (EDTF, a bracket too).

    A date gets a value where every day of the anchor gives the same one. What is counted from another date of the text
    follows it. ``because`` says in words why the anchor holds.
    """
    before: list[Date] = []
    for date in findings.dates:
        before.append(_recounted(date, before, anchor, because))
    return replace(findings, dates=tuple(before))


def _recounted(date: Date, before: list[Date], anchor: str, because: str) -> Date:
    of_year = _OF_YEAR.fullmatch(date.offset or "")
    if date.value and of_year and edtf.can_be_news(of_year["day"], date.value, anchor):
        why = f"{date.because}, or one of the weeks before {edtf.format_value(anchor)}, when the article was written"
        return replace(date, value=None, basis="unresolved", because=why)
    if date.value is not None or date.offset is None or date.vague or "|" in date.offset:
        return date
    if date.offset.startswith("@event"):
        return date
    if date.offset.startswith("@ "):
        return _from_text(date, before)
    value = _same_for_all(date.offset, anchor)
    if value is None:
        return date
    reason = f"counted from {edtf.format_value(anchor)}, when the article was written: {because}"
    basis: Literal["computed", "relative"] = "computed" if date.rule == "anniversary" else "relative"
    return replace(date, value=value, basis=basis, anchor=anchor, because=reason)


def _from_text(date: Date, before: list[Date]) -> Date:
    offset = (date.offset or "").removeprefix("@ ")
    for other in reversed(before):
        if other.kind != "date" or other.vague:
            continue
        if other.value is None:
            return date  # what is counted from an open date is open
        value = edtf.resolve(offset, other.value)
        if value:
            because = f"{edtf.describe_offset(offset, other.value or '')}, the date before it in the text"
            return replace(
                date, value=value, basis="relative", anchor=other.value, counted_from=other.span, because=because
            )
    return date


def _same_for_all(offset: str, anchor: str) -> str | None:
    ends = (day.isoformat() for day in edtf.closed(anchor) or ())
    values = {edtf.resolve(edtf.spoken(offset, end), end) for end in ends}
    return values.pop() if len(values) == 1 else None
