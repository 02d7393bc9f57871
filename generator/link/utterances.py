"""Quotations of all articles ──▶ utterances: what one person said, in every version that the sources give."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from generator.link.entities.forms import fold
from generator.link.index import EntityIndex
from generator.link.sayings import Saying, longest_run, overlap, rarity, senses_of, stems_of
from generator.link.sets import DisjointSets
from generator.model import Utterance
from generator.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Briefing, Findings, Quote, Span

SAID = ("quotation", "fragment", "reported")  # the kinds that report an utterance
LONG = 5  # words of meaning from which a saying can be recognised in another wording; shorter ones are fragments
SAME_WORDING = (
    0.55  # share of the shorter one's weight: translations of one sentence reach .6, two sentences on one subject .4
)
SHARED = 5  # words of meaning that two wordings share at least; four words on one subject are often chance
SAME_FRAGMENT = 0.6  # a fragment is part of a saying if most of its weight is there …
FRAGMENT_RUN = 2  # … with two words of meaning in a row
VERBATIM = 0.85  # share from which wording alone, without the speaker, or within one article, shows that it is the same
VERBATIM_RUN = 5  # words of meaning in a row that nobody says twice by chance
RARE = 3  # rare words that two wordings share at least; fewer hardly reach SAME_WORDING
COMMON = 40  # a word that more sayings of one speaker have is no candidate's reason; keeps the work near-linear


def group_quotes(briefing: Briefing) -> Briefing:
    """Group the quotations and reported statements of all articles into utterances."""
    index = EntityIndex(briefing.entities)
    sayings = sorted(
        (s for found in briefing.findings for s in _sayings(found, index)),
        key=lambda s: (s.article, s.quotes[0].span),
    )
    groups = _groups(sayings)
    made = sorted((_utterance(group) for group in groups), key=lambda u: u.id)
    return replace(briefing, utterances=tuple(_distinct(made)))


def _sayings(found: Findings, index: EntityIndex) -> Iterator[Saying]:
    """Yield the article's sayings; quotations that go on, or stand inside a reported statement, belong to one."""
    said = [q for q in found.quotes if q.kind in SAID and not q.negative]
    reported = sorted((q for q in said if q.kind == "reported"), key=lambda q: q.words.span)
    chains: dict[Span, list[Quote]] = {}
    for quote in sorted(said, key=lambda q: (q.kind != "reported", q.span)):
        before = quote.continues or _around(reported, quote)
        chain = chains.get(before, []) if before else []
        chain.append(quote)
        chains[quote.span] = chain
    every = {id(chain): chain for chain in chains.values()}
    for chain in every.values():
        yield _saying(tuple(chain), index)


def _around(reported: Sequence[Quote], quote: Quote) -> Span | None:
    """Return the span of the reported statement of the same speaker that a quotation stands in."""
    i = bisect_right(reported, quote.words.span, key=lambda q: q.words.span) - 1
    if quote.kind == "reported" or i < 0 or not reported[i].words.span.holds(quote.words.span):
        return None
    one, other = reported[i].speaker, quote.speaker
    return reported[i].span if not one or not other or one.text == other.text else None


def _saying(quotes: tuple[Quote, ...], index: EntityIndex) -> Saying:
    said_by = next((q.speaker for q in quotes if q.speaker), None)
    entity = index.named(said_by) if said_by else None
    described = fold(said_by.text) if said_by else ""
    whole = [q for q in quotes if not any(o.words.span.holds(q.words.span) for o in quotes if o.span != q.span)]
    words = tuple(s for q in whole for s in stems_of(q.words.text))
    return Saying(quotes, entity.id if entity else None, entity.id if entity else described, words, senses_of(words))


