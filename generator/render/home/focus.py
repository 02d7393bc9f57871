"""What the front page is about: the newest occasion told by most, and the lines that tell it."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator import edtf
from generator.model import Date, Event, Evidence, Occasion, value_of
from generator.render.home.centre import MOST_ARTICLES, Centre, Passage
from generator.render.home.lines import Line, tells_past
from generator.render.home.occasion import AROUND, NEWS
from generator.render.lookup import first_of_each
from generator.render.paging import grouped
from generator.text import Sentence, words_of

SHORT = 6
"""Words by which a sentence is taken to be longer, so that no short one wins by one word alone."""
RECENT = 7
"""Days before the first article of a story in which its news begins."""
_WIDE = ("year", "decade", "century")
"""What tells the time of no news."""
THEME = 1.1
"""Share of a stem that each origin uses more than twice."""


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
    def headlined(self) -> frozenset[str]:
        """The stems of the titles of the articles of about the day of the first line, or of no known day."""
        dated = {a: value_of(self.centre.lookup.articles[a].published) for a in self.articles}
        day = dated.get(self.lead.words.article) if self.lead else None
        near = (a for a, d in dated.items() if not (d and day) or abs(edtf.days_between(d, day) or 0) <= AROUND)
        return frozenset(s for a in near for s in self._titled(a))

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
        return frozenset(stem for stem, share in self.shares.items() if self.are_several and share >= THEME)

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

    def central(self, passage: Passage) -> float:
        """Return how much a sentence tells, for its length, of what the story's origins speak of, in any words."""
        weights = passage.weights
        return math.fsum(self.shares.get(s, 0.0) for s in weights) / math.sqrt(len(weights) + SHORT)

    @cached_property
    def _heights(self) -> Mapping[tuple[str, int], int]:
        stories = (story for _, story in groupby(self.centre.passages, key=lambda p: p.sentence.article))
        return {(p.sentence.article, p.number): n for story in stories for n, p in enumerate(story)}

    def height(self, passage: Passage) -> int:
        """Return how many sentences of its article, but datelines and headings, stand above a sentence."""
        return self._heights.get((passage.sentence.article, passage.number), passage.number)

    @cached_property
    def _most_central(self) -> float:
        return max(map(self.central, self.all_passages), default=0.0) or 1.0

    def share(self, passage: Passage) -> float:
        """Return how central a sentence is, 1 for the one that tells most."""
        return self.central(passage) / self._most_central

    @cached_property
    def are_several(self) -> bool:
        """Whether several origins tell the story."""
        return len({self.centre.lookup.origins[a] for a in self.own}) > 1

    @property
    def passages(self) -> Iterator[Passage]:
        """The sentences of the articles that report it."""
        return (p for p in self.centre.passages if p.sentence.article in self.articles)

    @property
    def all_passages(self) -> Iterator[Passage]:
        """The sentences of the articles that report it or tell its story."""
        return (p for p in self.centre.passages if p.sentence.article in self.own)


def is_over(line: Line, about: Focus) -> bool:
    """Tell whether a line announces what was due before the newest article: it is no news any more."""
    dates = about.centre.lookup.findings[line.words.article].dates
    days = [d for d in (line.date, *(t.value for t in dates if line.words.span.holds(t.span))) if d]
    ahead = bool(days) and (not tells_past(line, about.centre.lookup) or "would" in line.words.text.split())
    return ahead and all(edtf.is_before(day, about.newest) for day in days)


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
