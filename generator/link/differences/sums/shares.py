"""Shares of one vote that are more than all of it."""

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

FEWEST = 2
"""Shares that are added up."""
MOST = Decimal(200)
"""Percent from which shares are plainly of several wholes."""

_WHOLE = Decimal(100)
_VOTE = re.compile(r"(?i)\bof (?:the|all) (?:\w{1,20} )?votes?\b")
_OTHER = re.compile(
    r"(?i)\b(?:turnout|counted|count|reporting|tallied|margin|compared|previous|earlier|last|former|up|down|than"
    r"|districts?|constituenc\w{1,4}|provinces?|regions?|states?|rounds?|points?|rose|fell|respectively|both)\b"
)


def shares(corpus: Corpus) -> Iterator[Check]:
    """Add up the shares of a vote that one sentence gives; only what is more than the whole is told."""
    for line in lines_with(corpus, "percent"):
        made = _added(line, line.figures)
        if made:
            yield made


def _added(line: Line, figures: tuple[Figure, ...]) -> Check | None:
    if len(figures) < FEWEST or any(f.unit != "%" or f.qualifier != "=" or f.value is None for f in figures):
        return None
    if (
        any(f.high is not None or f.direction for f in figures)
        or _OTHER.search(line.text)
        or not _VOTE.search(line.text)
    ):
        return None
    values = [f.value for f in figures if f.value is not None]
    sum_, error = sum(values, Decimal(0)), sum((half_step(f) for f in figures), Decimal(0))
    if not _WHOLE + error < sum_ < MOST:
        return None
    formula = f"{' + '.join(plain(v) for v in values)} = {plain(sum_)} %, more than all"
    because = "The sentence gives shares of one vote that are more than the whole of it."
    return check("share", (formula, because), holds=False, evidence=(line.sentence,))
