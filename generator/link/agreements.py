"""Briefing ──▶ agreements: what was agreed, each act once, however many sources tell it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from generator.link.content_words import stems_of
from generator.link.sets import grouped
from generator.model import Agreed, Agreement, Briefing, Findings, Span
from generator.slug import numbered, slug

SAME = 0.5
"""Share of the shorter sentence's stems that two tellings of one act have in common: half, as for shared passages."""
COMMON = 40
"""Sentences beyond which a stem proposes no pair: it keeps the work linear in the corpus."""
FEWEST = 3
"""Rarer stems that two sentences must share to be compared."""
PARTIES = 2
ID_LETTERS = 48


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence that tells an act, its stems, and how much of parties, figure and date it names."""

    agreed: Agreed
    stems: frozenset[str]
    fullness: int


def find_agreements(briefing: Briefing) -> Briefing:
    """Join the sentences that tell one act of agreeing; the fullest comes first."""
    tellings = [t for findings in briefing.findings for t in _tellings(findings)]
    alike = ((i, j) for i, j in _proposed(tellings) if _alike(tellings[i], tellings[j]))
    groups = ([tellings[i] for i in group] for group in grouped(len(tellings), alike))
    found = [_agreement(group) for group in groups]
    ids = numbered(agreement.id for agreement in found)
    return replace(briefing, agreements=tuple(replace(a, id=i) for a, i in zip(found, ids, strict=True)))


def _tellings(findings: Findings) -> Iterator[_Telling]:
    for agreed in findings.agreements:
        yield _Telling(agreed, frozenset(stems_of(agreed.text)), _fullness(findings, agreed.span))


def _fullness(findings: Findings, span: Span) -> int:
    """Return how much a sentence names: two parties, a figure, a date; from 0 to 3."""
    names = {n.norm for n in findings.names if span.holds(n.span) and n.kind in ("person", "organisation", "place")}
    figure = any(span.holds(f.span) and f.kind != "ordinal" for f in findings.figures)
    date = any(span.holds(d.span) and d.value for d in findings.dates)
    return (len(names) >= PARTIES) + figure + date


def _proposed(tellings: list[_Telling]) -> list[tuple[int, int]]:
    """Return the pairs that share some stems which few others have."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for n, telling in enumerate(tellings):
        for stem in telling.stems:
            places[stem].append(n)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for found in places.values():
        for pair in combinations(found, 2) if len(found) <= COMMON else ():
            shared[pair] += 1
    return sorted(pair for pair, count in shared.items() if count >= FEWEST)


def _alike(one: _Telling, other: _Telling) -> bool:
    return len(one.stems & other.stems) >= SAME * min(len(one.stems), len(other.stems))


def _agreement(group: list[_Telling]) -> Agreement:
    ranked = sorted(group, key=lambda t: (-t.fullness, t.agreed.article, t.agreed.span))
    return Agreement(slug(ranked[0].agreed.text, ID_LETTERS), tuple(t.agreed for t in ranked), ranked[0].fullness)
