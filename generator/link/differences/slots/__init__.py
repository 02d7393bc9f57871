"""Articles ──▶ differences: what independent articles give as two values for one thing, whatever words they take."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from generator.cache import digest_of, remembered
from generator.link.content_words import senses
from generator.link.differences.claims.claim import Told
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import MOST, Match, aligned, is_ahead, meet, weights_of
from generator.link.differences.slots.asked import card_of
from generator.link.differences.slots.gates import differ, fits, of_one, of_one_crowd
from generator.link.differences.slots.given import Given, every
from generator.link.differences.slots.pairs import pairs
from generator.link.differences.slots.places import spoken_of
from generator.link.differences.slots.same import is_close, says_same
from generator.link.differences.slots.slot import CAUSES
from generator.link.differences.slots.telling import Slot
from generator.link.differences.slots.worded import Words, sort_of, worded, words_for
from generator.model import Attribute, Difference, Verdict

_ATTRIBUTES = {
    **dict.fromkeys(("count", "quantity", "percent", "points", "rate"), Attribute.COUNT),
    "money": Attribute.SUM,
    "length": Attribute.LENGTH,
    "share": Attribute.SHARE,
    "vote": Attribute.COUNT,
    "ordinal": Attribute.ORDINAL,
    "place": Attribute.PLACE,
    **dict.fromkeys(("date", "since"), Attribute.DATE),
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
    return (_told_of(corpus, s) for m in corpus.once(matches) for s in (m.one, m.other) if _attribute(s))


def _attribute(slot: Slot) -> Attribute | None:
    if slot.kind == "agent":
        return Attribute.CAUSE if slot.deed in senses(CAUSES) else None
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
    for one, other in ((m.one, m.other) for m in corpus.once(matches) if is_close(corpus, m)):
        if differ(corpus, one, other) and fits(corpus, one, other):
            yield card_of(corpus, one, other)


class _Possible(NamedTuple):
    """What one article's words are in those of another one, and which of their slots can be of one happening."""

    words: Words
    pairs: dict[str, list[tuple[int, int]]]


def matches(corpus: Corpus) -> Iterator[Match]:
    """Yield the values that two articles give for one thing, the same ones, too."""
    given = dict(zip(corpus.findings, corpus.once(every), strict=True))
    weights = weights_of(g.words for g in given.values())
    named = {article: sorted(corpus.ids.intersection(_words(corpus, found))) for article, found in given.items()}
    keys = {article: digest_of(f"{key} {named[article]}") for article, key in corpus.keys.items()}
    memory = remembered()
    for one, other in pairs(corpus):
        key = digest_of(f"{keys[one]} {keys[other]} {corpus.of_one_news(one, other)}")
        possible = partial(_possible, corpus, given[one], given[other])
        words, every_sort = memory.kept("slots of pairs", key, possible, lambda row: _Possible(*row))
        for sort, found in every_sort.items():
            mine, theirs = _of_sort(given[one].slots, {}, sort), _of_sort(given[other].slots, words, sort)
            near = ((i, j) for i, j in found if of_one_crowd(corpus, mine[i], theirs[j]))
            related = corpus.is_small or corpus.of_one_news(one, other)
            yield from filter(says_same, aligned(mine, theirs, near, weights, related=related))


def _possible(corpus: Corpus, one: Given, other: Given) -> _Possible:
    """Return the words of one article in those of another one, and which slots can be of one happening, by sort."""
    words = words_for(one.words[1], other.words[1])
    sorts = [{sort_of(s, told) for s in given.slots} for given, told in ((one, {}), (other, words))]
    found = {}
    for sort in sorted(sorts[0] & sorts[1]):
        mine, theirs = _of_sort(one.slots, {}, sort), _of_sort(other.slots, words, sort)
        if max(len(mine), len(theirs)) <= MOST:
            found[sort] = [
                (i, j) for i, a in enumerate(mine) for j, b in enumerate(theirs) if meet(a, b) and of_one(corpus, a, b)
            ]
    return _Possible(words, {sort: pairs for sort, pairs in found.items() if pairs})


def _words(corpus: Corpus, given: Given) -> Iterator[str]:
    """Yield the words of an article of which is asked whether they name something: *turkey*, where one names Turkey."""
    yield from given.words[1]
    for slot in given.slots:
        yield slot.value
        yield from slot.telling.agent.ids
        yield from spoken_of(corpus, slot)


def _of_sort(slots: Iterable[Slot], words: Words, sort: str) -> list[Slot]:
    return [worded(slot, words) for slot in slots if sort_of(slot, words) == sort]
