"""Findings ──▶ stories: which articles tell the same happening.

Articles are compared by their words, their names and their first sentences (cosine of tf-idf weights, Salton and
Buckley 1988) and joined by average linkage. That happens twice: over the whole corpus, which finds subjects, and inside
each subject with weights counted there, because what all articles of a subject say doesn't tell its happenings apart.
A folder or subject of few articles is too small to count in: there a name that no list knows holds a story together.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from heapq import heapify, heappop, heappush
from itertools import combinations, pairwise, product
from math import fsum, log, sqrt
from typing import NamedTuple

from generator import edtf
from generator.cache import remembered
from generator.link.content_words import stems_of
from generator.link.sets import gathered
from generator.model import Article, Briefing, Findings, Unknown
from generator.text import read_text
from generator.text.synonyms import kind_of

LEAD = 4
"""Sentences at the beginning that tell what an article is about."""
SAME_SUBJECT, SAME_STORY = 0.2, 0.15
"""Average similarity that joins articles to a subject, and inside of it to a story. Measured: benchmarks/stories.py."""
WORDS, NAMES, OPENING = 1.0, 0.5, 0.5
"""How much the cosine of the words, of the names and of the first sentences counts."""
OVERALL = 0.08
"""How much the similarity over the whole corpus counts inside a subject: it holds a subject of one story together."""
UNSEEN = 4
"""Articles of a subject that are counted as if none had its words: what all of five share still weighs something."""
FEW = 12
"""Articles of a project that is about one subject: a name holds a story together, and each is compared with each."""
MOST_OF = 0.75
"""The share of the largest story that must name what another one names, so that they are one."""
NEARLY = 0.66
"""The share of a few articles that must have a name and a thing, so that all that have both tell one story."""
HALF, NAMES_ALONE = 0.5, 2.0
"""Without the thing an article tells it by names of half of them; what shares of them have each must add up to this."""
APART, COPIED = 3, 0.8
"""How many times as alike in themselves as to each other two groups are that tell two happenings; copies are more."""
OPENED = 3
"""One in so many of a few articles opens with what all of them are about."""
_THINGS = frozenset(("act", "artifact", "event", "phenomenon"))
"""Kinds of things that a story can be about; people, places and bodies stand in any."""
WEEKS = 60
"""Days between two reports at most, one after the other, of a few articles that can tell one story."""
FAINT = 0.03
"""Cosine of the words below which two articles have nothing to do with each other."""
COMMON, FEWEST = 40, 3
"""Articles beyond which a word proposes no pair, and rarer words that a pair must share; both keep the work linear."""
MOST = 400
"""Articles of a subject up to which all pairs are compared; in a larger one those that share rarer words."""

Vector = dict[str, float]
Pair = tuple[int, int]


class _Profile(NamedTuple):
    """What an article is compared by."""

    words: Counter[str]
    names: Counter[str]
    opening: Counter[str]
    unlisted: Counter[str]
    named: Counter[str]


def find_stories(briefing: Briefing) -> Briefing:
    """Add the groups of articles that tell one story."""
    return replace(briefing, stories=stories(briefing))


def stories(briefing: Briefing) -> tuple[tuple[str, ...], ...]:
    """Return the groups of two and more articles that tell the same happening, each sorted, in their order."""
    memory, articles = remembered(), briefing.articles
    profiles = [
        memory.kept("profiles", memory.digest(f), partial(_profile, f), lambda row: _Profile(*map(Counter, row)))
        for f in briefing.findings
    ]
    overall = _similar(profiles, _sharing(profiles), faint=FAINT)
    groups: list[list[int]] = []
    for subject in _linked(range(len(profiles)), overall, SAME_SUBJECT):
        inside = _similar([profiles[i] for i in subject], _pairs_inside(subject, overall), faint=0)
        mixed = {
            (subject[a], subject[b]): value + OVERALL * overall.get((subject[a], subject[b]), 0.0)
            for (a, b), value in inside.items()
        }
        found = _linked(subject, mixed, SAME_STORY)
        near = len(subject) <= FEW and _are_near(articles[i] for i in subject)
        groups += _at_their_top(found, profiles, overall) if near else found
    if len(profiles) <= FEW and _are_near(articles):
        groups = _of_one_subject(_at_their_top(groups, profiles, overall), profiles, overall)
    ids = [f.article.id for f in briefing.findings]
    return tuple(sorted(tuple(sorted(ids[i] for i in group)) for group in groups if len(group) > 1))


def _at_their_top(groups: list[list[int]], profiles: Sequence[_Profile], alike: dict[Pair, float]) -> list[list[int]]:
    """Join to the largest group those of which most articles name at their top what most of it name there.

    Of a name only the words count that no list knows: *Monday*, *Lima* and *the Court* stand in any article.
    """
    largest = max(groups, key=len, default=[])
    counts = Counter(word for i in largest for word in profiles[i].unlisted)
    named = {word for word, count in counts.items() if count >= MOST_OF * len(largest) > 1}
    own = [g for g in groups if g is largest or 2 * sum(not named.isdisjoint(profiles[i].unlisted) for i in g) > len(g)]
    return _joined(groups, own, alike)


def _joined(groups: list[list[int]], own: list[list[int]], alike: dict[Pair, float]) -> list[list[int]]:
    """Join groups to the largest of them, but for those that stand apart from it: they tell another happening."""
    largest = max(own, key=len, default=[])
    one = [g for g in own if g is largest or not _are_apart(g, largest, alike)]
    return [sorted(i for g in one for i in g), *(g for g in groups if g not in one)]


def _are_apart(group: list[int], other: list[int], alike: dict[Pair, float]) -> bool:
    """Tell whether two groups are far more alike in themselves than to each other, copies aside: one voice is no group.

    Accounts of one thing by several houses are but twice as alike where two of them stand together.
    """

    def likeness(pairs: Iterable[Pair]) -> float:
        found = [alike.get((min(pair), max(pair)), 0.0) for pair in pairs]
        told = [value for value in found if value < COPIED]
        return fsum(told) / len(told) if told else 0.0

    inside = min(likeness(combinations(one, 2)) for one in (group, other))
    return inside > APART * likeness(product(group, other))


def _are_near(articles: Iterable[Article]) -> bool:
    """Tell whether articles were published within weeks of each other, as far as their days are known."""
    published = (a.published.value for a in articles if not isinstance(a.published, Unknown))
    days = sorted(d for d in published if edtf.precision(d) == "day")
    return all((edtf.days_between(one, other) or 0) <= WEEKS for one, other in pairwise(days))


def _of_one_subject(groups: list[list[int]], profiles: Sequence[_Profile], alike: dict[Pair, float]) -> list[list[int]]:
    """Join the groups of a few articles of which nearly all name one thing that no list knows, and speak of one thing.

    *Mokhoele* and *bridge*, *Ala-Too* and *cup*: one of them alone may stand in all that is written of a town.
    """

    def share(word: str) -> float:
        return sum(word in p.words for p in profiles) / len(profiles)

    shares = {word: share(word) for word in sorted({word for p in profiles for word in p.named})}
    named = {word for word, part in shares.items() if part >= NEARLY}
    opened = Counter(word for p in profiles for word in p.opening)
    first = (w for w, n in opened.items() if n * OPENED >= len(profiles) and w.isalpha())
    things = {w for w in first if (kind_of(w) in _THINGS or not (w in shares or kind_of(w))) and share(w) >= NEARLY}
    if not named or not things:
        return groups

    def tells(words: Counter[str]) -> bool:
        alone = fsum(part for word, part in shares.items() if part >= HALF and word in words)
        return alone >= NAMES_ALONE or not (named.isdisjoint(words) or things.isdisjoint(words))

    own = [g for g in groups if any(tells(profiles[i].words) for i in g)]
    return _joined(groups, own, alike)


def _pairs_inside(subject: Sequence[int], overall: dict[Pair, float]) -> Iterable[Pair]:
    """Return which articles of a subject are compared, by their places in it."""
    if len(subject) <= MOST:
        return combinations(range(len(subject)), 2)
    at = {article: place for place, article in enumerate(subject)}
    return sorted((at[a], at[b]) for a, b in overall if a in at and b in at)


def _profile(found: Findings) -> _Profile:
    article = found.article
    shown = (article.text[b.span.start : b.span.end] for b in article.blocks if b.kind != "removed")
    opening = (article.text[s.start : s.end] for s in article.sentences[:LEAD])
    return _Profile(
        Counter(stems_of(" ".join(shown))),
        Counter(n.norm for n in found.names if not article.unread),  # without its own words, a name alone tells nothing
        Counter(stems_of(" ".join(opening))),
        Counter(_unlisted(article, LEAD)),
        Counter(_unlisted(article, None)),
    )


def _unlisted(article: Article, many: int | None) -> Iterator[str]:
    """Yield the stems of the names in the first sentences of an article of which no list knows the words."""
    for sentence in read_text(article).sentences[:many]:
        found = zip(sentence.words, sentence.parts, strict=True)
        yield from (word.stem for word, part in found if part == "name" and not word.kinds)


def _sharing(profiles: Sequence[_Profile]) -> Iterator[Pair]:
    """Yield the pairs that share rarer words, in order; article by article, so that memory doesn't grow."""
    places = gathered((word, n) for n, profile in enumerate(profiles) for word in profile.words)
    for n, profile in enumerate(profiles):
        rarer = (places[word] for word in profile.words if len(places[word]) <= COMMON)
        shared = Counter(other for found in rarer for other in found if other > n)
        yield from sorted((n, other) for other, times in shared.items() if times >= FEWEST)


