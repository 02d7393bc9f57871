"""Quotations of all articles ──▶ utterances: what one person said, in every version that the sources give."""

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import product

from generator.cache import digest_of, remembered
from generator.link.content_words import Speech, senses_of, stems_of, whole_of
from generator.link.differences.contrary import Version, align, version
from generator.link.differences.corpus import Corpus, Line
from generator.link.differences.misquoted import but_one, other_word
from generator.link.index import EntityIndex
from generator.link.likeness import rarity, weight_of
from generator.link.sets import DisjointSets, gathered, sharing
from generator.model import Briefing, Findings, Quote, Span, Utterance
from generator.slug import numbered, slug
from generator.text.fold import letters
from generator.text.runs import longest_run

SAID = ("quotation", "fragment", "reported")  # the kinds that report an utterance
LONG = 5  # words of meaning from which a speech can be recognised in another wording; shorter ones are fragments
SAME_WORDING = (
    0.55  # share of the shorter one's weight: translations of one sentence reach .6, two sentences on one subject .4
)
SHARED = 5  # words of meaning that two wordings share at least; four words on one subject are often chance
SAME_FRAGMENT = 0.6  # a fragment is part of a speech if most of its weight is there …
FRAGMENT_RUN = 2  # … with two words of meaning in a row
VERBATIM = 0.85  # share from which wording alone, without the speaker, or within one article, shows that it is the same
VERBATIM_RUN = 5  # words of meaning in a row that nobody says twice by chance
RARE = 3  # rare words that two wordings share at least (fewer hardly reach SAME_WORDING), or all of a shorter fragment
FEWEST_SHARED = 4  # words that two versions share at least, so that another word between them contradicts
SHARED_BY_ANYBODY = 10  # … and that they share where it isn't known that one speaker said both
SHARED_PART = 0.6  # of the shorter one's words, too: translations of one sentence differ in more than a place or two
FEW = 50  # in fewer speeches counts say little about how rare a word is
COMMON = 40  # a word that more speeches of one speaker have is no candidate's reason; keeps the work near-linear

Pair = tuple[int, int]
"""Two speeches by their numbers, the smaller one first."""


def group_quotes(briefing: Briefing) -> Briefing:
    """Group the quotations and reported statements of all articles into utterances."""
    corpus = Corpus(briefing)
    speeches = sorted(
        (s for found in briefing.findings for s in _sayings(found, corpus.index)),
        key=lambda s: (s.article, s.quotes[0].span),
    )
    pairs = tuple(_candidates(speeches))
    contrary = _contrary(corpus, speeches, pairs).union(_misquoted(speeches))
    disputed = {i for pair in contrary for i in pair}
    groups = [g for g in _groups(speeches, pairs, contrary) if disputed & {*g} or _is_told([speeches[i] for i in g])]
    told = [_utterance([speeches[i] for i in group]) for group in groups]
    ids = numbered(u.id for u in told)  # what is worded alike may stay apart: said twice in one article
    made = [replace(u, id=i) for u, i in zip(told, ids, strict=True)]
    at = {i: n for n, group in enumerate(groups) for i in group}
    against: dict[int, set[str]] = defaultdict(set)
    for i, j in ((i, j) for i, j in contrary if i in at and j in at):
        against[at[i]].add(made[at[j]].id)
        against[at[j]].add(made[at[i]].id)
    whole = (replace(u, contrary=tuple(sorted(against[n]))) for n, u in enumerate(made))
    return replace(briefing, utterances=tuple(sorted(whole, key=lambda u: u.id)))


def _sayings(found: Findings, index: EntityIndex) -> Iterator[Speech]:
    """Yield the article's speeches; quotations that go on, or stand inside a reported statement, belong to one."""
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


def _is_told(group: Sequence[Speech]) -> bool:
    """Tell whether words are somebody's, or in several sources, and one version has enough of them for a statement."""
    theirs = any(s.speaker for s in group) or len({s.article for s in group}) > 1
    return theirs and any(q.states for s in group for q in s.quotes)


