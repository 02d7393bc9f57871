"""What the front page is about: the newest occasion told by most, and the lines that tell it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import edtf
from generator.model import Unknown
from generator.render.home.centre import SAME, Centre
from generator.render.home.lines import Line, first_of_each, line_of, sentence_line, tells_past
from generator.render.lookup import value_of
from generator.render.standing import main_verb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from generator.model import Event, Evidence, Occasion
    from generator.render.home.centre import Passage
    from generator.render.home.weights import Weights
    from generator.render.lookup import Lookup

TOLD = 0.5
"""Share of the origins of the most told occasion from which a newer one goes before it."""
OPENING = 4
"""Sentences at the top of an article among which its news stands."""
NEWS = 60
"""Days after which an article tells an occasion as the past."""
AROUND = 3
"""Days around an occasion in which another one of the same people belongs beside it."""
ALIKE = 2
"""Names that two tellings of one act share at least."""
PLAIN = 40
"""Words of a lead that are taken in at once; a longer one is told only where there is no other."""
WORDS = ("", "statement")
"""Kinds of events that may be no more than what somebody said."""
LOWER = 0.6
"""What a sentence at the end of an article loses against one at its top: it is background more often."""
LEAST = 1.1
"""What a sentence must weigh: two origins, and not at the end."""
AGAIN = 0.25
"""Cosine from which a sentence repeats the first line, of which more is known than its own words."""
CENTRAL = 0.5
"""Share of origins that must name those who take part in what a single one tells."""
EVENT = 0.5
"""What a dated happening counts more than a sentence that as many origins tell."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The occasion, its events, the line that tells it, its articles, and the sentences of all that tell its story."""

    occasion: Occasion | None
    events: tuple[Event, ...]
    lead: Line | None
    articles: tuple[str, ...]
    centre: Centre

    @property
    def named(self) -> frozenset[str]:
        """The ids of whom and what the line that tells it names, and of the people who take part."""
        people = self.occasion.people if self.occasion else ()
        return frozenset((*people, *(_named(self.lead, self.centre.lookup) if self.lead else ())))

    @property
    def passages(self) -> Iterator[Passage]:
        """The sentences of the articles that report it."""
        return (p for p in self.centre.passages if p.sentence.article in self.articles)


def focus(weights: Weights) -> Focus:
    """Return what the page is about: an occasion, or where none is told by many, what most have at their top."""
    lookup = weights.lookup
    read = tuple(i for i, article in lookup.articles.items() if not article.unread)
    story = max(lookup.briefing.stories, key=len, default=read)
    occasion = _newest(lookup, len({lookup.origins[a] for a in story}))
    told_by = occasion.articles if occasion else story
    articles = tuple(a for a in told_by if not occasion or _may_report(a, occasion, lookup)) or told_by
    centre = Centre(lookup, tuple(dict.fromkeys((*articles, *story, *read))))
    events = tuple(_events(occasion, lookup)) if occasion else ()
    about = Focus(occasion, events, None, articles, centre)
    return replace(about, lead=_lead(about))


def happened(weights: Weights, about: Focus, elsewhere: Iterable[Evidence]) -> tuple[Line, ...]:
    """Return the lines on the occasion in the order of time; sentences of what stands ``elsewhere`` get none."""
    taken = {about.centre.place(e) for e in (*elsewhere, *_outdated(weights.lookup))}
    return tuple(_lines(_candidates(about, taken, weights), about, weights))


def _newest(lookup: Lookup, story: int) -> Occasion | None:
    """Return the newest occasion that at least half as many origins tell as the most told one, and as the story."""
    occasions = lookup.briefing.occasions
    most = max((len(o.origins) for o in occasions), default=0)
    least = max(TOLD * max(most, story), min(most, 2))
    told = [o for o in occasions if len(o.origins) >= least and _is_news(o, lookup)]
    return next((o for o in told if o.mode == "happened"), told[0] if told else None)