def _similar(profiles: Sequence[_Profile], pairs: Iterable[Pair], *, faint: float) -> dict[Pair, float]:
    """Return how alike some pairs are; those whose words are fainter than ``faint`` are left out.

    Over the whole corpus the weights are smoothed; inside a large subject a word of all its articles weighs little.
    """
    smooth = 1.0 if faint else 0.0
    words, names, opening = (_weighted([p[k] for p in profiles], smooth) for k in range(3))
    found: dict[Pair, float] = {}
    for a, b in pairs:
        shared = _cosine(words[a], words[b])
        if shared >= faint:
            beside = NAMES * _cosine(names[a], names[b]) + OPENING * _cosine(opening[a], opening[b])
            found[a, b] = WORDS * shared + beside
    return found


def _weighted(counts: Sequence[Counter[str]], smooth: float) -> list[Vector]:
    """Return vectors of length 1: damped term frequency times inverse document frequency."""
    articles = Counter(word for found in counts for word in found)
    many = len(counts) + (0 if smooth else UNSEEN)
    vectors = []
    for found in counts:
        vector = {w: (1 + log(n)) * log(smooth + many / articles[w]) for w, n in found.items()}
        length = sqrt(sum(v * v for v in vector.values())) or 1.0
        vectors.append({w: v / length for w, v in vector.items()})
    return vectors