def _around(reported: Sequence[Quote], quote: Quote) -> Span | None:
    """Return the span of the reported statement of the same speaker that a quotation stands in."""
    i = bisect_right(reported, quote.words.span, key=lambda q: q.words.span) - 1
    if quote.kind == "reported" or i < 0 or not reported[i].words.span.holds(quote.words.span):
        return None
    one, other = reported[i].speaker, quote.speaker
    return reported[i].span if not one or not other or one.text == other.text else None


def _saying(quotes: tuple[Quote, ...], index: EntityIndex) -> Speech:
    said_by = next((q.speaker for q in quotes if q.speaker), None)
    entity = index.named(said_by) if said_by else None
    if entity and not (entity.kind in ("person", "organisation") or (entity.key or "").startswith("country:")):
        entity = None  # Lima, an Act: what is meant is nobody that has a page
    if entity and index.is_nameless(entity):
        entity = None  # Goldman, whom nobody names in full, may be a firm
    described = letters(said_by.text) if said_by else ""
    words = tuple(s for said in whole_of(quotes) for s in stems_of(said.text))
    return Speech(quotes, entity.id if entity else None, entity.id if entity else described, words, senses_of(words))


def _contrary(corpus: Corpus, speeches: Sequence[Speech], pairs: Iterable[Pair]) -> frozenset[Pair]:
    """Return the pairs of speeches of nearly the same words that can't both be right: two utterances, not one."""
    memory = remembered()
    bare = {e.id: replace(e, aliases=(), mentions=(), roles=()) for e in corpus.briefing.entities}

    @cache
    def lines(n: int) -> tuple[Line, ...]:
        found = [corpus.line_within(words) for words in whole_of(speeches[n].quotes)]
        return tuple(replace(line, names=tuple((name, bare[e.id]) for name, e in line.names)) for line in found)

    @cache
    def mark(n: int) -> str:
        found = memory.digest(corpus.findings[speeches[n].article])
        return digest_of(repr((found, [(line.sentence.span, line.names) for line in lines(n)])))

    @cache
    def told(n: int) -> Version:
        return version(lines(n))

    @cache
    def words(n: int) -> tuple[str, ...]:
        return tuple(w.folded for w in told(n).words)

    @cache
    def held(n: int) -> frozenset[str]:
        return frozenset(words(n))

    def is_contrary(one: int, other: int, fewest: int) -> bool:
        needed = max(fewest, SHARED_PART * min(len(words(one)), len(words(other))))
        if sum(map(held(other).__contains__, words(one))) < needed:  # so many they can't share in order
            return False
        return bool(align(told(one), told(other), needed).slots)

    def ask(one: int, other: int) -> bool:
        known = speeches[one].speaker == speeches[other].speaker != ""
        fewest = FEWEST_SHARED if known else SHARED_BY_ANYBODY
        key = f"{mark(one)} {mark(other)} {fewest}"
        return memory.kept("contrary", key, partial(is_contrary, one, other, fewest), bool)

    speakers = [speech.entity for speech in speeches]
    may_be_one = ((i, j) for i, j in pairs if not (speakers[i] and speakers[j]) or speakers[i] == speakers[j])
    return frozenset((i, j) for i, j in may_be_one if ask(i, j))


def _misquoted(speeches: Sequence[Speech]) -> Iterator[Pair]:
    """Yield the pairs of which a sentence in quotation marks has the same words but one, which means something."""
    held = ([rest for quote in speech.quotes for rest in but_one(quote)] for speech in speeches)
    for (i, j), _ in sharing(range(len(speeches)), held, COMMON):
        one, other = speeches[i], speeches[j]
        may_be_one = one.article != other.article and (None in (one.entity, other.entity) or one.entity == other.entity)
        if may_be_one and any(other_word(a, b) for a, b in product(one.quotes, other.quotes)):
            yield i, j


