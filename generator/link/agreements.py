"""Briefing ──▶ agreements: what was agreed, each act once, however many sources tell it."""

from dataclasses import dataclass, replace

from generator.link.content_words import stems_of
from generator.link.sets import grouped, sharing
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
    acts = ((f, agreed) for f in briefing.findings for agreed in f.agreements)
    tellings = [_Telling(act, frozenset(stems_of(act.text)), _fullness(found, act.span)) for found, act in acts]
    proposed = sharing(range(len(tellings)), [t.stems for t in tellings], COMMON)
    alike = (pair for pair, times in proposed if times >= FEWEST and _alike(*(tellings[i].stems for i in pair)))
    groups = ([tellings[i] for i in group] for group in grouped(len(tellings), alike))
    ranked = [sorted(group, key=lambda t: (-t.fullness, t.agreed.article, t.agreed.span)) for group in groups]
    ids = numbered(slug(group[0].agreed.text, ID_LETTERS) for group in ranked)
    found = (Agreement(i, tuple(t.agreed for t in g), g[0].fullness) for g, i in zip(ranked, ids, strict=True))
    return replace(briefing, agreements=tuple(found))


def _fullness(findings: Findings, span: Span) -> int:
    """Return how much a sentence names: two parties, a figure, a date; from 0 to 3."""
    names = {n.norm for n in findings.names if span.holds(n.span) and n.kind in ("person", "organisation", "place")}
    figure = any(span.holds(f.span) and f.kind != "ordinal" for f in findings.figures)
    date = any(span.holds(d.span) and d.value for d in findings.dates)
    return (len(names) >= PARTIES) + figure + date


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SAME * min(len(one), len(other))
