"""When nothing may be said, whichever comparer has found it: one gate for all kinds of difference.

A second lawful reading explains what looks like a contradiction: the articles tell of two things, the time is that of
a clock, or the number is none that is told.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from generator.lexicons import compiled
from generator.link.differences.card import SCALES
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.matter import is_of_two_matters
from generator.link.differences.slots.clock import are_of_one_moment, clocks
from generator.model import Difference, Gate, Kind, Verdict
from generator.text import read_text
from generator.text.clauses import Clause

REPLACES = "One house published both, one later than the other: the later version replaces the earlier one."

_CLOCK = compiled("time-of-day")
_COMMA = re.compile(r"(?<=\d),(?=\d{3})")  # 1,098
_HOUR_AND_MINUTE = re.compile(r"\b(\d{1,2})\s?:\s?(\d{2})\b")


def lawful(corpus: Corpus, difference: Difference) -> bool:
    """Tell whether a difference may be shown: its answers have other words, and no gate closes on it.

    That somebody denies something is no answer to another one.
    """
    if difference.verdict is Verdict.DENIED:
        return True
    answers = {" ".join(r.value.casefold().split()) for r in difference.readings}
    if len(answers) < 2 or _is_repeated(difference):  # noqa: PLR2004
        return False
    return not any(_CLOSES[gate](corpus, difference) for gate in Gate)


def _is_repeated(difference: Difference) -> bool:
    """Tell whether all answers are one number, here with what it counts and there without: *1,098 yards*, *1098*."""
    less, *more = sorted((_COMMA.sub("", r.value.casefold()) for r in difference.readings), key=len)
    return less.isdecimal() and all(v.split()[0] == less and SCALES.isdisjoint(v.split()) for v in more)


def revised(corpus: Corpus, difference: Difference) -> Difference:
    """Return a difference between versions of one text as what the latest of them replaces, it first."""
    articles = sorted({e.article for r in difference.readings for e in r.evidence})
    replaced = all(corpus.is_version(one, other) for one, other in combinations(articles, 2))
    if difference.verdict not in (Verdict.CONFLICT, Verdict.SCOPE) or len(articles) == 1 or not replaced:
        return difference
    told = sorted(difference.readings, key=lambda r: max(corpus.published(e.article) or "" for e in r.evidence))
    return replace(difference, verdict=Verdict.REVISED, because=REPLACES, readings=tuple(reversed(told)))


def _lines(corpus: Corpus, difference: Difference) -> list[list[Line]]:
    """Return the sentences on which each answer rests."""
    return [[line for e in r.evidence if (line := corpus.line_of(e))] for r in difference.readings]


def _is_clock(corpus: Corpus, difference: Difference) -> bool:
    """Tell whether an answer is a time of day: zones and the minutes of a report explain two within an hour."""
    lines = zip(difference.readings, _lines(corpus, difference), strict=True)
    if any(r.value in m.groups() for r, of in lines for line in of for m in _HOUR_AND_MINUTE.finditer(line.text)):
        return True
    if not any(_CLOCK.search(reading.value) for reading in difference.readings):
        return False
    told = [next(clocks(f"at {reading.value.removeprefix('at ')}"), None) for reading in difference.readings]
    return any(a is None or b is None or are_of_one_moment(a, b) for a, b in combinations(told, 2))


def _is_supposed(corpus: Corpus, difference: Difference) -> bool:
    """Tell whether an answer is a number that may be, or isn't, beside one that is: ``could have killed 40``."""
    if difference.kind is not Kind.FIGURE:
        return False
    lines = [*zip(difference.readings, _lines(corpus, difference), strict=True)]
    clauses = [[[*_held(corpus, line, r.value)] for line in of] for r, of in lines]
    return any(of and all(any(map(_may_be, held)) for held in of) for of in clauses)


def _may_be(clause: Clause) -> bool:
    return clause.verb.denied or clause.verb.modality == "possible"


def _held(corpus: Corpus, line: Line, value: str) -> Iterator[Clause]:
    """Yield the clauses of the figures of an answer."""
    s = read_text(corpus.article(line.article)).sentences[line.index]
    places = [s.within(f.span)[0] for f in line.figures if f.text in value]
    for c in s.clauses:
        if any(c.start <= i < c.end and "sub" not in s.parts[c.verb.end : i] for i in places):
            yield c


_CLOSES: Mapping[Gate, Callable[[Corpus, Difference], bool]] = {
    Gate.MATTER: is_of_two_matters,
    Gate.CLOCK: _is_clock,
    Gate.SUPPOSED: _is_supposed,
}