def _is_news(occasion: Occasion, lookup: Lookup) -> bool:
    """Tell whether an article that tells an occasion may be of its days; else it is the past of what is told."""
    published = [value_of(lookup.articles[a].published) for a in occasion.articles]
    days = [edtf.days_between(occasion.date, day) if occasion.date and day else None for day in published]
    return any(d is None or d <= NEWS for d in days)


def _may_report(article: str, occasion: Occasion, lookup: Lookup) -> bool:
    """Tell whether an article may report an occasion: not if it bears a date before it."""
    known = lookup.articles[article].published
    if isinstance(known, Unknown) or not occasion.date:
        return True
    days = edtf.days_between(known.value, occasion.date)
    return days is None or days <= 1


def _events(occasion: Occasion, lookup: Lookup) -> Iterator[Event]:
    """Yield the events of an occasion, and of others of the same people in the days around it."""
    known = {e.id: e for e in lookup.briefing.events}
    yield from (known[i] for i in occasion.events)
    for other in lookup.briefing.occasions:
        days = edtf.days_between(other.date, occasion.date) if other.date and occasion.date else None
        near = days is not None and abs(days) <= AROUND and edtf.precision(other.date or "") == "day"
        shared = set(other.articles) & set(occasion.articles) and set(other.people) & set(occasion.people)
        if other is not occasion and near and shared:
            yield from (known[i] for i in other.events)


def _lead(about: Focus) -> Line | None:
    """Return the line that tells the main happening: the telling that names most, else the most told opening."""
    centre, events = about.centre, about.events
    lookup = centre.lookup
    if events:
        first = events[0]
        same = (e for e in events if e.date == first.date and set(e.people) >= set(first.people))
        told = [line for e in same if (line := line_of(e, lookup)) and line.whole]
        if told:
            best = max(told, key=lambda x: (tells_past(x, lookup), _is_plain(x), len(_named(x, lookup))))
            cited = (e for e in (*best.evidence, *first.evidence) if e.article in about.articles)
            return replace(best, evidence=first_of_each(cited) or best.evidence)
    top = (p for p in about.passages if p.number < OPENING and not _is_background(p, about))
    openings = [(p, line) for p in top if (line := sentence_line(p, lookup))]
    ranked = max(openings, key=lambda o: (sum(a for a, _ in centre.nearest(o[0]).values()), -o[0].number), default=None)
    if ranked is None:
        return None
    line = replace(ranked[1], evidence=_told_by(ranked[0], centre))
    return replace(line, date=events[0].date, because=events[0].because, event=events[0].id) if events else line


def _is_plain(line: Line) -> bool:
    """Tell whether words can be taken in at once: they begin like a sentence and aren't long."""
    words = line.words.text
    return not words[0].islower() and len(words.split()) <= PLAIN


def _named(line: Line, lookup: Lookup) -> set[str]:
    mentions = lookup.mentions.get(line.words.article, ())
    return {entity.id for mention, entity in mentions if line.words.span.holds(mention.span)}


def _told_by(passage: Passage, centre: Centre) -> tuple[Evidence, ...]:
    others = (p.sentence for alike, p in centre.nearest(passage).values() if alike >= SAME)
    return first_of_each((passage.sentence, *others))


def _outdated(lookup: Lookup) -> Iterator[Evidence]:
    """Yield the sentences that give a number that later reports raised."""
    for difference in lookup.briefing.differences:
        if difference.verdict == "grown":
            yield from (e for reading in difference.readings[:-1] for e in reading.evidence)


