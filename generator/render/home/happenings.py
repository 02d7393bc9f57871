"""What stands around the occasion: what was before, what it is tied to, and each period of many."""

import re
from collections.abc import Iterable, Iterator

from generator import edtf
from generator.model import Event, Span
from generator.render.home.centre import CONCERNS, Passage, in_rank
from generator.render.home.focus import Focus
from generator.render.home.lines import Line, line_of, sentence_line, tells_past
from generator.render.home.weights import Weights

FIGURES = "figures"
"""The kind of a sentence that gives a number for a time: it stands among the figures."""
STATEMENT = "statement"
"""The kind of a happening that is words; who said what is compared as quotations."""

_TIE = re.compile(  # what ties a happening to its surroundings
    r"""
    \b(?:
        amid(?:st)? | against\ (?:the|a)\ back(?:drop|ground) | in\ (?:response|reaction)\ to | in\ the\ wake\ of
      | coincid(?:e[sd]?|ing)\ with | c(?:o|a)mes?\ (?:as|amid|at\ a\ time|after|days|weeks|months|hours)\b
      | under\ pressure\ from
    )\b
    """,
    re.VERBOSE,
)


ACTORS = ("person", "organisation", "place")


def developments(weights: Weights, focus: Focus) -> tuple[list[Line], list[Line]]:
    """Return sentences on what happened while the story was told, from a week before its first article on.

    Where none of its articles has a day, so does what has none or an exact one. Apart stands what a single origin tells
    that is not on the news.
    """
    done = (e for e in weights.lookup.briefing.events if e.mode == "happened")
    open_ = () if focus.first else (None, "day")  # "in spring 1977" is the past
    known = (e for e in done if focus.is_on_at(e.date) or (e.date and edtf.precision(e.date)) in open_)
    events = [e for e in known if e.headline.article in focus.own]
    told = ((e, x) for e, x in _past(weights, events) if x.whole and not x.words.text[0].islower())
    ranked = sorted(told, key=lambda r: r[0].kind in (FIGURES, STATEMENT))
    on_it = [x for e, x in ranked if weights.lookup.backing(e.told).origins > 1 or _is_close(x, focus)]
    return on_it, [x for _, x in ranked if x not in on_it]


def _past(weights: Weights, events: Iterable[Event]) -> Iterator[tuple[Event, Line]]:
    """Yield what happened, the weightiest first, as lines in the past: *takes off* is a caption."""
    lines = ((event, line) for event in _heaviest(events, weights) if (line := line_of(event, weights.lookup)))
    return ((event, line) for event, line in lines if not line.whole or tells_past(line, weights.lookup))


def _is_close(line: Line, focus: Focus) -> bool:
    return focus.closeness(focus.centre.passage(line.words)) >= CONCERNS


def before(weights: Weights, focus: Focus) -> list[Line]:
    """Return what happened before the occasion: what several origins tell, then the weightiest.

    What a single origin tells has to be a sentence about those whom most name.
    """
    own = {e.id for e in focus.events}
    day = (focus.occasion.date if focus.occasion else None) or focus.first or weights.today
    found = []
    dated = (e for e in _dated(weights) if e.kind not in (FIGURES, STATEMENT))
    for event, line in _past(weights, dated):
        past = event.id not in own and (not day or edtf.is_before(event.date, day))
        shared = weights.lookup.backing(event.told).origins > 1
        known = line.whole and weights.known(event.named) and _is_close(line, focus)
        passage = focus.centre.passage(line.words)
        said = passage and focus.centre.spoken(passage) and len(line.words.text) > len(event.headline.text)
        if past and (shared or known) and not said and line.words.article in focus.own:
            found.append(line)
    return found


def setting(weights: Weights, focus: Focus) -> list[Line]:
    """Return what ties the occasion to its surroundings, first what names most besides those who take part."""
    return in_rank(_ties(weights, focus))


def _ties(weights: Weights, focus: Focus) -> Iterator[tuple[float, Passage, Line]]:
    centre = focus.centre
    for passage in focus.passages:
        ties = _TIE.search(passage.sentence.text) and focus.closeness(passage) >= CONCERNS
        line = sentence_line(passage, weights.lookup) if ties else None
        others = _others(passage, weights, focus) if line else 0
        if line and others and tells_past(line, weights.lookup):
            told = sum(alike for alike, _ in centre.nearest(passage).values())
            yield others + told - centre.depth(passage), passage, line


def _others(passage: Passage, weights: Weights, focus: Focus) -> int:
    """Count the names in a sentence besides those who take part, and its figures."""
    lookup, span = weights.lookup, passage.sentence.span
    findings = lookup.findings[passage.sentence.article]
    present = {form.text for i in focus.named if i in lookup.entities for form in lookup.entities[i].aliases}
    named = {n.norm for n in findings.names if span.holds(n.span) and n.kind in ACTORS and n.text not in present}
    return len(named) + sum(span.holds(f.span) for f in findings.figures)


def _dated(weights: Weights) -> list[Event]:
    """Return what happened on a known date; numbers that hold for a time only where nothing else is told."""
    dated = [e for e in weights.lookup.briefing.events if e.mode == "happened" and e.date]
    return [e for e in dated if e.kind != FIGURES] or dated


def _heaviest(events: Iterable[Event], weights: Weights) -> list[Event]:
    """Return events by weight; of those with the same words only the first, for one sentence may tell of two dates."""
    ranked = sorted(events, key=lambda e: (-weights.events[e.id], e.date or "", e.id))
    kept: dict[tuple[str, Span], Event] = {}
    for event in ranked:
        kept.setdefault((event.headline.article, event.headline.span), event)
    return list(kept.values())
