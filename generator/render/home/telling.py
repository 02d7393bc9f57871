"""Which lines may still be told: what the page has told already is told once, and what points back has to be known."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import edtf
from generator.model import Evidence, value_of
from generator.render.dates import readable
from generator.render.home.centre import SAME, Passage
from generator.render.home.focus import WIDE, Focus
from generator.render.home.lines import Line
from generator.render.home.occasion import AROUND, OPENING
from generator.render.home.reference import points_back
from generator.render.lookup import Lookup
from generator.render.standing import main_verb
from generator.text import words_of
from generator.text.synonyms import are_near

NEW = 0.5
"""Part of a line's words, by their weights, that no line above it may have: else it tells little that is new."""
SAYS_LITTLE = frozenset(("speech", "be", "have", "light"))
"""Kinds of verbs that tell no act of their own."""
LATER = 2
"""Days between articles from which what is alike in them tells of two days."""


def in_order(lines: Iterable[Line], about: Focus) -> tuple[Line, ...]:
    """Return lines on the occasion in the order of time, those of one day as the articles tell them.

    What has no date is of the day of the first line, or, of an article that is days away from it, of its own.
    """
    lead = about.lead.date if about.lead else None
    day = lead or (about.occasion.date if about.occasion else None) or about.newest
    told = {}
    for line in lines:
        dated = line.date or next((d.value for d in line.times if d.value), None)
        written = value_of(about.centre.lookup.articles[line.words.article].published) or ""
        known = not dated and day and written and edtf.precision(written) == "day"
        apart = known and abs(edtf.days_between(written, day) or 0) > AROUND
        labelled = about.centre.lookup.labels[line.words.article].endswith(readable(written))
        told[replace(line, reported=written if apart and not labelled else "")] = dated or (written if apart else day)
    return tuple(sorted(told, key=lambda x: (edtf.sort_key(told[x]), about.centre.place(x.words)[1] or 0)))


def fresh(
    lines: Iterable[Line], told: Iterable[Evidence], about: Focus, most: int, *, least: float = NEW
) -> tuple[Line, ...]:
    """Return the first lines of which nothing like them was told before; a part of their words is new, at ``least``."""
    return tuple(line for line, _ in zip(_fresh(lines, told, about, least), range(most), strict=False))


def _fresh(lines: Iterable[Line], told: Iterable[Evidence], about: Focus, least: float) -> Iterator[Line]:
    centre = about.centre
    every = (*told, *about.told)
    places = {centre.place(e) for e in every}
    passages = [p for e in every if (p := centre.passage(e))]
    known = {s for e in every for s in _stems(e)}

    for line in lines:
        # a line of an event rests on its own words: a sentence that tells it may tell another one as well
        cited = {centre.place(e) for e in (line.words, *(() if line.event else line.evidence))}
        passage = centre.passage(line.words)
        alike = (p for p in passages if passage and passage.likeness(p) >= SAME)
        near = [*alike, *(p for p in passages if _is_same_act(line, p, centre.lookup))]
        weights = {s: passage.weights.get(s, 0.0) if passage else 1.0 for s in _stems(line.words)}
        new = sum(w for s, w in weights.items() if s not in known) >= least * sum(weights.values())
        again = bool(cited & places) or any(not _is_later(line, p, about) for p in near)
        if (new or near) and not again and not points_back(line.words, about.introduced, centre.lookup):
            yield line
            places |= cited
            passages += [passage] if passage else []
            known |= weights.keys()


def _is_same_act(line: Line, told: Passage, lookup: Lookup) -> bool:
    """Tell whether the main verbs of a line and a told sentence are one act of one who is named in both."""
    pair = [(s, main_verb(s, e.span)) for e in (line.words, told.sentence) if (s := lookup.grammar(e))]
    acts = [(s, v, s.words[v.head]) for s, v in pair if v]
    if len(acts) < len((line, told)) or any(w.kinds & SAYS_LITTLE for *_, w in acts):
        return False
    (*_, act), (*_, other) = acts
    behind = {s.low(v.end) if s.parts[v.end : v.end + 1] in (("prep",), ("adv",)) else "" for s, v, _ in acts}
    names = ({w.stem for w, p in zip(s.words, s.parts, strict=True) if p == "name"} for s, *_ in acts)
    return len(behind) == 1 and are_near(act.stem, other.stem) and bool(next(names) & next(names))


def _is_later(line: Line, told: Passage, about: Focus) -> bool:
    """Tell whether a line like a told sentence is of another day: by its date, or by those of the two articles."""
    lookup, place = about.centre.lookup, about.centre.place(told.sentence)
    events = about.events_at.get(place, ())
    if any(event in events for event in about.events_at.get(about.centre.place(line.words), ())):
        return False
    days = [e.date for e in events if e.date and place in map(about.centre.place, e.told)]
    if line.date and days:
        return all(edtf.is_before(line.date, d) or edtf.is_before(d, line.date) for d in days)
    return _are_apart(told.sentence.article, line.words.article, lookup)


def _are_apart(one: str, other: str, lookup: Lookup) -> bool:
    first, second = (value_of(lookup.articles[a].published) or "" for a in (one, other))
    return bool(first and second) and abs(edtf.days_between(first, second) or 0) >= LATER


def is_news(line: Line, about: Focus) -> bool:
    """Tell whether a line stands at its article's top, or two origins tell it, and it is no opening with old news."""
    centre, lead = about.centre, about.lead
    article, number = centre.place(line.words)
    first = next((p.number for p in centre.passages if p.sentence.article == article), 0)
    old = line.date and edtf.precision(line.date) in WIDE
    top = (number or 0) < first + OPENING or centre.lookup.backing(line.evidence).origins > 1
    passage, told = centre.passage(line.words), centre.passage(lead.words) if lead else None
    acts = centre.acts(passage) & centre.acts(told) if passage and told else ()
    alike = lead and (not line.date or line.date == lead.date or (acts and not lead.date))
    again = number == first and alike and lead and not _are_apart(lead.words.article, article, centre.lookup)
    return bool(top and not old and not again)


def _stems(words: Evidence) -> frozenset[str]:
    return frozenset(w.stem for w in words_of(words.text) if w.shape in ("word", "number") and not w.closed)
