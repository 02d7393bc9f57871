"""What happened: the sentences that tell most of what the story's sources have in common, and what was before it."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import edtf
from generator.model import Event, Evidence
from generator.render.home.centre import CONCERNS, Passage
from generator.render.home.focus import Focus, is_background, is_over, told_by
from generator.render.home.lines import Line, line_of, sentence_line, tells_past
from generator.render.home.telling import MAIN, fresh
from generator.render.home.weights import Weights
from generator.render.lookup import Lookup
from generator.text.standing import main_verb

NO_DEEDS = ("figures", "statement")
"""The kinds of what stands among the figures, and of words: who said what is compared as quotations."""
HEARD = 0.15
"""What a word that the page has used counts of what a new one counts (SumBasic, Nenkova and Vanderwende 2005)."""
NEW = 0.3
"""Share of what a sentence has in common with the story that the page hasn't told: less tells the news once more."""
SHARED, PAST = 0.5, 0.3
"""What a sentence counts more for each other origin that tells the same, and if it tells what happened."""
LEAST = 0.04
"""How likely an editor takes a line at least: fewer lines are better than poor ones."""


def happened(about: Focus, told: Iterable[Evidence], most: int) -> tuple[Line, ...]:
    """Return the sentences that tell most of what the story's origins tell, none of which was told before.

    Each is chosen by the words that the ones before it have not used.
    """
    centre, shares, known = about.centre, about.shares, list(told)
    heard = {s for e in known for s in centre.printed(e).weights}
    open_ = {line: (sure, centre.printed(line.words).weights) for sure, line in _candidates(about)}
    found: list[Line] = []

    def gain(line: Line) -> tuple[float, bool]:
        sure, stems = open_[line]
        every = math.fsum(shares.get(s, 0.0) for s in stems)
        new = math.fsum(shares.get(s, 0.0) for s in stems if s not in heard)
        return sure * (new + HEARD * (every - new)) / every, new >= NEW * every

    days = {about.lead.date if about.lead else None, None}
    while open_ and len(found) < most:
        best = max(open_, key=gain)
        if (gain(best)[1] or best.date not in days) and fresh((best,), known, about, 1, least=MAIN):
            found.append(best)
            known.append(best.words)
            days.add(best.date)
            heard.update(open_[best][1])
        del open_[best]
    return tuple(found)


def _candidates(about: Focus) -> Iterator[tuple[float, Line]]:
    """Yield, with how good a line each is, sentences that stand alone; no quotation, and nothing outdated or over."""
    centre, lookup = about.centre, about.centre.lookup
    taken = {centre.place(e) for e, _ in lookup.disputes.outdated}
    several = len(about.own) > 1  # else each statement stands with who made it
    for passage in about.all_passages:
        said = passage.sentence.text[0] in '“"‘`' or centre.quoted(passage)
        said = said or not (several or not (centre.spoken(passage) or centre.is_report(passage)))
        line = None if said or _is_of_other_time(passage, about) else _line(passage, about)
        if line is None or is_over(line, about) or line.words.text[0].islower():
            continue
        worth, told = lookup.salience.worth(line.words), any(centre.place(e) in taken for e in line.evidence)
        past = tells_past(line, lookup)
        if worth >= LEAST and (past or _is_telling(line, lookup)) and (line.date or not told):
            yield worth * (1 + SHARED * len(centre.alike(passage)) + PAST * past), line  # an outdated toll has its day


def _is_of_other_time(passage: Passage, about: Focus) -> bool:
    """Tell whether a sentence tells what was before the story, but for a deed of a day, or only what is to come."""
    here = about.events_at.get(about.centre.place(passage.sentence), ())
    deeds = _deeds(here)
    if deeds and about.first:
        return not any(about.is_on_at(e.date) or e.kind not in NO_DEEDS for e in deeds)
    span, dates = passage.sentence.span, about.centre.lookup.findings[passage.sentence.article].dates
    years = any(span.holds(d.span) and d.value and edtf.precision(d.value) != "day" for d in dates)
    return (
        (years and not about.centre.alike(passage))
        or is_background(passage, about)
        or (not deeds and any(e.mode == "planned" for e in here))
    )


def is_past(line: Line, about: Focus) -> bool:
    """Tell whether all that a line tells as done was before the story."""
    deeds = _deeds(about.events_at.get(about.centre.place(line.words), ()))
    return bool(deeds and about.first) and not any(about.is_on_at(e.date) for e in deeds)


def _deeds(events: Iterable[Event]) -> list[Event]:
    return [e for e in events if e.mode == "happened" and e.date]


def _is_telling(line: Line, lookup: Lookup) -> bool:
    """Tell whether a line in the present holds a number or names two: else it only describes."""
    found, span, sentence = lookup.findings[line.words.article], line.words.span, lookup.grammar(line.words)
    verb = main_verb(sentence, span) if sentence else None
    now = verb is not None and verb.tense == "present" and not verb.modality
    figures, names = (sum(span.holds(f.span) for f in every) for every in (found.figures, found.names))
    return now and (figures > 0 or names > 1)


def _line(passage: Passage, about: Focus) -> Line | None:
    """Return a sentence as a line, by the words of the original that it copies, with the day of what it tells."""
    lookup, first = about.centre.lookup, about.centre.original(passage)
    line = sentence_line(first, lookup) or sentence_line(passage, lookup)
    if line is None:
        return None
    here = (e for e in about.events_at.get(about.centre.place(line.words), ()) if e.mode == "happened")
    dated = next((e for e in here if e.date and any(t.value == e.date for t in line.times)), None)
    cited = told_by(first, about.centre)
    if dated is None:
        return replace(line, evidence=cited)
    times = tuple(t for t in line.times if t.value != dated.date)
    return replace(line, evidence=cited, date=dated.date, because=dated.because, times=times)


def before(weights: Weights, focus: Focus) -> list[Line]:
    """Return what happened before the occasion: what several origins tell, then the weightiest.

    What a single origin tells has to be a sentence about those whom most name.
    """
    own = {e.id for e in focus.events}
    day = (focus.occasion.date if focus.occasion else None) or focus.first or weights.today
    found = []
    dated = [e for e in weights.lookup.briefing.events if e.mode == "happened" and e.date and e.kind not in NO_DEEDS]
    for event in sorted(dated, key=lambda e: (-weights.events[e.id], e.date or "", e.id)):
        line = line_of(event, weights.lookup)
        if line is None or (line.whole and not tells_past(line, weights.lookup)):
            continue  # "takes off" is a caption
        past = event.id not in own and (not day or edtf.is_before(event.date, day))
        shared = weights.lookup.backing(event.told).origins > 1
        passage = focus.centre.passage(line.words)
        known = line.whole and weights.known(event.named) and focus.closeness(passage) >= CONCERNS
        said = passage and focus.centre.spoken(passage) and len(line.words.text) > len(event.headline.text)
        if past and (shared or known) and not said and line.words.article in focus.own:
            found.append(line)
    return found
