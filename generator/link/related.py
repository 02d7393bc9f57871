"""Briefing ──▶ related: for each article the closest others, with the reasons."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest
from math import log, sqrt

from generator.lexicons import table
from generator.link.sets import gathered
from generator.model import RELATED, Briefing, Relation

REASONS = 2
"""Sorts of reasons that are told for each of them."""
COMMON = 200
"""What more articles than this share relates none of them, and would make the work quadratic."""
KINDS = {kind: (float(weight), because) for kind, weight, because in table("related-kinds")}
"""How much a shared thing counts (telling the same happening relates more closely than naming the same person), and how
it is told as a reason."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """Something that several articles have; ``label`` is how a reason names it."""

    kind: str
    label: str
    articles: tuple[str, ...]


def relate(briefing: Briefing) -> Briefing:
    """Rank for each article the others that share events, passages, people, places and terms with it.

    A thing counts the more, the fewer articles have it (inverse document frequency), and the sum is divided by what
    the two articles have altogether, as in the cosine.
    """
    count = len(briefing.articles)
    total: defaultdict[str, float] = defaultdict(float)
    had: defaultdict[str, list[tuple[float, _Shared]]] = defaultdict(list)
    for thing in _shared(briefing):
        weight = KINDS[thing.kind][0] * log(1 + count / len(thing.articles))
        for article in thing.articles:
            total[article] += weight
            if 1 < len(thing.articles) <= COMMON:
                had[article].append((weight, thing))
    stories = {a: f"story-{story[0]}" for story in briefing.stories for a in story}
    related = (relation for a in briefing.articles for relation in _closest(a.id, had[a.id], total))
    told = ((r, stories.get(r.article), stories.get(r.to)) for r in related)
    return replace(briefing, related=tuple(replace(r, story=one if one == other else None) for r, one, other in told))


def _closest(article: str, things: list[tuple[float, _Shared]], total: Mapping[str, float]) -> Iterator[Relation]:
    """Yield the closest others of an article, by what it has; one article at a time, so that memory doesn't grow."""
    shared: defaultdict[str, float] = defaultdict(float)
    for weight, thing in things:
        for other in thing.articles:
            shared[other] += weight
    shared.pop(article, None)
    scores = {other: round(w / sqrt(total[article] * total[other]), 4) for other, w in shared.items()}
    common: dict[str, list[tuple[float, _Shared]]]
    common = {other: [] for other in nsmallest(RELATED, scores, key=lambda o: (-scores[o], o))}
    for weight, thing in things:
        for other in common.keys() & thing.articles:
            common[other].append((weight, thing))
    for rank, (other, reasons) in enumerate(common.items(), 1):
        yield Relation(article, other, rank, scores[other], _reasons(reasons))


def _shared(briefing: Briefing) -> Iterator[_Shared]:
    for story in briefing.stories:
        yield _Shared("story", "alike in their words, names and first sentences", story)
    for occasion in briefing.occasions:
        yield _Shared("occasion", occasion.title or occasion.lead.text, occasion.articles)
    for event in briefing.events:
        yield _Shared("event", event.headline.text, _articles(e.article for e in event.evidence))
    for passage in briefing.passages:
        label = f"{passage.shared_words} words"
        yield _Shared("passage", label, _articles(side.article for side in passage.sides))
    for entity in briefing.entities:
        if entity.page:
            yield _Shared("entity", entity.name, _articles(m.article for m in entity.mentions))
    for entry in briefing.entries:
        if entry.entity is None and entry.uses:
            yield _Shared("term", entry.term, _articles(u.article for u in entry.uses))


def _articles(ids: Iterator[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids)))


def _reasons(things: list[tuple[float, _Shared]]) -> tuple[str, ...]:
    """Name the three strongest things of the strongest kinds, the strongest first."""
    by_kind = gathered((thing.kind, (-weight, thing.label)) for weight, thing in things)
    order = sorted(by_kind, key=lambda kind: (sum(w for w, _ in by_kind[kind]), kind))
    return tuple(f"{KINDS[k][1]}: {'; '.join(label for _, label in sorted(by_kind[k])[:3])}" for k in order[:REASONS])
