"""Counts of one thing by the day of the report ──▶ whether they grew: no later report may give fewer again."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from generator.link.differences.corpus import Corpus
from generator.model import Difference, Reading, Verdict
from generator.text.numbers import value_of

_SAME = "Articles on one happening count the same"
_ONE_DAY = f"{_SAME} on one day: the number may have grown in its course."
_UNKNOWN = f"{_SAME}; it is not known which was told later, and the number may have grown."
_FEWER = f"{_SAME}, and a later one counts fewer: it may count otherwise."


def judged(corpus: Corpus, difference: Difference) -> Difference:
    """Return counts that are said to have grown as of another scope where the days of the reports don't bear it out."""
    if difference.verdict is not Verdict.GROWN:
        return difference
    counts = {reading.value: _count(corpus, reading) for reading in difference.readings}
    days: defaultdict[str, list[float]] = defaultdict(list)
    for reading in difference.readings:
        for article in {e.article for e in reading.evidence}:
            days[corpus.published(article) or ""].append(counts[reading.value])
    if len(days) == 1 or "" in days:
        return replace(difference, verdict=Verdict.SCOPE, because=_UNKNOWN if "" in days else _ONE_DAY)
    largest = [max(days[day]) for day in sorted(days)]
    falls = any(before > after for before, after in pairwise(largest))
    if falls:
        return replace(difference, verdict=Verdict.SCOPE, because=_FEWER)
    return difference


def _count(corpus: Corpus, reading: Reading) -> float:
    lines = (line for e in reading.evidence if (line := corpus.line_of(e)))
    figures = (f.value for line in lines for f in line.figures if f.text in reading.value and f.value is not None)
    words = (number for word in reading.value.casefold().split() if (number := value_of(word)) is not None)
    return float(next(figures, next(words, 0)))  # nobody was hurt
