"""What the front page is about: the newest occasion told by most, and the lines that tell it."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, islice

from generator import edtf
from generator.model import Date, Event, Evidence, Occasion, value_of
from generator.render.home.centre import MOST_ARTICLES, SAME, Centre, Passage
from generator.render.home.lines import Line, line_of, sentence_line, tells_past
from generator.render.home.occasion import AROUND, NEWS, OPENING, may_report, newest, story_of, together
from generator.render.home.weights import Weights
from generator.render.lookup import Lookup, first_of_each
from generator.render.paging import grouped
from generator.render.standing import described
from generator.text import Sentence, words_of

HEADED = 0.75
"""Part of what the titles speak of in the best opening that they must speak of in a happening for it to be the news."""
PAST, LOWER_DOWN = 0.4, 0.1
"""What a sentence is worth more that tells what happened, or whose subject is known; less with each above it."""
PLAIN = 40
"""Words of a lead that are taken in at once; a longer one is told only where there is no other."""
RECENT = 7
"""Days before the first article of a story in which its news begins."""
_WIDE = ("year", "decade", "century")
"""What tells the time of no news."""
LOWER = 0.6
"""What a sentence at the end of an article loses against one at its top: it is background more often."""
LEAST = 1.1
"""What a sentence must weigh: two origins, and not at the end."""
THEME = 1.1
"""Share of a stem that each origin uses more than twice."""

_HAD = re.compile(r"\b(?:had|would)\b")  # had introduced the chip: before the news; said it would sell: behind it


@dataclass(frozen=True)
class Focus:
    """The occasion, its events, the line that tells it, its articles, those of its story, and the sentences of all."""

    occasion: Occasion | None
    events: tuple[Event, ...]
    lead: Line | None
    articles: tuple[str, ...]
    story: tuple[str, ...]
    centre: Centre

    @property
    def named(self) -> frozenset[str]:
        """The ids of whom and what the line that tells it names, and of the people who take part."""
        return self.people | (self.centre.lookup.named_in(self.lead.words) if self.lead else frozenset())

    @property
    def people(self) -> frozenset[str]:
        """The ids of the people who take part."""
        return frozenset(self.occasion.people if self.occasion else ())

    @cached_property
    def own(self) -> frozenset[str]:
        """The articles that report it or tell its story: what others say is of another one."""
        return frozenset((*self.articles, *self.story))

    @cached_property
    def _written(self) -> tuple[str, ...]:
        """The days on which the articles of the story were published, in order."""
        days = (value_of(self.centre.lookup.articles[a].published) for a in self.story)
        return tuple(sorted(filter(None, days), key=edtf.sort_key))

    @property
    def first(self) -> str:
        """The day on which the first article of the story was published, or nothing."""
        return next(iter(self._written), "")

    def is_on_at(self, day: str | None) -> bool:
        """Tell whether a day (EDTF), no whole year, lies in the time of the story, or just before its first article."""
        known = day and self.first and edtf.precision(day) not in _WIDE
        return bool(known) and (edtf.days_between(day or "", self.first) or 0) <= RECENT

    @property
    def newest(self) -> str:
        """The day on which the last one was published, or nothing."""
        return next(reversed(self._written), "")

    @cached_property
    def told(self) -> tuple[Evidence, ...]:
        """The line that tells it, and every place where its event is told."""
        every = (e.evidence for e in self.events if self.lead and e.id == self.lead.event)
        return (self.lead.words, *self.lead.evidence, *next(every, ())) if self.lead else ()

    @cached_property
    def events_at(self) -> Mapping[tuple[str, int | None], Sequence[Event]]:
        """The events that each sentence tells, by its place."""
        events = self.centre.lookup.briefing.events
        return grouped((self.centre.place(e), event) for event in events for e in event.evidence)

    @cached_property
    def known(self) -> frozenset[str]:
        """The stems of what the line that tells it and the titles of its articles speak of."""
        titled = (s for a in self.articles for s in self._titled(a))
        return frozenset((*titled, *(s for e in self.told for s in self.centre.stems(e))))

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """How much of the story speaks of each stem: in how many sentences of how many origins."""
        origins = self.centre.lookup.origins
        used: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for passage in self.all_passages:
            for stem in passage.weights:
                used[stem][origins[passage.sentence.article]] += 1
        many = len({origin for counts in used.values() for origin in counts})
        return {stem: math.fsum(math.log1p(n) for n in counts.values()) / many for stem, counts in used.items()}

    @cached_property
    def theme(self) -> frozenset[str]:
        """The stems of what several origins are about: *the storm* is that of the story, whatever it was called."""
        several = len({self.centre.lookup.origins[a] for a in self.own}) > 1
        return frozenset(stem for stem, share in self.shares.items() if several and share >= THEME)

    def _titled(self, article: str) -> frozenset[str]:
        title = value_of(self.centre.lookup.articles[article].title) or ""
        return frozenset(w.stem for w in words_of(title))

    @cached_property
    def _titles(self) -> Mapping[str, frozenset[str]]:
        """The stems of the title of each article of the story."""
        return {a: self._titled(a) for a in self.centre.articles[:MOST_ARTICLES]}

    def headed(self, passage: Passage | None) -> float:
        """Return how much of a sentence the titles of the other articles speak of, by the weights of its words.

        That its own title speaks of it tells nothing of what most tell.
        """
        own, weights = (passage.sentence.article, passage.weights) if passage else ("", {})
        others = [t for a, t in self._titles.items() if a != own] or [*self._titles.values()]
        return sum(w for s, w in weights.items() for t in others if s in t) / len(others)

    def closeness(self, passage: Passage | None) -> float:
        """Return how much of a sentence the titles and the first line speak of as well, by the weights of its words."""
        return sum(w for s, w in passage.weights.items() if s in self.known) if passage else 0.0

    @property
    def passages(self) -> Iterator[Passage]:
        """The sentences of the articles that report it."""
        return (p for p in self.centre.passages if p.sentence.article in self.articles)

    @property
    def all_passages(self) -> Iterator[Passage]:
        """The sentences of the articles that report it or tell its story."""
        return (p for p in self.centre.passages if p.sentence.article in self.own)


def focus(weights: Weights) -> Focus:
    """Return what the page is about: an occasion, or where none is told by many, what most have at their top."""
    lookup = weights.lookup
    read = tuple(i for i, article in lookup.articles.items() if not article.unread)
    story = story_of(lookup, read)
    occasion = newest(lookup, story)
    occasions = together(occasion, lookup) if occasion else ()
    told_by = tuple(dict.fromkeys(a for o in occasions for a in o.articles)) or story
    articles = tuple(a for a in told_by if not occasion or may_report(a, occasion, lookup)) or told_by
    centre = Centre(lookup, tuple(dict.fromkeys((*articles, *story, *read))))
    known = {e.id: e for e in lookup.briefing.events}
    events = tuple(known[i] for o in occasions for i in o.events)
    told = story if set(articles).intersection(story) else articles
    about = Focus(occasion, events, None, articles, told, centre)
    main, latest = _lead(about, weights.origins), _latest(about)
    again = main and latest and centre.printed(main.words).likeness(centre.printed(latest.words)) >= SAME
    return replace(about, lead=main if again else latest or main)


def _latest(about: Focus) -> Line | None:
    """Return the news of the last two days, where the story has gone on for more than a week since its occasion."""
    day, lookup = (about.occasion.date if about.occasion else None) or about.first, about.centre.lookup
    if not day or not about.newest or (edtf.days_between(day, about.newest) or 0) <= RECENT:
        return None
    written = ((a, value_of(lookup.articles[a].published)) for a in about.story)
    line = opening(tuple(a for a, d in written if d and (edtf.days_between(d, about.newest) or 0) <= 1), lookup)
    return line if line and tells_past(line, lookup) else None


def opening(articles: tuple[str, ...], lookup: Lookup) -> Line | None:
    """Return the sentence at the top of some articles that tells best what most of them tell."""
    about = Focus(None, (), None, articles, articles, Centre(lookup, articles))
    return _lead(about, len(lookup.independence.articles(articles)))


def _lead(about: Focus, origins: int) -> Line | None:
    """Return the line that tells the main happening: of the first event the telling that names most, else an opening.

    The titles must speak of it nearly as much as of the best opening.
    """
    centre, events = about.centre, about.events
    old = {centre.place(e) for e, _ in centre.lookup.disputes.outdated}
    stories = groupby(about.passages, key=lambda p: p.sentence.article)
    top = (p for _, story in stories for p in islice(story, OPENING))
    recent = (p for p in top if not is_background(p, about))
    openings = [(p, x) for p in recent if (x := sentence_line(p, centre.lookup)) and not is_over(x, about)]
    openings = [o for o in openings if centre.place(o[0].sentence) not in old] or openings
    best = max(openings, key=lambda o: _newsworthy(o[0], o[1], about, origins), default=None)
    line = _told_event(about)
    if line and (best is None or _is_news_line(line, best, about)):
        return line
    if best is None:
        return None
    first = centre.original(best[0])
    line = replace(sentence_line(first, centre.lookup) or best[1], evidence=told_by(first, centre))
    told = events and centre.place(line.words) in {centre.place(e) for e in events[0].evidence}
    return replace(line, date=events[0].date, because=events[0].because, event=events[0].id) if told else line


def _is_news_line(line: Line, best: tuple[Passage, Line], about: Focus) -> bool:
    """Tell whether the line of the first event tells the news as well as the best opening, whole and as past."""
    centre, (passage, opening) = about.centre, best
    if tells_past(opening, centre.lookup) and not tells_past(line, centre.lookup):
        return False
    if centre.place(opening.words) in {centre.place(e) for e in line.evidence}:
        return _is_plain(line)  # not "a bird flew out of the sky" of a sentence that begins before it
    return about.headed(centre.passage(line.words)) >= HEADED * about.headed(passage)


def is_over(line: Line, about: Focus) -> bool:
    """Tell whether a line announces what was due before the newest article: it is no news any more."""
    dates = about.centre.lookup.findings[line.words.article].dates
    days = [d for d in (line.date, *(t.value for t in dates if line.words.span.holds(t.span))) if d]
    ahead = bool(days) and (not tells_past(line, about.centre.lookup) or "would" in line.words.text.split())
    return ahead and all(edtf.is_before(day, about.newest) for day in days)


def _told_event(about: Focus) -> Line | None:
    if not about.events:
        return None
    first, lookup = about.events[0], about.centre.lookup
    same = (e for e in about.events if e.date == first.date and set(e.people) >= set(first.people))
    told = (line for e in same if (line := line_of(e, lookup)) and line.whole)

    def clear(line: Line) -> tuple[bool, bool, bool, int]:  # no party's own, nor that somebody confirmed it
        own = _speaks_of_itself(line.words, lookup) or about.centre.is_report(about.centre.printed(line.words))
        return tells_past(line, lookup), _is_plain(line), not own, len(lookup.named_in(line.words))

    best = max(told, key=clear, default=None)
    if best is None:
        return None
    cited = (e for e in (*best.evidence, *first.evidence) if e.article in about.articles)
    return replace(best, evidence=first_of_each(cited) or best.evidence)


def _newsworthy(passage: Passage, line: Line, about: Focus, origins: int) -> float:
    """Return how surely a sentence is the news: titles and other origins tell it, it is past, and high up."""
    alike = sum(a for a, _ in about.centre.nearest(passage).values()) / max(origins - 1, 1)
    past = tells_past(line, about.centre.lookup) and not _HAD.search(line.words.text)
    own = _speaks_of_itself(passage.sentence, about.centre.lookup) + about.centre.is_report(passage)
    sentence = about.centre.lookup.grammar(line.words)
    known = sentence is not None and described(sentence, line.words.span) is None  # not "the court threw it out"
    return about.headed(passage) + alike + PAST * (past + known) - LOWER_DOWN * (passage.number + own)


def _speaks_of_itself(words: Evidence, lookup: Lookup) -> bool:
    """Tell whether words name their publisher: a party tells what concerns it, and others tell the news."""
    publisher = words_of(value_of(lookup.articles[words.article].publisher) or "")
    told = {w.stem for w in words_of(words.text)} if publisher else set()
    return bool(told) and all(w.stem in told for w in publisher)


def _is_plain(line: Line) -> bool:
    """Tell whether words can be taken in at once: they begin like a sentence and aren't long."""
    words = line.words.text
    return not words[0].islower() and len(words.split()) <= PLAIN


