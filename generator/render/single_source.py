"""What only one origin says: happenings, figures, words and names that no independent source has."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, lru_cache, partial
from typing import TypeVar

from generator.lexicons import table
from generator.model import RUNNING, Entity, Event, Evidence, Figure, Quote, Span, Utterance
from generator.render.figures import UNTELLING, Row, row
from generator.render.lookup import Lookup, articles_of
from generator.render.paging import grouped
from generator.text import stem
from generator.text.synonyms import are_near

T = TypeVar("T")
Stems = frozenset[str]

STATEMENT = "statement"
"""The kind of a happening that is words: who said what stands among the quotations."""
SMALL = 3
"""A bare count up to this (*two sides*) is no figure that anybody would quote."""
FEWEST_WORDS = 3
"""Words of a quotation below which it says nothing without its sentence."""
SHOWN = 3
"""Of each kind, what is shown of one source; all of it is on the source's own page."""
SPOKEN = ("quotation", "fragment", "nested")
"""Kinds of quotations that only one source can have, the most exact first: what is reported without quotation marks has
many wordings, and of those read in one source alone another one mostly told the same."""

_WORDS = re.compile(r"[0-9]+(?:[.,][0-9]+){0,4}|[^\W\d_]+")  # 8.5-tonne: 8.5, tonne

_CONVERTED = re.compile(r"[0-9](?:\s?[a-z]{1,10}){0,2}\s?[(\[]\Z")  # $50 million (£36 million)
AHEAD = 24
"""Characters in front of a sum in which another one tells the same in another currency."""
LIKE = 0.3
"""Share of a sentence's words from which another one may tell the same: at a half, a fifth of the happenings that were
said to stand in one source alone stood in another one, too."""
FEWEST_QUOTED, FEWEST = 3, 2
"""Words that must be shared: of a happening two, for a short line of which two are shared is mostly told there; of
words in quotation marks three, but of those of one speaker two, since the name isn't among them."""
SHORT = 3
"""Letters of a word that says nothing."""
ROUNDED, HEDGED, RIVAL = Decimal("0.95"), Decimal("0.8"), Decimal("0.4")
"""Shares of a figure from which another one may be of the same: *nearly 40* are *38*, *some 4,000* beside a word that
both have are *4,900*, and of money, tonnes and the like nine may be what somebody else says were fourteen."""


@dataclass(frozen=True, slots=True)
class SingleSource:
    """What only one source and the copies of it say, each kind ranked, the most telling first."""

    events: tuple[Event, ...] = ()
    figures: tuple[Row, ...] = ()
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.events or self.figures or self.quotes or self.entities)


@lru_cache(maxsize=1)  # home, articles and register ask for it
def single_source_of(lookup: Lookup) -> Mapping[str, SingleSource]:
    """Return what the origin of each article says alone, by the article's id.

    An article that shares its origin with others has what they say together, for a copy confirms nothing.
    """
    retold = Retold(lookup)
    alone = partial(_of_one_text, lookup=lookup)  # asked first: it costs least
    dated = [e for e in _unlike(lookup) if alone(e.evidence) and not retold.told((e.headline,)) and not retold.led(e)]
    dated.sort(key=lambda e: (-len(e.named), e.date or "", e.id))
    known = (u for u in lookup.briefing.utterances if u.speaker in lookup.entities and _is_told(u))
    said = [u for u in known if alone(u.versions) and not _is_retold(u, retold)]
    said.sort(key=lambda u: (SPOKEN.index(u.versions[0].kind), u.id))
    named = sorted(lookup.entities.values(), key=lambda e: (-len(e.mentions), e.id))
    events = _by_article(((e, e.evidence) for e in dated), lookup)
    counted = ((f, given) for f, given in _figures(lookup) if alone(given))
    figures = _by_article(((f, given) for f, given in counted if not retold.counted(given)), lookup)
    quotes = _by_article(((u, u.versions) for u in said), lookup)
    entities = _by_article(((e, e.mentions) for e in named), lookup)
    return {
        article: SingleSource(
            tuple(events.get(article, ())),
            tuple(row(f) for f in figures.get(article, ()) if f.article == article),
            tuple(next(q for q in u.versions if q.article == article) for u in quotes.get(article, ())),
            tuple(entities.get(article, ())),
        )
        for article in lookup.articles
    }


def _by_article(found: Iterable[tuple[T, Collection[Evidence]]], lookup: Lookup) -> Mapping[str, Sequence[T]]:
    """Return what only one origin has, by each of its articles that have it; not what stands in a shared passage."""
    passages = (p.sides for p in lookup.briefing.passages if not _of_one_text(p.sides, lookup))
    shared = grouped((side.article, side.span) for sides in passages for side in sides)

    def is_single(evidence: Collection[Evidence]) -> bool:
        common = (e.span.meets(span) for e in evidence for span in shared.get(e.article, ()))
        return _of_one_text(evidence, lookup) and not any(common)

    single = ((thing, evidence) for thing, evidence in found if is_single(evidence))
    return grouped((article, thing) for thing, evidence in single for article in articles_of(evidence))


