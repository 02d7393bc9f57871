"""What each side said, each statement with its verb, and the office of who says it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.lexicons import wordset
from generator.model import Entity, Evidence, Quote, Utterance
from generator.render.home.centre import Passage
from generator.render.home.focus import Focus
from generator.render.home.lines import Line, is_ended
from generator.render.home.telling import fresh
from generator.render.home.weights import Weights
from generator.render.lookup import articles_of
from generator.render.page import Row
from generator.render.statements import Told, told
from generator.render.then import told_then
from generator.render.titles import Titles, titles_of
from generator.words import locale

FEWEST, MOST = 6, 55
"""Words of a statement: fewer are a catchword, more aren't taken in."""
DISPUTED = 2.0
"""What a statement counts more that touches a difference."""
NEAR = 2.0
"""What a statement counts more that has most of the words that the story's origins use."""
REPORTED = 0.5
"""What a report counts more than the words themselves, which say *it* and *they* and stand among those to quote."""
FULL = 2
"""Speakers that have room for several statements; each of those behind has one."""

BODIES = ("police", "authorities", "prosecutors", "army", "military", "staff")
"""Who speaks as one without a name."""
_THEY = re.compile(r"(?i)(?:that\ )?(?:they|this|these|those)\b")


class _Speech(NamedTuple):
    """A statement, how it is told, all that tells it, what it weighs and where it stands."""

    told: Told
    quote: Quote
    utterance: Utterance
    weight: float
    passage: Passage


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A speaker who is only described: ``Police``, ``A lawyer for Smith``."""

    name: str
    id: str = ""


def sides(weights: Weights, focus: Focus, quoted: Collection[str], printed: Collection[Evidence]) -> list[Row]:
    """Return the speakers that most origins let speak, and one side that has no name: *police*, *a lawyer for Smith*.

    The utterances with an id in ``quoted``, and what is ``printed``, stand elsewhere on the page.
    """
    taken = {focus.centre.place(words) for words in printed}
    found: defaultdict[Entity | Unnamed, list[_Speech]] = defaultdict(list)
    for utterance in weights.lookup.briefing.utterances:
        speaker = _speaker(utterance, weights) if utterance.id not in quoted else None
        best = _best(utterance, focus, weights) if speaker else None
        new = best and focus.centre.place(best.quote) not in taken
        if speaker and best and new and focus.closeness(best.passage):
            found[speaker].append(best)
    every = sorted(found, key=lambda s: (s.id not in focus.named, -sum(r.weight for r in found[s]), s.name))
    named, unnamed = [s for s in every if s.id], [s for s in every if not s.id]
    most = weights.quotas.speakers
    shown = [*named[: most - 1], *unnamed[:1]] if unnamed else named[:most]
    chosen = []
    told = list(printed)
    for n, speaker in enumerate(shown):
        size = weights.quotas.statements if n < FULL and speaker.id else 1
        ranked = sorted(found[speaker], key=lambda s: (-s.weight, s.passage.number, s.quote.article))
        lines = {Line(s.told.words, (s.quote.words,), whole=False): s for s in ranked}
        speeches = tuple(lines[line] for line in fresh(lines, told, focus, size))
        told += [s.told.words for s in speeches]
        office = person(speaker, spoken=True) if isinstance(speaker, Entity) and speaker.kind == "person" else None
        chosen += [{"speaker": speaker, "speeches": speeches, "office": office}] if speeches else []
    return chosen


def _speaker(utterance: Utterance, weights: Weights) -> Entity | Unnamed | None:
    """Return who speaks: somebody with a page, or several or a body that the source's words tell without the text."""
    if utterance.speaker:
        known = weights.lookup.entities.get(utterance.speaker)
        told = known and (known.kind != "person" or known.roles or weights.shares[known.id] >= KNOWN)
        return known if told else None
    described = utterance.versions[0].speaker
    sentence = weights.lookup.grammar(described) if described else None
    if described is None or sentence is None or utterance.versions[0].negative:
        return None
    first, end = sentence.within(described.span)
    head, article = sentence.words[end - 1], sentence.parts[first] in ("det", "poss", "number", "pron")
    several = ("person" in head.kinds and head.text != head.lemma) or head.low in BODIES
    before = first > 0 and sentence.parts[first - 1]
    cut_off = before in ("conj", "hyphen") or sentence.low(first - 1) == "of"  # former Google and Apple employees
    held = "person" in head.kinds and "name" in sentence.parts[first : end - 1]  # a Delta spokesman
    whole = several and (not article or head.low == "police")
    if not (whole or held) or cut_off or head.low in wordset("sides-retelling"):
        return None
    words = described.text[described.text.find(" ") + 1 :] if article else described.text
    return Unnamed(words[0].upper() + words[1:])


