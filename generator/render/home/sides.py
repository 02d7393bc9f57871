"""What each side said: for those who speak in the articles on the occasion a few statements, each with its verb."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.disputes import sentences_of
from generator.render.home.centre import SAME
from generator.render.statements import told

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from generator.model import Entity, Evidence, Quote, Utterance
    from generator.render.home.centre import Passage
    from generator.render.home.focus import Focus
    from generator.render.home.lines import Line
    from generator.render.home.weights import Weights
    from generator.render.statements import Told

FEWEST, MOST = 6, 55
"""Words of a statement: fewer are a catchword, more aren't taken in."""
DISPUTED, TOPIC, QUOTED, COUNTED = 2.0, 1.0, 1.0, 1.5
"""What a statement counts more that touches a difference, names a topic of several origins, has words in quotation
marks inside it, or begins with a number: ``six measures``."""
OWN = 0.5
"""What the speaker's own words count more than a report of them."""
FULL = 2
"""Speakers that have room for several statements; each of those behind has one."""

_COUNTED = re.compile(r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozens?)\b")


@dataclass(frozen=True, slots=True)
class Speech:
    """A statement, how it is told, and all that tells it."""

    told: Told
    quote: Quote
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody who speaks, and what is worth telling of it."""

    speaker: Entity
    speeches: tuple[Speech, ...]


@dataclass(frozen=True, slots=True)
class _Ranked:
    speech: Speech
    weight: float
    passage: Passage


def sides(weights: Weights, focus: Focus, quoted: Collection[str], lines: Iterable[Line]) -> tuple[Side, ...]:
    """Return the speakers that most origins let speak.

    The utterances with an id in ``quoted``, and the sentences of some ``lines``, stand elsewhere on the page.
    """
    taken = {focus.centre.place(line.words) for line in lines}
    found: defaultdict[str, list[_Ranked]] = defaultdict(list)
    entities = weights.lookup.entities
    for utterance in weights.lookup.briefing.utterances:
        if utterance.speaker in entities and utterance.id not in quoted:
            ranked = _best(utterance, focus, weights)
            if ranked and focus.centre.place(ranked.speech.quote) not in taken:
                found[utterance.speaker or ""].append(ranked)
    ranked_sides = sorted(found, key=lambda s: (-sum(r.weight for r in found[s]), s))
    return tuple(
        Side(entities[s], tuple(_chosen(found[s], weights.quotas.statements if n < FULL else 1, focus, weights)))
        for n, s in enumerate(ranked_sides[: weights.quotas.speakers])
    )


def _best(utterance: Utterance, focus: Focus, weights: Weights) -> _Ranked | None:
    """Return the fullest version that can be printed behind the speaker's name, with its weight."""
    found = []
    for quote in utterance.versions:
        passage = focus.centre.passage(quote.words)
        words = told(quote, weights.lookup) if passage and quote.article in focus.articles else None
        if words and passage and FEWEST <= len(words.words.text.split()) <= MOST:
            found.append(_Ranked(Speech(words, quote, utterance), _weight(quote, utterance, focus, weights), passage))
    return max(found, key=lambda r: (r.weight, len(r.speech.told.words.text)), default=None)


def _weight(quote: Quote, utterance: Utterance, focus: Focus, weights: Weights) -> float:
    lookup = weights.lookup
    disputed = bool(set(_differences(quote, weights)))
    named = any(_topics(quote.words, focus, weights))
    inside = quote.kind == "reported" and any(sign in quote.words.text for sign in '“"')
    counted = bool(_COUNTED.match(quote.words.text))
    origins = lookup.backing(utterance.versions).origins
    return (
        origins
        + OWN * (quote.kind == "quotation")
        + DISPUTED * disputed
        + TOPIC * named
        + QUOTED * inside
        + COUNTED * counted
    )


def _differences(quote: Quote, weights: Weights) -> Iterator[str]:
    """Yield the anchors of the conflicts in which a statement takes part."""
    lookup = weights.lookup
    for place in sentences_of(quote.words, lookup.articles):
        found = lookup.disputes.places.get(place, ())
        yield from (d.anchor for d in found if d.verdict == "conflict" and d.concerns(quote))


def _topics(words: Evidence, focus: Focus, weights: Weights) -> Iterator[str]:
    """Yield what words name that several origins speak of: neither who takes part nor a country or its capital."""
    for mention, entity in weights.lookup.mentions.get(words.article, ()):
        common = weights.shares[entity.id] * weights.origins > 1
        if common and words.span.holds(mention.span) and not entity.country and entity.id not in focus.named:
            yield entity.id


def _chosen(ranked: Sequence[_Ranked], most: int, focus: Focus, weights: Weights) -> Iterator[Speech]:
    """Yield the weightiest statements, no two of which say the same or are on one topic."""
    kept: list[Passage] = []
    topics: set[str] = set()
    for one in sorted(ranked, key=lambda r: (-r.weight, r.passage.number, r.speech.quote.article)):
        about = {*_topics(one.speech.quote.words, focus, weights), *_differences(one.speech.quote, weights)}
        new = not about & topics and all(one.passage.likeness(other) < SAME for other in kept)
        if len(kept) < most and new:
            kept.append(one.passage)
            topics |= about
            yield one.speech
