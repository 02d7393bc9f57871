"""Years of anniversaries, counted back: ``2025 − 75 = 1950``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import edtf
from generator.link.differences.sums.check import check, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.link.differences.corpus import Corpus
    from generator.model import Check, Date, Event

_YEARS = re.compile(r"-(?P<count>[0-9]{1,4})Y")


def anniversaries(corpus: Corpus) -> Iterator[Check]:
    """Check the years of anniversaries against what other sources state; one sum an event."""
    for event in corpus.briefing.events:
        yield from _of_event(corpus, event)


def _of_event(corpus: Corpus, event: Event) -> Iterator[Check]:
    stated = [d for d in event.dates if d.basis == "stated" and d.value]
    for date in event.dates:
        others = [d for d in stated if d.article != date.article and d.value]
        sum_ = _sum(corpus, date) if others else None
        if sum_ and date.value:
            holds = all(edtf.compatible(date.value, d.value or "") for d in others)
            said = ", ".join(dict.fromkeys(" ".join(d.text.split()) for d in others))
            because = f"“{date.text}” counted back gives {date.value}; another source states {said}."
            yield check("year", (sum_, because), holds=holds, evidence=sentences(corpus, (date, *others)))
            return


def _sum(corpus: Corpus, date: Date) -> str | None:
    """Return ``2025 - 75 = 1950`` for an anniversary, or None for any other date."""
    count = _YEARS.fullmatch(date.offset or "")
    year = (date.anchor or corpus.published(date.article) or "")[:4]
    if date.rule != "anniversary" or count is None or not year.isdigit() or not date.value:
        return None
    return f"{year} − {count['count']} = {date.value}"