def _cosine(one: Vector, other: Vector) -> float:
    return fsum([one[w] * other[w] for w in one.keys() & other.keys()])  # exact, so that the order doesn't matter


def _linked(members: Iterable[int], alike: dict[Pair, float], least: float) -> list[list[int]]:
    """Join the most alike groups until no two are alike enough on average (UPGMA, Sokal and Michener 1958)."""
    groups = {i: [i] for i in members}
    near: dict[int, dict[int, float]] = {i: {} for i in groups}
    for (a, b), value in alike.items():
        near[a][b] = near[b][a] = value
    heap = [(-value, a, b) for (a, b), value in alike.items() if value >= least]
    heapify(heap)
    new = max(groups, default=0) + 1
    while heap:
        _, a, b = heappop(heap)
        if a in groups and b in groups:
            for other, value in _merged(groups, near, (a, b), new).items():
                if value >= least:
                    heappush(heap, (-value, other, new))
            new += 1
    return [sorted(group) for group in groups.values()]


def _merged(groups: dict[int, list[int]], near: dict[int, dict[int, float]], pair: Pair, new: int) -> dict[int, float]:
    """Join two groups under a new number and return how alike it is to the others."""
    first, second = (groups.pop(i) for i in pair)
    mine, theirs = (near.pop(i) for i in pair)
    found = {}
    for other in sorted({*mine, *theirs} & groups.keys()):
        total = mine.get(other, 0.0) * len(first) + theirs.get(other, 0.0) * len(second)
        found[other] = near[other][new] = total / (len(first) + len(second))
    groups[new], near[new] = first + second, found
    return found
