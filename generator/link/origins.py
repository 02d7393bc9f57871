"""Briefing ──▶ origins: articles that share so much text that they are one confirmation, not several."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.link.credits import credits_of
from generator.link.sets import DisjointSets
from generator.model import Briefing, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import Article, Passage

ONE_ORIGIN = 0.5
"""Share of the shorter article's words that must stand in the other one, too: a copied quotation or a copied
background paragraph stays below it, a cut or padded agency report does not."""
RUN = 5
"""Words in a row from which they count as copied. Of the pairs of near-copies in our own clusters five in six reach the
half, and no report on the same thing by another hand; with four words one of these does nearly."""

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+){0,8}")  # supply, don’t, 2.5, people-to-people


def find_origins(briefing: Briefing) -> Briefing:
    """Group the articles by origin; every article belongs to exactly one."""
    shared = _shared_between(briefing.passages)
    articles = {a.id: a for a in briefing.articles}
    words = _numbered(articles[i] for i in sorted({i for pair in shared for i in pair}))
    shares = {(one, other): _share(words[one], words[other]) for one, other in shared}
    copied = [p for p, share in shares.items() if share >= ONE_ORIGIN]
    groups = _connected([*articles], (*copied, *_declared(briefing.articles)))
    leader = {article: group[0] for group in groups for article in group}
    inside: defaultdict[str, list[Passage]] = defaultdict(list)
    highest: defaultdict[str, float] = defaultdict(float)
    for pair, found in sorted(shared.items()):
        if leader[pair[0]] == leader[pair[1]]:
            inside[leader[pair[0]]] += found
        for article in pair:
            highest[leader[article]] = max(highest[leader[article]], shares[pair])
    origins = (_origin([articles[i] for i in g], tuple(inside[g[0]]), highest[g[0]]) for g in groups)
    return replace(briefing, origins=tuple(origins))


def _declared(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Return the pairs of which an editor holds one to be a copy of the other."""
    by_path = {a.path: a for a in articles}
    return ((a.id, by_path[a.copy_of].id) for a in by_path.values() if a.copy_of in by_path)


def _shared_between(passages: Iterable[Passage]) -> dict[tuple[str, str], list[Passage]]:
    found: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in passages:
        left, right = sorted(side.article for side in passage.sides)
        found[left, right].append(passage)
    return found


def _numbered(articles: Iterable[Article]) -> Mapping[str, array[int]]:
    """Return the words of each article's text in order, the same word as the same number."""
    numbers: dict[str, int] = {}
    words = {}
    for article in articles:
        shown = (b.span for b in article.blocks if b.kind in ("paragraph", "item", "caption"))
        found = (m.group().casefold() for span in shown for m in _WORD.finditer(article.text, span.start, span.end))
        words[article.id] = array("q", (numbers.setdefault(word, len(numbers)) for word in found))
    return words


def _share(one: array[int], other: array[int]) -> float:
    """Return the share of the shorter text's words that stand in the longer one, too, in runs of some length."""
    shorter, longer = sorted((one, other), key=len)
    there = set(_runs(longer))
    copied = bytearray(len(shorter))
    for start, run in enumerate(_runs(shorter)):
        if run in there:
            copied[start : start + RUN] = b"\x01" * RUN
    return sum(copied) / max(len(copied), 1)


def _runs(words: array[int]) -> Iterable[tuple[int, ...]]:
    return zip(*(words[n:] for n in range(RUN)), strict=False)


def _connected(ids: list[str], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the groups of articles that are connected by pairs, each sorted, in the order of their first."""
    ordered = sorted(ids)
    number = {i: n for n, i in enumerate(ordered)}
    sets = DisjointSets(len(ordered))
    for left, right in pairs:
        sets.join(number[left], number[right])
    return [tuple(ordered[n] for n in group) for group in sets.groups()]


def _origin(group: list[Article], shared: tuple[Passage, ...], highest: float) -> Origin:
    """Return an origin; ``highest`` is the largest share of words that one of its articles has in common with any."""
    if len(group) > 1 and any(a.copy_of for a in group):
        because = "the editor says that one is a copy of the other"
    elif len(group) > 1:
        because = f"up to {highest:.0%} of the shorter article's words stand in the other one, too"
    elif highest:
        because = f"at most {highest:.0%} of the shorter article's words stand in another one, too"
    else:
        because = "no passage of it stands in another article"
    declared = tuple(credit for article in group for credit in credits_of(article))
    return Origin(f"origin-{group[0].id}", tuple(a.id for a in group), because, shared, declared)
