"""Notes of correction ──▶ what a publisher withdraws, wherever it is still told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

from generator.lexicons import compiled, numerals, wordset
from generator.link.content_words import stems_of
from generator.link.differences.card import Parts, Question, card, reading
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.labels import GAP, label
from generator.model import Article, Difference, Evidence, Kind, Span, Verdict
from generator.text.openings import opening

NOTE = "note"
"""The rule of a line in which a publisher speaks of an earlier version."""
ALIKE = 0.5
"""Share of the shorter sentence's words of meaning in which an earlier version of a sentence is known again."""

_NUMBER = re.compile(r"[$€£]?\d[\d.,]*(?<![.,])(?:\ (?:million|billion|trillion|percent)\b|\ ?%)?")  # $4.5 million
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\ (?:(?:of|de|van|von|bin|al)\ )?[A-Z][\w'’-]+){0,4}")  # Anna Quispa
_WORD = re.compile(r"[a-z]{3,9}(?:-[a-z]{3,5})?", re.IGNORECASE)  # fifteen, twenty-five
_BETWEEN = (
    (compiled("value-not"), "", False),
    (compiled("value-from"), "to ", False),
    (compiled("value-to"), "from ", True),
    (compiled("value-but"), "not ", True),
)
"""What stands between two values of which one is withdrawn, and before them; whether the first one is."""
_WRONG = compiled("told-wrongly", re.IGNORECASE)
_EARLIER = compiled("told-earlier")
_AS_TOLD = re.compile(r"\bas\ (?:(?:we|it|was|the|an?)\ ){0,2}\Z")  # in Geneva, as previously reported
_CLAUSE = re.compile(r"[.;:]\s|,\ (?:when\ )?in\ fact\b|,\ but\b")  # …; it was built in 1978
_AMENDED = compiled("amended-where", re.IGNORECASE)
_CLAUSE_HEAD = re.compile(r"(?:[.:;(]\s{0,2}|^\W{0,2})\Z")  # the first word of a sentence is no name: "It is 12"
_REACH = 12  # characters before a value: "from the "
SORTS = {"date": Kind.DATE, "figure": Kind.FIGURE, "name": Kind.NAME}
"""What a note can withdraw, in the order in which it is told apart."""
_BOILERPLATE = frozenset(stems_of(" ".join(wordset("withdrawn-boilerplate"))))


class Value(NamedTuple):
    """Something that a note tells: its place in the note, its words, its sort, and the value of a date."""

    start: int
    end: int
    text: str
    sort: str
    day: str = ""

    def same(self, other: Value) -> bool:
        """Tell whether two values are equal."""
        return self.text == other.text or (bool(self.day) and self.day == other.day)


class Withdrawal(NamedTuple):
    """A note and the values of one sort that it withdraws and gives instead."""

    note: Evidence
    was: Value
    now: Value


def withdrawn(corpus: Corpus) -> Iterator[Difference]:
    """Yield what a note of correction withdraws and another article still tells: of its house, or of its story."""
    for article in corpus.briefing.articles:
        for note in _notes(article):
            for found in _read(corpus, note):
                if others := tuple(_told_elsewhere(corpus, found)):
                    yield _card(corpus, found, others)


def _notes(article: Article) -> Iterator[Evidence]:
    """Yield the notes of an article: lines of their own, those in its story, and those that open it in brackets."""
    yield from (article.cite(b.span) for b in article.blocks if b.kind == "header" and b.rule == NOTE)
    paragraphs = (b.span for b in article.blocks if b.kind == "paragraph")
    told = (_EARLIER.search(article.text, span.start, span.end) for span in paragraphs)
    yield from (article.cite(Span(*m.span())) for m in told if m)
    first = next((b.span for b in article.blocks if b.kind == "paragraph"), None)
    before = opening(article.text, first.start, first.end) if first else None
    end = before.line.start if before and before.line else before.start if before else 0
    if first and end > first.start:
        yield article.cite(Span(first.start, end))


def _read(corpus: Corpus, note: Evidence) -> tuple[Withdrawal, ...]:
    """Return what a note withdraws, where it says so plainly: two numbers, two days, or two names."""
    values = _values(corpus, note)
    mistake = _mistake(note.text)
    pairs = [pair for one, other in pairwise(values) for pair in _beside(note.text, mistake, one, other)]
    return tuple(Withdrawal(note, was, now) for was, now in pairs or _apart(note.text, mistake, values))


def _mistake(text: str) -> range:
    """Return where the clause stands that tells what an earlier version said; empty where none does."""
    wrong = next((m for m in _WRONG.finditer(text) if not _AS_TOLD.search(text[: m.start()])), None)
    if wrong is None:
        return range(0)
    clauses = [m.end() for m in _CLAUSE.finditer(text)]
    start = max((c for c in clauses if c <= wrong.start()), default=0)
    return range(start, min((c for c in clauses if c >= wrong.end()), default=len(text)))


def _beside(text: str, mistake: range, one: Value, other: Value) -> Iterator[tuple[Value, Value]]:
    """Yield two values beside each other as what is withdrawn and what is given instead: ``12, not 15``.

    Where an earlier version *said 15 instead of 12*, it is the other way round.
    """
    for between, before, first_goes in _BETWEEN:
        fits = between.fullmatch(text, one.end, other.start) and before in text[max(one.start - _REACH, 0) : one.start]
        if fits and one.sort == other.sort and not one.same(other):
            yield (one, other) if first_goes or (not before and one.start in mistake) else (other, one)
            return


def _apart(text: str, mistake: range, values: list[Value]) -> Iterator[tuple[Value, Value]]:
    """Yield the one value of a sort that only the clause of the mistake has, and the one that only the others have."""
    inside = [v for v in values if v.start in mistake]
    outside = [v for v in values if v.start not in mistake] if mistake else []
    for sort in SORTS:
        was = [v for v in inside if v.sort == sort and not any(v.same(o) for o in outside)]
        now = [v for v in outside if v.sort == sort and not any(v.same(i) for i in inside)]
        was = [v for v in was if text[: v.start].endswith(" as ")] or was  # named the mayor of Orre as Anna Quispa
        now = [v for v in now if len(was) == 1 and _is_spelling(v, was[0])] or now
        if len(was) == len(now) == 1:
            yield was[0], now[0]


def _is_spelling(one: Value, other: Value) -> bool:
    """Tell whether two names may be one that is spelled differently: of as many words with the same initials."""
    return one.sort == "name" and [w[0] for w in one.text.split()] == [w[0] for w in other.text.split()]


def _values(corpus: Corpus, note: Evidence) -> list[Value]:
    """Return the days, numbers and names of a note in their order; not when it was written, nor of which paragraph."""
    found = [
        Value(d.span.start - note.span.start, d.span.end - note.span.start, d.text, "date", d.value or "")
        for d in corpus.findings[note.article].dates
        if note.span.holds(d.span) and d.kind == "date" and not d.vague
    ]
    found += [Value(*m.span(), m[0], "figure") for m in _NUMBER.finditer(note.text)]
    found += [Value(*m.span(), m[0], "figure") for m in _WORD.finditer(note.text) if m[0].lower() in numerals()]
    heads = [m for m in _NAME.finditer(note.text) if m.start()]
    names = (m for m in heads if " " in m[0] or not _CLAUSE_HEAD.search(note.text[: m.start()]))
    found += [Value(*m.span(), m[0], "name") for m in names]
    skipped = [m.span() for m in _AMENDED.finditer(note.text)]
    kept: list[Value] = []
    for value in sorted(found, key=lambda v: (v.start, list(SORTS).index(v.sort))):
        if (not kept or value.start >= kept[-1].end) and not any(a < value.end and value.start < b for a, b in skipped):
            kept.append(value)
    return kept


def _told_elsewhere(corpus: Corpus, found: Withdrawal) -> Iterator[Line]:
    """Yield the sentences of other articles that still tell what is withdrawn."""
    mine = corpus.article(found.note.article)
    was, now = found.was, found.now
    about = frozenset(stems_of(found.note.text)) - _BOILERPLATE - frozenset(stems_of(f"{was.text} {now.text}"))
    right = [frozenset(stems_of(line.text)) for line in corpus.lines(mine.id) if _holds(line, now)]
    others = (a.id for a in corpus.briefing.articles if a.id != mine.id)
    near = (i for i in others if corpus.one_house(mine.id, i) or corpus.one_story(mine.id, i))
    for line in (line for other in near for line in corpus.lines(other)):
        stems = frozenset(stems_of(line.text))
        version = any(len(stems & one) >= ALIKE * min(len(stems), len(one)) for one in right)
        whole_name = " " in was.text and _is_spelling(was, now)
        if _holds(line, was) and not _holds(line, now) and (version or whole_name or about & stems):
            yield line


def _holds(line: Line, value: Value) -> bool:
    """Tell whether a sentence has a value: a day in whatever words, a number in digits or words and not of a day."""
    if value.day and any(d.value == value.day for d in line.dates):
        return True
    low = value.text.lower()
    spelled = {low, numerals().get(low, low), *(word for word, digits in numerals().items() if digits == low)}
    text = line.text.lower()
    if value.sort == "figure":
        text = reduce(lambda told, date: told.replace(date.text.lower(), ""), line.dates, text)  # 12 May
    return any(re.search(rf"(?<![\w.,]){re.escape(s)}(?!\w|[.,]\d)", text) for s in spelled)


def _card(corpus: Corpus, found: Withdrawal, others: tuple[Line, ...]) -> Difference:
    because = "A publisher corrects itself: what it withdraws is still told here."
    was, now = found.was, found.now
    right = [line.sentence for line in corpus.lines(found.note.article) if _holds(line, now)]
    still, found_at = others[0].sentence, others[0].text.lower().find(was.text.lower())
    place = Span(still.span.start + max(found_at, 0), still.span.start + max(found_at, 0) + len(was.text))
    told = label(corpus, still, place, gap=GAP if found_at >= 0 else "")
    return card(
        Question(SORTS[was.sort], Parts(label=told, sides=(was.text, now.text)), Verdict.WITHDRAWN, because),
        (
            reading(corpus, now.text, (found.note, *right), "the publisher’s correction"),
            reading(corpus, was.text, (line.sentence for line in others), "withdrawn"),
        ),
    )
