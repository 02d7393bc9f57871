"""Articles ──▶ pairs that can tell of one thing: of one story, or of the same weeks and the same names."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.link.differences.corpus import STORY_DAYS, Corpus, is_land
from generator.link.stories import WEEKS

Pair = tuple[str, str]
"""The ids of two articles, sorted."""
SHARED = 2
"""Names that two articles share, so that they can tell of one thing, though in words of their own."""
COMMON = 40
"""Articles that name something; what more of them name is the subject of the whole folder."""
MOST = 12
"""Articles with which one is compared: those of the same story, then those that share most names with it."""


def pairs(corpus: Corpus) -> Iterator[Pair]:
    """Yield the pairs of articles that are compared, each once, in order."""
    taken: Counter[str] = Counter()
    for one, other in (*_of_stories(corpus), *_of_names(corpus)):
        if max(taken[one], taken[other]) < MOST and (not corpus.one_house(one, other) or corpus.days_apart(one, other)):
            taken.update((one, other))
            yield one, other


def _of_stories(corpus: Corpus) -> Iterator[Pair]:
    for story in corpus.briefing.stories:
        near = sorted(story, key=lambda a: (corpus.published(a) or "", a))
        for n, one in enumerate(near):
            yield from ((one, other) for other in near[n + 1 : n + 1 + MOST] if corpus.of_one_news(one, other, WEEKS))


def _of_names(corpus: Corpus) -> list[Pair]:
    naming: defaultdict[str, set[str]] = defaultdict(set)
    for entity in corpus.briefing.entities:
        if not is_land(entity):
            naming[corpus.one_named(entity).id] |= {m.article for m in entity.mentions}
    shared: Counter[Pair] = Counter()
    for articles in naming.values():
        if len(articles) <= COMMON:
            shared.update(combinations(sorted(articles), 2))
    if corpus.is_small:
        shared.update(combinations(sorted(corpus.findings), 2))
    least = 1 if corpus.is_small else SHARED

    found = [p for p, n in shared.items() if n >= least and not corpus.of_one_news(*p) and _is_near(corpus, *p)]
    return sorted(found, key=lambda p: (-shared[p], p))


def _is_near(corpus: Corpus, one: str, other: str) -> bool:
    days = corpus.days_apart(one, other)
    near = corpus.is_small or corpus.same_time(one, other) if days is None else days <= STORY_DAYS
    return near and not corpus.one_house(one, other)
