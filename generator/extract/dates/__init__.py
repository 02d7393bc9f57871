"""Dates: every temporal expression of an article, with its value, or why it has none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.edtf import precision, resolve, valid
from generator.extract.dates import absolute, amounts, durations, narrative, periods, relative
from generator.extract.dates.combine import combine
from generator.extract.dates.context import NO_SUCH_DAY, Anchor, Reading, counted, read
from generator.extract.dates.guards import is_date, titles
from generator.extract.dates.happenings import Happenings
from generator.extract.dates.story import Story
from generator.model import Date, Problem, Span, Stated, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.extract.dates.found import Found
    from generator.model import Article, Findings

    Pairs = tuple[tuple[Found, Reading], ...]

__all__ = ["Anchor", "find_dates", "scan"]

RULES = (*absolute.RULES, *periods.RULES, *relative.RULES, *narrative.RULES, *durations.RULES, *amounts.RULES)


def find_dates(findings: Findings) -> Findings:
    """Find every temporal expression in what is shown of the article."""
    article = findings.article
    spans = [(b.span.start, b.span.end) for b in article.blocks if b.kind != "removed"]
    pairs = _scan(article.text, spans, anchor_of(article))
    dates = tuple(_date(article, found, reading, pairs) for found, reading in pairs)
    problems = tuple(_problem(article, d) for d in dates if d.rule == "impossible")
    return replace(findings, dates=dates, problems=(*findings.problems, *problems))


def anchor_of(article: Article) -> Anchor | None:
    """Return the date that relative expressions are counted from, and how it is known, or None.

    The date that the text itself bears comes first where it isn't that of publication, then a date of publication that
    is exact to the day, then the dateline, then a year or month of publication.
    """
    if isinstance(article.written, Stated):
        return Anchor(article.written.value, "the date that the article itself bears")
    published = article.published
    known = None if isinstance(published, Unknown) else published.value
    if known is not None and precision(known) == "day":
        return Anchor(known, "the date of publication")
    dateline = None if isinstance(article.dateline, Unknown) else _day_in(article.dateline.value, known)
    if dateline:
        return Anchor(dateline, "the dateline")
    return Anchor(known, "what is known of the date of publication") if known else None


def _day_in(dateline: str, published: str | None) -> str | None:
    """Return the day that a dateline names; one without a year lies in the year of publication."""
    for _, reading in scan(dateline, published):
        day = reading.value or (
            resolve(reading.offset.lstrip("<>?"), published) if reading.offset and published else None
        )
        if day and valid(day) and precision(day) == "day" and reading.counted_from is None:
            return day
    return None


def scan(text: str, anchor: str | None = None) -> Pairs:
    """Return the temporal expressions of a plain text, whose paragraphs are separated by empty lines."""
    spans, start = [], 0
    for paragraph in text.split("\n\n"):
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    return _scan(text, spans, Anchor(anchor, "the date of publication") if anchor else None)


def _scan(text: str, spans: Iterable[tuple[int, int]], anchor: Anchor | None) -> Pairs:
    parts = [(start, text[start:end]) for start, end in spans]
    blocks = [(start, part, combine(part, candidates(part))) for start, part in parts]
    story = Story(_order(f.rule for _, _, block in blocks for f in block))
    happenings = Happenings()
    pairs: list[tuple[Found, Reading]] = []
    for number, (start, part, block) in enumerate(blocks):
        story.new_block(anchor)
        for item in block:
            shifted = happenings.counted(part, number, item)
            found, reading = _counted(*shifted) if shifted else (item, read(part, item, anchor, story))
            story.note(part, len(pairs), found, reading, anchor)
            happenings.note(part, (number, len(pairs)), found, reading.value)
            pairs.append((replace(found, start=found.start + start, end=found.end + start), reading))
    return tuple(pairs)


def _counted(found: Found, day: tuple[int, str]) -> tuple[Found, Reading]:
    return found, counted(found.offset or "", day)


def _order(rules: Iterable[str]) -> str:
    """Return what comes first in the article's dates of digits, ``day`` or ``month``; empty if they don't agree."""
    known = {r.removeprefix("numeric-").removesuffix("-first") for r in rules if r.startswith("numeric-")}
    return next(iter(known - {"ambiguous"}), "") if len(known - {"ambiguous"}) == 1 else ""


def candidates(text: str) -> tuple[Found, ...]:
    """Return what the rules find in a block, the longest at each place, in text order."""
    taken = bytearray(len(text))
    for start, end in titles(text):
        taken[start:end] = b"\x01" * (end - start)
    found = [f for rule in RULES for m in rule.pattern.finditer(text) if (f := rule.read(m)) and is_date(text, f)]
    chosen: list[Found] = []
    for item in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if not any(taken[item.start : item.end]):
            taken[item.start : item.end] = b"\x01" * (item.end - item.start)
            chosen.append(item)
    return tuple(sorted(chosen, key=lambda f: f.start))


def _date(article: Article, found: Found, reading: Reading, pairs: Pairs) -> Date:
    before = pairs[reading.counted_from][0] if reading.counted_from is not None else None
    impossible = reading.because == NO_SUCH_DAY
    return Date(
        **article.at(found.start, found.end),
        kind=found.kind,
        value=reading.value,
        duration=found.duration,
        basis=reading.basis,  # type: ignore[arg-type]
        offset=reading.offset,
        anchor=reading.anchor,
        counted_from=Span(before.start, before.end) if before else None,
        vague=found.vague,
        rule="impossible" if impossible else found.rule,
        because=reading.because,
    )


def _problem(article: Article, date: Date) -> Problem:
    message = f"there is no {date.text!r} in the calendar; check the source"
    return Problem(article.path, message, article.line_at(date.span.start))