def _lines(found: Iterable[tuple[float, Passage, Line]], about: Focus, weights: Weights) -> Iterator[Line]:
    """Yield lines on the occasion besides the lead: what most origins tell, no two alike, in the order of time."""
    centre, lead = about.centre, about.lead
    told: list[Passage] = []
    opening = centre.passage(lead.words) if lead else None
    cited = {centre.place(e) for e in (*lead.evidence, *_tellings(lead, about))} if lead else set()
    chosen: list[tuple[int, Line]] = []
    for _, passage, line in sorted(found, key=lambda r: (-r[0], r[1].number, r[2].words.article)):
        places = {centre.place(e) for e in line.evidence}
        again = (opening and passage.likeness(opening) >= AGAIN) or _is_told(passage, told)
        again = again or any(_is_one_act(line, other, centre.lookup) for _, other in chosen)
        if len(chosen) < weights.quotas.occasion and not cited & places and not again:
            told.append(passage)
            cited |= places
            chosen.append((passage.number, line))
    day = (lead.date if lead else None) or ""
    yield from (line for _, line in sorted(chosen, key=lambda c: (edtf.sort_key(c[1].date or day), c[0])))


def _tellings(lead: Line, about: Focus) -> tuple[Evidence, ...]:
    """Return every place where the event of the lead is told."""
    return next((e.evidence for e in about.events if e.id == lead.event), ())


def _is_told(passage: Passage, told: Iterable[Passage]) -> bool:
    return any(passage.likeness(other) >= SAME for other in told)


def _is_one_act(one: Line, other: Line, lookup: Lookup) -> bool:
    """Tell whether two lines tell one act: the same verb, of the same people and things, of no two days."""
    verb, apart = _act(one, lookup), one.date and other.date and one.date != other.date
    same = verb and verb == _act(other, lookup)
    return bool(same and not apart) and len(_named(one, lookup) & _named(other, lookup)) >= ALIKE


def _act(line: Line, lookup: Lookup) -> str:
    """Return the stem of the verb that tells what somebody did, or nothing where somebody says something."""
    sentence = lookup.grammar(line.words)
    verb = main_verb(sentence, line.words.span) if sentence else None
    if sentence is None or verb is None or sentence.parts[verb.head] != "verb":
        return ""
    word = sentence.words[verb.head]
    return "" if "speech" in word.kinds else word.stem


def _candidates(
    about: Focus, taken: AbstractSet[tuple[str, int | None]], weights: Weights
) -> Iterator[tuple[float, Passage, Line]]:
    """Yield lines with how much they weigh: the origins that tell them, less further down in the article."""
    centre, lookup = about.centre, about.centre.lookup
    for event in about.events:
        line = line_of(event, lookup) if event.mode == "happened" else None
        passage = centre.passage(line.words) if line else None
        own = line and event.kind not in WORDS and len(line.words.text) <= len(event.headline.text)
        spoken = passage and not own and centre.spoken(passage)
        origins = lookup.backing(event.evidence).origins
        known = origins > 1 or weights.central((*event.people, *event.organisations)) >= CENTRAL
        if line and passage and known and not spoken and centre.place(line.words) not in taken:
            yield origins + EVENT, passage, line
    for passage in about.passages:
        alike = [a for a, _ in centre.nearest(passage).values() if a >= SAME]
        told = alike and not centre.spoken(passage) and not _is_background(passage, about)
        line = sentence_line(passage, lookup) if told else None
        if line and tells_past(line, lookup) and not taken & {centre.place(e) for e in _told_by(passage, centre)}:
            worth = (1 + len(alike)) * (1 - LOWER * centre.depth(passage))
            if worth >= LEAST:
                yield worth, passage, replace(line, evidence=_told_by(passage, centre))


def _is_background(passage: Passage, about: Focus) -> bool:
    """Tell whether all that a sentence dates lies before the occasion, or long before the article's own day."""
    article, span = passage.sentence.article, passage.sentence.span
    own = about.occasion.date if about.occasion else None
    day = own or value_of(about.centre.lookup.articles[article].published) or ""
    dates = (d.value for d in about.centre.lookup.findings[article].dates if span.holds(d.span))
    known = [d.partition("/")[0] for d in dates if d]  # since 1976
    return bool(day and known) and all((edtf.days_between(d, day) or 0) > (AROUND if own else NEWS) for d in known)
