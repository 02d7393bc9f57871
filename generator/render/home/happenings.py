"""What stands around the occasion: what was before, what it is tied to, each period of many, and what is next."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import edtf
from generator.model import Event, Span, value_of
from generator.render.dates import first_day, readable
from generator.render.disputes import sentences_of
from generator.render.home.centre import CONCERNS, Passage, in_rank
from generator.render.home.focus import RECENT, Focus, outdated
from generator.render.home.lines import Line, line_of, sentence_line, tells_past
from generator.render.home.occasion import NEWS
from generator.render.home.weights import Weights
from generator.render.lookup import Lookup, first_of_each
from generator.render.page import Row
from generator.text import Sentence, VerbGroup

FIGURES = "figures"
"""The kind of a sentence that gives a number for a time: it stands among the figures."""
STATEMENT = "statement"
"""The kind of a happening that is words; who said what is compared as quotations."""

FEW_YEARS = 2
"""Years that are better told by month."""

_TIE = re.compile(  # what ties a happening to its surroundings
    r"""
    \b(?:
        amid(?:st)? | against\ (?:the|a)\ back(?:drop|ground) | in\ (?:response|reaction)\ to | in\ the\ wake\ of
      | coincid(?:e[sd]?|ing)\ with | c(?:o|a)mes?\ (?:as|amid|at\ a\ time|after|days|weeks|months|hours)\b
      | (?:days|weeks|months|hours)\ after | under\ pressure\ from
    )\b
    """,
    re.VERBOSE,
)


ACTORS = ("person", "organisation", "place")
_MONTHLY = ("day", "week", "month")
"""How precise a date must be to stand under a month."""


def main_happenings(about: Focus) -> Iterator[Line]:
    """Yield what each article of the story tells first of all, what leads most of them first.

    Of a sentence with a number that later reports raised, only the words that tell the happening.
    """
    centre, lookup = about.centre, about.centre.lookup
    old = tuple(outdated(lookup))
    done = (e for e in lookup.briefing.events if e.mode == "happened" and e.kind != STATEMENT)
    events = [e for e in done if set(e.leads).intersection(about.story)]
    for event in sorted(events, key=lambda e: (-len(e.leads), e.date or "", e.id)):
        passage = centre.passage(event.headline)
        whole = sentence_line(passage, lookup) if passage else None
        for line in filter(None, (whole, line_of(event, lookup))):
            words = line.words
            raised = any(o.article == words.article and o.span.meets(words.span) and n in words.text for o, n in old)
            if tells_past(line, lookup) and not raised and (not event.date or about.is_on_at(event.date)):
                times = tuple(t for t in line.times if t.value != event.date)
                told = replace(line, evidence=first_of_each((line.words, *event.told)), event=event.id, times=times)
                yield replace(told, date=event.date, because=event.because)
                break


def developments(weights: Weights, focus: Focus) -> list[Line]:
    """Return sentences on what happened while the story was told, from a week before its first article on."""
    whole = ((e, x) for e, x in _past(weights) if x.whole and not x.words.text[0].islower() and focus.is_on_at(x.date))
    return [
        x for e, x in whole if _is_close(x, focus) or (x.words.article in focus.articles and weights.known(e.named))
    ]


def _past(weights: Weights) -> Iterator[tuple[Event, Line]]:
    """Yield what happened on a known date, the weightiest first, as lines in the past: *takes off* is a caption."""
    events = _heaviest([e for e in _dated(weights) if e.kind not in (FIGURES, STATEMENT)], weights)
    lines = ((event, line) for event in events if (line := line_of(event, weights.lookup)))
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
    for event, line in _past(weights):
        past = event.id not in own and (not day or edtf.is_before(event.date, day))
        shared = weights.lookup.backing(event.told).origins > 1
        known = line.whole and weights.known(event.named) and _is_close(line, focus)
        passage = focus.centre.passage(line.words)
        said = passage and focus.centre.spoken(passage) and len(line.words.text) > len(event.headline.text)
        if past and (shared or known) and not said:
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


def by_period(weights: Weights) -> list[Row]:
    """Return the happenings that weigh most, a few of each year, or of each month of one or two years."""
    ranked = _heaviest(_dated(weights), weights)
    monthly = len({_period(e, monthly=False) for e in ranked[: weights.quotas.events]}) <= FEW_YEARS
    counts = Counter(_period(e, monthly=monthly) for e in _dated(weights))
    chosen: dict[str, list[Event]] = {}
    left = weights.quotas.events
    for event in ranked:
        found = chosen.setdefault(_period(event, monthly=monthly), [])
        if left and len(found) < weights.quotas.each_period:
            found.append(event)
            left -= 1
    kept = ((name, sorted(found, key=lambda e: (edtf.sort_key(e.date or ""), e.id))) for name, found in chosen.items())
    return [
        {"date": name, "name": readable(name), "events": found, "count": counts[name]}
        for name, found in sorted(kept, key=lambda k: k[0])
        if found
    ]


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


def _period(event: Event, *, monthly: bool) -> str:
    """Return the year, or the month, in which an event begins, as EDTF."""
    start = str(first_day(event.date))
    return start[:7] if monthly and edtf.precision(event.date or "") in _MONTHLY else start[:4]


_UNSURE = re.compile(
    r"(?i)\b(?:if|whether|unless|likely|may|might|could|would|perhaps|possibly|hopefully|expected|remains?)\b"
)
_NEXT = re.compile(
    r"\bnext\ (?:stops?|steps?|rounds?|hearings?|meetings?|sessions?|stages?|legs?|talks|games?|match(?:es)?)\b"
)
"""His next stops are Oslo and Rome; the next hearing is on 3 May."""
_NO_DATE = "9999"


def plans(weights: Weights, focus: Focus) -> list[Line]:
    """Return what is to come by its date, then what the articles on the occasion announce without one.

    What is dated before the newest article, or what another source contradicts, is no plan any more.
    """
    dated = [line for e in weights.lookup.briefing.events if (line := _planned(e, weights, focus))]
    found = {line.words.article + str(line.words.span): line for line in (*dated, *_announced(weights, focus))}
    return sorted(found.values(), key=lambda x: (edtf.sort_key(x.date or _NO_DATE), x.words.article, x.words.span))


def _planned(event: Event, weights: Weights, focus: Focus) -> Line | None:
    """Return an event that is announced, still lies ahead, and that no source tells otherwise."""
    lookup = weights.lookup
    coming = event.mode == "planned" and event.date and not edtf.is_before(event.date, weights.today)
    if not coming or event.status == "disputed" or lookup.disputes.events.get(event.id):
        return None
    places = (p for e in event.evidence for p in sentences_of(e, lookup.articles))
    if any(d.verdict == "conflict" for p in places for d in lookup.disputes.places.get(p, ())):
        return None
    line = line_of(event, lookup)
    passage = focus.centre.passage(line.words) if line else None
    shared = lookup.backing(event.told).origins > 1 or weights.known(event.named)
    ages = (_age(e.article, focus.newest, lookup) for e in event.told)  # later articles may have changed older plans
    late = any(age is not None and age <= RECENT for age in ages) and focus.closeness(passage) >= CONCERNS
    return line if line and line.whole and (shared or late) else None


def _age(article: str, newest: str, lookup: Lookup) -> int | None:
    """Return how many days before a day an article was published; None where that isn't known."""
    day = value_of(lookup.articles[article].published)
    return edtf.days_between(day, newest) or 0 if day and newest else None