def _best(utterance: Utterance, focus: Focus, weights: Weights) -> _Speech | None:
    """Return the fullest version that can be printed behind the speaker's name, with its weight."""
    found = []
    for quote in utterance.versions:
        passage = focus.centre.passage(quote.words)
        whole = passage and quote.article in focus.articles and is_ended(passage.sentence.text)
        words = told(quote, weights.lookup) if whole and told_then(quote, weights.lookup) is None else None
        sentence = weights.lookup.grammar(words.words) if words else None
        if words and utterance.speaker in weights.lookup.named_in(words.words):
            continue  # Vigo's mayor, Ana Ruiz, says there is none
        if words and (utterance.speaker or words.quoted) and _THEY.match(words.words.text):
            continue  # the speaker, or those of whom it speaks
        if words and words.quoted and any(differences_of(quote, weights)):
            continue  # it stands among the differences, with the words of all
        first, end = sentence.within(words.words.span) if words and sentence else (0, 0)
        if words and sentence and not any(first <= v.first < end for v in sentence.verbs):
            continue  # reaffirmed [its commitment to the town]
        if words and passage and FEWEST <= len(words.words.text.split()) <= MOST:
            found.append(_Speech(words, quote, utterance, _weight(quote, utterance, focus, weights), passage))
    return max(found, key=lambda s: (s.weight, len(s.told.words.text)), default=None)


def _weight(quote: Quote, utterance: Utterance, focus: Focus, weights: Weights) -> float:
    lookup = weights.lookup
    disputed = any(differences_of(quote, weights))
    more = DISPUTED * disputed + REPORTED * (quote.kind == "reported")
    return lookup.backing(utterance.versions).origins + more + NEAR * focus.share(focus.centre.printed(quote.words))


def differences_of(quote: Quote, weights: Weights) -> Iterator[str]:
    """Return the anchors of the conflicts in which a statement takes part."""
    found = weights.lookup.disputed(quote.words)
    return (d.anchor for d in found if d.verdict == "conflict" and d.concerns(quote))


KNOWN = 0.5
"""Share of origins that must name somebody of whom no office is told: a bare name tells nothing."""
OWNED = ("his ", "her ", "their ", "its ")
"""What begins what somebody is to another: his brother."""
PLAIN = ("of", "the", "and", "for", "in")
_NO_OFFICE = re.compile(  # a minister with a speech to make, author of the book
    r"\b(?:who|whom|whose|which|with|to)\b|\bof the (?:book|report|study|film|song|company|firm|group|team|club)$"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person, the title that most sources give with its country or body, and the country where no title names it."""

    entity: Entity
    title: Titles | None
    country: str


def person(entity: Entity, *, spoken: bool = False) -> Person:
    """Return an entity with the telling title that names where it is held, or else that most sources give.

    Beside what somebody said (``spoken``) a bare *spokesman* tells enough. What only one of several sources calls
    somebody has to name where.
    """
    named = {m.article for m in entity.mentions}
    titles = [
        t
        for t in titles_of(entity)
        if (spoken or _is_telling(t.title, entity.country))
        and (_is_placed(t.title) or len(named) == 1 or len(articles_of(t.evidence)) > 1)
    ]
    placed = next((t for t in titles if _is_placed(t.title)), None)
    country = locale().territories.get(entity.country or "", "") if titles and placed is None else ""
    return Person(entity, placed or (titles[0] if titles else None), str(country))


def _is_telling(title: str, country: str | None) -> bool:
    state = title == "President"  # before a name; a firm has *its president*
    hollow = not state and title.casefold().removeprefix("former ") in wordset("offices-hollow") and not country
    return not hollow and not _NO_OFFICE.search(title) and not title.casefold().startswith(OWNED)


def _is_placed(title: str) -> bool:
    """Tell whether a title names its country or body: ``mayor of Vigo``, ``Peruvian president``."""
    words = title.split()
    return " of " in title or any(w[0].isupper() for w in words[1:] if w.lower() not in PLAIN)
