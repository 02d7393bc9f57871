"""Articles ──▶ differences: what independent articles give as two values for one thing, whatever words they take."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import Any

from generator.cache import digest_of, remembered
from generator.link.differences.claims.claim import Told
from generator.link.differences.claims.outcomes import GATHERED
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import MOST, Match, aligned, is_ahead, meet, weights_of
from generator.link.differences.slots.alike import are_alike
from generator.link.differences.slots.asked import asked_of, card_of
from generator.link.differences.slots.denied import denied, swept
from generator.link.differences.slots.gates import differ, fits, of_one, of_one_crowd
from generator.link.differences.slots.given import Given, every, key_of, row_of, told_of
from generator.link.differences.slots.linkage import FEWEST, are_two_hours, compared, linked
from generator.link.differences.slots.lone import lone
from generator.link.differences.slots.only import only
from generator.link.differences.slots.pairs import pairs
from generator.link.differences.slots.same import does_same, is_close, is_rich, may_be_one_deed, says_same
from generator.link.differences.slots.telling import Slot
from generator.link.differences.slots.years import dated
from generator.link.likeness import Weights
from generator.link.sets import gathered
from generator.link.stories import WEEKS
from generator.model import Attribute, Difference, Verdict

_ATTRIBUTES = {
    **dict.fromkeys(("count", "quantity", "percent", "points", "rate"), Attribute.COUNT),
    "money": Attribute.SUM,
    "length": Attribute.LENGTH,
    "share": Attribute.SHARE,
    "vote": Attribute.COUNT,
    "ordinal": Attribute.ORDINAL,
    "date": Attribute.DATE,
    "truth": Attribute.DONE,
}
"""What the values of a sort are called as claims."""


def slots(corpus: Corpus) -> Iterator[Difference]:
    """Yield what two articles contradict each other in, value by value."""
    yield from (d for d in corpus.once(_cards) if d.verdict is Verdict.CONFLICT)


def changed(corpus: Corpus) -> Iterator[Difference]:
    """Yield the values of one thing that may have changed between two articles."""
    yield from (d for d in corpus.once(_cards) if d.verdict is not Verdict.CONFLICT)


def given_twice(corpus: Corpus) -> Iterator[Told]:
    """Yield as answers the values that two articles give for one thing."""
    rows = [(both[n], row) for both, (told, *_) in corpus.once(_matches) for n, row in told]
    last = reversed(dict.fromkeys(reversed(rows)))  # most are given in several pairs
    return (told_of(corpus, article, row) for article, row in last)


def _attribute(slot: Slot) -> Attribute | None:
    return Attribute.PLAN if slot.kind == "truth" and is_ahead(slot) else _ATTRIBUTES.get(slot.kind)


def _told_of(corpus: Corpus, slot: Slot) -> Told:
    """Return the value of a slot as an answer: of whom or what takes part in its clause."""
    attribute = _attribute(slot) or Attribute.COUNT
    subject = min((slot.telling.parties & corpus.ids) - {slot.value}, default=slot.head)
    asked = " ".join(dict.fromkeys(filter(None, (attribute.row.label + ":", slot.deed, slot.head))))
    line = corpus.line(slot.article, slot.telling.index)
    denied = slot.kind == "truth" and not slot.telling.holds
    modality = slot.telling.verb.modality if slot.kind == "truth" and slot.telling.verb else ""
    found = slot.figure, slot.date
    return Told(attribute, subject, asked, line, slot.text, slot.number, *found, denied=denied, modality=modality)


def _cards(corpus: Corpus) -> Iterator[Difference]:
    return (card_of(corpus, asked) for _, (_, every, _) in corpus.once(_matches) for asked in every)


def _matches(corpus: Corpus) -> Iterator[tuple[tuple[str, str], Sequence[Any]]]:
    """Yield what two articles give for one thing, pair by pair; it is kept as long as their words tell as much."""
    given = dict(zip(corpus.findings, corpus.once(every), strict=True))
    weights = weights_of(g.words for g in given.values())
    keys, few = {a: key_of(corpus, a, g) for a, g in given.items()}, len(given) < FEWEST
    for one, other in pairs(corpus):
        news = corpus.of_one_news(one, other, WEEKS)
        key = digest_of(f"{keys[one]} {keys[other]} {news} {corpus.is_small} {few}")
        make = partial(_of_two, corpus, (given[one], given[other]), weights, news=news, few=few)
        yield (one, other), remembered().kept("slots of pairs", key, make, partial(_again, weights))


def _again(weights: Mapping[str, float], kept: Sequence[Any]) -> Sequence[Any]:
    """Return what is kept of two articles; raises ValueError where a word that was asked about tells more or less."""
    if any(weights.get(word, 1.0) != told for word, told in kept[-1].items()):
        raise ValueError(kept[-1])
    return kept


def _of_two(
    corpus: Corpus, givens: tuple[Given, Given], every: Mapping[str, float], *, news: bool, few: bool
) -> list[Any]:
    """Return what two articles answer (the first, 0, or the second, 1), what they are asked, and the words' weights.

    In ``few`` articles no word is rare, so that points tell no two hours apart.
    """
    weights, (one, other) = Weights(every), givens
    days = [corpus.published(slots[0].article) for slots in (one.slots(), other.slots()) if slots]
    mine, theirs = (dated(given.slots(), *days) for given in (one, other))
    ours, others = (gathered((slot.sort, slot) for slot in slots) for slots in (mine, theirs))
    told_alike = [
        m
        for sort in sorted(ours.keys() & others.keys())
        for m in _aligned(corpus, ours[sort], others[sort], weights, related=news or corpus.is_small)
    ]
    both = compared(corpus, mine, theirs, weights)
    left = [
        m
        for m in (lone(corpus, mine, theirs, weights) if news else ())
        if not (_are_outcomes(one, other, m) or (not few and are_two_hours(corpus, both, m.one, m.other)))
    ]
    alone = {(id(m.one), id(m.other)) for m in left}
    matches = [*told_alike, *left]
    sure = [m for m in told_alike if (id(m.one), id(m.other)) in alone and does_same(m)]
    said = list(linked(corpus, both, weights))
    if news:
        single = list(only(corpus, mine, theirs, frozenset((*one.several, *other.several)), weights))
        said += swept(corpus, mine, theirs, weights)
        matches += single
        sure += single
    matches += [*said, *(denied(corpus, mine, theirs, weights) if news else ())]
    told = [
        (n, row_of(corpus, _told_of(corpus, slot)))
        for m in matches
        for n, slot in enumerate((m.one, m.other))
        if _attribute(slot)
    ]
    asked = [asked_of(corpus, m.one, m.other) for m in matches if m in said or _is_shown(corpus, m, sure, weights)]
    return [told, [*filter(None, asked)], weights]


def _is_shown(corpus: Corpus, found: Match, sure: Sequence[Match], weights: Weights) -> bool:
    """Tell whether two values that match are surely of one thing, and worth a card."""
    one, other = found.one, found.other
    return (
        is_close(corpus, found)
        and (found in sure or is_rich(found) or are_alike(one, other, weights))
        and differ(corpus, one, other)
        and fits(corpus, one, other)
    )


def _are_outcomes(one: Given, other: Given, found: Match) -> bool:
    """Tell whether both articles tell with two numbers what happened to so many: see ``claims/series.py``."""
    both = ((one, found.one), (other, found.other))
    tolls = ([t for t in g.told if t.attribute is Attribute.TOLL and t.asked not in GATHERED] for g, _ in both)
    return all(
        any((t.line.index, t.number) == (s.telling.index, s.number) for t in told)
        for told, (_, s) in zip(tolls, both, strict=True)
    )


def _aligned(
    corpus: Corpus, mine: Sequence[Slot], theirs: Sequence[Slot], weights: Weights, *, related: bool
) -> Iterator[Match]:
    """Yield the slots of one sort that say the same of one happening."""
    few = max(len(mine), len(theirs)) <= MOST
    near = (
        (i, j)
        for (i, a), (j, b) in product(enumerate(mine), enumerate(theirs))
        if few and meet(a, b) and may_be_one_deed(a, b) and of_one(corpus, a, b) and of_one_crowd(corpus, a, b)
    )
    return filter(says_same, aligned(mine, theirs, near, weights, related=related))
