"""What sentences tell of one person: the prison term."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.lexicons import compiled
from generator.link.content_words import told_of
from generator.link.differences.claims.claim import Found, Told, same_answer
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.slots.alike import OPENING
from generator.model import Attribute, Date, Entity, Verdict

NEAR = 40
"""Characters before a noun such as *sentence* in which a word such as *up to* stands."""
REACH = 300
"""Characters before a length in which the verb stands."""

HALF = 0.5
"""Share of the words of a sentence that another one has, too, so that both tell of one judgment."""

_LENGTH = re.compile(r"P(?P<count>[0-9]{1,4})(?P<unit>[DWMY])")
_MONTHS = {"D": 1 / 30.0, "W": 7 / 30.0, "M": 1.0, "Y": 12.0}
_SENTENCED = compiled("sentenced", re.IGNORECASE, end=r"\s$")
_PRISON = re.compile(r"(?i)^ (?:years? )?(?:in (?:prison|jail|custody)|behind bars|imprisonment|of imprisonment)")
_AGAINST = re.compile(r"['’]?(?: (?:in )?(?:prison|jail|imprisonment))? (?:against|for|on) ")  # years in jail against
_NOT_YET = compiled("no-sentence-yet", re.IGNORECASE)


def terms(corpus: Corpus) -> Iterator[Told]:
    """Yield the prison terms that sentences give the one person named before them."""
    for found in corpus.findings.values():
        for date in found.dates:
            length = _LENGTH.fullmatch(date.duration or "")
            line = corpus.line_of(date) if length else None
            person = _sentenced(corpus, line, date) if line else None
            if length and line and person:
                months = int(length["count"]) * _MONTHS[length["unit"]]
                same = corpus.one_named(person)
                asked = f"To how long was {same.name} sentenced?"
                yield Told(Attribute.TERM, same.id, asked, line, " ".join(date.text.split()), months, date=date)


def _sentenced(corpus: Corpus, line: Line, length: Date) -> Entity | None:
    """Return whom a sentence sends to prison for a time: the person behind the verb, else the last one before it."""
    start = line.sentence.span.start
    first = max(0, length.span.start - start - REACH)
    found = _SENTENCED.search(line.text, first, length.span.start - start)
    before = line.text[max(0, found.start() - NEAR) : found.end()] if found and found["noun"] else line.text
    if (
        found is None
        or _NOT_YET.search(before)
        or (found["got"] and not _PRISON.match(line.text[length.span.end - start :]))
    ):
        return None
    against = _AGAINST.match(line.text[length.span.end - start :]) if found["noun"] else None
    if against:  # obtained a sentence of nine years against Ana Lee
        at = length.span.end + against.end()
        return next((e for n, e in line.names if n.span.start == at and e.kind == "person"), None)
    verb = start + found.start()
    people = [(n, e) for n, e in line.names if e.kind == "person" and n.span.end <= length.span.start]
    if not people and found["noun"] and line.index > 0:
        people = [(n, e) for n, e in corpus.line(line.article, line.index - 1).names if e.kind == "person"]
    behind = [(n, e) for n, e in people if n.span.start > verb]
    if any(" and " in line.text[a.span.end - start : b.span.start - start] for (a, _), (b, _) in pairwise(behind)):
        return None
    return (behind or people)[-1][1] if people else None


def compare_terms(corpus: Corpus, one: Told, other: Told) -> Found | None:
    """Compare two prison terms of which one is news, or that are told much alike: one may get several."""
    texts, news = (one.line.text, other.line.text), min(one.line.index, other.line.index) < OPENING
    alike = news or max(told_of(*texts), told_of(*reversed(texts))) >= HALF
    if not alike or same_answer(one, other) or not corpus.of_one_news(one.article, other.article):
        return None
    return Verdict.CONFLICT, "Articles on one happening answer one question with numbers that no rounding makes agree."
