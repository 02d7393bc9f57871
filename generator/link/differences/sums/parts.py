"""Parts and their total in one sentence: ``12 people: seven men and four women``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from generator.lexicons import table
from generator.link.differences.sums.check import check, lines_with, plain
from generator.link.differences.values import interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Check, Figure

FEWEST = 2
"""Parts that make a sum."""
COMPLETE, COMPLETE_PEOPLE = Decimal("0.75"), Decimal("0.5")
"""Share of the total that parts must reach, so that they are all of it: *40 goals (12 in May and 9 in June)* tells of
some. Men, women and children together are everybody."""

_OPENS = re.compile(r"^(?: [^\s\d.,;:()–—]{1,30}){0,5} ?(?P<mark>[:,(–—]) ?$")  # “ people: ”
_NEXT = re.compile(r"^ (?:[^\s\d.,;:()–—]{1,30} ){0,5}?[^\s\d.,;:()–—]{1,30}(?:,| ?and|, and|;|; and) $")  # “ men and ”
_ENDS = re.compile(r"^ (?:[^\s\d.,;:()–—]{1,30} ){0,5}?[^\s\d.,;:()–—]{1,30} ?(?P<mark>[,.;)–—]|$)")
_NOT_ALL = re.compile(
    r"(?i)\b(?:including|include[sd]?|among|of (?:them|whom|which|those)|other|another|more|of the)\b"
)
_TOTAL = re.compile(r"(?i)^ (?:[^\s\d.,;:()–—]{1,30} ){0,3}?[^\s\d.,;:()–—]{1,30}[,–—:]? (?:\S{1,12} )?a total of $")


def parts(corpus: Corpus) -> Iterator[Check]:
    """Add up the parts of a total that a sentence gives with all of them."""
    for line in lines_with(corpus, "count", "money", "quantity"):
        for figure in line.figures:
            made = _parted(line, figure) or _totalled(line, figure)
            if made:
                yield made


def _parted(line: Line, total: Figure) -> Check | None:
    """Return the check of a total that is followed by its parts."""
    rest = line.figures[line.figures.index(total) + 1 :]
    opens = _OPENS.match(_between(line, total, rest[0])) if rest else None
    found = _run(line, rest) if opens else ()
    if opens is None or len(found) < FEWEST or not _is_closed(line, found[-1], opens["mark"]):
        return None
    people = _is_people(total, found)
    if opens["mark"] == "," and not people:
        return None  # “40 cars, 25 vans and 14 bicycles” are a list
    return _added(line, total, found, COMPLETE_PEOPLE if people else COMPLETE)


def _totalled(line: Line, total: Figure) -> Check | None:
    """Return the check of parts that are followed by *a total of*."""
    place = line.figures.index(total)
    before = line.figures[:place]
    if not before or not _TOTAL.match(_between(line, before[-1], total)):
        return None
    first = place - 1
    while first and _NEXT.match(_between(line, line.figures[first - 1], line.figures[first])):
        first -= 1
    found = line.figures[first:place]
    return _added(line, total, found, COMPLETE) if len(found) >= FEWEST and _fit(total, found) else None


def _run(line: Line, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the first of some figures that follow each other as parts do."""
    end = 1
    while end < len(figures) and _NEXT.match(_between(line, figures[end - 1], figures[end])):
        end += 1
    return figures[:end]


def _is_closed(line: Line, last: Figure, mark: str) -> bool:
    """Tell whether the parts end with the mark that closes them, and nothing says that they are only some."""
    behind = line.text[last.span.end - line.sentence.span.start :]
    ends = _ENDS.match(behind)
    closing = {"(": ")", "–": "–.", "—": "—.", ",": ",.", ":": ".;"}[mark]
    if ends is None or _NOT_ALL.search(ends.group()):
        return False
    return not ends["mark"] or ends["mark"] in closing


def _added(line: Line, total: Figure, found: tuple[Figure, ...], complete: Decimal) -> Check | None:
    sum_ = sum((f.value for f in found if f.value is not None), Decimal(0))
    said = total.value or Decimal(0)
    if not _fit(total, found) or not said * complete <= sum_ * 1 <= said / COMPLETE or said <= 0:
        return None
    first, last = min(total.span.start, found[0].span.start), max(total.span.end, found[-1].span.end)
    middle = line.text[first - line.sentence.span.start : last - line.sentence.span.start]
    if _NOT_ALL.search(middle):
        return None
    allowed = interval(total)
    low = allowed.low if allowed and allowed.low is not None else said
    high = allowed.high if allowed and allowed.high is not None else max(said, sum_)
    holds = low <= sum_ <= high
    formula = f"{' + '.join(plain(f.value) for f in found if f.value is not None)} = {plain(sum_)}"
    formula = f"{formula}{'' if sum_ == said else f', not {plain(said)}'}" if not holds else formula
    because = f"The sentence gives {' '.join(total.text.split())} as the whole, and parts that add up to {plain(sum_)}."
    return check("sum", (formula, because), holds=holds, evidence=(line.sentence,))


def _fit(total: Figure, found: tuple[Figure, ...]) -> bool:
    """Tell whether exact numbers of one unit can be parts of a total."""
    if total.qualifier not in ("=", ">=") or total.high is not None or total.rule == "vague":
        return False
    exact = all(f.qualifier == "=" and f.high is None and f.value and f.rule != "vague" for f in found)
    return exact and all((f.unit, f.kind) == (total.unit, total.kind) for f in found)


def _is_people(total: Figure, found: tuple[Figure, ...]) -> bool:
    """Tell whether people are divided by sex and age."""
    everybody, some = _people()
    measured = [f.measure.text.casefold().split() if f.measure else [""] for f in (total, *found)]
    ends = [words[-1] if words else "" for words in measured]
    return ends[0] in everybody and all(e in some for e in ends[1:]) and len(set(ends[1:])) == len(found)


@cache
def _people() -> tuple[frozenset[str], ...]:
    """Return the nouns for people of any kind, and those that divide people by sex and age."""
    rows = {kind: frozenset(nouns.split()) for kind, nouns in table("figures-people")}
    return rows["all"], rows["some"]


def _between(line: Line, one: Figure, other: Figure) -> str:
    start = line.sentence.span.start
    return " ".join(line.text[one.span.end - start : other.span.start - start].split("\n"))
