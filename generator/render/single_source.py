"""What only one origin says: happenings, figures, words and names that no independent source has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TypeVar

from generator.model import Entity, Event, Evidence, Figure, Quote, Span, Utterance
from generator.render.figures import Counting, in_sentences, is_telling
from generator.render.lookup import Lookup, articles_of
from generator.render.paging import grouped
from generator.render.retold import FEWEST_QUOTED, Retold

T = TypeVar("T")

STATEMENT = "statement"
"""The kind of a happening that is words: who said what stands among the quotations."""
FEWEST_WORDS = 3
"""Words of a quotation below which it says nothing without its sentence."""
SHOWN = 3
"""Of each kind, what is shown of one source; all of it is on the source's own page."""
SPOKEN = ("quotation", "fragment", "nested")
"""Kinds of quotations that only one source can have, the most exact first: what is reported without quotation marks has
many wordings, and of those read in one source alone another one mostly told the same."""

_CONVERTED = re.compile(r"[0-9](?:\s?[a-z]{1,10}){0,2}\s?[(\[]\Z")  # $50 million (£36 million)
AHEAD = 24
"""Characters in front of a sum in which another one tells the same in another currency."""


@dataclass(frozen=True, slots=True)
class SingleSource:
    """What only one source and the copies of it say, each kind ranked, the most telling first."""

    events: tuple[Event, ...] = ()
    figures: tuple[Counting, ...] = ()
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
    happened = (e for e in lookup.briefing.events if e.date and e.kind != STATEMENT and alone(e.evidence))
    dated = [e for e in happened if not retold.gives(e.headline) and not retold.led(e)]
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
            in_sentences((f for f in figures.get(article, ()) if f.article == article), lookup),
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


def _is_retold(said: Utterance, retold: Retold) -> bool:
    words = tuple(version.words for version in said.versions)
    return retold.said(said.speaker or "", words) or retold.told(words, FEWEST_QUOTED)


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


def _compared(lookup: Lookup) -> Mapping[str, Sequence[tuple[Span, str]]]:
    """Return the figures of each article that a card compares: place and words."""
    readings = (r for d in lookup.briefing.differences if d.kind == "figure" for r in d.readings)
    return grouped((e.article, (e.span, r.value)) for r in readings for e in r.evidence)


def _value(figure: Figure) -> str:
    return f"{figure.value}|{figure.high}|{figure.unit}"


def _weight(figure: Figure) -> tuple[bool, bool, str, int]:
    """Rank money and measured things before counts, what holds for a known time before what holds for none."""
    return (figure.unit == "1", figure.period is None, figure.article, figure.span.start)
