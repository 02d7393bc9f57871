"""Happenings that sources date differently."""

from collections.abc import Iterator

from generator import edtf
from generator.link.differences.asking import told
from generator.link.differences.card import Parts, Question, card
from generator.link.differences.corpus import Corpus
from generator.link.differences.labels import GAP, label
from generator.model import Difference, Event, Inferred, Kind, Reading, Unknown, Verdict

NEAR_DAYS = 7
"""Days by which a weekday counted from the wrong day of publication is off at most."""


def disputed_events(corpus: Corpus) -> Iterator[Difference]:
    """Make a card of every event whose dates can't all be right."""
    for event in corpus.briefing.events:
        if event.status == "disputed" and len(event.readings) > 1:
            yield card(_question(corpus, event), event.readings)


def _question(corpus: Corpus, event: Event) -> Question:
    line = corpus.line_of(event.headline)
    date = next((d.span for d in line.dates if d.kind == "date"), None) if line else None
    told = label(corpus, event.headline, date or event.headline.span, gap=GAP if date else "")
    parts = Parts(clause=_happening(corpus, event), label=told)
    because = "The sources tell one happening in like words, with the same people and places, and date it differently."
    if _near(event) and any(r.basis == "relative" and _worked_out(corpus, r) for r in event.readings):
        because += " But one of the dates is counted from a day of publication that is itself only worked out."
        return Question(Kind.DATE, parts, Verdict.SCOPE, because, event.id)
    return Question(Kind.DATE, parts, Verdict.CONFLICT, because, event.id)


def _happening(corpus: Corpus, event: Event) -> str:
    """Return an event as it is asked for, or nothing."""
    found = told(corpus, event.headline)
    dates = (d.span for d in found.line.dates if d.kind == "date") if found else ()
    return found.clause(dates) if found else ""


def _near(event: Event) -> bool:
    """Tell whether all dates lie so close together that a mistaken day of publication explains them."""
    gaps = (edtf.days_between(a.value, b.value) for a in event.readings for b in event.readings)
    return all(gap is not None and gap <= NEAR_DAYS for gap in gaps)


def _worked_out(corpus: Corpus, reading: Reading) -> bool:
    """Tell whether a reading rests on articles alone whose publication no words of theirs date."""
    known = (corpus.article(e.article).published for e in reading.evidence)
    return all(isinstance(k, Unknown) or (isinstance(k, Inferred) and not k.evidence) for k in known)