def _of_one_text(evidence: Iterable[Evidence], lookup: Lookup) -> bool:
    """Tell whether only one article and the copies of it have something; what another one shares isn't one's alone."""
    origins = (lookup.origins[e.article] for e in evidence)
    first = next(origins, None)
    return first is not None and all(origin == first for origin in origins)


def _unlike(lookup: Lookup) -> Iterator[Event]:
    """Yield the dated events but those that another origin may tell of: same date, and a name or the occasion.

    Two tellings that weren't joined may still be of one event; then neither is told by one source alone. Nor are words
    of a day: others may give them without the day.
    """
    occasions = {e: o.id for o in lookup.briefing.occasions for e in o.events}
    dated = [(e.date, frozenset(e.named), e) for e in lookup.briefing.events if e.date and e.kind != STATEMENT]
    on = grouped((date, (named | {occasions.get(event.id, "")}, event)) for date, named, event in dated)
    for date, named, event in dated:
        mine = named | {occasions.get(event.id, event.id)}
        others = (other for theirs, other in on[date] if other is not event and mine & theirs)
        if all(_of_one_text((*event.evidence, *other.evidence), lookup) for other in others):
            yield event


def _is_retold(utterance: Utterance, retold: Retold) -> bool:
    words = tuple(version.words for version in utterance.versions)
    return retold.said(utterance.speaker or "", words) or retold.told(words, FEWEST_QUOTED)


def _is_told(utterance: Utterance) -> bool:
    """Tell whether somebody says something: a word or two in quotation marks tell nothing by themselves."""
    first = utterance.versions[0]
    return first.kind in SPOKEN and len(first.words.text.split()) >= FEWEST_WORDS


