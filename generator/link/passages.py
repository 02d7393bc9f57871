"""Briefing ──▶ passages: text that two articles share, identical or lightly edited.

Candidate pairs of sentences come from MinHash with locality-sensitive hashing (Broder 1997; Indyk and Motwani
1998) for edited sentences and from an index of long word runs for quotations inside other sentences; both cost
near-linear time. Each candidate is then aligned word by word, and only the alignment decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from rensa import RMinHash, RMinHashLSH

from generator.lexicons import words as lexicon
from generator.model import Briefing, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.model import Article, Findings

SHINGLE = 3
"""Words in a shingle of the MinHash: two-word shingles pair sentences that only share names and idioms."""
PERMUTATIONS, BANDS = 96, 32
"""32 bands of 3 rows: a pair with Jaccard similarity 0.5 is found with probability 0.99, one with 0.1 with 0.03."""
RUN = 8
"""Words in a row that make two sentences candidates although the rest of them differs."""
COMMON = 30
"""A run in more sentences than this is a formula of the trade; and with more copies than this none is compared."""
FEWEST = 8
"""Words that a shared passage must have: shorter ones coincide by chance."""
OWN_WORDS = 5
"""Words of a shared passage that are neither part of a name or title nor function words: long titles aren't copied."""
EDITED_SHARE = 0.5
"""Share of the shorter sentence's words that must recur in order for it to count as the other's rewording."""
WHOLE = 0.8
"""Share of the shorter sentence's words from which a run of them is that sentence; who said it may differ."""
SHORTEST_BLOCK = 2
"""Words in a row that count towards a rewording; single words coincide."""

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+){0,8}")  # supply, don’t, 2.5, people-to-people


@dataclass(frozen=True, slots=True)
class _Sentence:
    article: Article
    span: Span
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    own: tuple[bool, ...]
    """For each word whether it is the writer's own: not part of a name or title, not a function word."""


@dataclass(frozen=True, slots=True)
class _Match:
    kind: Literal["verbatim", "reworded"]
    shared: int
    left: Span
    right: Span


def find_passages(briefing: Briefing) -> Briefing:
    """Find the passages that two articles share, each sentence paired with its closest in the other article."""
    sentences = [s for f in briefing.findings for s in _sentences(f)]
    best: dict[tuple[int, str], tuple[int, int, Passage]] = {}
    for i, j in sorted(_candidates(sentences)):
        left, right = sentences[i], sentences[j]
        match = _aligned(left, right)
        if match is None:
            continue
        sides = (left.article.cite(match.left), right.article.cite(match.right))
        passage = Passage(match.kind, sides, match.shared)
        for key in ((i, right.article.id), (j, left.article.id)):
            if key not in best or match.shared > best[key][0]:
                best[key] = (match.shared, i * len(sentences) + j, passage)
    kept = {order: passage for _, order, passage in best.values()}
    return replace(briefing, passages=tuple(kept[order] for order in sorted(kept)))


def _sentences(findings: Findings) -> Iterator[_Sentence]:
    article = findings.article
    named = [span for name in findings.names for span in (name.span, *(t.span for t in name.titles))]
    function_words = frozenset(lexicon("link-function-words"))
    for block in article.blocks:
        if block.kind not in ("paragraph", "item", "caption"):
            continue
        taken = [n for n in named if block.span.meets(n)]
        for span in block.sentences:
            found = [Span(m.start(), m.end()) for m in _WORD.finditer(article.text, span.start, span.end)]
            if len(found) < FEWEST:
                continue
            plain = tuple(article.text[s.start : s.end].casefold().replace("’", "'") for s in found)
            own = tuple(
                w not in function_words and not any(t.meets(s) for t in taken)
                for w, s in zip(plain, found, strict=True)
            )
            yield _Sentence(article, span, plain, tuple(found), own)


def _candidates(sentences: list[_Sentence]) -> set[tuple[int, int]]:
    pairs = {*_similar(sentences), *_sharing_runs(sentences)}
    return {(i, j) for i, j in pairs if sentences[i].article.id != sentences[j].article.id}


def _similar(sentences: list[_Sentence]) -> Iterator[tuple[int, int]]:
    index = RMinHashLSH(threshold=EDITED_SHARE, num_perm=PERMUTATIONS, num_bands=BANDS)
    for i, sentence in enumerate(sentences):
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update([" ".join(s) for s in _runs(sentence.words, SHINGLE)])
        yield from ((j, i) for j in sorted(index.query(signature))[:COMMON])  # a text copied a thousand times
        index.insert(i, signature)


def _sharing_runs(sentences: list[_Sentence]) -> Iterator[tuple[int, int]]:
    where: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, sentence in enumerate(sentences):
        for run in dict.fromkeys(_runs(sentence.words, RUN)):
            where[run].append(i)
    for places in where.values():
        if len(places) <= COMMON:
            yield from combinations(places, 2)


def _runs(words: tuple[str, ...], length: int) -> Iterable[tuple[str, ...]]:
    return (words[i : i + length] for i in range(len(words) - length + 1))


def _aligned(left: _Sentence, right: _Sentence) -> _Match | None:
    """Return what two sentences share, or None where it isn't enough to be more than chance."""
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size >= SHORTEST_BLOCK]
    if not blocks:
        return None
    longest = max(blocks, key=lambda b: b.size)
    if longest.size >= FEWEST and sum(left.own[longest.a : longest.a + longest.size]) >= OWN_WORDS:
        run_left = Span(left.spans[longest.a].start, left.spans[longest.a + longest.size - 1].end)
        run_right = Span(right.spans[longest.b].start, right.spans[longest.b + longest.size - 1].end)
        if longest.size >= WHOLE * min(len(left.words), len(right.words)):
            return _Match("verbatim", longest.size, run_left, run_right)
    shared = sum(b.size for b in blocks)
    own = sum(sum(left.own[b.a : b.a + b.size]) for b in blocks)
    if shared >= max(FEWEST, EDITED_SHARE * min(len(left.words), len(right.words))) and own >= OWN_WORDS:
        return _Match("reworded", shared, left.span, right.span)
    return None