def told_by(passage: Passage, centre: Centre) -> tuple[Evidence, ...]:
    """Return a sentence and those of other origins that tell the same act."""
    return first_of_each((passage.sentence, *(p.sentence for p in centre.tellers(passage))))


def is_background(passage: Passage, about: Focus, most: int = 0) -> bool:
    """Tell whether all that a sentence dates lies before the occasion, or long before the article's own day.

    ``most`` are the days before it that are not the past yet. A year that only tells which one (*the 2003 film*) dates
    nothing.
    """
    article, span = passage.sentence.article, passage.sentence.span
    own, sentence = about.occasion.date if about.occasion else None, about.centre.lookup.grammar(passage.sentence)
    day = own or value_of(about.centre.lookup.articles[article].published) or about.newest
    dates = [d for d in about.centre.lookup.findings[article].dates if d.value and span.holds(d.span)]
    dates = [d for d in dates if sentence is None or not _only_tells_which(sentence, d)]
    known = [d.value.partition("/")[0] for d in dates if d.value]  # since 1976
    most = most or (AROUND if own else NEWS)
    return bool(day and known) and all((edtf.days_between(d, day) or 0) > most for d in known)


def _only_tells_which(sentence: Sentence, date: Date) -> bool:
    first, end = sentence.within(date.span)
    return any(p.first <= first and end <= p.head for p in sentence.phrases)
