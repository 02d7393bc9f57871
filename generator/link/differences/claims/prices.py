"""What is paid for a company or a thing with a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.link.differences.claims.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Entity, Figure

BOUGHT = ("organisation", "product", "work")
"""What has a price as a whole."""

REACH = 150
"""Characters between a sum of money and what it is paid for."""

_DEAL = re.compile(
    r"(?i)^,? ?(?:[a-z-]{1,20} ){0,2}(?:acquisition|takeover|purchase|buyout|buy-out|deal|bid|agreement) (?:of|for|to "
    r"(?:buy|acquire|purchase|take over)) (?:[a-z-]{1,20} ){0,4}$"
)
_FOR = re.compile(
    r"(?i)\b(?:buy|buys|buying|bought|acquire|acquires|acquiring|acquired|purchase|purchases|purchased|takes? over)"
    r" (?:[a-z-]{1,20} ){0,4}$"
)
_PAID = re.compile(r"(?i)\b(?:pay|pays|paying|paid|spend|spends|spending|spent) $")
_OF_PART = re.compile(
    r"""(?xi)
    ^ \ (?: in | worth\ of | of )\ (?: cash\ (?: and | plus ) | stock | shares | debt )   # in cash and shares
    | ^ \ (?: a | per )\ share | \b stakes? \b | \b shares?\ (?: in | of ) \b          # 12 euros a share
    """
)
_PLANNED = re.compile(
    r"(?i)\b(?:offered|sought|valued|rumou?r|reportedly|speculat|earlier|initial(?:ly)?|previous|rejected)"
)
_GAP = re.compile(
    r"(?i)^ (?:[^\s.;:0-9]{1,20} ){0,8}for (?:about |around |some |nearly |over |more than |roughly |up to )?$"
)


def prices(corpus: Corpus) -> Iterator[Claim]:
    """Yield the sums of money that sentences give as the price of something named."""
    for found in corpus.findings.values():
        for figure in found.figures:
            line = corpus.line_of(figure) if figure.kind == "money" and figure.value and not figure.per else None
            bought = _bought(line, figure) if line else None
            if line and bought and not _PLANNED.search(line.text):
                asked = f"What is paid for {bought.name}?"
                text = " ".join(figure.text.split())
                yield Claim(asked, f"{bought.id} {figure.unit}", line, text, float(figure.value or 0), figure)


def _bought(line: Line, figure: Figure) -> Entity | None:
    """Return what a sum of money is the price of, or None."""
    start = line.sentence.span.start
    behind = line.text[figure.span.end - start :]
    if _OF_PART.search(behind[:80]) or figure.direction:
        return None
    hedge = min(figure.span.start, figure.hedge.span.start) if figure.hedge else figure.span.start
    for name, entity in line.names:
        if entity.kind not in BOUGHT or abs(name.span.start - figure.span.start) > REACH:
            continue
        if name.span.start > figure.span.end:
            between = line.text[figure.span.end - start : name.span.start - start]
            before = line.text[max(0, hedge - start - REACH) : hedge - start]
            if _DEAL.match(between) or (_PAID.search(before) and between == " for "):
                return entity
        elif name.span.end <= hedge and _GAP.match(line.text[name.span.end - start : figure.span.start - start]):
            return (
                entity
                if _FOR.search(line.text[max(0, name.span.start - start - REACH) : name.span.start - start])
                else None
            )
    return None
