"""Dates: every temporal expression of an article, with its value, or why it has none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from generator.edtf import precision, resolve, valid
from generator.extract.dates.combine import combine
from generator.extract.dates.context import NO_SUCH_DAY, Anchor, Reading, is_other_day, read, undone
from generator.extract.dates.found import Found, Passage
from generator.extract.dates.fragments import kinds_of
from generator.extract.dates.guards import is_date, titles
from generator.extract.dates.rules import RULES, Rule
from generator.extract.dates.story import Story
from generator.model import Article, Date, Findings, Inferred, Problem, Span, Stated, Unknown, value_of
from generator.text import Sentence, read_text
from generator.text.tokens import tokens

Pairs = tuple[tuple[Found, Reading], ...]

__all__ = ["Anchor", "find_dates", "scan"]


def find_dates(findings: Findings) -> Findings:
    """Find every temporal expression in what is shown of the article."""
    article = findings.article
    pairs = _scan(_blocks(article), anchor_of(article))
    if other := next(((article.text[f.start : f.end], r.because) for f, r in pairs if is_other_day(r)), None):
        pairs = tuple((f, undone(r, f"the text tells of “{other[0]}”: {other[1]}")) for f, r in pairs)
    dates = tuple(_date(article, found, reading, pairs) for found, reading in pairs)
    problems = tuple(_problem(article, d) for d in dates if d.rule == "impossible")
    return replace(findings, dates=dates, problems=(*findings.problems, *problems))


def _blocks(article: Article) -> Iterator[tuple[Passage, ...]]:
    """Yield the sentences of each block that is shown."""
    sentences = iter(read_text(article).sentences)
    for block in article.blocks:
        yield tuple(Passage(article.text, sentence) for sentence in islice(sentences, len(block.sentences)))


def scan(text: str, anchor: str | None = None) -> Pairs:
    """Return the temporal expressions of a text that is no article, read as one sentence."""
    if not text.strip():
        return ()
    sentence = Sentence(Span(0, len(text)), "header", *tokens(text, 0, len(text)))
    return _scan([(Passage(text, sentence),)], Anchor(anchor, "the date of publication") if anchor else None)


def anchor_of(article: Article) -> Anchor | None:
    """Return the date that relative expressions are counted from, and how it is known, or None.

    The date that the text itself bears comes first where it isn't that of publication, then a date of publication that
    is exact to the day, then the dateline, then a year or month of publication.
    """
    if isinstance(article.written, Stated):
        return Anchor(article.written.value, "the date that the article itself bears")
    published = article.published
    known = value_of(published)
    if known is not None and precision(known) == "day":
        return Anchor(known, "the date of publication")
    dateline = None if isinstance(article.dateline, Unknown) else _day_in(article.dateline.value, known)
    if dateline:
        return Anchor(dateline, "the dateline")
    stated = known is not None and not isinstance(published, Inferred)  # what is inferred may be the page's
    return Anchor(known, "what is known of the date of publication") if known and stated else None


def _day_in(dateline: str, published: str | None) -> str | None:
    """Return the day that a dateline names; one without a year lies in the year of publication."""
    for _, reading in scan(dateline, published):
        day = reading.value or (
            resolve(reading.offset.lstrip("<>?"), published) if reading.offset and published else None
        )
        if day and valid(day) and precision(day) == "day" and reading.counted_from is None:
            return day
    return None


def _scan(blocks: Iterable[tuple[Passage, ...]], anchor: Anchor | None) -> Pairs:
    found = [[(passage, combine(passage, candidates(passage))) for passage in block] for block in blocks]
    story = Story(_order(f.rule for block in found for _, items in block for f in items))
    pairs: list[tuple[Found, Reading]] = []
    for block in found:
        story.new_block()
        for passage, items in block:
            for item in items:
                reading = read(passage, item, anchor, story)
                story.note(passage, len(pairs), item, reading, anchor)
                pairs.append((item, reading))
    return tuple(pairs)


def _order(rules: Iterable[str]) -> str:
    """Return what comes first in the article's dates of digits, ``day`` or ``month``; empty if they don't agree."""
    known = {r.removeprefix("numeric-").removesuffix("-first") for r in rules if r.startswith("numeric-")}
    return next(iter(known - {"ambiguous"}), "") if len(known - {"ambiguous"}) == 1 else ""


def candidates(passage: Passage) -> tuple[Found, ...]:
    """Return what the rules find in a sentence, the longest at each place, in text order."""
    kinds = kinds_of(passage.sentence.words)
    found = [
        item
        for rule in _rules_for(kinds)
        for match in rule.pattern.finditer(passage.text, passage.start, passage.end)
        if (item := rule.read(match)) and is_date(passage, item)
    ]
    if not found:
        return ()
    taken, zero = bytearray(passage.end - passage.start), passage.start
    for start, end in titles(passage):
        taken[start - zero : end - zero] = b"\x01" * (end - start)
    chosen: list[Found] = []
    for item in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        start, end = item.start - zero, item.end - zero
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            chosen.append(item)
    return tuple(sorted(chosen, key=lambda f: f.start))


@lru_cache(maxsize=1 << 12)
def _rules_for(kinds: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if kinds >= rule.needs)


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