def _groups(sayings: Sequence[Saying]) -> tuple[tuple[Saying, ...], ...]:
    """Group sayings, the long ones first; a fragment joins only where one group is left.

    Two groups are joined if their shortest sayings are the same, too: two parts of one long report are two utterances,
    although each is told in it.
    """
    weights = rarity(sayings)
    sets = DisjointSets(len(sayings))
    shortest = list(range(len(sayings)))  # of the group that each number leads
    fragments: dict[int, set[int]] = defaultdict(set)
    for i, j in _candidates(sayings):
        one, other = sayings[i], sayings[j]
        if not same_saying(one, other, weights):
            continue
        if min(len(one.stems), len(other.stems)) >= LONG:
            a, b = sorted((shortest[sets.root(i)], shortest[sets.root(j)]), key=lambda n: (len(sayings[n].stems), n))
            if {a, b} == {i, j} or same_saying(sayings[a], sayings[b], weights):
                sets.join(i, j)
                shortest[sets.root(i)] = a
        else:
            less, more = (i, j) if (len(one.stems), j) < (len(other.stems), i) else (j, i)
            fragments[less].add(more)
    for i, found in sorted(fragments.items(), key=lambda item: (-len(sayings[item[0]].stems), item[0])):
        roots = {sets.root(j) for j in found}
        if len(roots) == 1:
            sets.join(i, roots.pop())
    return tuple(tuple(sayings[i] for i in group) for group in sets.groups())


def _candidates(sayings: Sequence[Saying]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share so many rare words, or runs of words, that they may be the same."""
    speakers: dict[str, list[int]] = defaultdict(list)
    for i, saying in enumerate(sayings):
        speakers[saying.speaker].append(i)
    for _, numbers in sorted(speakers.items()):
        for (i, j), times in _shared(numbers, [sayings[i].senses for i in numbers]):
            if times >= (RARE if min(len(sayings[i].stems), len(sayings[j].stems)) >= LONG else FRAGMENT_RUN):
                yield i, j
    runs = [tuple(zip(s.senses, s.senses[1:], s.senses[2:], strict=False)) for s in sayings]
    for (i, j), times in _shared(range(len(sayings)), runs):
        if times > VERBATIM_RUN - 3 and sayings[i].speaker != sayings[j].speaker:
            yield i, j


def _shared(numbers: Sequence[int], held: Sequence[Iterable[object]]) -> list[tuple[tuple[int, int], int]]:
    """Return how many of the things that they hold two of the numbers share, leaving out what is common."""
    holders: dict[object, list[int]] = defaultdict(list)
    for number, things in zip(numbers, held, strict=True):
        for thing in dict.fromkeys(things):
            holders[thing].append(number)
    few = (found for found in holders.values() if 1 < len(found) <= COMMON)
    return sorted(Counter(pair for found in few for pair in combinations(found, 2)).items())


def same_saying(one: Saying, other: Saying, weights: Mapping[str, float]) -> bool:
    """Tell whether two sayings are versions of one utterance."""
    if one.entity and other.entity and one.entity != other.entity:
        return False
    share, shared = overlap(one, other, weights)
    if share < min(SAME_WORDING, SAME_FRAGMENT):
        return False
    run = longest_run(one.senses, other.senses)
    verbatim = share >= VERBATIM and run >= VERBATIM_RUN
    if one.article == other.article or one.speaker != other.speaker or not one.speaker:
        return verbatim
    less = min(one, other, key=lambda s: len(s.stems))
    if len(less.stems) < LONG:
        return share >= (SAME_FRAGMENT if less.direct else VERBATIM) and run >= FRAGMENT_RUN
    return verbatim or (share >= SAME_WORDING and shared >= SHARED)


def _utterance(group: Sequence[Saying]) -> Utterance:
    """Return the utterance of a group, named by its longest direct version."""
    main = max(group, key=lambda s: (s.direct, len(s.stems), s.article, s.quotes[0].span.start))
    speaker = next((s.entity for s in (main, *group) if s.entity), None)
    attribution = next((s.attribution for s in (main, *group) if s.attribution), "")
    words = " ".join(" ".join(q.words.text for q in main.quotes).split())
    mark = hashlib.sha256(f"{main.speaker}|{' '.join(main.stems)}|{words}".encode()).hexdigest()[:6]
    return Utterance(
        id=f"{slug(words, 40)}-{mark}",
        speaker=speaker,
        attribution=attribution,
        versions=tuple(q for s in group for q in s.quotes),
    )


def _distinct(utterances: Iterable[Utterance]) -> Iterator[Utterance]:
    """Give the utterances that are worded alike but stay apart (said twice in one article) a number each."""
    times: dict[str, int] = defaultdict(int)
    for u in utterances:
        times[u.id] += 1
        yield replace(u, id=f"{u.id}-{times[u.id]}") if times[u.id] > 1 else u
