"""Briefing ──▶ origins: articles that share so much text that they are one confirmation, not several."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.link.sets import DisjointSets
from generator.model import Briefing, Evidence, Origin, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Article, Passage

ONE_ORIGIN = 0.5
"""Share of the shorter article's words that must stand in the other one, too: a copied quotation or a copied
background paragraph stays below it, a cut or padded agency report does not."""

_DECLARED = re.compile(
    r"""(?xi)
    \b(?:according\ to|citing|cited|quoting|based\ on|in)\ (?:a|an|the|its|their)\ (?:[a-z]+\ ){0,3}
    (?:readout|read-out|press\ release|communiqu[ée]|transcript|dispatch|wire\ report)\b   # according to a readout
    (?:\ (?:from|by|of|issued\ by|released\ by)\ (?:[^\s.,;:!?()“”"]+\ ?){1,6})?           # … from the foreign ministry
    | \b[A-Z][\w.]+(?:\ [A-Z][\w.]+){0,3}\ contributed\ to\ this\ report\b                    # Reuters contributed …
    """,
)


def find_origins(briefing: Briefing) -> Briefing:
    """Group the articles by origin; every article belongs to exactly one."""
    shared = _shared_between(briefing.passages)
    words = {a.id: a.words for a in briefing.articles}
    joined = {pair for pair, found in shared.items() if _share(found, pair, words) >= ONE_ORIGIN}
    groups = _connected([a.id for a in briefing.articles], joined)
    leader = {article: group[0] for group in groups for article in group}
    inside: defaultdict[str, dict[tuple[str, str], list[Passage]]] = defaultdict(dict)
    for pair, found in sorted(shared.items()):
        if leader[pair[0]] == leader[pair[1]]:
            inside[leader[pair[0]]][pair] = found
    articles = {a.id: a for a in briefing.articles}
    return replace(briefing, origins=tuple(_origin(group, inside[group[0]], words, articles) for group in groups))


def _shared_between(passages: Iterable[Passage]) -> dict[tuple[str, str], list[Passage]]:
    found: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        left, right = sorted(side.article for side in passage.sides)
        found[left, right].append(passage)
    return found


def _share(passages: list[Passage], pair: tuple[str, str], words: dict[str, int]) -> float:
    """Return the share of the shorter article's words that the other one has, too."""
    shorter = min(pair, key=lambda a: (words[a], a))
    covered: dict[Span, int] = {}
    for passage in passages:
        span = next(side.span for side in passage.sides if side.article == shorter)
        covered[span] = max(passage.shared_words, covered.get(span, 0))
    return sum(covered.values()) / max(words[shorter], 1)


def _connected(ids: list[str], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the groups of articles that are connected by pairs, each sorted, in the order of their first."""
    ordered = sorted(ids)
    number = {i: n for n, i in enumerate(ordered)}
    sets = DisjointSets(len(ordered))
    for left, right in pairs:
        sets.join(number[left], number[right])
    return [tuple(ordered[n] for n in group) for group in sets.groups()]


def _origin(
    group: tuple[str, ...],
    shared: dict[tuple[str, str], list[Passage]],
    words: dict[str, int],
    articles: dict[str, Article],
) -> Origin:
    passages = tuple(p for found in shared.values() for p in found)
    declared = tuple(e for i in group for e in _declared(articles[i]))
    shares = [_share(found, pair, words) for pair, found in shared.items()]
    if len(group) == 1:
        because = "shares less than half of its words with any other article"
    else:
        because = f"up to {max(shares):.0%} of the shorter article's words stand in the other one, too"
    return Origin(f"origin-{group[0]}", group, because, passages, declared)


def _declared(article: Article) -> Iterator[Evidence]:
    """Find the words with which an article says whose text it passes on."""
    for block in article.blocks:
        if block.kind in ("paragraph", "item"):
            for match in _DECLARED.finditer(article.text, block.span.start, block.span.end):
                yield article.cite(Span(match.start(), match.start() + len(match.group().rstrip())))
