"""Corpus ──▶ our own sums: weekdays that aren't those of the date beside them, lists that aren't as long as told."""

import hashlib
import re
from dataclasses import replace
from datetime import date as day

from generator import edtf
from generator.link.differences.corpus import Corpus, Line
from generator.model import Check, Date
from generator.slug import slug
from generator.text.numbers import value_of

FIRST_YEAR = 1930
"""Before it some countries still counted by the Julian calendar."""
MOST = 60
"""Sums that are shown; on a large corpus nobody reads more."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(r"(?i)\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b")
_LIST = re.compile(
    r"""(?x)
    \b (?P<number> [Tt]wo | [Tt]hree | [Ff]our | [Ff]ive | [Ss]ix | [Ss]even | [Ee]ight | [Nn]ine | [2-9] )
    \ (?P<noun> (?: [a-z]{2,20}\ )? [a-z]{2,20}s ) :                     # four goals:
    \ (?P<items> [^.;:?!“”"()\d][^.;:?!“”"()]{10,400} ) \. $           # a network, fuel, and ships.
    """
)
_BRANCH = re.compile(
    r"^(?:and )?(?:which|who|where|when|if|but|or|not|including|such|because|so|as|he|she|it|they|we|I)\b"
)
_RULES = frozenset(("day", "day-of-year"))
"""How a date is written that is a day of a month: not ``next Monday``, ``Monday the week before 3 May``."""


def sums(corpus: Corpus) -> tuple[Check, ...]:
    """Return what doesn't hold; what several articles print once, with all of them."""
    found: dict[tuple[str, str], Check] = {}
    for date in (d for findings in corpus.findings.values() for d in findings.dates):
        check = _check(corpus, date)
        if check:
            key = (check.formula, check.because)
            evidence = (*(found[key].evidence if key in found else ()), *check.evidence)
            found[key] = replace(found.get(key, check), evidence=tuple(dict.fromkeys(evidence)))
    lists = (check for article in corpus.findings for line in corpus.lines(article) if (check := _listed(corpus, line)))
    return (*found.values(), *lists)[:MOST]


def _listed(corpus: Corpus, line: Line) -> Check | None:
    """Return the sum of a list behind a colon whose items are another number than is told: ``four goals: a, b, and c``.

    Commas part the items, and the last one begins with *, and*; where anything else could part them, nothing is said.
    """
    match = _LIST.search(line.text) if corpus.is_story(line) else None
    told = value_of(match["number"].casefold()) if match else None
    items = match["items"].split(", ") if match else []
    if match is None or told is None or not items[-1].startswith("and ") or any(_BRANCH.search(i) for i in items):
        return None
    if told == len(items) or any(i.count(" and ") for i in items):
        return None
    formula = f"{match['number']} {match['noun']} ≠ {len(items)}"
    because = f"The text says “{match['number']} {match['noun']}” and lists {len(items)}."
    mark = hashlib.sha256(f"list|{' '.join(line.text.casefold().split())}".encode()).hexdigest()[:6]
    return Check(f"{slug(f'list {formula}', 40)}-{mark}", formula, because, holds=False, evidence=(line.sentence,))


def _check(corpus: Corpus, date: Date) -> Check | None:
    """Return the sum of a date whose weekday is that of another day; its id is made of the words that it rests on."""
    names = {m.lower() for m in _WEEKDAY.findall(date.text)}
    falls = _day(date) if len(names) == 1 else None
    line = corpus.line_of(date) if falls else None
    if falls is None or line is None or not corpus.is_story(line):
        return None
    said, is_ = next(d for d in _DAYS if d[:3].lower() in names), _DAYS[falls.weekday()]
    if said == is_:
        return None
    when = edtf.format_value(falls.isoformat())
    formula = f"{when} ≠ {said}"
    because = f"The text says “{' '.join(date.text.split())}”; {when} is a {is_}."
    mark = hashlib.sha256(f"weekday|{formula}|{' '.join(line.text.casefold().split())}".encode()).hexdigest()[:6]
    return Check(f"{slug(f'weekday {formula}', 40)}-{mark}", formula, because, holds=False, evidence=(line.sentence,))


def _day(date: Date) -> day | None:
    """Return the day of a date that states its year: a weekday that doesn't fit a year of our own shows our error."""
    if date.kind != "date" or date.value is None or date.rule not in _RULES or edtf.precision(date.value) != "day":
        return None
    covered = edtf.bounds(date.value)
    falls = covered.first if covered and date.basis == "stated" else None
    return falls if falls and falls.year >= FIRST_YEAR else None