def _groups(
    speeches: Sequence[Speech], pairs: Iterable[Pair], contrary: Collection[Pair]
) -> tuple[tuple[int, ...], ...]:
    """Group speeches by number, the long ones first; a fragment joins only where one group is left.

    Two groups are joined if their shortest speeches are the same, too: two parts of one long report are two utterances,
    although each is told in it. Groups of which one holds the contrary of what the other does stay apart.
    """
    weights = rarity(Counter(w for s in speeches for w in {*s.senses}), max(len(speeches), FEW))
    sets = DisjointSets(len(speeches), contrary)
    shortest = list(range(len(speeches)))  # of the group that each number leads
    fragments: dict[int, set[int]] = defaultdict(set)
    for i, j in pairs:
        one, other = speeches[i], speeches[j]
        if (i, j) in contrary or not same_saying(one, other, weights):
            continue
        if min(len(one.stems), len(other.stems)) >= LONG:
            a, b = sorted((shortest[sets.root(i)], shortest[sets.root(j)]), key=lambda n: (len(speeches[n].stems), n))
            same = {a, b} == {i, j} or one.verbatim & other.verbatim or same_saying(speeches[a], speeches[b], weights)
            if same and sets.join(i, j):
                shortest[sets.root(i)] = a
        else:
            less, more = (i, j) if (len(one.stems), j) < (len(other.stems), i) else (j, i)
            fragments[less].add(more)
    for i, found in sorted(fragments.items(), key=lambda item: (-len(speeches[item[0]].stems), item[0])):
        roots = {sets.root(j) for j in found}
        if len(roots) == 1:
            sets.join(i, roots.pop())
    return sets.groups()


def _candidates(speeches: Sequence[Speech]) -> Iterator[Pair]:
    """Yield pairs that share so many rare words, or runs of words, that they may be the same."""
    for _, numbers in sorted(gathered((speech.speaker, i) for i, speech in enumerate(speeches)).items()):
        for (i, j), times in sharing(numbers, [speeches[i].senses for i in numbers], COMMON):
            if times >= (RARE if min(len(speeches[i].stems), len(speeches[j].stems)) >= LONG else FRAGMENT_RUN):
                yield i, j
    yield from (pair for pair, _ in sharing(range(len(speeches)), [s.verbatim for s in speeches], COMMON))
    runs = [tuple(zip(s.senses, s.senses[1:], s.senses[2:], strict=False)) for s in speeches]
    for (i, j), times in sharing(range(len(speeches)), runs, COMMON):
        if times > VERBATIM_RUN - 3 and speeches[i].speaker != speeches[j].speaker:
            yield i, j


def same_saying(one: Speech, other: Speech, weights: Mapping[str, float]) -> bool:
    """Tell whether two speeches are versions of one utterance."""
    a, b = one.quotes[0].words.span, other.quotes[0].words.span
    told = one.article == other.article and (a.holds(b) or b.holds(a))  # Lee has said that it was late, Acme reported
    if told or (one.entity and other.entity and one.entity != other.entity):
        return False
    if one.article != other.article and one.verbatim & other.verbatim:
        return True
    both = Counter(one.senses) & Counter(other.senses)
    part = one.speaker == other.speaker or (one.direct and other.direct)  # else the same words, not some of them
    least, shared = (min if part else max)(weight_of(s.senses, weights) for s in (one, other)), both.total()
    share = weight_of(both.elements(), weights) / least if least else 0.0
    if share < min(SAME_WORDING, SAME_FRAGMENT):
        return False
    run = longest_run(one.senses, other.senses)
    verbatim = share >= VERBATIM and run >= VERBATIM_RUN
    if one.article == other.article or one.speaker != other.speaker or not one.speaker:
        return verbatim
    less = min(one, other, key=lambda s: len(s.stems))
    if (n := len(less.stems)) < LONG:
        return share >= (SAME_FRAGMENT if less.direct else VERBATIM) and run >= FRAGMENT_RUN and shared >= min(RARE, n)
    return verbatim or (share >= SAME_WORDING and shared >= SHARED)


def _utterance(group: Sequence[Speech]) -> Utterance:
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
