"""What was agreed: the act in a sentence, with the day and place that it needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import edtf
from generator.model import Agreement, Evidence
from generator.render.home.focus import Focus
from generator.render.home.weights import Weights
from generator.render.lookup import Lookup
from generator.render.standing import leans

_THINKS = re.compile(r"\bagree[sd]?\ that\b")  # agreed that it is unsafe
_BINDS = re.compile(r"\b(?:will|would|shall|should|must)\b")  # agreed that the border would open


@dataclass(frozen=True, slots=True)
class Deal:
    """An act of agreeing, the sentence that tells it, and a slot before it: the date and the id of a place, or nothing.

    ``because`` tells how the date is known, ``event`` is the id of the event that gives it.
    """

    agreement: Agreement
    words: Evidence
    date: str | None = None
    because: str = ""
    event: str = ""
    place: str = ""


def agreements(weights: Weights, focus: Focus) -> tuple[Deal, ...]:
    """Return the acts of agreeing that most origins tell, those of the occasion first, the fullest among equals."""
    told = (a for a in weights.lookup.briefing.agreements if not _is_news(a, focus))
    acts = (a for a in told if not any(_is_opinion(t.text) for t in a.tellings))
    found = [d for a in acts if (d := _deal(a, focus, weights))]

    def rank(deal: Deal) -> tuple[bool, int, int, str, int]:
        origins = weights.lookup.backing(deal.agreement.tellings).origins
        other = deal.words.article not in focus.articles
        return (other, -origins, -deal.agreement.fullness, deal.words.article, deal.words.span.start)

    return tuple(sorted(found, key=rank)[: weights.quotas.agreements])


def _deal(agreement: Agreement, focus: Focus, weights: Weights) -> Deal | None:
    """Return an act by a telling that stands alone, or by its first one behind a slot."""
    lookup = weights.lookup
    short = [t for t in agreement.tellings if len(t.text.split()) <= weights.quotas.longest_sentence]
    for telling in short:
        if telling.article in focus.articles and not _leans(telling, lookup):
            return Deal(agreement, telling)
    slots = ((t, date, because, event, place) for t in short for date, because, event, place in _slots(t, lookup))
    return next((Deal(agreement, t, *slot) for t, *slot in slots), None)


def _is_news(agreement: Agreement, focus: Focus) -> bool:
    """Tell whether the first line of the page tells an act, which all that tell it report as the news."""
    places = {focus.centre.place(t) for t in agreement.tellings}
    first = not places.isdisjoint(focus.centre.place(e) for e in focus.told)
    return first and {t.article for t in agreement.tellings} <= set(focus.articles)


def _is_opinion(words: str) -> bool:
    """Tell whether somebody only thinks the same: ``the firm agreed that the station can't be steered``."""
    return bool(_THINKS.search(words)) and not _BINDS.search(words)


def _leans(telling: Evidence, lookup: Lookup) -> bool:
    sentence = lookup.grammar(telling)
    return sentence is None or leans(sentence, telling.span)


def _slots(telling: Evidence, lookup: Lookup) -> Iterator[tuple[str, str, str, str]]:
    """Yield the date of the last happening that the article tells before the sentence, or in it, and the last place."""
    before = [
        (e.span.start, event)
        for event in lookup.briefing.events
        for e in event.evidence
        if e.article == telling.article and e.span.start < telling.span.end and event.mode == "happened"
    ]
    ordered = [event for _, event in sorted(before, key=lambda b: -b[0])]
    dated = next((e for e in ordered if e.date and edtf.precision(e.date) != "year"), None)
    place = next((p for e in ordered for p in e.places if p in lookup.entities), "")
    if dated is not None:
        yield dated.date or "", dated.because, dated.id, place