def _figures(lookup: Lookup) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Yield the figures that say what they measure, each value of a source once, with all that give the value."""
    every = [f for found in lookup.briefing.findings for f in found.figures if f.value is not None]
    givers = grouped((_value(f), f) for f in every)
    compared = _compared(lookup)

    def is_own(figure: Figure) -> bool:  # dozens there may be 45 here, and a sum stand in front in other money
        start, text = figure.span.start, lookup.articles[figure.article].text
        beside = any(s.meets(figure.span) and figure.text in words for s, words in compared.get(figure.article, ()))
        return not beside and not (figure.kind == "money" and _CONVERTED.search(text, max(0, start - AHEAD), start))

    telling = (f for f in every if is_telling(f) and is_own(f))
    firsts = {(f.article, _value(f)): f for f in sorted(telling, key=_weight, reverse=True)}
    yield from ((f, tuple(givers[_value(f)])) for f in sorted(firsts.values(), key=_weight))


def is_telling(figure: Figure) -> bool:
    """Tell whether a figure says what it measures, and is no bare count of a few."""
    counted = figure.unit != "1" or (figure.value or 0) > SMALL
    return figure.measure is not None and figure.rule != "vague" and figure.kind not in UNTELLING and counted


def _compared(lookup: Lookup) -> Mapping[str, Sequence[tuple[Span, str]]]:
    """Return the figures of each article that a card compares: place and words."""
    readings = (r for d in lookup.briefing.differences if d.kind == "figure" for r in d.readings)
    return grouped((e.article, (e.span, r.value)) for r in readings for e in r.evidence)


def _value(figure: Figure) -> str:
    return f"{figure.value}|{figure.high}|{figure.unit}"


def _weight(figure: Figure) -> tuple[bool, bool, str, int]:
    """Rank money and measured things before counts, what holds for a known time before what holds for none."""
    return (figure.unit == "1", figure.period is None, figure.article, figure.span.start)


@dataclass(frozen=True)
class Retold:
    """The words of the sentences of each article, and who speaks in them."""

    lookup: Lookup

    @cached_property
    def _sentences(self) -> Callable[[str], tuple[Stems, ...]]:
        """The words of the sentences of an article, looked up when they are asked for."""
        return cache(self._read)

    def _read(self, article: str) -> tuple[Stems, ...]:
        own = self.lookup.articles[article]
        return () if own.unread else tuple(_stems(own.text[s.start : s.end]) for s in own.sentences)

    @cached_property
    def _spoken(self) -> Mapping[tuple[str, str | None], Sequence[Stems]]:
        """The words of each speaker in each article."""
        said = ((u.speaker, v) for u in self.lookup.briefing.utterances for v in u.versions if u.speaker)
        return grouped(((v.article, speaker), _stems(v.words.text)) for speaker, v in said)

    def led(self, event: Event) -> bool:
        """Tell whether an event is the news of a story, which other origins tell in whatever words."""
        opened = (e.article for e in event.evidence if self._opens(e))
        return any(True for article in (*event.leads, *opened) for _ in self._others(article))

    def _opens(self, evidence: Evidence) -> bool:
        """Tell whether words stand in the first sentence of the story that an article tells."""
        blocks = self.lookup.articles[evidence.article].blocks
        return next((b.sentences[0].meets(evidence.span) for b in blocks if b.kind in RUNNING and b.sentences), False)

    def told(self, words: Iterable[Evidence], fewest: int = FEWEST, known: Stems = frozenset()) -> bool:
        """Tell whether an article of another origin on the same story has a sentence with most of some words.

        The ``known`` ones, which all articles have, count nothing.
        """
        found = ((mine, s) for e in words if (mine := _stems(e.text) - known) for s in self._beside(e))
        return any(len(mine & s) >= max(min(fewest, len(mine)), LIKE * len(mine)) for mine, s in found)

    def counted(self, figures: Iterable[Figure]) -> bool:
        """Tell whether such an article has the number, or another one of what it may count, too."""
        others = ((f, o) for f in figures for a in self._others(f.article) for o in self.lookup.findings[a].figures)
        return any(self._may_be(f, other) for f, other in others)

    def _may_be(self, one: Figure, other: Figure) -> bool:
        """Tell whether two figures may be of one thing: nobody gives the number by chance, or they count alike.

        Silence costs less than to say of what others count, too, that one source alone does.
        """
        if one.value is None or other.value is None:
            return False
        few, many = sorted((abs(one.value), abs(other.value)))
        if few >= ROUNDED * many and len(f"{one.value:f}".strip("0.")) > 1:
            return True  # of whatever unit: 8.5 tons, 8.5 tonnes
        if one.unit != other.unit or one.direction != other.direction:
            return False
        if is_telling(other) and (_akin(*map(_named_by, (one, other))) if one.unit == "1" else few >= RIVAL * many):
            return True
        return few >= HEDGED * many and _akin(*(_stems(self._sentence(f)) for f in (one, other)))

    def gives(self, words: Evidence, known: Stems) -> bool:
        """Tell whether such an article tells a sentence, its numbers, or how many died, were hurt or arrested, too."""
        figures = [f for f in self.lookup.findings[words.article].figures if words.span.holds(f.span)]
        deeds = _deeds(_stems(words.text)) if figures else frozenset()
        tolled = any(deeds & _deeds(s) for s in (self._beside(words) if deeds else ()))
        return tolled or self.counted(figures) or self.told((words,), known=known)

    def said(self, speaker: str, evidence: Iterable[Evidence]) -> bool:
        """Tell whether the same speaker says something like it in an article of another origin on the same story."""
        found = ((_stems(e.text), s) for e in evidence for s in self._beside(e, speaker))
        return any(len(mine & s) >= max(FEWEST, LIKE * min(len(mine), len(s))) for mine, s in found)

    def _beside(self, evidence: Evidence, speaker: str | None = None) -> Iterator[Stems]:
        """Yield the sentences of the articles of other origins on the same story, or what a speaker says in them."""
        for other in self._others(evidence.article):
            yield from self._sentences(other) if speaker is None else self._spoken.get((other, speaker), ())

    def _others(self, article: str) -> Iterator[str]:
        origin = self.lookup.origins[article]
        return (a for a in self.lookup.peers.get(article, ()) if self.lookup.origins[a] != origin)

    def _sentence(self, evidence: Evidence) -> str:
        article = self.lookup.articles[evidence.article]
        return article.cite(article.whole(evidence.span)).text


def _akin(one: Stems, other: Stems) -> bool:
    """Tell whether two texts have a word in common, or words of nearly one meaning."""
    return any(s[0].isalpha() for s in one & other) or any(are_near(s, o) for s in one for o in other)


def _named_by(figure: Figure) -> Stems:
    return _stems(figure.measure.text) if figure.measure else frozenset()


@cache
def _deeds_by_stem() -> Mapping[str, str]:
    """Return what words say happened to people: ``death`` for *killed*, and for the *lives* that were lost."""
    rows = (*table("figures-deeds"), ("death", "life lives"))
    return {stem(word): deed for deed, forms in rows for word in forms.split()}


def _deeds(stems: Stems) -> Stems:
    return frozenset(_deeds_by_stem()[s] for s in stems if s in _deeds_by_stem())


@lru_cache(maxsize=1 << 15)
def _stems(text: str) -> Stems:
    """Return the stems of the longer words and numbers of a text."""
    words = (m.group().casefold() for m in _WORDS.finditer(text))
    return frozenset(stem(w) if w[0].isalpha() else w for w in words if len(w) > SHORT or w[0].isdigit())