def _announced(weights: Weights, focus: Focus) -> Iterator[Line]:
    """Yield sentences without a date of their own in which somebody named is to do something."""
    events = weights.lookup.briefing.events
    dated = {focus.centre.place(e) for event in events if event.mode == "planned" for e in event.evidence}
    for passage in focus.passages:
        if (_age(passage.sentence.article, weights.today, weights.lookup) or 0) > NEWS:
            continue  # what it announces may have happened
        about = focus.closeness(passage) >= CONCERNS or focus.people & weights.lookup.named_in(passage.sentence)
        text = passage.sentence.text
        sentence = weights.lookup.grammar(passage.sentence)
        if (
            not about
            or sentence is None
            or _UNSURE.search(text)
            or text[0] in '“"‘'
            or focus.centre.place(passage.sentence) in dated
        ):
            continue
        line = sentence_line(passage, weights.lookup) if _is_ahead(sentence, passage) else None
        if line:
            yield line


def _is_ahead(sentence: Sentence, passage: Passage) -> bool:
    if _NEXT.search(passage.sentence.text):
        return any(v.finite and v.tense == "present" for v in sentence.verbs)
    return any(_will(sentence, verb) for verb in sentence.verbs)


def _will(sentence: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a verb announces something, of somebody named or *it*, *they* who is named before."""
    ahead = verb.finite and not verb.denied and (verb.tense == "future" or verb.modality == "planned")
    before = range(max(verb.first - 3, 0), verb.first)
    return (
        ahead
        and _is_asserted(sentence, verb)
        and any(sentence.parts[i] == "name" or sentence.words[i].low in ("it", "they") for i in before)
    )


def _is_asserted(sentence: Sentence, verb: VerbGroup) -> bool:
    """Tell whether a clause stands by itself or is what somebody is reported to say, not a subordinate one."""
    at = next((n for n, c in enumerate(sentence.clauses) if c.verb is verb), None)
    if at is None:
        return False
    opener, clause = sentence.clauses[at].opener, range(sentence.clauses[at].start, verb.first)
    if any(sentence.parts[i] == "wh" for i in clause):
        return False  # has not said how it will vote
    said = at > 0 and "speech" in sentence.words[sentence.clauses[at - 1].verb.head].kinds
    return opener in ("", "said", "comma", "conj") or (opener == "that" and said)
