"""Two levels and the change between them: ``from 40 to 60, a rise of 40 percent``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.link.differences.sums.check import check, lines_with, plain
from generator.link.differences.values import half_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Check, Figure

SLACK = Decimal("0.03")
"""Share of a change by which it may be off beyond its rounding: levels are rounded before they are printed."""
FAR = 4
"""Times that two changes of one pair of levels differ at most; further apart they measure different things."""

_HUNDRED = Decimal(100)
_BEHIND = re.compile(
    r"""(?xi) ^
    [^.;:\d]{0,30}? \s? [,(–—]? \s?                                     # “ a tonne, ”
    (?: (?: or | up | down | that\ is | which\ is | an? | the | by | representing | marking ) \s ){0,3}
    (?: (?: rise | increase | gain | jump | growth | surge | climb | drop | fall | decline | decrease | cut | loss
      | change | reduction | slump | plunge ) \s )?
    (?: of \s )? $
    """
)
_BEFORE = re.compile(r"(?i)^,? (?:to|from) $")  # “rose 50 percent to …”
_OTHER = re.compile(r"(?i)\b(?:adjusted|excluding|constant|real terms|annualised|annualized|per cent a year|average)\b")


def rises(corpus: Corpus) -> Iterator[Check]:
    """Work out the changes between two levels that a sentence gives with their size in percent."""
    for line in lines_with(corpus, "percent"):
        for figure in line.figures:
            pair = _levels(line, figure) if figure.unit == "%" else None
            made = _worked_out(line, figure, pair) if pair else None
            if made:
                yield made


def _levels(line: Line, change: Figure) -> tuple[Figure, Figure] | None:
    """Return the levels between which a figure tells the change: the first and the last, or None."""
    if change.qualifier not in ("=", "~") or change.high is not None or _OTHER.search(line.text):
        return None
    sizes = [f for f in line.figures if f.unit == "%"]
    levels = [f for f in line.figures if f.kind in ("money", "quantity", "count") and f.rule != "vague"]
    if len(sizes) != 1 or len(levels) != len(("from", "to")) or levels[0].unit != levels[1].unit:
        return None
    if not all(f.qualifier in ("=", "~") and f.high is None and f.value for f in levels):
        return None
    words = [_between(line, levels[0], levels[1]), line.text[: levels[0].span.start - line.sentence.span.start]]
    first, last = (levels[1], levels[0]) if re.search(r"(?i)\bfrom $", words[0]) else (levels[0], levels[1])
    told = re.search(r"(?i)\bfrom $", words[1]) and re.search(r"(?i)\bto $", words[0])
    if first is levels[0] and not told:
        return None
    return (first, last) if _is_near(line, change, levels) else None


def _is_near(line: Line, change: Figure, levels: list[Figure]) -> bool:
    if change.span.start > levels[1].span.end:
        return bool(_BEHIND.match(_between(line, levels[1], change)))
    return change.span.end < levels[0].span.start and bool(_BEFORE.match(_between(line, change, levels[0])))


def _between(line: Line, one: Figure, other: Figure) -> str:
    start = line.sentence.span.start
    return line.text[one.span.end - start : other.span.start - start]


def _worked_out(line: Line, change: Figure, pair: tuple[Figure, Figure]) -> Check | None:
    first, last = (abs(f.value or Decimal(0)) for f in pair)
    said = abs(change.value or Decimal(0))
    exact = abs(last - first) / first * _HUNDRED
    if not said or not exact or not 1 / Decimal(FAR) < said / exact < FAR:
        return None
    error = half_step(pair[0]) / first + half_step(pair[1]) / last
    allowed = half_step(change) + last / first * _HUNDRED * error + exact * SLACK
    holds = abs(said - exact) <= allowed
    formula = f"({plain(last)} − {plain(first)}) ÷ {plain(first)} = {plain(round(exact, 1))} %"
    formula = formula if holds else f"{formula}, not {plain(said)} %"
    because = f"The sentence gives both levels, {pair[0].text} and {pair[1].text}, and {change.text} as the change."
    return check("change", (formula, " ".join(because.split())), holds=holds, evidence=(line.sentence,))
