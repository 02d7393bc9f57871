"""What was agreed: the act in a sentence, with the day and place that it needs."""

import re
from collections.abc import Iterable

from generator import edtf
from generator.model import Agreement, Evidence
from generator.render.home.focus import Focus, is_background
from generator.render.home.lines import Line
from generator.render.home.numbers import OLD
from generator.render.home.telling import fresh
from generator.render.home.weights import Weights
from generator.render.lookup import Lookup
from generator.render.page import Row
from generator.render.places import undated
from generator.render.standing import leans

_THINKS = re.compile(r"\bagree[sd]?\ that\b")  # agreed that it is unsafe: somebody only thinks the same
_BINDS = re.compile(r"\b(?:will|would|shall|should|must)\b")  # agreed that the border would open


def agreements(weights: Weights, focus: Focus, told: Iterable[Evidence]) -> list[Row]:
    """Return the acts of agreeing that most origins tell, those of the occasion first, the fullest among equals.

    None that the page has ``told``, nor of years ago.
    """
    own = (a for a in weights.lookup.briefing.agreements if any(t.article in focus.own for t in a.tellings))
    acts = (a for a in own if not any(_THINKS.search(t.text) and not _BINDS.search(t.text) for t in a.tellings))

    def rank(deal: Row) -> tuple[bool, int, int, str, int]:
        agreement, words = deal["agreement"], deal["words"]
        origins = weights.lookup.backing(agreement.tellings).origins
        return (words.article not in focus.articles, -origins, -agreement.fullness, words.article, words.span.start)

    deals = sorted((d for a in acts if (d := _deal(a, focus, weights)) and not _is_old(d["words"], focus)), key=rank)
    lines = {Line(d["words"], d["agreement"].tellings): d for d in deals}
    return [lines[line] for line in fresh(lines, told, focus, weights.quotas.agreements)]


def _deal(agreement: Agreement, focus: Focus, weights: Weights) -> Row | None:
    """Return an act by a telling that stands alone, or by its first one behind a slot."""
    short = [t for t in agreement.tellings if len(t.text.split()) <= weights.quotas.longest_sentence]
    for telling in (t for t in short if t.article in focus.articles):
        sentence = weights.lookup.grammar(telling)
        if sentence and not leans(sentence, telling.span):
            return {"agreement": agreement, "words": _words(telling, weights.lookup), "date": None}
    slots = ((t, slot) for t in short if (slot := _slot(t, weights.lookup)))
    return next(({"agreement": agreement, "words": _words(t, weights.lookup)} | slot for t, slot in slots), None)


def _is_old(words: Evidence, focus: Focus) -> bool:
    passage = focus.centre.passage(words)
    return passage is not None and is_background(passage, focus, OLD)


def _words(telling: Evidence, lookup: Lookup) -> Evidence:
    article = lookup.articles[telling.article]
    return article.cite(undated(article, telling.span))


def _slot(telling: Evidence, lookup: Lookup) -> Row | None:
    """Return the date in the sentence, else that of the last happening told before it or in it, and the last place.

    ``because`` tells how the date is known, ``event`` is the id of the event that gives it. A date that is open is no
    other one: there is no slot then.
    """
    dates = lookup.findings[telling.article].dates
    own = next((d for d in dates if d.kind == "date" and telling.span.holds(d.span)), None)
    if own:
        because = own.because if own.basis != "stated" else ""
        return {"date": own.value, "because": because, "event": "", "place": ""} if own.value else None
    before = [
        (e.span.start, event)
        for event in lookup.briefing.events
        for e in event.evidence
        if e.article == telling.article and e.span.start < telling.span.end and event.mode == "happened"
    ]
    ordered = [event for _, event in sorted(before, key=lambda b: -b[0])]
    dated = next((e for e in ordered if e.date and edtf.precision(e.date) != "year"), None)
    place = next((p for e in ordered for p in e.places if p in lookup.entities), "")
    if dated is None:
        return None
    return {"date": dated.date, "because": dated.because, "event": dated.id, "place": place}
