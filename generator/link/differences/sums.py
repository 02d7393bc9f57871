"""Arithmetic that we do over what the sources say: years of anniversaries, lengths of lists."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from generator import edtf
from generator.model import Check
from generator.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus, Line
    from generator.model import Date, Event, Evidence, Figure

FEWEST, MOST = 2, 20
"""Items of a list that announces their number."""
LONGEST_ITEM = 6
"""Words of an item between commas; in longer ones a comma may stand for anything."""

_YEARS = re.compile(r"-(?P<count>[0-9]{1,4})Y")
_OPENS = re.compile(r"\s(?:[^\s.;:,“”\"()]{1,30}\s){0,3}[^\s.;:,“”\"()]{1,30}:\s")  # “ new rules: ”
_LAST = re.compile(r",?\s+(?:and|or|&)\s+")


def sums(corpus: Corpus) -> Iterator[Check]:
    """Check the years of anniversaries against what other sources state, then lists against their number."""
    for event in corpus.briefing.events:
        yield from _anniversaries(corpus, event)
    for found in corpus.findings.values():
        for figure in found.figures:
            line = corpus.line_of(figure)
            check = _list(line, figure) if line else None
            if check:
                yield check


def _anniversaries(corpus: Corpus, event: Event) -> Iterator[Check]:
    """Yield a sum for the first anniversary of an event whose year another article states."""
    stated = [d for d in event.dates if d.basis == "stated" and d.value]
    for date in event.dates:
        others = [d for d in stated if d.article != date.article and d.value]
        sum_ = _sum(corpus, date) if others else None
        if sum_ and date.value:
            holds = all(edtf.compatible(date.value, d.value or "") for d in others)
            said = ", ".join(dict.fromkeys(" ".join(d.text.split()) for d in others))
            because = f"“{date.text}” counted back gives {date.value}; another source states {said}."
            yield _check("year", (sum_, because), holds=holds, evidence=_lines(corpus, (date, *others)))
            return


def _sum(corpus: Corpus, date: Date) -> str | None:
    """Return ``2025 - 75 = 1950`` for an anniversary, or None for any other date."""
    count = _YEARS.fullmatch(date.offset or "")
    year = (date.anchor or corpus.published(date.article) or "")[:4]
    if date.rule != "anniversary" or count is None or not year.isdigit() or not date.value:
        return None
    return f"{year} − {count['count']} = {date.value}"


def _lines(corpus: Corpus, found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    lines = (corpus.line_of(e) for e in found)
    return tuple(dict.fromkeys(line.sentence for line in lines if line))


def _list(line: Line, figure: Figure) -> Check | None:
    """Return the check of a list that follows its announced number in one sentence, or None without one."""
    if figure.kind != "count" or figure.value is None or not FEWEST <= figure.value <= MOST or figure.qualifier != "=":
        return None
    rest = line.text[figure.span.end - line.sentence.span.start :]
    opens = _OPENS.match(rest)
    items = _items(rest[opens.end() :]) if opens else ()
    if opens is None or len(items) < FEWEST:
        return None
    said, counted = int(figure.value), len(items)
    formula = f"{counted} listed {'=' if said == counted else '≠'} {said} announced"
    because = f"The sentence says {figure.text}{rest[: opens.end() - 2]} and lists {counted}: {'; '.join(items)}."
    return _check("list", (formula, because), holds=said == counted, evidence=(line.sentence,))


def _items(text: str) -> tuple[str, ...]:
    """Return the items of a list, or nothing where its punctuation leaves them open."""
    body = text.strip().rstrip('.!?”"')
    if ";" in body:
        return tuple(i.strip() for i in body.split(";") if i.strip())
    parts = [p.strip() for p in body.split(",") if p.strip()]
    last = _LAST.split(re.sub(r"^(?:and|or|&)\s+", "", parts[-1])) if parts else []
    items = (*parts[:-1], *last)
    plain = all(len(i.split()) <= LONGEST_ITEM for i in items) and not any(_LAST.search(f" {i}") for i in parts[:-1])
    return items if plain and len(last) <= FEWEST else ()


def _check(kind: str, told: tuple[str, str], *, holds: bool, evidence: tuple[Evidence, ...]) -> Check:
    formula, because = told
    words = " ".join(" ".join(e.text.casefold().split()) for e in evidence)
    mark = hashlib.sha256(f"{kind}|{formula}|{words}".encode()).hexdigest()[:6]
    return Check(f"{slug(f'{kind} {formula}', 40)}-{mark}", formula, because, holds, evidence)
