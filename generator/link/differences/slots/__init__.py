"""Articles ──▶ differences: what independent articles give as two values for one thing, whatever words they take."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.cache import digest_of, remembered
from generator.link.content_words import senses
from generator.link.differences.claims.claim import Told
from generator.link.differences.corpus import Corpus
from generator.link.differences.slots.align import MOST, Match, aligned, is_ahead, meet, weights_of
from generator.link.differences.slots.asked import card_of
from generator.link.differences.slots.gates import differ, fits, of_one, of_one_crowd
from generator.link.differences.slots.given import every
from generator.link.differences.slots.pairs import pairs
from generator.link.differences.slots.same import is_close, says_same
from generator.link.differences.slots.slot import CAUSES
from generator.link.differences.slots.telling import Slot
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


def matches(corpus: Corpus) -> Iterator[Match]:
    """Yield the values that two articles give for one thing, the same ones, too."""
    given = dict(zip(corpus.findings, corpus.once(every), strict=True))
    weights = weights_of(g.words for g in given.values())
    sorts = {article: _by_sort(found.slots) for article, found in given.items()}
    memory = remembered()
    for one, other in pairs(corpus):
        key = digest_of(f"{corpus.keys[one]} {corpus.keys[other]} {corpus.of_one_news(one, other)}")
        possible = partial(_possible, corpus, sorts[one], sorts[other])
        for sort, found in memory.kept("slots of pairs", key, possible, dict[str, list[tuple[int, int]]]).items():
            mine, theirs = sorts[one][sort], sorts[other][sort]
            near = ((i, j) for i, j in found if of_one_crowd(corpus, mine[i], theirs[j]))
            related = corpus.is_small or corpus.of_one_news(one, other)
            yield from filter(says_same, aligned(mine, theirs, near, weights, related=related))


def _possible(
    corpus: Corpus, mine: Mapping[str, Sequence[Slot]], theirs: Mapping[str, Sequence[Slot]]
) -> dict[str, list[tuple[int, int]]]:
    """Return which slots of two articles can be of one happening, by their sort."""
    found = {
        sort: [
            (i, j)
            for i, a in enumerate(mine[sort])
            for j, b in enumerate(theirs[sort])
            if meet(a, b) and of_one(corpus, a, b)
        ]
        for sort in sorted(mine.keys() & theirs.keys())
    }
    return {sort: pairs for sort, pairs in found.items() if pairs}


def _by_sort(slots: Iterable[Slot]) -> dict[str, list[Slot]]:
    sorts: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in slots:
        sorts[slot.sort].append(slot)
    return {sort: own for sort, own in sorts.items() if len(own) <= MOST}
